"""The stretches of a text that are blanks, or were filled from the thread: finds, shades and unmarks them.

A mark is a property of letters, so undo brings it back as it was. Positions are UTF-16 units, as Qt counts.
"""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from socialdesk.desktop.places.composer import shades
from socialdesk.desktop.places.composer.blanks import BLANK, FILLED, Blank
from socialdesk.desktop.widgets.text_places import places
from socialdesk.model.blank_check import end_of, wrong
from socialdesk.model.saved_reply import BlankType


class Marks:
    """The marks of the text in one field."""

    def __init__(self, field: QTextEdit) -> None:
        self._field = field
        self.may_be_any = False
        """Whether a template was ever put in: most texts have no marks, and none comes from typing."""
        self._known: tuple[int, dict[int, list[tuple[int, int, Blank, str]]]] = (-1, {})

    @property
    def _document(self) -> QTextDocument:
        # Asked for each time: what Python keeps of the document of a field can die before the field does.
        return self._field.document()

    def blanks(self) -> tuple[Blank, ...]:
        """The open blanks in the order of the text: those nobody typed into, and those with something that is wrong."""
        found: list[Blank] = []
        for start, length, made, text in self.of(BLANK):
            typed = "" if text == made.hint else text
            if not typed or wrong(made.type, made.values, typed) is not None:
                found.append(Blank(start, length, made.hint, made.type, made.values, made.about, typed))
        return tuple(found)

    def of(self, kind: int) -> list[tuple[int, int, Blank, str]]:
        """The stretches with a mark: start, length, the mark, the text that stands there now."""
        # Asked several times a key: most texts have none, and none comes from typing.
        if not self.may_be_any:
            return []
        revision = self._document.revision()
        if revision != self._known[0]:
            self._known = (revision, {})
        known = self._known[1]
        if kind not in known:
            known[kind] = self._find(kind)
        return known[kind]

    def _find(self, kind: int) -> list[tuple[int, int, Blank, str]]:
        found: list[tuple[int, int, Blank, str]] = []
        block = self._document.begin()
        while block.isValid():
            fragments = block.begin()
            while not fragments.atEnd():
                fragment = fragments.fragment()
                made = fragment.charFormat().property(kind)
                if made is not None:
                    mark = Blank.from_kept(made)
                    start, length, text = fragment.position(), fragment.length(), fragment.text()
                    previous = found[-1] if found else None
                    if previous is not None and previous[0] + previous[1] == start and previous[2] == mark:
                        found[-1] = (previous[0], previous[1] + length, mark, previous[3] + text)
                    else:
                        found.append((start, length, mark, text))
                fragments += 1
            block = block.next()
        return found

    def tidy(self) -> None:
        """Take the mark off what somebody typed into."""
        if self._document.availableRedoSteps():
            return  # undo shows an earlier text, whose marks are right, and an edit now would end redoing
        for kind in (BLANK, FILLED):
            for start, length, mark, text in self.of(kind):
                if text == mark.hint:
                    continue
                kept = mark.length if text.startswith(mark.hint) else 0
                if kind == BLANK and mark.type is not BlankType.TEXT and not kept:
                    # It keeps its mark while it is typed, so that it can be looked at; the sentence behind it does not.
                    kept = places(text[: end_of(mark.type, mark.values, text)]) or length
                    if kept == length:
                        continue
                cursor = QTextCursor(self._document)
                cursor.joinPreviousEditBlock()
                cursor.setPosition(start + kept)
                cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(QTextCharFormat())
                cursor.endEditBlock()

    def selections(self) -> list[QTextEdit.ExtraSelection]:
        """Blanks and filled variables with their colours; the marks hold none, so a theme can change under them."""
        selections: list[QTextEdit.ExtraSelection] = []
        blank, filled = shades.blank(), shades.filled()
        for kind in (BLANK, FILLED):
            for start, length, mark, text in self.of(kind):
                is_open = kind == BLANK and (text == mark.hint or wrong(mark.type, mark.values, text) is not None)
                look = blank if is_open else filled
                one = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self._document)
                cursor.setPosition(start)
                cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
                one.cursor, one.format = cursor, look
                selections.append(one)
        return selections
