"""Chats of Telegram as a stand-in has them: people, groups, posts, and what they do; it answers no request."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

from socialdesk.connectors.suite.stand_in import StandIn

Wire = dict[str, Any]
TOKEN = "7000001:AAHm-3xample_secret_of_this_stand_in"
BOT = {"id": 7000001, "is_bot": True, "first_name": "Fjell", "username": "fjell_bot"}
SERVICE = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
CHANNEL_BOT = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
KINDS = {
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "message_reaction",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "my_chat_member",
    "chat_member",
    "callback_query",
}
ONLY_IF_NAMED = {"message_reaction", "chat_member"}


def units(text: str) -> int:
    """The length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


class TelegramWorld(StandIn):
    """People, chats and messages, and what a test lets people do."""

    def __init__(self, clock: Any = None) -> None:
        super().__init__(clock)
        self.tokens = {TOKEN: set()}
        self.me: Wire = {
            **BOT,
            "can_join_groups": True,
            "can_read_all_group_messages": True,
            "supports_inline_queries": False,
            "can_connect_to_business": True,
        }
        self.webhook = ""
        self.wanted = KINDS - ONLY_IF_NAMED
        self.updates: list[tuple[datetime, Wire]] = []
        self.next_update = 892252934
        self.chats: dict[int, Wire] = {}
        self.messages: dict[tuple[int, int, int], Wire] = {}
        """By chat, number and the owner of a connected account (0 for none)."""
        self.reactions: dict[tuple[int, int], list[Wire]] = {}
        self.banned: set[tuple[int, int]] = set()
        self.blocked_by: set[int] = set()
        self.started: set[int] = set()
        self.admin_in: set[int] = set()
        self.migrated: dict[int, int] = {}
        self.linked: dict[int, int] = {}
        """Group by channel."""
        self.connections: dict[str, Wire] = {}
        self.files: dict[str, bytes] = {}
        self.sent_at: dict[int, list[datetime]] = {}
        self._numbers = 6000
        self._people = 218485655
        self._waiting: asyncio.Future[bool] | None = None
        self.is_waited_for = asyncio.Event()
        """Set while somebody waits for updates."""

    def person(self, name: str, *, starts: bool = True) -> Wire:
        """Somebody new, who has pressed Start or not."""
        self._people += 1
        user: Wire = {"id": self._people, "is_bot": False, "first_name": name, "username": f"{name.lower()}_x"}
        self.chats[user["id"]] = {key: user[key] for key in ("id", "first_name", "username")} | {"type": "private"}
        if starts:
            self.started.add(user["id"])
        return user

    def group(self, title: str, *, admin: bool = True, kind: str = "supergroup", username: str = "") -> Wire:
        """A group the bot is in."""
        self._people += 1
        id_ = -1_000_000_000_000 - self._people if kind == "supergroup" else -self._people
        self.chats[id_] = {"id": id_, "title": title, "type": kind} | ({"username": username} if username else {})
        if admin:
            self.admin_in.add(id_)
        return self.chats[id_]

    def channel(self, title: str, group: Wire, username: str = "") -> Wire:
        """A channel whose posts are discussed in a group."""
        self._people += 1
        id_ = -1_000_000_000_000 - self._people
        self.chats[id_] = {"id": id_, "title": title, "type": "channel"} | ({"username": username} if username else {})
        self.linked[id_] = group["id"]
        return self.chats[id_]

    def says(self, chat: Wire, who: Wire, text: str = "", *, to: Wire | None = None, **more: Any) -> Wire:
        """Somebody writes in a chat; `to` is what they answer, `more` goes into the message."""
        message = self._message(chat, who, text, to, more)
        self._tell("message", message)
        return message

    def edits(self, message: Wire, text: str, **more: Any) -> Wire:
        """Somebody changes what they wrote."""
        kind = "edited_business_message" if "business_connection_id" in message else "edited_message"
        message = message | {"text": text, "edit_date": self._date()} | more
        self.messages[self._key(message)] = message
        self._tell(kind, message)
        return message

    def posts(self, channel: Wire, text: str, **more: Any) -> Wire:
        """The channel publishes something, which appears in its group; gives how it stands there."""
        self._numbers += 1
        number = self._numbers
        origin = {"type": "channel", "chat": channel, "message_id": number, "date": self._date()}
        group = self.chats[self.linked[channel["id"]]]
        more = {"is_automatic_forward": True, "sender_chat": channel, "forward_origin": origin} | more
        return self.says(group, SERVICE, text, **more)

    def connects(self, owner: Wire, *, can_reply: bool = True, on: bool = True, id_: str = "") -> str:
        """Somebody connects the bot to their personal account, or changes what it may do; gives the connection."""
        id_ = id_ or f"conn-{owner['id']}-{len(self.connections)}"
        rights = {"can_reply": True, "can_delete_sent_messages": True} if can_reply else {}
        self.connections[id_] = {
            "id": id_,
            "user": owner,
            "user_chat_id": owner["id"],
            "date": self._date(),
            "rights": rights,
            "is_enabled": on,
        }
        self._tell("business_connection", self.connections[id_])
        return id_

    def says_privately(self, connection: str, who: Wire, other: Wire, text: str, **more: Any) -> Wire:
        """A message between the owner of a connected account and somebody else, written by one of them."""
        message = self._message(self.chats[other["id"]], who, text, None, more, connection)
        self._tell("business_message", message)
        return message

    def deletes_privately(self, message: Wire) -> None:
        """A message in a connected account is deleted."""
        connection = message["business_connection_id"]
        gone = {"business_connection_id": connection, "chat": message["chat"], "message_ids": [message["message_id"]]}
        del self.messages[self._key(message)]
        self._tell("deleted_business_messages", gone)

    def becomes_large(self, group: Wire) -> Wire:
        """A group becomes a supergroup, under another number."""
        large = self.group(group["title"], admin=group["id"] in self.admin_in)
        self.migrated[group["id"]] = large["id"]
        self.says(group, ANONYMOUS, migrate_to_chat_id=large["id"])
        return large

    def file(self, data: bytes) -> str:
        """Something somebody uploaded; gives its key."""
        id_ = f"AgADBAAD{len(self.files)}"
        self.files[id_] = data
        return id_

    def _message(  # noqa: PLR0917 - the parts of one message
        self, chat: Wire, who: Wire, text: str, to: Wire | None, more: Wire, connection: str = ""
    ) -> Wire:
        self._numbers += 1
        message: Wire = {"message_id": self._numbers, "from": who, "chat": chat, "date": self._date()}
        if text:
            message["text"] = text
        if to is not None:
            # One level deep, and large groups tell where the chain began.
            message["reply_to_message"] = {key: value for key, value in to.items() if key != "reply_to_message"}
            if chat["type"] == "supergroup" and "message_thread_id" not in more:
                message["message_thread_id"] = to.get("message_thread_id", to["message_id"])
        if connection:
            message["business_connection_id"] = connection
        message |= more
        self.messages[self._key(message)] = message
        return message

    def _key(self, message: Wire) -> tuple[int, int, int]:
        connection = self.connections.get(message.get("business_connection_id", ""))
        return message["chat"]["id"], message["message_id"], connection["user"]["id"] if connection else 0

    def _date(self) -> int:
        return int(self.now().timestamp())

    def _tell(self, kind: str, what: Wire) -> None:
        if kind in self.wanted:
            self.updates.append((self.now(), {"update_id": self.next_update, kind: what}))
            self.next_update += 1
        if self._waiting is not None and not self._waiting.done():
            self.is_waited_for.clear()
            self._waiting.set_result(True)
