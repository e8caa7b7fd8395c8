"""Says why a thread stands where it does in the queue: when it is due, and what moved it up by how many minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.look.numbers import number as grouped
from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.desktop.widgets.standing import moment
from socialdesk.model.thread import Priority, Thread
from socialdesk.model.triage import Move, moves
from socialdesk.model.triage_policy import TOPIC, VIP, Signal, TriagePolicy

tr = QCoreApplication.translate


def reason(move: Move) -> str:
    """What moved a thread, in a few words."""
    if move.why.startswith(TOPIC):
        from socialdesk.desktop.widgets.topic_words import topic_words  # few threads are moved by one

        return tr("why", "about “{topic}”").replace("{topic}", topic_words(move.why.removeprefix(TOPIC)))
    many = move.number
    said: dict[str, Callable[[], str]] = {
        Priority.URGENT.value: lambda: tr("why", "urgent"),
        Priority.HIGH.value: lambda: tr("why", "high priority"),
        VIP: lambda: tr("why", "VIP"),
        Signal.QUESTION.value: lambda: tr("why", "asks a question"),
        Signal.COMPLAINT.value: lambda: tr("why", "complaint words"),
        Signal.REPEATED.value: lambda: tr("why", "%n message(s) without an answer", "", many),
        Signal.ELSEWHERE.value: lambda: tr("why", "%n other conversation(s) in two days", "", many),
        Signal.OTHERS.value: lambda: tr("why", "%n message(s) of others", "", many),
        Signal.LIKES.value: lambda: tr("why", "%n like(s)", "", many).replace(str(many), grouped(many)),
        Signal.REACH.value: lambda: tr("why", "%n follower(s)", "", many).replace(str(many), grouped(many)),
        Signal.UNSPOKEN.value: lambda: tr("why", "in a language nobody here speaks"),
        Signal.LINK.value: lambda: tr("why", "has a link"),
        Signal.EMAIL.value: lambda: tr("why", "has an e-mail address"),
        Signal.PHONE.value: lambda: tr("why", "has a phone number"),
        Signal.ORDER_NUMBER.value: lambda: tr("why", "has an order number"),
    }
    return said[move.why]() if move.why in said else one_line(move.why)


def why_moved(found: tuple[Move, ...]) -> str:
    """What moved a thread; empty when nothing did."""
    if not found:
        return ""
    together = tr("why", "%n min", "minutes", sum(one.minutes for one in found))
    if len(found) == 1:
        return (
            tr("why", "Moved up {span}: {reasons}.").replace("{span}", together).replace("{reasons}", reason(found[0]))
        )
    each = tr("why", ", ", "between two reasons").join(
        tr("why", "{reason} ({minutes})").replace("{minutes}", str(one.minutes)).replace("{reason}", reason(one))
        for one in found
    )
    return tr("why", "Moved up {span}: {reasons}.").replace("{span}", together).replace("{reasons}", each)


def why_here(thread: Thread, policy: TriagePolicy, now: datetime, zone: tzinfo | None = None) -> str:
    """Why a thread stands where it does; empty where it stands by its last word alone."""
    if thread.waiting_since is None:
        return ""
    if thread.due_at is not None:
        due = tr("why", "Due {moment}.").format(moment=moment(thread.due_at, now, zone))
    else:
        due = tr("why", "Waiting since {moment}, without a target.").format(
            moment=moment(thread.waiting_since, now, zone)
        )
    moved = why_moved(moves(thread, policy))
    if thread.shield:
        rest = tr("why", "Nothing moves what is kept out of sight.")
    elif moved:
        rest = moved
    elif policy.by_due_time:
        rest = tr("why", "The queue goes by due time only.")
    elif thread.priority is Priority.LOW:
        rest = tr("why", "Low priority: nothing moves it up.")
    else:
        rest = tr("why", "Nothing moves it up.")
    return f"{due} {rest}"
