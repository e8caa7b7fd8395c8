"""Turns on call over a month: whoever had least of it for the hours they work is next, and the log gives it again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.calendar import Calendar, Holiday, Span
from socialdesk.model.identifiers import PersonId
from socialdesk.model.on_call import FAIR_DAYS, Turn, burden, day_of, had, share
from socialdesk.model.routing import RoutingSettings, State, escalated, turn_of, turn_on_call, weight
from socialdesk.model.shift import Away, Staff
from socialdesk.model.thread import Kind, Thread
from tests.model.builders import thread

LEA, NOAH, ZOE = PersonId(1), PersonId(2), PersonId(3)
BEGINS = datetime(2026, 3, 2, tzinfo=UTC)
SETTINGS = RoutingSettings(late_min=15)


def late(at: datetime, kind: Kind = Kind.COMMENT) -> Thread:
    return thread(kind=kind, waiting_since=at - timedelta(hours=2), due_at=at - timedelta(minutes=30))


def on_call(person: PersonId, week: tuple[tuple[Span, ...], ...] = ((Span(0, 1440),),) * 7) -> Staff:
    return Staff(person, Calendar("UTC", week), capacity=500, on_call=True)


def played(people: tuple[Staff, ...], moments: list[tuple[datetime, Kind]]) -> list[Turn]:
    """What becomes of threads that are late at these moments."""
    log: list[Turn] = []
    for at, kind in moments:
        state = State(SETTINGS, people, on_call=had(log, at))
        one = late(at, kind)
        decision = escalated(one, at, state)
        if decision is not None and decision.person is not None:
            log.append(Turn(day_of(at), decision.person, turn_of(people, one, decision, at)))
    return log


@pytest.mark.parametrize(
    ("at", "times"),
    [
        ("2026-03-03T08:00", 1),  # a Tuesday
        ("2026-03-03T19:59", 1),
        ("2026-03-03T07:59", 2),
        ("2026-03-03T20:00", 2),
        ("2026-03-07T12:00", 2),  # Saturday
        ("2026-03-04T12:00", 2),  # the holiday
    ],
)
def test_nights_weekends_and_days_off_count_twice_by_ones_own_wall_clock(at: str, times: int) -> None:
    moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
    one = Staff(LEA, Calendar(holidays=(Holiday(date(2026, 3, 4), "x"),)))
    for kind in Kind:
        assert burden(one, weight(late(moment, kind)), moment) == times * weight(late(moment, kind))
    elsewhere = Staff(LEA, Calendar("Asia/Kolkata"))
    assert burden(elsewhere, 1, datetime(2026, 3, 3, 3, tzinfo=UTC)) == 1  # half past eight there
    assert burden(elsewhere, 1, datetime(2026, 3, 3, 15, tzinfo=UTC)) == 2


_MOMENTS = st.lists(st.tuples(st.integers(0, 27 * 24 * 60), st.sampled_from(list(Kind))), min_size=1, max_size=80).map(
    lambda some: [(BEGINS + timedelta(minutes=at), kind) for at, kind in sorted(some)]
)


@given(_MOMENTS)
def test_over_a_month_nobody_has_more_than_one_heavy_turn_more_than_another(
    moments: list[tuple[datetime, Kind]],
) -> None:
    people = tuple(on_call(one) for one in (LEA, NOAH, ZOE))
    log = played(people, moments)

    assert len(log) == len(moments)
    counts = had(log, moments[-1][0])
    assert max(counts.values()) - min(counts.get(one.person, 0) for one in people) <= 6  # a review at night
    assert played(people, moments) == log  # and the same log gives the same turns


def test_who_works_half_as_long_has_half_of_it_and_who_was_ill_is_not_made_to_catch_up() -> None:
    days = tuple(() if day % 2 else (Span(0, 1440),) for day in range(7))
    whole, half = on_call(LEA), on_call(NOAH, days)
    # One at noon of each of the days on which both are there.
    noons = [BEGINS + timedelta(days=day, hours=12) for day in range(FAIR_DAYS)]
    log = played((whole, half), [(at, Kind.COMMENT) for at in noons for _ in range(3)])
    now = noons[-1]
    counts = had(log, now)
    assert share(half, counts[NOAH], now) == pytest.approx(share(whole, counts[LEA], now), rel=0.15)

    ill = Staff(NOAH, whole.shifts, capacity=500, on_call=True, away=(Away(BEGINS, BEGINS + timedelta(days=20)),))
    counts = had(played((whole, ill), [(at, Kind.COMMENT) for at in noons]), now)
    assert counts[NOAH] < counts[LEA] / 2


def test_what_was_long_ago_counts_no_more_and_ties_go_to_who_was_given_something_longest_ago() -> None:
    now = BEGINS + timedelta(days=40, hours=12)
    log = [Turn(day_of(now) - FAIR_DAYS, LEA, 9), Turn(day_of(now) - FAIR_DAYS + 1, NOAH, 1)]
    people = (on_call(LEA), on_call(NOAH))

    assert had(log, now) == {NOAH: 1}
    assert turn_on_call(late(now), now, State(SETTINGS, people, on_call=had(log, now))) == LEA
    assert turn_on_call(late(now), now, State(SETTINGS, people, turns={LEA: 2, NOAH: 1})) == NOAH


def test_hours_worked_leave_out_what_one_was_away_once() -> None:
    week = (*((Span(9 * 60, 17 * 60),),) * 5, (), ())
    away = (Away(BEGINS + timedelta(hours=12), BEGINS + timedelta(days=1)), Away(BEGINS + timedelta(hours=10), None))
    monday = (BEGINS, BEGINS + timedelta(days=1))

    assert Staff(LEA, Calendar("UTC", week)).worked(*monday) == timedelta(hours=8)
    assert Staff(LEA, Calendar("UTC", week), away=away).worked(*monday) == timedelta(hours=1)
    assert Staff(LEA, Calendar("Europe/Atlantis", week)).worked(*monday) == timedelta(0)
