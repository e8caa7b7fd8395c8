"""Counts what rules did lately, and says when each did it last; reads a slice of an index, never the table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from socialdesk.store.cache import Cache
from socialdesk.support.clock import from_ms, to_ms
from socialdesk.support.values import value_class

MOST = 10_000
"""So many are counted; more than that is said as more."""
EDGES = "SELECT coalesce(min(id), 0), coalesce(max(id), 0) FROM rule_run"
AT = "SELECT id, ran_at FROM rule_run WHERE id >= ? ORDER BY id LIMIT 1"
COUNTED = "SELECT count(*) FROM (SELECT 1 FROM rule_run WHERE rule_id = ? AND id >= ? LIMIT ?)"
LAST = "SELECT ran_at FROM rule_run WHERE rule_id = ? ORDER BY id DESC LIMIT 1"


@value_class(frozen=True, slots=True)
class Activity:
    """How often a rule did its work since a moment, `MOST` at most, and when it last did at all."""

    count: int
    last_at: datetime | None


def activity(cache: Cache, rules: Iterable[str], since: datetime) -> dict[str, Activity]:
    """What rules did since a moment, by rule."""
    first = _first_since(cache, to_ms(since))
    found: dict[str, Activity] = {}
    for rule in rules:
        count = cache.ask(COUNTED, (rule, first, MOST))[0][0]
        last = cache.ask(LAST, (rule,))
        found[rule] = Activity(count, from_ms(last[0][0]) if last else None)
    return found


def _first_since(cache: Cache, since: int) -> int:
    """The number from which on runs are as young; they are numbered in the order in which they ran."""
    low, high = cache.ask(EDGES)[0]
    high += 1
    while low < high:
        middle = (low + high) // 2
        found = cache.ask(AT, (middle,))
        if not found or found[0][1] >= since:
            high = middle
        else:
            low = found[0][0] + 1
    return low
