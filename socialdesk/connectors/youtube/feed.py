"""Reads the threads below a channel's videos, page by page, and what changed in them; gives events.

The README beside this file tells why one list is not enough, and what each reading costs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.parts import Wire, part, parts
from socialdesk.connectors.youtube import mapping
from socialdesk.connectors.youtube.wire import MOST_IDS, YouTube
from socialdesk.model.event import Event
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import Clock

PUBLISHED, HELD = "published", "heldForReview"
OVERLAP = timedelta(hours=1)
"""So much of what was read before is read again: threads can show late."""
LATE_REACH, DEEP_REACH = timedelta(days=3), timedelta(days=30)
LATE_EVERY, DEEP_EVERY = timedelta(minutes=30), timedelta(hours=6)
_MOST_PAGES = 20
"""Of one list in one go."""
_VIDEO_LASTS = timedelta(days=1)
_GONE_CALLS = 4
"""How many calls one look for deletions may cost."""
_MOST_KNOWN = 20_000
_LOST = "The place in this stream is lost; it is read again."


@dataclass(frozen=True, slots=True)
class Place:
    """How far a list of threads was read. Between two readings only `newest` is set."""

    newest: datetime | None = None
    """The beginning of the newest thread that was read."""
    page: str = ""
    """The page to go on with; "" for the first."""
    stop: datetime | None = None
    """Where this reading ends."""
    high: datetime | None = None
    """The beginning of the newest thread of this reading."""
    again: bool = False
    """Whether this reading was begun once more because its page was not known any more."""

    @property
    def is_within(self) -> bool:
        """Whether a reading has begun and not ended."""
        return self.stop is not None


class Feed:
    """The reader of one session."""

    def __init__(self, youtube: YouTube, own: str, name: str, clock: Clock) -> None:
        self._youtube = youtube
        self._own = own
        self._name = name
        self._clock = clock
        self._counts: dict[str, int] = {}
        """How many replies a thread had when all of them were read."""
        self._videos: dict[str, datetime] = {}
        """When a video was last read."""
        self._public: dict[str, None] = {}
        """Comments that everybody could see, the newest last."""
        self._wrote: dict[str, str] = {}
        """A comment by each person."""
        self._looked = 0

    def forget(self) -> None:
        """Read all replies once more."""
        self._counts.clear()

    def is_due(self, place: Place) -> bool:
        """Whether the units of the day allow another reading now."""
        return place.is_within or place.newest is None or self._youtube.quota.allows(2)

    async def page(self, status: str, place: Place, since: datetime) -> tuple[list[Event], Place]:
        """The next page of a list, back to `since` where nothing was read yet. Raises ConnectorError."""
        stop = place.stop or (place.newest - OVERLAP if place.newest else since)
        try:
            said = await self._youtube.threads(self._own, status=status, token=place.page)
        except ConnectorError as error:
            if not place.page or error.failure.kind is not FailureKind.INVALID:
                raise
            if place.again:
                # Twice in one reading: where units are short, a reading takes days. It must not end here for ever.
                raise failed(FailureKind.CURSOR_INVALID, _LOST, code="page") from None
            # Nobody says how long a page is known. What was read of it comes again and changes nothing.
            return [], replace(place, page="", stop=stop, again=True)
        threads = parts(said, "items")
        # All of a page is taken: an older thread on it may have a new reply, or wait for a decision only now.
        events = await self._events([one for one in threads if _begins(one, since) >= since], status)
        begun = [_begins(one, stop) for one in threads]
        high = max([*begun, *(one for one in (place.high, place.newest) if one is not None)], default=None)
        token = str(said.get("nextPageToken") or "")
        if token and begun and min(begun) >= stop:
            return events, Place(place.newest, token, stop, high, again=place.again)
        # A list that is empty so far has been read all the same, up to now.
        return events, Place(high or self._clock.now())

    async def late(self, reach: timedelta) -> tuple[list[Event], bool]:
        """What was said and changed in older threads: a new reply lifts nothing.

        Also whether that was all: it ends early where units are short.
        """
        since = self._clock.now() - reach
        events: list[Event] = []
        token = ""
        for _ in range(_MOST_PAGES):
            if not self._youtube.quota.allows(1, beside=True):
                return events, False
            said = await self._youtube.threads(self._own, token=token)
            threads = parts(said, "items")
            taken = [one for one in threads if _begins(one, since) >= since]
            events += await self._events(taken, PUBLISHED, beside=True)
            token = str(said.get("nextPageToken") or "")
            if not token or len(taken) < len(threads):
                break
        return events, True

    async def gone(self, ids: Sequence[str]) -> list[str]:
        """Which of these comments are no longer there, as far as the units allow to ask; the others come in turn."""
        if not ids or not self._youtube.quota.allows(_GONE_CALLS + 2, beside=True):
            return []
        most = _GONE_CALLS * MOST_IDS
        start = self._looked if most < len(ids) and self._looked < len(ids) else 0
        asked = list(ids[start : start + most])
        self._looked = start + len(asked)
        missing: list[str] = []
        for first in range(0, len(asked), MOST_IDS):
            part = asked[first : first + MOST_IDS]
            there = {str(one.get("id")) for one in await self._youtube.comments(part)}
            missing += [id_ for id_ in part if id_ not in there]
        return await self._truly_gone(missing) if missing else []

    async def comment_by(self, person: str) -> str | None:
        """A comment of somebody, as a block needs one; None where none is near."""
        if person not in self._wrote:
            for status in (PUBLISHED, HELD, mapping.SPAM):
                said = await self._youtube.threads(self._own, status=status)
                self._note(parts(said, "items"), status)
                if person in self._wrote:
                    break
        return self._wrote.get(person)

    async def answers_of(self, thread: str) -> list[Wire]:
        """All replies of a thread. Raises ConnectorError."""
        found: list[Wire] = []
        token = ""
        for _ in range(_MOST_PAGES):
            said = await self._youtube.replies(thread, token=token)
            found += parts(said, "items")
            token = str(said.get("nextPageToken") or "")
            if not token:
                break
        return found

    async def _truly_gone(self, missing: list[str]) -> list[str]:
        """Of comments that no answer held, those that do not wait for a decision either."""
        waiting: set[str] = set()
        is_whole = True
        for status in (HELD, mapping.SPAM):
            said = await self._youtube.threads(self._own, status=status)
            threads = parts(said, "items")
            waiting |= {str(one.get("id")) for thread in threads for one in _comments_of(thread)}
            is_whole = is_whole and not said.get("nextPageToken")
        return [id_ for id_ in missing if id_ not in waiting and (is_whole or id_ in self._public)]

    async def _events(self, threads: Sequence[Wire], status: str, *, beside: bool = False) -> list[Event]:
        self._note(threads, status)
        events: list[Event] = []
        for thread in threads:
            replies = mapping.included(thread)
            replies = await self._replies(thread, replies, beside=beside) if status == PUBLISHED else replies
            events += mapping.to_events(thread, replies, self._own, status)
        return [*await self._posts(threads), *events]

    async def _replies(self, thread: Wire, included: list[Wire], *, beside: bool) -> list[Wire]:
        """The replies of a thread: those that came with it, or all where there are new ones among the others."""
        id_, count = str(thread.get("id")), mapping.count_of(thread)
        if count <= len(included) or count == self._counts.get(id_):
            return included
        if not self._youtube.quota.allows(1 + count // 100, beside=beside):
            return included
        found = await self.answers_of(id_)
        self._counts[id_] = count
        for one in found:
            self._wrote[mapping.author_of(one, self._own).remote_id] = str(one.get("id"))
        return found

    async def _posts(self, threads: Iterable[Wire]) -> list[Event]:
        now = self._clock.now()
        wanted = {str(video) for one in threads if (video := part(one, "snippet").get("videoId"))}
        wanted = {one for one in wanted if one not in self._videos or now - self._videos[one] >= _VIDEO_LASTS}
        events: list[Event] = []
        ids = sorted(wanted)
        for start in range(0, len(ids), MOST_IDS):
            found = await self._youtube.videos(ids[start : start + MOST_IDS])
            events += [mapping.to_post(video, self._own, self._name) for video in found]
            self._videos |= dict.fromkeys(ids[start : start + MOST_IDS], now)
        return events

    def _note(self, threads: Sequence[Wire], status: str) -> None:
        for comment in (one for thread in threads for one in _comments_of(thread)):
            id_ = str(comment.get("id"))
            if status == PUBLISHED:
                self._public[id_] = None
            if part(comment, "snippet") and not mapping.is_own(comment, self._own):
                self._wrote[mapping.author_of(comment, self._own).remote_id] = id_
        for known in (self._public, self._wrote):
            for _ in range(len(known) - _MOST_KNOWN):
                known.pop(next(iter(known)))


def _comments_of(thread: Wire) -> list[Wire]:
    top = part(part(thread, "snippet"), "topLevelComment")
    return [*([top] if top else []), *mapping.included(thread)]


def _begins(thread: Wire, otherwise: datetime) -> datetime:
    """When a thread began; `otherwise` where it cannot be read."""
    try:
        return mapping.published_at(thread)
    except (KeyError, TypeError, ValueError):
        return otherwise
