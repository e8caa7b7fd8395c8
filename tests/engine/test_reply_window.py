"""A platform takes answers for some hours only: that is looked at once more in the moment an answer leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from socialdesk.model.capability import Capabilities
from socialdesk.model.delivery import Delivery
from socialdesk.model.policy_command import SetReplyPolicy
from socialdesk.model.policy_form import written
from socialdesk.model.reply_policy import ReplyPolicy, Target
from socialdesk.model.thread import Kind, Status
from tests.engine.desk_work import NOON, Place, asked
from tests.engine.standin import StandIn

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def _a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    def capabilities(self: StandIn, kind: Kind) -> Capabilities:
        return replace(self.manifest.capabilities(kind), reply_window=timedelta(hours=24))

    monkeypatch.setattr(StandIn, "capabilities", capabilities)


async def test_an_answer_that_waited_past_the_window_does_not_leave_and_says_why(place: Place) -> None:
    await asked(place)
    late = await place.reply("Good morning!", not_before=NOON + timedelta(hours=25))
    place.wait(hours=25)
    await place.send()

    assert place.standing(late) == (
        Delivery.REJECTED,
        "Too late: answers are taken for 24 h only. Nothing was sent; keep it as a note.",
    )
    assert place.platform.posts == []
    assert place.thread().status is Status.OPEN


async def test_an_answer_inside_the_window_leaves(place: Place) -> None:
    await asked(place)
    place.wait(hours=23)
    command = await place.reply("Yes.")
    await place.send()

    assert place.state(command) is Delivery.SENT


@pytest.mark.parametrize(("where", "state"), [("dm:", Delivery.SENT), ("", Delivery.REJECTED)])
async def test_a_window_that_is_for_other_threads_stops_no_answer_and_is_no_clock_here(
    place: Place, monkeypatch: pytest.MonkeyPatch, where: str, state: Delivery
) -> None:
    def only(self: StandIn, kind: Kind) -> Capabilities:
        return replace(self.manifest.capabilities(kind), reply_window=timedelta(hours=24), reply_window_in=where)

    monkeypatch.setattr(StandIn, "capabilities", only)
    await asked(place)
    assert not place.thread().remote_id.startswith("dm:")
    command = await place.reply("Good morning!", not_before=NOON + timedelta(hours=25))
    place.wait(hours=25)
    await place.send()
    assert place.state(command) is state
    assert {told[3] for told in place.engine.cache.reply_windows()} == {where}
    assert {told[3] for told in place.engine.cache.reply_policy().windows} == {where}


async def test_the_window_is_kept_as_a_clock_of_the_channel_and_what_waits_follows_when_it_changes(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    await place.do(SetReplyPolicy(written(ReplyPolicy(first=Target(72 * 60), next=Target(72 * 60)))))
    await asked(place)
    thread = place.thread()
    assert (thread.waiting_since, thread.due_at) == (NOON, NOON + timedelta(hours=24))
    ((channel, kind, window, where), *_) = place.engine.cache.reply_windows()
    assert (channel, kind, window, where) == (thread.channel_id, Kind.DM, timedelta(hours=24), "")

    def longer(self: StandIn, kind: Kind) -> Capabilities:
        return replace(self.manifest.capabilities(kind), reply_window=timedelta(days=2) if kind is Kind.DM else None)

    monkeypatch.setattr(StandIn, "capabilities", longer)
    await place.restart()
    await place.read()
    place.engine._promises.finish(NOON)
    assert place.engine.cache.reply_windows() == ((channel, Kind.DM, timedelta(days=2), ""),)
    assert place.thread().due_at == NOON + timedelta(days=2)
    assert place.engine.cache.reply_policy().version == 1
