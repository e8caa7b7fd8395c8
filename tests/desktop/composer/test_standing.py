from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from socialdesk.desktop.places.composer import words
from socialdesk.desktop.places.composer.standing import Answering, Mode, Why, came_meanwhile, standing
from socialdesk.model.capability import Capabilities, Level, Price, TextLimit, TextUnit
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ChannelId, MessageId, PersonId, ThreadId
from socialdesk.model.message import Direction, Message
from socialdesk.model.thread import Kind, Status, Thread

NOW = datetime(2026, 6, 13, 16, 43, tzinfo=UTC)
ASKED = NOW - timedelta(hours=2)
THREAD = Thread(
    ThreadId(1), ChannelId(1), Kind.DM, "r", "", None, "Camille", "c", Status.OPEN, ASKED, ASKED, None, ASKED, None
)


def answering(most: int = 300, **more: Any) -> Answering:
    return Answering(
        THREAD, None, Capabilities(TextLimit(TextUnit.GRAPHEMES, most, 3000), {"reply": Level.FULL}, **more)
    )


def why(text: str, mode: Mode = Mode.REPLY, blanks: int = 0, at: Answering | None = None) -> Why | None:
    return standing(text, mode, blanks, at or answering(), NOW).why_not


def test_a_plain_answer_may_leave() -> None:
    assert why("Bonjour") is None


def test_nothing_but_space_is_nothing() -> None:
    assert why(" \n ") is Why.EMPTY


def test_an_open_blank_or_a_field_holds_it_back() -> None:
    assert why("arrive jour", blanks=1) is Why.BLANKS
    assert why("Hello {first name}") is Why.HOLE


def test_length_is_counted_as_the_platform_counts_and_says_by_how_much() -> None:
    family = "👨‍👩‍👧"
    assert standing(family * 5, Mode.REPLY, 0, answering(5), NOW).may_leave
    too_long = standing(family * 7, Mode.REPLY, 0, answering(5), NOW)
    assert (too_long.why_not, too_long.length, too_long.over) == (Why.TOO_LONG, 7, 2)


@pytest.mark.parametrize(
    ("text", "mode", "mills", "said"),
    [
        ("Yes, from Monday", Mode.REPLY, 15, "16 / 300, costs up to $0.015"),
        ("See https://wool.example", Mode.REPLY, 200, "24 / 300, costs up to $0.20"),
        ("see WWW.wool.example", Mode.REPLY, 200, "20 / 300, costs up to $0.20"),
        ("  ", Mode.REPLY, None, "2 / 300"),
        ("x" * 301, Mode.REPLY, 15, "301 / 300, 1 too many"),
        ("See https://wool.example", Mode.NOTE, None, "24"),
    ],
)
def test_what_an_answer_costs_is_said_before_it_leaves(text: str, mode: Mode, mills: int | None, said: str) -> None:
    stands = standing(text, mode, 0, answering(price=Price(15, 200)), NOW)
    assert (stands.price_mills, words.counter(stands)) == (mills, said)
    assert words.short_counter(standing("Yes", Mode.REPLY, 0, answering(price=Price(15, 200)), NOW)) == "$0.015"


def test_a_note_has_no_limit_and_knows_no_fields() -> None:
    assert why("{x} " * 200, Mode.NOTE) is None


def test_a_closed_window_ends_answers_but_not_notes() -> None:
    closed = answering(reply_window=timedelta(hours=1))

    assert why("Bonjour", at=closed) is Why.WINDOW_CLOSED
    assert why("Bonjour", Mode.NOTE, at=closed) is None
    assert answering(reply_window=timedelta(hours=24)).window_closes_at == NOW + timedelta(hours=22)


def test_a_window_for_some_threads_alone_closes_only_those() -> None:
    only = answering(reply_window=timedelta(hours=1), reply_window_in="business:")
    assert (why("Bonjour", at=only), only.window_closes_at) == (None, None)

    there = replace(only, thread=replace(THREAD, remote_id="business:7:8"))
    assert (why("Bonjour", at=there), there.window_closes_at) == (Why.WINDOW_CLOSED, ASKED + timedelta(hours=1))
    told = words.obstacle(standing("Bonjour", Mode.REPLY, 0, there, NOW), there, Mode.REPLY)
    assert "1 h only" in told


def test_a_channel_that_takes_no_answers_says_so() -> None:
    mute = Answering(THREAD, None, Capabilities(TextLimit(TextUnit.BYTES, 10), {"reply": Level.FORBIDDEN}))

    assert why("Bonjour", at=mute) is Why.NOT_POSSIBLE


def message(number: int, direction: Direction, person: int | None = None, *, on_platform: bool = True) -> Message:
    return Message(
        MessageId(number), ThreadId(1), f"x{number}" if on_platform else None, direction, "a", "A", "", "…", NOW,
        state=Delivery.SENT, person_id=None if person is None else PersonId(person),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("newer", "stops"),
    [
        (message(5, Direction.IN), True),
        (message(5, Direction.OUT, 2), True),
        (message(5, Direction.OUT, None), True),
        (message(5, Direction.OUT, 1), False),
        (message(5, Direction.OUT, 2, on_platform=False), False),
        (message(4, Direction.IN), False),
    ],
    ids=["the contact", "a colleague", "the native app", "myself", "a colleague's that waits", "what was read"],
)
def test_the_fence_sees_who_spoke_meanwhile(newer: Message, stops: bool) -> None:
    assert (came_meanwhile((newer,), MessageId(4), 1) is not None) is stops


def test_whoever_has_not_begun_has_missed_nothing() -> None:
    assert came_meanwhile((message(5, Direction.IN),), None, 1) is None
