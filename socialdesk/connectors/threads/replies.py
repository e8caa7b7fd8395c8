"""Reads own posts and all that is answered below them; gives events and the place to go on from.

There is no list of what came lately: each post's conversation is read by itself, the younger it is and the later
somebody answered, the oftener (Threads API, Retrieve Replies). A text can be changed for a quarter of an hour without a
mark: each look goes further back than that.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from socialdesk.connectors.graph import looking
from socialdesk.connectors.graph.reading import BAD, Json, moment, read_cursor, unreadable, written
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit.contract import Page
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.threads import mapping
from socialdesk.connectors.threads.chains import Chains
from socialdesk.connectors.threads.pending import Pending
from socialdesk.model.event import Event
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind

EVERY: tuple[tuple[timedelta, timedelta], ...] = (
    (timedelta(hours=6), timedelta(0)),
    (timedelta(days=2), timedelta(minutes=10)),
    (timedelta(days=7), timedelta(hours=1)),
    (timedelta(days=30), timedelta(hours=6)),
)
"""By how long ago the post was made or last answered, how often it is looked at."""
_SELDOM = timedelta(days=1)
OVERLAP = timedelta(minutes=20)
_LIST, _BELOW = 50, 100
_MOST_WATCHED = 80
"""So many of the newest posts are watched, however old they are."""
_MOST_READ = 20
_GONE = (FailureKind.GONE, FailureKind.NOT_FOUND)
_START = datetime(2020, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)


class Replies:
    """The reader of one session."""

    def __init__(self, graph: Graph, own: str, chains: Chains, pending: Pending) -> None:
        self._graph = graph
        self._own = own
        self._chains = chains
        self._pending = pending
        self._given = ""
        """The cursor that goes with what was told last."""

    async def pull(self, cursor: str | None, history: timedelta) -> Page:
        """Read on. Raises ConnectorError."""
        state = read_cursor(cursor)
        marks: dict[str, list[int]] = dict(state.get("posts") or {})
        beginning = self._graph.now() - history
        self._pending.resume(state.get("held") or {}, is_next=cursor is not None and cursor == self._given)
        posts = await self._posts(beginning)
        now = self._graph.now()
        anew = self._pending.anew
        due = [post for post in posts if str(post["id"]) in anew or self._is_due(post, marks.get(str(post["id"])), now)]
        events: list[Event] = []
        for post in due[:_MOST_READ]:
            id_ = str(post["id"])
            looked_at, answered = _read(marks.get(id_))
            since = beginning if looked_at is None or id_ in anew else looked_at - OVERLAP
            found, newest = await self._below(post, since)
            events += found
            anew.discard(id_)
            is_answered = int(post.get("has_replies") is not False)
            marks[id_] = [_minutes(now), max(_minutes(newest), answered, is_answered)]
        kept = {id_: marks[id_] for post in posts[:_MOST_WATCHED] if (id_ := str(post["id"])) in marks}
        # What was watched and is listed no more was deleted, or lies too far down.
        events += await self._pending.read(posts, beginning)
        self._given = written(posts=kept, held=self._pending.kept())
        return Page(tuple(events), self._given, has_more=len(due) > _MOST_READ)

    async def _posts(self, beginning: datetime) -> list[Json]:
        found: list[Json] = []
        async for page in self._graph.pages("me/threads", fields=mapping.FIELDS, limit=_LIST):
            found += [one for one in page if one.get("id") and one.get("media_type") != "REPOST_FACADE"]
            oldest = _created(page[-1]) if page else None
            if oldest is None or oldest < beginning or len(found) >= _MOST_WATCHED:
                break
        for post in found:
            # The list holds the account's own alone, whatever it called itself when it was connected.
            self._chains.learn(mapping.as_own(post))
        return found[:_MOST_WATCHED]

    @staticmethod
    def _is_due(post: Json, mark: list[int] | None, now: datetime) -> bool:
        looked_at, answered = _read(mark)
        if looked_at is None:
            return True
        if post.get("has_replies") is False:
            # Nothing to look for, and the list says when there is.
            return False
        if not answered:
            # The first answers since it was looked at.
            return True
        newest = max(_created(post) or _START, _START + answered * _MINUTE)
        every = next((often for age, often in EVERY if now - newest <= age), _SELDOM)
        return now - looked_at >= every or now < looked_at

    async def _below(self, post: Json, since: datetime) -> tuple[list[Event], datetime]:
        """A post and what was said below it since a moment; and when somebody said something last."""
        newest = _START
        try:
            events: list[Event] = [mapping.to_post(post, self._own)]
        except BAD as error:
            return [unreadable(post, error)], newest
        if post.get("has_replies") is False:
            return events, newest
        found: list[Json] = []
        try:
            async for page in self._graph.pages(
                f"{post['id']}/conversation", fields=mapping.FIELDS, reverse=True, limit=_BELOW
            ):
                found += [one for one in page if one.get("id")]
                oldest = min((at for one in page if (at := _created(one)) is not None), default=None)
                if oldest is not None and oldest < since:
                    break
        except ConnectorError as error:
            # Deleted since it was listed.
            await looking.passes_over(self._graph, error, _GONE, "me")
        for one in found:
            self._chains.learn(one)
        for one in found:
            at = _created(one)
            if at is not None and at < since:
                continue
            newest = max(newest, at or _START)
            try:
                place = await self._chains.below_own(one)
            except BAD as error:
                events.append(unreadable(one, error))
                continue
            if place is None:
                continue
            events.append(
                mapping.to_message(one, self._own, place.thread, Kind.COMMENT, place.contact, str(post["id"]))
            )
        return events, newest


def _created(said: Json) -> datetime | None:
    try:
        return moment(said["timestamp"])
    except BAD:
        return None


def _minutes(at: datetime) -> int:
    return int((at - _START) / _MINUTE)


def _read(mark: list[int] | None) -> tuple[datetime | None, int]:
    """When a post was looked at last, and when it was answered, in minutes since a beginning."""
    if not mark:
        return None, 0
    return _START + mark[0] * _MINUTE, mark[1]
