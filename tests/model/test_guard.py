from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from socialdesk.model.delivery import Delivery
from socialdesk.model.guard import Ask, FenceReason, Pass, is_window_open, may_send
from socialdesk.model.identifiers import CommandId, MessageId
from socialdesk.model.message import Direction, Message
from tests.model.builders import LEA, ME, at, message

MINE = CommandId("mine")
reply = message(9, 10, Direction.OUT, external_id=None, command_id=MINE, person_id=ME, state=Delivery.QUEUED)


def decide(*newer: Message) -> Pass | Ask:
    return may_send(MINE, MessageId(1), [*newer, reply])


def test_a_reply_goes_when_nothing_came_in_between() -> None:
    assert decide() == Pass()


def test_a_reply_stops_when_the_contact_wrote_meanwhile() -> None:
    again = message(2, 5)

    assert decide(again) == Ask(FenceReason.CONTACT_WROTE, again)


def test_a_reply_stops_when_a_colleague_answered_meanwhile() -> None:
    lea = message(2, 5, Direction.OUT, person_id=LEA, command_id=CommandId("lea"))

    assert decide(lea) == Ask(FenceReason.COLLEAGUE_ANSWERED, lea)


def test_a_reply_stops_when_the_brand_answered_from_another_app() -> None:
    native = message(2, 5, Direction.OUT)

    assert decide(native) == Ask(FenceReason.COLLEAGUE_ANSWERED, native)


def test_my_own_earlier_answer_does_not_stop_me() -> None:
    assert decide(message(2, 5, Direction.OUT, person_id=ME, command_id=CommandId("first"))) == Pass()


def test_what_a_colleague_has_not_sent_yet_does_not_stop_me() -> None:
    assert decide(replace(reply, id=MessageId(8), person_id=LEA, command_id=CommandId("lea"))) == Pass()


def test_what_was_deleted_again_does_not_stop_me() -> None:
    assert decide(message(2, 5, deleted_at=at(6))) == Pass()


def test_what_the_writer_had_seen_does_not_stop_him() -> None:
    assert decide(message(1, 0)) == Pass()


def test_a_window_is_open_until_its_very_end_and_for_ever_where_nobody_wrote() -> None:
    hour = timedelta(hours=1)

    assert [is_window_open(at(0), hour, at(minute)) for minute in (0, 59.999, 60, 61)] == [True, True, False, False]
    assert is_window_open(None, hour, at(0))
