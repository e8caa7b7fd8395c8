"""Whom of the team somebody could help who has nothing left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from socialdesk.model.helping import SOON, Leaving, end_on_the_wall, who_leaves
from socialdesk.model.identifiers import PersonId
from socialdesk.model.person import Person
from tests.model.builders import at

LEA, NOAH, ME = Person(PersonId(1), "Léa"), Person(PersonId(2), "Noah"), Person(PersonId(3), "Maya", is_me=True)


def test_of_those_who_leave_soon_the_one_with_most_open_threads_is_named() -> None:
    assert who_leaves([(LEA, at(17), 9), (NOAH, at(10), 4)], at(0)) == Leaving(LEA, timedelta(minutes=17), 9)
    assert who_leaves([(LEA, at(17), 4), (NOAH, at(10), 4)], at(0)) == Leaving(NOAH, timedelta(minutes=10), 4)


@pytest.mark.parametrize(
    ("who", "minutes", "many"),
    [(LEA, SOON // timedelta(minutes=1) + 1, 9), (LEA, 0, 9), (LEA, -5, 9), (LEA, 17, 0), (LEA, None, 9), (ME, 17, 9)],
)
def test_nobody_is_named_who_stays_has_left_has_nothing_or_is_me(who: Person, minutes: int | None, many: int) -> None:
    assert who_leaves([(who, at(minutes) if minutes is not None else None, many)], at(0)) is None


def test_an_end_on_the_wall_is_one_of_that_day() -> None:
    here = at(0)
    assert end_on_the_wall("17:05", here) == here.replace(hour=17, minute=5, second=0, microsecond=0)
    assert end_on_the_wall("9:00", here) == here.replace(hour=9, minute=0, second=0, microsecond=0)
    for none in (None, "", "soon", "25:00", "17:75", "17"):
        assert end_on_the_wall(none, here) is None
