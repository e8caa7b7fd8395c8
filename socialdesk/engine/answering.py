"""Carries answers, likes and deletions of own messages into the outbox, takes them back, and settles their fate.

Nothing of it needs the network: what leaves is sent by whoever dispatches the outbox.
"""

from __future__ import annotations

from dataclasses import replace

from socialdesk.engine import moderating
from socialdesk.engine.parts import hold_behind, read_up_to
from socialdesk.engine.refusal import Refused
from socialdesk.model.answering_all import everybody, picked
from socialdesk.model.command import DeleteOwn, EditOwn, Given, Like, Reply, SendNow, SettleUnknown
from socialdesk.model.delivery import CANCELABLE, Delivery
from socialdesk.model.identifiers import CommandId, MessageId
from socialdesk.model.message import Attachment, Direction, Message
from socialdesk.model.saved_reply import has_hole
from socialdesk.model.thread import Thread
from socialdesk.store.change import Change
from socialdesk.store.outbound import Outbound
from socialdesk.store.witness import LOST_TRACK


def answer(change: Change, given: Given, command: Reply, thread: Thread, tried: int) -> None:
    """Prepare an answer: a message that waits its turn, and its outbound row. Raises Refused.

    `tried` tells how often it was tried by a file that was lost meanwhile.
    """
    if has_hole(command.text):
        raise Refused("The answer still has an unfilled blank. Nothing was sent; fill it and send again.")
    if not command.text.strip() and not command.pictures:
        raise Refused("The answer is empty. Nothing was sent.")
    target = _target(change, thread, command.parent)
    there, merge = change.spoken_in(thread, target.id)
    everyone = picked(everybody(target), command.goes_to) if command.to_all else ()
    known = {one.address.lower() for one in everyone}
    if command.to_all and not (everyone and known.issuperset(one.lower() for one in command.goes_to)):
        # Rather nothing than to fewer people than were shown.
        raise Refused("It is not known any more who had that message. Nothing was sent; answer its writer alone.")
    message = Message(
        id=MessageId(0),
        thread_id=thread.id,
        external_id=None,
        direction=Direction.OUT,
        author_remote_id="",
        author_name=change.name_of(given.person),
        author_handle="",
        text=command.text,
        created_at=given.at,
        state=Delivery.QUEUED,
        not_before=command.not_before,
        command_id=given.id,
        person_id=given.person,
        parent_external_id=target.external_id,
        attachments=tuple(Attachment("image", "", one.alt, one.media_type, one.size_bytes) for one in command.pictures),
        recipients=everyone,
    )
    if tried:
        # It was applied and tried before, by a file that was lost: it may be there already.
        message = replace(message, state=Delivery.UNKNOWN, state_reason=LOST_TRACK, not_before=None)
    message = change.put_message(message, there.channel_id, "", given.at)
    if merge:
        change.belongs_to(message.id, merge)
    change.put_outbound(
        Outbound(
            command=given.id,
            state=message.state,
            state_reason=message.state_reason,
            tries=tried,
            channel_id=there.channel_id,
            thread_id=thread.id,
            act="answer",
            target_remote_id=target.external_id or "",
            text=command.text,
            based_on=command.based_on,
            not_before=command.not_before,
            given_at=given.at,
            person_id=given.person,
            message_id=message.id,
            batch=command.batch,
            part=command.part,
            pictures=command.pictures,
            recipients=everyone,
        )
    )
    # What a rule laid ready for this answer has been used, or was not wanted.
    change.take_away(thread.id)


def _target(change: Change, thread: Thread, parent: MessageId | None) -> Message:
    """The message to answer: the one named, else the contact's newest, else the newest at all."""
    if parent is not None:
        named = change.message(parent)
        if named is not None and named.external_id:
            return named
    known = [message for message in change.newer_messages(thread.id, MessageId(0)) if message.external_id]
    theirs = [message for message in known if message.direction is Direction.IN and message.deleted_at is None]
    candidates = theirs or known
    if not candidates:
        raise Refused("There is no message on the platform that this could answer.")
    return max(candidates, key=lambda message: (message.created_at, message.id))


def _outbound(change: Change, command: CommandId) -> Outbound:
    found = change.outbound(command)
    if found is None:
        raise Refused("That answer is not known here any more.")
    return found


