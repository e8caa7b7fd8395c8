"""The acts of selecting: which threads the next act is for. What is done to them are the acts on one thread."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action, Facts

tr = QCoreApplication.translate


def _queue(facts: Facts) -> bool:
    return not facts.is_library


def _thread(facts: Facts) -> bool:
    return facts.has_thread


def bulk_acts() -> tuple[Action, ...]:
    """Selecting, in the reader's language of this moment."""
    none = tr("acts", "Open a thread first.")
    return (
        Action(
            "select.toggle",
            tr("acts", "Select the thread"),
            lambda h: h.bulk.toggle(),
            "check-square",
            ("X",),
            menu="edit",
            when=_thread,
            otherwise=none,
            also=("sélectionner",),
        ),
        Action(
            "select.down",
            tr("acts", "Select downwards"),
            lambda h: h.bulk.extend(1),
            "arrow-fat-line-down",
            ("Shift+J", "Shift+Down"),
            when=_thread,
            otherwise=none,
        ),
        Action(
            "select.up",
            tr("acts", "Select upwards"),
            lambda h: h.bulk.extend(-1),
            "arrow-fat-line-up",
            ("Shift+K", "Shift+Up"),
            when=_thread,
            otherwise=none,
        ),
        Action(
            "select.all",
            tr("acts", "Select all in this view"),
            lambda h: h.bulk.select_all(),
            "checks",
            ("Ctrl+A",),
            menu="edit",
            when=_queue,
            otherwise=tr("acts", "Go back to the queue first."),
            also=("tout sélectionner",),
        ),
        Action(
            "select.story",
            tr("acts", "Select all who ask the same"),
            lambda h: h.bulk.select_story(),
            "chats",
            ("Shift+X",),
            menu="edit",
            when=_thread,
            otherwise=none,
            also=("story", "même question"),
        ),
        Action(
            "queue.fold",
            tr("acts", "Show or fold who asks the same"),
            lambda h: h.bulk.fold(),
            "caret-right",
            ("D",),
            menu="edit",
            when=_thread,
            otherwise=none,
            also=("unfold", "collapse", "déplier", "replier"),
        ),
        Action(
            "select.none",
            tr("acts", "Select nothing"),
            lambda h: h.bulk.clear(),
            "x-square",
            menu="edit",
            when=lambda facts: facts.selected > 0,
            otherwise=tr("acts", "Nothing is selected."),
        ),
        Action(
            "select.answer",
            tr("acts", "Answer each with one text"),
            lambda h: h.bulk.answer_all(),
            "lightning",
            ("Ctrl+Shift+R",),
            menu="thread",
            when=lambda facts: facts.selected > 0,
            otherwise=tr("acts", "Nothing is selected."),
            also=("bulk", "répondre à tous"),
        ),
        Action(
            "select.slash",
            tr("acts", "Search here, or answer what is selected"),
            lambda h: h.bulk.slash(),
            "magnifying-glass",
            ("/",),
            plain=(),  # Ctrl+F and Ctrl+Shift+S do both
        ),
        Action(
            "outbox.stop",
            tr("acts", "Take back all answers and acts that have not left"),
            lambda h: h.bulk.stop_answers(),
            "prohibit",
            menu="edit",
            also=("cancel", "stop", "tout annuler"),
        ),
    )
