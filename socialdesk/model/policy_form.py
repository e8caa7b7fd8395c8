"""Reads and writes a reply policy in its one written form, and says what is wrong with one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from socialdesk.model.calendar import Calendar, Holiday, OtherDay, Span, Spans, overlapping
from socialdesk.model.condition import Condition, Field, NotACondition, leaves
from socialdesk.model.condition import read as read_condition
from socialdesk.model.condition import written as condition_written
from socialdesk.model.reply_policy import Arrival, Promise, ReplyPolicy, Target, Unit

MOST_MINUTES = 60 * 24 * 60
MOST_DAYS = 60
MOST_OTHER_DAYS = 400
MOST_SPECIAL = 24
"""How many promises there may be before the one for everything else."""
LONGEST_NAME = 60
NOT_PROMISED_BY = frozenset({Field.WAITING, Field.UNREAD, Field.MENTIONS})
"""What changes by waiting or by reading: nothing is promised by it."""
_WEEK = 7


class NotAPolicy(ValueError):
    """A written policy that this version cannot read, or that makes no sense."""


def written(policy: ReplyPolicy) -> str:
    """The written form. The holidays go with it: they are what the days were when it was made."""
    parts = {**_calendar_written(policy.calendar), **_terms_written(policy.usual)}
    if policy.special:
        parts["special"] = [
            {
                "name": one.name,
                "when": condition_written(one.when),
                "arrives": one.arrives.value,
                "calendar": None if one.calendar is None else _calendar_written(one.calendar),
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
            _to_calendar(found),
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
    except (ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError, NotACondition) as error:
        raise NotAPolicy(f"not a policy of this version: {type(error).__name__}") from error
    if not is_sound:
        raise NotAPolicy("a policy that makes no sense")
    return policy


def unsound(policy: ReplyPolicy) -> bool:
    """Whether a policy cannot be meant: hours, targets, names or conditions that make no sense."""
    names = [one.name.casefold() for one in policy.special]
    return (
        is_unsound_calendar(policy.calendar)
        or len(policy.special) > MOST_SPECIAL
        or len(set(names)) != len(names)
        or any(not one.name.strip() or len(one.name) > LONGEST_NAME for one in policy.special)
        or any(not may_promise_by(one.when) for one in policy.special)
        or any(one.calendar is not None and is_unsound_calendar(one.calendar) for one in policy.special)
        or any(not _are_sound(one) for one in policy.promises)
    )


def is_unsound_calendar(calendar: Calendar) -> bool:
    """Whether hours cannot be meant: spans that overlap, a week that is never open, an unknown zone."""
    days = [one.day for one in calendar.other_days]
    return (
        len(calendar.week) != _WEEK
        or not any(calendar.week)
        or len(set(days)) != len(days)
        or len(days) > MOST_OTHER_DAYS
        or any(
            not one.is_sound for spans in (*calendar.week, *(day.spans for day in calendar.other_days)) for one in spans
        )
        or any(overlapping(spans, calendar.week[(at + 1) % _WEEK]) for at, spans in enumerate(calendar.week))
        or any(overlapping(one.spans) for one in calendar.other_days)
        or not is_zone(calendar.zone)
    )


def may_promise_by(condition: Condition) -> bool:
    """Whether a condition is the same for everybody and at any hour, so that something can be promised by it."""
    return not any(
        one.field in NOT_PROMISED_BY or (one.field is Field.WHOSE and "mine" in one.values) for one in leaves(condition)
    )


def is_sound(target: Target) -> bool:
    """Whether a target is a span of time that somebody can mean."""
    return 0 < target.amount <= (MOST_DAYS if target.unit is Unit.WORKING_DAYS else MOST_MINUTES)


def is_zone(name: str) -> bool:
    """Whether this machine knows a zone of that name."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return bool(name)


def _are_sound(promise: Promise) -> bool:
    targets = (promise.first, promise.next, promise.resolution)
    return all(one is None or is_sound(one) for one in targets) and (
        promise.warning is None or 0 < promise.warning < 100
    )


def _calendar_written(calendar: Calendar) -> dict[str, Any]:
    return {
        "zone": calendar.zone,
        "week": [_pairs(spans) for spans in calendar.week],
        "other_days": [[one.day.isoformat(), _pairs(one.spans)] for one in calendar.other_days],
        "country": calendar.country,
        "region": calendar.region,
        "holidays": [[one.day.isoformat(), one.name] for one in calendar.holidays],
    }


def _to_calendar(found: dict[str, Any]) -> Calendar:
    return Calendar(
        str(found["zone"]),
        tuple(_spans(spans) for spans in found["week"]),
        tuple(OtherDay(date.fromisoformat(day), _spans(spans)) for day, spans in found["other_days"]),
        str(found["country"]),
        str(found["region"]),
        tuple(Holiday(date.fromisoformat(day), str(name)) for day, name in found["holidays"]),
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
        calendar=None if hours is None else _to_calendar(hours),
    )


def _pairs(spans: Spans) -> list[list[int]]:
    return [[one.begins, one.ends] for one in spans]


def _spans(pairs: Any) -> Spans:
    return tuple(sorted(Span(int(begins), int(ends)) for begins, ends in pairs))


def _target(target: Target | None) -> list[Any] | None:
    return None if target is None else [target.amount, target.unit.value]


def _to_target(found: Any) -> Target | None:
    return None if found is None else Target(int(found[0]), Unit(found[1]))
