"""Acts on two threads of one person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


def merging_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    return (
        Action(
            "thread.merge",
            tr("acts", "Merge with another thread of this person…"),
            lambda h: h.moderate("merge"),
            "git-merge",
            menu="thread",
            when=lambda f: f.thread is not None and f.thread.contact_id is not None,
            otherwise=tr("acts", "Open a thread of a person first."),
            also=("join", "fusionner", "réunir"),
        ),
        Action(
            "thread.take_apart",
            tr("acts", "Take merged threads apart"),
            lambda h: h.moderate("take_apart"),
            "git-fork",
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=tr("acts", "Open a thread first."),
            also=("unmerge", "split", "séparer"),
        ),
    )
