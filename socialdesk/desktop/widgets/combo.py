"""A field with choices, drawn as the design draws carets."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.widgets.field import ChoiceField


class Combo(ChoiceField):
    """A native one, but for its caret."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("caret", "own")

    def setEditable(self, editable: bool) -> None:
        super().setEditable(editable)
        self.setAccessibleName(self.accessibleName())

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        field = self.lineEdit()
        if field is not None:
            field.setAccessibleName(name)  # the keys are in it, and readers hear it alone

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = painter_on(self)
        icons.paint(painter, QRectF(self.width() - 24, self.height() / 2 - 6, 12, 12), "caret-down", "text2")
        painter.end()
