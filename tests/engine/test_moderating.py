from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit import contract
from socialdesk.model.capability import Capabilities, Idempotency, Level, TextLimit, TextUnit
from socialdesk.model.command import CancelAct, Like, MarkDone, Reply, SendNow, SettleUnknown
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import CommandId, MessageId
from socialdesk.model.moderation import (
    AnswerPrivately,
    BlockPerson,
    HideMessage,
    Moderation,
    MuteThread,
    RemoveMessage,
    ReportMessage,
    ReportReason,
)
from socialdesk.model.thread import Kind, Status
from tests.engine.desk_work import Place, asked
from tests.engine.standin import BROKEN_LINE, REFUSED, Died, Fault, event_of

pytestmark = pytest.mark.anyio
UNDO = timedelta(seconds=10)


async def given(place: Place, kind: str) -> tuple[Moderation, CommandId]:
    """Do something to Ann's only message, or to who wrote it."""
    thread = place.thread()
    (message,) = [one.id for one in place.messages(thread) if one.author_remote_id == "ann"]
    leaves = place.clock.now() + UNDO
    acts: dict[str, Moderation] = {
        "hide": HideMessage(thread.id, message, leaves),
        "remove": RemoveMessage(thread.id, message, leaves),
        "block": BlockPerson(thread.id, message, leaves),
        "report": ReportMessage(thread.id, message, ReportReason.ABUSE, "She insults us.", leaves),
        "mute": MuteThread(thread.id, leaves, there=True),
    }
    return acts[kind], await place.do(acts[kind])


def there(place: Place) -> list[tuple[object, ...]]:
    """What stands on the platform because of us."""
    return place.engine.cache.ask("SELECT what, remote_id FROM public_act ORDER BY what, remote_id")


@pytest.mark.parametrize(
    ("kind", "stands"),
    [
        ("hide", [("hidden", "m1")]),
        ("remove", []),
        ("block", [("blocked", "ann")]),
        ("report", [("reported", "m1")]),
        ("mute", [("muted", "t1")]),
    ],
)
async def test_an_act_on_what_others_wrote_waits_for_its_undo_time_then_happens_once_and_is_written_down(
    place: Place, kind: str, stands: list[tuple[str, str]]
) -> None:
    await asked(place)
    _, command = await given(place, kind)
    await place.send()
    assert place.platform.acts == []

    place.wait(seconds=10)
    await place.send()
    await place.send()

    assert len(place.platform.acts) == 1
    assert place.standing(command)[0] is Delivery.SENT
    assert there(place) == stands
    if kind == "remove":
        assert place.messages(place.thread())[0].deleted_at is not None


@pytest.mark.parametrize("kind", ["hide", "remove", "block", "report", "mute"])
async def test_an_act_taken_back_within_its_undo_time_never_leaves(place: Place, kind: str) -> None:
    thread = await asked(place)
    _, command = await given(place, kind)
    place.wait(seconds=10)
    place.desk.give([CancelAct(thread.id, command)], place.engine.cache.people()[0].id, place.clock.now())

    await place.send()

    assert place.platform.acts == []
    assert place.standing(command)[0] is Delivery.CANCELED


@pytest.mark.parametrize("kind", ["hide", "block", "mute"])
async def test_an_act_that_has_left_is_taken_back_by_its_opposite(place: Place, kind: str) -> None:
    thread = await asked(place)
    _, command = await given(place, kind)
    place.wait(seconds=10)
    await place.send()

    await place.do(CancelAct(thread.id, command))
    await place.send()

    assert [getattr(act, "on", None) for act in place.platform.acts] == [True, False]
    assert there(place) == []


@pytest.mark.parametrize("kind", ["remove", "report"])
async def test_what_has_no_opposite_says_so_once_it_has_left(place: Place, kind: str) -> None:
    thread = await asked(place)
    _, command = await given(place, kind)
    place.wait(seconds=10)
    await place.send()

    too_late = await place.do(CancelAct(thread.id, command))

    result = place.engine.cache.result(too_late)
    assert result is not None
    assert (result.outcome, result.sentence) == ("rejected", "Too late: it has happened.")


