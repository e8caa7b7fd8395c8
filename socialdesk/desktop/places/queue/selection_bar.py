"""Shows over the queue's title how many threads are selected, and how to stop selecting."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import CARD_RADIUS, scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.numbers import number
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.places.queue.selection import Selection
from socialdesk.desktop.widgets.focus_ring import paint_focus_ring
from socialdesk.desktop.widgets.plain_text import elided

tr = QCoreApplication.translate
_HIGH, _BOX = 38, 16


class SelectionBar(QAbstractButton):
    """The bar of one queue; pressing it selects nothing any more."""

    def __init__(self, selection: Selection, over: QWidget) -> None:
        super().__init__(over)
        self._selection = selection
        self._over = over
        self.hide()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("bulk", "Select nothing (Esc)"))
        self.clicked.connect(selection.clear)
        selection.changed.connect(self._follow)
        over.installEventFilter(self)

    @property
    def words(self) -> str:
        """How many are selected."""
        many = self._selection.count
        if self._selection.is_counting:
            return tr("bulk", "Selecting all {number}…").format(number=number(many))
        return tr("bulk", "%n selected", "threads", many).replace(str(many), number(many))

    def _follow(self) -> None:
        self.setVisible(self._selection.is_on)
        if self._selection.is_on:
            self.setText(self.words)
            self.setAccessibleName(f"{self.words}. {tr('bulk', 'Select nothing (Esc)')}")
            self._place()
            self.raise_()
            self.update()

    def _place(self) -> None:
        self.setGeometry(10, 6, self._over.width() - 20, scaled(_HIGH))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink("accent"))
        painter.drawRoundedRect(box, CARD_RADIUS, CARD_RADIUS)
        check = QRectF(12, box.center().y() - _BOX / 2, _BOX, _BOX)
        painter.setBrush(ink("onAccent"))
        painter.drawRoundedRect(check, 4, 4)
        painter.setPen(QPen(ink("accent"), 2))
        painter.drawLine(QPointF(check.left() + 4, check.center().y()), QPointF(check.right() - 4, check.center().y()))
        hint = tr("bulk", "Esc to clear")
        face = font(13, 500)
        wide = metrics(13, 500).horizontalAdvance(hint)
        inner = box.adjusted(38, 0, -14, 0)
        painter.setPen(ink("onAccent"))
        painter.setFont(font(13, 650))
        room = inner.width()
        shows_hint = room - wide - 16 > metrics(13, 650).horizontalAdvance(self.words)
        room -= wide + 16 if shows_hint else 0
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, elided(self.words, font(13, 650), room))
        if shows_hint:
            painter.setFont(face)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, hint)
        if self.hasFocus():
            paint_focus_ring(painter, box, CARD_RADIUS, on_solid=True)
        painter.end()


def paint_check(painter: QPainter, box: QRectF, *, on: bool) -> None:
    """The box of a row, ticked or not."""
    painter.setPen(QPen(ink("accent" if on else "control"), 1.5))
    painter.setBrush(ink("accent") if on else ink("surface"))
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
    if on:
        half = box.width() / 2 - 2
        middle = box.center()
        icons.paint(painter, QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), "check", "onAccent")
