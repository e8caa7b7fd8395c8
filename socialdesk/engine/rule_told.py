"""Finds whom a rule tells: members by name, whoever has the thread, one lead, or whose turn it is of those on call."""

from __future__ import annotations

from datetime import datetime

from socialdesk.model.identifiers import PersonId
from socialdesk.model.routing import State
from socialdesk.model.shift import Staff
from socialdesk.model.thread import Thread
from socialdesk.store.change import Change


def told(change: Change, thread: Thread, value: str, now: datetime) -> list[PersonId]:
    """The members that the value of a `Deed.NOTIFY` names, each once; never everybody who could be meant by a word."""
    found: list[PersonId | None] = []
    for one in value.split(","):
        match one:
            case "owner":
                found.append(thread.assignee_id)
            case "lead":
                found.append(_lead(change, now))
            case "on_call":
                found.append(_on_call(change, thread, now))
            case _:
                found.append(PersonId(int(one)))
    return [one for one in dict.fromkeys(found) if one is not None and change.name_of(one)]


def _lead(change: Change, now: datetime) -> PersonId | None:
    """A lead who is there, else the first one; who works alone is their own lead."""
    leads = change.leads()
    if not leads:
        names = list(change.team().names)
        return names[0] if len(names) == 1 else None
    people = change.team().by_id()
    there = [one for one in leads if one not in people or people[one].is_there(now)]
    return (there or leads)[0]


def _on_call(change: Change, thread: Thread, now: datetime) -> PersonId | None:
    """Whose turn it is of those on call who are there; where nobody is, the lead is told instead."""
    state = change.routing_state()
    ready = [one for one in state.people if one.on_call and one.person != thread.assignee_id and one.is_there(now)]
    return _in_turn(ready, state) if ready else _lead(change, now)


def _in_turn(ready: list[Staff], state: State) -> PersonId:
    return min(ready, key=lambda one: (state.turns.get(one.person, 0), one.person)).person