def cancel(change: Change, command: CommandId) -> None:
    """Take an answer back that has not left. Raises Refused."""
    outbound = _outbound(change, command)
    if outbound.state is Delivery.CANCELED:
        return
    if outbound.state not in CANCELABLE:
        raise Refused("Too late to take back: it has left.")
    change.put_outbound(replace(outbound, state=Delivery.CANCELED))
    change.set_message_state(outbound, Delivery.CANCELED, "", None)
    hold_behind(change, outbound)


def send_now(change: Change, command: SendNow, given: Given) -> None:
    """Let an answer or another act leave that waits, was held or was refused. Raises Refused."""
    outbound = _outbound(change, command.reply)
    if outbound.state not in (Delivery.QUEUED, Delivery.WAITING, Delivery.HELD, Delivery.REJECTED):
        raise Refused("That answer has left already.")
    if outbound.act == "answer" and not outbound.text.strip() and not outbound.pictures:
        # Its words were forgotten, as those of all threads that were done long ago.
        raise Refused("The answer is empty. Nothing was sent.")
    change.put_outbound(
        replace(
            outbound,
            state=Delivery.QUEUED,
            state_reason="",
            refusal="",
            not_before=given.at,
            based_on=command.based_on,
        )
    )
    if (thread := change.thread(outbound.thread_id)) is not None:
        moderating.show_like(change, outbound, thread, given.at, is_there=True)
    change.set_message_state(outbound, Delivery.QUEUED, "", given.at)
    read_up_to(change, outbound, command.based_on)


def settle(change: Change, command: SettleUnknown, given: Given) -> None:
    """Write down what somebody found out about an answer of unknown outcome. Raises Refused."""
    outbound = _outbound(change, command.reply)
    if outbound.state is not Delivery.UNKNOWN:
        raise Refused("What became of that answer is known by now.")
    state = Delivery.SENT if command.arrived else Delivery.CANCELED
    change.put_outbound(replace(outbound, state=state, state_reason=""))
    change.set_message_state(outbound, state, "", None)
    if command.arrived and outbound.act != "answer":
        moderating.stands_now(change, outbound, given.at)


def on_own(change: Change, given: Given, command: DeleteOwn | EditOwn, thread: Thread) -> None:
    """Prepare the deletion of a message of ours, or other words for it. Raises Refused."""
    if isinstance(command, EditOwn):
        _edit(change, given, command, thread)
    else:
        on_message(change, given, thread, command.message, "delete")


def _edit(change: Change, given: Given, command: EditOwn, thread: Thread) -> None:
    """Prepare other words for a message of ours; the old ones stay until the platform took them. Raises Refused."""
    message = change.message(command.message)
    if message is None or message.external_id is None or message.thread_id != thread.id:
        raise Refused("That message is not on the platform.")
    if message.direction is not Direction.OUT:
        raise Refused("Only own messages can be corrected.")
    if message.deleted_at is not None:
        raise Refused("That message is gone from the platform already. Nothing was done.")
    text = command.text.strip()
    if not text or has_hole(text):
        raise Refused("There is nothing to send yet, or a blank is still open. Nothing was sent.")
    for older in change.edits_of(thread.id, message.id):
        # The newer words take the place of the older ones, whether those would still leave or may have arrived.
        if older.state in (*CANCELABLE, Delivery.UNKNOWN):
            change.put_outbound(replace(older, state=Delivery.CANCELED, state_reason=""))
    there = _on_its_channel(change, thread, message)
    moderating.put_act(change, given, there, "edit", message.external_id, command.not_before, text, message.id)


def on_message(change: Change, given: Given, thread: Thread, id_: MessageId, act: str) -> None:
    """Prepare an act on one message, `act` as the outbox calls it, and show what it makes of it. Raises Refused."""
    message = change.message(id_)
    if message is None or message.external_id is None:
        raise Refused("That message is not on the platform.")
    if act == "delete" and message.direction is not Direction.OUT:
        raise Refused("Only own messages can be deleted.")
    later = given.command.not_before if isinstance(given.command, DeleteOwn | Like) else None
    there = _on_its_channel(change, thread, message)
    moderating.put_act(change, given, there, act, message.external_id, later or given.at, "", message.id)
    if act != "delete":
        change.put_message(replace(message, is_liked=act == "like"), thread.channel_id, None, given.at)


def _on_its_channel(change: Change, thread: Thread, message: Message) -> Thread:
    """The thread, on the channel where a message of it was said: threads of several are shown as one."""
    return replace(thread, channel_id=change.spoken_in(thread, message.id)[0].channel_id)
