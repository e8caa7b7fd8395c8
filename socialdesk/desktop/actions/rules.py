"""Acts about rules."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


def rule_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    elsewhere = tr("acts", "Open a rule first.")
    return (
        Action(
            "go.rules",
            tr("acts", "Go to Rules"),
            lambda h: h.rules.show(),
            "flow-arrow",
            chord="L",
            menu="go",
            also=("rules", "automation", "règles", "automatisation"),
            plain=("Alt+Shift+Y",),
        ),
        Action(
            "rules.new",
            tr("acts", "New rule"),
            lambda h: h.rules.begin_new(),
            "plus",
            menu="file",
            also=("create", "nouvelle règle"),
        ),
        Action(
            "rules.save",
            tr("acts", "Save the rule"),
            lambda h: h.rules.save(),
            "check",
            menu="file",
            when=lambda f: f.is_rules,
            otherwise=elsewhere,
        ),
        Action(
            "rules.suspend",
            tr("acts", "Suspend automatic answers, or let them go again"),
            lambda h: h.rules.toggle_suspended(),
            "pause-circle",
            menu="team",
            also=("pause", "auto reply", "réponses automatiques", "suspendre"),
        ),
        Action(
            "rules.new_for_contact",
            tr("acts", "New rule for this contact"),
            lambda h: h.rules.begin_for_contact(),
            "plus",
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=tr("acts", "Open a thread first."),
            also=("person", "automation", "règle pour ce contact"),
        ),
        Action(
            "rules.of_thread",
            tr("acts", "Show the rule that did something here"),
            lambda h: h.rules.show_of_thread(),
            "flow-arrow",
            menu="thread",
            when=lambda f: f.has_thread,
            otherwise=tr("acts", "Open a thread first."),
            also=("why", "règle", "pourquoi"),
        ),
    )
