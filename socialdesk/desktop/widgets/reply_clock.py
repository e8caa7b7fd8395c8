"""Paints the reply clock of a thread: fill, shape and words differ, hue is only the fourth signal.

It takes the state, the label and how much of the time is left, all decided elsewhere.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import CHIP_RADIUS, scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import current, font, ink
from socialdesk.support.values import StrEnum


class ClockState(StrEnum):
    """What the clock says; the values are those a plain string may carry."""

    LATE = "late"
    SOON = "soon"
    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"


_HEIGHT, _MARK, _GAP, _PAD = 20, 12, 4, 7
_LEAST_SEEN = 0.07
"""Less of a ring than this would look like a speck on it."""
_BOXED = {ClockState.LATE, ClockState.SOON}


def _weight(state: ClockState) -> int:
    return 650 if state in _BOXED else 550


def clock_size(state: ClockState | str, label: str) -> QSizeF:
    """What the clock takes, in logical pixels."""
    state = ClockState(state)
    pad = 2 * _PAD if state in _BOXED else 0
    words = metrics(11, _weight(state)).horizontalAdvance(label)
    return QSizeF(pad + scaled(_MARK) + _GAP + words, scaled(_HEIGHT))


def paint_clock(
    painter: QPainter,
    at: QPointF,
    state: ClockState | str,
    label: str,
    fraction: float = 1.0,
    *,
    most: float = 10_000.0,
) -> float:
    """Draw the clock with its upper left corner `at`; gives the width it took, at most `most`.

    `fraction` is the part of the time that is left, 0 to 1, and fills the ring of `soon` and `running`.
    """
    state = ClockState(state)
    size = clock_size(state, label)
    width = min(size.width(), most)
    box = QRectF(at.x(), at.y(), width, size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = "text2"
    left = box.left()
    if state is ClockState.LATE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink("over"))
        painter.drawRoundedRect(box, CHIP_RADIUS, CHIP_RADIUS)
        colour = "onOver"
        left += _PAD
    elif state is ClockState.SOON:
        painter.setPen(QPen(ink("soonLine"), 1))
        painter.setBrush(ink("soonTint"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), CHIP_RADIUS, CHIP_RADIUS)
        colour = "soon"
        left += _PAD
    side = scaled(_MARK)
    mark = QRectF(left, box.center().y() - side / 2, side, side)
    _paint_mark(painter, mark, state, fraction)
    face = font(11, _weight(state))
    painter.setFont(face)
    painter.setPen(ink(colour))
    words = QRectF(mark.right() + _GAP, box.top(), max(0.0, box.right() - mark.right() - _GAP), box.height())
    if width < size.width():
        label = QFontMetricsF(face).elidedText(label, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
    painter.restore()
    return width


def _paint_mark(painter: QPainter, mark: QRectF, state: ClockState, fraction: float) -> None:
    match state:
        case ClockState.LATE:
            _paint_diamond(painter, mark)
        case ClockState.SOON:
            paint_ring(painter, mark, fraction, "soon", "soonLine")
        case ClockState.RUNNING:
            paint_ring(painter, mark, fraction, "text3", "lineStrong")
        case ClockState.PAUSED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("text3"))
            part = mark.width() / _MARK
            for left in (1.5, 7.0):
                bar = QRectF(mark.left() + left * part, mark.top() + 1.5 * part, 3.2 * part, 9 * part)
                painter.drawRoundedRect(bar, 0.8, 0.8)
        case ClockState.MET:
            icons.paint(painter, mark.adjusted(-1, -1, 1, 1), "check-circle", "good")


def _paint_diamond(painter: QPainter, mark: QRectF) -> None:
    middle, reach = mark.center(), mark.width() / 2 - 0.75
    painter.setPen(QPen(ink("onOver"), 1, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(ink("onOver"))
    corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink("over"))
    part = mark.width() / _MARK * 0.85
    painter.drawRoundedRect(QRectF(middle.x() - 0.8 * part, middle.y() - 3.6 * part, 1.6 * part, 4.4 * part), 0.6, 0.6)
    painter.drawEllipse(QPointF(middle.x(), middle.y() + 2.6 * part), 0.95 * part, 0.95 * part)


def paint_ring(
    painter: QPainter, rect: QRectF, fraction: float, token: str, track: str, *, thickness: float = 2.0
) -> None:
    """Draw a ring in `track` and over it, from twelve o'clock, the `fraction` that is left in `token`."""
    half = thickness / 2
    ring = rect.adjusted(half, half, -half, -half)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # In high contrast track and part are alike in colour, so they differ in weight.
    painter.setPen(QPen(ink(track), thickness / 2 if current().is_contrast else thickness))
    painter.drawEllipse(ring)
    left = min(1.0, max(0.0, fraction))
    if left > 0:
        left = max(left, _LEAST_SEEN)
        painter.setPen(QPen(ink(token), thickness, c=Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, 90 * 16, round(left * 360 * 16))


class ReplyClock(QWidget):
    """A reply clock that stands by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ClockState.RUNNING
        self._label = ""
        self._fraction = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_clock(self, state: ClockState | str, label: str, fraction: float = 1.0) -> None:
        """Draw this state."""
        self._state, self._label, self._fraction = ClockState(state), label, fraction
        self.setAccessibleName(label)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return clock_size(self._state, self._label).toSize() + QSize(1, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        paint_clock(painter, QPointF(0, 0), self._state, self._label, self._fraction)
        painter.end()
