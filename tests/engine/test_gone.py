"""Deletions that make no event are found by asking, never about more messages than the platform allows at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.engine.desk_work import EVERYTHING, Place
from tests.engine.standin import StandIn

pytestmark = pytest.mark.anyio


async def said(place: Place, many: int) -> None:
    """A place that asks about six at a time, with so many messages one minute apart, m1 the oldest."""
    place.platform.changes = {"gone_most": 6}
    await place.restart()
    await place.connect()
    for number in range(many):
        place.platform.ask(f"t{number}", "Hello?", place.clock.now() - timedelta(minutes=many - number))


async def look(place: Place) -> list[str]:
    """Read once, a good quarter of an hour later; gives whom was asked about."""
    place.wait(minutes=16)
    place.platform.looked_for.clear()
    await place.read()
    return [one for asked in place.platform.looked_for for one in asked]


async def test_half_of_those_asked_about_are_the_newest_the_others_go_round(place: Place) -> None:
    await said(place, 11)
    newest = ["m11", "m10", "m9"]
    assert await look(place) == [*newest, "m8", "m7", "m6"]
    place.platform.gone.add("m4")
    assert await look(place) == [*newest, "m5", "m4", "m3"]
    deleted = place.engine.cache.ask("SELECT external_id FROM message WHERE deleted_at IS NOT NULL")
    assert deleted == [("m4",)]
    assert await look(place) == [*newest, "m2", "m1"]
    assert await look(place) == [*newest, "m8", "m7", "m6"]
    place.wait(minutes=5)
    place.platform.looked_for.clear()
    await place.read()
    assert place.platform.looked_for == [], "not before a quarter of an hour is over"


async def test_what_is_older_than_some_days_is_not_asked_about_and_few_are_asked_about_at_once(place: Place) -> None:
    await said(place, 3)
    assert await look(place) == ["m3", "m2", "m1"]
    place.wait(days=4)
    assert await look(place) == []


async def test_a_mistake_of_a_connector_in_looking_costs_nothing_else(
    place: Place, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    async def wrong(self: StandIn, remote_ids: object) -> None:
        raise KeyError("uri")

    expect_log(r"looking after deletions failed")
    monkeypatch.setattr(StandIn, "gone", wrong)
    await said(place, 3)
    await look(place)
    assert len(place.threads(view=EVERYTHING)) == 3
    assert not place.engine.workers.all.popitem()[1]._failures


async def test_messages_of_one_channel_are_found_along_their_index(place: Place) -> None:
    plan = place.engine.cache.ask(
        "EXPLAIN QUERY PLAN SELECT external_id, created_at, id FROM message WHERE channel_id = 1 AND created_at >= 5"
        " AND (created_at, id) < (9, 9) AND deleted_at IS NULL AND external_id IS NOT NULL"
        " ORDER BY created_at DESC, id DESC LIMIT 6"
    )
    assert "message_channel" in str(plan)
    assert "TEMP B-TREE" not in str(plan)
