"""Carries acts on what others wrote into the outbox, takes them back, and writes down what then stands there.

An act that has left is taken back by its opposite, under the name of the command that took it back.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from socialdesk.connectors.kit.contract import (
    Action,
    AnswerPrivately,
    BlockPerson,
    EditMessage,
    HideMessage,
    MuteThread,
    RemoveMessage,
)
from socialdesk.connectors.kit.contract import ReportMessage as Report
from socialdesk.engine.held import HELD
from socialdesk.engine.refusal import Refused
from socialdesk.model.command import CancelAct, Given
from socialdesk.model.delivery import CANCELABLE, Delivery
from socialdesk.model.identifiers import MessageId
from socialdesk.model.message import Direction, Message
from socialdesk.model.moderation import (
    NEEDS,
    OPPOSITE,
    STANDS,
    Moderation,
    ReportMessage,
    ReportReason,
    act_of,
)
from socialdesk.model.moderation import (
    AnswerPrivately as PrivateCommand,
)
from socialdesk.model.moderation import (
    BlockPerson as BlockCommand,
)
from socialdesk.model.moderation import (
    MuteThread as MuteCommand,
)
from socialdesk.model.saved_reply import has_hole
from socialdesk.model.text import first_line
from socialdesk.model.thread import Thread
from socialdesk.store.change import Change
from socialdesk.store.outbound import Outbound


def moderate(change: Change, given: Given, command: Moderation, thread: Thread) -> None:
    """Put an act into the outbox. Raises Refused."""
    if isinstance(command, MuteCommand):
        if command.there:
            put_act(change, given, thread, act_of(command), thread.remote_id, command.not_before)
        return
    message = _said(change, thread, command.message)
    thread, _ = change.spoken_in(thread, message.id)
    target = message.author_remote_id if isinstance(command, BlockCommand) else message.external_id or ""
    if not target:
        raise Refused("SocialDesk does not know who wrote that message. Nothing was done.")
    text = ""
    if isinstance(command, ReportMessage):
        text = f"{command.reason.value}\n{command.text.strip()}"
    if isinstance(command, PrivateCommand):
        text = command.text.strip()
        if not text or has_hole(text):
            raise Refused("There is nothing to send yet, or a blank is still open. Nothing was sent.")
    put_act(change, given, thread, act_of(command), target, command.not_before, text, message.id)


def take_back(change: Change, given: Given, command: CancelAct, thread: Thread) -> None:
    """Take an act back that waits, or send its opposite after one that has left. Raises Refused."""
    outbound = change.outbound(command.act)
    if outbound is None:
        raise Refused("That act is not known here any more.")
    if outbound.state is Delivery.CANCELED:
        return
    if outbound.state in CANCELABLE:
        change.put_outbound(replace(outbound, state=Delivery.CANCELED))
        show_like(change, outbound, thread, given.at, is_there=False)
        return
    opposite = OPPOSITE.get(outbound.act)
    if opposite is None:
        raise Refused("Too late: it has happened.")
    # What is on the wire or of unknown outcome is followed by its opposite: however it ended, the end is the same.
    if outbound.state is Delivery.UNKNOWN:
        change.put_outbound(replace(outbound, state=Delivery.CANCELED, state_reason=""))
    if outbound.message_id is not None:
        thread, _ = change.spoken_in(thread, outbound.message_id)
    put_act(change, given, thread, opposite, outbound.target_remote_id, given.at, "", outbound.message_id)
    show_like(change, outbound, thread, given.at, is_there=False)


def show_like(change: Change, outbound: Outbound, thread: Thread, at: datetime, *, is_there: bool) -> None:
    """Show a message liked or not, as a like or its opposite makes it where it `is_there`; other acts show nothing."""
    message = change.message(outbound.message_id) if outbound.message_id is not None else None
    if outbound.act in ("like", "unlike") and message is not None:
        is_liked = (outbound.act == "like") is is_there
        change.put_message(replace(message, is_liked=is_liked), thread.channel_id, None, at)


def stands_now(change: Change, outbound: Outbound, at: datetime, remote_id: str = "") -> None:
    """The platform has it: write down what stands there now; `remote_id` is what it calls the message now."""
    if outbound.act == "edit" and outbound.message_id is not None:
        _edited(change, outbound, outbound.message_id, at, remote_id)
    if outbound.act == "remove" and outbound.message_id is not None:
        message = change.message(outbound.message_id)
        if message is not None:
            change.put_message(replace(message, deleted_at=at), outbound.channel_id, None, at)
    if outbound.act in ("hide", "unhide"):
        # What waited for approval was decided by it.
        change.drop_public_act(outbound.channel_id, HELD, outbound.target_remote_id, outbound.thread_id)
    told = STANDS.get(outbound.act)
    if told is not None:
        what, stands = told
        key = (outbound.channel_id, what, outbound.target_remote_id)
        if stands:
            change.put_public_act(*key, at, outbound.person_id, outbound.thread_id)
        else:
            change.drop_public_act(*key, outbound.thread_id)
    detail = outbound.text.split("\n", 1)[0] if outbound.act == "report" else ""
    if outbound.act in NEEDS:
        change.add_happening(outbound.thread_id, at, outbound.person_id, f"platform:{outbound.act}", detail)


def _edited(change: Change, outbound: Outbound, id_: MessageId, at: datetime, remote_id: str) -> None:
    message = change.message(id_)
    if message is None:
        return
    twin = change.message_of(outbound.channel_id, remote_id) if remote_id else None
    if twin is not None and twin[0].id != message.id:
        # Where an edit has another id, it was read before this was written down: one message, not two.
        change.drop_message(twin[0])
    edited = replace(message, text=outbound.text, edited_at=at, external_id=remote_id or message.external_id)
    if edited.external_id != message.external_id:
        # What was read meanwhile may have told that nothing stands there any more under the old name.
        edited = replace(edited, deleted_at=None)
    change.put_message(edited, outbound.channel_id, None, at)
    thread = change.thread(message.thread_id)
    if thread is not None and thread.preview_is_own and message.created_at == thread.last_at:
        change.put_thread(replace(thread, preview=first_line(outbound.text)))


def is_overtaken(change: Change, outbound: Outbound) -> bool:
    """Whether newer words were given for the message of a correction: sent after them it would undo them."""
    if outbound.act != "edit" or outbound.message_id is None:
        return False
    edits = change.edits_of(outbound.thread_id, outbound.message_id)
    standing = [one.command for one in edits if one.state is not Delivery.CANCELED]
    return bool(standing) and standing[-1] != outbound.command


def to_action(outbound: Outbound, thread: Thread) -> Action | None:
    """The act as a connector takes it; None for one that is not of these."""
    command, target = outbound.command, outbound.target_remote_id
    match outbound.act:
        case "hide" | "unhide":
            return HideMessage(command, target, thread.remote_id, on=outbound.act == "hide")
        case "remove":
            return RemoveMessage(command, target, thread.remote_id)
        case "block" | "unblock":
            return BlockPerson(command, target, outbound.act == "block", thread.remote_id)
        case "report":
            reason, _, text = outbound.text.partition("\n")
            return Report(command, target, ReportReason(reason), text)
        case "private":
            return AnswerPrivately(command, target, thread.remote_id, outbound.text)
        case "edit":
            return EditMessage(command, target, thread.remote_id, thread.kind, outbound.text, thread.language)
        case "mute" | "unmute":
            return MuteThread(command, target, thread.kind, on=outbound.act == "mute")
        case _:
            return None


def _said(change: Change, thread: Thread, id_: MessageId) -> Message:
    message = change.message(id_)
    if message is None or message.external_id is None or message.thread_id != thread.id:
        raise Refused("That message is not on the platform.")
    if message.direction is Direction.OUT:
        raise Refused("That message is our own. Delete it instead.")
    if message.deleted_at is not None:
        raise Refused("That message is gone from the platform already. Nothing was done.")
    return message


def put_act(  # noqa: PLR0917 - the parts of one act
    change: Change,
    given: Given,
    thread: Thread,
    act: str,
    target: str,
    not_before: datetime,
    text: str = "",
    message: MessageId | None = None,
) -> None:
    """Put an act on a message, a person or a thread into the outbox of the thread's channel."""
    change.put_outbound(
        Outbound(
            command=given.id,
            channel_id=thread.channel_id,
            thread_id=thread.id,
            act=act,
            target_remote_id=target,
            text=text,
            based_on=MessageId(0),
            not_before=not_before,
            given_at=given.at,
            person_id=given.person,
            message_id=message,
        )
    )
