"""What the queue shows where nothing is to be listed: what was looked for, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.plain_text import PlainLabel

tr = QCoreApplication.translate


class NothingHere(QWidget):
    """A sentence, and where a filter is in force the ways out of it."""

    cleared = Signal()
    search_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sentence = PlainLabel("", 14, 600, "text", wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.clear = Button(tr("queue", "Clear filters"), keys=("Shift", "F"))
        self.clear.clicked.connect(self.cleared)
        self.search = Button(tr("queue", "Search everything"), keys=("/",))
        self.search.clicked.connect(self.search_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 48, 24, 24)
        column.setSpacing(10)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.search, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_filtered(self, many: int) -> None:
        """Nothing fits the filters in force."""
        self.sentence.setText(tr("queue", "Nothing matches %n filter(s).", "", many))
        self.clear.show()
        self.search.show()

    def show_sentence(self, sentence: str) -> None:
        """Something else is why nothing is listed."""
        self.sentence.setText(sentence)
        self.clear.hide()
        self.search.hide()
