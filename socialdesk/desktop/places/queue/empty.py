"""What the queue shows where nothing is to be listed: what was looked for, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.keycap import ACT
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.state_page import Act, button_of

tr = QCoreApplication.translate
_LOW, _STEPS = 160, 360


class NothingHere(QWidget):
    """A sentence, and where a filter is in force the ways out of it."""

    cleared = Signal()
    chosen = Signal(str)
    """The key of the next step that was chosen."""
    search_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sentence = PlainLabel("", 14, 600, "text", wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.clear = Button(tr("queue", "Clear filters"), keys=("Shift", "F"))
        self.clear.setProperty(ACT, "view.clear")
        self.clear.clicked.connect(self.cleared)
        self.search = Button(tr("queue", "Search everything"), keys=("/",))
        self.search.setProperty(ACT, "select.slash")
        self.search.clicked.connect(self.search_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 24, 4)
        column.setSpacing(0)
        for part, after in ((None, 44), (self.sentence, 18)):
            if part is not None:
                column.addWidget(part)
            column.addItem(QSpacerItem(0, after, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum))
        self._ways = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._ways.setSpacing(10)
        self._ways.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        self._ways.addWidget(self.search, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._ways)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(10)
        column.addLayout(self._steps)
        self.steps: list[Button] = []
        self._offered: tuple[Act, ...] = ()
        column.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)  # what is in force above it keeps its room

    def hasHeightForWidth(self) -> bool:
        return False  # nor may what it would like to have in all be taken for the least it needs

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()
        is_low = self.height() < scaled(_LOW)
        self._ways.setDirection(QBoxLayout.Direction.LeftToRight if is_low else QBoxLayout.Direction.TopToBottom)

    def show_filtered(self, many: int) -> None:
        """Nothing fits the filters in force."""
        self.sentence.setText(tr("queue", "Nothing matches %n filter(s).", "", many))
        self.clear.show()
        self.search.show()
        self._offer(())

    def show_sentence(self, sentence: str, steps: Sequence[Act] = ()) -> None:
        """Something else is why nothing is listed; `steps` say what can be done next."""
        self.sentence.setText(sentence)
        self.clear.hide()
        self.search.hide()
        self._offer(steps)

    def _offer(self, steps: Sequence[Act]) -> None:
        if self._offered == tuple(steps):
            return  # one of them may have the focus
        self._offered = tuple(steps)
        for button in self.steps:
            self._steps.removeWidget(button)
            button.deleteLater()
        self.steps = [button_of(step, self.chosen.emit, self) for step in steps]
        before: QWidget = self.search
        for button in self.steps:
            self._steps.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            self.setTabOrder(before, button)
            before = button
        self._widen()

    def _widen(self) -> None:
        """Next steps are as wide as each other, and no wider than the pane."""
        for button in self.steps:
            button.setFixedWidth(min(max(scaled(_STEPS), button.sizeHint().width()), max(1, self.width() - 48)))
