"""A field with choices, drawn as the design draws carets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter, QToolTip, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.widgets.field import ChoiceField
from socialdesk.desktop.widgets.plain_text import elided, tooltip

_EASE = 4
"""Qt gives just the room its words take in whole pixels, of which the elision takes a part again."""
_MOST = 20
"""The sheet leaves it 24 at any size of the text, for it names no size that grows."""


class Combo(ChoiceField):
    """A native one, but for its caret."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("caret", "own")

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_EASE, 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(_EASE, 0)

    @property
    def is_cut(self) -> bool:
        """Whether it shows less than the whole of what is chosen."""
        return not self.isEditable() and self._shown(self._option()) != self.currentText()

    def setEditable(self, editable: bool) -> None:
        super().setEditable(editable)
        self.setAccessibleName(self.accessibleName())

    def setAccessibleName(self, name: str) -> None:
        before = self.accessibleName()
        super().setAccessibleName(name)
        # On Linux Qt calls a choice by what is chosen. Without this a reader hears "Much" and not of what.
        if self.accessibleDescription() in {"", before}:
            self.setAccessibleDescription(name)
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
        option = self._option()
        option.currentText = self._shown(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option

    def _shown(self, option: QStyleOptionComboBox) -> str:
        inside = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        return elided(self.currentText(), QFontMetricsF(self.font()), inside.width() - 2)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and not self.toolTip() and self.is_cut:
            QToolTip.showText(event.globalPos(), tooltip(self.currentText()), self)
            return True
        return super().event(event)
