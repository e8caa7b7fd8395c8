"""Acts that do with one key what is done most and otherwise takes two."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


def swift_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    return (
        Action(
            "thread.tomorrow",
            tr("acts", "Snooze until tomorrow morning"),
            lambda h: h.swift.tomorrow(),
            "clock",
            ("Shift+T",),
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=tr("acts", "Open a thread first."),
            also=("later", "plus tard", "demain"),
        ),
        Action(
            "thread.like_done",
            tr("acts", "Like and done"),
            lambda h: h.swift.like_and_done(),
            "heart",
            ("Shift+L",),
            menu="thread",
            when=lambda f: f.can_like and not f.is_done,
            otherwise=tr("acts", "This network takes no likes here."),
            also=("aimer", "terminé"),
            plain=("Alt+Shift+E",),
        ),
        Action(
            "thread.find",
            tr("acts", "Find in this thread"),
            lambda h: h.find_in_thread(),
            "magnifying-glass",
            ("F3",),
            menu="go",
            when=lambda f: f.has_thread,
            otherwise=tr("acts", "Open a thread first."),
            also=("search", "words", "chercher", "rechercher dans le fil"),
        ),
        Action(
            "thread.date",
            tr("acts", "Go to a date in this thread…"),
            lambda h: h.go_to_date(),
            "calendar-blank",
            ("Shift+G",),
            menu="go",
            when=lambda f: f.has_thread,
            otherwise=tr("acts", "Open a thread first."),
            also=("jump", "history", "aller au", "historique"),
            plain=("Ctrl+Shift+G",),
        ),
    )
