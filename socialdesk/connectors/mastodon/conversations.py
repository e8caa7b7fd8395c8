"""Reads the list of private conversations: a second source, for what the account's filters keep from its notifications.

Not every server has the list or fills it; there conversations come from the notifications and own posts alone.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.mastodon import mapping
from socialdesk.connectors.mastodon.mapping import WRONG, Wire
from socialdesk.connectors.mastodon.threads import Events, Threads
from socialdesk.connectors.mastodon.wire import Wire as Line
from socialdesk.model.event import Event
from socialdesk.model.failure import FailureKind

PAGE = 40
PATH = "/api/v1/conversations"


class Conversations:
    """The reader of one session."""

    def __init__(self, line: Line, threads: Threads) -> None:
        self._line = line
        self._threads = threads
        self._given: str | None = None
        self._seen: dict[str, str] = {}
        self._gathered: Events = {}
        """What was read by a pull that broke off."""
        self._is_whole = False
        """Whether the last reading came to its end: only then what is known says that all behind it is."""
        self._number = 0
        self._has_none = False

    async def read(
        self, cursor: str | None, state: dict[str, Any], since: datetime
    ) -> tuple[tuple[Event, ...], dict[str, Any], bool]:
        """What is new, where to go on, and whether there is more at once."""
        if cursor != self._given:
            self._seen, self._gathered, self._is_whole = {}, {}, False
        is_whole, self._is_whole = self._is_whole, False
        self._number += 1
        place = str(state.get("back") or "")
        try:
            params = [("limit", str(PAGE)), *([("max_id", place)] if place else [])]
            items, older = ([], "") if self._has_none else await self._line.items(PATH, params)
        except ConnectorError as error:
            if error.failure.kind is not FailureKind.NOT_FOUND or self._threads.me().server.is_mastodon:
                raise
            self._has_none, items, older = True, [], ""
        events = self._gathered
        is_known = False
        oldest: datetime | None = None
        for item in items:
            status: Wire = item.get("last_status") or {}
            if not status:
                continue
            try:
                id_, shown = str(item["id"]), f"{status['id']}:{mapping.version_of(status)}"
                at = mapping.moment(status["created_at"])
            except WRONG as error:
                parked = mapping.unreadable(item, error)
                events["parked", parked.dedup_key] = parked
                continue
            oldest = min(at, oldest or at)
            if self._seen.get(id_) == shown:
                is_known = is_whole
                continue
            if at < since:
                continue
            if not self._threads.knows(str(status["id"])):
                # More than the last word may have been kept from us.
                above, below = await self._threads.around(str(status["id"]))
                self._threads.settle([one for one in (*above, *below) if mapping.is_direct(one)], events)
            await self._threads.take(status, events)
            self._seen[id_] = shown
        self._gathered = {}
        # The list is in the order of what was said last: behind one that is known or too old all are.
        is_over = not items or is_known or not older or (oldest is not None and oldest < since)
        self._is_whole = is_over
        return tuple(events.values()), {"n": self._number, "back": "" if is_over else older}, not is_over

    def given(self, cursor: str) -> None:
        """The cursor that goes with what was read."""
        self._given = cursor
