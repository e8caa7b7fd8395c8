"""What a thread is called in a sentence of the window; whoever wrote what is kept out of sight is not named."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.widgets.plain_text import called
from socialdesk.model.thread import Thread

tr = QCoreApplication.translate


def thread_name(thread: Thread) -> str:
    """The name of its contact, or that it is hidden."""
    return tr("shell", "A hidden message") if thread.is_shielded else called(thread.contact_name, thread.contact_handle)
