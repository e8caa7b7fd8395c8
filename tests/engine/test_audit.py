"""Reading a second time: what the first reading missed comes in and is told, and what could not be read is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from socialdesk.connectors.kit.contract import Page
from socialdesk.connectors.kit.failures import failed
from socialdesk.engine.audit import is_due
from socialdesk.model.event import Unreadable
from socialdesk.model.failure import FailureKind
from socialdesk.store import missing
from socialdesk.store.missing import Audit
from tests.engine.desk_work import Place, asked
from tests.engine.standin import OFFLINE, StandIn

pytestmark = pytest.mark.anyio


async def test_what_a_cursor_passed_over_is_found_and_told(place: Place, expect_log: Callable[[str], None]) -> None:
    await asked(place)
    channel = place.engine.cache.channels()[0].id
    # The platform says that there is nothing, and moves the cursor past what is there.
    place.platform.ask("t2", "passed over")
    place.platform.pages.append(([], "2", False))
    place.wait(minutes=2)
    await place.read()
    assert len(place.engine.cache.ask("SELECT 1 FROM message")) == 1
    assert missing.last_audit(place.engine.cache, channel) is None

    place.platform.pages.append(([], "2", False))
    place.wait(hours=7)
    expect_log("found 1 new, 0 edited, 0 deleted that had been missed")
    await place.read()

    assert len(place.engine.cache.ask("SELECT 1 FROM message")) == 2
    audit = missing.last_audit(place.engine.cache, channel)
    assert audit is not None
    assert (audit.looked, audit.new) == (2, 1)

    place.wait(hours=1)
    await place.read()
    assert missing.last_audit(place.engine.cache, channel) == audit


async def test_a_second_reading_that_failed_is_tried_again_after_an_hour_and_not_with_every_first_one(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asked(place)
    tries: list[int] = []
    pull = StandIn.pull

    async def second_fails(self: StandIn, stream: str, cursor: str | None, deadline: datetime) -> Page:
        if self.is_second:
            tries.append(1)
            raise OFFLINE
        return await pull(self, stream, cursor, deadline)

    monkeypatch.setattr(StandIn, "pull", second_fails)
    place.wait(hours=7)
    for minutes, wanted in ((0, 1), (20, 1), (39, 1), (2, 2)):
        place.wait(minutes=minutes)
        await place.read()
        assert len(tries) == wanted, minutes


async def test_a_second_reading_is_due_every_six_hours_whatever_becomes_of_the_clock(place: Place) -> None:
    now = place.clock.now()

    def last(hours: int) -> Audit:
        return Audit(now - timedelta(hours=hours), now - timedelta(hours=hours + 72), 0, 0, 0, 0)

    assert [is_due(last(hours), None, now) for hours in (0, 5, 6, 100)] == [False, False, True, True]
    assert is_due(last(-9_000), None, now), "the clock was a year ahead"
    assert is_due(None, None, now)
    assert not is_due(None, now - timedelta(minutes=59), now)


async def test_reading_again_finds_nothing_where_nothing_was_missed(place: Place) -> None:
    await asked(place)
    place.wait(hours=7)
    cursor = place.engine.cache.ask("SELECT cursor FROM channel_stream")
    await place.read()
    audit = missing.last_audit(place.engine.cache, place.engine.cache.channels()[0].id)
    assert audit is not None
    assert (audit.looked, audit.new, audit.edited, audit.deleted) == (1, 0, 0, 0)
    assert place.engine.cache.ask("SELECT cursor FROM channel_stream") == cursor


async def test_an_event_that_could_not_be_read_is_kept_and_read_again(
    place: Place, expect_log: Callable[[str], None]
) -> None:
    expect_log("found 1 new")
    await place.connect()
    place.platform.ask("t1", "hard to read")
    place.platform.pages.append(([Unreadable("m1:1", "KeyError: who", '{"id": "m1"}')], "1", False))
    await place.read()
    assert missing.parked(place.engine.cache) == 1
    place.wait(minutes=5)

    report = await place.engine.read_again()

    assert report.new == 1
    assert missing.parked(place.engine.cache) == 0


async def test_a_lost_cursor_is_a_gap_until_everything_within_reach_was_read(place: Place) -> None:
    await asked(place)
    cache = place.engine.cache
    channel = cache.channels()[0].id
    place.wait(hours=1)
    invalid = failed(FailureKind.CURSOR_INVALID, "It forgot where we were.")
    broken = failed(FailureKind.TRANSIENT, "And then it broke.")
    place.platform.looks.extend([invalid, broken])
    await place.read()
    (gap,) = missing.gaps(cache, channel)
    assert gap.start is not None
    assert gap.sentence == "It forgot where we were."

    place.platform.looks.append(invalid)
    place.wait(hours=1)
    await place.read()
    assert missing.gaps(cache, channel) == []
