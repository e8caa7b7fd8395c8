"""Decides when an answer is due: opening hours, and how long the first and the next answer may take.

A workspace has one policy. It may hold promises for some threads in an order, of which the first that fits counts, and
always one for everything else. Everything follows from what was said and done and when, so whoever computes it again
from the same history gets the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TypeAlias

from socialdesk.model.calendar import Calendar, WorkingTime
from socialdesk.model.condition import All, Condition, holds
from socialdesk.model.identifiers import ChannelId, PersonId
from socialdesk.model.thread import Kind, Pauses, Thread, pauses_since
from socialdesk.support.values import StrEnum, changed, value_class


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


class Arrival(StrEnum):
    """Whether the hour counts at which somebody wrote, by the opening hours of the workspace."""

    ANY = "any"
    OPEN = "open"
    CLOSED = "closed"


_WEEKEND = 5
_NOBODY = PersonId(0)

DAY_LONG = Target(24 * 60)
Windows: TypeAlias = tuple[tuple[ChannelId, Kind, timedelta, str], ...]
"""How long after the contact's newest message each channel takes answers in threads of each kind.

The last is what the platform's names of those threads begin with; "" for all of the kind.
"""
EVERYTHING: Condition = All(())


@value_class(frozen=True)
class Promise:
    """What is promised to those whom it is for. Without a target nothing is ever due."""

    name: str = ""
    """As it was called; the one for everything else has no name of its own."""
    when: Condition = EVERYTHING
    arrives: Arrival = Arrival.ANY
    calendar: Calendar | None = None
    """Hours of its own; None for those of the workspace."""
    first: Target | None = DAY_LONG
    """For the first answer to somebody, and to somebody who writes again after all was done."""
    next: Target | None = DAY_LONG
    """For every answer after that."""
    resolution: Target | None = None
    """From when somebody first asked until all is done."""
    warning: int | None = None
    """From what share of the time on it is soon, in per cent; None for the last quarter, at most half an hour."""
    pauses: bool = True
    """Whether the clock stands still while the thread waits on the contact."""
    pauses_first: bool = False
    """Whether that counts for a first answer, too."""

    @cached_property
    def hours(self) -> WorkingTime | None:
        """The arithmetic of hours of its own."""
        return None if self.calendar is None else WorkingTime(self.calendar)

    def target(self, *, is_first: bool) -> Target | None:
        """How long this answer may take."""
        return self.first if is_first else self.next

    def may_pause(self, *, is_first: bool) -> bool:
        """Whether the clock of this answer may be stopped."""
        return self.pauses and (self.pauses_first or not is_first)


@value_class(frozen=True)
class ReplyPolicy:
    """The promise of a workspace. `version` counts its changes.

    What stands here is for everything that none of `special` is for; of those the first that fits counts.
    """

    calendar: Calendar = field(default_factory=Calendar)
    first: Target | None = DAY_LONG
    next: Target | None = DAY_LONG
    version: int = 0
    resolution: Target | None = None
    warning: int | None = None
    pauses: bool = True
    pauses_first: bool = False
    special: tuple[Promise, ...] = ()
    windows: Windows = field(default=(), compare=False)
    """How long platforms take answers; no promise of the team, but a clock beside it."""

    @cached_property
    def hours(self) -> WorkingTime:
        """The arithmetic of its calendar."""
        return WorkingTime(self.calendar)

    @cached_property
    def usual(self) -> Promise:
        """What is promised to everybody else."""
        return Promise(
            first=self.first,
            next=self.next,
            resolution=self.resolution,
            warning=self.warning,
            pauses=self.pauses,
            pauses_first=self.pauses_first,
        )

    @cached_property
    def _window(self) -> dict[tuple[int, Kind], tuple[timedelta, str]]:
        return {(channel, kind): (window, where) for channel, kind, window, where in self.windows}

    @property
    def promises(self) -> tuple[Promise, ...]:
        """All in their order, the one for everything else last."""
        return (*self.special, self.usual)

    def of(self, thread: Thread) -> Promise:
        """Which promise counts for a thread."""
        for one in self.special:
            if self._arrives(one, thread) and holds(one.when, thread, _NOBODY):
                return one
        return self.usual

    def hours_of(self, promise: Promise) -> WorkingTime:
        """The hours that count for a promise."""
        return promise.hours or self.hours

    def is_for_hour(self, promise: Promise, asked: datetime) -> bool:
        """Whether a promise is for what was written at that moment, by the opening hours of the workspace."""
        return promise.arrives is Arrival.ANY or self.hours.is_open(asked) is (promise.arrives is Arrival.OPEN)

    def target_of(self, thread: Thread) -> Target | None:
        """Which target counts for who waits in a thread."""
        return self.of(thread).target(is_first=is_first(thread))

    def due_at(self, thread: Thread) -> datetime | None:
        """When an answer is due to who waits in a thread: by what was promised or by the platform, whichever is first.

        None when nobody waits, and while the only clock there is is stopped.
        """
        promised, closes = self.promised_until(thread), self.closes_at(thread)
        if promised is None or closes is None:
            return promised or closes
        return min(promised, closes)

    def closes_at(self, thread: Thread) -> datetime | None:
        """Until when the platform takes an answer to who waits in a thread; None for ever."""
        if not self.windows or thread.waiting_since is None or thread.last_in_at is None:
            return None
        window, where = self._window.get((thread.channel_id, thread.kind), (None, ""))
        return None if window is None or not thread.remote_id.startswith(where) else thread.last_in_at + window

    def promised_until(self, thread: Thread) -> datetime | None:
        """Until when an answer was promised to who waits in a thread."""
        if thread.waiting_since is None:
            return None
        promise, first = self.of(thread), is_first(thread)
        pauses = pauses_since(thread.pauses, thread.waiting_since) if promise.may_pause(is_first=first) else ()
        return self.due(thread.waiting_since, promise.target(is_first=first), self.hours_of(promise), pauses)

    def due(
        self, since: datetime, target: Target | None, hours: WorkingTime | None = None, pauses: Pauses = ()
    ) -> datetime | None:
        """When what was written at `since` is due; what was paused until then is given on top."""
        if target is None:
            return None
        hours = hours or self.hours
        match target.unit:
            case Unit.HOURS:
                due = since + timedelta(minutes=target.amount)
                if not pauses:
                    return due
            case Unit.OPEN_HOURS:
                due = hours.add(since, timedelta(minutes=target.amount))
            case Unit.WORKING_DAYS:
                due = hours.add_days(since, target.amount)
        for begins, ends in pauses:
            if due is None or begins >= due:
                break
            if ends is None:
                return None
            if target.unit is Unit.HOURS:
                due += ends - begins
            else:
                due = hours.add(due, hours.worked(begins, ends))
        return due

    def promised(self, thread: Thread) -> Thread:
        """The thread with the due time that follows from who waits in it since when, and from whether we answered."""
        due = self.due_at(thread)
        return thread if due == thread.due_at else changed(thread, due_at=due)

    def in_time_since(self, now: datetime) -> datetime:
        """How far back, a day at most, somebody may have written and not be late by now."""
        for ago in range(24, 0, -1):
            since = now - timedelta(hours=ago)
            if all(due is None or due >= now for due in self._all_due(since)):
                return since
        return now

    def stands_still(self, thread: Thread, now: datetime) -> bool:
        """Whether the clock of a thread in which somebody waits is stopped, since nobody is there at this hour."""
        promise = self.of(thread)
        target = promise.target(is_first=is_first(thread))
        if self.is_by_platform(thread):
            return False
        return target is not None and target.unit is not Unit.HOURS and not self.hours_of(promise).is_open(now)

    def is_by_platform(self, thread: Thread) -> bool:
        """Whether what ends first is the time in which the platform takes an answer."""
        return thread.due_at is not None and self.closes_at(thread) == thread.due_at != self.promised_until(thread)

    def works_on(self, day: date) -> bool:
        """Whether anybody is there on a day; from Monday to Friday where nobody said when."""
        return day.weekday() < _WEEKEND if self.calendar.is_always_open else bool(self.hours.spans_of(day))

    def left(self, thread: Thread, now: datetime) -> timedelta | None:
        """How much of opening hours is left until an answer is due; None where the real clock counts."""
        promise = self.of(thread)
        target, hours = promise.target(is_first=is_first(thread)), self.hours_of(promise)
        is_real = target is None or target.unit is Unit.HOURS or self.is_by_platform(thread)
        if thread.due_at is None or is_real or hours.calendar.is_always_open:
            return None
        return hours.worked(now, thread.due_at)

    def _arrives(self, promise: Promise, thread: Thread) -> bool:
        if promise.arrives is Arrival.ANY:
            return True
        return self.is_for_hour(promise, thread.waiting_since or thread.last_in_at or thread.created_at)

    def _all_due(self, since: datetime) -> Iterator[datetime | None]:
        for promise in self.promises:
            for target in (promise.first, promise.next):
                yield self.due(since, target, self.hours_of(promise))


def is_first(thread: Thread) -> bool:
    """Whether what is waited for is the first answer: to somebody new, or who wrote again after all was done."""
    answered, began = thread.last_out_at, thread.began_again_at
    return answered is None or (began is not None and answered < began)


ALWAYS_A_DAY = ReplyPolicy()
"""What counts where nobody chose: a day, at any hour."""
