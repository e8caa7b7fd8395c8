"""Leads through the open blanks of a text, and offers the values that a choice blank takes; decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF

from socialdesk.desktop.places.composer.view import ComposerBox


class Filling(QObject):
    """The blanks of the text field."""

    def __init__(self, box: ComposerBox, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._editor = box.editor
        self._editor.cursorPositionChanged.connect(self.offer)
        box.values.picked.connect(self._on_value)

    def go(self) -> None:
        """Stand in the next blank."""
        self._editor.go_to_blank()
        self._editor.setFocus()

    def offer(self) -> None:
        """Offer what the blank at the caret takes, or nothing."""
        blank = self._editor.current_blank()
        if blank is None or not blank.values:
            self._box.values.hide()
            return
        below = self._editor.cursorRect().bottomLeft()
        at = self._editor.viewport().mapTo(self._box, below)
        self._box.values.offer(blank.values, QPointF(at) + QPointF(0, 4))

    def _on_value(self, value: str) -> None:
        blank = self._editor.current_blank()
        if blank is not None:
            self._editor.fill_blank(blank, value)
        self.offer()
        self._editor.setFocus()
