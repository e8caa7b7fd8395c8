"""Acts of saved replies: files, macros by their key, those that fit the open thread."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


def reply_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    return (
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
