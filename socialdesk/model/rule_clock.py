"""Gives the moments at which the time alone makes something happen to a thread that rules may wait for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from socialdesk.model.reply_policy import ReplyPolicy, Unit
from socialdesk.model.rule import OF_CLOCKS, WARNING_SHARE, Rule, Trigger, When
from socialdesk.model.thread import Status, Thread

_OVER = frozenset({Status.DONE, Status.MUTED})


def waited_for(rules: Iterable[Rule]) -> frozenset[str]:
    """What rules that are on wait for of the time alone: late, late:30, running_out, idle:90."""
    return frozenset(_what(rule.when) for rule in rules if rule.is_on and rule.when.trigger in OF_CLOCKS)


def _what(when: When) -> str:
    has_span = when.trigger is Trigger.IDLE or (when.trigger is Trigger.LATE and when.minutes)
    return f"{when.trigger.value}:{when.minutes}" if has_span else when.trigger.value


def trigger_of(what: str) -> Trigger:
    """Which trigger one of these is."""
    return Trigger(what.partition(":")[0])


def moments(thread: Thread, policy: ReplyPolicy, whats: Iterable[str]) -> dict[str, datetime]:
    """When each of these happens to a thread, if nothing else does before."""
    if thread.status in _OVER:
        return {}
    found: dict[str, datetime] = {}
    for what in whats:
        at = _moment(thread, policy, what)
        if at is not None:
            found[what] = at
    return found


def _moment(thread: Thread, policy: ReplyPolicy, what: str) -> datetime | None:
    match trigger_of(what):
        case Trigger.IDLE:
            return thread.last_at + timedelta(minutes=int(what.partition(":")[2]))
        case Trigger.LATE:
            if thread.due_at is None or thread.waiting_since is None:
                return None
            return thread.due_at + timedelta(minutes=int(what.partition(":")[2] or 0))
        case _:
            return running_out_at(thread, policy)


def running_out_at(thread: Thread, policy: ReplyPolicy) -> datetime | None:
    """When three quarters of the time for an answer are over, counted as the answer's target counts."""
    since, due = thread.waiting_since, thread.due_at
    if since is None or due is None:
        return None
    target = policy.target_of(thread)
    if target is not None and target.unit is not Unit.HOURS:
        hours = policy.hours_of(policy.of(thread))
        found = hours.add(since, hours.worked(since, due) * WARNING_SHARE)
        if found is not None:
            return min(found, due)
    return since + (due - since) * WARNING_SHARE
