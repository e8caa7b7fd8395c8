from __future__ import annotations

from datetime import UTC, datetime, timedelta

from socialdesk.engine.pacing import AT_ONCE, Pacing
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.pacing import Budget

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
ONE, TWO = ChannelId(1), ChannelId(2)
BUDGETS = (Budget(1_800, timedelta(hours=1)),)
"""One act in two seconds."""


def gone(pacing: Pacing, seconds: int, channel: ChannelId = ONE, wanted: int = 1_000) -> int:
    """How many acts of very many that wait would go in this second."""
    at, count = NOW + timedelta(seconds=seconds), 0
    while count < wanted and pacing.free_at(channel, BUDGETS, at) <= at:
        pacing.take(channel, BUDGETS, "answer", at)
        count += 1
    return count


def test_what_piled_up_leaves_a_few_at_once_and_then_no_faster_than_the_budget() -> None:
    pacing = Pacing()

    assert gone(pacing, 0) == AT_ONCE
    assert [gone(pacing, second) for second in range(1, 7)] == [0, 1, 0, 1, 0, 1]
    assert gone(pacing, 7, TWO) == AT_ONCE, "another channel has a budget of its own"


def test_a_quiet_time_makes_room_again_and_a_clock_set_back_stops_nothing() -> None:
    pacing = Pacing()
    gone(pacing, 0)

    assert gone(pacing, 60) == AT_ONCE
    assert gone(pacing, -3_600) == AT_ONCE
