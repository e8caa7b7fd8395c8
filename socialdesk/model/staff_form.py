"""Reads and writes how members work and how threads are given out, in their one written form; says what is wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from socialdesk.model.calendar import is_zone
from socialdesk.model.calendar_form import WEEK, calendar_of, is_unsound, parts_of
from socialdesk.model.identifiers import ChannelId, PersonId
from socialdesk.model.routing import RoutingSettings, Strategy
from socialdesk.model.shift import CAPACITY, Away, Cover, Staff, circle

MOST_CAPACITY = 500
MOST_LATE_MIN = 7 * 24 * 60
MOST_WORDS, LONGEST_WORD = 50, 60
_LANGUAGE = range(2, 9)
ROUTING = "routing"
"""The setting of the workspace."""


class NotStaff(ValueError):
    """Something written that this version cannot read."""


def written(staff: Staff) -> str:
    """The written form of how a member works; absences are kept beside."""
    cover = staff.cover
    return json.dumps(
        {
            **parts_of(staff.shifts),
            "languages": list(staff.languages),
            "skills": list(staff.skills),
            "channels": list(staff.channels),
            "capacity": staff.capacity,
            "on_call": staff.on_call,
            "cover": None
            if cover is None
            else {
                "person": cover.person,
                "while_away": cover.while_away,
                "late_min": cover.late_min,
                "until": cover.until.isoformat() if cover.until else None,
            },
        },
        ensure_ascii=False,
    )


def read(person: PersonId, text: str, away: tuple[Away, ...] = ()) -> Staff:
    """Read what `written` wrote; a zone that is not known here is read as it is. Raises NotStaff for anything else."""
    try:
        found: dict[str, Any] = json.loads(text)
        calendar = calendar_of(found)
        cover = found.get("cover")
        staff = Staff(
            person,
            calendar,
            tuple(str(one) for one in found.get("languages", ())),
            tuple(str(one).casefold() for one in found.get("skills", ())),
            tuple(ChannelId(int(one)) for one in found.get("channels", ())),
            int(found.get("capacity", CAPACITY)),
            None if cover is None else _cover(cover),
            bool(found.get("on_call", False)),
            away,
        )
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise NotStaff(f"not how somebody works in this version: {type(error).__name__}") from error
    if len(calendar.week) != WEEK:
        raise NotStaff("a week without seven days")
    return staff


def unsound(staff: Staff) -> bool:
    """Whether it cannot be meant: spans that overlap, an unknown zone, a capacity nobody has, too many words."""
    hours, cover = staff.shifts, staff.cover
    return (
        is_unsound(hours, may_be_closed=True)
        or not is_zone(hours.zone)
        or not 0 <= staff.capacity <= MOST_CAPACITY
        or len(staff.languages) + len(staff.skills) > MOST_WORDS
        or any(len(one) not in _LANGUAGE for one in staff.languages)
        or any(not 0 < len(one) <= LONGEST_WORD for one in staff.skills)
        or (cover is not None and not _is_sound(cover))
    )


def refusal(people: Mapping[PersonId, Staff], staff: Staff, names: Mapping[PersonId, str]) -> str:
    """The sentence that says why somebody cannot work like that; empty where they can."""
    if not is_zone(staff.shifts.zone):
        name = staff.shifts.zone[:60]
        return f"This computer knows no time zone “{name}”. Nothing was changed; choose one from the list."
    if unsound(staff):
        return (
            "These shifts cannot be meant, or this version does not know them. Nothing was changed; look at them again."
        )
    if staff.cover is None:
        return ""
    if staff.cover.person not in names:
        return "The back-up is not in the team any more. Nothing was changed; choose somebody else."
    path = circle(people, staff.person, staff.cover.person)
    if path:
        who = " → ".join(names.get(one, "?") for one in path)
        return f"They would stand in for each other in a circle: {who}. Nothing was changed; choose somebody else."
    return ""


def routing_written(settings: RoutingSettings) -> str:
    """The written form of how threads are given out."""
    return json.dumps(
        {
            "strategy": settings.strategy.value,
            "to_who_knew": settings.to_who_knew,
            "anybody": settings.anybody,
            "late_min": settings.late_min,
        }
    )


def routing_read(text: str) -> RoutingSettings:
    """Read what `routing_written` wrote. Raises NotStaff for anything else."""
    try:
        found = json.loads(text)
        late = found.get("late_min")
        settings = RoutingSettings(
            Strategy(found["strategy"]),
            bool(found.get("to_who_knew", True)),
            bool(found.get("anybody", True)),
            None if late is None else int(late),
        )
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise NotStaff(f"not a way to give out threads of this version: {type(error).__name__}") from error
    if settings.late_min is not None and not 0 <= settings.late_min <= MOST_LATE_MIN:
        raise NotStaff("a time that nobody means")
    return settings


def _is_sound(cover: Cover) -> bool:
    return (cover.while_away or cover.late_min is not None) and (
        cover.late_min is None or 0 <= cover.late_min <= MOST_LATE_MIN
    )


def _cover(found: Any) -> Cover:
    late, until = found.get("late_min"), found.get("until")
    return Cover(
        PersonId(int(found["person"])),
        bool(found.get("while_away", True)),
        None if late is None else int(late),
        None if until is None else datetime.fromisoformat(until).astimezone(UTC),
    )
