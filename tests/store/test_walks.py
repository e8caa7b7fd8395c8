"""Tidying along a table that stands in no order of age: bounded slices, and nothing goes that is still needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from socialdesk.model.identifiers import ChannelId
from socialdesk.store import upkeep
from socialdesk.store.cache import Cache
from socialdesk.store.upkeep import KEEP_DAYS, forget_old_bands, forget_old_deletions
from tests.model.builders import at

ONE, TWO = ChannelId(1), ChannelId(2)
_DAY = timedelta(days=1)
_LATER = at(0) + (KEEP_DAYS + 1) * _DAY


def left(cache: Cache) -> list[str]:
    return [external_id for (external_id,) in cache.ask("SELECT external_id FROM tombstone ORDER BY 1")]


@pytest.fixture
def gone(cache: Cache) -> Cache:
    """A cache that was told of two deletions a year apart, and read on after both."""
    with cache.change() as change:
        change.record_gone(ONE, "old", at(0))
        change.record_gone(ONE, "young", _LATER - _DAY)
        for channel in (ONE, TWO):
            change.set_cursor(channel, "comments", "1", _LATER)
    return cache


def test_a_deletion_goes_when_what_it_deletes_cannot_come_any_more(gone: Cache) -> None:
    forget_old_deletions(gone, at(0) + KEEP_DAYS * _DAY, None)
    assert left(gone) == ["old", "young"], "it went a moment too early"
    forget_old_deletions(gone, _LATER, None)
    assert left(gone) == ["young"]


def _stream_not_read_since(cache: Cache) -> None:
    with cache.change() as change:
        change.set_cursor(ONE, "messages", "1", at(0) + 29 * _DAY)


def _gap(cache: Cache) -> None:
    with cache.change() as change:
        change.open_gap(ONE, "comments", None, at(0), "Something was lost.")


def _parked(cache: Cache) -> None:
    with cache.change() as change:
        change.record_raw(ONE, "old:1", "message", "{}", at(0), error="no text")


def _long_history(cache: Cache) -> None:
    with cache.change() as change:
        change.drop_rows("UPDATE channel SET history_days = ? WHERE id = 1", (KEEP_DAYS + 2,))


@pytest.mark.parametrize("why", [_stream_not_read_since, _gap, _parked, _long_history])
def test_a_deletion_stays_as_long_as_what_it_deletes_may_still_be_read(
    gone: Cache, why: Callable[[Cache], None]
) -> None:
    why(gone)
    with gone.change() as change:
        change.record_gone(TWO, "of another channel", at(0))
    forget_old_deletions(gone, _LATER, None)
    assert left(gone) == ["old", "young"]


def test_a_walk_goes_on_where_its_last_slice_ended(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "_LOOKED_AT", 4)
    with cache.change() as change:
        for number in range(10):
            change.record_gone(ONE, f"m{number}", _LATER if number % 2 else at(0))
            change.drop_rows("INSERT INTO story_band VALUES (?, ?, 1)", (5 - number, 10**12 * (number % 2) * 9))
    deletions = forget_old_deletions(cache, _LATER, None)
    assert left(cache) == ["m1", "m3", "m4", "m5", "m6", "m7", "m8", "m9"]
    bands = forget_old_bands(cache, _LATER, None)
    assert cache.ask("SELECT count(*) FROM story_band") == [(8,)]
    slices = 1
    while deletions is not None or bands is not None:
        deletions = deletions and forget_old_deletions(cache, _LATER, deletions)
        bands = bands and forget_old_bands(cache, _LATER, bands)
        slices += 1
    assert left(cache) == ["m1", "m3", "m5", "m7", "m9"]
    assert cache.ask("SELECT count(*), min(said_at) > 0 FROM story_band") == [(5, 1)]
    assert slices == 3


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        (upkeep._NEXT_BANDS, 4),
        (upkeep._OLD_BANDS, 7),
        (upkeep._NEXT_TOMBSTONES, 3),
        (upkeep._OLD_TOMBSTONES, 8),
    ],
)
def test_a_slice_of_a_walk_is_found_by_its_place(cache: Cache, statement: str, values: int) -> None:
    plan = [row[3] for row in cache.ask(f"EXPLAIN QUERY PLAN {statement}", (0,) * values)]
    assert not any(one.startswith("SCAN") or "TEMP B-TREE" in one for one in plan), plan
    assert "USING PRIMARY KEY" in plan[0]
