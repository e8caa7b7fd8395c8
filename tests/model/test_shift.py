"""How members work: shifts over the clock change, absences, back-ups and circles of them, hours nobody can read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.identifiers import PersonId
from socialdesk.model.shift import Away, Cover, Presence, Staff, circle, instead_of, next_change

OFFICE = (*((Span(9 * 60, 17 * 60),),) * 5, (), ())
NIGHTS = ((Span(22 * 60, 30 * 60),),) * 7
LEA, NOAH, ZOE = PersonId(1), PersonId(2), PersonId(3)
MONDAY_NOON = datetime(2026, 11, 30, 11, tzinfo=UTC)
"""Twelve in Paris."""


def wall(zone: str, text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def office(person: PersonId = LEA, **more: Any) -> Staff:
    return Staff(person, Calendar("Europe/Paris", OFFICE), **more)


@pytest.mark.parametrize(
    ("zone", "night", "hours"),
    [
        ("Europe/Paris", "2026-03-28", 7.0),
        ("Europe/Paris", "2026-10-24", 9.0),
        ("America/New_York", "2026-03-07", 7.0),
        ("Australia/Lord_Howe", "2026-04-04", 8.5),
        ("Asia/Kolkata", "2026-10-24", 8.0),
    ],
)
def test_a_night_shift_ends_when_its_wall_clock_says_so_whatever_was_changed_in_it(
    zone: str, night: str, hours: float
) -> None:
    begins = wall(zone, f"{night}T22:00")
    one = Staff(LEA, Calendar(zone, NIGHTS))

    assert one.is_there(begins)
    assert not one.is_there(begins - timedelta(seconds=1))
    assert one.ends(begins) == begins + timedelta(hours=hours)
    assert one.changes(begins) == begins + timedelta(hours=hours)
    assert not one.is_there(begins + timedelta(hours=hours))


def test_who_said_no_hours_is_there_at_any_and_their_shift_has_no_end() -> None:
    one = Staff(LEA)

    assert one.presence(MONDAY_NOON) is Presence.ON_SHIFT
    assert (one.ends(MONDAY_NOON), one.back(MONDAY_NOON), one.changes(MONDAY_NOON)) == (None, MONDAY_NOON, None)


def test_shifts_that_follow_each_other_without_a_gap_have_no_end() -> None:
    halves = (Span(0, 720), Span(720, 1440))
    one = Staff(LEA, Calendar("Europe/Paris", (halves,) * 7))

    assert one.is_there(MONDAY_NOON)
    assert (one.ends(MONDAY_NOON), one.changes(MONDAY_NOON)) == (None, None)


def test_an_absence_ends_the_shift_when_it_begins_and_who_is_away_is_back_with_the_first_shift_after_it() -> None:
    two, saturday = MONDAY_NOON + timedelta(hours=2), MONDAY_NOON + timedelta(days=5)
    one = office(away=(Away(two, saturday), Away(saturday, saturday + timedelta(hours=1))))

    assert one.ends(MONDAY_NOON) == two
    assert one.presence(two) is Presence.AWAY
    assert one.away_at(two) == Away(two, saturday)
    assert one.back(two) == wall("Europe/Paris", "2026-12-07T09:00")
    assert one.presence(saturday + timedelta(hours=1)) is Presence.OFF_SHIFT
    assert office(away=(Away(two),)).back(two) is None


def test_hours_of_a_zone_that_is_gone_are_no_hours() -> None:
    one = Staff(LEA, Calendar("Europe/Atlantis", OFFICE), languages=("fr",))

    assert one.presence(MONDAY_NOON) is Presence.UNREADABLE
    assert (one.back(MONDAY_NOON), one.ends(MONDAY_NOON), one.changes(MONDAY_NOON)) == (None, None, None)


def test_the_next_change_of_a_team_is_the_first_of_anybody() -> None:
    team = [office(languages=("fr", "en")), office(NOAH, languages=("de",), away=(Away(MONDAY_NOON),))]

    assert next_change(team, MONDAY_NOON) == wall("Europe/Paris", "2026-11-30T17:00")


def test_the_back_up_answers_while_somebody_is_away_or_for_what_is_late_and_until_its_end() -> None:
    away = (Away(MONDAY_NOON),)
    lea = office(cover=Cover(NOAH, while_away=True, late_min=60, until=MONDAY_NOON + timedelta(hours=3)))
    hour, soon = timedelta(hours=1), MONDAY_NOON + timedelta(minutes=1)
    there = {LEA: lea, NOAH: office(NOAH)}
    gone = {LEA: office(cover=lea.cover, away=away), NOAH: office(NOAH)}

    assert instead_of(there, LEA, soon) is None
    assert instead_of(there, LEA, soon, hour - timedelta(seconds=1)) is None
    assert instead_of(there, LEA, soon, hour) == NOAH
    assert instead_of(gone, LEA, soon) == NOAH
    assert instead_of(gone, LEA, MONDAY_NOON + timedelta(hours=3)) is None
    assert instead_of({**gone, NOAH: office(NOAH, away=away)}, LEA, soon) is None
    assert instead_of({LEA: gone[LEA]}, LEA, soon) is None


def test_a_back_up_who_is_away_hands_on_and_a_circle_ends_at_nobody() -> None:
    away = (Away(MONDAY_NOON),)
    people = {
        LEA: office(away=away, cover=Cover(NOAH)),
        NOAH: office(NOAH, away=away, cover=Cover(ZOE)),
        ZOE: office(ZOE),
    }
    turned = {**people, ZOE: office(ZOE, away=away, cover=Cover(LEA))}

    assert instead_of(people, LEA, MONDAY_NOON) == ZOE
    assert instead_of(turned, LEA, MONDAY_NOON) is None
    assert circle(people, ZOE, LEA) == (ZOE, LEA, NOAH, ZOE)
    assert circle(people, LEA, LEA) == (LEA, LEA)
    assert circle(people, LEA, ZOE) == ()
