"""Whatever a connector does, it costs its own channel at most: mistakes, what never comes back, lines left open."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from socialdesk.connectors.kit.fetch import Fetcher
from socialdesk.engine import patience
from socialdesk.model.channel import ChannelState
from socialdesk.model.command import ConnectChannel, RemoveChannel
from socialdesk.model.connecting import PauseChannel
from socialdesk.model.delivery import Delivery
from socialdesk.model.event import MessageSeen, MessagesSeenByContact
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.message import Attachment
from socialdesk.model.thread import Kind
from socialdesk.store import missing
from socialdesk.support.secrets import SecretsUnavailable
from tests.engine.desk_work import EVERYTHING, Place, asked
from tests.engine.standin import ANN, StandIn

pytestmark = pytest.mark.anyio
Expect = Callable[[str], None]


def session(place: Place) -> Any:
    """The open session of the only channel."""
    (worker,) = place.engine.workers.all.values()
    assert worker.session is not None
    return worker.session


def state(place: Place) -> ChannelState:
    (channel,) = place.engine.cache.channels()
    return channel.state


def wrong(*_: object, **__: object) -> Any:
    raise KeyError("a mistake")


def never(*_: object, **__: object) -> Coroutine[Any, Any, Any]:
    async def waits() -> None:
        await asyncio.get_running_loop().create_future()

    return waits()


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connector has no time at all."""
    monkeypatch.setattr(patience, "MOST_S", 0.01)


async def test_what_cannot_say_any_more_what_it_can_do_is_read_on_and_an_answer_is_refused_with_a_sentence(
    place: Place, monkeypatch: pytest.MonkeyPatch, expect_log: Expect
) -> None:
    await asked(place)
    monkeypatch.setattr(session(place), "capabilities", wrong)
    expect_log("says not what it can do")
    expect_log("made a mistake before anything left")
    place.platform.ask("t1", "Hello?")
    await place.read()
    assert place.thread().preview == "Hello?"
    command = await place.reply("Yes.")
    assert place.engine.next_due() is not None
    await place.send()
    assert place.state(command) is Delivery.REJECTED
    assert place.platform.posts == []


async def test_what_never_said_what_it_can_do_is_no_connector(
    place: Place, monkeypatch: pytest.MonkeyPatch, expect_log: Expect
) -> None:
    monkeypatch.setattr(StandIn, "capabilities", wrong)
    expect_log("opens no session")
    await place.connect()
    await place.read()
    assert state(place) is ChannelState.SUSPENDED
    assert place.engine.workers.session(ChannelId(1)) is None


async def test_an_answer_whose_key_cannot_be_made_is_refused_and_nothing_was_sent(
    place: Place, monkeypatch: pytest.MonkeyPatch, expect_log: Expect
) -> None:
    await asked(place)
    monkeypatch.setattr(session(place), "reserve", wrong)
    expect_log("made a mistake before anything left")
    command = await place.reply("Yes.")
    await place.send()
    assert place.standing(command) == (
        Delivery.REJECTED,
        "The connector of this channel made a mistake. Nothing was sent; update it, then send again.",
    )
    assert place.platform.posts == []
    assert place.engine.outbox.next_due() is None


async def test_a_page_of_what_is_nothing_delays_its_channel_and_is_not_read_past(
    place: Place, expect_log: Expect
) -> None:
    await asked(place)
    expect_log("its page cannot be taken")
    no_events: Any = ({"id": "m9"}, {"id": "m10"})
    place.platform.pages.append((no_events, "9", False))
    await place.read()
    assert state(place) is ChannelState.DELAYED
    assert place.engine.cache.stream(ChannelId(1), "all").cursor == "1"
    await place.read()
    assert state(place) is ChannelState.LIVE


async def test_messages_without_a_moment_are_parked_and_those_beside_them_come(place: Place) -> None:
    await asked(place)
    nothing: Any = None
    page = [
        MessageSeen(
            f"m{number}", "1", "t1", Kind.DM, ANN, "When does the parcel come?", moment, "", raw=f"raw {number}"
        )
        for number, moment in ((7, nothing), (8, nothing), (9, place.clock.now()))
    ]
    place.platform.pages.append((page, "9", False))
    await place.read()
    assert state(place) is ChannelState.LIVE
    assert place.thread().preview == "When does the parcel come?"
    assert missing.parked(place.engine.cache) == 2


@pytest.mark.parametrize("number", ["12", "many", -1, 1.5, 10**30, float("inf"), [], True])
async def test_what_is_no_number_costs_the_number_and_not_the_words(place: Place, number: Any) -> None:
    await asked(place)
    writer = replace(ANN, remote_id="bo", followers=number)
    one = MessageSeen("m8", "1", "t8", Kind.REVIEW, writer, "Hi", place.clock.now(), "", stars=number, likes=number)
    place.platform.pages.append(((one, replace(one, remote_id="m9", contact=writer, author=ANN)), "9", False))
    await place.read()
    (thread,) = [one for one in place.threads(EVERYTHING) if one.kind is Kind.REVIEW]
    assert thread.stars is None
    assert [one.text for one in place.messages(thread)] == ["Hi", "Hi"]
    assert place.engine.cache.ask("SELECT DISTINCT followers FROM contact") == [(None,)]


