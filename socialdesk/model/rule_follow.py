"""Decides what a rule makes of a thread, and what that makes happen in turn; for the engine, and for trying a rule.

Rules may bring each other about, `DEEPEST` one behind the other; what would come after that is left out. Whatever
leaves the thread itself alone (a note, a draft, an answer, a call) changes nothing here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from socialdesk.model.command import AddTag, Assign, MarkDone, RemoveTag, SetPriority, Snooze, ThreadCommand
from socialdesk.model.fold import fold
from socialdesk.model.identifiers import PersonId
from socialdesk.model.rule import Deed, Do, Rule, Trigger
from socialdesk.model.rule_deciding import Ready, Reason
from socialdesk.model.rule_facts import Facts, Happened
from socialdesk.model.thread import Priority, Thread
from socialdesk.support.values import value_class

DEEPEST = 5
"""How many rules may bring each other about, one behind the other."""
NOBODY = PersonId(0)
"""Who does what no person does."""


@value_class(frozen=True, slots=True)
class Worked:
    """One time a rule would do its work: at what, why, and how deep behind others; too deep and it does nothing."""

    rule: Rule
    happened: Happened
    reasons: tuple[Reason, ...]

    @property
    def is_too_deep(self) -> bool:
        """Whether it is left out, since too many rules brought each other about."""
        return self.happened.depth >= DEEPEST


def command_of(do: Do, thread: Thread, at: datetime) -> ThreadCommand | None:
    """The command that does one thing to a thread alone; None for what does more than that, or nothing there.

    `at` is when what the rule waited for happened: a snooze is counted from then on.
    """
    match do.deed:
        case Deed.TAG:
            return AddTag(thread.id, do.value.strip())
        case Deed.UNTAG:
            return RemoveTag(thread.id, do.value.strip())
        case Deed.PRIORITY:
            return SetPriority(thread.id, Priority(do.value))
        case Deed.ASSIGN:
            return Assign(thread.id, None if do.value == "nobody" else PersonId(int(do.value)))
        case Deed.SNOOZE:
            return Snooze(thread.id, None if do.value == "answer" else at + timedelta(minutes=int(do.value)))
        case Deed.DONE:
            return MarkDone(thread.id)
        case _:
            return None


def follow_ups(happened: Happened, before: Thread, after: Thread) -> list[Happened]:
    """What a change of a thread makes happen in turn; `happened` gives the name it begins with, and how deep it is."""
    found: list[Happened] = []

    def add(trigger: Trigger, ending: str, value: str) -> None:
        event = f"{happened.event}:{ending}"
        values = frozenset({value})
        found.append(Happened(trigger, event, happened.at, after, values=values, depth=happened.depth))

    if after.status is not before.status:
        add(Trigger.STATUS, "status", after.status.value)
    if after.assignee_id != before.assignee_id:
        add(Trigger.ASSIGNED, "owner", "nobody" if after.assignee_id is None else str(after.assignee_id))
    for tag in after.tags:
        if tag not in before.tags:
            add(Trigger.TAGGED, f"tag:{tag}", tag)
    return found


def played(ready: Ready, happened: Happened, facts_of: Callable[[Happened, Thread], Facts]) -> Iterator[Worked]:
    """What rules would do at something that happened, and then because of each other, as the engine does it.

    Nothing is changed. A rule that does the same once more at the same event is left out, as the store leaves it out.
    """
    waiting = deque([happened])
    thread = happened.thread
    ran: set[tuple[str, str]] = set()
    while waiting:
        one = waiting.popleft()
        facts = facts_of(one, thread)
        for decided in ready.decide(facts, one.at):
            rule = decided.rule
            if (rule.id, one.event) in ran:
                continue
            ran.add((rule.id, one.event))
            worked = Worked(rule, one, decided.reasons)
            yield worked
            if worked.is_too_deep:
                continue
            after = _done(rule, facts.thread, one.at, facts.me)
            named = replace(one, event=f"{one.event}>{rule.id}", depth=one.depth + 1)
            waiting.extend(each for each in follow_ups(named, facts.thread, after) if ready.may_wait_for(each.trigger))
            facts.thread = thread = after


def _done(rule: Rule, thread: Thread, at: datetime, me: PersonId) -> Thread:
    for do in rule.in_order():
        command = command_of(do, thread, at)
        if command is not None:
            thread = fold(thread, command, at, NOBODY, me)
        elif do.deed is Deed.SHIELD:
            thread = replace(thread, shield=do.value)
    return thread
