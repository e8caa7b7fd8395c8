"""Tells what happened to threads in the past that rules wait for, from the lines conversations tell of it.

For trying a rule, and for applying it: both look at the same things. What rules did themselves is among them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from socialdesk.model.rule import Deed, Trigger, When
from socialdesk.model.thread import Status, Thread

DONE = "SELECT id, thread_id, happened_at, what, detail FROM happening WHERE id < ? ORDER BY id DESC LIMIT ?"
"""The lines from before one, the newest first."""
NEWEST = 1 << 62
_BECAME = {"done": Status.DONE, "reopened": Status.OPEN, "snoozed": Status.SNOOZED, "muted": Status.MUTED}
_BY_RULES = {
    Trigger.TAGGED: frozenset({Deed.TAG.value}),
    Trigger.ASSIGNED: frozenset({Deed.ASSIGN.value, Deed.ROUTE.value}),
    Trigger.STATUS: frozenset({Deed.SNOOZE.value, Deed.DONE.value}),
}
_STATUS_OF = {Deed.SNOOZE.value: Status.SNOOZED.value, Deed.DONE.value: Status.DONE.value}


def became(trigger: Trigger, what: str, detail: str, people: Mapping[str, str]) -> frozenset[str]:
    """What a line tells that a thread became, as triggers name it; empty for other lines. `people`: numbers by name."""
    match trigger, what:
        case Trigger.STATUS, _ if what in _BECAME:
            return frozenset({_BECAME[what].value})
        case Trigger.ASSIGNED, "unassigned":
            return frozenset({"nobody"})
        case Trigger.ASSIGNED, "assigned":
            return frozenset({people[detail]}) if detail in people else frozenset()
        case Trigger.TAGGED, "tagged":
            return frozenset({detail})
        case _, "rule":
            return _by_rule(trigger, detail)
        case _:
            return frozenset()


def _by_rule(trigger: Trigger, detail: str) -> frozenset[str]:
    try:
        did = cast("list[list[Any]]", json.loads(detail)["did"])
        return frozenset(
            _STATUS_OF.get(str(deed), str(value)) for deed, value in did if deed in _BY_RULES.get(trigger, ())
        )
    except (ValueError, KeyError, TypeError):
        return frozenset()


def is_still_so(when: When, thread: Thread) -> bool:
    """Whether a thread stands as the rule waits for it to become."""
    match when.trigger:
        case Trigger.STATUS:
            return not when.values or thread.status.value in when.values
        case Trigger.ASSIGNED:
            owner = "nobody" if thread.assignee_id is None else str(thread.assignee_id)
            return owner in when.values if when.values else thread.assignee_id is not None
        case Trigger.TAGGED:
            return not when.values.isdisjoint(thread.tags) if when.values else bool(thread.tags)
        case _:
            return True
