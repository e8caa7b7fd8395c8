"""A label of some lines with the distance between them that the design has; a label of Qt's takes the font's own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.widgets.plain_text import PlainLabel


class LeadedLabel(PlainLabel):
    """Plain text that wraps, `line` logical pixels from one line to the next."""

    def __init__(
        self,
        text: str,
        px: int,
        line: int,
        *,
        weight: int = 400,
        ink: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._line = line
        super().__init__(text, px, weight, ink, wraps=True, parent=parent)

    def heightForWidth(self, width: int) -> int:
        return max(1, self._laid_out(width).lineCount()) * scaled(self._line)

    def sizeHint(self) -> QSize:
        wide = super().sizeHint().width()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), scaled(self._line))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        layout, high = self._laid_out(self.width()), scaled(self._line)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            line.draw(painter, QPointF(0, number * high + (high - line.height()) / 2 - line.y()))
        painter.end()

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption(self.alignment())
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # the text's own, whichever way the window runs
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
        layout.endLayout()
        return layout