@pytest.mark.parametrize(
    "wrong_one",
    [5, {"alt": 5}, {"url": None}, {"kind": ["image"]}, {"size_bytes": "9"}, {"expires_at": datetime(2026, 6, 1)}],  # noqa: DTZ001 - that is the mistake
)
async def test_what_is_no_picture_costs_the_picture_and_not_the_words(place: Place, wrong_one: Any) -> None:
    await asked(place)
    good = Attachment("image", "https://cdn.invalid/1.png", "A boat")
    bad: Any = replace(good, **wrong_one) if isinstance(wrong_one, dict) else wrong_one
    one = MessageSeen("m9", "1", "t1", Kind.DM, ANN, "Look.", place.clock.now(), "", attachments=(bad, good))
    place.platform.pages.append(((one,), "9", False))
    await place.read()
    (shown,) = [one for one in place.messages(place.thread()) if one.text == "Look."]
    assert [(one.url, one.alt) for one in shown.attachments] == [(good.url, good.alt)]


@pytest.mark.parametrize("wrong_one", ["until", "raw", "kind", "recipients"])
async def test_what_no_order_or_row_can_be_made_of_is_parked_and_those_beside_it_come(
    place: Place, wrong_one: str
) -> None:
    await asked(place)
    good = MessageSeen("m9", "1", "t1", Kind.DM, ANN, "Hello?", place.clock.now(), "")
    values: dict[str, Any] = {"raw": {}, "kind": [], "recipients": 5}
    nothing: Any = None
    seen: Any = MessagesSeenByContact("t1", nothing)
    bad = seen if wrong_one == "until" else replace(good, remote_id="m8", **{wrong_one: values[wrong_one]})
    place.platform.pages.append(((bad, good), "9", False))
    await place.read()
    assert state(place) is ChannelState.LIVE
    assert place.thread().preview == "Hello?"
    assert missing.parked(place.engine.cache) == 1


async def test_reading_again_ends_with_its_reading_when_the_keyring_is_locked_or_the_line_does_not_close(
    place: Place, monkeypatch: pytest.MonkeyPatch, expect_log: Expect
) -> None:
    await asked(place)

    def locked(*_: object) -> Any:
        raise SecretsUnavailable("locked")

    monkeypatch.setattr(StandIn, "open", locked)
    place.wait(hours=7)
    await place.read()
    assert state(place) is ChannelState.LIVE
    monkeypatch.undo()
    monkeypatch.setattr(StandIn, "close", wrong)
    expect_log("does not close")
    place.wait(hours=7)
    await place.read()
    assert state(place) is ChannelState.LIVE


@pytest.mark.parametrize("what", ["gone", "check"])
async def test_what_is_asked_beside_reading_and_never_answered_is_given_up(
    place: Place, monkeypatch: pytest.MonkeyPatch, expect_log: Expect, short: None, what: str
) -> None:
    await asked(place)
    monkeypatch.setattr(StandIn, what, never)
    expect_log("looking after deletions failed|the trial of its sign-in failed")
    place.wait(hours=25)
    place.platform.ask("t1", "Hello?")
    await place.read()
    assert place.thread().preview == "Hello?"
    assert state(place) is ChannelState.LIVE


async def test_reading_again_that_never_comes_to_its_end_is_given_up(
    place: Place, monkeypatch: pytest.MonkeyPatch, short: None
) -> None:
    await asked(place)
    pull = StandIn.pull

    def only_first(self: StandIn, *rest: Any) -> Any:
        return never() if self.is_second else pull(self, *rest)

    monkeypatch.setattr(StandIn, "pull", only_first)
    place.wait(hours=7)
    await place.read()
    assert state(place) is ChannelState.LIVE


async def test_an_answer_of_which_nothing_is_heard_any_more_is_looked_for_and_not_sent_twice(
    place: Place, monkeypatch: pytest.MonkeyPatch, short: None
) -> None:
    await asked(place)
    command = await place.reply("Yes.")
    monkeypatch.setattr(StandIn, "perform", never)
    await place.send()
    assert place.state(command) is Delivery.SENDING
    monkeypatch.setattr(StandIn, "reconcile", never)
    place.wait(minutes=1)
    await place.send()
    assert place.state(command) is Delivery.SENDING
    monkeypatch.undo()
    place.wait(minutes=1)
    await place.send()
    assert place.state(command) is Delivery.SENT
    assert [one["text"] for one in place.platform.posts] == ["Yes."]


