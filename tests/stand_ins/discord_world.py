"""A server of Discord as a stand-in has it: people, channels, messages, and what they do; it answers no request."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.suite.stand_in import StandIn
from socialdesk.support.clock import Clock

Wire = dict[str, Any]
TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.a-made-up-secret-of-this-stand-in"
BOT: dict[str, Any] = {
    "id": "198622483471925248",
    "username": "fjell",
    "global_name": "Fjell",
    "discriminator": "0",
    "bot": True,
}
GUILD = "41771983423143937"
VIEW, SEND, MANAGE, HISTORY, REACT, BAN, MODERATE = (1 << bit for bit in (10, 11, 13, 16, 6, 2, 40))
ALL = VIEW | SEND | MANAGE | HISTORY | REACT | BAN | MODERATE | 1 << 15 | 1 << 38
_EPOCH_MS = 1_420_070_400_000


class Line:
    """A web socket as a server holds it: RFC 6455, short texts only."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def say(self, what: Wire) -> None:
        """Send one text."""
        await self._send(0x81, json.dumps(what).encode())

    async def close(self, code: int) -> None:
        """Close it with a reason."""
        await self._send(0x88, code.to_bytes(2))

    async def hear(self) -> Wire | None:
        """The next text; None when the other side closes."""
        head = await self._reader.readexactly(2)
        size = head[1] & 0x7F
        if size == 126:
            size = int.from_bytes(await self._reader.readexactly(2))
        mask = await self._reader.readexactly(4)
        data = bytes(one ^ mask[place % 4] for place, one in enumerate(await self._reader.readexactly(size)))
        if head[0] & 0xF == 8:
            await self._send(0x88, data[:2])
            return None
        return json.loads(data)

    async def _send(self, kind: int, data: bytes) -> None:
        size = bytes([len(data)]) if len(data) < 126 else b"\x7e" + len(data).to_bytes(2)
        self._writer.write(bytes([kind]) + size + data)
        await self._writer.drain()


class DiscordWorld(StandIn):
    """People, channels and messages, and what a test lets people do."""

    token_scheme = "Bot"

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__(clock)
        self.tokens = {TOKEN: set()}
        self.guilds: dict[str, Wire] = {GUILD: {"id": GUILD, "name": "Fjell Outdoor", "permissions": str(ALL)}}
        self.flags = 1 << 19
        self.roles = {GUILD: "@everyone", "77": "Support", "88": "Friends"}
        self.bot_roles = ["77"]
        self.channels: dict[str, Wire] = {}
        self.messages: dict[str, dict[int, Wire]] = {}
        self.users: dict[str, Wire] = {BOT["id"]: dict(BOT)}
        self.chats: dict[str, str] = {}
        """The chat with each person."""
        self.takes_no_chats: set[str] = set()
        self.hidden: set[str] = set()
        """Channels that the bot may not see."""
        self.reactions: set[tuple[str, int]] = set()
        self.banned: set[str] = set()
        self.quiet: dict[str, str] = {}
        self.files: dict[str, bytes] = {}
        self.nonces: dict[tuple[str, str], tuple[datetime, int]] = {}
        self.sent_at: dict[str, list[datetime]] = {}
        self.lines: list[Line] = []
        self.beat_ms, self.beats, self.acknowledges = 41_250, 0, True
        self.tells_nonces = True
        """Whether a message that is read later still says what it was sent under."""
        self._count = 0

    def id(self, ago: timedelta = timedelta(0)) -> str:
        """A new id, that tells the time."""
        self._count += 1
        moment = int((self.now() - ago).timestamp() * 1000) - _EPOCH_MS
        return str(moment << 22 | self._count % 4096)

    def person(self, name: str, **more: Any) -> Wire:
        """Somebody in the server."""
        id_ = self.id(timedelta(days=400))
        user: Wire = {"id": id_, "username": name.lower(), "global_name": name, "discriminator": "0", "avatar": None}
        self.users[id_] = user | more
        return self.users[id_]

    def channel(self, name: str, kind: int = 0, guild: str = GUILD) -> str:
        """A channel of the server; gives its id."""
        id_ = self.id(timedelta(days=300))
        self.channels[id_] = {"id": id_, "type": kind, "guild_id": guild, "name": name, "last_message_id": None}
        self.messages[id_] = {}
        return id_

    def thread(self, parent: str, name: str, who: Wire, text: str) -> str:
        """Somebody opens a thread, or a post of a forum, and writes its first message; gives its id."""
        id_ = self.id()
        self.channels[id_] = {
            "id": id_,
            "type": 11,
            "guild_id": GUILD,
            "parent_id": parent,
            "name": name,
            "thread_metadata": {"archived": False, "locked": False},
            "last_message_id": None,
        }
        self.messages[id_] = {}
        self.says(id_, who, text, id=id_)
        return id_

    def says(self, channel: str, who: Wire, text: str = "", *, to: Wire | None = None, **more: Any) -> Wire:
        """Somebody writes; `to` is what they answer, `more` goes into the message."""
        id_ = str(more.pop("id", None) or self.id(more.pop("ago", timedelta(0))))
        mentioned = [user for key, user in self.users.items() if f"<@{key}>" in text]
        if to is not None and to["author"] not in mentioned:
            mentioned.append(to["author"])
        message: Wire = {
            "mention_roles": [key for key in self.roles if f"<@&{key}>" in text],
            "id": id_,
            "channel_id": channel,
            "author": who,
            "content": text,
            "timestamp": self._stamp(int(id_)),
            "edited_timestamp": None,
            "mentions": mentioned,
            "mention_everyone": False,
            "attachments": [],
            "embeds": [],
            "type": 0,
            "flags": 0,
        }
        if to is not None:
            message |= {
                "type": 19,
                "message_reference": {"type": 0, "message_id": to["id"], "channel_id": channel},
            }
        message |= more
        self.messages[channel][int(id_)] = message
        newest = int(self.channels[channel]["last_message_id"] or 0)
        self.channels[channel]["last_message_id"] = str(max(newest, int(id_)))
        return message

    def edits(self, message: Wire, text: str) -> None:
        """Somebody changes what they wrote."""
        here = self.messages[message["channel_id"]]
        here[int(message["id"])] = message | {"content": text, "edited_timestamp": self.now().isoformat()}

    def deletes(self, message: Wire) -> None:
        """Somebody takes away what they wrote."""
        del self.messages[message["channel_id"]][int(message["id"])]

    def chat(self, who: Wire) -> str:
        """The chat with somebody, made when there is none."""
        if who["id"] not in self.chats:
            id_ = self.channel("", 1)
            self.channels[id_] |= {"recipients": [who]}
            del self.channels[id_]["guild_id"]
            self.chats[who["id"]] = id_
        return self.chats[who["id"]]

    def file(self, data: bytes, name: str = "a.png", kind: str = "image/png", **more: Any) -> Wire:
        """A file as it hangs on a message; its address is signed for a day."""
        id_ = self.id()
        self.files[id_] = data
        ends = int((self.now() + timedelta(hours=24)).timestamp())
        url = f"https://cdn.discordapp.com/attachments/1/{id_}/{name}?ex={ends:x}&is=1&hm=2"
        return {"id": id_, "filename": name, "content_type": kind, "size": len(data), "url": url, **more}

    def _stamp(self, id_: int) -> str:
        from socialdesk.support.clock import from_ms

        return from_ms((id_ >> 22) + _EPOCH_MS).isoformat()
