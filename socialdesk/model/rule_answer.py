"""Decides whether a rule may acknowledge by itself, for the engine and for trying a rule; knows no store and no clock.

Why not is a stable word: `gone`, `rule` (a rule brought it about), `public`, `open` (within the opening hours),
`answered`, `over` (too long ago), `suspended`, `today` (acknowledged that day already), `many` (too many in an hour).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from socialdesk.model.message import Direction
from socialdesk.model.rule import Rule
from socialdesk.model.rule_facts import Happened
from socialdesk.model.thread import Kind, Thread
from socialdesk.support.values import value_class

TOO_OLD = timedelta(hours=12)
"""What was written so long ago is not acknowledged any more."""
MOST_ANSWERS = 200
"""Automatic answers in an hour, of all rules together."""
HOUR = timedelta(hours=1)


@value_class(frozen=True, slots=True)
class Known:
    """What must be looked up before something is acknowledged; each is asked only when it comes to it."""

    is_open: Callable[[datetime], bool]
    is_suspended: Callable[[], bool]
    was_acknowledged: Callable[[Thread, str], bool]
    """Whether that happened in a thread on a day, in UTC."""
    answers_since: Callable[[datetime], int]
    """How many automatic answers there were since a moment."""


def why_not(rule: Rule, happened: Happened, thread: Thread, now: datetime, known: Known) -> str:
    """Why nothing is acknowledged; empty where it is. What is found in the morning is too late."""
    message = happened.message
    if message is None or message.direction is not Direction.IN:
        return "gone"
    if happened.depth:
        return "rule"
    if thread.kind is not Kind.DM and not rule.in_public:
        return "public"
    if known.is_open(happened.at) or known.is_open(now):
        return "open"
    if thread.last_out_at is not None and thread.last_out_at >= message.created_at:
        return "answered"
    if now - happened.at > TOO_OLD:
        return "over"
    if known.is_suspended():
        return "suspended"
    if known.was_acknowledged(thread, day_of(happened)):
        return "today"
    if known.answers_since(now - HOUR) >= MOST_ANSWERS:
        return "many"
    return ""


def day_of(happened: Happened) -> str:
    """The day, in UTC, on which a thread is acknowledged once."""
    return happened.at.date().isoformat()
