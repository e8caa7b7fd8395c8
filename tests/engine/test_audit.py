"""Reading a second time: what the first reading missed comes in and is told, and what could not be read is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from socialdesk.connectors.kit.failures import failed
from socialdesk.model.event import Unreadable
from socialdesk.model.failure import FailureKind
from socialdesk.store import missing
from tests.engine.desk_work import Place, asked

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
