"""Stands for the rows of a view while they are read: eight grey shapes over the list, which keeps focus and keys.

Nothing moves in it, so there is nothing to be spared from; it takes no press.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.places.queue.list import QueueList
from socialdesk.desktop.places.queue.paint import AVATAR, AVATAR_LOW, RowDelegate
from socialdesk.desktop.places.queue.words import tr

MANY = 8
_LEFT, _GAP, _TOP, _LOW_TOP = 24, 12, 12, 11
_LINES = ((13, 0.42), (32, 0.86), (59, 0.28))
_LOW_LINES = ((12, 0.42), (38, 0.86))
"""How far below the top of a row a bar begins, and which share of the width it takes."""
_THICK = 10


class RowShapes(QWidget):
    """One for each list; `begin` and `end` show it and take it away."""

    def __init__(self, rows: QueueList, delegate: RowDelegate) -> None:
        super().__init__(rows.viewport())
        self._delegate = delegate
        self.setAccessibleName(tr("queue", "The threads of this view are being read"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        rows.viewport().installEventFilter(self)
        self.hide()

    def begin(self) -> None:
        """Cover the list."""
        self._fit()
        self.show()
        self.raise_()

    def end(self) -> None:
        """The threads are there."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        around = self.parentWidget()
        if around is not None:
            self.setGeometry(around.rect())

    def shapes(self) -> list[QRectF]:
        """Where each of them stands, as a row does; those below the edge are not seen."""
        high = self._delegate.row_height
        return [QRectF(0, number * high, self.width(), high) for number in range(MANY)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink("line"))
        painter.setBrush(ink("chip"))
        for box in self.shapes():
            self._paint_one(painter, box)
        painter.end()

    def _paint_one(self, painter: QPainter, box: QRectF) -> None:
        is_low = self._delegate.is_low
        face = scaled(AVATAR_LOW if is_low else AVATAR)
        painter.drawEllipse(QRectF(box.left() + _LEFT, box.top() + scaled(_LOW_TOP if is_low else _TOP), face, face))
        left = box.left() + _LEFT + face + _GAP
        room, thick = box.right() - self._delegate.edge - left, scaled(_THICK)
        for down, share in _LOW_LINES if is_low else _LINES:
            bar = QRectF(left, box.top() + scaled(down), room * share, thick)
            painter.drawRoundedRect(bar, thick / 2, thick / 2)
