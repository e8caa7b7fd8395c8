"""The words of the snooze list."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from socialdesk.desktop.actions.keymap import digit_of
from socialdesk.desktop.places.pickers.moments import foot, from_field, moment_words, span_words, to_field

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2025, 6, 13, 14, 43, tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (timedelta(hours=1), "17:43"),
        (timedelta(hours=16), "Sat 08:43"),
        (timedelta(days=6), "Thu 16:43"),
        (timedelta(days=7), "20 Jun 16:43"),
        (timedelta(days=365), "13 Jun 2026 16:43"),
    ],
)
def test_a_moment_is_said_as_short_as_it_can_be(after: timedelta, words: str) -> None:
    assert moment_words(NOW + after, NOW, PARIS) == words


@pytest.mark.parametrize(("minutes", "words"), [(0, "1 min"), (12, "12 min"), (190, "3 h 10"), (120, "2 h")])
def test_spans(minutes: int, words: str) -> None:
    assert span_words(timedelta(minutes=minutes)) == words


def test_a_late_thread_says_how_late() -> None:
    said = foot(NOW - timedelta(minutes=12), NOW + timedelta(hours=1), NOW, PARIS)

    assert said is not None
    assert (said.title, said.text) == ("The reply clock keeps running.", "This one is already 12 min late.")


def test_a_deadline_before_the_wake_time_is_said() -> None:
    said = foot(NOW + timedelta(hours=2), NOW + timedelta(days=1), NOW, PARIS)

    assert said is not None
    assert said.is_late
    assert said.text == "An answer is due 18:43, before it comes back."


def test_a_deadline_after_the_wake_time_is_only_told() -> None:
    said = foot(NOW + timedelta(hours=2), NOW + timedelta(hours=1), NOW, PARIS)

    assert said is not None
    assert not said.is_late


def test_where_nothing_is_due_nothing_is_said() -> None:
    assert foot(None, NOW, NOW, PARIS) is None


@pytest.mark.parametrize(
    ("key", "digit"), [("1", 1), ("&", 1), ("é", 2), ("É", 2), ("Ç", 9), ('"', 3), ("6", 6), ("x", 0), ("", 0)]
)
def test_digits_and_the_unshifted_azerty_row_pick(key: str, digit: int) -> None:
    assert digit_of(key) == digit


@pytest.mark.parametrize("days", [0, 150])
def test_a_moment_goes_to_a_field_and_back_in_summer_and_winter(days: int) -> None:
    moment = NOW + timedelta(days=days)

    assert from_field(to_field(moment, PARIS), PARIS) == moment
    assert to_field(NOW, PARIS).toString("HH:mm") == "16:43"
