"""Acts of the page of saved replies."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


def library_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    elsewhere = tr("acts", "Open the saved replies first.")
    return (
        Action(
            "library.new",
            tr("acts", "New saved reply"),
            lambda h: h.new_saved_reply(),
            "plus",
            ("Ctrl+N",),
            menu="file",
            also=("create", "nouvelle réponse type"),
        ),
        Action(
            "library.save",
            tr("acts", "Save the saved reply"),
            lambda h: h.library.save(),
            "check",
            ("Ctrl+S",),
            menu="file",
            when=lambda f: f.is_library,
            otherwise=elsewhere,
        ),
        Action(
            "library.duplicate",
            tr("acts", "Duplicate the saved reply"),
            lambda h: h.library.duplicate(),
            "copy",
            ("Ctrl+D",),
            menu="edit",
            when=lambda f: f.is_library,
            otherwise=elsewhere,
        ),
        Action(
            "library.delete",
            tr("acts", "Delete the saved reply"),
            lambda h: h.library.delete(),
            "trash",
            ("Ctrl+Del",),
            menu="edit",
            when=lambda f: f.is_library,
            otherwise=elsewhere,
        ),
        Action(
            "library.folder",
            tr("acts", "Rename the folder of saved replies"),
            lambda h: h.library.rename_folder(),
            "folder",
            menu="edit",
            when=lambda f: f.is_library,
            otherwise=elsewhere,
        ),
    )
