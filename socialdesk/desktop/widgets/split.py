"""What parts places: a line between two to drag, and one that only is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSplitter, QWidget

from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import ink

_HOVER = (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave)


class Split(QSplitter):
    """A splitter. Its style has it painted, with all that stands in it, whenever the mouse crosses its edge.

    That is also when a card opens over the mouse. The lines one drags show the mouse by themselves.
    """

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def event(self, event: QEvent) -> bool:
        return event.type() in _HOVER or super().event(event)


class Rule(QWidget):
    """A line one pixel high."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.fillRect(self.rect(), ink("line"))
        painter.end()
