"""Acts on what was promised in a thread."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


def promise_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    return (
        Action(
            "thread.copy_times",
            tr("acts", "Copy the times of this thread"),
            lambda h: h.moderate("copy_times"),
            "clock",
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=tr("acts", "Open a thread first."),
            also=("sla", "due", "export", "délais", "échéances"),
        ),
    )
