"""A second window that shows one thread beside the first: what a person wrote elsewhere, and a place to answer it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import metrics
from socialdesk.desktop.places.composer.place import Composer
from socialdesk.desktop.places.conversation.place import Conversation
from socialdesk.desktop.widgets.plain_text import safe_name
from socialdesk.model.identifiers import ThreadId

tr = QCoreApplication.translate
WIDTH = 560


class Beside(QWidget):
    """One thread in a window of its own. Ctrl+Enter sends, Esc closes; the draft is that of the thread."""

    left = Signal()

    def __init__(self, bridge: Bridge, thread: ThreadId, first: QWidget) -> None:
        super().__init__(first, Qt.WindowType.Window)
        self.shows = thread
        self._first = first
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("plane", "surface")
        self.setMinimumSize(metrics.CONVERSATION_LEAST, metrics.WINDOW_LEAST[1])
        self.conversation = Conversation(bridge, parent=self)
        self.composer = Composer(bridge)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.conversation, 1)
        whole.addWidget(self.composer)
        self.conversation.shown.connect(self.composer.on_shown)
        self.conversation.edit_wanted.connect(self.composer.take_text)
        self.conversation.back_wanted.connect(self.close)
        self.composer.wrote_past.connect(self.conversation.on_wrote_past)
        self.composer.left.connect(self.close)
        for keys, act in (
            ("Ctrl+Return", self.composer.send),
            ("Ctrl+Enter", self.composer.send),
            ("Ctrl+Shift+Return", self.composer.send_and_done),
            ("Escape", self.close),
        ):
            QShortcut(QKeySequence(keys), self, act)
        self.conversation.open(thread)
        self.composer.open(thread)
        found = bridge.thread(thread)
        channel = bridge.channel(found.channel_id) if found is not None else None
        hidden = tr("people", "Hidden message")
        name = hidden if found is None or found.is_shielded else safe_name(found.contact_name)
        self.setWindowTitle(f"{name} – {channel.name}" if channel is not None else name)

    def show_beside(self) -> None:
        """Come up at the right of the first window, on the screen, with the keyboard in the answer."""
        screen = self._first.screen().availableGeometry()
        frame = self._first.frameGeometry()
        left = min(frame.right() + 8, screen.right() - WIDTH)
        height = min(frame.height(), screen.height())
        self.setGeometry(QRect(max(screen.left(), left), max(screen.top(), frame.top()), WIDTH, height))
        self.show()
        self.composer.focus_reply()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.composer.keep_draft()
        self.left.emit()
        event.accept()
