"""Acts on what is held about a contact."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.actions.registry import Action

tr = QCoreApplication.translate


def contact_acts() -> tuple[Action, ...]:
    """In the reader's language of this moment."""
    none = tr("acts", "Open a thread first.")
    return (
        Action(
            "contact.export",
            tr("acts", "Write down all that is held about this contact…"),
            lambda h: h.export_contact(),
            "identification-card",
            menu="file",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("export", "gdpr", "rgpd", "privacy"),
        ),
        Action(
            "contact.erase",
            tr("acts", "Forget this contact for good…"),
            lambda h: h.erase_contact(),
            "trash",
            menu="file",
            when=lambda f: f.has_thread,
            otherwise=none,
            also=("erase", "delete", "gdpr", "rgpd", "privacy"),
        ),
    )
