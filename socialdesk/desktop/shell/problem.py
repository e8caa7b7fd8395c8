"""The one page that is shown when a workspace cannot be opened: what is wrong, what is safe, what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.widgets.state_page import Act, StatePage

tr = QCoreApplication.translate


def way_back(to: str) -> str:
    """What a button is called that leads back to "demo" or to another window; "" where nothing does."""
    return tr("shell", "Back to the demo") if to == "demo" else tr("shell", "Back") if to else ""


class ProblemWindow(QWidget):
    """A window with nothing but the problem."""

    left = Signal()
    wants_back = Signal()
    """To the window that led here."""

    def __init__(self, sentence: str, back: str = "") -> None:
        """`back` is what the way back is called, where another window led here; else one can only close."""
        super().__init__()
        self.setWindowTitle("SocialDesk")
        self.resize(QSize(720, 480))
        self.page = StatePage(self)
        self._back = back
        close = Act("close", back or tr("shell", "Close"))
        self.page.show_state(
            "warning", tr("shell", "This workspace does not open"), in_words(sentence), (close,), tone="soon"
        )
        self.page.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        first = self.page.first()
        if first is not None:
            first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_chosen("close")
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, _key: str) -> None:
        if self._back:
            self.wants_back.emit()
        self.close()
        self.left.emit()
