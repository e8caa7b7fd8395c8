"""A long answer leaves in parts: in order, each proven before the next, each with a fate of its own."""

from __future__ import annotations

from datetime import timedelta

import pytest

from socialdesk.model.capability import Idempotency
from socialdesk.model.command import CancelReply, Reply, SendNow
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import CommandId, MessageId
from socialdesk.model.thread import Thread
from tests.engine.conftest import Dying
from tests.engine.desk_work import ME, NOON, Place, asked
from tests.engine.standin import BROKEN_LINE, REFUSED, Died, Fault

pytestmark = pytest.mark.anyio


async def in_parts(place: Place, thread: Thread, *texts: str) -> list[CommandId]:
    replies = [
        Reply(thread.id, text, MessageId(thread.last_message_id), place.clock.now(), batch="b", part=number)
        for number, text in enumerate(texts, 1)
    ]
    given = place.desk.give(replies, ME, place.clock.now())
    place.engine.apply_pending()
    return [one.id for one in given]


def texts(place: Place) -> list[str]:
    return [one["text"] for one in place.platform.posts]


async def test_parts_leave_one_after_the_other(place: Place) -> None:
    thread = await asked(place)
    parts = await in_parts(place, thread, "One.", "Two.", "Three.")

    for left in (["One."], ["One.", "Two."], ["One.", "Two.", "Three."]):
        await place.send()
        assert texts(place) == left
    assert [place.state(one) for one in parts] == [Delivery.SENT] * 3
    assert place.engine.outbox.next_due() is None


async def test_a_refused_part_keeps_the_later_ones_back_and_offers_only_itself(place: Place) -> None:
    thread = await asked(place)
    one, two, three = await in_parts(place, thread, "One.", "Two.", "Three.")
    place.platform.faults.extend([Fault(carried_out=True), Fault(REFUSED)])
    for _ in range(4):
        await place.send()

    assert texts(place) == ["One."]
    assert [place.state(part) for part in (one, two, three)] == [Delivery.SENT, Delivery.REJECTED, Delivery.WAITING]
    assert place.standing(three)[1] == "Waits for part 2."
    assert place.engine.outbox.next_due() is None

    await place.do(SendNow(thread.id, two, MessageId(thread.last_message_id)))
    await place.send()
    await place.send()
    assert texts(place) == ["One.", "Two.", "Three."]


async def test_another_answer_does_not_wait_for_the_rest_of_a_stopped_one(place: Place) -> None:
    thread = await asked(place)
    await in_parts(place, thread, "One.", "Two.")
    place.platform.faults.append(Fault(REFUSED))
    await place.send()
    await place.reply("Something else.")
    await place.send()

    assert texts(place) == ["Something else."]


async def test_taking_a_part_back_holds_what_comes_after_it(place: Place) -> None:
    thread = await asked(place)
    one, two, three = await in_parts(place, thread, "One.", "Two.", "Three.")
    await place.do(CancelReply(thread.id, two))
    await place.send()
    await place.send()

    assert texts(place) == ["One."]
    assert place.standing(three)[0] is Delivery.HELD
    assert "part 2 was taken back" in place.standing(three)[1]

    await place.do(SendNow(thread.id, three, MessageId(thread.last_message_id)))
    await place.send()
    assert texts(place) == ["One.", "Three."]
    assert place.state(one) is Delivery.SENT


async def test_undo_takes_all_parts_back(place: Place) -> None:
    thread = await asked(place)
    parts = await in_parts(place, thread, "One.", "Two.", "Three.")
    for part in reversed(parts):
        await place.do(CancelReply(thread.id, part))
    await place.send()

    assert texts(place) == []
    assert [place.state(part) for part in parts] == [Delivery.CANCELED] * 3


async def test_the_fence_stops_a_part_and_reading_once_is_enough_for_the_rest(place: Place) -> None:
    thread = await asked(place)
    _, two, three = await in_parts(place, thread, "One.", "Two.", "Three.")
    await place.send()
    place.platform.ask("t1", "Never mind!")
    await place.read()
    await place.send()
    await place.send()
    assert texts(place) == ["One."]
    assert (place.state(two), place.state(three)) == (Delivery.HELD, Delivery.WAITING)

    newest = place.engine.cache.thread(thread.id)
    assert newest is not None
    await place.do(SendNow(thread.id, two, MessageId(newest.last_message_id)))
    await place.send()
    await place.send()
    assert texts(place) == ["One.", "Two.", "Three."]


@pytest.mark.crash
@pytest.mark.parametrize("idempotency", [Idempotency.CLIENT_KEY, Idempotency.NONE])
@pytest.mark.parametrize("instant", ["dispatch.after_intent", "dispatch.after_request", "dispatch.before_commit"])
async def test_each_part_is_proven_by_itself_after_a_crash(
    tmp_path_factory: pytest.TempPathFactory, dying: Dying, idempotency: Idempotency, instant: str
) -> None:
    place = Place.at(tmp_path_factory.mktemp("parts"), idempotency)
    thread = await asked(place)
    parts = await in_parts(place, thread, "One.", "Two.", "Three.")
    await place.send()
    dying.at = instant
    with pytest.raises(Died):
        await place.send()
    await place.restart()
    for _ in range(6):
        place.wait(minutes=2)
        await place.send()
        await place.read()

    said = texts(place)
    assert said == sorted(set(said), key=["One.", "Two.", "Three."].index)
    states = [place.state(part) for part in parts]
    if Delivery.UNKNOWN in states:  # no key, and nothing to be found: a person says what is true
        assert states == [Delivery.SENT, Delivery.UNKNOWN, Delivery.WAITING]
        assert said == ["One."]
    else:
        assert states == [Delivery.SENT] * 3
        assert said == ["One.", "Two.", "Three."]
    await place.close()


async def test_an_unknown_part_keeps_the_later_ones_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    place = Place.at(tmp_path_factory.mktemp("parts"), Idempotency.NONE)
    thread = await asked(place)
    parts = await in_parts(place, thread, "One.", "Two.")
    place.platform.faults.append(Fault(BROKEN_LINE, carried_out=False))
    for _ in range(5):
        await place.send()
        place.wait(minutes=2)

    assert [place.state(part) for part in parts] == [Delivery.UNKNOWN, Delivery.WAITING]
    assert texts(place) == []
    await place.close()


async def test_an_answer_for_later_lets_others_pass_and_goes_at_its_hour(place: Place) -> None:
    thread = await asked(place)
    later = await place.reply("Good morning!", not_before=NOON + timedelta(hours=20))
    await place.reply("Right away.")
    await place.send()
    assert texts(place) == ["Right away."]
    assert place.engine.outbox.next_due() == NOON + timedelta(hours=20)

    place.wait(hours=20)
    await place.send()
    assert texts(place) == ["Right away.", "Good morning!"]
    assert place.state(later) is Delivery.SENT
    assert thread.id


async def test_an_answer_for_later_is_stopped_as_soon_as_the_contact_writes(place: Place) -> None:
    await asked(place)
    later = await place.reply("Good morning!", not_before=NOON + timedelta(hours=20))
    place.platform.ask("t1", "I found it.")
    await place.read()
    await place.send()

    state, sentence = place.standing(later)
    assert state is Delivery.HELD
    assert "wrote again" in sentence
