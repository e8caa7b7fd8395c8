"""Decides when a snoozed thread comes back; times follow the reader's own zone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum


class Choice(StrEnum):
    """What the snooze list offers, in its order; the keys 1 to 6 pick."""

    IN_ONE_HOUR = "in_one_hour"
    THIS_EVENING = "this_evening"
    TOMORROW_MORNING = "tomorrow_morning"
    NEXT_WORKING_DAY = "next_working_day"
    WHEN_THEY_ANSWER = "when_they_answer"
    PICK = "pick"


@dataclass(frozen=True, slots=True)
class Offer:
    """One choice and the moment it stands for; None where it is not a moment."""

    choice: Choice
    until: datetime | None


MORNING, EVENING = time(9), time(18)
_LONGEST_BREAK = 60


def on_weekdays(day: date) -> bool:
    """Whether people commonly work on a day, where nobody said when they do."""
    return day.weekday() < 5


def offers(now: datetime, zone: tzinfo, is_working: Callable[[date], bool] = on_weekdays) -> tuple[Offer, ...]:
    """The choices at `now`; this evening is left out once it has come. `is_working` knows the days of the team."""
    here = now.astimezone(zone)
    day = here.date()

    def at(days: int, clock: time) -> datetime:
        return datetime.combine(day + timedelta(days=days), clock, zone).astimezone(UTC)

    ahead = range(1, _LONGEST_BREAK)
    working = next((days for days in ahead if is_working(day + timedelta(days=days))), 1)
    found = [
        Offer(Choice.IN_ONE_HOUR, now + timedelta(hours=1)),
        Offer(Choice.THIS_EVENING, at(0, EVENING)),
        Offer(Choice.TOMORROW_MORNING, at(1, MORNING)),
        Offer(Choice.NEXT_WORKING_DAY, at(working, MORNING)),
        Offer(Choice.WHEN_THEY_ANSWER, None),
        Offer(Choice.PICK, None),
    ]
    return tuple(offer for offer in found if offer.until is None or offer.until > now)
