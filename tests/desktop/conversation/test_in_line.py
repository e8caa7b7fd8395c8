"""What an answer tells of the others that wait with it, on a real file that changes beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.conversation.fate import Step
from socialdesk.desktop.places.conversation.place import Conversation
from socialdesk.model.channel import ChannelState
from socialdesk.model.command import CancelReply
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import CommandId, MessageId, PersonId, ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.stops import too_late
from socialdesk.model.thread import Kind, Thread
from socialdesk.store import in_line
from socialdesk.store.desk import Draft
from socialdesk.store.outbound import Outbound
from tests.desktop.conversation.world import NOW, World


@pytest.fixture
def place(world: World, qtbot: QtBot) -> Conversation:
    made = Conversation(world.bridge, UTC)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made


def waits(world: World, command: str, state: Delivery, ago: timedelta, later: timedelta = timedelta(0)) -> Message:
    """An answer of ours in the outbox, given so long ago."""
    given = NOW - ago
    with world.cache.change() as change:
        message = change.put_message(
            Message(
                MessageId(0), world.thread.id, None, Direction.OUT, "own", "Maya", "", command, given,
                state=state, command_id=CommandId(command), person_id=world.maya.id,
            ),
            world.channel.id,
            "1",
            NOW,
        )  # fmt: skip
        change.put_outbound(
            Outbound(
                CommandId(command), world.channel.id, world.thread.id, "answer", "", command, MessageId(0),
                given + later, given, PersonId(world.maya.id), message.id, state=state,
            )
        )  # fmt: skip
    return message


def stands(world: World, state: ChannelState) -> None:
    with world.cache.change() as change:
        change.set_channel_state(world.channel.id, state, "", NOW)
    world.told()


def said(place: Conversation) -> list[str]:
    found: list[str] = []
    for row in place.view.rows:
        line = place.view._painter._geometry.line_of(row.entry) if isinstance(row.entry, Message) else None
        if line is not None:
            found.append(line.sentence)
    return found


def test_the_place_in_the_line_stays_true_when_another_one_leaves(world: World, place: Conversation) -> None:
    world.says("Bonjour")
    for number, command in enumerate(("one", "two", "three")):
        waits(world, command, Delivery.WAITING if number else Delivery.QUEUED, timedelta(minutes=9 - number))
    waits(world, "tomorrow", Delivery.QUEUED, timedelta(minutes=20), later=timedelta(days=1))
    stands(world, ChannelState.OFFLINE)
    place.open(world.thread.id)
    assert [one.rpartition(", ")[2] for one in said(place)[1:]] == ["first in line", "second in line", "third in line"]

    with world.cache.change() as change:
        first = change.outbound(CommandId("one"))
        assert first is not None
        change.put_outbound(replace(first, state=Delivery.CANCELED))
    world.told()
    assert [one.rpartition(", ")[2] for one in said(place)[2:]] == ["first in line", "second in line"]


def test_a_lost_sign_in_tells_how_many_wait_for_it(world: World, place: Conversation) -> None:
    world.says("Bonjour")
    waits(world, "one", Delivery.HELD, timedelta(minutes=3))
    waits(world, "two", Delivery.QUEUED, timedelta(minutes=2))
    stands(world, ChannelState.BAD_CREDENTIALS)
    place.open(world.thread.id)
    assert all(one.startswith("Instagram wants a new sign-in. 2 ") for one in said(place))


def test_the_line_is_read_by_an_index(world: World) -> None:
    plan = " ".join(row[3] for row in world.cache.ask(f"EXPLAIN QUERY PLAN {in_line.STATEMENT}", (1, 1)))
    assert "outbound_due" in plan


def refused(world: World) -> Message:
    """A private answer that came too late."""
    world.says("Bonjour")
    return world.answers(
        "Un colis part demain.",
        world.maya,
        state=Delivery.REJECTED,
        state_reason=too_late(24),
        command_id=CommandId("late"),
        external_id=None,
    )


def in_public(world: World) -> Thread:
    """The same person once commented in public."""
    with world.cache.change() as change:
        return change.put_thread(
            replace(world.thread, id=ThreadId(0), kind=Kind.COMMENT, remote_id="public", last_in_at=NOW)
        )


def test_what_is_too_late_in_private_becomes_a_draft_of_the_public_thread(
    world: World, place: Conversation, qtbot: QtBot
) -> None:
    late, there = refused(world), in_public(world)
    world.told()
    place.open(world.thread.id)
    world.desk.set_draft(Draft(there.id, "reply", "Hello", NOW))
    line = place.view._painter._geometry.line_of(late)
    assert line is not None
    assert line.steps[0] is Step.COMMENT

    with qtbot.waitSignal(place.private_wanted) as opened:
        place.take_step(Step.COMMENT, late)
    assert opened.args == [there.id]
    draft = world.desk.draft(there.id, "reply")
    assert draft is not None
    assert draft.text == "Hello\n\nUn colis part demain."
    assert [one.command for one in world.desk.pending()] == [CancelReply(world.thread.id, CommandId("late"))]


def test_without_a_public_thread_nothing_is_offered_in_public(world: World, place: Conversation) -> None:
    late = refused(world)
    world.told()
    place.open(world.thread.id)
    line = place.view._painter._geometry.line_of(late)
    assert line is not None
    assert Step.COMMENT not in line.steps
