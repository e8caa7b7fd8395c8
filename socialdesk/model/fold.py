"""Decides what each command and each message does to a thread; the desktop shows it at once, the engine makes it so.

Both use this one function, so what a person saw is what becomes true. When the row below changes, pending commands
are simply folded again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from socialdesk.model.automatic import is_automatic
from socialdesk.model.command import (
    AddNote,
    AddTag,
    Assign,
    CancelAct,
    CancelReply,
    DeleteOwn,
    EditOwn,
    Given,
    Like,
    MarkDone,
    MarkRead,
    MarkUnread,
    RemoveTag,
    Reopen,
    Reply,
    SendNow,
    SetPriority,
    SettleUnknown,
    Snooze,
    TakeNoteBack,
    ThreadCommand,
    WaitOnContact,
)
from socialdesk.model.identifiers import CommandId, PersonId
from socialdesk.model.merging import MergeThreads, UnmergeThreads
from socialdesk.model.message import Direction, Message
from socialdesk.model.moderation import (
    AnswerPrivately,
    BlockPerson,
    HideMessage,
    MuteThread,
    RemoveMessage,
    ReportMessage,
)
from socialdesk.model.reply_policy import ALWAYS_A_DAY, ReplyPolicy
from socialdesk.model.shield.values import kind_of
from socialdesk.model.shielding import CountOpened, KeepOutOfSight, LetThrough
from socialdesk.model.text import first_line
from socialdesk.model.thread import Status, Thread, pause_begun, pause_ended, pauses_since
from socialdesk.support.values import changed


def fold(thread: Thread, command: ThreadCommand, at: datetime, by: PersonId, me: PersonId) -> Thread:
    """The thread after `command`, given `at` by the member `by` and seen by `me`."""
    after = _after(thread, command, at, by, me)
    if after.status is not Status.WAITING:
        pauses = pause_ended(after.pauses, at)
    elif isinstance(command, WaitOnContact) and after.waiting_since is not None:
        # Said by a person. An answer on its way stops nothing before the platform has it.
        pauses = pause_begun(after.pauses, at)
    else:
        return after
    return after if pauses == after.pauses else changed(after, pauses=pauses)


def _after(thread: Thread, command: ThreadCommand, at: datetime, by: PersonId, me: PersonId) -> Thread:
    match command:
        case Reply(then_done=then_done):
            # The clock stops only when the platform has the answer; until then the promise is not kept.
            return changed(
                thread,
                preview=first_line(command.text),
                preview_is_own=True,
                unread=0,
                status=_unless_muted(thread, Status.DONE if then_done else Status.WAITING),
                snoozed_until=None,
            )
        case CancelReply():
            return changed(thread, status=_unless_muted(thread, Status.OPEN))
        case AddNote():
            return changed(thread, mentions_me=thread.mentions_me or (me in command.mentions and by != me))
        case MarkDone():
            return changed(thread, status=Status.DONE, snoozed_until=None, unread=0, mentions_me=False)
        case Reopen():
            return changed(thread, status=Status.OPEN, snoozed_until=None)
        case WaitOnContact():
            return changed(thread, status=Status.WAITING, snoozed_until=None)
        case Snooze(until=until) if until is not None and until <= at:
            return changed(thread, status=Status.OPEN, snoozed_until=None)
        case Snooze(until=until):
            return changed(thread, status=Status.SNOOZED, snoozed_until=until)
        case Assign(person=person):
            return changed(thread, assignee_id=person)
        case AddTag(tag=tag):
            return thread if tag in thread.tags else changed(thread, tags=(*thread.tags, tag))
        case RemoveTag(tag=tag):
            return changed(thread, tags=tuple(old for old in thread.tags if old != tag))
        case SetPriority(priority=priority):
            return changed(thread, priority=priority)
        case MarkRead():
            return changed(thread, unread=0, mentions_me=False)
        case MarkUnread(unread=unread, names_me=names_me):
            return changed(thread, unread=max(unread, thread.unread), mentions_me=thread.mentions_me or names_me)
        case MuteThread():
            return _muted(thread, on=command.on)
        case LetThrough() | KeepOutOfSight():
            return changed(thread, shield="" if isinstance(command, LetThrough) else command.shield.value)
        case (
            SendNow()
            | SettleUnknown()
            | TakeNoteBack()
            | Like()
            | DeleteOwn()
            | EditOwn()
            | CancelAct()
            | CountOpened()
        ):
            return thread
        case HideMessage() | RemoveMessage() | BlockPerson() | ReportMessage() | AnswerPrivately():
            # What becomes of them is told at the message; the thread is still somebody's to finish.
            return thread
        case MergeThreads() | UnmergeThreads():
            # Takes two threads and what was said in them; see `merging`.
            return thread


def _muted(thread: Thread, *, on: bool) -> Thread:
    if on:
        return changed(thread, status=Status.MUTED, snoozed_until=None)
    if thread.status is not Status.MUTED:
        return thread
    return changed(thread, status=Status.OPEN if thread.waiting_since is not None else Status.WAITING)


def _unless_muted(thread: Thread, status: Status) -> Status:
    return Status.MUTED if thread.status is Status.MUTED else status


def fold_all(thread: Thread, pending: Iterable[Given], me: PersonId, policy: ReplyPolicy | None = None) -> Thread:
    """The thread with all pending commands of its own on top, in the order they were given.

    With the `policy` that counts, when an answer is due follows from them as well.
    """
    before = thread
    said: dict[CommandId, Thread] = {}
    """The thread as it was before an answer, for the case that this is taken back."""
    for given in pending:
        command = given.command
        if not isinstance(command, ThreadCommand) or command.thread != thread.id:
            continue
        if isinstance(command, Reply):
            said[given.id] = thread
        thread = fold(thread, command, given.at, given.person, me)
        if isinstance(command, CancelReply) and (old := said.get(command.reply)) is not None:
            thread = changed(thread, preview=old.preview, preview_is_own=old.preview_is_own)
    return thread if policy is None or thread is before else policy.promised(thread)


def fold_message(
    thread: Thread,
    message: Message,
    *,
    old: bool = False,
    still_waiting_since: datetime | None = None,
    policy: ReplyPolicy = ALWAYS_A_DAY,
) -> Thread:
    """The thread after a message became known, in whatever order messages arrive.

    An inbound one opens the thread again; `old` history of the first download comes in as read and without a clock.
    An own one that the platform has stops the clock at its own time. For that case `still_waiting_since` is the time
    of the oldest inbound message after it, which only the store can know.
    """
    # A page of history folds thousands: whatever changes is gathered first, and the thread made once.
    at = message.created_at
    heard, spoke = thread.last_in_at, thread.last_out_at
    after: dict[str, Any] = {"last_message_id": max(thread.last_message_id, message.id)}
    if (heard is None or heard <= at) and (spoke is None or spoke <= at):
        after["preview"] = first_line(message.text)
        after["preview_is_own"] = message.direction is Direction.OUT
    if message.direction is Direction.IN:
        after["last_in_at"] = at if heard is None or heard < at else heard
        if not old and (spoke is None or spoke < at):
            # Who writes again after all was done asks anew: what was left unanswered then needed no answer.
            is_new = thread.status is Status.DONE
            began = at if is_new else thread.began_again_at
            waiting = at if is_new else min(at, thread.waiting_since or at)
            after |= {
                "status": _unless_muted(thread, Status.OPEN),
                "snoozed_until": None,
                "unread": thread.unread + 1,
                "waiting_since": waiting,
                "began_again_at": began,
                "answered_after_ms": None,
                # What the contact writes ends the pause.
                "pauses": () if is_new else pause_ended(thread.pauses, at),
            }
            return policy.promised(changed(thread, **after))
        return changed(thread, **after)
    if is_automatic(message.command_id):
        return changed(thread, **after)  # what nobody wrote answers nobody
    after["last_out_at"] = max(at, spoke or at)
    if thread.waiting_since is not None and at >= thread.waiting_since:
        took = at - thread.waiting_since
        still = still_waiting_since
        after |= {
            "waiting_since": still,
            "due_at": None,
            "pauses": pauses_since(thread.pauses, still) if still else (),
            "answered_after_ms": None if still else took // timedelta(milliseconds=1),
            "status": thread.status if still or thread.status is not Status.OPEN else Status.WAITING,
            "unread": thread.unread if still else 0,
        }
        if still is not None:
            return policy.promised(changed(thread, **after))
    return changed(thread, **after)


def inverse(before: Thread, command: ThreadCommand, given: Given | None = None) -> tuple[ThreadCommand, ...]:
    """The commands that take `command` back, made from the thread as it was `before`; empty when there are none."""
    match command:
        case Reply():
            return (CancelReply(command.thread, given.id), *_back_to(before)) if given else ()
        case MarkDone() | Reopen() | Snooze() | WaitOnContact():
            return _back_to(before)
        case Assign():
            return (Assign(before.id, before.assignee_id),)
        case AddTag(tag=tag):
            return () if tag in before.tags else (RemoveTag(before.id, tag),)
        case RemoveTag(tag=tag):
            return (AddTag(before.id, tag),) if tag in before.tags else ()
        case SetPriority():
            return (SetPriority(before.id, before.priority),)
        case MarkRead():
            return _unread_again(before)
        case MarkUnread():
            return (MarkRead(before.id), *_unread_again(before))
        case Like(not_before=later) if later is not None:
            return (CancelAct(before.id, given.id),) if given else ()
        case Like():
            return (Like(before.id, command.message, not command.on),)
        case AddNote():
            return (TakeNoteBack(before.id, given.id, given.at),) if given else ()
        case DeleteOwn() | EditOwn():
            return (CancelAct(before.id, given.id),) if given else ()
        case HideMessage() | BlockPerson() | RemoveMessage() | ReportMessage() | AnswerPrivately():
            return (CancelAct(before.id, given.id),) if given else ()
        case MuteThread(there=there):
            there_too = (CancelAct(before.id, given.id),) if given and there else ()
            return (*there_too, *_back_to(before))
        case LetThrough():
            kept = kind_of(before.shield)
            return (KeepOutOfSight(before.id, kept),) if kept is not None else ()
        case KeepOutOfSight():
            kept = kind_of(before.shield)
            return (LetThrough(before.id),) if kept is None else (KeepOutOfSight(before.id, kept),)
        case MergeThreads(thread=kept, other=other, merge=merge):
            return (UnmergeThreads(kept, other, merge),)
        case UnmergeThreads(thread=kept, other=other, merge=merge):
            return (MergeThreads(kept, other, merge),)
        case CancelReply() | SendNow() | SettleUnknown() | TakeNoteBack() | CancelAct() | CountOpened():
            return ()


def _unread_again(before: Thread) -> tuple[ThreadCommand, ...]:
    if not before.unread and not before.mentions_me:
        return ()
    return (MarkUnread(before.id, before.unread, before.mentions_me),)


def _back_to(before: Thread) -> tuple[ThreadCommand, ...]:
    unread = _unread_again(before)
    match before.status:
        case Status.OPEN:
            return (Reopen(before.id), *unread)
        case Status.WAITING:
            return (WaitOnContact(before.id), *unread)
        case Status.SNOOZED:
            return (Snooze(before.id, before.snoozed_until), *unread)
        case Status.DONE:
            return (MarkDone(before.id), *unread)
        case Status.MUTED:
            return (MuteThread(before.id, before.created_at), *unread)
