"""Gets the acts of a saved reply and a thread, gives the commands they are; what would change nothing is left out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from socialdesk.model.command import AddNote, AddTag, Assign, MarkDone, SetPriority, Snooze, ThreadCommand
from socialdesk.model.identifiers import PersonId
from socialdesk.model.saved_reply import Act, ActKind
from socialdesk.model.thread import Priority, Status, Thread

_ORDER = tuple(ActKind)
"""What hides the thread comes last, so that nothing is done to a thread that is out of sight."""


def commands_of(acts: Iterable[Act], thread: Thread, me: PersonId, now: datetime) -> list[ThreadCommand]:
    """What a macro does to a thread, in the order in which it is done."""
    made: list[ThreadCommand] = []
    for kind, value in sorted(acts, key=lambda act: _ORDER.index(ActKind(act[0]))):
        command = _command(ActKind(kind), value, thread, me, now)
        if command is not None:
            made.append(command)
    return made


def _command(kind: ActKind, value: str, thread: Thread, me: PersonId, now: datetime) -> ThreadCommand | None:
    match kind:
        case ActKind.TAG:
            return None if value in thread.tags else AddTag(thread.id, value)
        case ActKind.PRIORITY:
            return None if thread.priority == value else SetPriority(thread.id, Priority(value))
        case ActKind.ASSIGN:
            person = me if value == "me" else None if value == "nobody" else PersonId(int(value))
            return None if thread.assignee_id == person else Assign(thread.id, person)
        case ActKind.NOTE:
            return AddNote(thread.id, value)
        case ActKind.SNOOZE:
            return Snooze(thread.id, None if value == "answer" else now + span_of(value))
        case ActKind.DONE:
            return None if thread.status is Status.DONE else MarkDone(thread.id)


def span_of(value: str) -> timedelta:
    """The span of a snooze such as 4h or 3d."""
    many = int(value[:-1])
    return timedelta(hours=many) if value.endswith("h") else timedelta(days=many)
