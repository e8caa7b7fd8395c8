"""Reads what an account wrote itself, and the trees below it; asks again for what may have been edited or deleted.

Own posts tell how many answers they have, and whose answers mention nobody make no notification.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.mastodon import mapping
from socialdesk.connectors.mastodon.mapping import WRONG, Wire
from socialdesk.connectors.mastodon.threads import GONE, Events, Threads
from socialdesk.connectors.mastodon.wire import Wire as Line
from socialdesk.model.event import Event, MessageDeleted, MessageSeen, PostSeen
from socialdesk.support.clock import Clock

WINDOW = timedelta(days=3)
OVERLAP = timedelta(hours=6)
"""So much is read again after a time away: clocks differ, and posts come in late."""
AUDIT_EVERY = timedelta(minutes=15)
PAGE = 40
MOST_KEPT = 20_000
MOST_TREES = 40
"""So many trees are read in one pull; the others wait for the next."""
_ASKED_AT_ONCE = 20
_BULK_SINCE = 2
"""`api_versions.mastodon` from which on several statuses can be asked for at once (4.3)."""
_ONE_BY_ONE = 60
"""So many statuses are asked for in one audit where that takes a request each."""


class Posts:
    """The reader of one session. A new one reads its whole window again; later pulls only what changed."""

    def __init__(self, line: Line, threads: Threads, clock: Clock) -> None:
        self._line = line
        self._threads = threads
        self._clock = clock
        self._given: str | None = None
        """The cursor that was given last: another one means that what was given is not kept."""
        self._gathered: Events = {}
        """What was read by a pull that broke off."""
        self._seen: dict[str, str] = {}
        self._answers: dict[str, int] = {}
        self._trees: dict[str, None] = {}
        """Whose trees are still to be read, in order."""
        self._audited: datetime | None = None
        self._number = 0
        self._hinted: dict[str, None] = {}
        self._asked_until = ""

    def hint(self, id_: str) -> None:
        """Somebody said that a status changed: look at it in the next pull."""
        self._hinted[id_] = None

    async def read(
        self, cursor: str | None, state: dict[str, Any], history: timedelta
    ) -> tuple[tuple[Event, ...], dict[str, Any], bool]:
        """What changed, where to go on, and whether there is more at once."""
        if cursor != self._given:
            self._seen, self._answers, self._trees, self._audited = {}, {}, {}, None
            self._gathered = {}
        now = self._clock.now()
        since = now - self._reach(state, now, history)
        is_audit = self._audited is None or now - self._audited >= AUDIT_EVERY
        events = self._gathered
        if not self._trees or is_audit:
            await self._own(since, events, is_audit=is_audit)
            if is_audit:
                self._audited = now
        await self._hints(events)
        await self._read_trees(events)
        fresh = tuple(event for event in events.values() if self._is_new(event))
        self._gathered = {}
        self._forget()
        self._number += 1
        # What was read counts as read once all of it is.
        kept = state.get("read_at") if self._trees else now.isoformat()
        return fresh, {"read_at": kept, "n": self._number}, bool(self._trees)

    def given(self, cursor: str) -> None:
        """The cursor that goes with what was read."""
        self._given = cursor

    async def changed(self, ids: Sequence[str]) -> list[str]:
        """Which of these statuses are gone; those that were edited come with the next pull."""
        if self._threads.me().server.api >= _BULK_SINCE:
            return await self._changed_in_bulk(ids)
        missing: list[str] = []
        for id_ in self._some_of(ids):
            status = await self._status(id_)
            if status is None:
                missing.append(id_)
            else:
                self._compare(status)
        return missing

    def _reach(self, state: dict[str, Any], now: datetime, history: timedelta) -> timedelta:
        """How far back to read: as long as nobody was here, and at least a few days."""
        if not state.get("read_at"):
            return history
        return max(WINDOW, now - mapping.moment(str(state["read_at"])) + OVERLAP)

    async def _own(self, since: datetime, events: Events, *, is_audit: bool) -> None:
        """Own statuses, newest first: back to `since` for an audit, else to one that is known."""
        path = f"/api/v1/accounts/{self._threads.me().id}/statuses"
        wanted: list[str] = []
        place = ""
        while True:
            params = [("limit", str(PAGE)), ("exclude_reblogs", "true")]
            items, _ = await self._line.items(path, params + ([("max_id", place)] if place else []))
            is_known = False
            for status in items:
                try:
                    id_, answers = str(status["id"]), int(status.get("replies_count") or 0)
                    is_known = is_known or id_ in self._answers
                    if status.get("reblog"):
                        continue
                    if answers and (is_audit or self._answers.get(id_, 0) != answers):
                        wanted.append(id_)
                    self._answers[id_] = answers
                except WRONG as error:
                    parked = mapping.unreadable(status, error)
                    events["parked", parked.dedup_key] = parked
                    continue
                await self._threads.take(status, events)
            oldest = mapping.oldest_in(items)
            if oldest is None or oldest < since or (is_known and not is_audit):
                break
            place = str(items[-1]["id"])
        for id_ in reversed(wanted):
            # What an own answer belongs to is read from its head on, with all that others wrote there.
            found = self._threads.place(id_)
            is_public = found is None or not found.thread.startswith("dm:")
            if is_public:
                self._trees[found.thread if found is not None else id_] = None

    async def _read_trees(self, events: Events) -> None:
        for _ in range(MOST_TREES):
            if not self._trees:
                return
            id_ = next(iter(self._trees))
            if not self._threads.knows(id_):
                # What its place is must be known before what is below it.
                status = await self._status(id_)
                if status is not None:
                    await self._threads.take(status, events)
            _, below = await self._threads.around(id_)
            self._threads.settle(below, events)
            for one in [id_, *(str(status.get("id")) for status in below)]:
                self._trees.pop(one, None)

    async def _hints(self, events: Events) -> None:
        for id_ in list(self._hinted):
            status = await self._status(id_)
            if status is not None:
                await self._threads.take(status, events)
            elif self._threads.knows(id_):
                events["gone", id_] = MessageDeleted(id_, self._clock.now())
            self._hinted.pop(id_, None)

    async def _status(self, id_: str) -> Wire | None:
        try:
            return await self._line.get(f"/api/v1/statuses/{id_}")
        except ConnectorError as error:
            if error.failure.kind in GONE:
                return None
            raise

    async def _changed_in_bulk(self, ids: Sequence[str]) -> list[str]:
        missing: list[str] = []
        for start in range(0, len(ids), _ASKED_AT_ONCE):
            asked = ids[start : start + _ASKED_AT_ONCE]
            found, _ = await self._line.items("/api/v1/statuses", [("id[]", one) for one in asked])
            there = {str(one.get("id")): one for one in found}
            missing += [one for one in asked if one not in there]
            for status in there.values():
                self._compare(status)
        return missing

    def _compare(self, status: Wire) -> None:
        id_ = str(status.get("id"))
        if status.get("edited_at") and self._seen.get(id_) != _shown(status):
            self.hint(id_)

    def _some_of(self, ids: Sequence[str]) -> list[str]:
        """The next ones in turn, so that all are asked for in the course of some audits."""
        ordered = sorted(ids)
        later = [one for one in ordered if one > self._asked_until]
        chosen = [*later, *(one for one in ordered if one <= self._asked_until)][:_ONE_BY_ONE]
        self._asked_until = chosen[-1] if chosen else ""
        return chosen

    def _is_new(self, event: Event) -> bool:
        match event:
            case MessageSeen():
                key, shown = event.remote_id, f"{event.version}:{event.is_liked}:{event.likes}"
            case PostSeen():
                key, shown = f"post:{event.remote_id}", f"{event.text}:{event.counts}"
            case _:
                return True
        is_new = self._seen.get(key) != shown
        self._seen[key] = shown
        return is_new

    def _forget(self) -> None:
        """Keep the memory within bounds; what was forgotten is given once more."""
        for memory in (self._seen, self._answers):
            for key in list(memory)[: max(0, len(memory) - MOST_KEPT)]:
                del memory[key]


def _shown(status: Wire) -> str:
    return mapping.print_of(status)
