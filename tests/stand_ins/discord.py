"""A stand-in for Discord's REST interface v10, after docs.discord.com: not Discord, and as right as that is read.

It checks the agent's name, one of after, before and around, permissions, the intent without which a bot sees no words,
nonces, lengths and mentions, counts each kind of call, and refuses with Discord's own codes.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from base64 import b64encode
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.suite.stand_in import Asked, Malformed, Refused, Said, route
from tests.stand_ins.discord_world import (
    BAN,
    BOT,
    GUILD,
    HISTORY,
    MANAGE,
    MODERATE,
    REACT,
    SEND,
    DiscordWorld,
    Line,
    Wire,
)

_MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_SENDS, _PER = 5, timedelta(seconds=5)
_NONCES_LIVE = timedelta(minutes=5)


class Discord(DiscordWorld):
    """One bot, its server with channels, and the people in it."""

    # ------------------------------------------------------------ how Discord says it

    def refused(self, status: int, code: str, words: str) -> Said:
        return Said(status, {"message": words, "code": int(code) if code.isdigit() else 0})

    def wrong_token(self, asked: Asked) -> Said:
        return self.refused(401, "0", "401: Unauthorized")

    def no_token(self, asked: Asked) -> Said:
        return self.refused(401, "0", "401: Unauthorized")

    def no(self, status: int, code: int, words: str, **more: Any) -> Refused:
        """A refusal to raise."""
        return Refused(Said(status, {"message": words, "code": code, **more}))

    def headers_for(self, asked: Asked) -> dict[str, str]:
        parts = asked.path.split("/")
        kind = hashlib.sha256("/".join("#" if one.isdigit() else one for one in parts).encode()).hexdigest()[:12]
        headers = {"X-RateLimit-Bucket": f"{asked.method.lower()}{kind}"}
        if asked.method == "POST" and asked.path.endswith("/messages"):
            sent = [one for one in self.sent_at.get(parts[2], []) if self.now() - one < _PER]
            reset = (sent[0] + _PER - self.now()).total_seconds() if sent else _PER.total_seconds()
            headers |= {
                "X-RateLimit-Limit": str(_SENDS),
                "X-RateLimit-Remaining": str(max(0, _SENDS - len(sent))),
                "X-RateLimit-Reset-After": f"{reset:.3f}",
                "X-RateLimit-Reset": f"{self.now().timestamp() + reset:.3f}",
            }
        return headers

    async def answer(self, asked: Asked) -> Said:
        if not asked.headers.get("user-agent", "").startswith("DiscordBot ("):
            self.mistakes.append("no user agent of a bot")
            return self.refused(403, "40333", "internal network error")
        return await super().answer(asked)

    # ------------------------------------------------------------ reading

    @route("GET", "/users/@me")
    def me(self, asked: Asked) -> Said:
        return Said(200, BOT)

    @route("GET", "/applications/@me")
    def application(self, asked: Asked) -> Said:
        return Said(200, {"id": BOT["id"], "name": "Fjell", "flags": self.flags})

    @route("GET", "/users/@me/guilds", takes=("limit", "after", "before"))
    def my_guilds(self, asked: Asked) -> Said:
        limit, after = self._number(asked, "limit", 200, 200), int(asked.query.get("after", "0"))
        found = sorted((one for one in self.guilds.values() if int(one["id"]) > after), key=lambda one: int(one["id"]))
        return Said(200, found[:limit])

    @route("GET", "/guilds/{guild}/roles")
    def guild_roles(self, asked: Asked) -> Said:
        self._may(asked.parts["guild"], 0)
        return Said(200, [{"id": key, "name": name, "permissions": "0"} for key, name in self.roles.items()])

    @route("GET", "/guilds/{guild}/members/{person}")
    def one_member(self, asked: Asked) -> Said:
        self._may(asked.parts["guild"], 0)
        if asked.parts["person"] != BOT["id"]:
            raise self.no(404, 10007, "Unknown Member")
        return Said(200, {"user": BOT, "roles": self.bot_roles, "joined_at": self.now().isoformat()})

    @route("GET", "/guilds/{guild}/channels")
    def guild_channels(self, asked: Asked) -> Said:
        self._may(asked.parts["guild"], 0)
        return Said(200, [one for one in self.channels.values() if "thread_metadata" not in one and "guild_id" in one])

    @route("GET", "/guilds/{guild}/threads/active")
    def active_threads(self, asked: Asked) -> Said:
        self._may(asked.parts["guild"], 0)
        return Said(200, {"threads": self._threads(archived=False), "members": []})

    @route("GET", "/channels/{channel}/threads/archived/public", takes=("before", "limit"))
    def archived_threads(self, asked: Asked) -> Said:
        here = self._seen(asked)
        found = [one for one in self._threads(archived=True) if one["parent_id"] == here["id"]]
        return Said(200, {"threads": found, "members": [], "has_more": False})

    def _threads(self, *, archived: bool) -> list[Wire]:
        return [
            one
            for one in self.channels.values()
            if "thread_metadata" in one and one["thread_metadata"]["archived"] is archived
        ]

    @route("GET", "/channels/{channel}")
    def one_channel(self, asked: Asked) -> Said:
        return Said(200, self._seen(asked))

    @route("GET", "/channels/{channel}/messages", takes=("limit", "after", "before", "around"))
    def channel_messages(self, asked: Asked) -> Said:
        here = self._seen(asked, HISTORY)
        if len({"after", "before", "around"} & asked.query.keys()) > 1:
            raise Malformed("only one of after, before, around")
        limit = self._number(asked, "limit", 50, 100)
        ids = sorted(self.messages[here["id"]])
        if "after" in asked.query:
            found = [one for one in ids if one > int(asked.query["after"])][:limit]
        else:
            before = int(asked.query.get("before", str(1 << 63)))
            found = [one for one in ids if one < before][-limit:]
        return Said(200, [self._shown(here, self.messages[here["id"]][one]) for one in reversed(found)])

    @route("GET", "/channels/{channel}/messages/{message}")
    def one_message(self, asked: Asked) -> Said:
        here = self._seen(asked, HISTORY)
        return Said(200, self._shown(here, self._message(asked)))

    def _shown(self, channel: Wire, message: Wire) -> Wire:
        if message.get("message_reference"):
            answered = self.messages[channel["id"]].get(int(message["message_reference"]["message_id"]))
            message = message | {"referenced_message": answered}
        if (channel["id"], int(message["id"])) in self.reactions:
            message = message | {"reactions": [{"emoji": {"id": None, "name": "👍"}, "count": 1, "me": True}]}
        is_ours = message["author"]["id"] == BOT["id"] or any(one["id"] == BOT["id"] for one in message["mentions"])
        if self.flags & (3 << 18) or is_ours or channel["type"] == 1:
            return message
        return message | {"content": "", "attachments": [], "embeds": []}

    # ------------------------------------------------------------ the gateway

    @route("GET", "/", takes=("v", "encoding"), scope=None)
    def gateway(self, asked: Asked) -> Said:
        key = asked.headers.get("sec-websocket-key", "")
        accept = b64encode(hashlib.sha1((key + _MAGIC).encode(), usedforsecurity=False).digest()).decode()
        headers = {"upgrade": "websocket", "connection": "Upgrade", "sec-websocket-accept": accept}
        return Said(101, headers=headers, taken=self._listened_to)

    async def _listened_to(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = Line(reader, writer)
        await line.say({"op": 10, "d": {"heartbeat_interval": self.beat_ms}, "s": None, "t": None})
        asked = await line.hear()
        if asked is None or asked["op"] != 2 or set(asked["d"]) != {"token", "intents", "properties"}:
            await line.close(4003)
        elif asked["d"]["token"] not in self.tokens:
            await line.close(4004)
        elif asked["d"]["intents"] & ~(1 << 0 | 1 << 9 | 1 << 12):
            await line.close(4014)
        else:
            await line.say({"op": 0, "t": "READY", "s": 1, "d": {"v": 10, "user": BOT, "session_id": "s"}})
            self.lines.append(line)
            try:
                while (said := await line.hear()) is not None:
                    if said["op"] == 1 and self.acknowledges:
                        self.beats += 1
                        await line.say({"op": 11, "d": None, "s": None, "t": None})
            finally:
                self.lines.remove(line)

    async def tells(self, what: str, message: Wire) -> None:
        """Tell those who listen of a message."""
        here = self.channels[message["channel_id"]]
        about = message | ({"guild_id": here["guild_id"]} if "guild_id" in here else {})
        if what == "MESSAGE_CREATE" and "guild_id" in here:
            about |= {"content": "", "attachments": []}
        for line in list(self.lines):
            await line.say({"op": 0, "t": what, "s": 2, "d": about})

    # ------------------------------------------------------------ writing

    @route("POST", "/users/@me/channels", fields=("recipient_id",))
    def open_chat(self, asked: Asked) -> Said:
        id_ = asked.json()["recipient_id"]
        if id_ not in self.users:
            raise self.no(404, 10013, "Unknown User")
        return Said(200, self.channels[self.chat(self.users[id_])])

    @route("POST", "/channels/{channel}/messages", fields=None)
    def create_message(self, asked: Asked) -> Said:
        here = self._seen(asked, SEND)
        if asked.media_type == "multipart/form-data":
            body: Wire = json.loads(asked.form()["payload_json"])
            uploads = {one.name: one for one in asked.files()}
        else:
            body, uploads = asked.json(), {}
        known = {"content", "message_reference", "allowed_mentions", "nonce", "enforce_nonce", "attachments"}
        if set(body) - known or "allowed_mentions" not in body:
            raise Malformed(f"a message of {sorted(body)}")
        if body["allowed_mentions"].get("parse") != []:
            raise Malformed("somebody's words would call everybody")
        content, nonce = body.get("content", ""), str(body.get("nonce", ""))
        if len(nonce) > 25 or (nonce and not body.get("enforce_nonce")):
            raise Malformed("nonce")
        if len(content) > 2000:
            raise self.no(400, 50035, "Invalid Form Body", errors={"content": {"_errors": [{"code": "BASE_TYPE_MAX"}]}})
        if not content.strip() and not uploads:
            raise self.no(400, 50006, "Cannot send an empty message")
        if here["type"] == 1 and here["recipients"][0]["id"] in self.takes_no_chats:
            raise self.no(403, 50007, "Cannot send messages to this user")
        if here.get("thread_metadata", {}).get("locked"):
            raise self.no(403, 160005, "Thread is locked")
        to = self._replied_to(here, body)
        if nonce:
            at, known_id = self.nonces.get((here["id"], nonce), (None, 0))
            if at is not None and self.now() - at < _NONCES_LIVE and known_id in self.messages[here["id"]]:
                return Said(200, self._shown(here, self.messages[here["id"]][known_id]))
        self._count_send(here["id"])
        files = list(self._files(body, uploads))
        told = {"nonce": nonce} if nonce and self.tells_nonces else {}
        message = self.says(here["id"], BOT, content, to=to, attachments=files, **told)
        self.nonces[here["id"], nonce] = self.now(), int(message["id"])
        return Said(200, self._shown(here, message) | ({"nonce": nonce} if nonce else {}))

    def _replied_to(self, here: Wire, body: Wire) -> Wire | None:
        reference = body.get("message_reference")
        if reference is None:
            return None
        if set(reference) - {"message_id", "fail_if_not_exists"}:
            raise Malformed("message_reference")
        to = self.messages[here["id"]].get(int(reference["message_id"]))
        if to is None and reference.get("fail_if_not_exists", True):
            codes = {
                "message_reference": {"_errors": [{"code": "REPLIES_UNKNOWN_MESSAGE", "message": "Unknown message"}]}
            }
            raise self.no(400, 50035, "Invalid Form Body", errors=codes)
        return to

    def _files(self, body: Wire, uploads: Wire) -> Iterable[Wire]:
        for one in body.get("attachments", []):
            upload = uploads[f"files[{one['id']}]"]
            if len(upload.data) > 10 * 1024 * 1024:
                raise self.no(413, 40005, "Request entity too large")
            more = {"description": one["description"]} if "description" in one else {}
            yield self.file(upload.data, one["filename"], upload.media_type, **more)

    def _count_send(self, channel: str) -> None:
        sent = [one for one in self.sent_at.get(channel, []) if self.now() - one < _PER]
        if len(sent) >= _SENDS:
            after = (sent[0] + _PER - self.now()).total_seconds()
            self.mistakes.append("sent before the budget allowed it")
            headers = {"Retry-After": str(int(after) + 1), "X-RateLimit-Scope": "user"}
            raise Refused(
                Said(429, {"message": "You are being rate limited.", "retry_after": after, "global": False}, headers)
            )
        self.sent_at[channel] = [*sent, self.now()]

    @route("PATCH", "/channels/{channel}/messages/{message}", fields=("content", "allowed_mentions"))
    def edit_message(self, asked: Asked) -> Said:
        here = self._seen(asked)
        message, body = self._message(asked), asked.json()
        if message["author"]["id"] != BOT["id"]:
            raise self.no(403, 50005, "Cannot edit a message authored by another user")
        if body["allowed_mentions"].get("parse") != []:
            raise Malformed("somebody's words would call everybody")
        if len(body["content"]) > 2000:
            raise self.no(400, 50035, "Invalid Form Body", errors={"content": {"_errors": [{"code": "BASE_TYPE_MAX"}]}})
        if not body["content"].strip() and not message["attachments"]:
            raise self.no(400, 50006, "Cannot send an empty message")
        self.edits(message, body["content"])
        return Said(200, self._shown(here, self._message(asked)))

    @route("DELETE", "/channels/{channel}/messages/{message}")
    def delete_message(self, asked: Asked) -> Said:
        self._seen(asked)
        message = self._message(asked)
        if message["author"]["id"] != BOT["id"]:
            self._may(GUILD, MANAGE)
        self.deletes(message)
        return Said(204)

    @route("PUT", "/channels/{channel}/messages/{message}/reactions/{emoji}/@me")
    def react(self, asked: Asked) -> Said:
        self._seen(asked, REACT)
        self._message(asked)
        if asked.parts["emoji"] != "👍":
            raise self.no(400, 10014, "Unknown Emoji")
        self.reactions.add((asked.parts["channel"], int(asked.parts["message"])))
        return Said(204)

    @route("DELETE", "/channels/{channel}/messages/{message}/reactions/{emoji}/@me")
    def take_back(self, asked: Asked) -> Said:
        self._seen(asked)
        self._message(asked)
        self.reactions.discard((asked.parts["channel"], int(asked.parts["message"])))
        return Said(204)

    @route("PUT", "/guilds/{guild}/bans/{person}", fields=("delete_message_seconds",))
    def ban(self, asked: Asked) -> Said:
        self._may(asked.parts["guild"], BAN)
        self.banned.add(asked.parts["person"])
        return Said(204)

    @route("DELETE", "/guilds/{guild}/bans/{person}")
    def unban(self, asked: Asked) -> Said:
        self._may(asked.parts["guild"], BAN)
        if asked.parts["person"] not in self.banned:
            raise self.no(404, 10026, "Unknown Ban")
        self.banned.remove(asked.parts["person"])
        return Said(204)

    @route("PATCH", "/guilds/{guild}/members/{person}", fields=("communication_disabled_until",))
    def change_member(self, asked: Asked) -> Said:
        self._may(asked.parts["guild"], MODERATE)
        until = asked.json()["communication_disabled_until"]
        self.quiet.pop(asked.parts["person"], None)
        if until is not None:
            if not self.now() < datetime.fromisoformat(until) <= self.now() + timedelta(days=28):
                raise self.no(400, 50035, "Invalid Form Body")
            self.quiet[asked.parts["person"]] = until
        return Said(200, {"user": self.users[asked.parts["person"]]})

    # ------------------------------------------------------------ what all of them check

    def _number(self, asked: Asked, name: str, default: int, most: int) -> int:
        number = int(asked.query.get(name, default))
        if not 1 <= number <= most:
            raise Malformed(name)
        return number

    def _may(self, guild: str, bits: int) -> None:
        here = self.guilds.get(guild)
        if here is None:
            raise self.no(404, 10004, "Unknown Guild")
        if int(here["permissions"]) & bits != bits:
            raise self.no(403, 50013, "Missing Permissions")

    def _seen(self, asked: Asked, bits: int = 0) -> Wire:
        id_ = asked.parts["channel"]
        here = self.channels.get(id_)
        if here is None:
            raise self.no(404, 10003, "Unknown Channel")
        if id_ in self.hidden:
            raise self.no(403, 50001, "Missing Access")
        if "guild_id" in here:
            self._may(here["guild_id"], bits)
        return here

    def _message(self, asked: Asked) -> Wire:
        found = self.messages[asked.parts["channel"]].get(int(asked.parts["message"]))
        if found is None:
            raise self.no(404, 10008, "Unknown Message")
        return found
