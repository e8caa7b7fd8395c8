"""A line to write in and a choice, as high as the design has them at every size of the text.

Their height is asked of them and not written in the stylesheet, which would be read anew for every size.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QLineEdit

from socialdesk.desktop.look.metrics import CONTROL_HEIGHT, scaled

_EDGES = 2


class Field(QLineEdit):
    """One line of text."""

    def sizeHint(self) -> QSize:
        return _high(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return _high(super().minimumSizeHint())


class ChoiceField(QComboBox):
    """A choice out of several."""

    def sizeHint(self) -> QSize:
        return _high(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return _high(super().minimumSizeHint())


def _high(hint: QSize) -> QSize:
    return hint.expandedTo(QSize(0, scaled(CONTROL_HEIGHT) + _EDGES))
