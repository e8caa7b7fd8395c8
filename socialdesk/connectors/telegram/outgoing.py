"""Carries acts of one bot out, each once; keeps chats at the pace that Telegram wants."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.kit.contract import Answer, AnswerPrivately, BlockPerson, EditMessage, Receipt
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.telegram import mapping
from socialdesk.connectors.telegram.failures import NO_BUSINESS, ONLY_A_PICTURE, SAME_WORDS, Migrated, not_telegram
from socialdesk.connectors.telegram.names import message_name, to_place, to_room
from socialdesk.connectors.telegram.place import Connection
from socialdesk.connectors.telegram.wire import Wire
from socialdesk.model.capability import TextUnit
from socialdesk.model.counting import count
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock

MOST_CAPTION = 1_024
LIKE = "👍"
_EVERY = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)
_MOST_IN_GROUP = 20
_ALBUM = 2
"""From so many pictures on an answer is several messages."""
_NO_PREVIEW = {"is_disabled": True}


class Pace:
    """When each chat was written to: core.telegram.org/bots/faq, "My bot is hitting limits"."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._sent: dict[int, deque[datetime]] = {}

    @contextmanager
    def taking(self, chat: int, many: int = 1) -> Generator[None]:
        """Write to a chat now; what surely failed does not count. Raises ConnectorError when it is too early."""
        now = self._clock.now()
        sent = self._sent.setdefault(chat, deque(maxlen=_MOST_IN_GROUP))
        free_at = sent[-1] + _EVERY if sent else now
        # Groups count down from 0, people up.
        if chat < 0 and len(sent) == _MOST_IN_GROUP:
            free_at = max(free_at, sent[0] + _MINUTE)
        if free_at > now:
            raise failed(
                FailureKind.RATE_LIMITED,
                "Telegram takes one message a second in a chat, and 20 a minute in a group. It goes on by itself.",
                code="pace",
                retry_at=free_at,
            )
        try:
            yield
        except ConnectorError as error:
            if error.failure.certainty is not Certainty.NOT_SENT:
                sent.extend([now] * many)
            raise
        sent.extend([now] * many)


