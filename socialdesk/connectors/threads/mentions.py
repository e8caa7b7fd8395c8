"""Reads posts of others that mention the account, and what is answered to our answers there."""

from __future__ import annotations

from datetime import datetime, timedelta

from socialdesk.connectors.graph import looking
from socialdesk.connectors.graph.reading import BAD, Json, moment, read_cursor, unreadable, written
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit.contract import Page
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.threads import mapping
from socialdesk.connectors.threads.chains import Chains
from socialdesk.connectors.threads.replies import OVERLAP
from socialdesk.model.event import Event
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind

ANSWERS_EVERY = timedelta(minutes=10)
_ANSWERS_SPAN = timedelta(days=14)
_LIST = 50
_MOST_PAGES = 20
_GONE = (FailureKind.GONE, FailureKind.NOT_FOUND, FailureKind.PERMISSION_DENIED)


class Mentions:
    """The reader of one session."""

    def __init__(self, graph: Graph, own: str, chains: Chains) -> None:
        self._graph = graph
        self._own = own
        self._chains = chains

    async def pull(self, cursor: str | None, history: timedelta) -> Page:
        """Read on. Raises ConnectorError."""
        state = read_cursor(cursor)
        read_at = moment(str(state["read_at"])) if state.get("read_at") else None
        answers_at = moment(str(state["answers_at"])) if state.get("answers_at") else None
        beginning = self._graph.now() - history
        found = await self._since("me/mentions", beginning if read_at is None else read_at - OVERLAP)
        now = self._graph.now()
        events: list[Event] = []
        for one in found:
            events += await self._event(one)
        if answers_at is None or now - answers_at >= ANSWERS_EVERY or now < answers_at:
            since = beginning if answers_at is None else answers_at - OVERLAP
            events += await self._answers(since, now)
            answers_at = now
        return Page(tuple(events), written(read_at=now.isoformat(), answers_at=answers_at.isoformat()))

    async def _event(self, said: Json) -> list[Event]:
        """What mentions us as a message; nothing for what stands below an own post, which is read there."""
        try:
            root = mapping.root_of(said)
            if root and root != str(said["id"]) and await self._chains.is_own(root):
                return []
            place = await self._chains.below_other(said)
        except BAD as error:
            return [unreadable(said, error)]
        if place is None:
            return []
        return [mapping.to_message(said, self._own, place.thread, Kind.MENTION, place.contact, None)]

    async def _answers(self, since: datetime, now: datetime) -> list[Event]:
        """Our own answers below posts of others, and what was answered to them since a moment."""
        events: list[Event] = []
        for one in await self._since("me/replies", min(since, now - _ANSWERS_SPAN)):
            self._chains.learn(mapping.as_own(one))
            told = await self._event(one)
            if not told:
                continue
            at = _created(one)
            if at is None or at >= since:
                events += told
            if one.get("has_replies") is False:
                continue
            try:
                below = await self._since(f"{one['id']}/replies", since, reverse=True)
            except ConnectorError as error:
                await looking.passes_over(self._graph, error, _GONE, "me")
                continue
            for each in below:
                events += await self._event(each)
        return events

    async def _since(self, path: str, since: datetime, **more: object) -> list[Json]:
        """What a list holds since a moment, the newest first."""
        found: list[Json] = []
        pages = 0
        async for page in self._graph.pages(path, fields=mapping.FIELDS, limit=_LIST, **more):
            pages += 1
            for one in page:
                self._chains.learn(one)
            found += [one for one in page if one.get("id")]
            oldest = _created(page[-1]) if page else None
            if oldest is None or oldest < since or pages >= _MOST_PAGES:
                break
        return [one for one in found if (_created(one) or since) >= since]


def _created(said: Json) -> datetime | None:
    try:
        return moment(said["timestamp"])
    except BAD:
        return None
