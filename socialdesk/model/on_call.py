"""Shares out turns on call over four weeks by what each had: whoever had least of it for the hours they work is next.

It follows from what was handed on and when, so whoever plays the same log again gets the same turns. What comes at
night, at the weekend or on a public holiday counts twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from socialdesk.model.calendar import DAY
from socialdesk.model.identifiers import PersonId
from socialdesk.model.shift import Staff
from socialdesk.support.values import value_class

FAIR_DAYS = 28
UNSOCIAL = 2
"""How many times as much counts what comes when others rest."""
_DAYTIME = range(8, 20)
_WEEKEND = 5
_DAY_S = DAY * 60
_LEAST_HOURS = 1.0
"""Who was hardly there has no share that could be told."""


@value_class(frozen=True, slots=True, order=True)
class Turn:
    """What somebody on call was handed: on which day since 1970 in UTC, and how much it counts."""

    day: int
    person: PersonId
    burden: int


def day_of(at: datetime) -> int:
    """The day of a moment, since 1970 in UTC."""
    return int(at.timestamp()) // _DAY_S


def since(now: datetime) -> int:
    """The first of the days that still count."""
    return day_of(now) - FAIR_DAYS + 1


def burden(one: Staff, weight: int, at: datetime) -> int:
    """How much a thread of this weight counts that somebody is handed at a moment, by their own wall clock."""
    there = one.wall_clock(at)
    is_off = there.weekday() >= _WEEKEND or any(free.day == there.date() for free in one.shifts.holidays)
    return weight * (UNSOCIAL if is_off or there.hour not in _DAYTIME else 1)


def had(turns: Iterable[Turn], now: datetime) -> dict[PersonId, int]:
    """What each was handed within the days that count."""
    found: dict[PersonId, int] = {}
    for one in turns:
        if one.day >= since(now):
            found[one.person] = found.get(one.person, 0) + one.burden
    return found


def share(one: Staff, burden_had: int, now: datetime) -> float:
    """What somebody was handed for each hour they worked in the days that count."""
    if not burden_had:
        return 0.0
    hours = one.worked(now - timedelta(days=FAIR_DAYS), now) / timedelta(hours=1)
    return burden_had / max(_LEAST_HOURS, hours)