@pytest.mark.parametrize(("carried_out", "times"), [(True, 1), (False, 2)])
async def test_a_lost_answer_is_looked_up_and_the_act_is_there_once(
    place: Place, *, carried_out: bool, times: int
) -> None:
    await asked(place)
    _, command = await given(place, "hide")
    place.platform.faults.append(Fault(BROKEN_LINE, carried_out=carried_out))
    place.wait(seconds=10)
    await place.send()
    assert place.standing(command)[0] is Delivery.SENDING

    place.wait(seconds=60)
    await place.send()

    assert place.standing(command)[0] is Delivery.SENT
    assert len(place.platform.acts) == 1
    assert len(place.platform.keys) == times
    assert there(place) == [("hidden", "m1")]


@pytest.mark.parametrize("public", [Idempotency.RESERVED_ID, Idempotency.NONE])
@pytest.mark.parametrize("messages", [Idempotency.CLIENT_KEY, Idempotency.NONE])
async def test_a_private_answer_is_repeated_by_the_promise_of_messages_and_not_of_the_public_thread(
    tmp_path: Path, public: Idempotency, messages: Idempotency
) -> None:
    place = Place.at(tmp_path)
    able = Capabilities(TextLimit(TextUnit.GRAPHEMES, 300), {"reply": Level.FULL, "reply_privately": Level.FULL})
    kinds = {Kind.COMMENT: replace(able, idempotency=public), Kind.DM: replace(able, idempotency=messages)}
    place.platform.changes = {"by_kind": kinds}
    await place.restart()
    await place.connect()
    place.platform.ask("t1", "Where is my order?")
    comment = replace(event_of(place.platform.said[0], Idempotency.NONE), kind=Kind.COMMENT)
    place.platform.pages.append(([comment], "1", False))
    await place.read()
    thread = place.thread()
    (message,) = [one.id for one in place.messages(thread)]
    command = await place.do(AnswerPrivately(thread.id, message, "Tell us its number, please.", place.clock.now()))
    place.platform.faults.append(Fault(BROKEN_LINE, carried_out=False))
    await place.send()
    place.wait(minutes=2)
    await place.send()
    place.wait(minutes=2)
    await place.send()

    is_safe = messages is Idempotency.CLIENT_KEY
    assert place.standing(command)[0] is (Delivery.SENT if is_safe else Delivery.UNKNOWN)
    assert len(place.platform.keys) == (2 if is_safe else 1)
    await place.close()


async def test_a_report_of_unknown_outcome_is_never_sent_twice_and_holds_no_answer_up(place: Place) -> None:
    thread = await asked(place)
    _, command = await given(place, "report")
    place.platform.faults.append(Fault(BROKEN_LINE))
    place.wait(seconds=10)
    await place.send()
    place.wait(seconds=60)
    await place.send()
    assert place.standing(command)[0] is Delivery.UNKNOWN
    assert "Look on the platform" in place.standing(command)[1]

    last = MessageId(place.thread().last_message_id)
    answer = await place.do(Reply(thread.id, "Please stay polite.", last, place.clock.now()))
    await place.send()
    assert place.state(answer) is Delivery.SENT
    await place.do(SettleUnknown(thread.id, command, arrived=True))

    assert there(place) == [("reported", "m1")]
    assert place.platform.acts == []


async def test_an_act_is_done_once_though_the_process_dies_right_after_it(place: Place, dying: object) -> None:
    await asked(place)
    _, command = await given(place, "block")
    place.wait(seconds=10)
    setattr(dying, "at", "dispatch.after_request")  # noqa: B010 - whatever ends the process here
    with pytest.raises(Died):
        await place.send()
    await place.restart()

    place.wait(seconds=60)
    await place.send()

    assert place.platform.acts == [
        contract.BlockPerson(command, "ann", on=True, thread_remote_id=place.thread().remote_id)
    ]
    assert there(place) == [("blocked", "ann")]


async def test_what_a_channel_cannot_do_is_refused_with_a_reason_and_nothing_leaves(place: Place) -> None:
    await asked(place)
    able = place.engine.cache
    session = place.engine.outbox._session(place.thread().channel_id)
    assert session is not None
    session.capabilities(place.thread().kind).levels["hide"] = Level.FORBIDDEN
    _, command = await given(place, "hide")
    place.wait(seconds=10)

    await place.send()

    assert place.platform.acts == []
    assert place.standing(command) == (Delivery.REJECTED, "This channel cannot do that here. Nothing was done.")
    assert able.outbox() != []


