"""Tells before it counts what another reply policy would mean: three examples, and who would become late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from socialdesk.model.condition_cover import covers, never_holds
from socialdesk.model.reply_policy import Arrival, Promise, ReplyPolicy
from socialdesk.model.thread import Thread

_FRIDAY, _SUNDAY = 4, 6


@dataclass(frozen=True, slots=True)
class Example:
    """Who asks at `asked`, on the wall clock of the policy's zone, is answered until `due`; None for never."""

    asked: datetime
    due: datetime | None
    counts: bool = True
    """Whether the promise is for who asks at that hour."""


@dataclass(frozen=True, slots=True)
class Effect:
    """How many who wait become late, and how many no longer are."""

    late: int = 0
    in_time: int = 0


def examples(policy: ReplyPolicy, now: datetime, promise: Promise | None = None) -> tuple[Example, Example, Example]:
    """Asked now, on the next Friday at 16:55, and on the next Sunday at 3:00; for a first answer."""
    promise = promise or policy.usual
    hours = policy.hours_of(promise)
    zone = hours.zone
    here = now.astimezone(zone)

    def on(weekday: int, clock: time) -> datetime:
        day = here.date() + timedelta(days=(weekday - here.weekday()) % 7)
        at = datetime.combine(day, clock, zone)
        return at if at > here else datetime.combine(day + timedelta(days=7), clock, zone)

    asked = (here, on(_FRIDAY, time(16, 55)), on(_SUNDAY, time(3, 0)))
    one, two, three = (
        Example(at, policy.due(at, promise.first, hours), policy.is_for_hour(promise, at)) for at in asked
    )
    return one, two, three


def effect(waiting: Iterable[Thread], after: ReplyPolicy, now: datetime) -> Effect:
    """What becomes of those who wait; each has the due time that counts at present."""
    late = in_time = 0
    for thread in waiting:
        was, will = thread.due_at, after.promised(thread).due_at
        was_late, is_late = was is not None and was < now, will is not None and will < now
        late += is_late and not was_late
        in_time += was_late and not is_late
    return Effect(late, in_time)


def never_counts(policy: ReplyPolicy) -> dict[int, int | None]:
    """Which of the special promises never count, by their place, and which earlier one takes all of theirs.

    None stands for one whose own condition contradicts itself.
    """
    found: dict[int, int | None] = {}
    for at, one in enumerate(policy.special):
        if never_holds(one.when):
            found[at] = None
            continue
        for before, other in enumerate(policy.special[:at]):
            if other.arrives in (Arrival.ANY, one.arrives) and covers(other.when, one.when):
                found[at] = before
                break
    return found
