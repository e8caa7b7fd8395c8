"""The line below what somebody wrote that tells what was done to it on the network, or was not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from socialdesk.desktop.places.conversation.done_there import line, newest
from socialdesk.desktop.places.conversation.fate import Step, Tone
from socialdesk.model.channel import ChannelState
from socialdesk.model.command import Given, SendNow
from socialdesk.model.delivery import Delivery
from socialdesk.model.failure import FailureKind
from socialdesk.model.identifiers import ChannelId, CommandId, MessageId, PersonId, ThreadId
from socialdesk.store.outbound import Outbound

NOW = datetime(2026, 6, 17, 16, 43, tzinfo=UTC)
HIDE = Outbound(
    command=CommandId("hide"),
    channel_id=ChannelId(1),
    thread_id=ThreadId(1),
    act="hide",
    target_remote_id="m1",
    text="",
    based_on=MessageId(0),
    not_before=NOW,
    given_at=NOW,
    person_id=PersonId(1),
    message_id=MessageId(1),
)
BLOCK = replace(HIDE, command=CommandId("block"), act="block", target_remote_id="ann")
NO = "The network says no. Ask its support."


def told(*acts: Outbound) -> Outbound:
    return newest(acts, (), ThreadId(1))[MessageId(1)]


@pytest.mark.parametrize("state", [Delivery.REJECTED, Delivery.UNKNOWN, Delivery.HELD])
def test_of_a_message_that_was_hidden_and_its_writer_blocked_the_line_tells_what_did_not_happen(
    state: Delivery,
) -> None:
    hidden, blocked = replace(HIDE, state=Delivery.SENT), replace(BLOCK, state=Delivery.SENT)

    assert told(hidden, blocked) == blocked
    for failed, other in ((replace(HIDE, state=state), blocked), (replace(BLOCK, state=state), hidden)):
        assert told(failed, other) == told(other, failed) == failed


def test_what_was_refused_and_then_done_is_done() -> None:
    refused = replace(HIDE, state=Delivery.REJECTED)
    later = NOW + timedelta(minutes=1)
    again = replace(HIDE, command=CommandId("again"), state=Delivery.SENT, given_at=later)
    undone = replace(again, act="unhide")

    assert told(refused, again) == again
    assert told(refused, undone) == undone


@pytest.mark.parametrize(
    ("act", "begins"),
    [
        ("hide", "Not hidden on Instagram. "),
        ("unhide", "Not shown again on Instagram. "),
        ("remove", "Not deleted on Instagram. "),
        ("delete", "Not deleted on Instagram. "),
        ("block", "Not blocked on Instagram. "),
        ("unblock", "Not let in again on Instagram. "),
        ("report", "Not reported to Instagram. "),
        ("private", "The private answer was not sent. "),
    ],
)
def test_what_was_refused_says_what_it_was_and_the_network_s_reason(act: str, begins: str) -> None:
    found = line(replace(HIDE, act=act, state=Delivery.REJECTED, state_reason=NO), "Instagram", NOW)

    assert found is not None
    assert found.sentence == begins + NO
    assert found.tone is Tone.OVER


def test_an_open_outcome_says_of_which_act() -> None:
    found = line(replace(BLOCK, state=Delivery.UNKNOWN, state_reason="Look there."), "Instagram", NOW)

    assert found is not None
    assert found.sentence == "Blocking on Instagram. Look there."


@pytest.mark.parametrize(
    ("state", "sentence", "tone"),
    [
        (ChannelState.PAUSED, "Waits: Instagram is paused.", Tone.CALM),
        (ChannelState.BAD_CREDENTIALS, "Instagram wants a new sign-in.", Tone.SOON),
        (ChannelState.OFFLINE, "Waits for network", Tone.CALM),
    ],
)
def test_while_nothing_goes_to_the_channel_no_act_is_said_to_be_under_way(
    state: ChannelState, sentence: str, tone: Tone
) -> None:
    assert line(HIDE, "Instagram", NOW) != line(HIDE, "Instagram", NOW, state=state)
    found = line(HIDE, "Instagram", NOW, state=state)

    assert found is not None
    assert (found.sentence, found.tone, found.steps) == (sentence, tone, (Step.CANCEL,))
    still = line(replace(HIDE, not_before=NOW + timedelta(seconds=4)), "Instagram", NOW, state=state)
    assert still is not None
    assert still.steps == (Step.UNDO,), "its time to be taken back runs all the same"


@pytest.mark.parametrize(
    ("act", "kind", "steps"),
    [
        ("hide", FailureKind.PERMISSION_DENIED, (Step.TRY_AGAIN, Step.CANCEL)),
        ("remove", FailureKind.BUG, (Step.TRY_AGAIN, Step.CANCEL)),
        ("delete", FailureKind.INVALID, (Step.TRY_AGAIN, Step.CANCEL)),
        ("block", FailureKind.INVALID, (Step.TRY_AGAIN, Step.CANCEL)),
        ("like", FailureKind.INVALID, (Step.TRY_AGAIN, Step.CANCEL)),
        ("edit", FailureKind.PERMISSION_DENIED, (Step.TRY_AGAIN, Step.EDIT, Step.CANCEL)),
        ("edit", FailureKind.INVALID, (Step.EDIT, Step.CANCEL)),
        ("report", FailureKind.INVALID, (Step.CANCEL,)),
        ("hide", FailureKind.GONE, (Step.CANCEL,)),
        ("private", FailureKind.WINDOW_CLOSED, (Step.CANCEL,)),
        ("hide", "", (Step.CANCEL,)),
    ],
)
def test_what_was_refused_is_tried_again_where_the_refusal_may_pass(
    act: str, kind: str, steps: tuple[Step, ...]
) -> None:
    refused = replace(HIDE, act=act, state=Delivery.REJECTED, state_reason=NO, refusal=kind)
    found = line(refused, "Instagram", NOW)

    assert found is not None
    assert found.steps == steps
    paused = line(refused, "Instagram", NOW, state=ChannelState.PAUSED)
    assert paused is not None
    assert Step.TRY_AGAIN not in paused.steps, "nothing goes there now"


def test_what_is_tried_again_waits_to_leave_from_that_moment_on() -> None:
    refused = replace(HIDE, state=Delivery.REJECTED, state_reason=NO, refusal=FailureKind.PERMISSION_DENIED)
    again = Given(CommandId("go"), 1, NOW, PersonId(1), SendNow(ThreadId(1), HIDE.command, MessageId(0)))

    assert newest([refused], [again], ThreadId(1))[MessageId(1)].state is Delivery.QUEUED


def test_a_like_is_told_of_in_words_only_where_it_did_not_happen() -> None:
    hidden = replace(HIDE, state=Delivery.SENT)
    later = NOW + timedelta(minutes=1)
    like = replace(HIDE, command=CommandId("like"), act="like", given_at=later)

    assert told(hidden, replace(like, state=Delivery.SENT)) == hidden
    refused = replace(like, state=Delivery.REJECTED, state_reason=NO)
    assert told(hidden, refused) == refused
    found = line(refused, "Instagram", NOW)
    assert found is not None
    assert found.sentence == "Not liked on Instagram. " + NO
    for act in ("like", "unlike"):
        overruled = replace(like, command=CommandId("then"), act=act, given_at=later + timedelta(minutes=1))
        assert told(hidden, refused, overruled) == hidden
