from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.engine import waking
from socialdesk.engine.host import Engine
from socialdesk.engine.schedule import back_off
from socialdesk.model.channel import ChannelState
from socialdesk.model.command import AddNote, ConnectChannel, MarkDone, RemoveChannel, Reply, Snooze
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import MessageId
from socialdesk.model.message import Note
from socialdesk.model.thread import Status
from socialdesk.store.conversation import conversation
from socialdesk.store.errors import DiskFull
from socialdesk.support.clock import SystemClock
from socialdesk.support.lock import Taken
from socialdesk.support.pipe import Pipe, connect
from tests.engine.conftest import Dying
from tests.engine.desk_work import EVERYTHING, ME, Place, asked
from tests.engine.standin import OFFLINE, Died, Fault, OneConnector
from tests.patience import NEVER_S

pytestmark = pytest.mark.anyio


async def test_a_workspace_has_one_engine_at_a_time(place: Place) -> None:
    with pytest.raises(Taken):
        Engine(place.unlocked, place.clock, OneConnector(place.platform))


async def test_a_command_has_its_effect_once_though_the_process_died_before_the_commit(
    place: Place, dying: Dying
) -> None:
    thread = await asked(place)
    dying.at = "apply.before_commit"
    with pytest.raises(Died):
        await place.do(AddNote(thread.id, "Ask the shop."))
    await place.restart()

    place.engine.apply_pending()
    place.engine.apply_pending()

    notes = [one for one in conversation(place.engine.cache, thread.id, None, 9).entries if isinstance(one, Note)]
    assert [note.text for note in notes] == ["Ask the shop."]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The answer is empty. Nothing was sent."),
        (" \n ", "The answer is empty. Nothing was sent."),
        ("{date: date}", "The answer still has an unfilled blank. Nothing was sent; fill it and send again."),
    ],
)
async def test_an_answer_that_cannot_go_is_refused_with_a_sentence_and_leaves_nothing(
    place: Place, text: str, sentence: str
) -> None:
    thread = await asked(place)

    command = await place.reply(text)

    result = place.engine.cache.result(command)
    assert result is not None
    assert (result.outcome, result.sentence) == ("rejected", sentence)
    assert place.thread() == thread
    assert place.engine.cache.outbound(command) is None


async def test_a_snoozed_thread_comes_back_at_its_moment(place: Place) -> None:
    thread = await asked(place)
    await place.do(Snooze(thread.id, place.clock.now() + timedelta(hours=1)))
    assert place.thread().status is Status.SNOOZED

    place.wait(hours=1)
    place.engine.wake()

    assert place.thread().status is Status.OPEN
    assert place.engine.cache.next_wake() is None


