"""Finds whom a rule tells: members by name, whoever has the thread, one lead, or whose turn it is of those on call."""

from __future__ import annotations

from datetime import datetime

from socialdesk.model.identifiers import PersonId
from socialdesk.model.routing import turn_on_call
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
    """Whose turn it is of those on call who are there; where nobody is, the lead is told instead.

    Who has no room may still be told: it takes none to know of something.
    """
    state = change.routing_state()
    turn = turn_on_call(thread, now, state)
    if turn is not None:
        return turn
    there = (one.person for one in state.people if one.on_call and one.is_there(now))
    return next((one for one in there if one != thread.assignee_id), None) or _lead(change, now)
