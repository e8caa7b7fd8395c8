"""The card that goes with the pointer while something is dragged: what is held, and what letting go would do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import CONTROL_RADIUS, scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.widgets.plain_text import elided
from socialdesk.desktop.widgets.shadow import paint_shadow

_MARGIN, _PAD, _MOST = 10, 12, 320


class DragCard(QWidget):
    """A line of words beside the pointer; the pointer goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self.words = ""
        self._can_drop = False

    def show_at(self, at: QPoint, words: str, *, can_drop: bool) -> None:
        """Show the words at a place of the window."""
        self.words, self._can_drop = words, can_drop
        self.setAccessibleName(words)
        self.resize(self.sizeHint())
        room = self._window.rect()
        x = min(at.x() + 14, room.right() - self.width())
        y = min(at.y() + 10, room.bottom() - self.height())
        self.move(max(0, x), max(0, y))
        self.show()
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        wide = min(float(scaled(_MOST)), metrics(13, 600).horizontalAdvance(self.words))
        return QSize(round(wide) + 2 * (_PAD + _MARGIN), scaled(34) + 2 * _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint_shadow(painter, card, CONTROL_RADIUS)
        painter.setPen(QPen(ink("accent" if self._can_drop else "lineStrong"), 1))
        painter.setBrush(ink("raised"))
        painter.drawRoundedRect(card, CONTROL_RADIUS, CONTROL_RADIUS)
        painter.setFont(font(13, 600))
        painter.setPen(ink("text" if self._can_drop else "text2"))
        room = card.adjusted(_PAD, 0, -_PAD, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided(self.words, font(13, 600), room.width() + 1))
        painter.end()