async def test_what_is_sent_with_a_receipt_that_is_none_is_looked_for_and_found(
    place: Place, monkeypatch: pytest.MonkeyPatch, expect_log: Expect
) -> None:
    await asked(place)
    command = await place.reply("Yes.")
    perform = StandIn.perform

    async def forgets(self: StandIn, *rest: Any) -> Any:
        await perform(self, *rest)

    monkeypatch.setattr(StandIn, "perform", forgets)
    expect_log("the connector failed")
    await place.send()
    assert place.state(command) is Delivery.SENDING
    monkeypatch.undo()
    place.wait(minutes=1)
    await place.send()
    assert place.state(command) is Delivery.SENT
    assert [one["text"] for one in place.platform.posts] == ["Yes."]


@pytest.mark.parametrize("mistake", [wrong, never], ids=["wrong", "never"])
async def test_a_picture_that_a_connector_cannot_give_is_tried_again_later(
    place: Place, monkeypatch: pytest.MonkeyPatch, expect_log: Expect, short: None, mistake: Callable[..., Any]
) -> None:
    await asked(place)
    with place.engine.cache.change() as change:
        change.set_media_consent(ChannelId(1), on=True)
    picture = Attachment("image", "https://cdn.invalid/1.png")
    one = MessageSeen(
        "m9", "1", "t1", Kind.DM, ANN, "Look.", place.clock.now(), "", contact=ANN, attachments=(picture,)
    )
    place.platform.pages.append(((one,), "9", False))
    await place.read()
    monkeypatch.setattr(StandIn, "media", mistake)
    expect_log("the connector gave no picture")
    assert await place.engine.media.fetch_all(timedelta(seconds=1)) == 1
    assert (due := place.engine.media.next_due()) is not None
    assert due > place.clock.now()


async def test_a_picture_that_breaks_what_looks_at_it_costs_nothing_but_itself(
    place: Place, monkeypatch: pytest.MonkeyPatch, expect_log: Expect
) -> None:
    await asked(place)
    with place.engine.cache.change() as change:
        change.set_media_consent(ChannelId(1), on=True)
    picture = Attachment("image", "https://a..b/1.png")
    one = MessageSeen(
        "m9", "1", "t1", Kind.DM, ANN, "Look.", place.clock.now(), "", contact=ANN, attachments=(picture,)
    )
    place.platform.pages.append(((one,), "9", False))
    await place.read()
    monkeypatch.setattr(Fetcher, "fetch", wrong)
    expect_log("a picture could not be taken")
    assert await place.engine.media.fetch_all(timedelta(seconds=1)) == 1
    assert (due := place.engine.media.next_due()) is not None
    assert due > place.clock.now()


@pytest.mark.parametrize("mistake", [wrong, never], ids=["wrong", "never"])
async def test_a_line_that_does_not_close_keeps_no_channel_from_going_and_no_engine_from_ending(
    place: Place, monkeypatch: pytest.MonkeyPatch, expect_log: Expect, short: None, mistake: Callable[..., Any]
) -> None:
    await asked(place)
    expect_log("does not close")
    monkeypatch.setattr(StandIn, "close", mistake)
    await place.restart()
    assert place.engine.workers.session(ChannelId(1)) is not None
    await place.do(RemoveChannel(1, erase=False))
    await place.engine.decide_network()
    assert state(place) is ChannelState.DISCONNECTED


async def test_a_sign_out_that_never_ends_is_given_up(
    place: Place, monkeypatch: pytest.MonkeyPatch, short: None
) -> None:
    await asked(place)
    monkeypatch.setattr(StandIn, "sign_out", never)
    await place.do(RemoveChannel(1, erase=False))
    await place.engine.decide_network()
    assert state(place) is ChannelState.DISCONNECTED


async def test_a_sign_in_that_never_ends_is_refused_with_a_sentence(
    place: Place, monkeypatch: pytest.MonkeyPatch, expect_log: Expect, short: None
) -> None:
    monkeypatch.setattr(StandIn, "begin", never)
    expect_log("signing in failed")
    command = await place.do(ConnectChannel("standin"))
    await place.engine.decide_network()
    result = place.engine.cache.result(command)
    assert result is not None
    assert (result.outcome, result.sentence) == (
        "rejected",
        "SocialDesk could not sign in there. Nothing was changed; try again.",
    )


async def closed_lines(place: Place) -> int:
    while tasks := place.engine.beside.running():
        await asyncio.wait(tasks)
    return place.platform.closed


async def test_the_line_of_a_channel_that_rests_or_is_signed_in_again_is_closed(place: Place) -> None:
    await asked(place)
    assert place.engine.workers.session(ChannelId(1)) is not None
    await place.do(ConnectChannel("standin", again=ChannelId(1)))
    await place.engine.decide_network()
    assert await closed_lines(place) == 1
    assert place.engine.workers.session(ChannelId(1)) is not None
    await place.do(PauseChannel(ChannelId(1)))
    place.engine.workers.follow()
    assert await closed_lines(place) == 2
