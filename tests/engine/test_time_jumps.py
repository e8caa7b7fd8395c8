"""The clock is set, or the machine sleeps: nothing leaves too early, nothing waits for a time that has passed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from socialdesk.model.delivery import Delivery
from socialdesk.support.clock import HandClock
from tests.engine.desk_work import Place, asked

pytestmark = pytest.mark.anyio


async def round_of(place: Place) -> None:
    """One round of the engine, and what it started."""
    place.engine._round()
    await place.engine.outbox.land()
    for task in place.engine.beside.running():
        await task


@pytest.mark.parametrize("hours", [-5, 5], ids=["back", "forward"])
async def test_an_answer_keeps_its_undo_window_when_the_clock_is_set(place: Place, hours: int) -> None:
    assert isinstance(place.clock, HandClock)
    await asked(place)
    later = place.clock.now() + timedelta(seconds=10)
    command = await place.reply("Yes.", not_before=later)
    place.wait(seconds=2)
    place.clock.jump(timedelta(hours=hours))

    await round_of(place)
    assert place.state(command) is Delivery.QUEUED
    place.wait(seconds=11)
    await round_of(place)

    assert place.state(command) is Delivery.SENT
    assert [post["text"] for post in place.platform.posts] == ["Yes."]


async def test_an_answer_for_a_certain_moment_keeps_it(place: Place) -> None:
    assert isinstance(place.clock, HandClock)
    await asked(place)
    morning = place.clock.now() + timedelta(hours=20)
    command = await place.reply("Good morning.", not_before=morning)
    place.clock.jump(timedelta(hours=2))
    await round_of(place)
    place.wait(minutes=5)
    await round_of(place)
    assert place.state(command) is Delivery.QUEUED
    place.clock.jump(timedelta(hours=19))
    await round_of(place)
    assert place.state(command) is Delivery.SENT


@pytest.mark.parametrize("hours", [-5, 5], ids=["back", "forward"])
async def test_a_channel_is_read_at_once_after_the_clock_was_set(place: Place, hours: int) -> None:
    assert isinstance(place.clock, HandClock)
    await asked(place)
    await round_of(place)
    place.platform.ask("t2", "While you slept.")
    place.clock.jump(timedelta(hours=hours))
    await round_of(place)
    assert len(place.engine.cache.ask("SELECT 1 FROM thread")) == 2


async def test_time_that_passes_is_no_jump(place: Place) -> None:
    await asked(place)
    place.wait(hours=3)
    assert not place.engine._time.jumped()
