"""What a day of X may cost, and its limits; against the stand-in after X's reference."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.connectors.x.spending import Spending
from socialdesk.model.event import MessageSeen
from socialdesk.model.failure import Certainty, FailureKind
from tests.connectors.x.account import public, signed_in
from tests.stand_ins.x import XStandIn
from tests.stand_ins.x_world import ANN, OWN

pytestmark = pytest.mark.anyio


async def test_deleted_posts_are_found_within_a_tenth_of_the_days_money(tmp_path: Path) -> None:
    x = XStandIn()
    ids = [x.said(ANN, f"@woolco {number}", ago=timedelta(minutes=60 - number)) for number in range(30)]
    async with signed_in(x, tmp_path, dollars_a_day="3") as desk:
        await desk.pull("mentions")
        x.deleted(ids[3])
        assert desk.session is not None
        assert await desk.session.gone(ids[:10]) == [ids[3]]
        before = len(x.charged)
        x.deleted(ids[12])
        assert await desk.session.gone(ids) == [ids[12]]
        for _ in range(10):
            assert not await desk.session.gone(ids)
        assert 0 < len(x.charged) - before < 20
        desk.clock.move(timedelta(days=1))
        assert set(await desk.session.gone(ids)) == {ids[3], ids[12]}


async def test_a_day_costs_no_more_than_a_person_allowed_and_answers_still_leave(tmp_path: Path) -> None:
    x = XStandIn()
    to = x.said(ANN, "@woolco hello", ago=timedelta(hours=5))
    for number in range(120):
        x.said(ANN, f"@woolco {number}", ago=timedelta(minutes=200 - number))
    async with signed_in(x, tmp_path, dollars_a_day="0,90 $") as desk:
        assert desk.session is not None
        cursor: str | None = None
        seen: list[str] = []
        failure = None
        while failure is None:
            try:
                page = await desk.session.pull("mentions", cursor, desk.clock.now())
            except ConnectorError as error:
                failure = error.failure
            else:
                cursor = page.next_cursor
                seen += [one.text for one in page.events if isinstance(one, MessageSeen)]
        assert failure.kind is FailureKind.RATE_LIMITED
        assert "$0.90" in failure.sentence
        assert failure.retry_at is not None
        assert failure.retry_at.isoformat() == "2026-11-24T00:00:00+00:00"
        money = Spending(desk.around.folder, OWN, 900, desk.clock)
        assert 0 < money.spent()[0] <= 600, "a third is kept for answers"
        await desk.do(public(x, to, "Hello Ann"))
        await desk.do(public(x, to, "See https://wool.example"))
        failure = await desk.refused(public(x, to, "And https://wool.example/2"))
        assert (failure.code, failure.certainty) == ("spending", Certainty.NOT_SENT), "a link costs more than is left"
        desk.clock.move(timedelta(days=1))
        desk.open()
        desk.cursors["mentions"] = cursor or ""
        while len(seen) < 121:
            try:
                seen += list(await desk.messages("mentions"))
            except ConnectorError:
                desk.clock.move(timedelta(days=1))
    assert len(set(seen)) == 121, "nothing was lost for the wait"


async def test_an_app_without_credit_stops_reading_and_says_where_to_add_some(tmp_path: Path) -> None:
    x = XStandIn()
    async with signed_in(x, tmp_path) as desk:
        x.has_credit = False
        with pytest.raises(ConnectorError) as told:
            await desk.pull("mentions")
    assert told.value.failure.kind is FailureKind.RATE_LIMITED
    assert "no credit left" in told.value.failure.sentence


async def test_a_limit_of_one_kind_of_call_leaves_the_others_free(tmp_path: Path) -> None:
    x = XStandIn()
    x.said(ANN, "@woolco hello")
    async with signed_in(x, tmp_path) as desk:
        reset = desk.clock.now() + timedelta(minutes=9)
        x.faults.next(faults.status(429, x_rate_limit_reset=str(int(reset.timestamp()))), path="/2/dm_events")
        with pytest.raises(ConnectorError) as told:
            await desk.pull("messages")
        assert (told.value.failure.kind, told.value.failure.retry_at) == (FailureKind.RATE_LIMITED, reset)
        with pytest.raises(ConnectorError):
            await desk.pull("messages")
        assert [one.path for one in x.asked].count("/2/dm_events") == 1
        assert list(await desk.messages("mentions")) == ["@woolco hello"]


async def test_a_pause_lasts_as_long_as_x_says_whatever_time_this_machine_has(tmp_path: Path) -> None:
    x = XStandIn()
    async with signed_in(x, tmp_path) as desk:
        x.skew = timedelta(hours=3)
        await desk.pull("mentions")
        reset = desk.clock.now() + x.skew + timedelta(minutes=9)
        x.faults.next(faults.status(429, x_rate_limit_reset=str(int(reset.timestamp()))), path="/2/dm_events")
        with pytest.raises(ConnectorError) as told:
            await desk.pull("messages")
        until = told.value.failure.retry_at
        assert until is not None
        assert timedelta(minutes=8) < until - desk.clock.now() < timedelta(minutes=10)
