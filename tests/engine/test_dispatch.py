from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import Answer, Intent
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.capability import Idempotency
from socialdesk.model.command import CancelReply, ConnectChannel, RemoveChannel, SendNow, SettleUnknown
from socialdesk.model.delivery import Delivery
from socialdesk.model.failure import FailureKind
from socialdesk.model.identifiers import MessageId
from socialdesk.model.thread import Status
from socialdesk.store.search import search
from tests.engine.conftest import Dying
from tests.engine.desk_work import EVERYTHING, NOON, Place, asked
from tests.engine.standin import BROKEN_LINE, LAG, OFFLINE, REFUSED, Died, Fault

pytestmark = pytest.mark.anyio


async def test_an_answer_waits_for_its_undo_window_and_is_then_posted_once(place: Place) -> None:
    await asked(place)
    command = await place.reply("Yes.", not_before=place.clock.now() + timedelta(seconds=10))
    assert await place.send() == 0

    place.wait(seconds=10)
    await place.send()
    await place.send()

    assert [one["text"] for one in place.platform.posts] == ["Yes."]
    assert place.state(command) is Delivery.SENT
    thread = place.thread()
    assert thread.status is Status.WAITING
    assert thread.waiting_since is None


async def test_an_answer_taken_back_on_the_desk_never_leaves_though_the_engine_had_not_read_it(place: Place) -> None:
    thread = await asked(place)
    command = await place.reply("Yes.", not_before=place.clock.now() + timedelta(seconds=10))
    place.wait(seconds=10)
    place.desk.give([CancelReply(thread.id, command)], place.engine.cache.people()[0].id, place.clock.now())

    await place.send()

    assert place.platform.posts == []
    assert place.state(command) is Delivery.CANCELED


async def test_an_answer_taken_back_no_longer_stands_as_the_newest_line_of_its_thread(place: Place) -> None:
    thread = await asked(place)
    command = await place.reply("Yes.", not_before=place.clock.now() + timedelta(seconds=10))
    assert place.thread().preview == "Yes."

    await place.do(CancelReply(thread.id, command))

    now = place.thread()
    assert (now.preview, now.preview_is_own) == (thread.preview, False)


async def test_an_answer_taken_back_is_not_found_by_its_words(place: Place) -> None:
    thread = await asked(place)
    command = await place.reply("Gribble.", not_before=place.clock.now() + timedelta(seconds=10))

    def found(words: str) -> list[int]:
        return [one.thread.id for one in search(place.engine.cache, words, place.clock.now()).hits]

    assert found("gribble") == [thread.id]
    assert found("is:open -gribble") == []
    await place.do(CancelReply(thread.id, command))
    assert found("gribble") == []
    assert found("is:open -gribble") == [thread.id]


async def test_what_has_left_cannot_be_taken_back(place: Place) -> None:
    thread = await asked(place)
    command = await place.reply("Yes.")
    await place.send()

    taken_back = await place.do(CancelReply(thread.id, command))

    result = place.engine.cache.result(taken_back)
    assert result is not None
    assert (result.outcome, result.sentence) == ("rejected", "Too late to take back: it has left.")


async def test_an_answer_past_an_unread_word_is_held_until_its_writer_has_read_it(place: Place) -> None:
    thread = await asked(place)
    place.platform.ask("t1", "Never mind, found it.")
    await place.read()
    command = await place.reply("Yes.", thread)

    await place.send()

    state, sentence = place.standing(command)
    assert state is Delivery.HELD
    assert "Ann Lee wrote again" in sentence
    assert place.platform.posts == []
    assert place.thread().status is Status.OPEN

    await place.do(SendNow(thread.id, command, MessageId(place.thread().last_message_id)))
    await place.send()
    assert place.state(command) is Delivery.SENT


async def test_the_fence_stands_as_well_when_an_answer_waited_for_the_network(place: Place) -> None:
    await asked(place)
    place.platform.faults.append(Fault(OFFLINE))
    command = await place.reply("Yes.")
    await place.send()
    assert place.state(command) is Delivery.WAITING
    place.platform.ask("t1", "Never mind, found it.")
    await place.read()

    place.wait(minutes=10)
    await place.send()

    assert place.state(command) is Delivery.HELD
    assert place.platform.posts == []


async def test_an_answer_waits_for_the_network_and_goes_out_by_itself(place: Place) -> None:
    await asked(place)
    place.platform.faults.append(Fault(OFFLINE))
    command = await place.reply("Yes.")
    await place.send()
    assert place.standing(command) == (Delivery.WAITING, "The stand-in cannot be reached.")

    place.wait(minutes=1)
    await place.send()

    assert place.state(command) is Delivery.SENT
    assert len(place.platform.posts) == 1


