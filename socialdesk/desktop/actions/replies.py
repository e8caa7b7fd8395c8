"""Acts of saved replies: files, macros by their key, those that fit the open thread."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


def reply_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    return (
        *(
            Action(
                f"replies.macro{digit}",
                tr("acts", "Run macro {number}").format(number=digit),
                lambda h, digit=digit: h.saved.run_macro(digit),
                "lightning",
                (f"Alt+Shift+{digit}",),
                menu="thread",
                when=lambda f: f.has_thread,
                otherwise=tr("acts", "Open a thread first."),
                also=("macro",),
            )
            for digit in range(1, 10)
        ),
        *(
            Action(
                f"replies.fitting{place}",
                tr("acts", "Insert saved reply {number} of those that fit").format(number=place),
                lambda h, place=place: h.saved.insert_fitting(place),
                "lightning",
                (f"Alt+{place}",),
                menu="thread",
                when=lambda f: f.has_thread,
                otherwise=tr("acts", "Open a thread first."),
            )
            for place in range(1, 4)
        ),
        Action(
            "replies.answer",
            tr("acts", "Answer with the saved reply that fits best, and done"),
            lambda h: h.saved.answer_fitting(),
            "paper-plane-right",
            ("Alt+Return",),
            menu="thread",
            when=lambda f: f.thread is not None and not f.thread.is_shielded,
            otherwise=tr("acts", "Open a thread first, and show it if it is kept out of sight."),
            also=("suggestion", "répondre"),
        ),
        Action(
            "replies.keep",
            tr("acts", "Make a saved reply of this answer…"),
            lambda h: h.saved.keep_answer(),
            "lightning",
            menu="thread",
            when=lambda f: f.thread is not None and not f.thread.is_shielded,
            otherwise=tr("acts", "Open a thread first, and show it if it is kept out of sight."),
            also=("template", "macro", "modèle", "garder comme réponse type"),
        ),
        Action(
            "replies.import",
            tr("acts", "Import saved replies…"),
            lambda h: h.saved.import_file(),
            "upload-simple",
            menu="file",
            also=("csv", "json", "macros", "importer des réponses types"),
        ),
        Action(
            "replies.export",
            tr("acts", "Export saved replies…"),
            lambda h: h.saved.export_file(),
            "download-simple",
            menu="file",
            also=("csv", "json", "exporter des réponses types"),
        ),
    )