@pytest.mark.parametrize(
    ("kind", "fault", "ends"),
    [
        ("hide", REFUSED, Delivery.REJECTED),
        ("remove", REFUSED, Delivery.REJECTED),
        ("block", REFUSED, Delivery.REJECTED),
        ("report", REFUSED, Delivery.REJECTED),
        ("report", BROKEN_LINE, Delivery.UNKNOWN),
    ],
)
async def test_a_thread_that_was_done_with_by_an_act_that_did_not_happen_comes_back(
    place: Place, kind: str, fault: Exception, ends: Delivery
) -> None:
    thread = await asked(place)
    _, command = await given(place, kind)
    await place.do(MarkDone(thread.id))
    place.platform.faults.append(Fault(fault))
    place.wait(seconds=10)
    await place.send()
    place.wait(seconds=60)
    await place.send()

    assert place.standing(command)[0] is ends
    assert place.thread().status is Status.OPEN


async def test_a_muted_thread_stays_muted_whatever_the_platform_says(place: Place) -> None:
    await asked(place)
    _, block = await given(place, "block")
    _, mute = await given(place, "mute")
    place.platform.faults += [Fault(REFUSED), Fault(REFUSED)]
    place.wait(seconds=10)
    await place.send()

    assert {place.standing(one)[0] for one in (block, mute)} == {Delivery.REJECTED}
    assert place.engine.cache.counts()["muted"] == 1


async def test_our_own_and_what_is_gone_can_be_neither_hidden_nor_reported(place: Place) -> None:
    thread = await asked(place)
    await place.reply("Yes.")
    await place.send()
    own = next(one for one in place.messages(thread) if one.author_remote_id != "ann")

    refused = await place.do(HideMessage(thread.id, own.id, place.clock.now()))

    result = place.engine.cache.result(refused)
    assert result is not None
    assert result.sentence == "That message is our own. Delete it instead."


async def test_a_muted_thread_comes_back_only_when_it_is_unmuted(place: Place) -> None:
    thread = await asked(place)
    await place.do(MuteThread(thread.id, place.clock.now()))
    place.wait(seconds=60)
    place.platform.ask("t1", "Hello?")
    await place.read()
    assert place.thread().status is Status.MUTED
    assert place.engine.cache.counts()["muted"] == 1

    await place.do(MuteThread(thread.id, place.clock.now(), on=False))

    assert place.thread().status is Status.OPEN
    assert place.platform.acts == []


@pytest.mark.parametrize("kind", ["hide", "remove", "block", "report"])
async def test_what_was_refused_is_tried_again_when_somebody_says_so_and_happens_once(place: Place, kind: str) -> None:
    thread = await asked(place)
    _, command = await given(place, kind)
    place.platform.faults.append(Fault(REFUSED))
    place.wait(seconds=10)
    await place.send()
    refused = place.engine.cache.outbound(command)
    assert refused is not None
    assert (refused.state, refused.refusal) == (Delivery.REJECTED, "Invalid")

    await place.do(SendNow(thread.id, command, MessageId(0)))
    await place.send()
    await place.send()

    again = place.engine.cache.outbound(command)
    assert again is not None
    assert (again.state, again.refusal) == (Delivery.SENT, "")
    assert len(place.platform.acts) == 1


async def test_a_refused_like_is_not_shown_as_one_until_it_is_tried_again(place: Place) -> None:
    thread = await asked(place)
    (message,) = place.messages(thread)
    place.platform.faults.append(Fault(REFUSED))
    command = await place.do(Like(thread.id, message.id))
    assert place.messages(thread)[0].is_liked

    await place.send()
    assert place.standing(command)[0] is Delivery.REJECTED
    assert not place.messages(thread)[0].is_liked

    await place.do(SendNow(thread.id, command, MessageId(0)))
    await place.send()
    assert place.standing(command)[0] is Delivery.SENT
    assert place.messages(thread)[0].is_liked
