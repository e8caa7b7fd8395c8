"""Decides when an answer is due and where a thread stands in the queue; time is an argument.

The due time follows from the reply policy and the oldest message nobody answered. Priority and signals move a thread
up from there within bounds, never down, so that what is overdue stands with what is overdue. Ties go to the older one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from socialdesk.model.reply_policy import ReplyPolicy
from socialdesk.model.thread import Priority, Status, Thread
from socialdesk.model.triage_policy import (
    HIGH_MINUTES,
    MINUTES,
    MOST_MINUTES,
    PRIORITY,
    TOPIC,
    URGENT_MINUTES,
    VIP,
    Signal,
    TriagePolicy,
)
from socialdesk.support.values import StrEnum, changed, value_class

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


@value_class(frozen=True, slots=True)
class Move:
    """One reason why a thread stands further up, and by how much: a mover of the policy, or a topic."""

    why: str
    minutes: int
    number: int = 1
    """What there is to count of it: messages, conversations, followers."""


def order_key(thread: Thread) -> tuple[int, datetime, int]:
    """What the queue sorts by: due first, then who waits without a target, then the rest; ties to the older thread."""
    moved = timedelta(milliseconds=thread.moved_ms)
    if thread.due_at is not None:
        return (0, thread.due_at - moved, thread.id)
    if thread.waiting_since is not None and thread.status is Status.OPEN:
        return (1, thread.waiting_since - moved, thread.id)
    return (2, thread.last_at, thread.id)


def moves(thread: Thread, policy: TriagePolicy) -> tuple[Move, ...]:
    """Why a thread stands further up than its own time, the greatest reason first; together they are all that moves it.

    Nothing moves a thread in which nobody waits, nor one of low priority or kept out of sight.
    """
    return _moves(thread, policy, thread.signals, thread.topics)


def moved_ms(thread: Thread, policy: TriagePolicy, signals: str, topics: tuple[str, ...]) -> int:
    """By how much all that moves a thread moves it, with these signals and topics."""
    # Few threads say what no other does, and this is asked at each write.
    known, key = policy.sums, (signals, topics, thread.is_vip, thread.priority, thread.shield)
    if thread.waiting_since is None:
        return 0
    if key not in known:
        if len(known) >= _MOST_SUMS:
            known.clear()
        known[key] = sum(one.minutes for one in _moves(thread, policy, signals, topics)) * _MINUTE_MS
    return known[key]


def _moves(thread: Thread, policy: TriagePolicy, signals: str, topics: tuple[str, ...]) -> tuple[Move, ...]:
    if thread.waiting_since is None or policy.by_due_time or thread.priority is Priority.LOW or thread.shield:
        return ()
    weights = policy.by_mover
    found = [
        Move(mover, MINUTES[weights[mover]] * min(number - 1 if mover == _REPEATED else 1, _MOST_TIMES), number)
        for mover, number in _numbers(signals, topics, is_vip=thread.is_vip)
        if weights.get(mover)
    ]
    found.sort(key=lambda one: -one.minutes)
    left, kept = policy.most_minutes, list[Move]()
    for one in found:
        # What somebody wrote once is no repetition: it moves nothing and is not told.
        if left > 0 and one.minutes:
            kept.append(one if one.minutes <= left else Move(one.why, left, one.number))
            left -= one.minutes
    raised = _RAISED.get(thread.priority)
    if raised is not None and weights.get(PRIORITY):
        kept.insert(0, Move(thread.priority.value, raised[weights[PRIORITY]]))
    return tuple(kept)


def placed(thread: Thread, policy: TriagePolicy) -> Thread:
    """The thread where it stands by this policy. What was told of messages is forgotten once they are answered."""
    if thread.waiting_since is None:
        if not (thread.signals or thread.topics or thread.moved_ms):
            return thread
        return changed(thread, signals="", topics=(), moved_ms=0)
    moved = moved_ms(thread, policy, thread.signals, thread.topics)
    return thread if moved == thread.moved_ms else changed(thread, moved_ms=moved)


_MOST_SUMS = 2_000
_MINUTE_MS = 60_000
MOST_MOVED_MS = (MOST_MINUTES[-1] + URGENT_MINUTES[-1]) * _MINUTE_MS
"""Nothing moves a thread further than this."""
_MOST_TIMES = 3
_REPEATED = Signal.REPEATED.value
_RAISED = {Priority.HIGH: HIGH_MINUTES, Priority.URGENT: URGENT_MINUTES}


def _numbers(signals: str, topics: tuple[str, ...], *, is_vip: bool) -> Iterator[tuple[str, int]]:
    if is_vip:
        yield VIP, 1
    for one in signals.split():
        name, _, number = one.partition(":")
        yield name, int(number)
    for topic in topics:
        yield TOPIC + topic, 1


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


def next_change(threads: Iterable[Thread], now: datetime, policy: ReplyPolicy) -> datetime:
    """When clocks are to be looked at next: a minute begins, or before that one of them becomes soon or late."""
    found = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
    for thread in threads:
        due = thread.due_at
        if due is None or due < now:
            continue
        # Late is what is past its moment, not at it.
        found = min(found, due + _MOMENT)
        if due - SOON_AT_MOST <= found or policy.special or policy.warning is not None:
            soon = due - _soon(policy.of(thread).warning, due - (thread.waiting_since or now))
            if soon > now:
                found = min(found, soon)
    return found


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

    def is_ahead(self, thread: Thread) -> bool:
        """Whether a thread stands with what is overdue and is not."""
        due = thread.due_at
        return due is not None and due >= self.now and due - timedelta(milliseconds=thread.moved_ms) < self.now

    def group(self, due: datetime | None) -> Group:
        """The group of a due time."""
        if due is None:
            return Group.NO_TARGET
        if due < self.now:
            return Group.OVERDUE
        if due < self.hour:
            return Group.WITHIN_THE_HOUR
        return Group.LATER_TODAY if due < self.midnight else Group.TOMORROW_AND_AFTER