async def test_of_many_that_come_back_at_one_moment_each_call_takes_some_and_everything_else_has_its_turn(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    await place.connect()
    for number in range(5):
        place.platform.ask(f"t{number}", "Is it in stock?")
    await place.read()
    monday = place.clock.now() + timedelta(hours=1)
    for thread in place.threads(EVERYTHING):
        await place.do(Snooze(thread.id, monday))
    monkeypatch.setattr(waking, "AT_ONCE", 2)
    place.wait(hours=1)

    for left in (3, 1, 0):
        assert place.engine.cache.next_wake() == monday
        place.engine.wake()
        asleep = [one for one in place.threads(EVERYTHING) if one.status is Status.SNOOZED]
        assert len(asleep) == left
    assert place.engine.cache.next_wake() is None


async def test_what_was_due_while_nothing_ran_is_back_after_the_restart_and_a_second_snooze_replaces_the_first(
    place: Place,
) -> None:
    thread = await asked(place)
    await place.do(Snooze(thread.id, place.clock.now() + timedelta(hours=1)))
    later = place.clock.now() + timedelta(days=2)
    await place.do(Snooze(thread.id, later))
    place.wait(hours=3)
    place.engine.wake()
    assert (place.thread().status, place.thread().snoozed_until) == (Status.SNOOZED, later)

    await place.engine.close()
    place.wait(days=5)
    await place.restart_from_closed()
    place.engine.wake()

    assert place.thread().status is Status.OPEN
    assert place.engine.cache.next_wake() is None
    told = place.engine.cache.ask("SELECT what FROM happening WHERE what = 'woke'")
    assert len(told) == 1


async def test_a_new_word_reopens_what_was_done(place: Place) -> None:
    thread = await asked(place)
    await place.do(MarkDone(thread.id))
    place.platform.ask("t1", "One more thing.")
    await place.read()

    assert place.thread().status is Status.OPEN


async def test_a_refused_sign_in_is_a_sentence_and_its_password_is_forgotten(place: Place) -> None:
    place.unlocked.secrets.put("pending:1", '{"password": "wrong"}')

    command = await place.do(ConnectChannel("standin", "", (), "pending:1"))
    await place.engine.decide_network()

    result = place.engine.cache.result(command)
    assert result is not None
    assert (result.outcome, result.sentence) == ("rejected", "That is not the right password.")
    assert place.unlocked.secrets.get("pending:1") is None
    assert place.engine.cache.channels() == []


async def test_a_removed_channel_leaves_no_sign_in_and_if_asked_no_threads(place: Place) -> None:
    await asked(place)
    channel = place.engine.cache.channels()[0].id
    command = await place.reply("Yes.", not_before=place.clock.now() + timedelta(hours=1))

    await place.do(RemoveChannel(channel, erase=True))
    await place.engine.decide_network()

    assert place.threads(EVERYTHING) == []
    assert place.engine.cache.channels() == []
    assert place.unlocked.secrets.get("channel:standin:brand") is None
    outbound = place.engine.cache.outbound(command)
    assert outbound is not None
    assert outbound.state is Delivery.CANCELED


async def test_a_channel_says_how_it_stands_and_recovers_by_itself(place: Place) -> None:
    await place.connect()
    place.platform.looks.append(OFFLINE)
    await place.read()
    (channel,) = place.engine.cache.channels()
    assert (channel.state, channel.state_reason) == (ChannelState.OFFLINE, "The stand-in cannot be reached.")

    place.platform.signed_out = True
    await place.read()
    assert place.engine.cache.channels()[0].state is ChannelState.BAD_CREDENTIALS

    place.platform.signed_out = False
    await place.read()
    (channel,) = place.engine.cache.channels()
    assert (channel.state, channel.state_reason) == (ChannelState.LIVE, "")


async def test_what_was_held_goes_out_when_the_sign_in_holds_again_by_itself(place: Place) -> None:
    await asked(place)
    place.platform.signed_out = True
    command = await place.reply("Yes.")
    await place.send()
    await place.read()
    assert place.state(command) is Delivery.HELD

    place.platform.signed_out = False
    await place.read()
    await place.send()

    assert place.state(command) is Delivery.SENT


async def test_a_poked_engine_applies_and_sends_at_once_and_ends_when_its_desktop_is_gone(tmp_path: Path) -> None:
    place = Place.at(tmp_path, clock=SystemClock())
    thread = await asked(place)
    running = asyncio.ensure_future(place.engine.run(until_alone=True))
    pipe = await reached(place)

    (given,) = place.desk.give(
        [Reply(thread.id, "Yes.", MessageId(thread.last_message_id), place.clock.now())], ME, place.clock.now()
    )
    pipe.tell({"poke": "commands"})
    async with asyncio.timeout(NEVER_S):
        while (outbound := place.engine.cache.outbound(given.id)) is None or outbound.state is not Delivery.SENT:
            assert (await pipe.next() or {})["poke"] in {"hello", "journal"}
    assert len(place.platform.posts) == 1
    await pipe.close()
    async with asyncio.timeout(NEVER_S):
        await running
    assert not place.unlocked.workspace.pipe.exists()
    await place.close()


async def test_an_engine_whose_desktop_never_said_a_word_does_not_stay_for_ever(place: Place) -> None:
    running = asyncio.ensure_future(place.engine.run(until_alone=True))
    async with asyncio.timeout(NEVER_S):
        while not place.unlocked.workspace.pipe.exists():  # noqa: ASYNC110 - a file tells nobody that it is there
            await asyncio.sleep(0.01)
        assert not running.done()
        place.wait(minutes=2)
        while not running.done():
            place.engine.poked.set()
            await asyncio.sleep(0.01)
    await running


async def test_an_engine_finishes_what_is_on_the_wire_before_it_ends(tmp_path: Path) -> None:
    place = Place.at(tmp_path, clock=SystemClock())
    await asked(place)
    started, gate = asyncio.Event(), asyncio.Event()

    def slow(_: object) -> object:
        started.set()
        return gate.wait()

    place.platform.on_perform = slow
    running = asyncio.ensure_future(place.engine.run())
    pipe = await reached(place)
    command = await place.reply("Yes.")
    pipe.tell({"poke": "commands"})
    await started.wait()

    place.engine.stop()
    ended, _ = await asyncio.wait([running], timeout=0.3)
    assert not ended
    gate.set()
    await running

    assert place.state(command) is Delivery.SENT
    await pipe.close()
    await place.close()


async def test_a_slow_platform_does_not_hold_up_what_a_person_does(tmp_path: Path) -> None:
    place = Place.at(tmp_path, clock=SystemClock())
    thread = await asked(place)
    gate = asyncio.Event()
    place.platform.on_perform = lambda _: gate.wait()
    running = asyncio.ensure_future(place.engine.run())
    pipe = await reached(place)
    await place.reply("Yes.")
    (given,) = place.desk.give([AddNote(thread.id, "Meanwhile.")], ME, place.clock.now())
    pipe.tell({"poke": "commands"})

    async with asyncio.timeout(NEVER_S):
        while place.engine.cache.result(given.id) is None:
            await pipe.next()

    gate.set()
    place.engine.stop()
    await running
    await pipe.close()
    await place.close()


async def test_an_engine_that_ends_breaks_off_what_is_beside_it_and_lets_go_of_everything_whatever_fails(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asked(place)
    command = await place.reply("Yes.")
    place.platform.on_perform = lambda _: asyncio.get_running_loop().create_future()
    (flying,) = place.engine.outbox.start_due()
    await asyncio.sleep(0)
    ended: list[str] = []

    async def slow(name: str) -> None:
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            await asyncio.sleep(0)
            ended.append(name)

    place.engine.beside.start("one", lambda: slow("one"))
    place.engine.beside.start("other", lambda: slow("other"))
    await asyncio.sleep(0)
    await place.engine.beside.end()
    assert ended == ["one", "other"]

    def full(*_: object) -> None:
        raise DiskFull(place.unlocked.workspace.cache, "The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(place.engine._pacing, "save", full)
        with pytest.raises(DiskFull):
            await place.engine.close()
    assert flying.cancelled()
    place.platform.on_perform = None
    await place.restart_from_closed()
    place.wait(seconds=30)
    await place.send()
    await place.send()
    assert place.state(command) is Delivery.SENT


@pytest.mark.parametrize("lost", ["DELETE FROM thread", "DELETE FROM send_attempt"])
@pytest.mark.parametrize("is_begun", [False, True], ids=["waiting", "begun"])
async def test_what_lost_its_rows_in_a_damaged_file_is_not_tried_for_ever(
    place: Place, dying: Dying, lost: str, is_begun: bool
) -> None:
    await asked(place)
    command = await place.reply("Yes.")
    if is_begun:
        dying.at = "dispatch.before_request"
        with pytest.raises(Died):
            await place.send()
        await place.restart()
    with place.engine.cache.driver() as db:
        pass
    db.execute(lost)

    place.wait(minutes=1)
    for _ in range(3):
        await place.send()
    assert place.engine.outbox.next_due() is None
    outbound = place.engine.cache.outbound(command)
    assert outbound is not None
    if is_begun:
        assert outbound.state is Delivery.UNKNOWN
    elif "thread" in lost:
        assert outbound.state is Delivery.CANCELED
    else:
        assert outbound.state is Delivery.SENT


async def test_faults_do_not_pile_up_attempts(place: Place) -> None:
    await asked(place)
    place.platform.faults.extend(Fault(OFFLINE) for _ in range(50))
    await place.reply("Yes.")
    for _ in range(3600):
        if (place.engine.outbox.next_due() or place.clock.now()) <= place.clock.now():
            await place.send()
        place.wait(seconds=1)

    assert len(place.platform.keys) < 20


def test_waits_grow_after_failures_and_end_at_five_minutes() -> None:
    waits = [back_off(failures, 1.0) for failures in range(1, 12)]
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(minutes=5)


async def reached(place: Place) -> Pipe:
    """The pipe of an engine that is about to listen."""
    async with asyncio.timeout(NEVER_S):
        # The file appears in its own time; nobody is there to tell.
        while (pipe := await connect(place.unlocked.workspace.pipe)) is None:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    return pipe
