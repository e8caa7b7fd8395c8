"""A platform that tells by itself is read when it tells, seldom otherwise, and at the usual pace once it is silent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.engine.listening import GATHERED, NO_USE, RESTS, SETTLED
from socialdesk.model.connecting import LeaveChannel
from socialdesk.model.polling import LISTENED
from tests.engine.desk_work import Place
from tests.engine.standin import OFFLINE, SIGNED_OUT

pytestmark = pytest.mark.anyio
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def telling(anyio_backend: str, tmp_path: Path) -> AsyncIterator[Place]:
    """A place whose platform has two streams and tells of them; it has been read, and is listened to."""
    made = Place.at(tmp_path)
    made.platform.tells = True
    made.platform.changes = {"streams": ("all", "rest")}
    await made.restart()
    await made.connect()
    await turn(made)
    await turn(made)
    yield made
    await close(made)


async def close(place: Place) -> None:
    """End what listens, then everything."""
    for task in place.engine.beside.running():
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await place.close()


async def turn(place: Place) -> list[str]:
    """One round of the engine and what it started, save what listens on; gives the streams that were read."""
    place.platform.pulled.clear()
    place.engine._round()
    for task in place.engine.beside.running(but="listen "):
        await task
    # Whoever begins or ends to listen needs a moment of the loop for it.
    for _ in range(5):
        await asyncio.sleep(0)
    return list(place.platform.pulled)


def waits(place: Place) -> timedelta:
    """How long the only channel will wait for a reading of all of it."""
    (worker,) = place.engine.workers.all.values()
    return worker.next_pull - place.clock.now()


def tell(place: Place, stream: str) -> None:
    """Let the platform tell."""
    assert place.platform.heard is not None
    place.platform.heard(stream)


async def settled(place: Place) -> None:
    """Let the line stand and be believed."""
    tell(place, "")
    place.wait(seconds=5)
    await turn(place)
    place.wait(seconds=waits(place).total_seconds())
    assert await turn(place) == ["all", "rest"]
    assert waits(place) >= LISTENED


async def test_what_is_told_is_read_at_once_once_and_alone_while_the_rest_is_read_seldom(telling: Place) -> None:
    assert telling.platform.lines == 1
    assert waits(telling) < LISTENED, "a line that has not said that it stands is not relied on"
    await settled(telling)
    due = waits(telling)

    telling.platform.ask("t1", "Anybody there?")
    for _ in range(50):
        tell(telling, "rest")
    assert await turn(telling) == [], "a burst is gathered first"
    telling.wait(seconds=RESTS.total_seconds())
    assert await turn(telling) == ["rest"]
    assert telling.thread().preview == "Anybody there?"
    assert waits(telling) == due - RESTS, "the reading of all of it keeps its moment"

    tell(telling, "something new")
    telling.wait(seconds=RESTS.total_seconds())
    assert await turn(telling) == ["all", "rest"], "a name nobody knows means all"


async def test_two_readings_for_what_is_told_keep_apart(telling: Place) -> None:
    await settled(telling)
    telling.wait(minutes=1)
    tell(telling, "all")
    telling.wait(seconds=GATHERED.total_seconds())
    assert await turn(telling) == ["all"]
    tell(telling, "all")
    telling.wait(seconds=GATHERED.total_seconds())
    assert await turn(telling) == []
    telling.wait(seconds=RESTS.total_seconds())
    assert await turn(telling) == ["all"]


async def test_a_line_that_says_nothing_is_believed_to_stand_after_half_a_minute(telling: Place) -> None:
    telling.wait(seconds=max(SETTLED, waits(telling)).total_seconds())
    assert await turn(telling) == ["all", "rest"]
    assert waits(telling) >= LISTENED


async def test_a_line_is_relied_on_from_its_first_word_and_a_word_after_its_end_is_read_and_no_more(
    telling: Place,
) -> None:
    (worker,) = telling.engine.workers.all.values()
    tells = telling.platform.heard
    assert tells is not None
    assert not worker.ear.is_good(telling.clock.now())
    tells("")
    assert worker.ear.is_good(telling.clock.now())
    telling.wait(seconds=RESTS.total_seconds())
    await turn(telling)

    assert telling.platform.cut is not None
    telling.platform.cut.set_exception(SIGNED_OUT)
    await turn(telling)
    assert telling.platform.heard is None
    tells("rest")
    assert not worker.ear.is_good(telling.clock.now())
    telling.wait(seconds=RESTS.total_seconds())
    assert await turn(telling) == ["rest"]


async def test_a_line_that_breaks_is_tried_again_after_a_while_and_the_usual_pace_is_back(telling: Place) -> None:
    await settled(telling)
    telling.wait(minutes=4)
    assert telling.platform.cut is not None
    telling.platform.cut.set_exception(OFFLINE)
    await turn(telling)
    await turn(telling)
    assert telling.platform.heard is None
    assert waits(telling) < 5 * MINUTE
    assert telling.platform.lines == 1
    telling.wait(minutes=1)
    await turn(telling)
    assert telling.platform.lines == 2


async def test_where_listening_is_not_allowed_it_is_given_up_for_an_hour_and_reading_goes_on(telling: Place) -> None:
    assert telling.platform.cut is not None
    telling.platform.cut.set_exception(SIGNED_OUT)
    await turn(telling)
    telling.wait(minutes=50)
    assert await turn(telling) == ["all", "rest"]
    assert telling.platform.lines == 1
    telling.wait(minutes=11)
    await turn(telling)
    assert telling.platform.lines == 2


@pytest.mark.parametrize("is_told", [True, False])
async def test_a_platform_that_does_not_tell_what_came_is_not_relied_on(telling: Place, is_told: bool) -> None:
    await settled(telling)
    telling.wait(minutes=3)
    telling.platform.ask("t1", "Hello?")
    telling.wait(minutes=1)
    if is_told:
        tell(telling, "all")
        tell(telling, "rest")
    telling.wait(minutes=8)
    await turn(telling)
    assert (waits(telling) >= LISTENED) is is_told
    if not is_told:
        telling.wait(minutes=NO_USE // MINUTE)
        await turn(telling)
        assert waits(telling) >= LISTENED, "it is given another chance"


async def test_after_a_sleep_all_is_read_and_the_line_is_opened_anew(telling: Place) -> None:
    await settled(telling)
    telling.clock.jump(timedelta(hours=8))  # pyright: ignore[reportAttributeAccessIssue] - a clock by hand
    assert await turn(telling) == ["all", "rest"]
    await turn(telling)
    assert telling.platform.lines == 2


async def test_nobody_listens_to_a_channel_that_was_left(telling: Place) -> None:
    (channel,) = telling.engine.cache.channels()
    await telling.do(LeaveChannel(channel.id, telling.clock.now() + MINUTE))
    await turn(telling)
    assert telling.platform.heard is None


async def test_a_connectors_mistake_in_listening_costs_nothing_else(
    telling: Place, expect_log: Callable[[str], None]
) -> None:
    expect_log(r"listening failed")
    assert telling.platform.cut is not None
    telling.platform.cut.set_exception(KeyError("data"))
    await turn(telling)
    telling.wait(minutes=3)
    assert await turn(telling) == ["all", "rest"]
    assert telling.engine.beside.broken is None
