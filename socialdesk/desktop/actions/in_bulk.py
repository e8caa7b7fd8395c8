"""Gives what each act is while threads are selected: done to all of them, or not, and then why not.

A test walks the one list of acts and wants every act on a thread to be named here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

tr = QCoreApplication.translate


class Undo(StrEnum):
    """How far Z takes an act back."""

    ALL = "all"
    NOT_LEFT = "not_left"
    """What has left stays."""
    NOTHING_DONE = "nothing_done"
    """It changes nothing that would have to be taken back."""


@dataclass(frozen=True, slots=True)
class InBulk:
    """How an act is done to many: whether a list is shown before, and how far it can be undone."""

    is_shown_before: bool = False
    undo: Undo = Undo.ALL


_AT_ONCE, _SHOWN = InBulk(), InBulk(is_shown_before=True)
_FOR_GOOD = InBulk(is_shown_before=True, undo=Undo.NOT_LEFT)
_HARMLESS = InBulk(undo=Undo.NOTHING_DONE)

DONE_TO_ALL: Mapping[str, InBulk] = {
    "thread.done": _AT_ONCE,
    "thread.reopen": _AT_ONCE,
    "thread.snooze": _AT_ONCE,
    "thread.tomorrow": _AT_ONCE,
    "thread.assign": _AT_ONCE,
    "thread.mine": _AT_ONCE,
    "thread.nobody": _AT_ONCE,
    "thread.take": _AT_ONCE,
    "thread.tag": _AT_ONCE,
    "thread.priority": _AT_ONCE,
    "thread.read": _AT_ONCE,
    "thread.mute": _AT_ONCE,
    "thread.unmute": _AT_ONCE,
    "thread.take_apart": _AT_ONCE,
    "shield.let": _AT_ONCE,
    "thread.note": _SHOWN,
    "thread.merge": _SHOWN,
    "thread.like": _SHOWN,
    "thread.unlike": _SHOWN,
    "message.hide": _SHOWN,
    "message.unhide": _SHOWN,
    "message.block": _SHOWN,
    "message.unblock": _SHOWN,
    "message.remove": _FOR_GOOD,
    "message.delete": _FOR_GOOD,
    "message.report": _FOR_GOOD,
    "select.answer": _FOR_GOOD,
    "thread.reply": _FOR_GOOD,
    "composer.saved": _FOR_GOOD,
    "thread.copy_link": _HARMLESS,
    "thread.open": _HARMLESS,
}
"""By act, how it is done to all that is selected."""

NOT_ABOUT_THREADS = frozenset({"app", "go", "view", "queue", "select", "library", "outbox"})
"""What acts of these areas do does not depend on which threads are selected, or is selecting itself."""
_ONE_BY_ONE = frozenset(
    {"replies.import", "replies.export", "shield.words", "rules.new", "rules.save", "rules.suspend"}
)


def is_about_threads(id_: str) -> bool:
    """Whether an act is done to a thread, so that something must be so of it while many are selected."""
    return id_.partition(".")[0] not in NOT_ABOUT_THREADS and id_ not in _ONE_BY_ONE


def why_alone(id_: str) -> str:
    """Why an act is for one thread only; empty for one that is done to all, or is about no thread."""
    area = id_.partition(".")[0]
    match area:
        case "contact" | "rules" if area == "contact" or id_ == "rules.new_for_contact":
            return tr("bulk", "It is about one person. Esc selects nothing; then open their thread.")
        case "composer" if id_ != "composer.saved":
            return tr("bulk", "Writing is for one thread. R answers all that is selected with one text.")
        case "replies" if id_ not in _ONE_BY_ONE:
            return tr("bulk", "This runs in one thread. R answers all that is selected; there / finds saved replies.")
        case "shield" if id_ not in ("shield.let", "shield.words"):
            return tr(
                "bulk", "This is for one thread. Hide, block and report work for all that is selected, without opening."
            )
        case _:
            pass
    match id_:
        case "thread.date" | "thread.copy_times" | "rules.of_thread":
            return tr("bulk", "It is about one conversation. Esc selects nothing; then open it.")
        case "thread.window":
            return tr("bulk", "A window of its own shows one thread. Esc selects nothing.")
        case "thread.like_done":
            return tr("bulk", "For many at once like them first, then mark them done: each tells whom it leaves out.")
        case "thread.translate":
            return tr("bulk", "It is about one message. Esc selects nothing.")
        case _:
            return ""
