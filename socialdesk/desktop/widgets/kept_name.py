"""Says whose a thread is, as far as somebody wants to read it of what is kept out of sight."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.widgets.plain_text import safe_name
from socialdesk.model.thread import Thread

tr = QCoreApplication.translate
SETTING = "shield.names"
"""Whether names are kept out of sight with what they wrote."""


def kept_name(thread: Thread, *, hides: bool) -> str:
    """The name of a contact; with `hides` none of a thread that is kept out of sight."""
    if thread.is_shielded and hides:
        return tr("queue", "Hidden message")
    return safe_name(thread.contact_name) or (tr("queue", "Hidden message") if thread.is_shielded else "")
