"""What happens around an act."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.settings.setting import Kind, Section, Setting

tr = QCoreApplication.translate


def acting_settings() -> tuple[Setting, ...]:
    """In the reader's language of this moment."""
    return (
        Setting(
            "after_act",
            Section.ACTS,
            tr("settings", "After done, later or assign"),
            "next",
            choices=(
                ("next", tr("settings", "Open the next thread")),
                ("previous", tr("settings", "Open the previous thread")),
                ("list", tr("settings", "Back to the list, nothing open")),
            ),
            also=("auto advance", "fil suivant"),
        ),
        Setting(
            "send_key",
            Section.ACTS,
            tr("settings", "The key that sends"),
            "ctrl",
            choices=(
                ("ctrl", tr("settings", "Ctrl+Enter sends, Enter is a new line")),
                ("enter", tr("settings", "Enter sends, Shift+Enter is a new line")),
            ),
            also=("send", "enter", "envoyer", "entrée"),
        ),
        Setting(
            "undo_s",
            Section.ACTS,
            tr("settings", "Time to take an answer back"),
            "10",
            choices=tuple(
                (seconds, tr("settings", "{seconds} seconds").format(seconds=seconds))
                for seconds in ("5", "10", "20", "30")
            ),
            help=tr("settings", "So long an answer waits here before it leaves, and Undo is offered."),
            also=("undo send", "annuler l’envoi", "accessibility", "accessibilité"),
        ),
        Setting(
            "fold_stories",
            Section.ACTS,
            tr("settings", "Fold what many ask into one row"),
            "1",
            Kind.FLAG,
            help=tr(
                "settings",
                "From five people in two hours on. VIPs and what is late, urgent or out of sight keep their rows.",
            ),
            also=("fold", "group", "same question", "replier", "regrouper"),
        ),
    )
