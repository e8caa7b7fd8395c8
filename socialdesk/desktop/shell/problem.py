"""The one page that is shown when a workspace cannot be opened: what is wrong, what is safe, what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.look.connector_words import sentence as in_words
from socialdesk.desktop.widgets.state_page import Act, StatePage

tr = QCoreApplication.translate


class ProblemWindow(QWidget):
    """A window with nothing but the problem."""

    left = Signal()

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setWindowTitle("SocialDesk")
        self.resize(QSize(720, 480))
        self.page = StatePage(self)
        close = Act("close", tr("shell", "Close"))
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
        self.close()
        self.left.emit()
