"""Reads and writes a reply policy in its one written form, and says what is wrong with one."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from socialdesk.model.calendar import Calendar, Holiday, OtherDay, Span, Spans, overlapping
from socialdesk.model.reply_policy import ReplyPolicy, Target, Unit

MOST_MINUTES = 60 * 24 * 60
MOST_DAYS = 60
MOST_OTHER_DAYS = 400
_WEEK = 7


class NotAPolicy(ValueError):
    """A written policy that this version cannot read, or that makes no sense."""


def written(policy: ReplyPolicy) -> str:
    """The written form. The holidays go with it: they are what the days were when it was made."""
    calendar = policy.calendar
    return json.dumps(
        {
            "zone": calendar.zone,
            "week": [_pairs(spans) for spans in calendar.week],
            "other_days": [[one.day.isoformat(), _pairs(one.spans)] for one in calendar.other_days],
            "country": calendar.country,
            "region": calendar.region,
            "holidays": [[one.day.isoformat(), one.name] for one in calendar.holidays],
            "first": _target(policy.first),
            "next": _target(policy.next),
        },
        ensure_ascii=False,
    )


def read(text: str, version: int = 0) -> ReplyPolicy:
    """Read what `written` wrote. Raises NotAPolicy for anything else."""
    try:
        found: dict[str, Any] = json.loads(text)
        calendar = Calendar(
            str(found["zone"]),
            tuple(_spans(spans) for spans in found["week"]),
            tuple(OtherDay(date.fromisoformat(day), _spans(spans)) for day, spans in found["other_days"]),
            str(found["country"]),
            str(found["region"]),
            tuple(Holiday(date.fromisoformat(day), str(name)) for day, name in found["holidays"]),
        )
        policy = ReplyPolicy(calendar, _to_target(found["first"]), _to_target(found["next"]), version)
        is_sound = not unsound(policy)
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise NotAPolicy(f"not a policy of this version: {type(error).__name__}") from error
    if not is_sound:
        raise NotAPolicy("a policy that makes no sense")
    return policy


def unsound(policy: ReplyPolicy) -> bool:
    """Whether a policy cannot be meant: spans that overlap, a week that is never open, an unknown zone, no time."""
    calendar = policy.calendar
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
        or any(target is not None and not is_sound(target) for target in (policy.first, policy.next))
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


def _pairs(spans: Spans) -> list[list[int]]:
    return [[one.begins, one.ends] for one in spans]


def _spans(pairs: Any) -> Spans:
    return tuple(sorted(Span(int(begins), int(ends)) for begins, ends in pairs))


def _target(target: Target | None) -> list[Any] | None:
    return None if target is None else [target.amount, target.unit.value]


def _to_target(found: Any) -> Target | None:
    return None if found is None else Target(int(found[0]), Unit(found[1]))
