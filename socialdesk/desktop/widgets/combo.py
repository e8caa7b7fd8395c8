"""A field with choices, drawn as the design draws carets."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.widgets.field import ChoiceField
from socialdesk.desktop.widgets.plain_text import elided

_MOST = 20
"""The sheet leaves it 24 at any size of the text, for it names no size that grows."""


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
        if self.isEditable():
            super().paintEvent(event)
        else:
            self._paint_choice()
        painter = painter_on(self)
        side = min(_MOST, scaled(12))
        where = QRectF(self.width() - 18 - side / 2, (self.height() - side) / 2, side, side)
        icons.paint(painter, where, "caret-down", "text2")
        painter.end()

    def _paint_choice(self) -> None:
        """As Qt does, but what has no room for its last words says so by an ellipsis."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        inside = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        said = elided(self.currentText(), QFontMetricsF(self.font()), inside.width() - 2)
        option.currentText = said
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
