"""Reads own media and what is said below it, and media that tags the account; gives events and the place to go on from.

Nothing tells a desktop of a new comment. The list of media is read with the number of comments of each, answers among
them, and what changed is read further. An answer to an old comment moves nothing up (Instagram Platform, Comments): so
the newest comments are read with their answers, and all of them where those do not explain the number.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from socialdesk.connectors.graph import looking
from socialdesk.connectors.graph.direct import Owner
from socialdesk.connectors.graph.reading import BAD, Json, inner, moment, read_cursor, unreadable, written
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.instagram import mapping
from socialdesk.connectors.kit.contract import Page
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.event import Event, MessageSeen
from socialdesk.model.failure import FailureKind

MEDIA_FIELDS = "id,caption,media_type,media_url,thumbnail_url,permalink,timestamp,comments_count,like_count,username"
TAG_FIELDS = "id,caption,media_type,media_url,permalink,timestamp,username"
_ANSWER = "id,text,username,timestamp,like_count,from{id,username}"
COMMENT_FIELDS = f"{_ANSWER},replies.limit(50){{{_ANSWER}}}"
AGAIN_EVERY, AGAIN_SPAN = timedelta(minutes=15), timedelta(days=3)
_OVERLAP = timedelta(hours=1)
_LIST = 50
_MOST_LISTED = 100
_MOST_READ = 20
"""So many media are read in one page; the next one goes on."""
_MOST_PAGES = 20
"""So many pages of comments below one medium: a thousand comments, each with its answers."""
TAGS_EVERY = timedelta(minutes=15)
_MOST_TAGS = 500
"""So many media that tag the account are listed in one look."""
_TAGS_GAP = "More than 500 posts tagged this account since the last look; the older ones of them are missing."
_GONE = (FailureKind.GONE, FailureKind.NOT_FOUND)


class Media:
    """The reader of what is said below own media."""

    def __init__(self, graph: Graph, me: str, owner: Owner) -> None:
        self._graph = graph
        self._me = me
        self._owner = owner
        self._read_again: datetime | None = None
        self._listed: list[Json] | None = None

    async def pull(self, cursor: str | None, history: timedelta) -> Page:
        """Read on. Raises ConnectorError."""
        state = read_cursor(cursor)
        if "read_at" not in state:
            return await self._first(state, self._graph.now() - history)
        return await self._further(state, moment(str(state["read_at"])))

    async def _first(self, state: Json, beginning: datetime) -> Page:
        media = self._listed = self._listed or await self._list(beginning, whole=True)
        begun = str(state.get("begun") or self._graph.now().isoformat())
        ids = [str(one["id"]) for one in media]
        start = ids.index(str(state["before"])) + 1 if state.get("before") in ids else 0
        chosen = media[start : start + _MOST_READ]
        events: list[Event] = []
        for one in chosen:
            events += await self._below(one, beginning, None)
        if start + len(chosen) < len(media):
            return Page(tuple(events), written(begun=begun, before=str(chosen[-1]["id"])), has_more=True)
        self._listed = None
        # The numbers are those from before the comments were read: what came meanwhile shows as a change.
        return Page(tuple(events), written(media=_counts(media[:_MOST_LISTED]), read_at=begun))

    async def _further(self, state: Json, read_at: datetime) -> Page:
        known: dict[str, int] = dict(state.get("media") or {})
        now = self._graph.now()
        again = self._read_again is None or now - self._read_again >= AGAIN_EVERY
        media = await self._list(read_at - _OVERLAP, whole=again)
        now = self._graph.now()
        counts = _counts(media)
        changed = [one for one in media if known.get(str(one["id"])) != counts[str(one["id"])]]
        chosen, left = changed[:_MOST_READ], {str(one["id"]) for one in changed[_MOST_READ:]}
        events: list[Event] = []
        for one in chosen:
            before = known.get(str(one["id"]))
            events += await self._below(one, read_at - _OVERLAP, before if before is not None else 0)
        if again and not left:
            done = {str(one["id"]) for one in chosen}
            for one in media:
                if str(one["id"]) not in done and counts[str(one["id"])] and _since(one) >= now - AGAIN_SPAN:
                    events += await self._below(one, now - AGAIN_SPAN, None)
            self._read_again = now
        kept = {id_: many for id_, many in counts.items() if id_ not in left}
        kept |= {id_: many for id_, many in known.items() if id_ not in kept}
        newest = dict(list(kept.items())[:_MOST_LISTED])
        at = read_at if left else now
        return Page(tuple(events), written(media=newest, read_at=at.isoformat()), has_more=bool(left))

    async def _list(self, since: datetime, *, whole: bool) -> list[Json]:
        found: list[Json] = []
        enough = _MOST_LISTED if whole else _LIST
        async for page in self._graph.pages(f"{self._me}/media", fields=MEDIA_FIELDS, limit=_LIST):
            found += [one for one in page if one.get("id")]
            if found and len(found) >= enough and _since(found[-1]) < since:
                break
        return found

    async def _below(self, media: Json, since: datetime, before: int | None) -> list[Event]:
        """A medium and what was said below it since a moment; `before` is how many comments there were then."""
        try:
            events: list[Event] = [mapping.to_post(media, self._owner)]
        except BAD as error:
            return [unreadable(media, error)]
        many = media.get("comments_count")
        if many == 0:
            return events
        grown = 0 if before is None or not isinstance(many, int) else many - before
        found: list[Event] = []
        pages = 0
        try:
            async for page in self._graph.pages(f"{media['id']}/comments", fields=COMMENT_FIELDS, limit=50):
                pages += 1
                for one in page:
                    await self._all_answers(one)
                found += mapping.comments_below(page, media, self._owner)
                oldest = min((_since(one) for one in page), default=since)
                new = sum(isinstance(one, MessageSeen) and one.created_at >= since for one in found)
                if pages >= _MOST_PAGES or (oldest < since and new >= grown):
                    break
        except ConnectorError as error:
            # Deleted since it was listed.
            await looking.passes_over(self._graph, error, _GONE, self._me)
        new_in = {one.thread_remote_id for one in found if isinstance(one, MessageSeen) and one.created_at >= since}
        # The comment that leads a thread comes with what is new in it: it may be ours, of which nobody had heard yet.
        return [
            *events,
            *(
                one
                for one in found
                if not isinstance(one, MessageSeen) or one.created_at >= since or one.remote_id in new_in
            ),
        ]

    async def _all_answers(self, comment: Json) -> None:
        if inner(comment, "replies", "paging", "next") is None:
            return
        found: list[Json] = []
        async for page in self._graph.pages(f"{comment['id']}/replies", fields=_ANSWER, limit=50):
            found += page
        comment["replies"] = {"data": found}


class Tags:
    """The reader of media of others that tags the account."""

    def __init__(self, graph: Graph, me: str, owner: Owner) -> None:
        self._graph = graph
        self._me = me
        self._owner = owner

    async def pull(self, cursor: str | None, history: timedelta) -> Page:
        """Read on, every quarter of an hour at most. They are listed by when they were tagged, not by their age."""
        now = self._graph.now()
        state = read_cursor(cursor)
        if cursor is not None and state.get("read_at"):
            read_at = moment(str(state["read_at"]))
            if read_at <= now < read_at + TAGS_EVERY:
                return Page((), cursor)
        known: set[str] = set(state.get("known") or [])
        found: list[Json] = []
        is_whole = True
        try:
            async for page in self._graph.pages(f"{self._me}/tags", fields=TAG_FIELDS, limit=_LIST):
                found += page
                if any(str(one.get("id")) in known for one in page):
                    break
                if not known and all(_since(one) < now - history for one in page):
                    break  # they are not in the order of their age, but a whole page of the past is the past
                if len(found) >= _MOST_TAGS:
                    is_whole = False
                    break
        except ConnectorError as error:
            # Not every account may see them; the trial of the sign-in says so.
            kinds = (FailureKind.INVALID, FailureKind.PERMISSION_DENIED, *_GONE)
            await looking.passes_over(self._graph, error, kinds, self._me)
        new = [one for one in found if str(one.get("id")) not in known]
        if not known:
            new = [one for one in new if _since(one) >= now - history]
        ids = list(dict.fromkeys([*(str(one.get("id")) for one in found), *known]))[:_MOST_LISTED]
        events = [mapping.to_tag(one, self._owner) for one in new]
        gap = "" if is_whole or not known else _TAGS_GAP
        return Page(tuple(events), written(known=ids or ["-"], read_at=self._graph.now().isoformat()), gap=gap)


def _counts(media: list[Json]) -> dict[str, int]:
    counts = {str(one["id"]): one.get("comments_count") for one in media}
    return {id_: many if isinstance(many, int) else 0 for id_, many in counts.items()}


def _since(said: Json) -> datetime:
    """When something was made, of a comment the newest of it and its answers; long ago where that is not told."""
    try:
        return moment(said["timestamp"])
    except BAD:
        return moment("1970-01-01T00:00:00+0000")
