"""Finds the thread of each status and gathers events; remembers places, so that most statuses cost no request.

The rule of threads is in the README beside this file. What is remembered is facts of the network, never what was given
on: a reader that must know that keeps it itself.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TypeVar

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.parts import as_list, as_object
from socialdesk.connectors.mastodon import mapping
from socialdesk.connectors.mastodon.mapping import WRONG, Me, Place, Wire
from socialdesk.connectors.mastodon.wire import Wire as Line
from socialdesk.model.event import Event
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind

MOST_KNOWN = 5_000
"""So many places are remembered; one that was forgotten costs a request."""
Events = dict[tuple[str, str], Event]
GONE = (FailureKind.GONE, FailureKind.NOT_FOUND)


class Threads:
    """What one session knows of threads."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._places: OrderedDict[str, Place | None] = OrderedDict()
        self._ids: OrderedDict[str, str] = OrderedDict()
        """Local ids of accounts, by full name."""
        self._directs: OrderedDict[str, str] = OrderedDict()
        """By conversation, its newest status that was seen."""

    def me(self) -> Me:
        """Whose session it is."""
        keys = self._line.keys()
        return Me(keys.own_id, keys.own_acct, keys.server)

    def knows(self, id_: str) -> bool:
        """Whether a status was seen lately."""
        return id_ in self._places

    def place(self, id_: str) -> Place | None:
        """Where a status that was seen lately belongs."""
        return self._places.get(id_)

    def account(self, acct: str) -> str | None:
        """The local id of somebody who was seen lately."""
        return self._ids.get(acct)

    def newest_direct(self, thread: str) -> str | None:
        """The newest status of a conversation that was seen lately."""
        return self._directs.get(thread)

    async def take(self, status: Wire, events: Events) -> None:
        """Add what a status says, with what stands between it and the head of its thread. Raises ConnectorError."""
        try:
            parent = mapping.parent_of(status)
            if mapping.is_direct(status) or parent is None or parent in self._places:
                self.settle([status], events)
            else:
                above, below = await self.around(str(status["id"]))
                self.settle([*above, status, *below], events)
            await self._complete(status, events)
        except WRONG as error:
            self._park(status, error, events)

    async def around(self, id_: str) -> tuple[list[Wire], list[Wire]]:
        """What stands above a status, from the root down, and what stands below it; nothing when it is gone."""
        try:
            said = await self._line.get(f"/api/v1/statuses/{id_}/context")
        except ConnectorError as error:
            if error.failure.kind not in GONE:
                raise
            # Only a status that is gone itself has nothing around it.
            if await self._is_there(id_):
                raise
            return [], []
        return _statuses(said.get("ancestors")), _statuses(said.get("descendants"))

    async def _is_there(self, id_: str) -> bool:
        try:
            await self._line.get(f"/api/v1/statuses/{id_}")
        except ConnectorError as error:
            if error.failure.kind in GONE:
                return False
            raise
        return True

    def settle(self, statuses: list[Wire], events: Events) -> None:
        """Add statuses of one tree, parents before children, each in its place."""
        me = self.me()
        here = {str(one.get("id")): one for one in statuses}
        for status in statuses:
            try:
                place = self._settle(status, me)
                self._note(status, me)
                id_ = str(status["id"])
                if place is not None:
                    events["message", id_] = mapping.to_message(status, place, me)
                    if place.thread == id_ and place.post in here:
                        events["post", place.post] = mapping.to_post(here[place.post], me)
                elif mapping.is_own(status, me) and not mapping.is_direct(status):
                    events["post", id_] = mapping.to_post(status, me)
            except WRONG as error:
                self._park(status, error, events)

    def _settle(self, status: Wire, me: Me) -> Place | None:
        id_ = str(status["id"])
        if mapping.is_direct(status):
            place = mapping.direct_place(status, me)
            if place is not None:
                newest = mapping.later(self._directs.get(place.thread, ""), id_)
                _remember(self._directs, place.thread, newest)
        else:
            above = self._places.get(mapping.parent_of(status) or "")
            # Below a private word everything public is a thread of its own.
            under = above if above is not None and above.kind is not Kind.DM else None
            place = under or mapping.head_place(status, me)
        _remember(self._places, id_, place)
        return place

    def _note(self, status: Wire, me: Me) -> None:
        mentions: list[Wire] = status.get("mentions") or []
        for one in (status["account"], *mentions):
            _remember(self._ids, me.server.full(str(one["acct"])), str(one["id"]))

    async def _complete(self, status: Wire, events: Events) -> None:
        """The post a thread hangs on, where it was not at hand."""
        place = self._places.get(str(status["id"]))
        if place is None or place.post is None or ("post", place.post) in events:
            return
        me = self.me()
        quoted = mapping.quoted_in(status)
        if quoted is not None and str(quoted["id"]) == place.post:
            events["post", place.post] = mapping.to_post(quoted, me)
            return
        if self.knows(place.post) and (place.kind is Kind.COMMENT or place.thread != str(status["id"])):
            return  # it was given when it was seen
        try:
            post = await self._line.get(f"/api/v1/statuses/{place.post}")
        except ConnectorError as error:
            if error.failure.kind in GONE:
                return
            raise
        self._settle(post, me)
        events["post", place.post] = mapping.to_post(post, me)

    def _park(self, status: Wire, error: Exception, events: Events) -> None:
        parked = mapping.unreadable(status, error)
        events["parked", parked.dedup_key] = parked


_T = TypeVar("_T")


def _remember(memory: OrderedDict[str, _T], key: str, value: _T) -> None:
    memory[key] = value
    memory.move_to_end(key)
    while len(memory) > MOST_KNOWN:
        memory.popitem(last=False)


def _statuses(said: object) -> list[Wire]:
    return [as_object(one) for one in as_list(said) if isinstance(one, dict)]
