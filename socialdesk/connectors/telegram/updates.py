"""Reads a bot's updates: gives a page of events and the place to go on from.

Asking from a place makes Telegram forget what lies before it, so a place is asked from only once it was stored: it
comes back as the cursor of the next pull. Without a cursor nothing is forgotten, and nothing is read on.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from socialdesk.connectors.kit.contract import Page
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import transient
from socialdesk.connectors.telegram import mapping
from socialdesk.connectors.telegram.mapping import Bot
from socialdesk.connectors.telegram.names import message_name
from socialdesk.connectors.telegram.place import KEPT, Connection, Spot, to_spot
from socialdesk.connectors.telegram.wire import Wire
from socialdesk.model.event import Event, MessageDeleted, Unreadable
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.support.clock import Clock

STREAM = "updates"
WANTED = (
    "message",
    "edited_message",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
)
MOST = 100
WAIT_S = 50


class Updates:
    """The updates of one bot, asked for now and then or waited for."""

    def __init__(self, wire: Wire, bot: Callable[[], Bot], clock: Clock) -> None:
        self._wire = wire
        self._bot = bot
        self._clock = clock
        self._waiting: asyncio.Task[Any] | None = None
        self._may_wait = asyncio.Event()
        self._offset: int | None = None
        self.connections: dict[str, Connection] | None = None
        """The personal accounts that are connected; None before anything was read."""
        self._told: list[Event] = []
        self._told_with = ""
        self._given = 0

    def tell(self, event: Event) -> None:
        """Let an event of our own come with the next page: what a bot says is in nobody's updates."""
        self._told.append(event)

    async def pull(self, cursor: str | None) -> Page:
        """What there is from a cursor on, or with None all that Telegram still keeps. Raises ConnectorError."""
        spot = to_spot(cursor)
        now = self._clock.now()
        self._may_wait.clear()
        if self._waiting is not None:
            # Two who ask at once are refused; this one has the place that was stored last.
            self._waiting.cancel()
        if cursor is not None and cursor == self._told_with:
            del self._told[: self._given]
        offset = spot.ask_from(now)
        updates: list[dict[str, Any]] = await self._wire.call("getUpdates", _asked(offset, MOST, 0))
        events: list[Event] = []
        for update in updates:
            events += await self._events(update, spot)
        gap = _gap(spot.read_at, now)
        spot.read_at = now
        if updates:
            spot.offset, spot.moved_at = int(updates[-1]["update_id"]) + 1, now
        else:
            self._offset = offset
            if cursor is not None:
                self._may_wait.set()
        self.connections = spot.connections
        next_cursor = spot.written()
        self._told_with, self._given = next_cursor, len(self._told)
        return Page((*events, *self._told), next_cursor, cursor is not None and bool(updates), gap)

    async def listen(self, heard: Callable[[str], None]) -> None:
        """Wait for updates, and say when there are some. Raises ConnectorError when waiting is of no use.

        Another reading ends the waiting as well: then this raises what heals itself, and is begun again.
        """
        is_told = False
        while True:
            await self._may_wait.wait()
            if not is_told:
                # A reading has just gone well, so the line stands.
                is_told = True
                heard(STREAM)
            asked = _asked(self._offset, 1, WAIT_S)
            waiting = self._waiting = asyncio.create_task(  # noqa: TID251 - awaited right below
                self._wire.call("getUpdates", asked, wait_s=WAIT_S)
            )
            try:
                await asyncio.wait({waiting})
            finally:
                self._waiting = None
                waiting.cancel()
            if waiting.cancelled():
                continue
            error = waiting.exception()
            if isinstance(error, ConnectorError) and error.failure.code == "conflict":
                # Mostly a second reading of our own; a reader that stays is met by the next pull as well.
                raise transient("Telegram", "conflict", Certainty.NOT_SENT)
            if waiting.result():
                self._may_wait.clear()
                heard(STREAM)

    async def _events(self, update: dict[str, Any], spot: Spot) -> list[Event]:
        try:
            return await self._mapped(update, spot)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError) as error:
            raw = json.dumps(update, ensure_ascii=False, default=str)
            return [Unreadable(f"update:{update.get('update_id')}", f"{type(error).__name__}: {error}", raw)]

    async def _mapped(self, update: dict[str, Any], spot: Spot) -> list[Event]:
        match update:
            case {"message": message} | {"edited_message": message}:
                post = mapping.answered_post(message)
                found = [mapping.to_event({**post, "chat": message["chat"]}, self._bot(), spot)] if post else []
                found.append(mapping.to_event(message, self._bot(), spot))
                return [one for one in found if one is not None]
            case {"business_connection": connection}:
                _note(connection, spot)
            case {"business_message": message} | {"edited_business_message": message}:
                owner = await self._owner(message["business_connection_id"], spot)
                event = mapping.to_business_event(message, owner)
                return [] if event is None else [event]
            case {"deleted_business_messages": gone}:
                owner = await self._owner(gone["business_connection_id"], spot)
                chat, now = gone["chat"]["id"], self._clock.now()
                return [MessageDeleted(message_name(chat, (one,), owner), now) for one in gone["message_ids"]]
            case _:
                # Whatever else there is or will be: it is passed over, and so confirmed.
                pass
        return []

    async def _owner(self, id_: str, spot: Spot) -> int:
        """Whose account a connection is of. Raises ConnectorError while that cannot be asked, LookupError for good."""
        known = spot.connections.get(id_)
        if known is not None:
            return known.owner
        try:
            connection = await self._wire.call("getBusinessConnection", {"business_connection_id": id_})
        except ConnectorError as error:
            if error.failure.heals_itself or error.failure.kind is FailureKind.AUTH_EXPIRED:
                raise
            raise KeyError(id_) from None
        return _note(connection, spot)


def _asked(offset: int | None, limit: int, wait_s: int) -> dict[str, Any]:
    asked: dict[str, Any] = {"limit": limit, "timeout": wait_s, "allowed_updates": WANTED}
    return asked if offset is None else asked | {"offset": offset}


def _note(connection: dict[str, Any], spot: Spot) -> int:
    owner = int(connection["user"]["id"])
    rights: dict[str, Any] = connection.get("rights") or {}
    may_reply = bool(rights.get("can_reply") or connection.get("can_reply"))
    spot.note_connection(str(connection["id"]), Connection(owner, may_reply, bool(connection.get("is_enabled"))))
    return owner


def _gap(read_at: datetime | None, now: datetime) -> str:
    if read_at is None or now - read_at <= KEPT:
        return ""
    return (
        "Telegram keeps messages for 24 hours only. SocialDesk was away for longer, so some may be missing; look in"
        " Telegram."
    )
