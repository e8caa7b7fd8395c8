"""What becomes of an act on the wire while its world changes: it is seen over there, or its channel goes for good."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import Intent, Receipt
from socialdesk.model.capability import Idempotency
from socialdesk.model.command import RemoveChannel, SendNow
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ChannelId, MessageId
from socialdesk.model.moderation import HideMessage
from tests.engine.desk_work import Place, asked
from tests.engine.standin import BROKEN_LINE, OFFLINE, REFUSED, Fault, StandIn

pytestmark = pytest.mark.anyio
WAYS = pytest.mark.parametrize(
    "error", [None, BROKEN_LINE, OFFLINE, REFUSED], ids=["sent", "open", "offline", "refused"]
)


@pytest.fixture(params=[Idempotency.NONE, Idempotency.CLIENT_KEY])
async def either(request: pytest.FixtureRequest, anyio_backend: str, tmp_path: Path) -> AsyncIterator[Place]:
    made = Place.at(tmp_path, request.param)
    yield made
    await made.close()


@WAYS
async def test_what_was_seen_there_while_it_was_on_its_way_stays_sent_however_its_request_ends(
    either: Place, error: Exception | None
) -> None:
    place = either
    await asked(place)

    async def is_seen(intent: Intent) -> None:
        place.platform.answer("t1", "Yes.", intent.key)
        place.wait(seconds=20)
        await place.read()

    place.platform.on_perform = is_seen if error else None
    place.platform.faults.extend([Fault(error)] if error else [])
    command = await place.reply("Yes.")
    await place.send()
    assert place.state(command) is Delivery.SENT
    place.wait(hours=1)
    assert await place.send() == 0
    assert [one["text"] for one in place.platform.posts] == ["Yes."]
    assert [one.text for one in place.messages(place.thread())] == ["Is it in stock?", "Yes."]


async def test_what_was_seen_there_while_it_was_looked_for_stays_sent(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asked(place)
    place.platform.faults.append(Fault(BROKEN_LINE, carried_out=True))
    command = await place.reply("Yes.")
    await place.send()

    async def finds_nothing_and_breaks(_: Intent) -> None:
        await place.read()
        raise REFUSED

    monkeypatch.setattr(place.engine.workers.session(ChannelId(1)), "reconcile", finds_nothing_and_breaks)
    await place.send()
    assert place.state(command) is Delivery.SENT


@WAYS
@pytest.mark.parametrize("is_answer", [True, False], ids=["answer", "hide"])
async def test_what_is_on_its_way_to_a_channel_that_is_erased_leaves_no_words_and_asks_nobody(
    place: Place, error: Exception | None, is_answer: bool
) -> None:
    thread = await asked(place)
    left, go = asyncio.Event(), asyncio.Event()

    async def waits() -> None:
        left.set()
        await go.wait()

    place.platform.on_perform = lambda _: waits()
    place.platform.faults.extend([Fault(error)] if error else [])
    hide = HideMessage(thread.id, MessageId(thread.last_message_id), place.clock.now())
    command = await place.reply("Yes.") if is_answer else await place.do(hide)
    (sending,) = place.engine.outbox.start_due()
    await left.wait()
    await place.do(RemoveChannel(1, erase=True))
    await place.engine.decide_network()
    go.set()
    await sending

    assert place.standing(command) == (Delivery.CANCELED if error else Delivery.SENT, "")
    assert place.engine.cache.ask("SELECT DISTINCT text, recipients FROM outbound") == [("", "[]")]
    place.wait(hours=1)
    assert await place.send() == 0


async def test_nothing_of_an_erased_channel_waits_for_somebody_to_settle_it(place: Place) -> None:
    await asked(place)
    place.platform.faults.append(Fault(REFUSED))
    refused = await place.reply("Yes.")
    await place.send()
    place.platform.faults.append(Fault(BROKEN_LINE))
    unknown = await place.reply("No.")
    await place.send()
    place.platform.looks.append(REFUSED)
    await place.send()
    assert (place.state(refused), place.state(unknown)) == (Delivery.REJECTED, Delivery.UNKNOWN)

    await place.do(RemoveChannel(1, erase=True))
    await place.engine.decide_network()
    assert {place.standing(one) for one in (refused, unknown)} == {(Delivery.CANCELED, "")}
    assert place.engine.cache.ask("SELECT DISTINCT text FROM outbound") == [("",)]


async def test_an_answer_whose_words_were_forgotten_is_not_sent_without_them(place: Place) -> None:
    thread = await asked(place)
    place.platform.faults.append(Fault(REFUSED))
    command = await place.reply("Yes.")
    await place.send()
    with place.engine.cache.change() as change:
        change.forget_words(thread.id, place.clock.now())
    again = await place.do(SendNow(thread.id, command, MessageId(thread.last_message_id)))
    result = place.engine.cache.result(again)
    assert result is not None
    assert (result.outcome, result.sentence) == ("rejected", "The answer is empty. Nothing was sent.")
    assert place.engine.cache.ask("SELECT text FROM outbound") == [("",)]


async def test_what_was_seen_there_in_other_words_before_its_receipt_came_is_one_message(
    tmp_path: Path, anyio_backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place.at(tmp_path, Idempotency.NONE)
    await asked(place)

    async def is_seen_first(self: StandIn, _: Intent) -> Receipt:
        # Its platform made a link in it shorter: nothing says yet whose answer this is.
        there = self.platform.answer("t1", "Yes: x.example/1")
        place.wait(seconds=20)
        await place.read()
        assert len(place.messages(place.thread())) == 3
        return Receipt(there, place.clock.now(), version="1")

    monkeypatch.setattr(StandIn, "perform", is_seen_first)
    command = await place.reply("Yes: https://www.x.example/one")
    await place.send()
    assert place.state(command) is Delivery.SENT
    assert len(place.messages(place.thread())) == 2
    await place.read()
    assert len(place.messages(place.thread())) == 2
    await place.close()
