"""Paints keys as caps, the way a shortcut is shown beside its act, named in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialdesk.desktop.actions.keycaps import named
from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import CHIP_RADIUS, scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import font, ink

ACT = "act"
"""The property of a button that names its act."""

_SIGNS = {
    "Shift": "arrow-fat-up",
    "Enter": "arrow-elbow-down-left",
    "Return": "arrow-elbow-down-left",
    "Up": "arrow-up",
    "Down": "arrow-down",
    "Left": "arrow-left",
    "Right": "arrow-right",
    "↵": "arrow-elbow-down-left",
    "⇧": "arrow-fat-up",
    "↑": "arrow-up",
    "↓": "arrow-down",
    "←": "arrow-left",
    "→": "arrow-right",
}
_SIDE, _PAD, _GAP, _SIGN = 18, 5, 4, 12
_INKS = {
    "plain": ("lineStrong", "text2", "raised"),
    "accent": ("onAccent", "onAccent", ""),
    "toast": ("toastLine", "onToast", ""),
}


def keycaps_width(keys: Sequence[str]) -> float:
    """What the caps take side by side, in logical pixels."""
    return sum(_width(key) for key in keys) + _GAP * max(0, len(keys) - 1)


def _width(key: str) -> float:
    if key in _SIGNS:
        return scaled(_SIDE)
    return max(float(scaled(_SIDE)), QFontMetricsF(font(11, 500)).horizontalAdvance(named(key)) + 2 * _PAD)


def paint_keycaps(painter: QPainter, at: QPointF, keys: Sequence[str], tone: str = "plain") -> float:
    """Draw the caps with the middle of their left edge `at`; gives the width they took.

    `tone` is plain, accent (on a solid accent) or toast (on the dark toast).
    """
    line, letters, plane = _INKS[tone]
    side = scaled(_SIDE)
    left = at.x()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font(11, 500))
    for key in keys:
        cap = QRectF(left, at.y() - side / 2, _width(key), side)
        painter.setPen(QPen(ink(line), 1))
        painter.setBrush(ink(plane) if plane else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), CHIP_RADIUS, CHIP_RADIUS)
        sign = _SIGNS.get(key)
        if sign:
            half = QPointF(1, 1) * (scaled(_SIGN) / 2)
            icons.paint(painter, QRectF(cap.center() - half, cap.center() + half), sign, letters)
        else:
            painter.setPen(ink(letters))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, named(key))
        left = cap.right() + _GAP
    painter.restore()
    return keycaps_width(keys)


class KeyCaps(QWidget):
    """Caps that stand by themselves; a reader hears the act's own shortcut, so this has no name."""

    def __init__(
        self, keys: Sequence[str] = (), tone: str = "plain", parent: QWidget | None = None, *, yields: bool = False
    ) -> None:
        """Caps that `yields` are not shown where there is no room for all of them."""
        super().__init__(parent)
        self._yields = yields
        self._keys = tuple(keys)
        self._tone = tone
        across = QSizePolicy.Policy.Maximum if yields else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_keys(self, keys: Sequence[str]) -> None:
        """Print these."""
        self._keys = tuple(keys)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(keycaps_width(self._keys) + 0.5), scaled(_SIDE) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height()) if self._yields else self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._yields and self.width() < keycaps_width(self._keys):
            return
        painter = painter_on(self)
        paint_keycaps(painter, QPointF(0, self.height() / 2), self._keys, self._tone)
        painter.end()
