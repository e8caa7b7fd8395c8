"""Reads and writes a reply policy in its one written form, and says what is wrong with one."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from socialdesk.model.calendar import is_zone
from socialdesk.model.calendar_form import calendar_of, is_unsound, parts_of
from socialdesk.model.condition import Condition, Field, leaves
from socialdesk.model.condition import read as read_condition
from socialdesk.model.condition import written as condition_written
from socialdesk.model.reply_policy import Arrival, Promise, ReplyPolicy, Target, Unit

MOST_MINUTES = 60 * 24 * 60
MOST_DAYS = 60
MOST_SPECIAL = 24
"""How many promises there may be before the one for everything else."""
LONGEST_NAME = 60
NOT_PROMISED_BY = frozenset({Field.WAITING, Field.UNREAD, Field.MENTIONS})
"""What changes by waiting or by reading: nothing is promised by it."""


class NotAPolicy(ValueError):
    """A written policy that this version cannot read, or that makes no sense."""


def written(policy: ReplyPolicy) -> str:
    """The written form. The holidays go with it: they are what the days were when it was made."""
    parts = {**parts_of(policy.calendar), **_terms_written(policy.usual)}
    if policy.special:
        parts["special"] = [
            {
                "name": one.name,
                "when": condition_written(one.when),
                "arrives": one.arrives.value,
                "calendar": None if one.calendar is None else parts_of(one.calendar),
                **_terms_written(one),
            }
            for one in policy.special
        ]
    return json.dumps(parts, ensure_ascii=False)


def read(text: str, version: int = 0) -> ReplyPolicy:
    """Read what `written` wrote, also by a version that knew one promise only. Raises NotAPolicy for anything else."""
    try:
        found: dict[str, Any] = json.loads(text)
        usual = _to_terms(found)
        policy = ReplyPolicy(
            calendar_of(found),
            usual.first,
            usual.next,
            version,
            usual.resolution,
            usual.warning,
            usual.pauses,
            usual.pauses_first,
            tuple(_to_special(one) for one in found.get("special", ())),
        )
        is_sound = not unsound(policy)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, OSError, RecursionError) as error:
        raise NotAPolicy(f"not a policy of this version: {type(error).__name__}") from error
    if not is_sound:
        raise NotAPolicy("a policy that makes no sense")
    return policy


def unsound(policy: ReplyPolicy) -> bool:
    """Whether a policy cannot be meant: hours, targets, names or conditions that make no sense. Zones may vanish."""
    names = [one.name.casefold() for one in policy.special]
    return (
        is_unsound(policy.calendar)
        or len(policy.special) > MOST_SPECIAL
        or len(set(names)) != len(names)
        or any(not one.name.strip() or len(one.name) > LONGEST_NAME for one in policy.special)
        or any(not may_promise_by(one.when) for one in policy.special)
        or any(one.calendar is not None and is_unsound(one.calendar) for one in policy.special)
        or any(not _are_sound(one) for one in policy.promises)
    )


def unknown_zones(policy: ReplyPolicy) -> tuple[str, ...]:
    """The zones of its hours that this machine does not know: those are counted by `calendar.FALLBACK` for the time."""
    zones = [policy.calendar.zone, *(one.calendar.zone for one in policy.special if one.calendar is not None)]
    return tuple(dict.fromkeys(zone for zone in zones if not is_zone(zone)))


def may_promise_by(condition: Condition) -> bool:
    """Whether a condition is the same for everybody and at any hour, so that something can be promised by it."""
    return not any(
        one.field in NOT_PROMISED_BY or (one.field is Field.WHOSE and "mine" in one.values) for one in leaves(condition)
    )


def is_sound(target: Target) -> bool:
    """Whether a target is a span of time that somebody can mean."""
    return 0 < target.amount <= (MOST_DAYS if target.unit is Unit.WORKING_DAYS else MOST_MINUTES)


def _are_sound(promise: Promise) -> bool:
    targets = (promise.first, promise.next, promise.resolution)
    return all(one is None or is_sound(one) for one in targets) and (
        promise.warning is None or 0 < promise.warning < 100
    )


def _terms_written(promise: Promise) -> dict[str, Any]:
    return {
        "first": _target(promise.first),
        "next": _target(promise.next),
        "resolution": _target(promise.resolution),
        "warning": promise.warning,
        "pauses": promise.pauses,
        "pauses_first": promise.pauses_first,
    }


def _to_terms(found: dict[str, Any]) -> Promise:
    warning = found.get("warning")
    return Promise(
        first=_to_target(found["first"]),
        next=_to_target(found["next"]),
        resolution=_to_target(found.get("resolution")),
        warning=None if warning is None else int(warning),
        pauses=bool(found.get("pauses", True)),
        pauses_first=bool(found.get("pauses_first", False)),
    )


def _to_special(found: dict[str, Any]) -> Promise:
    hours = found["calendar"]
    return replace(
        _to_terms(found),
        name=str(found["name"]),
        when=read_condition(found["when"]),
        arrives=Arrival(found["arrives"]),
        calendar=None if hours is None else calendar_of(hours),
    )


def _target(target: Target | None) -> list[Any] | None:
    return None if target is None else [target.amount, target.unit.value]


def _to_target(found: Any) -> Target | None:
    return None if found is None else Target(int(found[0]), Unit(found[1]))
