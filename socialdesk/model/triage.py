"""Decides when an answer is due and where a thread stands in the queue; time is an argument.

The due time follows from the reply policy and the oldest message nobody answered. Ties go to the older thread.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from socialdesk.model.reply_policy import ReplyPolicy
from socialdesk.model.thread import Status, Thread
from socialdesk.support.values import value_class

_MOMENT = timedelta(milliseconds=1)
SOON_AT_MOST = timedelta(minutes=30)
"""Soon is the last quarter of the target but never more than this: six hours of amber a day would say nothing."""


class Group(StrEnum):
    """The heads of the queue in triage order."""

    OVERDUE = "overdue"
    WITHIN_THE_HOUR = "within_the_hour"
    LATER_TODAY = "later_today"
    TOMORROW_AND_AFTER = "tomorrow_and_after"
    NO_TARGET = "no_target"


class ClockState(StrEnum):
    """How the reply clock looks."""

    LATE = "late"
    SOON = "soon"
    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    NONE = "none"


@value_class(frozen=True, slots=True)
class ReplyClock:
    """The reply clock at one moment. `left` is the span shown: until due, or since, or how long the answer took."""

    state: ClockState
    left: timedelta = timedelta(0)
    used: float = 0.0
    """The share of the time to answer that has passed, 0 to 1."""
    due: datetime | None = None
    """Until when it stands still, since nobody is there at this hour: what is due then."""


def order_key(thread: Thread) -> tuple[bool, datetime, int]:
    """What the queue sorts by: due first, then those without a target; ties to the older thread."""
    if thread.due_at is None:
        return (True, thread.last_at, thread.id)
    return (False, thread.due_at, thread.id)


def reply_clock(thread: Thread, now: datetime, policy: ReplyPolicy) -> ReplyClock:
    """The clock of a thread at `now`; what is left is always real time."""
    if thread.due_at is not None:
        left = thread.due_at - now
        target = thread.due_at - (thread.waiting_since or now) or _MOMENT
        used = min(1.0, max(0.0, 1 - left / target))
        if left < timedelta(0):
            return ReplyClock(ClockState.LATE, -left, 1.0)
        if left <= _soon(policy.of(thread).warning, target):
            return ReplyClock(ClockState.SOON, left, used)
        if policy.stands_still(thread, now):
            return ReplyClock(ClockState.PAUSED, left, used, thread.due_at)
        return ReplyClock(ClockState.RUNNING, left, used)
    if thread.answered_after_ms is not None:
        return ReplyClock(ClockState.MET, timedelta(milliseconds=thread.answered_after_ms), 1.0)
    if thread.status is Status.WAITING:
        return ReplyClock(ClockState.PAUSED)
    return ReplyClock(ClockState.NONE)


def _soon(warning: int | None, target: timedelta) -> timedelta:
    """How long before it is due it is soon."""
    return min(SOON_AT_MOST, target / 4) if warning is None else target * (100 - warning) / 100


@value_class(frozen=True, slots=True)
class GroupBounds:
    """The moments between the groups, for one `now` in the reader's own zone."""

    now: datetime
    hour: datetime
    midnight: datetime

    @classmethod
    def at(cls, now: datetime, local_midnight: datetime) -> GroupBounds:
        """`local_midnight` is the next midnight where the reader is."""
        return cls(now, now + timedelta(hours=1), max(local_midnight, now + timedelta(hours=1)))

    def group(self, due: datetime | None) -> Group:
        """The group of a due time."""
        if due is None:
            return Group.NO_TARGET
        if due < self.now:
            return Group.OVERDUE
        if due < self.hour:
            return Group.WITHIN_THE_HOUR
        return Group.LATER_TODAY if due < self.midnight else Group.TOMORROW_AND_AFTER
