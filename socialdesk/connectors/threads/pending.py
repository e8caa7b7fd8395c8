"""Reads the replies that wait for the account's approval, and notices what became of them; gives events.

Posts can be made so that replies to them show only once they are approved; who ignores one can approve it later all the
same (Threads API, Reply Approvals). Whether a post is such a one it does not say: each is asked now and then, and often
where something waits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from socialdesk.connectors.graph.reading import BAD, Json, moment, unreadable
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.parts import as_list
from socialdesk.connectors.threads import mapping
from socialdesk.connectors.threads.chains import Chains
from socialdesk.model.event import Event, MessageDeleted, MessageSeen
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind

OFTEN = timedelta(minutes=10)
_START = datetime(2020, 1, 1, tzinfo=UTC)
_YOUNG, _HOURLY, _DAILY = timedelta(days=1), timedelta(hours=1), timedelta(days=1)
_PAGE, _MOST, _DEEP = 50, 200, 2_000
"""So many replies are listed at a time, in one go, and where more waited than a cursor remembers."""
MOST_KEPT = 30
"""So many replies a cursor remembers; who goes on from one that is full looks whom else there is."""
_MOST_POSTS = 20
"""So many posts are asked in one go."""
_NONE_HERE = (FailureKind.INVALID, FailureKind.GONE, FailureKind.NOT_FOUND, FailureKind.PERMISSION_DENIED)
"""How a post that needs no approvals is refused, which is not written anywhere (U); of a lost permission the
conversations below the posts tell."""
_GONE = (FailureKind.GONE, FailureKind.NOT_FOUND)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a post: when it was asked who waits, and who waits or was ignored there."""

    asked_at: datetime
    waiting: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    ignored_at: datetime = _START
    """When it was asked who was ignored."""


