"""Carries acts of one bot out, each once; what is sent again under the same nonce is not sent twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import quote

from socialdesk.connectors.discord import mapping
from socialdesk.connectors.discord.direct import Direct
from socialdesk.connectors.discord.mapping import Whose
from socialdesk.connectors.discord.names import DIRECT, id_at, link_of, message_name, to_message, to_room
from socialdesk.connectors.discord.wire import Wire, understood
from socialdesk.connectors.kit.contract import Answer, AnswerPrivately, BlockPerson, EditMessage, Intent, Receipt
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind

LIKE = quote("👍")
_LONGEST_QUIET = timedelta(days=28)
"""The longest time-out there is: docs.discord.com, Modify Guild Member."""
_CLOCKS = timedelta(seconds=5)
"""How far clocks may still be apart when we look for what we sent: theirs is told in whole seconds."""
_NONCE_LIVES = timedelta(minutes=2)
"""So long Discord surely knows a nonce: "a few minutes", docs.discord.com, Create Message (U)."""
_MOST_LOOKED = 5
QUIET = "Not banned, for the bot may not: this person is kept quiet in the server for 28 days."


class Outgoing:
    """The acts of one bot in one server."""

    def __init__(self, wire: Wire, whose: Whose, direct: Direct) -> None:
        self._wire = wire
        self._whose = whose
        self._direct = direct

    async def answer(self, answer: Answer, nonce: str) -> Receipt:
        """Send an answer. Raises ConnectorError."""
        room = to_room(answer.thread_remote_id)
        parent = to_message(answer.parent_remote_id)[1] if answer.kind is not Kind.DM else ""
        sent = await self._wire.send(
            "POST", f"/channels/{room.channel}/messages", _said(answer.text, nonce, parent), answer.pictures
        )
        with understood(is_send=True):
            return _receipt(sent, room.guild, room.channel)

    async def privately(self, action: AnswerPrivately, nonce: str) -> Receipt:
        """Write to whoever wrote a message, in a chat of two. Raises ConnectorError."""
        chat = await self._chat_for(action)
        sent = await self._wire.send("POST", f"/channels/{chat}/messages", _said(action.text, nonce, ""))
        with understood(is_send=True):
            return Receipt("", mapping.moment(sent["timestamp"]))

    async def find(self, intent: Intent, action: Answer | AnswerPrivately) -> Receipt | None:
        """What was sent for an intent; None when it does not stand there. Raises ConnectorError."""
        if isinstance(action, Answer):
            room = to_room(action.thread_remote_id)
            guild, channel = room.guild, room.channel
        else:
            guild, channel = DIRECT, await self._chat_for(action)
        await self._wire.get("/users/@me")  # the first answer tells how far the clocks are apart
        after = id_at(intent.recorded_at + self._wire.skew - _CLOCKS)
        is_old = self._wire.now() - self._wire.skew - intent.recorded_at > _NONCE_LIVES
        for _ in range(_MOST_LOOKED):
            found: list[dict[str, Any]] = await self._wire.get(f"/channels/{channel}/messages", after=after, limit=100)
            for one in found:
                if one["author"]["id"] == self._whose.bot and self._is_it(one, intent.key, action, is_old=is_old):
                    receipt = _receipt(one, guild, channel)
                    return receipt if isinstance(action, Answer) else Receipt("", receipt.at)
            if len(found) < 100:
                return None
            after = max(int(one["id"]) for one in found)
        return None

    def _is_it(self, message: dict[str, Any], nonce: str, action: Answer | AnswerPrivately, *, is_old: bool) -> bool:
        if message.get("nonce"):
            return str(message["nonce"]) == nonce
        if not is_old:
            # Sent again under its nonce it cannot double, while one that only sounds alike could be taken for it.
            return False
        reference: dict[str, Any] = message.get("message_reference") or {}
        parent = reference.get("message_id")
        wanted = None
        if isinstance(action, Answer) and action.kind is not Kind.DM:
            wanted = to_message(action.parent_remote_id)[1]
        same = str(message.get("content", "")).strip() == action.text.strip()
        pictures = len(action.pictures) if isinstance(action, Answer) else 0
        return same and parent == wanted and len(message.get("attachments") or []) == pictures

    async def like(self, message: str, *, on: bool) -> None:
        """Put the reaction of a like on a message, or take it off."""
        channel, id_ = to_message(message)
        path = f"/channels/{channel}/messages/{id_}/reactions/{LIKE}/@me"
        await self._wire.send("PUT" if on else "DELETE", path)

    async def edit(self, action: EditMessage) -> None:
        """Put other words into an own message (docs.discord.com, Edit Message). Nobody is called by them."""
        channel, id_ = to_message(action.message_remote_id)
        body: dict[str, Any] = {"content": action.text, "allowed_mentions": {"parse": []}}
        await self._wire.send("PATCH", f"/channels/{channel}/messages/{id_}", body)

    async def delete(self, message: str) -> None:
        """Delete a message; one that is gone is no failure."""
        channel, id_ = to_message(message)
        try:
            await self._wire.send("DELETE", f"/channels/{channel}/messages/{id_}")
        except ConnectorError as error:
            if error.failure.kind is not FailureKind.GONE:
                raise

    async def ban(self, action: BlockPerson) -> str:
        """Keep somebody out of the server, or let them in again; gives a sentence where it is less than that."""
        guild, person = self._whose.guild, action.person_remote_id
        if not action.on:
            await self._let_in(guild, person)
            return ""
        try:
            await self._wire.send("PUT", f"/guilds/{guild}/bans/{person}", {"delete_message_seconds": 0})
        except ConnectorError as error:
            if error.failure.kind is not FailureKind.PERMISSION_DENIED:
                raise
            until = self._wire.now() + _LONGEST_QUIET - timedelta(minutes=1)
            quiet = {"communication_disabled_until": until.isoformat()}
            await self._wire.send("PATCH", f"/guilds/{guild}/members/{person}", quiet)
            return QUIET
        return ""

    async def _let_in(self, guild: str, person: str) -> None:
        try:
            await self._wire.send("DELETE", f"/guilds/{guild}/bans/{person}")
        except ConnectorError as error:
            if error.failure.kind not in (FailureKind.NOT_FOUND, FailureKind.PERMISSION_DENIED):
                raise
            # Not banned, so kept quiet, where it was us.
            lifted = {"communication_disabled_until": None}
            await self._wire.send("PATCH", f"/guilds/{guild}/members/{person}", lifted)

    async def _chat_for(self, action: AnswerPrivately) -> str:
        """The chat with whoever wrote a message."""
        channel, id_ = to_message(action.message_remote_id)
        message = await self._wire.get(f"/channels/{channel}/messages/{id_}")
        # The one that is there already is given, so this may be asked any number of times.
        chat = await self._wire.send("POST", "/users/@me/channels", {"recipient_id": message["author"]["id"]})
        self._direct.opened(chat)
        return str(chat["id"])


def _said(text: str, nonce: str, parent: str) -> dict[str, Any]:
    """A message as Discord takes it. Nobody is called by it but who is answered, whatever the text holds."""
    said: dict[str, Any] = {
        "content": text,
        "allowed_mentions": {"parse": [], "replied_user": True},
        "nonce": nonce,
        "enforce_nonce": True,
    }
    if parent:
        said["message_reference"] = {"message_id": parent, "fail_if_not_exists": True}
    return said


def _receipt(message: dict[str, Any], guild: str, channel: str) -> Receipt:
    id_ = str(message["id"])
    return Receipt(message_name(channel, id_), mapping.moment(message["timestamp"]), link_of(guild, channel, id_))
