"""Reads what people recommend of a Page, and what was said below it; gives events and the place to go on from."""

from __future__ import annotations

from datetime import datetime, timedelta

from socialdesk.connectors.facebook import mapping
from socialdesk.connectors.facebook.posts import COMMENT_FIELDS
from socialdesk.connectors.graph.reading import Json, inner, moment, objects, read_cursor, written
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit.contract import Page
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.event import Event, MessageSeen
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

FIELDS = (
    "created_time,recommendation_type,review_text,has_review,has_rating,rating,reviewer{id,name},open_graph_story{id}"
)
EVERY = timedelta(minutes=10)
_BELOW_EVERY, _BELOW_SPAN, _MOST_BELOW = timedelta(hours=1), timedelta(days=14), 20
_OVERLAP = timedelta(days=3)
"""An edited recommendation keeps its time: so many days are read again each time."""
_LIST = 25


class Reviews:
    """The reader of one session."""

    def __init__(self, graph: Graph, page: str, clock: Clock) -> None:
        self._graph = graph
        self._page = page
        self._clock = clock
        self._below: datetime | None = None

    async def pull(self, cursor: str | None, history: timedelta) -> Page:
        """Read on, at most every ten minutes: they are few, and each look costs of what the network allows."""
        now = self._clock.now()
        state = read_cursor(cursor)
        read_at = moment(str(state["read_at"])) if state.get("read_at") else None
        if cursor is not None and read_at is not None and now - read_at < EVERY:
            return Page((), cursor)
        since = now - history if read_at is None else min(read_at, now) - _OVERLAP
        ratings = await self._list(since)
        events: list[Event] = [one for rating in ratings if (one := mapping.to_review(rating, self._page)) is not None]
        if self._below is None or now - self._below >= _BELOW_EVERY:
            events += await self._said_below(ratings, now - max(_BELOW_SPAN, now - since))
            self._below = now
        return Page(tuple(events), written(read_at=now.isoformat()))

    async def _list(self, since: datetime) -> list[Json]:
        found: list[Json] = []
        async for page in self._graph.pages(f"{self._page}/ratings", fields=FIELDS, limit=_LIST):
            recent = [one for one in page if (_created(one) or since) >= since]
            found += recent
            if len(recent) < len(page):
                break
        return found

    async def _said_below(self, ratings: list[Json], since: datetime) -> list[Event]:
        events: list[Event] = []
        recent = [one for one in ratings if (_created(one) or since) >= since]
        for rating in recent[:_MOST_BELOW]:
            story = inner(rating, "open_graph_story", "id")
            if story is None:
                continue
            try:
                said = await self._graph.get(f"{story}/comments", filter="stream", fields=COMMENT_FIELDS, limit=100)
            except ConnectorError as error:
                if error.failure.kind is FailureKind.AUTH_EXPIRED or error.failure.heals_itself:
                    raise
                continue
            reviewer = mapping.reviewer_of(rating, self._page)
            below = mapping.comments_of_review(objects(said), str(story), reviewer, self._page)
            events += [one for one in below if isinstance(one, MessageSeen)]
        return events


def _created(rating: Json) -> datetime | None:
    try:
        return moment(rating["created_time"])
    except (KeyError, ValueError, TypeError):
        return None
