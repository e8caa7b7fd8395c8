"""Gets an own message, gives the one line below it: what became of it and what can be done next; paints nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.look.numbers import number
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.delivery import Delivery
from socialdesk.model.message import Message
from socialdesk.model.stops import TooLate, TooLong, why
from socialdesk.support.values import value_class

tr = QCoreApplication.translate


class Tone(StrEnum):
    """How loud the line is: calm, a person should look, or nothing will happen without one."""

    CALM = "calm"
    SOON = "soon"
    OVER = "over"


class Step(StrEnum):
    """What can be done about an answer, one word each."""

    UNDO = "undo"
    SEND_NOW = "send_now"
    EDIT = "edit"
    CANCEL = "cancel"
    READ_AND_SEND = "read_and_send"
    LOOK = "look"
    ARRIVED = "arrived"
    SEND_AGAIN = "send_again"
    SIGN_IN = "sign_in"
    KEEP_AS_NOTE = "keep_as_note"
    SPLIT = "split"
    COMMENT = "comment"
    OPEN_PRIVATE = "open_private"
    TAKE_BACK = "take_back"
    HAPPENED = "happened"
    NOT_HAPPENED = "not_happened"
    APPROVE = "approve"
    IGNORE = "ignore"
    TRY_AGAIN = "try_again"


@dataclass(frozen=True, slots=True)
class Fate:
    """The line. `ring` is the share of the undo window that is left, None where there is none."""

    icon: str
    sentence: str
    tone: Tone = Tone.CALM
    steps: tuple[Step, ...] = ()
    ring: float | None = None


@value_class(frozen=True, slots=True)
class Around:
    """What is known of the others beside an answer: its place among what waits on its channel, 0 where it has none.

    `kept` answers wait there for a sign-in. `may_comment` says that there is a public thread with the same person.
    """

    place: int = 0
    kept: int = 0
    may_comment: bool = False


ALONE = Around()
UNDO_WINDOW = timedelta(seconds=10)


def words(step: Step) -> str:
    """The words of a step, as they stand in the line."""
    match step:
        case Step.UNDO:
            return tr("conversation", "Undo")
        case Step.SEND_NOW:
            return tr("conversation", "Send now")
        case Step.EDIT:
            return tr("conversation", "Edit")
        case Step.CANCEL:
            return tr("conversation", "Cancel")
        case Step.READ_AND_SEND:
            return tr("conversation", "Read and send")
        case Step.LOOK:
            return tr("conversation", "Look there")
        case Step.ARRIVED:
            return tr("conversation", "It arrived")
        case Step.SEND_AGAIN:
            return tr("conversation", "Send again")
        case Step.SIGN_IN:
            return tr("conversation", "Sign in")
        case Step.KEEP_AS_NOTE:
            return tr("conversation", "Keep as note")
        case Step.COMMENT:
            return tr("conversation", "Comment instead")
        case Step.OPEN_PRIVATE:
            return tr("conversation", "Open the messages")
        case Step.SPLIT:
            return tr("conversation", "Split…")
        case Step.TAKE_BACK:
            return tr("conversation", "Take back")
        case Step.HAPPENED:
            return tr("conversation", "It happened")
        case Step.NOT_HAPPENED:
            return tr("conversation", "It did not happen")
        case Step.APPROVE:
            return tr("conversation", "Approve")
        case Step.IGNORE:
            return tr("conversation", "Ignore")
        case Step.TRY_AGAIN:
            return tr("conversation", "Try again")


def _moment(at: datetime, now: datetime, clock: Callable[[datetime], str]) -> str:
    """A time of day, with its day when that is not today."""
    there, here = at.astimezone(), now.astimezone()
    if there.date() == here.date():
        return clock(at)
    day = QLocale().toString(QDate(there.year, there.month, there.day), "ddd d MMM")
    return f"{day} {clock(at)}"


def _in_line(place: int) -> str:
    """An answer that leaves when the network is back."""
    match place:
        case 0:
            return tr("conversation", "Waits for network")
        case 1:
            return tr("conversation", "Waits for network, first in line")
        case 2:
            return tr("conversation", "Waits for network, second in line")
        case 3:
            return tr("conversation", "Waits for network, third in line")
        case _:
            return tr("conversation", "Waits for network, number {place} in line").format(place=number(place))


def _for_sign_in(channel: str, kept: int) -> Fate:
    """An answer that leaves once somebody has signed in again."""
    said = tr("conversation", "{channel} wants a new sign-in.").format(channel=channel)
    if kept > 1:
        waiting = tr("conversation", "%n answer(s) wait.", "for a new sign-in", kept).replace(
            str(kept), number(kept), 1
        )
        said = f"{said} {waiting}"
    else:
        said = f"{said} {tr('conversation', 'Your answer is kept.')}"
    return Fate("key", said, Tone.OVER, (Step.SIGN_IN, Step.EDIT))


def _stopped(stop: TooLate | TooLong, channel: str, *, may_comment: bool) -> Fate:
    """An answer that was refused for what it is."""
    match stop:
        case TooLate(hours=hours):
            sentence = tr("conversation", "{channel} takes answers for {hours} h only. Nothing was sent.")
            said = sentence.format(channel=channel, hours=hours)
            steps = (Step.COMMENT, Step.KEEP_AS_NOTE) if may_comment else (Step.KEEP_AS_NOTE, Step.EDIT)
            return Fate("hourglass", said, Tone.SOON, steps)
        case TooLong(most=most):
            said = tr("conversation", "Longer than {most} characters. Nothing was sent.").format(most=number(most))
            return Fate("prohibit", said, Tone.OVER, (Step.SPLIT, Step.EDIT))


def _queued(
    message: Message, channel: Channel | None, now: datetime, clock: Callable[[datetime], str], around: Around
) -> Fate:
    """An answer that has not left: it can still be undone, has an hour of its own, or waits for its channel."""
    name = channel.name if channel is not None else ""
    state = channel.state if channel is not None else ChannelState.LIVE
    left = message.not_before - now if message.not_before is not None else timedelta(0)
    if timedelta(0) < left <= 3 * UNDO_WINDOW:
        seconds = -(-left // timedelta(seconds=1))
        sentence = tr("conversation", "Sends in {seconds} s").format(seconds=seconds)
        return Fate("", sentence, steps=(Step.UNDO, Step.SEND_NOW), ring=min(1.0, left / UNDO_WINDOW))
    if left > 3 * UNDO_WINDOW and message.not_before is not None:
        sentence = tr("conversation", "Leaves {moment}. If they write before, it asks you.")
        said = sentence.format(moment=_moment(message.not_before, now, clock))
        return Fate("clock", said, steps=(Step.SEND_NOW, Step.EDIT, Step.CANCEL))
    if state is ChannelState.PAUSED:
        sentence = tr("conversation", "Waits: {channel} is paused.").format(channel=name)
        return Fate("clock", sentence, steps=(Step.EDIT, Step.CANCEL))
    if state is ChannelState.BAD_CREDENTIALS:
        return _for_sign_in(name, around.kept)
    if state is ChannelState.OFFLINE:
        return Fate("clock", _in_line(around.place), steps=(Step.EDIT, Step.CANCEL))
    return Fate(
        "paper-plane-tilt", in_words(message.state_reason) or tr("conversation", "Goes out now"), steps=(Step.CANCEL,)
    )


def fate(
    message: Message,
    channel: Channel | None,
    now: datetime,
    clock: Callable[[datetime], str],
    around: Around = ALONE,
) -> Fate | None:
    """The line of an own message at `now`, None where there is nothing to tell. `clock` writes a time of day."""
    name = channel.name if channel is not None else ""
    reason = in_words(message.state_reason)
    needs_sign_in = channel is not None and channel.state is ChannelState.BAD_CREDENTIALS
    is_offline = channel is not None and channel.state is ChannelState.OFFLINE
    match message.state:
        case Delivery.QUEUED:
            return _queued(message, channel, now, clock, around)
        case Delivery.WAITING if needs_sign_in:
            return _for_sign_in(name, around.kept)
        case Delivery.WAITING if is_offline:
            return Fate("clock", _in_line(around.place), steps=(Step.EDIT, Step.CANCEL))
        case Delivery.WAITING if message.not_before is not None and message.not_before > now:
            # The platform said when it takes more.
            sentence = reason or tr("conversation", "{channel} allows more at {time}. It goes out by itself.").format(
                channel=name, time=clock(message.not_before)
            )
            return Fate("gauge", sentence, steps=(Step.CANCEL,))
        case Delivery.WAITING:
            sentence = reason or tr("conversation", "Waits for network")
            return Fate("clock", sentence, steps=(Step.EDIT, Step.CANCEL))
        case Delivery.SENDING:
            return Fate("paper-plane-tilt", tr("conversation", "Sending"))
        case Delivery.SENT if reason:
            return Fate("image-broken", reason, Tone.SOON)
        case Delivery.SENT:
            return Fate("check", tr("conversation", "Sent {time}").format(time=clock(message.created_at)))
        case Delivery.SEEN:
            return Fate("checks", tr("conversation", "Seen"))
        case Delivery.HELD if needs_sign_in:
            return _for_sign_in(name, around.kept)
        case Delivery.HELD:
            sentence = reason or tr("conversation", "Not sent: something new came in while you wrote.")
            return Fate("hand", sentence, Tone.SOON, (Step.READ_AND_SEND, Step.EDIT))
        case Delivery.UNKNOWN:
            sentence = reason or tr("conversation", "Connection broke. Not found on {channel}.").format(channel=name)
            return Fate("question", sentence, Tone.SOON, (Step.LOOK, Step.ARRIVED, Step.SEND_AGAIN))
        case Delivery.REJECTED if (stop := why(message.state_reason)) is not None:
            return _stopped(stop, name, may_comment=around.may_comment)
        case Delivery.REJECTED:
            sentence = reason or tr("conversation", "{channel} refused it. Nothing was sent.").format(channel=name)
            return Fate("prohibit", sentence, Tone.OVER, (Step.KEEP_AS_NOTE, Step.EDIT))
        case Delivery.RECEIVED | Delivery.CANCELED:
            return None