async def test_a_rate_limit_is_waited_for(place: Place) -> None:
    await asked(place)
    until = place.clock.now() + timedelta(minutes=7)
    place.platform.faults.append(Fault(failed(FailureKind.RATE_LIMITED, "Later.", retry_at=until)))
    command = await place.reply("Yes.")
    await place.send()

    place.wait(minutes=6, seconds=59)
    assert await place.send() == 0
    place.wait(seconds=1)
    await place.send()

    assert place.state(command) is Delivery.SENT


async def test_a_refused_answer_says_why_and_its_thread_is_open_again(place: Place) -> None:
    await asked(place)
    place.platform.faults.append(Fault(REFUSED))
    command = await place.reply("Yes.")

    await place.send()

    state, sentence = place.standing(command)
    assert state is Delivery.REJECTED
    assert "Change it and send again" in sentence
    assert place.thread().status is Status.OPEN
    place.wait(hours=1)
    assert await place.send() == 0


async def test_an_answer_is_held_while_the_sign_in_is_lost_and_goes_out_after_the_next_one(place: Place) -> None:
    await asked(place)
    place.platform.signed_out = True
    command = await place.reply("Yes.")
    await place.send()
    assert place.standing(command) == (Delivery.HELD, "Sign in again.")
    place.wait(hours=3)
    assert await place.send() == 0

    await place.connect()
    await place.read()
    await place.send()

    assert place.state(command) is Delivery.SENT
    assert len(place.platform.posts) == 1


async def test_an_answer_is_kept_when_its_channel_is_disconnected(place: Place) -> None:
    await asked(place)
    command = await place.reply("Yes.", not_before=place.clock.now() + timedelta(seconds=10))

    await place.do(RemoveChannel(place.engine.cache.channels()[0].id))
    await place.engine.decide_network()

    state, sentence = place.standing(command)
    assert state is Delivery.HELD
    assert "Connect it again" in sentence
    assert place.engine.outbox.next_due() is None


async def test_what_was_given_its_hour_keeps_it_though_its_channel_is_disconnected_and_connected_again(
    place: Place,
) -> None:
    await asked(place)
    later = await place.reply("On Monday.", not_before=place.clock.now() + timedelta(days=2))
    at_once = await place.reply("Yes.")
    await place.do(RemoveChannel(place.engine.cache.channels()[0].id))
    await place.engine.decide_network()
    assert (place.state(later), place.state(at_once)) == (Delivery.HELD, Delivery.HELD)

    place.wait(hours=1)
    await place.connect()
    await place.read()
    await place.send()
    assert [one["text"] for one in place.platform.posts] == ["Yes."]
    assert place.state(later) is Delivery.QUEUED
    (shown,) = [one for one in place.messages(place.thread()) if one.command_id == later]
    assert shown.not_before == NOON + timedelta(days=2)
    place.wait(days=2)
    await place.send()
    assert [one["text"] for one in place.platform.posts] == ["Yes.", "On Monday."]


@pytest.mark.parametrize("is_removed", [True, False])
async def test_what_waited_for_a_sign_in_leaves_only_after_what_was_said_meanwhile_is_read(
    place: Place, is_removed: bool
) -> None:
    await asked(place)
    (channel,) = place.engine.cache.channels()
    if is_removed:
        command = await place.reply("Yes.")
        await place.do(RemoveChannel(channel.id))
        await place.engine.decide_network()
    else:
        place.platform.signed_out = True
        command = await place.reply("Yes.")
        await place.send()
    assert place.state(command) is Delivery.HELD
    place.platform.ask("t1", "Never mind, I bought another one.")
    place.wait(hours=1)

    await place.do(ConnectChannel("standin", again=0 if is_removed else channel.id))
    await place.engine.decide_network()
    await place.send()
    assert place.state(command) is Delivery.QUEUED
    assert place.engine.outbox.next_due() is None, "nothing is due before the channel is read"
    await place.read()
    await place.send()
    state, sentence = place.standing(command)
    assert (state, place.platform.posts) == (Delivery.HELD, [])
    assert "wrote again" in sentence


@pytest.mark.parametrize("carried_out", [True, False])
async def test_an_open_outcome_is_looked_up_and_repeated_only_with_the_same_key(
    place: Place, carried_out: bool
) -> None:
    await asked(place)
    place.platform.faults.append(Fault(BROKEN_LINE, carried_out))
    command = await place.reply("Yes.")
    await place.send()
    assert place.state(command) is Delivery.SENDING

    await place.send()

    assert place.state(command) is Delivery.SENT
    assert len(place.platform.posts) == 1
    assert set(place.platform.keys) == {f"key-{command}"}
    assert len(place.platform.keys) == (1 if carried_out else 2)


async def test_a_repeat_that_surely_failed_leaves_the_question_open(place: Place) -> None:
    thread = await asked(place)
    place.platform.faults.extend([Fault(BROKEN_LINE), Fault(OFFLINE)])
    command = await place.reply("Yes.")
    await place.send()
    await place.send()

    taken_back = await place.do(CancelReply(thread.id, command))

    result = place.engine.cache.result(taken_back)
    assert result is not None
    assert result.outcome == "rejected"
    assert place.state(command) is Delivery.SENDING
    place.wait(minutes=5)
    await place.send()
    assert place.state(command) is Delivery.SENT


