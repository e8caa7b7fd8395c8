"""Notes when a widget is painted, in the order of whatever else a test notes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Paints(QObject):
    """Notes a word each time a widget is painted."""

    def __init__(self, of: QWidget, noted: list[str], word: str) -> None:
        super().__init__(of)
        self._noted = noted
        self._word = word
        of.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._noted.append(self._word)
        return False
