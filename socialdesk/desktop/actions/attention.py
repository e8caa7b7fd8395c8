"""Acts about being called and being left alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


def attention_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    return (
        Action(
            "app.quiet",
            tr("acts", "Quiet until …"),
            lambda h: h.ask_quiet(),
            "bell-slash",
            ("Q",),
            menu="file",
            also=("do not disturb", "mute notices", "silence", "ne pas déranger"),
        ),
    )
