"""What reading YouTube may cost: it keeps with the clock, and answers leave when no reading is left."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.youtube.quota import Quota
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.thread import Kind
from tests.connectors.youtube.account import TYPED, answer, signed_in
from tests.stand_ins.at_work import at_work
from tests.stand_ins.google_account import CLIENT_ID
from tests.stand_ins.youtube import YouTubeStandIn

pytestmark = pytest.mark.anyio


async def test_deletions_are_found_by_asking_in_turn_and_never_for_many_units(tmp_path: Path) -> None:
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        kept = [youtube.wrote(f"UC{number}", f"Number {number}") for number in range(450)]
        assert desk.session
        youtube.deleted(kept[10])
        youtube.deleted(kept[440])
        ids = [one.id for one in kept]
        before = youtube.used
        assert await desk.session.gone(ids) == [kept[10].id]
        assert youtube.used - before <= 6
        assert not await desk.session.gone(ids)
        assert await desk.session.gone(ids) == [kept[440].id]
        assert await desk.session.gone(ids) == [kept[10].id], "and from the beginning again"


async def test_reading_keeps_with_the_clock_and_answers_leave_when_no_reading_is_left(tmp_path: Path) -> None:
    """1,000 units: 300 are kept for answers, 700 spread over the day, a quarter of them ahead of the clock."""
    youtube = YouTubeStandIn()
    async with at_work("youtube", youtube, tmp_path, TYPED | {"units": "1000"}) as desk:
        youtube.units = 1000
        # Midnight in California is 08:00 UTC; an hour of the day has passed.
        assert desk.clock.now().hour == 9
        await desk.sign_in(youtube)
        desk.open()
        asked = youtube.wrote("UCa", "Is it warm?")
        await desk.pull("comments")
        quota = Quota(tmp_path, CLIENT_ID, 1000, desk.clock)
        assert desk.session
        assert [one.most("reply") for one in desk.session.capabilities(Kind.COMMENT).budgets] == [6, 20]
        assert quota.used() == (youtube.used, 0), "the sign-in and the reading counted in one file"
        quota.take(195)
        for _ in range(20):
            desk.open()
            await desk.pull("comments")
        assert quota.used()[0] <= 1000 * 0.7 * (0.25 + 1 / 24) + 3, "a new session knows what the others used"
        used = quota.used()
        desk.clock.move(timedelta(hours=2))
        await desk.pull("comments")
        assert quota.used() > used, "the clock has caught up"

        desk.cursors.clear()
        quota.take(690 - quota.used()[0])
        await desk.pull("held")  # a first download may use what the day has, but never what is kept
        quota.take(700 - quota.used()[0])
        with pytest.raises(ConnectorError) as caught:
            await desk.pull("comments")
        failure = caught.value.failure
        assert failure.kind is FailureKind.RATE_LIMITED
        assert "answers still leave" in failure.sentence
        assert failure.retry_at
        assert failure.retry_at.isoformat() == "2026-11-24T08:00:00+00:00", "midnight Pacific time"
        assert desk.session
        assert not await desk.session.gone([asked.id])
        for number in range(6):
            await desk.do(answer(asked, f"Answer {number}"))
        last = await desk.refused(answer(asked, "One more"))
        assert (last.kind, last.certainty) == (FailureKind.RATE_LIMITED, Certainty.NOT_SENT)

        desk.clock.move(timedelta(days=1))
        await desk.do(answer(asked, "One more"))
        await desk.pull("comments")
    assert not youtube.mistakes


async def test_where_units_are_short_old_threads_are_looked_through_as_soon_as_there_are_more(tmp_path: Path) -> None:
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        old = youtube.wrote("UCa", "Old question")
        desk.clock.move(timedelta(days=10))
        await desk.pull("late")
        youtube.wrote("UCb", "A late reply", old)
        desk.clock.move(timedelta(hours=6, minutes=1))
        quota = Quota(tmp_path, CLIENT_ID, 10_000, desk.clock)
        quota.take(6_900)
        assert not await desk.pull("late")
        quota.give_back(6_900)
        desk.clock.move(timedelta(minutes=30))
        assert "A late reply" in await desk.messages("late"), "not only six hours later"


async def test_when_another_program_used_the_units_up_nothing_is_asked_before_midnight(tmp_path: Path) -> None:
    youtube = YouTubeStandIn()
    async with signed_in(youtube, tmp_path) as desk:
        youtube.used = youtube.units
        with pytest.raises(ConnectorError) as caught:
            await desk.pull("comments")
        assert caught.value.failure.retry_at
        many = len(youtube.asked)
        desk.open()
        with pytest.raises(ConnectorError):
            await desk.pull("held")
        assert len(youtube.asked) == many
