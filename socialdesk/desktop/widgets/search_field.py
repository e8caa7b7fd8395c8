"""A field to search in, with its glass and the keys that lead to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.following import sized
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.widgets.buttons import IconButton
from socialdesk.desktop.widgets.field import Field
from socialdesk.desktop.widgets.keycap import keycaps_width, paint_keycaps

_CROSS = 24


def put_clear(field: QLineEdit, name: str) -> IconButton:
    """Put a cross at the end of a field while something is typed, which empties it; it grows with the text."""
    cross = IconButton("x", name, size=_CROSS, parent=field)
    cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys empty the field as they do any other
    cross.setCursor(Qt.CursorShape.ArrowCursor)
    cross.hide()
    inside = QHBoxLayout(field)
    inside.setContentsMargins(0, 0, 4, 0)
    inside.addWidget(cross, 0, Qt.AlignmentFlag.AlignRight)

    def fit() -> None:
        beside = scaled(_CROSS)
        field.setTextMargins(*((beside, 0, 0, 0) if field.isRightToLeft() else (0, 0, beside, 0)))

    sized(field, fit)
    cross.clicked.connect(field.clear)
    field.textChanged.connect(lambda: cross.setVisible(bool(field.text())))
    return cross


class SearchField(Field):
    """The key caps show while the field is empty and elsewhere is the focus."""

    def __init__(self, placeholder: str, name: str, keys: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self._fit()
        self.setClearButtonEnabled(False)

    def _fit(self) -> None:
        """Keep the words off the glass, at the side where they begin."""
        side = scaled(16) + 6
        self.setTextMargins(*((0, 0, side, 0) if self.isRightToLeft() else (side, 0, 0, 0)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange}:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = painter_on(self)
        middle = self.height() / 2
        side = scaled(16)
        icons.paint(painter, QRectF(11, middle - side / 2, side, side), "magnifying-glass", "text2")
        left = self.width() - 9 - keycaps_width(self._keys)
        has_room = left - side - 20 > self.fontMetrics().horizontalAdvance(self.placeholderText())
        if self._keys and has_room and not self.text() and not self.hasFocus():
            paint_keycaps(painter, QPointF(left, middle), self._keys)
        painter.end()
