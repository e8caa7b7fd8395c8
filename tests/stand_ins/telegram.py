"""A stand-in for Telegram's Bot API, after core.telegram.org/bots/api: not Telegram, and as right as that page is read.

Updates are kept a day and forgotten below the offset that is asked for, whoever asks first is refused when a second one
asks, rights and limits are kept, and each refusal comes in Telegram's own words.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from socialdesk.connectors.suite.stand_in import Asked, Malformed, Refused, Said, route
from tests.stand_ins.telegram_world import BOT, KINDS, ONLY_IF_NAMED, TelegramWorld, Wire, units

_SENDING = (
    "business_connection_id",
    "chat_id",
    "message_thread_id",
    "link_preview_options",
    "disable_notification",
    "reply_parameters",
)


class Telegram(TelegramWorld):
    """One bot, and the people, groups and channels around it."""

    # ------------------------------------------------------------ how Telegram says it

    def token_of(self, asked: Asked) -> str:
        return asked.parts.get("token", "")

    def wrong_token(self, asked: Asked) -> Said:
        number, _, secret = asked.parts.get("token", "").partition(":")
        if not number.isdigit() or not secret:
            return self.refused(404, "", "Not Found")
        return self.refused(401, "", "Unauthorized")

    def refused(self, status: int, code: str, words: str) -> Said:
        return Said(status, {"ok": False, "error_code": status, "description": words})

    def no(self, words: str, status: int = 400, **parameters: int) -> Refused:
        """A refusal to raise."""
        head = {400: "Bad Request", 403: "Forbidden", 409: "Conflict", 429: "Too Many Requests"}[status]
        said: Wire = {"ok": False, "error_code": status, "description": f"{head}: {words}"}
        return Refused(Said(status, said | ({"parameters": parameters} if parameters else {})))

    # ------------------------------------------------------------ reading

    @route("POST", "/bot{token}/getMe")
    def get_me(self, asked: Asked) -> Said:
        return self._ok(self.me)

    @route("POST", "/bot{token}/getWebhookInfo")
    def get_webhook_info(self, asked: Asked) -> Said:
        return self._ok({"url": self.webhook, "has_custom_certificate": False, "pending_update_count": 0})

    @route("POST", "/bot{token}/deleteWebhook", fields=("drop_pending_updates",))
    def delete_webhook(self, asked: Asked) -> Said:
        self.webhook = ""
        if self._fields(asked).get("drop_pending_updates"):
            self.updates.clear()
        return self._ok(True)

    @route("POST", "/bot{token}/getUpdates", fields=("offset", "limit", "timeout", "allowed_updates"))
    async def get_updates(self, asked: Asked) -> Said:
        fields = self._fields(asked)
        if self.webhook:
            raise self.no("can't use getUpdates method while webhook is active; use deleteWebhook first", 409)
        if self._waiting is not None and not self._waiting.done():
            self.is_waited_for.clear()
            self._waiting.set_result(False)
        self.wanted = set(fields.get("allowed_updates") or KINDS - ONLY_IF_NAMED)
        if unknown := self.wanted - KINDS:
            raise Malformed(f"no kind of update: {unknown}")
        limit, offset = fields.get("limit", 100), fields.get("offset")
        if not 1 <= limit <= 100:
            raise Malformed("limit")
        found = self._pending(offset)
        if not found and fields.get("timeout"):
            waiting = self._waiting = asyncio.get_running_loop().create_future()
            self.is_waited_for.set()
            done, _ = await asyncio.wait({waiting}, timeout=fields["timeout"])
            if done and not waiting.result():
                words = "terminated by other getUpdates request; make sure that only one bot instance is running"
                raise self.no(words, 409)
            found = self._pending(offset)
        return self._ok(found[:limit])

    def _pending(self, offset: int | None) -> list[Wire]:
        oldest = self.now() - timedelta(hours=24)
        self.updates = [one for one in self.updates if one[0] > oldest]
        if offset is not None:
            self.updates = [one for one in self.updates if one[1]["update_id"] >= offset]
        return [update for _, update in self.updates]

    @route("POST", "/bot{token}/getBusinessConnection", fields=("business_connection_id",))
    def get_business_connection(self, asked: Asked) -> Said:
        found = self.connections.get(self._fields(asked)["business_connection_id"])
        if found is None:
            raise self.no("BUSINESS_CONNECTION_INVALID")
        return self._ok(found)

    @route("POST", "/bot{token}/getFile", fields=("file_id",))
    def get_file(self, asked: Asked) -> Said:
        id_ = self._fields(asked)["file_id"]
        if id_ not in self.files:
            raise self.no("wrong file_id or the file is temporarily unavailable")
        return self._ok({"file_id": id_, "file_unique_id": f"u{id_}", "file_path": f"photos/{id_}.jpg"})

    @route("GET", "/file/bot{token}/photos/{name}")
    def download(self, asked: Asked) -> Said:
        found = self.files.get(asked.parts["name"].removesuffix(".jpg"))
        return self.refused(404, "", "Not Found") if found is None else Said(200, found)

    # ------------------------------------------------------------ writing

    @route("POST", "/bot{token}/sendMessage", fields=(*_SENDING, "text"))
    def send_message(self, asked: Asked) -> Said:
        fields = self._fields(asked)
        text = fields.get("text")
        if not isinstance(text, str) or not text.strip():
            raise self.no("message text is empty")
        if units(text) > 4096:
            raise self.no("message is too long")
        return self._ok(self._send(fields, [{"text": text}])[0])

    @route("POST", "/bot{token}/sendPhoto", fields=(*_SENDING, "photo", "caption"))
    def send_photo(self, asked: Asked) -> Said:
        fields = self._fields(asked)
        uploads = {one.name: one for one in asked.files()}
        if set(uploads) != {"photo"}:
            raise self.no("there is no photo in the request")
        return self._ok(self._send(fields, [self._photo(uploads["photo"].data, fields.get("caption", ""))])[0])

    @route("POST", "/bot{token}/sendMediaGroup", fields=None)
    def send_media_group(self, asked: Asked) -> Said:
        fields = self._fields(asked)
        uploads = {one.name: one for one in asked.files()}
        if unknown := set(fields) - {*_SENDING, "media"} or not 2 <= len(fields["media"]) <= 10:
            raise Malformed(f"media: {unknown}")
        what: list[Wire] = []
        for one in fields["media"]:
            name = one["media"].removeprefix("attach://")
            if set(one) - {"type", "media", "caption"} or one["type"] != "photo" or name not in uploads:
                raise self.no("can't parse InputMedia")
            what.append(self._photo(uploads[name].data, one.get("caption", "")))
        return self._ok(self._send(fields, what))

    def _photo(self, data: bytes, caption: str) -> Wire:
        if units(caption) > 1024:
            raise self.no("message caption is too long")
        if not data or len(data) > 10_000_000:
            raise self.no("IMAGE_PROCESS_FAILED")
        id_ = self.file(data)
        size = {"file_id": id_, "file_unique_id": f"u{id_}", "file_size": len(data), "width": 800, "height": 600}
        return {"photo": [size]} | ({"caption": caption} if caption else {})

    def _send(self, fields: Wire, what: list[Wire]) -> list[Wire]:
        chat = self._chat(fields["chat_id"])
        connection = fields.get("business_connection_id", "")
        if connection:
            self._may_write_for(connection, chat)
        elif chat["type"] == "private":
            if chat["id"] in self.blocked_by:
                raise self.no("bot was blocked by the user", 403)
            if chat["id"] not in self.started:
                raise self.no("bot can't initiate conversation with a user", 403)
        reply = fields.get("reply_parameters")
        answered: Wire | None = None
        if reply is not None:
            if set(reply) - {"message_id", "allow_sending_without_reply"}:
                raise Malformed(f"reply_parameters: {sorted(reply)}")
            answered = self.messages.get((chat["id"], reply["message_id"], 0))
            if answered is None and not reply.get("allow_sending_without_reply"):
                raise self.no("message to be replied not found")
        self._count(chat["id"], len(what))
        more = {"message_thread_id": fields["message_thread_id"]} if "message_thread_id" in fields else {}
        made = [self._message(chat, BOT, "", answered, one | more, connection) for one in what]
        if connection:
            # In personal accounts what a bot wrote comes back to it.
            made = [one | {"from": self.connections[connection]["user"], "sender_business_bot": BOT} for one in made]
            for one in made:
                self._tell("business_message", one)
        return made

    def _may_write_for(self, connection: str, chat: Wire) -> None:
        found = self.connections.get(connection)
        if found is None or not found["is_enabled"] or not found["rights"].get("can_reply"):
            raise self.no("BUSINESS_CONNECTION_INVALID")
        owner = found["user"]["id"]
        heard = [
            one["date"]
            for (id_, _, of), one in self.messages.items()
            if id_ == chat["id"] and of == owner and one["from"]["id"] == chat["id"]
        ]
        if not heard or self._date() - max(heard) > 86_400:
            raise self.no("BUSINESS_PEER_USAGE_MISSING")

    def _count(self, chat: int, many: int) -> None:
        now = self.now()
        sent = [one for one in self.sent_at.get(chat, []) if now - one < timedelta(minutes=1)]
        if chat < 0 and len(sent) + many > 20:
            raise self.no("retry after 40", 429, retry_after=40)
        self.sent_at[chat] = [*sent, *[now] * many]

    @route("POST", "/bot{token}/setMessageReaction", fields=("chat_id", "message_id", "reaction", "is_big"))
    def set_message_reaction(self, asked: Asked) -> Said:
        fields = self._fields(asked)
        key = self._there(fields, "react")
        for one in fields.get("reaction", []):
            if one.get("type") != "emoji" or one.get("emoji") not in ("👍", "❤", "🔥"):
                raise self.no("REACTION_INVALID")
        self.reactions[key] = fields.get("reaction", [])
        return self._ok(True)

    @route(
        "POST",
        "/bot{token}/editMessageText",
        fields=("business_connection_id", "chat_id", "message_id", "text", "link_preview_options"),
    )
    def edit_message_text(self, asked: Asked) -> Said:
        fields = self._fields(asked)
        message = self._own_message(fields)
        if not fields["text"].strip():
            raise self.no("message text is empty")
        if units(fields["text"]) > 4096:
            raise self.no("message is too long")
        if "text" not in message:
            raise self.no("there is no text in the message to edit")
        return self._edited(message, "text", fields["text"])

    @route(
        "POST",
        "/bot{token}/editMessageCaption",
        fields=("business_connection_id", "chat_id", "message_id", "caption"),
    )
    def edit_message_caption(self, asked: Asked) -> Said:
        fields = self._fields(asked)
        if units(fields["caption"]) > 1024:
            raise self.no("message caption is too long")
        return self._edited(self._own_message(fields), "caption", fields["caption"])

    def _own_message(self, fields: Wire) -> Wire:
        owner = 0
        if "business_connection_id" in fields:
            found = self.connections.get(fields["business_connection_id"])
            if found is None or not found["is_enabled"]:
                raise self.no("BUSINESS_CONNECTION_INVALID")
            owner = found["user"]["id"]
        message = self.messages.get((fields["chat_id"], fields["message_id"], owner))
        if message is None:
            raise self.no("message to edit not found")
        is_old = owner and self._date() - message["date"] > 48 * 3600
        if is_old or message["from"]["id"] not in (BOT["id"], owner):
            raise self.no("message can't be edited")
        return message

    def _edited(self, message: Wire, what: str, words: str) -> Said:
        if message.get(what) == words:
            raise self.no("message is not modified: specified new message content is exactly the same")
        changed = message | {what: words, "edit_date": self._date()}
        self.messages[self._key(message)] = changed
        return self._ok(changed)

    @route("POST", "/bot{token}/deleteMessage", fields=("chat_id", "message_id"))
    def delete_message(self, asked: Asked) -> Said:
        self._delete(*self._there(self._fields(asked), "delete"))
        return self._ok(True)

    @route("POST", "/bot{token}/deleteMessages", fields=("chat_id", "message_ids"))
    def delete_messages(self, asked: Asked) -> Said:
        fields = self._fields(asked)
        chat = self._chat(fields["chat_id"])["id"]
        # Those that are gone are skipped.
        for number in fields["message_ids"]:
            if (chat, number, 0) in self.messages:
                self._delete(chat, number)
        return self._ok(True)

    @route("POST", "/bot{token}/deleteBusinessMessages", fields=("business_connection_id", "message_ids"))
    def delete_business_messages(self, asked: Asked) -> Said:
        fields = self._fields(asked)
        found = self.connections.get(fields["business_connection_id"])
        if found is None or not found["rights"].get("can_delete_sent_messages"):
            raise self.no("BUSINESS_CONNECTION_INVALID")
        for key in list(self.messages):
            if key[1] in fields["message_ids"] and key[2] == found["user"]["id"]:
                del self.messages[key]
        return self._ok(True)

    def _delete(self, chat: int, number: int) -> None:
        message = self.messages[chat, number, 0]
        is_own = message["from"]["id"] == BOT["id"]
        is_old = self._date() - message["date"] > 48 * 3600
        if (not is_own and chat < 0 and chat not in self.admin_in) or (is_old and chat not in self.admin_in):
            raise self.no("message can't be deleted")
        del self.messages[chat, number, 0]

    @route("POST", "/bot{token}/banChatMember", fields=("chat_id", "user_id", "until_date", "revoke_messages"))
    def ban_chat_member(self, asked: Asked) -> Said:
        return self._ban(asked, "user_id", self.banned.add)

    @route("POST", "/bot{token}/unbanChatMember", fields=("chat_id", "user_id", "only_if_banned"))
    def unban_chat_member(self, asked: Asked) -> Said:
        if not self._fields(asked).get("only_if_banned"):
            raise Malformed("without only_if_banned a member would be put out of the group")
        return self._ban(asked, "user_id", self.banned.discard)

    @route("POST", "/bot{token}/banChatSenderChat", fields=("chat_id", "sender_chat_id"))
    def ban_chat_sender_chat(self, asked: Asked) -> Said:
        return self._ban(asked, "sender_chat_id", self.banned.add)

    @route("POST", "/bot{token}/unbanChatSenderChat", fields=("chat_id", "sender_chat_id"))
    def unban_chat_sender_chat(self, asked: Asked) -> Said:
        return self._ban(asked, "sender_chat_id", self.banned.discard)

    def _ban(self, asked: Asked, name: str, how: Callable[[tuple[int, int]], None]) -> Said:
        fields = self._fields(asked)
        chat, person = self._chat(fields["chat_id"]), int(fields[name])
        if chat["type"] == "private":
            raise self.no("can't ban members in private chats")
        if (name == "user_id") != (person > 0):
            raise self.no("PARTICIPANT_ID_INVALID")
        if chat["id"] not in self.admin_in:
            raise self.no("not enough rights to restrict/unrestrict chat member")
        how((chat["id"], person))
        return self._ok(True)

    # ------------------------------------------------------------ what all of them check

    def _ok(self, result: Any) -> Said:
        return Said(200, {"ok": True, "result": result})

    def _fields(self, asked: Asked) -> Wire:
        if not asked.body:
            return {}
        if asked.media_type == "application/json":
            found: Wire = asked.json()
            return found
        plain = asked.form()
        kept = ("text", "caption", "business_connection_id")
        return {name: value if name in kept else json.loads(value) for name, value in plain.items()}

    def _chat(self, id_: Any) -> Wire:
        if type(id_) is not int:
            raise Malformed("chat_id is no number")
        if id_ in self.migrated:
            raise self.no("group chat was upgraded to a supergroup chat", migrate_to_chat_id=self.migrated[id_])
        if id_ not in self.chats:
            raise self.no("chat not found")
        return self.chats[id_]

    def _there(self, fields: Wire, what: str) -> tuple[int, int]:
        key = self._chat(fields["chat_id"])["id"], fields["message_id"]
        if (*key, 0) not in self.messages:
            raise self.no(f"message to {what} not found")
        return key
