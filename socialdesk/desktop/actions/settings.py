"""Acts about settings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


def settings_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    return (
        Action(
            "app.settings",
            tr("acts", "Settings"),
            lambda h: h.show_settings(),
            "gear-six",
            ("Ctrl+,",),
            menu="file",
            also=("preferences", "options", "réglages", "préférences"),
        ),
    )
