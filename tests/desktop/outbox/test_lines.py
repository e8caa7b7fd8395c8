"""The lines of the outbox."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from socialdesk.desktop.places.outbox.lines import Act, Leaving, LineModel, acts_of, lines_of, sentence_of, state_words
from socialdesk.model.channel import ChannelState
from socialdesk.model.delivery import IN_OUTBOX, Delivery
from socialdesk.model.identifiers import CommandId, ThreadId

START = datetime(2025, 6, 13, 14, tzinfo=UTC)


def leaving(number: int, state: Delivery, sentence: str = "") -> Leaving:
    return Leaving(
        CommandId(str(number)),
        ThreadId(number),
        state,
        "Bluesky",
        "bluesky",
        f"Contact {number}",
        "Hello\n there",
        sentence,
        START + timedelta(minutes=number),
    )


def test_what_needs_a_person_is_first_and_each_part_is_in_order() -> None:
    found = [leaving(number, state) for number, state in enumerate([*sorted(IN_OUTBOX), Delivery.REJECTED])]
    lines = lines_of(found[::-1], START, UTC)

    said = [line.head or (line.leaving.state.value if line.leaving else "") for line in lines]
    assert said == ["Needs you", "held", "unknown", "rejected", "Leaves by itself", "queued", "sending", "waiting"]


def test_an_empty_outbox_has_no_heads() -> None:
    assert lines_of([], START, UTC) == []


@pytest.mark.parametrize(
    ("state", "acts"),
    [
        (Delivery.QUEUED, (Act.OPEN, Act.TAKE_BACK)),
        (Delivery.SENDING, (Act.OPEN,)),
        (Delivery.UNKNOWN, (Act.OPEN, Act.ARRIVED, Act.NOT_ARRIVED)),
        (Delivery.REJECTED, (Act.OPEN, Act.TAKE_BACK)),
    ],
)
def test_only_what_surely_has_not_left_can_be_taken_back(state: Delivery, acts: tuple[Act, ...]) -> None:
    assert acts_of(leaving(1, state)) == acts


@pytest.mark.parametrize("state", [*sorted(IN_OUTBOX), Delivery.REJECTED])
def test_every_state_has_words_and_a_sentence(state: Delivery) -> None:
    assert state_words(leaving(1, state))
    assert sentence_of(leaving(1, state)).endswith(".")
    assert sentence_of(leaving(1, state, "Ana must sign in again.")) == "Ana must sign in again."


def test_a_reader_hears_the_whole_line() -> None:
    model = LineModel()
    model.show(lines_of([leaving(1, Delivery.UNKNOWN, "Look on Bluesky.")], START, UTC))

    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Contact 1, Bluesky, 14:01, Outcome unknown, Hello there, Look on Bluesky."
    )
    assert model.index(0).flags() == Qt.ItemFlag.NoItemFlags


def test_what_was_given_on_another_day_has_its_date() -> None:
    (_, line) = lines_of([leaving(1, Delivery.WAITING)], START + timedelta(days=1), UTC)

    assert line.when == "13 Jun 14:01"


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (ChannelState.PAUSED, "Bluesky is paused. It goes out when the channel goes on."),
        (ChannelState.BAD_CREDENTIALS, "Bluesky wants a new sign-in. It goes out after that."),
        (ChannelState.OFFLINE, "Goes out by itself when the platform can be reached."),
    ],
)
def test_what_its_channel_keeps_up_is_not_said_to_go_out_in_a_few_seconds(state: ChannelState, sentence: str) -> None:
    one = replace(leaving(1, Delivery.QUEUED), of=state)

    assert (state_words(one), sentence_of(one)) == ("Waiting", sentence)


def test_what_leaves_at_its_hour_or_after_many_others_says_when() -> None:
    soon = replace(leaving(1, Delivery.QUEUED), not_before=START + timedelta(seconds=10))
    later = replace(leaving(2, Delivery.QUEUED), not_before=START + timedelta(hours=2))
    tomorrow = replace(leaving(3, Delivery.QUEUED), not_before=START + timedelta(days=1))
    _, *lines = lines_of([soon, later, tomorrow], START, UTC)

    said = [(state_words(one), sentence_of(one)) for line in lines if (one := line.leaving) is not None]
    assert said == [
        ("Held for undo", "Goes out in a few seconds."),
        ("Waiting", "Goes out by itself: 16:00."),
        ("Waiting", "Goes out by itself: 14 Jun 14:00."),
    ]
