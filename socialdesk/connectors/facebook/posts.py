"""Reads a Page's posts and what is said below them; gives events and the place to go on from.

Nothing tells a desktop of a new comment, so the list of posts is read with the number of comments below each, and only
posts whose number or time changed are read further. Edits change neither: what was said below the posts of the last
days is read again every quarter of an hour.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from socialdesk.connectors.facebook import mapping
from socialdesk.connectors.graph import looking
from socialdesk.connectors.graph.reading import BAD, Json, moment, read_cursor, unreadable, version, written
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit.contract import Page
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.event import Event
from socialdesk.model.failure import FailureKind

POST_FIELDS = (
    "id,message,story,created_time,updated_time,from,permalink_url,full_picture,shares,"
    "comments.filter(stream).limit(0).summary(true)"
)
COMMENT_FIELDS = (
    "id,message,created_time,from{id,name,picture},parent{id,from,message,created_time,permalink_url},attachment,"
    "permalink_url,user_likes,like_count"
)
AGAIN_EVERY, AGAIN_SPAN = timedelta(minutes=15), timedelta(days=3)
_OVERLAP = timedelta(hours=1)
"""More than lies between two looks at all that is watched."""
_LIST, _COMMENTS = 50, 100
_MOST_LISTED = 100
"""So many of the newest posts are watched, however old they are: one request each fifty, for the later ones now and
then."""
_MOST_READ = 25
"""So many posts are read in one page; the next one goes on."""
_GONE = (FailureKind.GONE, FailureKind.NOT_FOUND)
_PASSED_OVER = (*_GONE, FailureKind.PERMISSION_DENIED)


class Posts:
    """The reader of one list of posts: the Page's own feed, the posts that name the Page, or its ads."""

    def __init__(
        self,
        graph: Graph,
        page: str,
        edge: str,
        *,
        every: timedelta = timedelta(0),
        is_optional: bool = False,
    ) -> None:
        """`every`: how often to look at most. `is_optional`: where it is not shown, there is nothing and no failure."""
        self._graph = graph
        self._page = page
        self._edge = edge
        self._every = every
        self._is_optional = is_optional
        self._read_again: datetime | None = None
        self._listed: list[Json] | None = None
        """What the first reading goes through."""

    async def pull(self, cursor: str | None, history: timedelta) -> Page:
        """Read on. Raises ConnectorError."""
        now = self._graph.now()
        state = read_cursor(cursor)
        try:
            if cursor is None or "read_at" not in state:
                return await self._first(state, now - history)
            read_at = moment(str(state["read_at"]))
            if read_at <= now < read_at + self._every:
                return Page((), cursor)
            return await self._further(state, read_at, now)
        except ConnectorError as error:
            if not self._is_optional:
                raise
            await looking.passes_over(self._graph, error, (FailureKind.INVALID, *_PASSED_OVER), self._page)
            return Page((), written(posts={}, read_at=now.isoformat()))

    async def _first(self, state: Json, beginning: datetime) -> Page:
        posts = self._listed = self._listed or await self._list(beginning, whole=True)
        begun = moment(str(state.get("begun") or self._graph.now().isoformat()))
        ids = [str(post["id"]) for post in posts]
        before = str(state.get("before", ""))
        start = ids.index(before) + 1 if before in ids else 0
        events: list[Event] = []
        chosen = posts[start : start + _MOST_READ]
        for post in chosen:
            events += await self._post(post, beginning)
        if start + len(chosen) < len(posts):
            return Page(tuple(events), written(begun=begun.isoformat(), before=str(chosen[-1]["id"])), has_more=True)
        self._listed = None
        # What changed meanwhile may have been read before that: without a mark it is read once more.
        settled = [post for post in posts[:_MOST_LISTED] if not _is_lately(post, begun - _OVERLAP)]
        return Page(tuple(events), written(posts=_marks(settled), read_at=begun.isoformat()))

    async def _further(self, state: Json, read_at: datetime, now: datetime) -> Page:
        known: dict[str, str] = dict(state.get("posts") or {})
        again = self._read_again is None or now - self._read_again >= AGAIN_EVERY
        posts = await self._list(read_at - _OVERLAP, whole=again)
        now = self._graph.now()
        marks = _marks(posts)
        changed = [post for post in posts if known.get(_short(post)) != marks[_short(post)]]
        chosen, left = changed[:_MOST_READ], changed[_MOST_READ:]
        events: list[Event] = []
        for post in chosen:
            events += await self._post(post, read_at - _OVERLAP)
        if again and not left:
            done = {_short(post) for post in chosen}
            for post in posts:
                if _short(post) not in done and _is_lately(post, now - AGAIN_SPAN):
                    events += await self._post(post, now - AGAIN_SPAN)
            self._read_again = now
        # What was not read keeps the mark it had: the next page finds it changed.
        kept = {short: mark for short, mark in marks.items() if short not in {_short(post) for post in left}}
        kept |= {short: mark for short, mark in known.items() if short not in kept}
        newest = dict(list(kept.items())[:_MOST_LISTED])
        if left:
            return Page(tuple(events), written(posts=newest, read_at=read_at.isoformat()), has_more=True)
        return Page(tuple(events), written(posts=newest, read_at=now.isoformat()))

    async def _list(self, since: datetime, *, whole: bool) -> list[Json]:
        found: list[Json] = []
        enough = _MOST_LISTED if whole else _LIST
        async for page in self._graph.pages(f"{self._page}/{self._edge}", fields=POST_FIELDS, limit=_LIST):
            found += [post for post in page if post.get("id")]
            oldest = _created(found[-1]) if found else None
            if len(found) >= enough and oldest is not None and oldest < since:
                break
        return found

    async def _post(self, post: Json, since: datetime) -> list[Event]:
        """A post and what was said below it since a moment."""
        try:
            events: list[Event] = [mapping.to_post(post, self._page)]
            author = mapping.author_of(post, self._page)
        except BAD as error:
            return [unreadable(post, error)]
        if not author.is_own:
            # Its words are a message; as a context of itself it would be shown twice.
            created = _created(post)
            events = [mapping.to_mention(post, self._page)] if created is None or created >= since else []
        if mapping.comment_count(post) == 0:
            return events
        return [*events, *mapping.comments_below(await self._comments(str(post["id"]), since), post, self._page)]

    async def _comments(self, post: str, since: datetime) -> list[Json]:
        found: list[Json] = []
        try:
            async for page in self._graph.pages(
                f"{post}/comments",
                filter="stream",
                order="reverse_chronological",
                fields=COMMENT_FIELDS,
                limit=_COMMENTS,
            ):
                found += page
                oldest = _created(page[-1]) if page else None
                if oldest is not None and oldest < since:
                    break
        except ConnectorError as error:
            # Deleted since it was listed, or of somebody who does not show what is said below their posts.
            kinds = _GONE if post.startswith(f"{self._page}_") else _PASSED_OVER
            await looking.passes_over(self._graph, error, kinds, self._page)
        return [one for one in found if (_created(one) or since) >= since]


def _short(post: Json) -> str:
    """What a post is known by in a cursor, which must stay small."""
    return str(post["id"]).rpartition("_")[2]


def _marks(posts: list[Json]) -> dict[str, str]:
    """How posts stand now: what changes when something is said below them."""
    return {_short(post): version(f"{mapping.comment_count(post)} {post.get('updated_time')}")[:8] for post in posts}


def _created(said: Json) -> datetime | None:
    try:
        return moment(said["created_time"])
    except BAD:
        return None


def _is_lately(post: Json, since: datetime) -> bool:
    try:
        return moment(post["updated_time"]) >= since
    except BAD:
        return False
