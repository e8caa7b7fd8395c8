"""A box to tick, drawn by the tokens: the native one keeps no contrast on dark planes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import CHIP_RADIUS, scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.widgets.focus_ring import paint_focus_ring

_BOX, _GAP, _EDGE = 18, 9, 4
_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeading) | int(Qt.TextFlag.TextWordWrap)


class Tick(QCheckBox):
    """The box and its words; a press on either counts."""

    def __init__(self, words: str, px: int = 14, weight: int = 600, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._face = (px, weight)
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # words wrap where there is no room
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        wide = metrics(*self._face).horizontalAdvance(self.text())
        return QSize(round(2 * _EDGE + scaled(_BOX) + _GAP + wide + 1), max(scaled(26), 24))

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _EDGE + scaled(_BOX), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, max(1, width - 2 * _EDGE - scaled(_BOX) - _GAP), 10_000)
        return max(
            self.sizeHint().height(), round(metrics(*self._face).boundingRect(room, _WRAPPED, self.text()).height()) + 8
        )

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, side = QRectF(self.rect()), float(scaled(_BOX))
        box = QRectF(_EDGE, whole.center().y() - side / 2, side, side)
        is_on = self.isChecked()
        edge = "accent" if is_on else "control"
        painter.setPen(QPen(ink(edge if self.isEnabled() else "line"), 1.5))
        painter.setBrush(ink("accent" if is_on else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), CHIP_RADIUS, CHIP_RADIUS)
        if is_on:
            icons.paint(painter, box.adjusted(3, 3, -3, -3), "check-bold", "onAccent")
        painter.setFont(font(*self._face))
        painter.setPen(ink("text" if self.isEnabled() else "text3"))
        words = whole.adjusted(_EDGE + side + _GAP, 0, -_EDGE, 0)
        painter.drawText(words, _WRAPPED, self.text())
        if self.hasFocus():
            paint_focus_ring(painter, whole)
        painter.end()