class Outgoing:
    """The acts of one bot."""

    def __init__(self, wire: Wire, clock: Clock, connections: Callable[[], dict[str, Connection] | None]) -> None:
        """`connections` gives the personal accounts that are connected; None while that is not known yet."""
        self._wire = wire
        self._clock = clock
        self._connections = connections
        self._pace = Pace(clock)

    async def answer(self, answer: Answer) -> Receipt:
        """Send an answer. Raises ConnectorError."""
        _fits_below(answer)
        room = to_room(answer.thread_remote_id)
        params: dict[str, Any] = {"chat_id": room.chat}
        if room.owner:
            params["business_connection_id"] = self._connection(room.owner)
            if len(answer.pictures) > 1:
                raise failed(
                    FailureKind.INVALID,
                    "In the chats of a personal account one picture goes with an answer. Nothing was sent; send the"
                    " others after it.",
                    code="pictures",
                )
        if answer.kind is not Kind.DM:
            # Without the message it answers, nobody in a group would know what it is about.
            params["reply_parameters"] = {"message_id": to_place(answer.parent_remote_id).number}
            if answer.kind is Kind.MENTION and room.topic:
                params["message_thread_id"] = room.topic
        try:
            sent = await self._send(params, answer)
        except Migrated as moved:
            # Nothing was sent; the messages of before cannot be named in the new group.
            left = {key: value for key, value in params.items() if key not in ("reply_parameters", "message_thread_id")}
            sent = await self._send(left | {"chat_id": moved.chat}, answer)
        return self._receipt(sent, room.owner, room.topic if answer.kind is Kind.COMMENT else 0)

    async def privately(self, action: AnswerPrivately, person: int) -> dict[str, Any]:
        """Write to somebody in a chat of their own; gives the message."""
        params = {"chat_id": person, "text": action.text, "link_preview_options": _NO_PREVIEW}
        with self._pace.taking(person):
            return await self._wire.call("sendMessage", params, is_send=True, chat=person)

    async def like(self, message: str, *, on: bool) -> None:
        """Put the reaction of a like on a message, or take it off."""
        place = to_place(message)
        if place.owner:
            raise failed(
                FailureKind.PERMISSION_DENIED,
                "Telegram lets a bot put no reactions in the chats of a personal account. Nothing was done.",
                code="business",
            )
        reaction = [{"type": "emoji", "emoji": LIKE}] if on else []
        params = {"chat_id": place.chat, "message_id": place.number, "reaction": reaction}
        await self._wire.call("setMessageReaction", params, is_send=True, chat=place.chat)

    async def edit(self, action: EditMessage) -> None:
        """Put other words into an own message, or below its picture; the same words again are no failure."""
        place = to_place(action.message_remote_id)
        params: dict[str, Any] = {"chat_id": place.chat, "message_id": place.number}
        if place.owner:
            params["business_connection_id"] = self._connection(place.owner)
        try:
            text = {"text": action.text, "link_preview_options": _NO_PREVIEW}
            await self._wire.call("editMessageText", params | text, is_send=True, chat=place.chat)
        except ConnectorError as error:
            if error.failure.code.endswith(SAME_WORDS):
                return
            if not error.failure.code.endswith(ONLY_A_PICTURE):
                raise
            await self._edit_below(params, action.text)

    async def _edit_below(self, params: dict[str, Any], text: str) -> None:
        try:
            await self._wire.call(
                "editMessageCaption", params | {"caption": text}, is_send=True, chat=params["chat_id"]
            )
        except ConnectorError as error:
            if not error.failure.code.endswith(SAME_WORDS):
                raise

    async def delete(self, message: str) -> None:
        """Delete a message, or all pictures of one answer; one that is gone is no failure."""
        place = to_place(message)
        method, params = "deleteMessage", {"chat_id": place.chat, "message_id": place.number}
        if place.owner:
            method = "deleteBusinessMessages"
            params = {"business_connection_id": self._connection(place.owner), "message_ids": list(place.numbers)}
        elif len(place.numbers) > 1:
            method, params = "deleteMessages", {"chat_id": place.chat, "message_ids": list(place.numbers)}
        try:
            await self._wire.call(method, params, is_send=True, chat=place.chat)
        except ConnectorError as error:
            if error.failure.kind is not FailureKind.GONE or isinstance(error, Migrated):
                raise

    async def ban(self, action: BlockPerson) -> None:
        """Keep somebody out of the group where they wrote, or let them in again."""
        room, person = to_room(action.thread_remote_id), int(action.person_remote_id)
        if room.chat > 0:
            raise failed(
                FailureKind.PERMISSION_DENIED,
                "A bot can block people in groups only. Nothing was done.",
                code="private",
            )
        # Somebody who writes in the name of a channel is banned by that name (banChatSenderChat).
        who = {"user_id": person} if person > 0 else {"sender_chat_id": person}
        name = "Member" if person > 0 else "SenderChat"
        more = {"only_if_banned": True} if person > 0 and not action.on else {}
        method = f"{'ban' if action.on else 'unban'}Chat{name}"
        await self._wire.call(method, {"chat_id": room.chat, **who, **more}, is_send=True, chat=room.chat)

    def _receipt(self, sent: list[dict[str, Any]], owner: int, post: int) -> Receipt:
        """Proof of what was sent. Raises ConnectorError, of unknown outcome, for an answer of another shape."""
        try:
            first = sent[0]
            chat: dict[str, Any] = first["chat"]
            numbers = tuple(int(one["message_id"]) for one in sent)
            link = mapping.link_of(chat, numbers[0], post) if chat["id"] < 0 else ""
            name = message_name(chat["id"], numbers, owner)
        except (KeyError, TypeError, ValueError, IndexError):
            raise not_telegram(is_send=True) from None
        try:
            at = mapping.moment(first["date"])
        except (KeyError, TypeError, ValueError, OverflowError):
            at = self._clock.now()
        return Receipt(name, at, link)

    def _connection(self, owner: int) -> str:
        """The connection to a personal account. Raises ConnectorError while it is not known, and where it is off."""
        known = self._connections()
        if known is None:
            raise failed(
                FailureKind.TRANSIENT,
                "SocialDesk asks Telegram first which personal accounts are connected. It goes on by itself.",
                code="not read yet",
            )
        found = [id_ for id_, one in known.items() if one.owner == owner and one.is_on and one.may_reply]
        if not found:
            raise failed(FailureKind.WINDOW_CLOSED, NO_BUSINESS, code="no connection")
        return found[-1]

    async def _send(self, params: dict[str, Any], answer: Answer) -> list[dict[str, Any]]:
        chat, pictures = int(params["chat_id"]), answer.pictures
        caption = {"caption": answer.text} if answer.text.strip() else {}
        match len(pictures):
            case 0:
                method = "sendMessage"
                params = params | {"text": answer.text, "link_preview_options": _NO_PREVIEW}
            case 1:
                method, params = "sendPhoto", params | caption
            case many:
                method = "sendMediaGroup"
                media: list[dict[str, str]] = [
                    {"type": "photo", "media": f"attach://picture{number}"} for number in range(many)
                ]
                media[0] |= caption
                params = params | {"media": media}
        with self._pace.taking(chat, max(1, len(pictures))):
            sent = await self._wire.call(method, params, is_send=True, chat=chat, pictures=pictures)
        return [sent] if len(pictures) < _ALBUM else sent


def _fits_below(answer: Answer) -> None:
    """Raises ConnectorError where words are too long to stand below pictures."""
    used = count(answer.text, TextUnit.UTF16)
    if answer.pictures and used > MOST_CAPTION:
        raise failed(
            FailureKind.INVALID,
            f"With pictures Telegram takes {MOST_CAPTION:,} characters, this is {used:,}. Nothing was sent; shorten it,"
            " or send the pictures by themselves.",
            code="caption",
        )
