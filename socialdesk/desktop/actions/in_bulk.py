"""Gives what each act is while threads are selected: done to all of them, or not, and then why not.

A test walks the one list of acts and wants every act on a thread to be named here.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

tr = QCoreApplication.translate


DONE_TO_ALL = frozenset(
    {
        "thread.done",
        "thread.reopen",
        "thread.snooze",
        "thread.tomorrow",
        "thread.assign",
        "thread.mine",
        "thread.nobody",
        "thread.take",
        "thread.tag",
        "thread.priority",
        "thread.read",
        "thread.mute",
        "thread.unmute",
        "thread.take_apart",
        "shield.let",
        "thread.note",
        "thread.merge",
        "thread.like",
        "thread.unlike",
        "message.hide",
        "message.unhide",
        "message.block",
        "message.unblock",
        "message.remove",
        "message.delete",
        "message.report",
        "select.answer",
        "thread.reply",
        "composer.saved",
        "thread.copy_link",
        "thread.open",
    }
)
"""Acts that are done to all that is selected."""

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
        case "thread.date" | "thread.find" | "thread.copy_times" | "rules.of_thread":
            return tr("bulk", "It is about one conversation. Esc selects nothing; then open it.")
        case "thread.window":
            return tr("bulk", "A window of its own shows one thread. Esc selects nothing.")
        case "thread.like_done":
            return tr("bulk", "For many at once like them first, then mark them done: each tells whom it leaves out.")
        case "message.approve" | "message.ignore":
            return tr("bulk", "What waits for approval is decided one by one. Esc selects nothing; then open it.")
        case "thread.translate" | "message.correct":
            return tr("bulk", "It is about one message. Esc selects nothing.")
        case _:
            return ""
