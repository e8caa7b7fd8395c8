"""Gives opening hours as values and the arithmetic of time within them; knows no clock and no day that it is not told.

A week of spans on the wall clock of one zone, days that differ, and public holidays. A span belongs to the day on which
it begins, and may end on the next. What the wall clock says is taken like this when it is changed: an hour that is
skipped in spring is the moment of the change, and of an hour that comes twice in autumn the first one is meant. So a
later wall time is never an earlier moment, and a night shift is as long as it really lasts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from socialdesk.support.values import value_class

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

DAY = 24 * 60
"""Minutes of a day on the wall clock."""
LOOK_AHEAD = 800
"""For how many days on an opening is looked for; where there is none by then, there is none."""
FALLBACK = "UTC"
"""By which wall clock hours are counted whose zone this machine does not know; who may choose another is told so."""
_NOTHING = timedelta(0)
_KEPT = 4_000


@value_class(frozen=True, slots=True, order=True)
class Span:
    """From when to when, in minutes after midnight on the wall clock; more than `DAY` is on the next day."""

    begins: int
    ends: int

    @property
    def is_sound(self) -> bool:
        """Whether it begins on its day, takes time, and is over within a day of when it began."""
        return 0 <= self.begins < DAY and self.begins < self.ends <= self.begins + DAY


Spans = tuple[Span, ...]
ALL_DAY: Spans = (Span(0, DAY),)
ALWAYS: tuple[Spans, ...] = (ALL_DAY,) * 7


@value_class(frozen=True, slots=True)
class OtherDay:
    """A day with hours of its own; without spans it is closed."""

    day: date
    spans: Spans = ()


@value_class(frozen=True, slots=True)
class Holiday:
    """A public holiday; closed unless an exception says otherwise."""

    day: date
    name: str


@value_class(frozen=True, slots=True)
class Calendar:
    """Opening hours. `week` begins on Monday. `holidays` are those of `country` and `region`, as far as known."""

    zone: str = "UTC"
    week: tuple[Spans, ...] = ALWAYS
    other_days: tuple[OtherDay, ...] = ()
    country: str = ""
    """Two letters as in ISO 3166; empty where no public holidays are kept."""
    region: str = ""
    holidays: tuple[Holiday, ...] = ()

    @property
    def is_always_open(self) -> bool:
        """Whether every moment counts."""
        return self.week == ALWAYS and not self.holidays and all(one.spans == ALL_DAY for one in self.other_days)


def overlapping(spans: Spans, after: Spans = ()) -> bool:
    """Whether two spans of a day are at the same time, or one reaches into those of the day after."""
    inside = sorted([*spans, *(replace(one, begins=one.begins + DAY, ends=one.ends + DAY) for one in after)])
    return any(one.ends > other.begins for one, other in pairwise(inside))


def moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """When the wall clock of a zone says so many minutes after the midnight that begins `day`."""
    later, minutes = divmod(minutes, DAY)
    wall = datetime.combine(day + timedelta(days=later), time(minutes // 60, minutes % 60), zone)
    first, second = wall.astimezone(UTC), wall.replace(fold=1).astimezone(UTC)
    if second >= first:
        return first
    # Skipped: what was before the change puts it after, what comes then puts it before. The change lies between.
    was = second.astimezone(zone).utcoffset()
    while first - second > timedelta(seconds=1):
        middle = second + (first - second) // 2
        if middle.astimezone(zone).utcoffset() == was:
            second = middle
        else:
            first = middle
    return first.replace(microsecond=0)


def is_zone(name: str) -> bool:
    """Whether this machine knows a zone of that name."""
    return bool(name) and _known_zone(name) is not None


@lru_cache(maxsize=64)
def _known_zone(name: str) -> ZoneInfo | None:
    from zoneinfo import ZoneInfo  # only where hours count, which is not everywhere

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    """The zone, or `FALLBACK` where this machine does not know it (any more): hours go on being counted."""
    from zoneinfo import ZoneInfo

    return _known_zone(name) or ZoneInfo(FALLBACK)


class WorkingTime:
    """The arithmetic of one calendar; remembers the days it has looked at."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self._closed = {one.day for one in calendar.holidays}
        self._other = {one.day: one.spans for one in calendar.other_days}
        self._days: dict[date, tuple[tuple[datetime, datetime], ...]] = {}
        self._is_always = calendar.is_always_open

    @property
    def zone(self) -> ZoneInfo:
        """Whose wall clock counts: that of the calendar, or `FALLBACK` where this machine does not know it."""
        return _zone(self.calendar.zone)

    def is_open(self, at: datetime) -> bool:
        """Whether the moment counts; the one at which it closes does not."""
        return self._is_always or any(begins <= at < ends for begins, ends in self._around(at))

    def spans_of(self, day: date) -> Spans:
        """What the wall clock says of a day."""
        if day in self._other:
            return self._other[day]
        return () if day in self._closed else self.calendar.week[day.weekday()]

    def open_spans(self, since: datetime, until: datetime) -> list[tuple[datetime, datetime]]:
        """The open moments from one instant to another, in order and apart from each other, in UTC."""
        if until <= since:
            return []
        if self._is_always:
            return [(since.astimezone(UTC), until.astimezone(UTC))]
        found: list[tuple[datetime, datetime]] = []
        day, last = self._day_of(since) - timedelta(days=1), self._day_of(until)
        while day <= last:
            for begins, ends in self._of_day(day):
                begins_at, ends_at = max(begins, since), min(ends, until)
                if begins_at < ends_at:
                    found.append((begins_at, ends_at))
            day += timedelta(days=1)
        return _merged(found)

    def worked(self, since: datetime, until: datetime) -> timedelta:
        """How much of the time from one instant to another counts; nothing when `until` comes first."""
        if self._is_always:
            return max(_NOTHING, until - since)
        return sum((ends - begins for begins, ends in self.open_spans(since, until)), _NOTHING)

    def add(self, at: datetime, amount: timedelta) -> datetime | None:
        """The first instant by which so much has counted since `at`; None when it is never open for that long."""
        at = at.astimezone(UTC)
        if amount <= _NOTHING:
            return at
        if self._is_always:
            return at + amount
        left, done_until = amount, at
        day = self._day_of(at) - timedelta(days=1)
        empty = 0
        while empty <= LOOK_AHEAD:
            for begins, ends in self._of_day(day):
                begins_at = max(begins, done_until)
                if begins_at >= ends:
                    continue
                if ends - begins_at >= left:
                    return begins_at + left
                left -= ends - begins_at
                done_until = ends
                empty = 0
            day += timedelta(days=1)
            empty += 1
        return None

    def opening(self, at: datetime) -> datetime | None:
        """`at` itself while it is open, else when it opens next; None when it never does."""
        if self.is_open(at):
            return at.astimezone(UTC)
        day = self._day_of(at) - timedelta(days=1)
        for ahead in range(LOOK_AHEAD):
            for begins, _ in self._of_day(day + timedelta(days=ahead)):
                if begins >= at:
                    return begins
        return None

    def add_days(self, at: datetime, days: int) -> datetime | None:
        """The same time on the wall clock so many working days on, or when that day closes if that is before.

        What comes while it is closed counts from the next opening. None when it is never open again.
        """
        begins = self.opening(at)
        if begins is None:
            return None
        day = self._begun_on(begins)
        wall = begins.astimezone(self.zone)
        minutes = (wall.date() - day).days * DAY + wall.hour * 60 + wall.minute
        for _ in range(LOOK_AHEAD):
            if not days:
                break
            day += timedelta(days=1)
            days -= bool(self._of_day(day))
        if days:
            return None
        same = moment(day, minutes, self.zone) + timedelta(seconds=wall.second, microseconds=wall.microsecond)
        closes = max(ends for _, ends in self._of_day(day))
        return max(begins, min(same, closes))

    def _begun_on(self, at: datetime) -> date:
        """The day on which the opening began that an open moment lies in."""
        day = self._day_of(at)
        before = day - timedelta(days=1)
        return before if any(begins <= at < ends for begins, ends in self._of_day(before)) else day

    def _day_of(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def _around(self, at: datetime) -> tuple[tuple[datetime, datetime], ...]:
        day = self._day_of(at)
        return (*self._of_day(day - timedelta(days=1)), *self._of_day(day))

    def _of_day(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """The open moments that begin on a day."""
        known = self._days.get(day)
        if known is None:
            if len(self._days) >= _KEPT:
                self._days.clear()
            both = [
                (moment(day, one.begins, self.zone), moment(day, one.ends, self.zone)) for one in self.spans_of(day)
            ]
            known = self._days[day] = tuple(_merged([one for one in both if one[0] < one[1]]))
        return known


def _merged(spans: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """The same moments, in order and none twice."""
    found: list[tuple[datetime, datetime]] = []
    for begins, ends in sorted(spans):
        if found and begins <= found[-1][1]:
            found[-1] = (found[-1][0], max(ends, found[-1][1]))
        else:
            found.append((begins, ends))
    return found
