"""Leads through the open blanks of a text, says what each wants and what is wrong, offers what a choice takes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF

from socialdesk.desktop.places.composer import words
from socialdesk.desktop.places.composer.blanks import Blank
from socialdesk.desktop.places.composer.view import ComposerBox
from socialdesk.model.blank_check import is_begun
from socialdesk.model.saved_reply import plain


class Filling(QObject):
    """The blanks of the text field."""

    def __init__(self, box: ComposerBox, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._editor = box.editor
        self._editor.cursorPositionChanged.connect(self.offer)
        self._editor.blanks_changed.connect(self.offer)
        self._editor.focus_changed.connect(self._on_focus)
        self._editor.verticalScrollBar().valueChanged.connect(self.offer)
        box.installEventFilter(self)
        box.values.picked.connect(self._on_value)

    def go(self) -> None:
        """Stand in the next blank."""
        self._editor.go_to_blank()
        self._editor.setFocus()

    def offer(self) -> None:
        """Say what the blank at the caret wants and offer what it takes, or nothing."""
        blank = self._editor.current_blank()
        if blank is None:
            self._box.values.hide()
            self._box.note.hide()
            self._editor.setAccessibleDescription("")
            return
        start = self._editor.textCursor()
        start.setPosition(blank.start)
        line = self._editor.cursorRect(start)
        at = QPointF(self._editor.viewport().mapTo(self._box, line.bottomLeft()))
        self._say(blank, at, line.height())
        offered = _offered(blank)
        if not offered:
            self._box.values.hide()
            return
        below = QPointF(0, 8 + self._box.note.height()) if self._box.note.isVisibleTo(self._box) else QPointF(0, 4)
        self._box.values.offer(offered, at + below)

    def _say(self, blank: Blank, at: QPointF, high: int) -> None:
        why = blank.wrong
        is_wrong = why is not None and not is_begun(blank.type, blank.values, blank.typed)
        said = words.wrong_in_blank(blank, why) if why is not None and is_wrong else words.about_blank(blank)
        # A reader hears it with the field; announced at each letter it would drown the letters.
        self._editor.setAccessibleDescription(said)
        self._box.note.say(said, at, high, is_wrong=is_wrong)

    def _on_focus(self, has_focus: bool) -> None:
        if has_focus:
            self.offer()
        else:
            self._box.note.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._box:
            self.offer()  # the blank stands elsewhere now
        return super().eventFilter(watched, event)

    def _on_value(self, value: str) -> None:
        blank = self._editor.current_blank()
        if blank is not None:
            self._editor.fill_blank(blank, value)
        self.offer()
        self._editor.setFocus()


def _offered(blank: Blank) -> tuple[str, ...]:
    """The values that go on from what was typed; all of them where none does."""
    begun = tuple(one for one in blank.values if plain(one).startswith(plain(blank.typed)))
    return begun or blank.values