@pytest.fixture
async def keyless(anyio_backend: str, tmp_path: Path) -> Place:
    return Place.at(tmp_path, Idempotency.NONE)


async def test_without_keys_nothing_is_repeated_and_nothing_believed_before_it_could_show(keyless: Place) -> None:
    thread = await asked(keyless)
    keyless.platform.faults.append(Fault(BROKEN_LINE))
    command = await keyless.reply("Yes.")
    await keyless.send()

    keyless.wait(seconds=9)
    assert await keyless.send() == 0
    assert keyless.state(command) is Delivery.SENDING
    keyless.wait(seconds=1)
    await keyless.send()

    state, sentence = keyless.standing(command)
    assert state is Delivery.UNKNOWN
    assert "Look on the platform" in sentence
    keyless.wait(days=1)
    assert await keyless.send() == 0
    assert len(keyless.platform.keys) == 1
    assert keyless.thread().status is Status.OPEN

    await keyless.do(SettleUnknown(thread.id, command, arrived=False))
    assert keyless.state(command) is Delivery.CANCELED
    await keyless.close()


async def test_without_keys_an_answer_that_arrived_is_found(keyless: Place) -> None:
    await asked(keyless)
    keyless.platform.faults.append(Fault(BROKEN_LINE, carried_out=True))
    command = await keyless.reply("Yes.")
    await keyless.send()

    keyless.wait(seconds=10)
    await keyless.send()

    assert keyless.state(command) is Delivery.SENT
    assert len(keyless.platform.keys) == 1
    await keyless.close()


async def test_an_answer_seen_on_the_platform_completes_what_was_given_up_on(keyless: Place) -> None:
    await asked(keyless)
    keyless.platform.faults.append(Fault(BROKEN_LINE))
    command = await keyless.reply("Yes.")
    await keyless.send()
    keyless.wait(seconds=10)
    await keyless.send()
    assert keyless.state(command) is Delivery.UNKNOWN

    # It was stuck in a queue over there.
    keyless.platform.answer("t1", "Yes.")
    keyless.wait(seconds=10)
    await keyless.read()

    assert keyless.state(command) is Delivery.SENT
    assert [one.text for one in keyless.messages(keyless.thread())] == ["Is it in stock?", "Yes."]
    await keyless.close()


async def test_after_an_end_on_the_way_the_platform_gets_its_time_to_show_it(keyless: Place, dying: Dying) -> None:
    await asked(keyless)
    command = await keyless.reply("Yes.")
    dying.at = "dispatch.after_request"
    with pytest.raises(Died):
        await keyless.send()
    await keyless.restart()

    # The first look is early: the post counts as new for as long as the platform may hide it.
    await keyless.send()
    keyless.wait(seconds=LAG.total_seconds())
    await keyless.send()

    assert keyless.state(command) is Delivery.SENT
    assert len(keyless.platform.posts) == 1
    await keyless.close()


async def test_a_look_up_that_fails_is_made_again(place: Place) -> None:
    await asked(place)
    place.platform.faults.append(Fault(BROKEN_LINE, carried_out=True))
    place.platform.looks.extend([OFFLINE, BROKEN_LINE])
    command = await place.reply("Yes.")
    for _ in range(4):
        await place.send()
        place.wait(minutes=1)

    assert place.state(command) is Delivery.SENT
    assert len(place.platform.keys) == 1


async def test_a_mistake_of_the_connector_leaves_the_outcome_open_and_nothing_doubled(
    place: Place, expect_log: Callable[[str], None]
) -> None:
    expect_log("the connector failed")
    await asked(place)
    place.platform.faults.append(Fault(KeyError("uri"), carried_out=True))
    command = await place.reply("Yes.")

    await place.send()
    await place.send()

    assert place.state(command) is Delivery.SENT
    assert len(place.platform.posts) == 1


async def test_answers_of_one_thread_keep_their_order_and_threads_do_not_wait_for_each_other(place: Place) -> None:
    await asked(place)
    place.platform.ask("t2", "And me?")
    await place.read()
    one, other = sorted((thread for thread in place.threads(EVERYTHING)), key=lambda thread: thread.remote_id)
    gate, passed = asyncio.Event(), asyncio.Event()

    def slow(intent: Intent) -> object:
        assert isinstance(intent.action, Answer)
        if intent.action.text == "First.":
            return gate.wait()
        passed.set()
        return None

    place.platform.on_perform = slow
    await place.reply("First.", one)
    place.wait(seconds=1)
    await place.reply("Second.", one)
    await place.reply("To you.", other)

    started = place.engine.outbox.start_due()
    await passed.wait()
    assert [post["text"] for post in place.platform.posts] == ["To you."]
    gate.set()
    await asyncio.gather(*started)
    await place.send()

    assert [post["text"] for post in place.platform.posts] == ["To you.", "First.", "Second."]
