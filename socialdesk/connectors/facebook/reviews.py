"""Reads what people recommend of a Page, and what was said below it; gives events and the place to go on from."""

from __future__ import annotations

from datetime import datetime, timedelta

from socialdesk.connectors.facebook import mapping
from socialdesk.connectors.facebook.posts import COMMENT_FIELDS
from socialdesk.connectors.graph import looking
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
_BELOW_SPAN, _MOST_BELOW = timedelta(days=14), 50
_PASSED_OVER = (FailureKind.GONE, FailureKind.NOT_FOUND, FailureKind.INVALID, FailureKind.PERMISSION_DENIED)
_OVERLAP = timedelta(days=3)
"""An edited recommendation keeps its time: so many days are read again each time."""
_LIST = 25


class Reviews:
    """The reader of one session."""

    def __init__(self, graph: Graph, page: str, clock: Clock) -> None:
        self._graph = graph
        self._page = page
        self._clock = clock

    async def pull(self, cursor: str | None, history: timedelta) -> Page:
        """Read on, at most every ten minutes: they are few, and each look costs of what the network allows."""
        now = self._clock.now()
        state = read_cursor(cursor)
        read_at = moment(str(state["read_at"])) if state.get("read_at") else None
        if cursor is not None and read_at is not None and now - read_at < EVERY:
            return Page((), cursor)
        since = now - history if read_at is None else min(read_at, now) - _OVERLAP
        ratings = await self._list(min(since, now - _BELOW_SPAN))
        new = [one for one in ratings if (_created(one) or since) >= since]
        events: list[Event] = [one for rating in new if (one := mapping.to_review(rating, self._page)) is not None]
        events += await self._said_below(ratings, now - max(_BELOW_SPAN, now - since))
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
        recent = [one for one in ratings if (_created(one) or since) >= since][:_MOST_BELOW]
        stories = {str(story): one for one in recent if (story := inner(one, "open_graph_story", "id")) is not None}
        events: list[Event] = []
        for story, comments in await self._comments(list(stories)):
            reviewer = mapping.reviewer_of(stories[story], self._page)
            below = mapping.comments_of_review(comments, story, reviewer, self._page)
            events += [one for one in below if isinstance(one, MessageSeen)]
        return events

    async def _comments(self, stories: list[str]) -> list[tuple[str, list[Json]]]:
        """What was said below some stories, in one request; one that does not show it is left out."""
        if not stories:
            return []
        fields = f"comments.filter(stream).limit(100){{{COMMENT_FIELDS}}}"
        try:
            if len(stories) == 1:
                said = {stories[0]: await self._graph.get(stories[0], fields=fields)}
            else:
                said = await self._graph.get("", ids=",".join(stories), fields=fields)
        except ConnectorError as error:
            await looking.passes_over(self._graph, error, _PASSED_OVER, self._page)
            half = len(stories) // 2
            return [*await self._comments(stories[:half]), *await self._comments(stories[half:])] if half else []
        return [(story, objects(inner(said, story, "comments"))) for story in stories]


def _created(rating: Json) -> datetime | None:
    try:
        return moment(rating["created_time"])
    except (KeyError, ValueError, TypeError):
        return None
