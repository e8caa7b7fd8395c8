"""Takes back what a rule did since a moment, the last thing first, where that can be and nobody changed it since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from socialdesk.engine import moderating
from socialdesk.engine.refusal import Refused
from socialdesk.model.command import CancelAct, Given
from socialdesk.model.delivery import CANCELABLE, Delivery
from socialdesk.model.identifiers import CommandId, PersonId
from socialdesk.model.rule import Deed
from socialdesk.model.thread import Priority, Status, Thread
from socialdesk.store.change import Change
from socialdesk.store.rule_rows import Did, Run

_SLICE = 200
_NEWEST = 1 << 62
_NOBODY = PersonId(0)
UNDONE, CHANGED, LEFT = "undone", "changed", "left"
_STATUS_LINES = ("done", "reopened", "snoozed", "muted", "unmuted")


def take_back(
    change: Change, given: Given, rule: str, since: datetime, before: datetime | None = None
) -> tuple[int, int]:
    """Take back what a rule did since a moment, with `before` only at what had happened until then.

    Gives how many things were undone, and how many could not be.
    """
    undone = kept = 0
    reached = _NEWEST
    while found := change.runs_since(rule, reached, _SLICE):
        for run in found:
            if run.ran_at < since:
                return undone, kept
            if before is None or run.happened_at < before:
                did = take_back_run(change, given, run)
                undone += sum(one.back == UNDONE for one in did)
                kept += sum(one.back in (CHANGED, LEFT) for one in did)
        reached = found[-1].id
    return undone, kept


def take_back_run(change: Change, given: Given, run: Run) -> tuple[Did, ...]:
    """Take back what a rule did at one thing that happened; gives what became of each."""
    did = tuple(_back(change, given, run, one) for one in reversed(run.did))[::-1]
    change.end_run(replace(run, did=did), given.at)
    return did


def _back(change: Change, given: Given, run: Run, did: Did) -> Did:
    if did.skipped or not did.deed:
        return did
    thread = change.thread(run.thread)
    if thread is None:
        return replace(did, back=CHANGED)
    return replace(did, back=_WAYS[Deed(did.deed)](change, given, run, did, thread))


def _tag(change: Change, _given: Given, run: Run, did: Did, thread: Thread) -> str:
    is_on = did.value in thread.tags
    was_added = did.deed == Deed.TAG
    if is_on is not was_added or change.changed_since(thread.id, run.ran_at, ("tagged", "untagged"), did.value):
        return CHANGED
    tags = tuple(one for one in thread.tags if one != did.value) if was_added else (*thread.tags, did.value)
    return _put(change, replace(thread, tags=tags))


def _priority(change: Change, _given: Given, run: Run, did: Did, thread: Thread) -> str:
    if thread.priority != did.value or change.changed_since(thread.id, run.ran_at, ("prioritised",)):
        return CHANGED
    return _put(change, replace(thread, priority=Priority(did.before)))


def _owner(change: Change, _given: Given, run: Run, did: Did, thread: Thread) -> str:
    now = str(thread.assignee_id or "nobody")
    if now != did.value or change.changed_since(thread.id, run.ran_at, ("assigned", "unassigned")):
        return CHANGED
    return _put(change, replace(thread, assignee_id=None if did.before == "nobody" else PersonId(int(did.before))))


def _status(change: Change, _given: Given, run: Run, did: Did, thread: Thread) -> str:
    made = Status.DONE if did.deed == Deed.DONE else Status.SNOOZED
    wrote = thread.last_in_at is not None and thread.last_in_at > run.ran_at
    if thread.status is not made or wrote or change.changed_since(thread.id, run.ran_at, _STATUS_LINES):
        return CHANGED
    status, unread, until = did.before.split(" ", 2)
    return _put(
        change,
        replace(
            thread,
            status=Status(status),
            unread=max(thread.unread, int(unread)),
            snoozed_until=datetime.fromisoformat(until) if until else None,
        ),
    )


def _shield(change: Change, _given: Given, run: Run, did: Did, thread: Thread) -> str:
    if thread.shield != did.value or change.changed_since(thread.id, run.ran_at, ("let_through", "shielded")):
        return CHANGED
    if not did.before:
        change.decide_shielded(thread.id, let_through=True)
    return _put(change, replace(change.thread(thread.id) or thread, shield=did.before))


def _draft(change: Change, _given: Given, run: Run, _did: Did, thread: Thread) -> str:
    return UNDONE if change.take_away(thread.id, run.id) else CHANGED


def _note(change: Change, _given: Given, _run: Run, did: Did, thread: Thread) -> str:
    change.remove_note(thread.id, _NOBODY, datetime.fromisoformat(did.before))
    if thread.mentions_me and not change.is_named(thread.id, change.me):
        # The note was all that called me there.
        return _put(change, replace(thread, mentions_me=False))
    return UNDONE


def _hide(change: Change, given: Given, _run: Run, did: Did, thread: Thread) -> str:
    outbound = change.outbound(CommandId(did.before))
    if outbound is None:
        return CHANGED
    back = CancelAct(thread.id, outbound.command)
    # What has left is followed by its opposite, under a name of its own.
    named = replace(given, id=CommandId(f"{outbound.command}/back"), command=back)
    try:
        moderating.take_back(change, named, back, thread)
    except Refused:
        return LEFT
    return UNDONE


def _answer(change: Change, _given: Given, _run: Run, did: Did, _thread: Thread) -> str:
    outbound = change.outbound(CommandId(did.before))
    if outbound is None or outbound.state is Delivery.CANCELED:
        return CHANGED
    if outbound.state not in CANCELABLE:
        return LEFT
    change.put_outbound(replace(outbound, state=Delivery.CANCELED))
    change.set_message_state(outbound, Delivery.CANCELED, "", None)
    return UNDONE


def _call(change: Change, _given: Given, _run: Run, did: Did, _thread: Thread) -> str:
    return UNDONE if change.end_call(int(did.before), "canceled", "", None) else LEFT


def _put(change: Change, thread: Thread) -> str:
    change.put_thread(change.policy.promised(thread))
    return UNDONE


_WAYS: dict[Deed, Callable[[Change, Given, Run, Did, Thread], str]] = {
    Deed.TAG: _tag,
    Deed.UNTAG: _tag,
    Deed.PRIORITY: _priority,
    Deed.ASSIGN: _owner,
    Deed.ROUTE: _owner,
    Deed.SNOOZE: _status,
    Deed.DONE: _status,
    Deed.SHIELD: _shield,
    Deed.DRAFT: _draft,
    Deed.NOTIFY: _note,
    Deed.HIDE: _hide,
    Deed.ACKNOWLEDGE: _answer,
    Deed.CALL: _call,
}
