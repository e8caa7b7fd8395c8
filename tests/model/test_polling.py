"""How long a channel waits to be read again follows from who waits for it, and from what its platform allows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.polling import AT_ONCE, LISTENED, QUIET, SELDOM, WARM, WORKING, Interest, Room, apart, within
from socialdesk.model.polling import between_pulls as wait

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
LEAST = timedelta(seconds=30)
NONE, HOUR = timedelta(0), timedelta(hours=1)


def test_a_channel_is_read_often_while_a_person_works_and_seldom_when_nobody_does() -> None:
    works = wait(LEAST, Interest(is_watched=True, acted=NONE, stirred=HOUR))
    idle = wait(LEAST, Interest(is_watched=True, acted=WORKING * 2, stirred=HOUR))
    alone = wait(LEAST, Interest(is_watched=False, stirred=HOUR))
    assert LEAST == works < idle < alone


def test_a_warm_conversation_is_read_as_often_as_for_a_person_at_work_and_a_quiet_channel_less() -> None:
    assert wait(LEAST, Interest(is_watched=True, stirred=WARM)) == LEAST
    working = wait(LEAST, Interest(is_watched=True, acted=NONE, stirred=HOUR))
    assert wait(LEAST, Interest(is_watched=True, acted=NONE, stirred=QUIET)) > working


def test_a_channel_that_tells_by_itself_is_only_looked_at_now_and_then() -> None:
    assert wait(LEAST, Interest(is_watched=True, acted=NONE, stirred=NONE, is_listening=True)) == LISTENED


@given(st.builds(Interest, st.booleans(), *[st.none() | st.timedeltas(min_value=NONE)] * 2, st.booleans()))
def test_no_wait_is_shorter_than_the_platform_wants_or_longer_than_a_quarter_of_an_hour(interest: Interest) -> None:
    assert LEAST <= wait(LEAST, interest) <= SELDOM
    assert wait(HOUR, interest) == HOUR


@pytest.mark.parametrize(
    ("rooms", "least_s"),
    [
        ([], 0),
        ([Room(100, NOW + timedelta(seconds=1000), 1)], 10),
        ([Room(100, NOW + timedelta(seconds=1000), 5), Room(1000, NOW + timedelta(seconds=1000), 1)], 50),
        ([Room(0, NOW + timedelta(seconds=1000), 1)], 1000),
        ([Room(-5, NOW + timedelta(seconds=1000), 1)], 1000),
        ([Room(0, NOW - timedelta(seconds=1), 1)], 0),
        ([Room(0, NOW + timedelta(seconds=1000), 0)], 0),
    ],
    ids=["none", "evenly", "the tightest counts", "used up", "overdrawn", "its time is over", "costs nothing"],
)
def test_what_is_left_lasts_until_a_budget_begins_anew(rooms: list[Room], least_s: int) -> None:
    assert within(rooms, NOW) == timedelta(seconds=least_s)


def test_of_many_that_are_due_a_few_begin_at_once_and_three_hundred_within_ten_seconds() -> None:
    waits = [apart(place) for place in range(300)]
    assert waits[:AT_ONCE] == [NONE] * AT_ONCE
    assert waits == sorted(waits)
    assert waits[AT_ONCE] > NONE
    assert waits[-1] < timedelta(seconds=10)
