"""Acts about being there for work: away, back, and how everybody works."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


def shift_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    return (
        Action(
            "app.away",
            tr("acts", "I am away …"),
            lambda h: h.shift.ask_away(),
            "coffee",
            menu="file",
            also=("absent", "out of office", "holiday", "sick", "break", "je m’absente", "congé", "pause"),
        ),
        Action(
            "app.back",
            tr("acts", "I am back"),
            lambda h: h.shift.be_back(),
            "arrow-bend-up-left",
            menu="file",
            when=lambda facts: facts.is_away,
            otherwise=tr("acts", "You are not away."),
            also=("return", "present", "je suis de retour"),
        ),
        Action(
            "app.people",
            tr("acts", "People and shifts"),
            lambda h: h.shift.show_people(),
            "users",
            menu="file",
            also=("my hours", "team", "routing", "back-up", "équipe", "mes horaires", "service", "répartition"),
        ),
    )
