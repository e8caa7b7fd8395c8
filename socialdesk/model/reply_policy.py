"""Decides when an answer is due: opening hours, and how long the first and the next answer may take.

Everything follows from what was said and when, so whoever computes it again from the same history gets the same.
"""

from __future__ import annotations

from dataclasses import field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property

from socialdesk.model.calendar import Calendar, WorkingTime
from socialdesk.model.thread import Thread
from socialdesk.support.values import value_class


class Unit(StrEnum):
    """What a target counts in."""

    HOURS = "hours"
    """Minutes by the real clock, open or not."""
    OPEN_HOURS = "open_hours"
    """Minutes of opening hours."""
    WORKING_DAYS = "working_days"
    """Until the same time so many working days on."""


@value_class(frozen=True, slots=True)
class Target:
    """How long an answer may take: minutes, or days where `unit` is working days."""

    amount: int
    unit: Unit = Unit.HOURS


_WEEKEND = 5

DAY_LONG = Target(24 * 60)


@value_class(frozen=True)
class ReplyPolicy:
    """The promise of a workspace. Without a target no answer is ever due. `version` counts its changes."""

    calendar: Calendar = field(default_factory=Calendar)
    first: Target | None = DAY_LONG
    """For the first answer to somebody, and to somebody who writes again after all was done."""
    next: Target | None = DAY_LONG
    """For every answer after that."""
    version: int = 0

    @cached_property
    def hours(self) -> WorkingTime:
        """The arithmetic of its calendar."""
        return WorkingTime(self.calendar)

    def target_of(self, thread: Thread) -> Target | None:
        """Which target counts for who waits in a thread."""
        return self._target(thread.last_out_at, thread.began_again_at)

    def due_at(
        self, waiting_since: datetime | None, answered_at: datetime | None, began_again_at: datetime | None
    ) -> datetime | None:
        """When an answer is due to who waits since then; None when nobody waits."""
        return None if waiting_since is None else self.due(waiting_since, self._target(answered_at, began_again_at))

    def due(self, since: datetime, target: Target | None) -> datetime | None:
        """When an answer is due to what was written at `since`."""
        if target is None:
            return None
        match target.unit:
            case Unit.HOURS:
                return since + timedelta(minutes=target.amount)
            case Unit.OPEN_HOURS:
                return self.hours.add(since, timedelta(minutes=target.amount))
            case Unit.WORKING_DAYS:
                return self.hours.add_days(since, target.amount)

    def promised(self, thread: Thread) -> Thread:
        """The thread with the due time that follows from who waits in it since when, and from whether we answered."""
        due = self.due_at(thread.waiting_since, thread.last_out_at, thread.began_again_at)
        return thread if due == thread.due_at else replace(thread, due_at=due)

    def in_time_since(self, now: datetime) -> datetime:
        """How far back, a day at most, somebody may have written and not be late by now."""
        for ago in range(24, 0, -1):
            since = now - timedelta(hours=ago)
            dues = [self.due(since, target) for target in (self.first, self.next)]
            if all(due is None or due >= now for due in dues):
                return since
        return now

    def stands_still(self, thread: Thread, now: datetime) -> bool:
        """Whether the clock of a thread in which somebody waits is stopped, since nobody is there at this hour."""
        target = self.target_of(thread)
        return target is not None and target.unit is not Unit.HOURS and not self.hours.is_open(now)

    def works_on(self, day: date) -> bool:
        """Whether anybody is there on a day; from Monday to Friday where nobody said when."""
        return day.weekday() < _WEEKEND if self.calendar.is_always_open else bool(self.hours.spans_of(day))

    def left(self, thread: Thread, now: datetime) -> timedelta | None:
        """How much of opening hours is left until an answer is due; None where the real clock counts."""
        target = self.target_of(thread)
        if thread.due_at is None or target is None or target.unit is Unit.HOURS or self.calendar.is_always_open:
            return None
        return self.hours.worked(now, thread.due_at)

    def _target(self, answered_at: datetime | None, began_again_at: datetime | None) -> Target | None:
        is_first = answered_at is None or (began_again_at is not None and answered_at < began_again_at)
        return self.first if is_first else self.next


ALWAYS_A_DAY = ReplyPolicy()
"""What counts where nobody chose: a day, at any hour."""
