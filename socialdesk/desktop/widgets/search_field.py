"""A field to search in, with its glass and the keys that lead to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.widgets.keycap import keycaps_width, paint_keycaps


class SearchField(QLineEdit):
    """The key caps show while the field is empty and elsewhere is the focus."""

    def __init__(self, placeholder: str, name: str, keys: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setTextMargins(22, 0, 0, 0)
        self.setClearButtonEnabled(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = painter_on(self)
        middle = self.height() / 2
        icons.paint(painter, QRectF(11, middle - 8, 16, 16), "magnifying-glass", "text2")
        if self._keys and not self.text() and not self.hasFocus():
            left = self.width() - 9 - keycaps_width(self._keys)
            paint_keycaps(painter, QPointF(left, middle), self._keys)
        painter.end()
