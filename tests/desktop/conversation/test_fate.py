from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from socialdesk.desktop.look import connector_words
from socialdesk.desktop.places.conversation.fate import ALONE, Around, Fate, Step, Tone, fate, words
from socialdesk.model import stops
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ChannelId, CommandId, MessageId, ThreadId
from socialdesk.model.message import Direction, Message

NOW = datetime(2026, 6, 17, 16, 43, tzinfo=UTC)
CHANNEL = Channel(ChannelId(1), "demo", "instagram", "Instagram", "ateliernord", "own", "", ChannelState.LIVE)
OWN = Message(
    MessageId(1), ThreadId(1), None, Direction.OUT, "own", "Maya", "", "Bonjour", NOW, command_id=CommandId("c")
)  # fmt: skip


def line(
    state: Delivery,
    reason: str = "",
    wait: timedelta | None = None,
    channel: Channel = CHANNEL,
    around: Around = ALONE,
) -> Fate | None:
    message = replace(OWN, state=state, state_reason=reason, not_before=None if wait is None else NOW + wait)
    return fate(message, channel, NOW, lambda at: f"{at:%H:%M}", around)


def told(found: Fate | None) -> tuple[str, Tone, tuple[Step, ...]]:
    assert found is not None
    return found.sentence, found.tone, found.steps


def test_an_answer_that_can_be_undone_counts_down() -> None:
    found = line(Delivery.QUEUED, wait=timedelta(seconds=7.2))

    assert told(found) == ("Sends in 8 s", Tone.CALM, (Step.UNDO, Step.SEND_NOW))
    assert found is not None
    assert found.ring == pytest.approx(0.72)


@pytest.mark.parametrize(
    ("state", "sentence", "tone", "steps"),
    [
        (Delivery.QUEUED, "Goes out now", Tone.CALM, (Step.CANCEL,)),
        (Delivery.WAITING, "Waits for network", Tone.CALM, (Step.EDIT, Step.CANCEL)),
        (Delivery.SENDING, "Sending", Tone.CALM, ()),
        (Delivery.SENT, "Sent 16:43", Tone.CALM, ()),
        (Delivery.SEEN, "Seen", Tone.CALM, ()),
        (
            Delivery.HELD,
            "Not sent: something new came in while you wrote.",
            Tone.SOON,
            (Step.READ_AND_SEND, Step.EDIT),
        ),
        (
            Delivery.UNKNOWN,
            "Connection broke. Not found on Instagram.",
            Tone.SOON,
            (Step.LOOK, Step.ARRIVED, Step.SEND_AGAIN),
        ),
        (
            Delivery.REJECTED,
            "Instagram refused it. Nothing was sent.",
            Tone.OVER,
            (Step.KEEP_AS_NOTE, Step.EDIT),
        ),
    ],
)
def test_every_fate_is_one_sentence_with_its_steps(
    state: Delivery, sentence: str, tone: Tone, steps: tuple[Step, ...]
) -> None:
    assert told(line(state)) == (sentence, tone, steps)


def test_what_is_refused_for_its_hour_or_its_length_says_so_with_what_is_left_to_do() -> None:
    late = told(line(Delivery.REJECTED, stops.too_late(24)))
    said = "Instagram takes answers for 24 h only. Nothing was sent."
    assert late == (said, Tone.SOON, (Step.KEEP_AS_NOTE, Step.EDIT))
    long = told(line(Delivery.REJECTED, stops.too_long(1000, 12)))
    assert long == ("Longer than 1,000 characters. Nothing was sent.", Tone.OVER, (Step.SPLIT, Step.EDIT))


def test_an_answer_that_is_too_long_can_be_split_in_every_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connector_words, "tr", lambda _context, text: f"fr: {text}")

    assert told(line(Delivery.REJECTED, stops.too_long(1000, 12)))[2] == (Step.SPLIT, Step.EDIT)


def test_an_answer_to_a_paused_channel_says_what_it_waits_for() -> None:
    found = line(Delivery.QUEUED, channel=replace(CHANNEL, state=ChannelState.PAUSED))

    assert told(found) == ("Waits: Instagram is paused.", Tone.CALM, (Step.EDIT, Step.CANCEL))


def test_the_engines_own_sentence_is_told_where_there_is_one() -> None:
    assert told(line(Delivery.REJECTED, "They left the network."))[0] == "They left the network."


def test_a_limit_of_the_platform_says_when_it_ends() -> None:
    assert told(line(Delivery.WAITING, wait=timedelta(minutes=22)))[0] == (
        "Instagram allows more at 17:05. It goes out by itself."
    )


def test_a_lost_sign_in_leads_to_signing_in() -> None:
    lost = replace(CHANNEL, state=ChannelState.BAD_CREDENTIALS)

    alone = "Instagram wants a new sign-in. Your answer is kept."
    for state in (Delivery.HELD, Delivery.QUEUED, Delivery.WAITING):
        assert told(line(state, channel=lost)) == (alone, Tone.OVER, (Step.SIGN_IN, Step.EDIT))
        assert told(line(state, channel=lost, around=Around(2, 3)))[0].startswith("Instagram wants a new sign-in. 3 ")


@pytest.mark.parametrize("state", [Delivery.QUEUED, Delivery.WAITING])
def test_without_a_network_an_answer_tells_its_place_in_the_line(state: Delivery) -> None:
    offline = replace(CHANNEL, state=ChannelState.OFFLINE)

    said = [told(line(state, channel=offline, around=Around(place))) for place in range(5)]
    assert {one[1:] for one in said} == {(Tone.CALM, (Step.EDIT, Step.CANCEL))}
    assert [one[0] for one in said] == [
        "Waits for network",
        "Waits for network, first in line",
        "Waits for network, second in line",
        "Waits for network, third in line",
        "Waits for network, number 4 in line",
    ]


def test_what_is_too_late_for_a_message_may_become_a_comment_where_there_is_a_public_thread() -> None:
    found = line(Delivery.REJECTED, stops.too_late(24), around=Around(may_comment=True))

    assert told(found)[2] == (Step.COMMENT, Step.KEEP_AS_NOTE)


def test_what_came_in_or_was_taken_back_has_no_line() -> None:
    assert line(Delivery.RECEIVED) is line(Delivery.CANCELED) is None


def test_every_step_has_words_of_its_own() -> None:
    assert len({words(step) for step in Step}) == len(Step)


def test_an_answer_for_later_says_when_it_leaves_and_that_it_asks_first() -> None:
    today = line(Delivery.QUEUED, wait=timedelta(hours=2))
    tomorrow = line(Delivery.QUEUED, wait=timedelta(hours=16))

    said = "Leaves 18:43. If they write before, it asks you."
    assert told(today) == (said, Tone.CALM, (Step.SEND_NOW, Step.EDIT, Step.CANCEL))
    assert tomorrow is not None
    assert tomorrow.sentence.startswith("Leaves Thu 18 Jun 08:43.")


def test_a_text_that_went_without_its_picture_says_so() -> None:
    found = line(Delivery.SENT, "Sent without it: The picture was not taken.")

    assert told(found) == ("Sent without it: The picture was not taken.", Tone.SOON, ())
