"""Finds replies below own posts whose writer took the account's name out: X tells of them only to who asks.

Recent search reaches seven days back and takes a query of 512 characters (X API, Search Posts). So the newest own posts
are asked about, a dozen at a time, every quarter of an hour; what names the account comes as a mention, and is left out
here so that it is not paid for twice.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.kit.contract import Page as Pulled
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.parts import part
from socialdesk.connectors.x.feed import OWN_EVERY, Feed
from socialdesk.connectors.x.mapping import id_at
from socialdesk.connectors.x.wire import X
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

_REACH = timedelta(days=7) - timedelta(minutes=10)
_LAG = timedelta(minutes=1)
"""So long after it was written a post may still be missing from the search; that time is asked about once more."""
_AT_ONCE = 11
"""How many conversations fit one query, at up to 38 characters each."""
MOST_POSTS = 33
"""How many own posts are asked about, the newest ones."""
_LEAST = 10
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reading stands. `next` is set while a round goes on: what the round after it begins at."""

    since: str = ""
    known: tuple[str, ...] = ()
    """Own posts that were asked about up to `since`."""
    fresh: tuple[str, ...] = ()
    """Own posts that were never asked about."""
    next: str = ""
    at: int = 0
    token: str = ""
    read_at: str = ""


class Replies:
    """The search of one session."""

    def __init__(self, x: X, feed: Feed, handle: str, clock: Clock) -> None:
        self._x = x
        self._feed = feed
        self.handle = handle
        """What the account is called."""
        self._clock = clock

    async def pull(self, cursor: str | None) -> Pulled:
        """A page of what was found. Raises ConnectorError."""
        place = _read(cursor)
        self._feed.own_posts_are([*place.known, *place.fresh])
        if not place.next:
            if not self._is_due(place):
                return Pulled((), _written(place))
            if not place.known and not self._feed.own_posts():
                await self._feed.learn_own_posts(self._clock.now() - _REACH)
            place = self._begun(place)
        groups = self._groups(place)
        if place.at >= len(groups):
            return Pulled((), _written(self._done(place)))
        ids, since = groups[place.at]
        try:
            params = {"query": self._query(ids), "since_id": since, "next_token": place.token}
            said = await self._x.posts("/2/tweets/search/recent", params, scope="search", least=_LEAST)
        except ConnectorError as error:
            if error.failure.kind not in {FailureKind.INVALID, FailureKind.PERMISSION_DENIED}:
                raise
            if place.token:
                # Marks of pages do not last for ever: this query begins again.
                return Pulled((), _written(replace(place, token="")), has_more=True)
            # An app without the search reads everything else all the same.
            waited = replace(place, next="", at=0, read_at=self._clock.now().isoformat())
            return Pulled((), _written(waited))
        events = await self._feed.events_of(said)
        token = str(part(said, "meta").get("next_token") or "")
        place = replace(place, token=token) if token else replace(place, token="", at=place.at + 1)
        if place.at >= len(groups):
            return Pulled(tuple(events), _written(self._done(place)))
        return Pulled(tuple(events), _written(place), has_more=True)

    def _is_due(self, place: Place) -> bool:
        try:
            return self._clock.now() - datetime.fromisoformat(place.read_at) >= OWN_EVERY
        except (ValueError, TypeError):
            return True

    def _begun(self, place: Place) -> Place:
        """A new round, on the own posts that are known now."""
        begins = id_at(self._clock.now() - _LAG)
        oldest = _oldest(begins)
        before = {*place.known, *place.fresh}
        posts = sorted({*before, *self._feed.own_posts()}, key=int, reverse=True)
        posts = [one for one in posts if int(one) > oldest][:MOST_POSTS]
        # A round that was broken off knows of its fresh ones, but did not ask about all of them.
        known = tuple(one for one in posts if one in place.known)
        fresh = tuple(one for one in posts if one not in known)
        return replace(place, known=known, fresh=fresh, next=begins, at=0, token="")

    @staticmethod
    def _groups(place: Place) -> list[tuple[tuple[str, ...], str]]:
        """Which conversations are asked about together, and from which id on: the same ones all through a round."""
        oldest = _oldest(place.next)
        told = [(place.known, int(place.since or 0)), (place.fresh, min(map(int, place.fresh), default=0))]
        return [
            (some[start : start + _AT_ONCE], str(max(since, oldest)))
            for some, since in told
            for start in range(0, len(some), _AT_ONCE)
        ]

    def _done(self, place: Place) -> Place:
        read_at = self._clock.now().isoformat()
        return Place(since=place.next, known=place.known + place.fresh, read_at=read_at)

    def _query(self, ids: Sequence[str]) -> str:
        some = " OR ".join(f"conversation_id:{one}" for one in ids)
        name = self.handle.removeprefix("@")
        return f"({some}) -from:{name} -@{name} -is:retweet"


def _oldest(id_: str) -> int:
    """The oldest id that the search reaches from one on: ids hold their time in milliseconds above 22 other bits."""
    return int(id_) - (int(_REACH.total_seconds() * 1000) << 22)


def _read(cursor: str | None) -> Place:
    """What a cursor holds. Raises ConnectorError CursorInvalid for one that another version wrote."""
    if cursor is None:
        return Place()
    try:
        said: dict[str, Any] = json.loads(cursor)
        if said.pop("v", None) == _VERSION:
            known, fresh = (tuple(str(int(one)) for one in said.pop(key, ())) for key in ("known", "fresh"))
            return Place(**said, known=known, fresh=fresh)
    except (ValueError, TypeError, AttributeError):
        pass
    raise failed(FailureKind.CURSOR_INVALID, "The place in this stream is lost; it is read again.", code="cursor")


def _written(place: Place) -> str:
    return json.dumps({"v": _VERSION, **{key: value for key, value in asdict(place).items() if value}})
