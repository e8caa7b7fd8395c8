"""Gets what was done on the platform to messages of a thread, gives the line below each: what it is, how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.places.conversation.fate import UNDO_WINDOW, Fate, Step, Tone
from socialdesk.model.channel import ChannelState
from socialdesk.model.command import CancelAct, DeleteOwn, EditOwn, Given, Like, SendNow
from socialdesk.model.delivery import CANCELABLE, Delivery
from socialdesk.model.failure import may_pass
from socialdesk.model.identifiers import CommandId, MessageId, ThreadId
from socialdesk.model.message import Entry, Message
from socialdesk.model.moderation import (
    LIKES,
    AnswerPrivately,
    BlockPerson,
    HideMessage,
    RemoveMessage,
    ReportMessage,
    act_of,
)
from socialdesk.store.outbound import Outbound

tr = QCoreApplication.translate
_ICONS = {
    "hide": "eye-slash",
    "unhide": "eye",
    "remove": "trash",
    "delete": "trash",
    "block": "prohibit",
    "unblock": "check",
    "report": "flag",
    "private": "lock-simple",
    "edit": "pencil-simple",
    "like": "heart",
    "unlike": "heart",
}
_SHOWN_AHEAD = (Delivery.QUEUED, Delivery.WAITING, Delivery.SENDING, Delivery.UNKNOWN)
"""Where a correction stands while its words are shown already; one that was refused shows what stands there."""


_UNDOES = {"unhide": "hide", "unblock": "block", "unlike": "like"}
_NEEDS_PERSON = (Delivery.REJECTED, Delivery.HELD, Delivery.UNKNOWN)
_WITH_WORDS = frozenset({"edit", "private", "report"})
"""Acts that carry words of ours, which may be what was refused."""


def newest(found: Iterable[Outbound], pending: Iterable[Given], thread: ThreadId) -> dict[MessageId, Outbound]:
    """Of each message the act that was given last, with what is pending here on top.

    What did not happen comes before what did, whichever was given last: who hides and blocks with one key must not
    read that the writer is blocked while everybody still reads the message.
    """
    acts = {one.command: one for one in found if one.message_id is not None}
    for given in pending:
        match given.command:
            case (
                HideMessage(thread=of, message=message)
                | RemoveMessage(thread=of, message=message)
                | BlockPerson(thread=of, message=message)
                | ReportMessage(thread=of, message=message)
                | AnswerPrivately(thread=of, message=message)
            ) as command if of == thread:
                acts.setdefault(given.id, _about_to(given, thread, message, act_of(command), command.not_before))
            case DeleteOwn(thread=of, message=message, not_before=leaves) if of == thread:
                acts.setdefault(given.id, _about_to(given, thread, message, "delete", leaves))
            case EditOwn(thread=of, message=message, text=text, not_before=leaves) if of == thread:
                acts.setdefault(given.id, replace(_about_to(given, thread, message, "edit", leaves), text=text))
            case Like(thread=of, message=message, on=on, not_before=leaves) if of == thread:
                about = _about_to(given, thread, message, "like" if on else "unlike", leaves or given.at)
                acts.setdefault(given.id, about)
            case SendNow(reply=act) if act in acts and acts[act].state in CANCELABLE:
                acts[act] = replace(acts[act], state=Delivery.QUEUED, state_reason="", not_before=given.at)
            case CancelAct(act=act) if act in acts and acts[act].state in CANCELABLE:
                del acts[act]
            case _:
                pass
    last: dict[tuple[MessageId, str], Outbound] = {}
    for one in sorted(acts.values(), key=lambda one: one.given_at):
        assert one.message_id is not None
        last[one.message_id, _UNDOES.get(one.act, one.act)] = one
    told: dict[MessageId, Outbound] = {}
    for (message, _), one in sorted(last.items(), key=lambda item: (item[1].state in _NEEDS_PERSON, item[1].given_at)):
        if one.act not in LIKES or one.state in _NEEDS_PERSON:  # else the heart at the message tells it
            told[message] = one
    return told


def corrected(entries: tuple[Entry, ...], acts: Mapping[MessageId, Outbound]) -> tuple[Entry, ...]:
    """The entries of a thread, those messages of ours that are being corrected with their new words."""
    ahead = {id_: one.text for id_, one in acts.items() if one.act == "edit" and one.state in _SHOWN_AHEAD}
    if not ahead:
        return entries
    return tuple(
        replace(one, text=ahead[one.id]) if isinstance(one, Message) and one.id in ahead else one for one in entries
    )


def line(
    one: Outbound, channel: str, now: datetime, by: str = "", at: str = "", *, state: ChannelState = ChannelState.LIVE
) -> Fate | None:
    """What stands below the message; None where nothing is left to tell. `by` and `at` say who did it and when.

    `state` is that of the channel: what it cannot do now is not being done.
    """
    icon, reason = _ICONS.get(one.act, "circle"), in_words(one.state_reason)
    match one.state:
        case Delivery.QUEUED if one.not_before > now:
            left = one.not_before - now
            sentence = _soon(one.act).format(channel=channel, seconds=-(-left // timedelta(seconds=1)))
            steps = (Step.UNDO, Step.EDIT) if one.act == "edit" else (Step.UNDO,)
            return Fate(icon, sentence, steps=steps, ring=min(1.0, left / UNDO_WINDOW))
        case Delivery.QUEUED if (kept := _kept(channel, state)) is not None:
            return kept
        case Delivery.QUEUED | Delivery.SENDING:
            return Fate(icon, reason or _doing(one.act).format(channel=channel))
        case Delivery.WAITING:
            return Fate("clock", reason or tr("conversation", "Waits for network"), steps=(Step.CANCEL,))
        case Delivery.SENT:
            sentence = _done(one.act).format(channel=channel)
            steps = (Step.TAKE_BACK,) if one.act in {"hide", "block"} else ()
            steps = (Step.OPEN_PRIVATE,) if one.act == "private" else steps
            if sentence and by:
                told = tr("conversation", "{what}, by {who}, {time}")
                sentence = told.format(what=sentence, who=by, time=at)
            return Fate(icon, sentence, steps=steps) if sentence else None
        case Delivery.UNKNOWN:
            steps = (Step.LOOK, Step.HAPPENED, Step.NOT_HAPPENED)
            return Fate("question", _with(_doing(one.act), channel, reason), Tone.SOON, steps)
        case Delivery.REJECTED | Delivery.HELD:
            steps = (Step.EDIT, Step.CANCEL) if one.act == "edit" else (Step.CANCEL,)
            if state is ChannelState.LIVE and may_pass(one.refusal, has_words=one.act in _WITH_WORDS):
                steps = (Step.TRY_AGAIN, *steps)
            return Fate("prohibit", _with(_not_done(one.act), channel, reason), Tone.OVER, steps)
        case _:
            return None


def waits(channel: str) -> Fate:
    """What stands below something that the public does not see before somebody of ours lets it."""
    said = tr("conversation", "Waits for your approval; on {channel} nobody else sees it yet").format(channel=channel)
    return Fate("hourglass", said, Tone.SOON, (Step.APPROVE, Step.IGNORE))


def decided(*, is_ignored: bool) -> str:
    """What was just decided of it, for the words that offer to take it back."""
    if is_ignored:
        return tr("conversation", "Ignored: the public does not see it.")
    return tr("conversation", "Approved: the public sees it.")


def _soon(act: str) -> str:
    return {
        "unhide": tr("conversation", "Shown to the public in {seconds} s"),
        "hide": tr("conversation", "Hidden from the public in {seconds} s"),
        "remove": tr("conversation", "Deleted on {channel} in {seconds} s"),
        "delete": tr("conversation", "Deleted on {channel} in {seconds} s"),
        "block": tr("conversation", "Blocked on {channel} in {seconds} s"),
        "report": tr("conversation", "Reported to {channel} in {seconds} s"),
        "private": tr("conversation", "Answered privately in {seconds} s; only they will read it"),
        "edit": tr("conversation", "Corrected on {channel} in {seconds} s"),
    }.get(act, tr("conversation", "Taken back in {seconds} s"))


def _doing(act: str) -> str:
    return {
        "hide": tr("conversation", "Hiding it on {channel}"),
        "unhide": tr("conversation", "Showing it again on {channel}"),
        "remove": tr("conversation", "Deleting it on {channel}"),
        "delete": tr("conversation", "Deleting it on {channel}"),
        "block": tr("conversation", "Blocking on {channel}"),
        "unblock": tr("conversation", "Letting them in again on {channel}"),
        "report": tr("conversation", "Reporting to {channel}"),
        "private": tr("conversation", "Sending the private answer"),
        "edit": tr("conversation", "Correcting it on {channel}"),
        "like": tr("conversation", "Liking it on {channel}"),
        "unlike": tr("conversation", "Taking the like back on {channel}"),
    }.get(act, "")


def _done(act: str) -> str:
    return {
        "hide": tr("conversation", "Hidden from the public on {channel}"),
        "remove": tr("conversation", "Deleted on {channel}"),
        "block": tr("conversation", "Blocked on {channel}"),
        "report": tr("conversation", "Reported to {channel}"),
        "private": tr("conversation", "Answered privately; the public sees nothing of it"),
        "edit": tr("conversation", "Corrected on {channel}"),
    }.get(act, "")


def _not_done(act: str) -> str:
    return {
        "hide": tr("conversation", "Not hidden on {channel}"),
        "unhide": tr("conversation", "Not shown again on {channel}"),
        "remove": tr("conversation", "Not deleted on {channel}"),
        "delete": tr("conversation", "Not deleted on {channel}"),
        "block": tr("conversation", "Not blocked on {channel}"),
        "unblock": tr("conversation", "Not let in again on {channel}"),
        "report": tr("conversation", "Not reported to {channel}"),
        "private": tr("conversation", "The private answer was not sent"),
        "edit": tr("conversation", "Not corrected on {channel}"),
        "like": tr("conversation", "Not liked on {channel}"),
        "unlike": tr("conversation", "The like was not taken back on {channel}"),
    }.get(act, "")


def _with(what: str, channel: str, why: str) -> str:
    """What was meant, and how the network or the engine says what became of it."""
    said = what.format(channel=channel)
    if not said or not why:
        return said or why
    return tr("conversation", "{what}. {why}", "two sentences, the second of a network").format(what=said, why=why)


def _kept(channel: str, state: ChannelState) -> Fate | None:
    """How an act waits whose time has come, while nothing goes to its channel."""
    match state:
        case ChannelState.PAUSED:
            said = tr("conversation", "Waits: {channel} is paused.").format(channel=channel)
        case ChannelState.BAD_CREDENTIALS:
            said = tr("conversation", "{channel} wants a new sign-in.").format(channel=channel)
        case ChannelState.OFFLINE:
            said = tr("conversation", "Waits for network")
        case _:
            return None
    return Fate("clock", said, Tone.SOON if state.needs_person else Tone.CALM, (Step.CANCEL,))


def _about_to(given: Given, thread: ThreadId, message: MessageId, act: str, not_before: datetime) -> Outbound:
    from socialdesk.model.identifiers import ChannelId

    return Outbound(
        command=CommandId(given.id),
        channel_id=ChannelId(0),
        thread_id=thread,
        act=act,
        target_remote_id="",
        text="",
        based_on=MessageId(0),
        not_before=not_before,
        given_at=given.at,
        person_id=given.person,
        message_id=message,
    )
