"""Tells from all that was said and done in a thread every clock it had: since when, until when, met when, paused when.

A cycle begins when somebody asks and ends when all is done; who writes after that begins another one with clocks of its
own, while a thread that a person opened again goes on where it was. A clock that has ended is told by the version of
the policy that counted then, one that runs by the newest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from socialdesk.model.reply_policy import ALWAYS_A_DAY, Promise, ReplyPolicy, Target
from socialdesk.model.thread import Pauses, Thread, pause_begun, pause_ended, pauses_since


class Clock(StrEnum):
    """What is counted."""

    FIRST = "first_answer"
    NEXT = "later_answer"
    RESOLUTION = "done"


class What(StrEnum):
    """What of a history clocks go by."""

    ASKED = "asked"
    ANSWERED = "answered"
    ANSWERED_BEFORE = "answered_before"
    """In the history from before the channel was connected."""
    WAITING = "waiting"
    DONE = "done"
    OPENED = "opened"
    """Opened again, snoozed or muted by a person: it no longer waits on the contact."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was said or done."""

    at: datetime
    what: What


@dataclass(frozen=True, slots=True)
class Time:
    """One clock. It still runs without `met` and `ended`."""

    clock: Clock
    cycle: int
    """Which one, from 1 on."""
    started: datetime
    due: datetime | None
    """None without a target, and while it is paused."""
    met: datetime | None
    ended: datetime | None
    """When all was done although nobody had answered: then no answer was needed."""
    paused: Pauses
    target: Target | None
    promise: str
    """The name of the promise that counts; empty for the one for everything else."""
    version: int

    def is_late(self, now: datetime) -> bool:
        """Whether it was or is met too late."""
        return self.due is not None and (self.met or self.ended or now) > self.due


@dataclass(frozen=True, slots=True)
class Versions:
    """The policies that counted one after the other, each from a moment on."""

    made: Sequence[tuple[datetime, ReplyPolicy]] = ()

    def at(self, moment: datetime | None) -> ReplyPolicy:
        """The one that counted at a moment; without one, the newest."""
        found = ALWAYS_A_DAY
        for since, policy in self.made:
            if moment is None or since <= moment:
                found = policy
        return found


@dataclass(slots=True)
class _Cycle:
    number: int
    opened: datetime
    asked: datetime | None = None
    closed: datetime | None = None
    pauses: Pauses = ()
    rests: Pauses = ()
    """Of the resolution: also since our answer, until they write."""
    is_answered: bool = False


@dataclass(slots=True)
class _Told:
    thread: Thread
    versions: Versions
    times: list[Time] = field(default_factory=list[Time])

    def put(self, clock: Clock, cycle: _Cycle, started: datetime, met: datetime | None, ended: datetime | None) -> None:
        policy = self.versions.at(met or ended)
        is_done, is_first = clock is Clock.RESOLUTION, clock is Clock.FIRST
        promise = policy.of(replace(self.thread, waiting_since=started))
        target = promise.resolution if is_done else promise.target(is_first=is_first)
        pauses = pauses_since(cycle.rests if is_done else cycle.pauses, started)
        counted = pauses if _may_pause(promise, clock) else ()
        due = policy.due(started, target, policy.hours_of(promise), counted)
        self.times.append(
            Time(clock, cycle.number, started, due, met, ended, counted, target, promise.name, policy.version)
        )

    def close(self, cycle: _Cycle) -> None:
        """Tell what was left of a cycle when it ended, or where it stands."""
        if cycle.asked is not None:
            clock = Clock.NEXT if cycle.is_answered else Clock.FIRST
            self.put(clock, cycle, cycle.asked, None, cycle.closed)
        self.put(Clock.RESOLUTION, cycle, cycle.opened, cycle.closed, None)


def times(thread: Thread, steps: Iterable[Step], versions: Versions) -> tuple[Time, ...]:
    """Every clock of a thread, by its start. For whom a promise is follows from how the thread is now."""
    told = _Told(thread, versions)
    cycle: _Cycle | None = None
    spoke_before = was_done = False
    for step in sorted(steps, key=lambda one: one.at):
        match step.what:
            case What.ANSWERED_BEFORE:
                spoke_before = True
            case What.ASKED if cycle is None or cycle.closed is not None:
                if cycle is not None:
                    told.close(cycle)
                number = 1 if cycle is None else cycle.number + 1
                cycle = _Cycle(number, step.at, step.at, is_answered=cycle is None and spoke_before and not was_done)
            case What.ANSWERED if cycle is None:
                spoke_before = True
            case What.DONE | What.OPENED | What.WAITING if cycle is None:
                was_done = step.what is What.DONE
            case _ if cycle is not None:
                _follow(told, cycle, step)
            case _:
                pass
    if cycle is not None:
        told.close(cycle)
    return tuple(sorted(told.times, key=lambda one: one.started))


def _follow(told: _Told, cycle: _Cycle, step: Step) -> None:
    at = step.at
    match step.what:
        case What.ASKED:
            cycle.pauses = pause_ended(cycle.pauses, at)
            cycle.rests = pause_ended(cycle.rests, at)
            if cycle.asked is None:
                cycle.asked, cycle.pauses = at, ()
        case What.ANSWERED:
            if cycle.asked is not None:
                cycle.pauses = pause_ended(cycle.pauses, at)
                told.put(Clock.NEXT if cycle.is_answered else Clock.FIRST, cycle, cycle.asked, at, None)
                cycle.asked, cycle.pauses = None, ()
            cycle.is_answered = True
            if cycle.closed is None:
                cycle.rests = pause_begun(cycle.rests, at)
        case What.WAITING:
            cycle.closed = None
            cycle.rests = pause_begun(cycle.rests, at)
            if cycle.asked is not None:
                cycle.pauses = pause_begun(cycle.pauses, at)
        case What.DONE:
            cycle.closed = cycle.closed or at
            cycle.pauses = pause_ended(cycle.pauses, at)
            cycle.rests = pause_ended(cycle.rests, at)
        case What.OPENED:
            cycle.closed = None
            cycle.pauses = pause_ended(cycle.pauses, at)
            cycle.rests = pause_ended(cycle.rests, at)
        case _:
            pass


def _may_pause(promise: Promise, clock: Clock) -> bool:
    return promise.pauses if clock is Clock.RESOLUTION else promise.may_pause(is_first=clock is Clock.FIRST)
