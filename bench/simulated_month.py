"""Makes up who works in a month of the simulator and what comes: the same for a seed; decides nothing."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.identifiers import ChannelId, ContactId, PersonId, ThreadId
from socialdesk.model.shift import Absence, Away, Cover, Staff
from socialdesk.model.thread import Kind, Status, Thread

_T = TypeVar("_T")
PARIS, NEW_YORK = "Europe/Paris", "America/New_York"
BEGINS = datetime(2026, 3, 2, tzinfo=UTC)
"""A Monday; the clocks change within the month, in both zones and on different days."""
DAYS, SPIKE_DAY, SPIKE_HOURS = 28, 16, range(11, 16)
A_DAY = 300
"""How many threads come on an average day."""
_HOURS = (2, 1, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 12, 11, 9, 8, 8, 9, 11, 13, 13, 11, 7, 4)
"""How much comes in each hour on the wall clock of Paris."""
_WEEKDAYS = (1.15, 1.05, 1.0, 1.0, 1.05, 0.9, 0.85)
_KINDS = {Kind.COMMENT: 50, Kind.MENTION: 14, Kind.DM: 30, Kind.REVIEW: 6}
_MINUTES = {Kind.COMMENT: 4.0, Kind.MENTION: 3.5, Kind.DM: 9.0, Kind.REVIEW: 12.0}
_LANGUAGES = {"fr": 56, "en": 29, "de": 10, "es": 5}
_TAGS = {"": 60, "delivery": 20, "refund": 14, "press": 6}


@dataclass(frozen=True, slots=True)
class Arrival:
    """A thread that comes, and how many minutes its answer takes somebody who can."""

    thread: Thread
    minutes: float


def team() -> tuple[Staff, ...]:
    """Twelve people: early, late and weekend shifts in Paris, two in New York, two who fall ill."""
    early, late = Span(8 * 60, 16 * 60), Span(14 * 60, 22 * 60)
    office = Span(9 * 60, 17 * 60)

    def week(span: Span, days: str) -> Calendar:
        return Calendar(PARIS, tuple((span,) if str(day) in days else () for day in range(1, 8)))

    new_york = Calendar(NEW_YORK, (*((Span(8 * 60, 16 * 60),),) * 5, (), ()))
    ill = [
        Away(_at(8, 7), _at(12, 7), Absence.SICK),
        Away(_at(15, 7), _at(18, 20), Absence.SICK),
    ]
    shifts: tuple[tuple[Calendar, str, str], ...] = (
        (week(early, "12345"), "fr en", "delivery"),
        (week(early, "12345"), "fr", "refund"),
        (week(early, "12367"), "fr en de", ""),
        (week(office, "12345"), "fr en", "press"),
        (week(office, "12345"), "fr en es", "refund"),
        (week(late, "12345"), "fr", "delivery"),
        (week(late, "12345"), "fr de en", "delivery"),
        (week(late, "34567"), "fr en", ""),
        (week(late, "12567"), "fr en", "refund"),
        (week(Span(9 * 60, 21 * 60), "67"), "fr en", ""),
        (new_york, "en es", "delivery"),
        (new_york, "en fr", "press"),
    )
    people: list[Staff] = []
    for number, (calendar, languages, skills) in enumerate(shifts, 1):
        person = PersonId(number)
        away = {3: (ill[0],), 7: (ill[1],)}.get(number, ())
        cover = {3: Cover(PersonId(1)), 7: Cover(PersonId(8))}.get(number)
        people.append(
            Staff(
                person,
                calendar,
                tuple(languages.split()),
                tuple(skills.split()),
                capacity=16,
                cover=cover,
                on_call=number in {1, 4, 8, 9, 10},
                away=away,
            )
        )
    return tuple(people)


def traffic(seed: int, days: int = DAYS, a_day: int = A_DAY) -> list[Arrival]:
    """What comes, the same for a seed: by hour and weekday, with one afternoon of five times as much."""
    chance = random.Random(seed)
    zone = ZoneInfo(PARIS)
    found: list[Arrival] = []
    hours = sum(_HOURS)
    first = BEGINS.date()
    for day in range(days):
        today = first + timedelta(days=day)
        for hour, share in enumerate(_HOURS):
            mean = a_day * _WEEKDAYS[today.weekday()] * share / hours
            is_spike = day == SPIKE_DAY and hour in SPIKE_HOURS
            for _ in range(_poisson(chance, mean * (5 if is_spike else 1))):
                wall = datetime(today.year, today.month, today.day, hour, tzinfo=zone)
                at = wall.astimezone(UTC) + timedelta(seconds=chance.uniform(0, 3600))
                found.append(_arrival(chance, at, is_spike=is_spike, earlier=found))
    found.sort(key=lambda one: one.thread.created_at)
    return [Arrival(replace(one.thread, id=ThreadId(number)), one.minutes) for number, one in enumerate(found, 1)]


def _at(day: int, hour: int) -> datetime:
    """An hour on the wall clock of Paris, days after the month began."""
    on: date = BEGINS.date() + timedelta(days=day)
    return datetime(on.year, on.month, on.day, hour, tzinfo=ZoneInfo(PARIS)).astimezone(UTC)


def _arrival(chance: random.Random, at: datetime, *, is_spike: bool, earlier: list[Arrival]) -> Arrival:
    kind = _one_of(chance, _KINDS)
    tag = "delivery" if is_spike else _one_of(chance, _TAGS)
    is_again = bool(earlier) and chance.random() < 0.25
    if is_again:
        before = chance.choice(earlier[-400:]).thread
        contact, language = before.contact_id, before.language
    else:
        contact, language = ContactId(len(earlier) + 1), _one_of(chance, _LANGUAGES)
    minutes = min(60.0, _MINUTES[kind] * math.exp(chance.gauss(0, 0.5)))
    thread = Thread(
        id=ThreadId(0),
        channel_id=ChannelId(1),
        kind=kind,
        remote_id="",
        subject="",
        contact_id=contact,
        contact_name="",
        contact_handle="",
        status=Status.OPEN,
        created_at=at,
        last_in_at=at,
        last_out_at=None,
        waiting_since=at,
        due_at=None,
        language=language,
        tags=(tag,) if tag else (),
    )
    return Arrival(thread, minutes)


def _one_of(chance: random.Random, shares: Mapping[_T, int]) -> _T:
    return chance.choices(list(shares), list(shares.values()))[0]


def _poisson(chance: random.Random, mean: float) -> int:
    floor, product, found = math.exp(-mean), chance.random(), 0
    while product > floor:
        product *= chance.random()
        found += 1
    return found
