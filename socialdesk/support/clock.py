"""Gives the time, as aware UTC datetimes or epoch milliseconds; the only place that reads the system's clock.

Everything above takes a `Clock`, so that tests move time by hand.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, tzinfo
from datetime import time as clock_time
from typing import Protocol

_EXACT_MS = 4_000_000_000_000
"""A moment in the year 2096."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Clock(Protocol):
    """What tells the time."""

    def now(self) -> datetime:
        """The present moment, aware and in UTC."""
        ...

    def monotonic_ms(self) -> float:
        """Milliseconds from an arbitrary start that never run backwards; for spans, not for dates."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_ms(self) -> float:
        return time.monotonic() * 1000


class HandClock:
    """A clock that stands still until it is moved; for tests, stories and pictures."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._monotonic_ms = 0.0

    def now(self) -> datetime:
        return self._now

    def monotonic_ms(self) -> float:
        return self._monotonic_ms

    def move(self, span: timedelta) -> None:
        """Let `span` pass."""
        self._now += span
        self._monotonic_ms += span / timedelta(milliseconds=1)

    def jump(self, span: timedelta) -> None:
        """Be set to another time, as by a person, a time server, or a machine that slept; no time passes."""
        self._now += span


class _Here(tzinfo):
    """The zone this machine stands in, in which each moment has the offset of its own day.

    `datetime.astimezone()` gives the offset of one moment only: nine tomorrow is another hour of it where the clocks
    change tonight.
    """

    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        return None if dt is None else dt.replace(tzinfo=None).astimezone().utcoffset()

    def tzname(self, dt: datetime | None) -> str | None:
        return None if dt is None else dt.replace(tzinfo=None).astimezone().tzname()

    def dst(self, dt: datetime | None) -> timedelta | None:  # noqa: ARG002 - as a zone has it
        return None

    def fromutc(self, dt: datetime) -> datetime:
        there = dt.replace(tzinfo=UTC).astimezone()
        here = there.replace(tzinfo=self, fold=0)
        # Of an hour that comes twice it may be the second one.
        return here if here.utcoffset() == there.utcoffset() else here.replace(fold=1)

    def __repr__(self) -> str:
        return "HERE"


HERE: tzinfo = _Here()
"""The zone of the machine, as it is when it is asked."""


def zone_moved() -> bool:
    """Whether the machine stands in another zone than when this was last asked; from then on times are of that one.

    On Linux and macOS a process keeps the zone it began with until it asks.
    """
    if not hasattr(time, "tzset"):
        return False
    time.tzset()
    before, _Asked.zone = _Asked.zone, (time.timezone, time.altzone, *time.tzname)
    return before != _Asked.zone


class _Asked:
    zone: tuple[int | str, ...] = (time.timezone, time.altzone, *time.tzname)


def local_midnight(at: datetime, days: int = 0) -> datetime:
    """When the day of a moment begins where this machine stands, or the one so many days later; aware.

    By the wall clock: a day on which the clocks change has 23 or 25 hours, or half an hour more or less.
    """
    day = at.astimezone().date() + timedelta(days=days)
    return datetime.combine(day, clock_time()).astimezone()


def to_ms(moment: datetime) -> int:
    """Epoch milliseconds of an aware datetime, as the database keeps them."""
    span = moment - _EPOCH
    return span.days * 86_400_000 + span.seconds * 1000 + span.microseconds // 1000


def from_ms(ms: int) -> datetime:
    """The aware UTC datetime of epoch milliseconds. Raises OverflowError outside the years 1 to 9999."""
    # Half the time, for what every row asks several times; a float of seconds tells milliseconds apart until then.
    return datetime.fromtimestamp(ms / 1000, UTC) if 0 <= ms < _EXACT_MS else _EPOCH + timedelta(milliseconds=ms)


def optional_ms(moment: datetime | None) -> int | None:
    """`to_ms` that lets None through."""
    return None if moment is None else to_ms(moment)


def optional_from_ms(ms: int | None) -> datetime | None:
    """`from_ms` that lets None through."""
    return None if ms is None else from_ms(ms)
