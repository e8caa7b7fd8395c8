"""Reads mentions, replies and quotes of one account, with the trees they stand in; gives events.

See the README beside this file for why notifications alone would lose items.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from socialdesk.connectors.bluesky import mapping
from socialdesk.connectors.bluesky.mapping import Wire
from socialdesk.connectors.bluesky.wire import Wire as Line
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.event import Event, MessageSeen
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock

WINDOW = timedelta(days=3)
AT_LEAST = 200
PAGE = 100
AUDIT_EVERY = timedelta(minutes=15)
DEPTH, PARENTS = 10, 80
_REASONS = ("mention", "reply", "quote")


@dataclass(slots=True)
class _Begun:
    """A reading on its way: what there is still to read, and what was read."""

    is_audit: bool
    posts: deque[str]
    items: deque[Wire]
    read: set[str] = field(default_factory=set[str])
    told: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])


class Notifications:
    """The reader of one session. A new one reads its whole window again; later pulls only what changed."""

    def __init__(self, line: Line, own_did: str, clock: Clock) -> None:
        self._line = line
        self._did = own_did
        self._clock = clock
        self._seen: dict[str, str] = {}
        self._answers: dict[str, int] = {}
        self._audited: datetime | None = None
        self._begun: _Begun | None = None

    async def read(self, since: datetime, deadline: datetime) -> tuple[tuple[Event, ...], bool]:
        """Everything said to the account since a moment, as far as it changed since this reader last looked.

        Whether that is all of it: where the deadline comes first, the next call goes on with the rest.
        """
        events: dict[tuple[str, str], Event] = {}
        try:
            is_whole = await self._go_on(since, deadline, events)
        except BaseException:
            # Nothing of this is stored: what was noted as read here is read again.
            self._begun, self._audited = None, None
            raise
        # Posts first, so that a thread finds its context.
        return tuple(event for _, event in sorted(events.items(), key=lambda pair: pair[0][0] == "message")), is_whole

    async def _go_on(self, since: datetime, deadline: datetime, events: dict[tuple[str, str], Event]) -> bool:
        now = self._clock.now()
        begun = self._begun
        if begun is None:
            audit = self._audited is None or now - self._audited >= AUDIT_EVERY
            posts = deque(await self._own_posts_answered(since, audit))
            begun = self._begun = _Begun(audit, posts, deque(await self._notified(since)))
        while begun.posts or begun.items:
            if events and self._clock.now() >= deadline:
                begun.told |= events.keys()
                return False
            if begun.posts:
                await self._tree(begun.posts.popleft(), events, begun.read)
                continue
            item = begun.items.popleft()
            if not begun.is_audit and self._seen.get(item["uri"]) == item["cid"]:
                continue
            if ("message", item["uri"]) not in events and ("message", item["uri"]) not in begun.told:
                await self._around(item["uri"], events, begun.read)
            self._seen[item["uri"]] = item["cid"]
        if begun.is_audit:
            self._audited = self._clock.now()
        self._begun = None
        return True

    def forget(self) -> None:
        """Tell everything again: what was told last is not known to be kept."""
        self._seen, self._answers, self._audited, self._begun = {}, {}, None, None

    async def gone(self, uris: Sequence[str]) -> list[str]:
        """Which of these posts are no longer there."""
        missing: list[str] = []
        for start in range(0, len(uris), 25):
            asked = list(uris[start : start + 25])
            said = await self._line.get("app.bsky.feed.getPosts", uris=asked)
            there = {post["uri"] for post in said.get("posts", [])}
            missing += [uri for uri in asked if uri not in there]
        return missing

    async def _notified(self, since: datetime) -> list[Wire]:
        found: dict[str, Wire] = {}
        cursor: str | None = None
        while True:
            page = await self._line.get(
                "app.bsky.notification.listNotifications", limit=PAGE, reasons=list(_REASONS), cursor=cursor
            )
            items: list[Wire] = page.get("notifications", [])
            known = len(found)
            for item in items:
                if item.get("reason") in _REASONS:
                    found[item["uri"]] = item
            cursor = page.get("cursor")
            if not items or cursor is None:
                break
            if len(found) >= AT_LEAST and mapping.moment(items[-1]["indexedAt"]) < since:
                break
            # A page that repeats but what is known shares one instant, whoever set it so: the list goes on behind that.
            cursor = _overlapping(cursor) if len(found) > known else cursor
        return list(found.values())

    async def _own_posts_answered(self, since: datetime, audit: bool) -> list[str]:
        """Own posts to read the trees of: all in the window for an audit, else those with another number of answers."""
        chosen: list[str] = []
        cursor: str | None = None
        while True:
            page = await self._line.get(
                "app.bsky.feed.getAuthorFeed", actor=self._did, limit=PAGE, filter="posts_with_replies", cursor=cursor
            )
            feed: list[Wire] = page.get("feed", [])
            for item in feed:
                post: Wire = item["post"]
                if post["author"]["did"] != self._did or "reason" in item:
                    continue
                answers = int(post.get("replyCount", 0))
                changed = self._answers.get(post["uri"], 0) != answers
                self._answers[post["uri"]] = answers
                if changed or (audit and answers):
                    chosen.append(post["uri"])
            cursor = page.get("cursor")
            if not feed or cursor is None or mapping.moment(feed[-1]["post"]["indexedAt"]) < since:
                return chosen

    async def _around(self, uri: str, events: dict[tuple[str, str], Event], read: set[str]) -> None:
        """Read the chain above a post to find its thread, then that thread."""
        chain = _chain(await self._thread(uri, depth=0))
        found = mapping.head_of(chain, self._did)
        if found is None:
            return
        head, _ = found
        await self._tree(head["uri"], events, read)
        # Deeper than a tree is given: the chain itself still tells where the post belongs.
        above = [post["uri"] for post in chain]
        for post in chain[above.index(head["uri"]) :]:
            self._add(post, found, events)

    async def _tree(self, uri: str, events: dict[tuple[str, str], Event], read: set[str]) -> None:
        """Read a post with all under it, once a pull."""
        if uri in read:
            return
        read.add(uri)
        top = await self._thread(uri, depth=DEPTH)
        chain = _chain(top)
        if not chain:
            return
        self._walk(top, chain, mapping.head_of(chain, self._did), events)

    def _walk(
        self, node: Wire, chain: list[Wire], found: tuple[Wire, Kind] | None, events: dict[tuple[str, str], Event]
    ) -> None:
        post: Wire | None = node.get("post")
        if post is None:  # deleted or blocked: what is under it belongs where it belonged
            return
        if found is None:
            kind = mapping.starts_thread(post, self._did)
            found = (post, kind) if kind is not None else None
        if found is not None:
            self._context(chain, found[0], events)
            self._add(post, found, events)
        children: list[Wire] = node.get("replies") or []
        for child in children:
            self._walk(child, [*chain, child["post"]] if "post" in child else chain, found, events)

    def _add(self, post: Wire, found: tuple[Wire, Kind], events: dict[tuple[str, str], Event]) -> None:
        event = mapping.to_message(post, *found, self._did)
        events["message", post["uri"]] = event
        if isinstance(event, MessageSeen):
            self._seen[post["uri"]] = post["cid"]

    def _context(self, chain: list[Wire], head: Wire, events: dict[tuple[str, str], Event]) -> None:
        wanted = mapping.parent_of(head) or mapping.quoted_uri(head["record"])
        for post in chain:
            if post["uri"] == wanted:
                events["post", post["uri"]] = mapping.to_post(post, self._did)
        embed: Wire = head.get("embed") or {}
        outer: Wire = embed.get("record") or {}
        quoted: Wire = outer.get("record") or outer
        if wanted and quoted.get("uri") == wanted and isinstance(quoted.get("value"), dict):
            view: Wire = {**quoted, "record": quoted["value"]}
            events["post", wanted] = mapping.to_post(view, self._did)

    async def _thread(self, uri: str, depth: int) -> Wire:
        try:
            said = await self._line.get("app.bsky.feed.getPostThread", uri=uri, depth=depth, parentHeight=PARENTS)
        except ConnectorError as error:
            if error.failure.kind in (FailureKind.GONE, FailureKind.NOT_FOUND):
                return {}
            raise
        return said.get("thread") or {}


def _chain(node: Wire) -> list[Wire]:
    """The posts from the root down to a node; what is missing above is passed over."""
    chain: list[Wire] = []
    at: Wire | None = node
    while at is not None:
        if "post" in at:
            chain.append(at["post"])
        at = at.get("parent")
    return chain[::-1]


def _overlapping(cursor: str) -> str:
    """A cursor a moment later: the page boundary then repeats what shares its instant instead of skipping it."""
    try:
        later = mapping.moment(cursor.split("::", maxsplit=1)[0]) + timedelta(milliseconds=1)
    except ValueError:
        return cursor
    stamp = later.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return "::".join([stamp, *cursor.split("::")[1:]])
