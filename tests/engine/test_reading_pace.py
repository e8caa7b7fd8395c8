"""Reading keeps within what platforms allow, by their manifests and by what their servers say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from socialdesk.connectors.kit.meter import Left, Meter
from socialdesk.engine.pacing import Pacing
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.pacing import Budget
from tests.engine.desk_work import Place, asked
from tests.engine.standin import OFFLINE
from tests.engine.test_time_jumps import round_of

pytestmark = pytest.mark.anyio
NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
ONE, TWO = ChannelId(1), ChannelId(2)
DAY = timedelta(days=1)
QUOTA = Budget(10_000, DAY, {"read": 1, "reply": 50}, "tube")
HOST = ("api.example", "")


def read(pacing: Pacing, channel: ChannelId, pages: int = 1, meter: Meter | None = None) -> None:
    """A whole reading of a channel, now."""
    pacing.read(channel, (QUOTA,), pages, meter or Meter(), NOW, is_whole=True)


def test_reading_and_answers_use_up_one_budget_and_reading_leaves_a_part_of_it() -> None:
    pacing = Pacing()
    read(pacing, ONE)
    alone = pacing.least(ONE, (QUOTA,), NOW)
    assert alone == pytest.approx(DAY / 8_000, rel=0.01), "a fifth is left for answers"

    for _ in range(150):
        pacing.take(ONE, (QUOTA,), "answer", NOW)
    assert pacing.least(ONE, (QUOTA,), NOW) > 10 * alone
    for _ in range(100):
        read(pacing, ONE, 5)
    assert pacing.least(ONE, (QUOTA,), NOW) == DAY, "what is used up begins anew in a day"
    assert pacing.least(ONE, (QUOTA,), NOW + DAY) < timedelta(minutes=1)


def test_channels_that_share_a_budget_share_it_out() -> None:
    pacing = Pacing()
    read(pacing, ONE)
    alone = pacing.least(ONE, (QUOTA,), NOW)
    for other in range(2, 11):
        read(pacing, ChannelId(other))
    assert pacing.least(ONE, (QUOTA,), NOW) == pytest.approx(10 * alone, rel=0.01)
    for other in range(2, 11):
        pacing.forget(ChannelId(other))
    assert pacing.least(ONE, (QUOTA,), NOW) == pytest.approx(alone, rel=0.01)


def test_an_answer_waits_for_the_next_time_of_a_budget_that_is_used_up() -> None:
    pacing = Pacing()
    few = (Budget(2_000, timedelta(hours=1)), Budget(100, DAY, {"reply": 50}))
    pacing.take(ONE, few, "answer", NOW)
    assert pacing.free_at(ONE, few, NOW) <= NOW
    pacing.take(ONE, few, "answer", NOW)
    assert pacing.free_at(ONE, few, NOW) == NOW + DAY
    assert pacing.free_at(TWO, few, NOW) <= NOW


def test_what_a_server_says_is_left_is_shared_out_among_all_that_ask_there() -> None:
    pacing = Pacing()
    said = Left(1_000, 500, NOW + timedelta(minutes=5))
    read(pacing, ONE, meter=Meter({HOST: 2}, {HOST: said}))
    alone = pacing.least(ONE, (), NOW)
    assert alone == timedelta(minutes=5) * 2 / 300
    read(pacing, TWO, meter=Meter({HOST: 4}))
    assert pacing.least(ONE, (), NOW) == 3 * alone
    assert pacing.least(ONE, (), NOW + timedelta(minutes=6)) == timedelta(0)


async def test_what_was_used_of_a_long_budget_outlives_the_engine(place: Place) -> None:
    place.platform.changes = {"budgets": (Budget(100, DAY, {"read": 1}), Budget(50, timedelta(minutes=5)))}
    await place.restart()
    await asked(place)  # that is one reading, and one look whether it is still there
    place.wait(minutes=6)
    place.engine._round()
    await place.restart()
    await place.read()
    place.engine._pacing.save(place.clock.now())
    assert place.engine.cache.ask("SELECT scope, per_s, used FROM budget_used") == [("channel:1", 86_400, 4)]

    place.wait(hours=25)
    await place.read()
    place.engine._pacing.save(place.clock.now())
    assert [row[0] for row in place.engine.cache.ask("SELECT used FROM budget_used")] == [2]


async def test_a_day_of_reading_stays_within_a_small_budget_and_goes_on_to_its_end(place: Place) -> None:
    place.platform.changes = {"budgets": (Budget(100, DAY, {"read": 1}),)}
    await place.restart()
    await place.connect()
    began, moments = place.clock.now(), list[datetime]()
    while place.clock.now() < began + DAY:
        before = len(place.platform.pulled)
        await round_of(place)
        moments += [place.clock.now()] * (len(place.platform.pulled) - before)
        (worker,) = place.engine.workers.all.values()
        place.wait(seconds=max((worker.due - place.clock.now()).total_seconds(), 1))
    assert 60 <= len(moments) <= 80
    assert max(after - before for before, after in pairwise(moments)) < timedelta(hours=1)


async def test_when_one_channel_is_reached_again_the_others_do_not_wait_any_longer(place: Place) -> None:
    place.platform.accounts = ("brand", "other", "third")
    await place.connect()
    for _ in range(5):
        place.platform.looks.extend([OFFLINE] * 3)
        await place.read()
    first, *others = place.engine.workers.all.values()
    assert all(one.next_pull - place.clock.now() > timedelta(minutes=1) for one in others)
    await place.engine.workers.read(first)
    assert all(one.next_pull - place.clock.now() < timedelta(seconds=1) for one in others)


async def test_a_warm_conversation_brings_the_next_reading_forward(place: Place) -> None:
    await asked(place)
    (worker,) = place.engine.workers.all.values()
    warm = worker.next_pull - place.clock.now()
    place.wait(hours=2)
    await place.read()
    assert worker.next_pull - place.clock.now() > 1.5 * warm
    await place.reply("Yes.")
    await place.send()
    await place.read()
    assert worker.next_pull - place.clock.now() < 1.2 * warm
