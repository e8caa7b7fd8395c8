"""Something that is on or off at once: words, and a switch at the end of the line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.widgets.focus_ring import paint_focus_ring

_WIDE, _HIGH, _GAP = 30, 16, 10
_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeading) | int(Qt.TextFlag.TextWordWrap)


class Switch(QCheckBox):
    """The words and the switch; a press on either counts. The knob's place tells as much as its colour."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # words wrap where there is no room
        self.setSizePolicy(policy)

    def _room(self, width: float) -> float:
        return max(1.0, width - scaled(_WIDE) - _GAP)

    def sizeHint(self) -> QSize:
        wide = metrics(12).horizontalAdvance(self.text())
        return QSize(round(scaled(_WIDE) + _GAP + wide + 1), max(scaled(28), 24))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_WIDE) + 60, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, self._room(width), 10_000)
        return max(self.sizeHint().height(), round(metrics(12).boundingRect(room, _WRAPPED, self.text()).height()) + 8)

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, wide, high = QRectF(self.rect()), float(scaled(_WIDE)), float(scaled(_HIGH))
        painter.setFont(font(12))
        painter.setPen(ink("text2"))
        painter.drawText(QRectF(0, 0, self._room(whole.width()), whole.height()), _WRAPPED, self.text())
        track = QRectF(whole.right() - wide - 1, whole.center().y() - high / 2, wide, high)
        paint_switch(painter, track, is_on=self.isChecked(), ground="hover" if self.underMouse() else "surface")
        if self.hasFocus():
            paint_focus_ring(painter, whole)
        painter.end()


def paint_switch(painter: QPainter, track: QRectF, *, is_on: bool, ground: str = "surface") -> None:
    """Paint a switch in `track`; one that is off has `ground`, the token of a colour, for its ground."""
    painter.setPen(QPen(ink("accent" if is_on else "control"), 1.5))
    painter.setBrush(ink("accent" if is_on else ground))
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
    side = track.height() - 6
    left = track.right() - side - 3 if is_on else track.left() + 3
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink("onAccent" if is_on else "control"))
    painter.drawEllipse(QRectF(left, track.top() + 3, side, side))
