"""Lays places beside each other with a line between them to drag; is not painted for the mouse coming in or leaving."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSplitter, QWidget

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
