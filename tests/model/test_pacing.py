from __future__ import annotations

from datetime import UTC, datetime, timedelta
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from socialdesk.connectors.kit.manifest import read_manifest
from socialdesk.model.bulk_answer import holds_shortcut, typed_shortcut
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.pacing import CAUTIOUS, Budget, moments, per_minute, spread
from socialdesk.model.thread import Kind

START = datetime(2026, 11, 28, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FIVE_THOUSAND = Budget(5_000, HOUR, {"reply": 3})
"""Half of it is 833 answers an hour."""
DAILY = Budget(600, DAY, {"reply": 3})
"""Half of it is 100 answers a day."""


def test_acts_go_evenly_within_half_of_the_hour_s_budget() -> None:
    times = moments(1_000, START, [FIVE_THOUSAND], "reply")

    assert times[0] == START
    assert {then - now for now, then in pairwise(times)} == {HOUR * 3 / 2_500}
    assert sum(START <= at < START + HOUR for at in times) * 3 <= 2_502


def test_a_longer_budget_that_is_used_up_lets_the_rest_wait_for_its_next_time() -> None:
    times = moments(250, START, [FIVE_THOUSAND, DAILY], "reply")

    assert [sum(START + DAY * day <= at < START + DAY * (day + 1) for at in times) for day in range(3)] == [
        100,
        100,
        50,
    ]
    assert list(times) == sorted(times)


def test_what_waits_already_keeps_its_moment_and_everything_keeps_apart() -> None:
    first = moments(5, START, CAUTIOUS, "hide")
    second = moments(20, START + timedelta(seconds=4), CAUTIOUS, "hide", first)

    assert not set(first) & set(second)
    both = sorted((*first, *second))
    assert min(then - now for now, then in pairwise(both)) >= timedelta(seconds=3)


def test_channels_do_not_wait_for_each_other() -> None:
    one, two = ChannelId(1), ChannelId(2)
    times = spread([one, two, one, two], "like", START, {one: [Budget(60, HOUR)]}, {two: [START]})

    assert times == (
        START,
        START + timedelta(seconds=3),
        START + timedelta(minutes=2),
        START + timedelta(seconds=6),
    )


@pytest.mark.parametrize(("platform", "answers"), [("bluesky", 13.9), ("demo", 20.0)])
def test_the_pace_is_what_the_manifest_of_the_platform_allows(platform: str, answers: float) -> None:
    file = files("socialdesk.connectors") / platform / "manifest.toml"
    budgets = read_manifest(Path(str(file))).capabilities(Kind.COMMENT).budgets

    assert round(per_minute(budgets, "reply"), 1) == answers


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("/sorry", True),
        ("Hello, /sorry and bye", True),
        ("/whatever", True),
        ("Hello, /whatever", False),
        ("9/10 would do it again", False),
        ("See https://example.org/sorry", False),
        ("and/or", False),
    ],
)
def test_a_shortcut_in_place_of_its_words_is_found(text: str, holds: bool) -> None:
    assert holds_shortcut(text, {"sorry"}) is holds


def test_what_is_typed_of_a_shortcut_is_what_stands_right_before_the_cursor() -> None:
    assert [typed_shortcut(text) for text in ("/", "Hello /so", "Hello /so ", "and/or")] == ["", "so", None, None]


def test_what_waits_already_counts_against_the_longer_budget_as_well() -> None:
    waiting = [START + n * timedelta(minutes=1) for n in range(95)]
    times = moments(10, START + timedelta(hours=3), [FIVE_THOUSAND, DAILY], "reply", waiting)

    assert sum(at < START + DAY for at in (*waiting, *times)) == 100
    assert all(at >= START + timedelta(hours=3) for at in times)
