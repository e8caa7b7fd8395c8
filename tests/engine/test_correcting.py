"""An answer of ours is corrected on its network: after its time to undo, once, the newest words last."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import EditMessage, Intent, Receipt
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.capability import Capabilities, Idempotency, Level, TextLimit, TextUnit
from socialdesk.model.command import CancelAct, EditOwn, SettleUnknown
from socialdesk.model.delivery import Delivery
from socialdesk.model.event import MessageDeleted
from socialdesk.model.failure import FailureKind
from socialdesk.model.identifiers import CommandId, MessageId
from socialdesk.model.message import Direction, Message
from socialdesk.model.thread import Kind, Thread
from tests.engine.desk_work import Place, asked
from tests.engine.standin import BROKEN_LINE, Fault, StandIn, event_of

pytestmark = pytest.mark.anyio
UNDO = timedelta(seconds=10)
BEFORE, AFTER = "We open at nien.", "We open at nine."


async def answered(place: Place, text: str = BEFORE) -> tuple[Thread, Message]:
    """Ann has asked and was answered."""
    thread = await asked(place)
    await place.reply(text, thread)
    await place.send()
    return place.thread(), own(place)


def own(place: Place) -> Message:
    """Our only answer, as it is stored."""
    (found,) = [one for one in place.messages(place.thread()) if one.direction is Direction.OUT]
    return found


async def corrected(place: Place, message: Message, text: str = AFTER) -> CommandId:
    """Somebody writes other words."""
    return await place.do(EditOwn(message.thread_id, message.id, text, place.clock.now() + UNDO))


def sent(place: Place) -> list[str]:
    """The words that were put there, in their order."""
    return [act.text for act in place.platform.acts if isinstance(act, EditMessage)]


def state(place: Place, command: CommandId) -> Delivery:
    """Where a correction stands."""
    return place.standing(command)[0]


def found(place: Place, word: str) -> list[int]:
    """The messages that a search for a word finds."""
    return [
        row[0] for row in place.engine.cache.ask("SELECT rowid FROM message_fts WHERE message_fts MATCH ?", (word,))
    ]


async def test_the_words_stay_until_the_network_took_the_new_ones_and_the_old_ones_are_kept(place: Place) -> None:
    _, message = await answered(place)
    command = await corrected(place, message)
    await place.send()
    assert (sent(place), own(place).text) == ([], BEFORE)

    place.wait(seconds=10)
    await place.send()
    await place.send()

    assert sent(place) == [AFTER]
    (act,) = place.platform.acts
    assert isinstance(act, EditMessage)
    assert act.message_remote_id == message.external_id
    now = own(place)
    assert (now.text, now.edited_at, state(place, command)) == (AFTER, place.clock.now(), Delivery.SENT)
    assert place.thread().preview == AFTER
    assert place.engine.cache.ask("SELECT text FROM message_revision WHERE message_id = ?", (message.id,)) == [
        (BEFORE,)
    ]
    assert (found(place, "nien"), found(place, "nine")) == ([], [message.id])


async def test_one_taken_back_within_its_undo_time_never_leaves(place: Place) -> None:
    thread, message = await answered(place)
    command = await corrected(place, message)
    await place.do(CancelAct(thread.id, command))
    place.wait(seconds=10)
    await place.send()
    assert (sent(place), own(place).text, state(place, command)) == ([], BEFORE, Delivery.CANCELED)


async def test_one_that_has_left_is_not_taken_back(place: Place) -> None:
    thread, message = await answered(place)
    command = await corrected(place, message)
    place.wait(seconds=10)
    await place.send()
    result = place.engine.cache.result(await place.do(CancelAct(thread.id, command)))
    assert result is not None
    assert (result.outcome, result.sentence) == ("rejected", "Too late: it has happened.")


async def test_newer_words_take_the_place_of_those_that_wait(place: Place) -> None:
    _, message = await answered(place)
    first = await corrected(place, message, "We open at ten.")
    place.wait(seconds=5)
    await corrected(place, message)
    place.wait(seconds=10)
    await place.send()
    assert (sent(place), state(place, first), own(place).text) == ([AFTER], Delivery.CANCELED, AFTER)


async def test_older_words_of_an_open_outcome_are_not_sent_again_after_newer_ones(place: Place) -> None:
    _, message = await answered(place)
    first = await corrected(place, message, "We open at ten.")
    place.platform.faults.append(Fault(BROKEN_LINE, carried_out=False))
    place.wait(seconds=10)
    await place.send()
    assert state(place, first) is Delivery.SENDING

    await corrected(place, message)
    place.wait(minutes=5)
    await place.send()
    await place.send()

    assert (sent(place), state(place, first), own(place).text) == ([AFTER], Delivery.CANCELED, AFTER)


@pytest.mark.parametrize("carried_out", [True, False])
async def test_a_lost_answer_is_looked_up_and_the_words_are_there(place: Place, *, carried_out: bool) -> None:
    _, message = await answered(place)
    command = await corrected(place, message)
    place.platform.faults.append(Fault(BROKEN_LINE, carried_out=carried_out))
    place.wait(seconds=10)
    await place.send()
    place.wait(minutes=1)
    await place.send()
    assert (sent(place), state(place, command), own(place).text) == ([AFTER], Delivery.SENT, AFTER)


async def test_one_that_the_network_refuses_changes_nothing_and_says_why(place: Place) -> None:
    _, message = await answered(place)
    command = await corrected(place, message)
    refusal = failed(FailureKind.WINDOW_CLOSED, "It can no longer be edited. Nothing was done.", code="old")
    place.platform.faults.append(Fault(refusal, carried_out=False))
    place.wait(seconds=10)
    await place.send()
    assert place.standing(command) == (Delivery.REJECTED, "It can no longer be edited. Nothing was done.")
    assert (own(place).text, own(place).edited_at) == (BEFORE, None)


async def test_a_person_says_what_became_of_one_that_nobody_can_look_up(place: Place) -> None:
    thread, message = await answered(place)
    command = await corrected(place, message)
    with place.engine.cache.change() as change:
        outbound = change.outbound(command)
        assert outbound is not None
        change.put_outbound(replace(outbound, state=Delivery.UNKNOWN))
    await place.do(SettleUnknown(thread.id, command, arrived=True))
    assert own(place).text == AFTER


async def test_where_an_edit_has_another_name_it_is_one_message_though_it_was_read_first(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, message = await answered(place)
    perform = StandIn.perform

    async def renamed(session: StandIn, intent: Intent) -> Receipt:
        receipt = await perform(session, intent)
        return replace(receipt, remote_id="m9") if isinstance(intent.action, EditMessage) else receipt

    monkeypatch.setattr(StandIn, "perform", renamed)
    await corrected(place, message)
    posted = next(one for one in place.platform.posts if one["text"] == BEFORE)
    twin = replace(event_of(posted, place.platform.idempotency), remote_id="m9", text=AFTER, version="2", echo_key=None)
    old = MessageDeleted(message.external_id or "", place.clock.now())
    place.platform.pages.append(((twin, old), "with it", False))
    await place.read()
    assert any(one.deleted_at is not None for one in place.messages(place.thread()))
    place.wait(seconds=10)
    await place.send()
    assert (own(place).external_id, own(place).id, own(place).text) == ("m9", message.id, AFTER)
    assert own(place).deleted_at is None


async def test_what_is_read_afterwards_neither_doubles_nor_brings_the_old_words_back(place: Place) -> None:
    _, message = await answered(place)
    await place.read()
    old = next(one for one in place.platform.posts if one["text"] == BEFORE)
    as_it_was = event_of(old, place.platform.idempotency)
    await corrected(place, message)
    place.wait(seconds=10)
    await place.send()

    place.platform.pages.append(((as_it_was,), "late", False))
    await place.read()
    assert own(place).text == AFTER
    seen = replace(as_it_was, text=AFTER, version="2", edited_at=place.clock.now())
    place.platform.pages.append(((seen,), "later", False))
    await place.read()
    assert own(place).text == AFTER


@pytest.mark.parametrize(
    ("who", "text", "sentence"),
    [
        ("ann", AFTER, "Only own messages can be corrected."),
        ("us", "  ", "There is nothing to send yet, or a blank is still open. Nothing was sent."),
        ("nobody", AFTER, "That message is not on the platform."),
    ],
)
async def test_what_cannot_be_corrected_is_refused_with_its_reason(
    place: Place, who: str, text: str, sentence: str
) -> None:
    thread, message = await answered(place)
    theirs = next(one for one in place.messages(thread) if one.direction is Direction.IN)
    of = {"ann": theirs.id, "us": message.id, "nobody": MessageId(999)}[who]
    result = place.engine.cache.result(await place.do(EditOwn(thread.id, of, text, place.clock.now())))
    assert result is not None
    assert (result.outcome, result.sentence) == ("rejected", sentence)


async def test_a_channel_that_cannot_do_it_says_so_before_anything_leaves(tmp_path: Path) -> None:
    place = Place.at(tmp_path)
    able = Capabilities(TextLimit(TextUnit.GRAPHEMES, 300), {"reply": Level.FULL}, idempotency=Idempotency.CLIENT_KEY)
    place.platform.changes = {"by_kind": {Kind.DM: able}}
    await place.restart()
    _, message = await answered(place)
    command = await corrected(place, message)
    place.wait(seconds=10)
    await place.send()
    assert place.standing(command) == (Delivery.REJECTED, "This channel cannot do that here. Nothing was done.")
    assert (sent(place), own(place).text) == ([], BEFORE)
    await place.close()
