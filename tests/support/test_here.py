"""The zone of the machine gives each moment the offset of its own day, as the database of zones has it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from zoneinfo import ZoneInfo

import pytest

from socialdesk.model.search import understand
from socialdesk.model.snooze import Choice, offers
from socialdesk.support.clock import HERE

ZONES = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]


@pytest.mark.parametrize("zone", ZONES)
def test_moments_have_the_wall_clock_of_their_own_day_and_come_back_from_it(
    zone: str, moved_to: Callable[[str], None]
) -> None:
    moved_to(zone)
    there = ZoneInfo(zone)
    for first in (date(2026, 3, 7), date(2026, 3, 28), date(2026, 4, 4), date(2026, 10, 3), date(2026, 10, 24)):
        begin = datetime.combine(first, clock_time(), UTC)
        for quarter in range(3 * 96):
            at = begin + timedelta(minutes=15 * quarter)
            here, known = at.astimezone(HERE), at.astimezone(there)
            assert (here.replace(tzinfo=None), here.fold) == (known.replace(tzinfo=None), known.fold)
            assert here.utcoffset() == known.utcoffset()
            assert here.astimezone(UTC) == at


def test_nine_tomorrow_is_nine_by_the_wall_clock_where_the_clocks_change_tonight(
    moved_to: Callable[[str], None],
) -> None:
    moved_to("Europe/Paris")
    eve = datetime(2026, 10, 24, 18, tzinfo=UTC)
    (morning,) = [one.until for one in offers(eve, HERE) if one.choice is Choice.TOMORROW_MORNING]
    assert morning is not None
    assert morning.astimezone(ZoneInfo("Europe/Paris")).strftime("%d %H:%M") == "25 09:00"

    (after,) = understand("after:2026-07-01", eve.astimezone(HERE)).conditions
    assert after.at == datetime(2026, 6, 30, 22, tzinfo=UTC)
    (since,) = understand("after:2026-12-01", eve.astimezone(HERE)).conditions
    assert since.at == datetime(2026, 11, 30, 23, tzinfo=UTC)