class Pending:
    """The reader of one session."""

    def __init__(self, graph: Graph, own: str, chains: Chains) -> None:
        self._graph = graph
        self._own = own
        self._chains = chains
        self._seen: dict[str, Seen] = {}
        self._is_cut = False
        """Whether more waited than the cursor remembers that this session went on from."""
        self._whole: set[str] = set()
        """The posts that were looked through since."""
        self.anew: set[str] = set()
        """The posts whose conversation is to be read from the beginning: what was approved in it is as old as it is."""

    @property
    def unseen(self) -> frozenset[str]:
        """The replies that the public does not see: they may not be there for whoever asks for them by id."""
        return frozenset(id_ for one in self._seen.values() for id_ in (*one.waiting, *one.ignored))

    def resume(self, kept: Mapping[str, Any], *, is_next: bool) -> None:
        """Go on from what a cursor has kept, and from what is known besides: what one of both knows was told once.

        Where it `is_next` to what was given out last, that was stored; else each post is asked anew.
        """
        if not is_next:
            self._seen = {post: replace(one, asked_at=_START, ignored_at=_START) for post, one in self._seen.items()}
            self._is_cut = sum(len(one) for both in kept.values() for one in both) >= MOST_KEPT
            self._whole.clear()
        for post, (waiting, ignored) in kept.items():
            seen = self._seen.get(post, Seen(_START))
            self._seen[post] = replace(
                seen,
                waiting=tuple(dict.fromkeys((*seen.waiting, *map(str, as_list(waiting))))),
                ignored=tuple(dict.fromkeys((*seen.ignored, *map(str, as_list(ignored))))),
            )

    def kept(self) -> dict[str, Any]:
        """What a cursor is to keep: who waits or was ignored, as many as have room there, below the newest posts."""
        found: dict[str, Any] = {}
        room = MOST_KEPT
        for post in sorted(self._seen, key=lambda id_: (len(id_), id_), reverse=True):
            seen = self._seen[post]
            waiting = seen.waiting[:room]
            ignored = seen.ignored[: room - len(waiting)]
            room -= len(waiting) + len(ignored)
            if waiting or ignored:
                found[post] = [list(waiting), list(ignored)]
        return found

    def decided(self, id_: str) -> None:
        """A reply was approved or ignored through us: the next look finds out what became of it."""
        self._seen = {
            post: replace(one, asked_at=_START, ignored_at=_START) if id_ in (*one.waiting, *one.ignored) else one
            for post, one in self._seen.items()
        }

    async def read(self, posts: Sequence[Json], beginning: datetime) -> list[Event]:
        """What waits below these posts, and what of it no longer does. Raises ConnectorError."""
        now = self._graph.now()
        due = [post for post in posts if self._is_due(post, now)][:_MOST_POSTS]
        events: list[Event] = []
        for post in due:
            events += await self._below(post, beginning, now)
        listed = {str(post["id"]) for post in posts}
        self._seen = {post: one for post, one in self._seen.items() if post in listed}
        return events

    def _is_due(self, post: Json, now: datetime) -> bool:
        seen = self._seen.get(str(post["id"]))
        if seen is None or now < seen.asked_at:
            return True
        if seen.waiting or seen.ignored:
            return now - seen.asked_at >= OFTEN
        created = _created(post)
        is_young = created is None or now - created < _YOUNG
        return now - seen.asked_at >= (_HOURLY if is_young else _DAILY)

    async def _below(self, post: Json, beginning: datetime, now: datetime) -> list[Event]:
        id_ = str(post["id"])
        before = self._seen.get(id_, Seen(now))
        is_deep = self._is_cut and id_ not in self._whole
        try:
            waiting, all_wait = await self._list(id_, "pending", _DEEP if is_deep else _MOST)
        except ConnectorError as error:
            if error.failure.kind not in _NONE_HERE:
                raise
            self._seen[id_] = Seen(now)
            self._whole.add(id_)
            return []
        events = [await self._event(one, id_, is_held=True) for one in waiting.values() if _is_since(one, beginning)]
        has_left = any(one not in waiting for one in before.waiting)
        if not has_left and not is_deep and not (before.ignored and now - before.ignored_at >= _HOURLY):
            ignored_before = tuple(one for one in before.ignored if one not in waiting)
            self._seen[id_] = replace(before, asked_at=now, waiting=tuple(waiting), ignored=ignored_before)
            return [one for one in events if one is not None]
        ignored, all_ignored = await self._list(id_, "ignored", _DEEP if is_deep else _MOST)
        known = {*before.waiting, *before.ignored}
        events += [await self._event(one, id_, is_hidden=True) for one in ignored.values() if str(one["id"]) in known]
        left = sorted(known - waiting.keys() - ignored.keys())
        is_sure = all_wait and all_ignored
        # Behind more than are listed it waits most likely still, and nobody tells of it by its id.
        self._seen[id_] = Seen(now, (*waiting, *(() if is_sure else left)), tuple(ignored), now)
        for one in left if is_sure else ():
            events.append(await self._became(one, id_, now))
        if is_deep:
            self._whole.add(id_)
            self.anew.add(id_)
        return [one for one in events if one is not None]

    async def _list(self, post: str, status: str, most: int) -> tuple[dict[str, Json], bool]:
        """The newest of them, `most` or a few more, and whether that is all."""
        found: dict[str, Json] = {}
        is_all = True
        async for page in self._graph.pages(
            f"{post}/pending_replies", fields=mapping.FIELDS, approval_status=status, reverse=True, limit=_PAGE
        ):
            found |= {str(one["id"]): one for one in page if one.get("id")}
            if len(found) >= most:
                is_all = False
                break
        for one in found.values():
            self._chains.learn(one)
        return found, is_all

    async def _became(self, id_: str, post: str, now: datetime) -> Event | None:
        """What became of a reply that neither waits nor was ignored: it was approved, or taken back."""
        try:
            said = await self._graph.get(id_, fields=mapping.FIELDS)
        except ConnectorError as error:
            if error.failure.kind not in _GONE:
                raise
            return MessageDeleted(id_, now)
        return await self._event(said, post)

    async def _event(self, said: Json, post: str, *, is_held: bool = False, is_hidden: bool = False) -> Event | None:
        try:
            place = await self._chains.below_own(said)
        except BAD as error:
            return unreadable(said, error)
        if place is None:
            return None
        event = mapping.to_message(said, self._own, place.thread, Kind.COMMENT, place.contact, post)
        return replace(event, is_held=is_held, is_hidden=is_hidden) if isinstance(event, MessageSeen) else event


def _created(said: Json) -> datetime | None:
    try:
        return moment(said["timestamp"])
    except BAD:
        return None


def _is_since(said: Json, beginning: datetime) -> bool:
    at = _created(said)
    return at is None or at >= beginning
