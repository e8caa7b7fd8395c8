"""Does what a rule says to a thread, inside the change in which it happened; gives what was done, for taking it back.

What is left out says why, by a stable word: `gone` (the person or reply is no longer there), `over` (its moment has
passed), `open` (within the opening hours), `public`, `today` (acknowledged that day already), `suspended`, `many` (too
many automatic answers in an hour), `rule` (a rule brought it about), `blank` (the reply has a
blank), `answered`, `nobody`, `refused` and a sentence,
`deep` (too many rules brought each other about).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from socialdesk.engine import moderating, routing, shielding
from socialdesk.engine.refusal import Refused
from socialdesk.engine.rule_told import told
from socialdesk.model.automatic import automatic
from socialdesk.model.command import Assign, Given, Snooze, ThreadCommand
from socialdesk.model.delivery import Delivery
from socialdesk.model.fold import fold
from socialdesk.model.identifiers import CommandId, MessageId, SavedReplyId
from socialdesk.model.message import Direction, Message
from socialdesk.model.moderation import HideMessage
from socialdesk.model.rule import Deed, Do, Rule
from socialdesk.model.rule_answer import MOST_ANSWERS, Known, day_of, why_not
from socialdesk.model.rule_facts import Happened
from socialdesk.model.rule_follow import NOBODY, command_of
from socialdesk.model.saved_reply import SavedReply, fill, first_name, full_name
from socialdesk.model.shield.values import ShieldKind
from socialdesk.model.shielding import KeepOutOfSight
from socialdesk.model.thread import Thread
from socialdesk.store.change import Change
from socialdesk.store.outbound import Outbound
from socialdesk.store.rule_rows import SUSPENDED, Did, Run

HIDES_AFTER = timedelta(minutes=1)
LEAVES_AFTER = timedelta(seconds=10)
_MOMENT = timedelta(milliseconds=1)
_MOST_TAGS, _LONGEST_LINK = 50, 2_000
"""What a program elsewhere is told stays short, whatever a platform or a team makes long."""


@dataclass(frozen=True, slots=True)
class Doing:
    """One rule at its work."""

    change: Change
    rule: Rule
    run: Run
    happened: Happened
    now: datetime
    is_open: Callable[[datetime], bool]

    def command(self, do: Do) -> CommandId:
        """The id of something it does; the same whenever the same thing happens again."""
        named = "\0".join((self.rule.id, str(self.rule.version), self.happened.event, do.deed.value, do.value))
        return automatic(sha256(named.encode()).hexdigest()[:32])


def do_one(doing: Doing, do: Do, thread: Thread) -> tuple[Thread, Did | None]:
    """Do one thing; gives the thread afterwards, and what was done. None where all was so already."""
    command = _simple(doing, do, thread)
    if isinstance(command, Did):
        return thread, command
    if command is not None:
        after = fold(thread, command, doing.now, NOBODY, doing.change.me)
        if after == thread:
            return thread, None
        after = doing.change.policy.promised(after)
        return doing.change.put_thread(after), Did(do.deed.value, do.value, _before(do.deed, thread))
    match do.deed:
        case Deed.ROUTE:
            return _route(doing, do, thread)
        case Deed.SHIELD:
            return _shield(doing, do, thread)
        case Deed.DRAFT:
            return thread, _lay_ready(doing, do, thread)
        case Deed.NOTIFY:
            return _notify(doing, do, thread)
        case Deed.HIDE:
            return thread, _hide(doing, do, thread)
        case Deed.ACKNOWLEDGE:
            return thread, _acknowledge(doing, do, thread)
        case Deed.CALL:
            return thread, _call(doing, do, thread)
        case _:
            raise AssertionError("done above")


def _simple(doing: Doing, do: Do, thread: Thread) -> ThreadCommand | Did | None:
    """The command that does it to a thread alone, or why not."""
    command = command_of(do, thread, doing.happened.at)
    match command:
        case Assign(person=person) if person is not None and not doing.change.name_of(person):
            return Did(do.deed.value, do.value, skipped="gone")
        case Snooze(until=until) if until is not None and until <= doing.now:
            return Did(do.deed.value, do.value, skipped="over")
        case _:
            return command


def _before(deed: Deed, thread: Thread) -> str:
    match deed:
        case Deed.PRIORITY:
            return thread.priority.value
        case Deed.ASSIGN:
            return str(thread.assignee_id or "nobody")
        case Deed.SNOOZE | Deed.DONE:
            until = thread.snoozed_until.isoformat() if thread.snoozed_until is not None else ""
            return f"{thread.status.value} {int(thread.unread > 0)} {until}"
        case _:
            return ""


def _given(doing: Doing, do: Do, command: ThreadCommand) -> Given:
    return Given(doing.command(do), 0, doing.now, NOBODY, command)


def _route(doing: Doing, do: Do, thread: Thread) -> tuple[Thread, Did | None]:
    """Give it to whoever routing finds; what somebody has stays theirs."""
    if thread.assignee_id is not None:
        return thread, None
    decision = routing.decide(doing.change, thread, doing.now)
    after = routing.give(doing.change, thread, decision, doing.now)
    if decision.person is None:
        return after, Did(do.deed.value, skipped="nobody")
    return after, Did(do.deed.value, str(decision.person), "nobody")


def _shield(doing: Doing, do: Do, thread: Thread) -> tuple[Thread, Did | None]:
    if thread.shield == do.value:
        return thread, None
    command = KeepOutOfSight(thread.id, ShieldKind(do.value))
    shielding.decide(doing.change, _given(doing, do, command), command, thread)
    now = doing.change.thread(thread.id) or thread
    after = doing.change.put_thread(replace(now, shield=do.value))
    return after, Did(do.deed.value, do.value, thread.shield)


def _reply(doing: Doing, do: Do) -> SavedReply | None:
    return doing.change.saved_reply(SavedReplyId(int(do.value)))


def _lay_ready(doing: Doing, do: Do, thread: Thread) -> Did:
    reply = _reply(doing, do)
    if reply is None or not reply.bodies:
        return Did(do.deed.value, do.value, skipped="gone")
    doing.change.lay_ready(thread.id, reply.id, doing.run.id, doing.now)
    return Did(do.deed.value, do.value)


def _notify(doing: Doing, do: Do, thread: Thread) -> tuple[Thread, Did]:
    change = doing.change
    people = told(change, thread, do.value, doing.now)
    if not people:
        return thread, Did(do.deed.value, do.value, skipped="nobody")
    names = " ".join(f"@{change.name_of(one).split(maxsplit=1)[0]}" for one in people)
    # Two notes of one instant could not be told apart when one of them is taken back.
    at = doing.now + _MOMENT * (doing.run.id % 1000)
    change.put_note(thread.id, NOBODY, f"{doing.rule.name} → {names}", people, at)
    after = replace(thread, mentions_me=thread.mentions_me or change.me in people)
    return change.put_thread(after), Did(do.deed.value, do.value, at.isoformat())


def _hide(doing: Doing, do: Do, thread: Thread) -> Did:
    message = doing.happened.message
    if message is None:
        return Did(do.deed.value, skipped="gone")
    command = HideMessage(thread.id, message.id, doing.now + HIDES_AFTER)
    given = _given(doing, do, command)
    try:
        moderating.moderate(doing.change, given, command, thread)
    except Refused as error:
        return Did(do.deed.value, skipped=f"refused {error}")
    return Did(do.deed.value, "", given.id)


def _acknowledge(doing: Doing, do: Do, thread: Thread) -> Did:
    """Put an answer into the outbox that says that it was read by nobody yet; it never stops a clock."""
    change, message = doing.change, doing.happened.message
    day = day_of(doing.happened)
    why = _why_not(doing, thread)
    if why or message is None:
        return Did(do.deed.value, do.value, skipped=why or "gone")
    reply = _reply(doing, do)
    if reply is None:
        return Did(do.deed.value, do.value, skipped="gone")
    _, body = reply.body(thread.language)
    there, merge = change.spoken_in(thread, message.id)
    pieces = fill(body, _known(doing, thread))
    text = "".join(piece.text for piece in pieces).strip()
    if not text or any(piece.is_open for piece in pieces):
        return Did(do.deed.value, do.value, skipped="blank")
    command = doing.command(do)
    answer = Message(
        id=MessageId(0),
        thread_id=thread.id,
        external_id=None,
        direction=Direction.OUT,
        author_remote_id="",
        author_name=doing.rule.name,
        author_handle="",
        text=text,
        created_at=doing.now,
        state=Delivery.QUEUED,
        not_before=doing.now + LEAVES_AFTER,
        command_id=command,
        parent_external_id=message.external_id,
    )
    answer = change.put_message(answer, there.channel_id, "", doing.now)
    if merge:
        change.belongs_to(answer.id, merge)
    change.put_outbound(
        Outbound(
            command=command,
            channel_id=there.channel_id,
            thread_id=thread.id,
            act="answer",
            target_remote_id=message.external_id or "",
            text=text,
            based_on=answer.id,
            not_before=doing.now + LEAVES_AFTER,
            given_at=doing.now,
            person_id=NOBODY,
            message_id=answer.id,
        )
    )
    change.note_answer(thread.id, day, doing.now, command)
    return Did(do.deed.value, do.value, command)


def _why_not(doing: Doing, thread: Thread) -> str:
    change = doing.change
    known = Known(
        doing.is_open,
        lambda: bool(change.known_setting(SUSPENDED)),
        lambda one, day: change.acknowledged(one.id, day),
        lambda since: change.answered_by_themselves(since, MOST_ANSWERS),
    )
    return why_not(doing.rule, doing.happened, thread, doing.now, known)


def _known(doing: Doing, thread: Thread) -> dict[str, str]:
    """What a reply may say of the thread without anybody looking."""
    return {
        "first name": first_name(thread.contact_name),
        "full name": full_name(thread.contact_name),
        "handle": f"@{thread.contact_handle}" if thread.contact_handle else "",
        "our name": doing.change.channel_name(thread.channel_id),
        "brand": doing.change.channel_name(thread.channel_id),
    }


def _call(doing: Doing, do: Do, thread: Thread) -> Did:
    """Let a program elsewhere know what happened where; no one's words go along, and no name but one in a link."""
    said = {
        "rule": doing.rule.name,
        "rule_id": doing.rule.id,
        "version": doing.rule.version,
        "trigger": doing.happened.trigger.value,
        "event": doing.happened.event,
        "at": doing.happened.at.isoformat(),
        "thread": thread.id,
        "channel": doing.change.channel_name(thread.channel_id),
        "kind": thread.kind.value,
        "status": thread.status.value,
        "priority": thread.priority.value,
        "tags": list(thread.tags[:_MOST_TAGS]),
        "link": thread.permalink[:_LONGEST_LINK],
    }
    number = doing.change.put_call(doing.run, do.value, json.dumps(said, ensure_ascii=False, sort_keys=True))
    return Did(do.deed.value, do.value, str(number))
