"""Reads and writes opening hours in their one written form, and says which cannot be meant."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from socialdesk.model.calendar import Calendar, Holiday, OtherDay, Span, Spans, overlapping

MOST_OTHER_DAYS = 400
WEEK = 7


def parts_of(calendar: Calendar) -> dict[str, Any]:
    """The written form. The holidays go with it: they are what the days were when it was made."""
    return {
        "zone": calendar.zone,
        "week": [_pairs(spans) for spans in calendar.week],
        "other_days": [[one.day.isoformat(), _pairs(one.spans)] for one in calendar.other_days],
        "country": calendar.country,
        "region": calendar.region,
        "holidays": [[one.day.isoformat(), one.name] for one in calendar.holidays],
    }


def calendar_of(found: Mapping[str, Any]) -> Calendar:
    """Read what `parts_of` wrote, also where no holidays were kept yet. Raises ValueError, KeyError or TypeError."""
    return Calendar(
        str(found["zone"]),
        tuple(_spans(spans) for spans in found["week"]),
        tuple(OtherDay(date.fromisoformat(day), _spans(spans)) for day, spans in found["other_days"]),
        str(found.get("country", "")),
        str(found.get("region", "")),
        tuple(Holiday(date.fromisoformat(day), str(name)) for day, name in found.get("holidays", ())),
    )


def is_unsound(calendar: Calendar, *, may_be_closed: bool = False) -> bool:
    """Whether hours cannot be meant: spans that overlap, a week that is never open. Its zone is another question."""
    days = [one.day for one in calendar.other_days]
    return (
        len(calendar.week) != WEEK
        or (not may_be_closed and not any(calendar.week))
        or len(set(days)) != len(days)
        or len(days) > MOST_OTHER_DAYS
        or any(
            not one.is_sound for spans in (*calendar.week, *(day.spans for day in calendar.other_days)) for one in spans
        )
        or any(overlapping(spans, calendar.week[(at + 1) % WEEK]) for at, spans in enumerate(calendar.week))
        or any(overlapping(one.spans) for one in calendar.other_days)
    )


def _pairs(spans: Spans) -> list[list[int]]:
    return [[one.begins, one.ends] for one in spans]


def _spans(pairs: Any) -> Spans:
    return tuple(sorted(Span(int(begins), int(ends)) for begins, ends in pairs))
