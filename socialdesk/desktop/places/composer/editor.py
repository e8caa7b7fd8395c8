"""The text field of the composer: plain text with open blanks in it; knows neither threads nor commands.

A blank is a property of its letters, so undo brings it back as it was. Whoever types into it fills it. Positions are
UTF-16 units, as Qt counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from socialdesk.desktop.actions.keymap import digit_of
from socialdesk.desktop.places.composer import shades
from socialdesk.desktop.places.composer.blanks import BLANK, Blank, format_of
from socialdesk.desktop.places.composer.marks import Marks
from socialdesk.desktop.widgets.text_places import cut, places, x_at
from socialdesk.model.saved_reply import Piece

_OBJECT = "\ufffc"
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Editor(QTextEdit):
    """Where a reply or a note is written. Enter is a new line; everything that sends belongs to the composer."""

    blanks_changed = Signal()
    slash_typed = Signal(str)
    """What stands after a slash at the start of a word, letter by letter, while the caret is behind it."""
    slash_left = Signal()
    """The caret is no longer behind such a slash."""
    key_for_picker = Signal(object)
    """A QKeyEvent that the open picker may accept."""
    began = Signal()
    """The first key of a text that was empty."""
    left = Signal()
    """Escape: the person leaves, the text stays."""
    focus_changed = Signal(bool)
    takes_pictures: Callable[[QMimeData], bool] | None = None
    """Whether something dropped or pasted holds pictures; set by the place."""
    take_pictures: Callable[[QMimeData], bool] | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(0)
        self.picker_is_open = False
        self._is_tidying = False
        self._was_empty = True
        self._is_blank = False
        """Whether an empty draft was shown last."""
        self._slash = False
        self._asked_at: int | None = None
        """From where on what is typed is looked for without a slash; None while nobody asked for that."""
        self._shown: tuple[Blank, ...] = ()
        self._marks = Marks(self)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._look_for_slash)

    def text(self) -> str:
        """The text as it was typed, no-break spaces and all."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    # ---------------------------------------------------------------------------------------------------- blanks
    def blanks(self) -> tuple[Blank, ...]:
        """The open blanks in the order of the text: those nobody typed into, and those with something that is wrong."""
        return self._marks.blanks()

    def insert_pieces(self, pieces: Iterable[Piece], *, instead_of: tuple[int, int] | None = None) -> None:
        """Put a filled template at the caret, or over a stretch, and stand in its first blank."""
        cursor = self.textCursor()
        if instead_of is not None:
            cursor.setPosition(instead_of[0])
            cursor.setPosition(instead_of[1], QTextCursor.MoveMode.KeepAnchor)
        self._asked_at = None
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._marks.may_be_any = True
        start = cursor.position()
        self._is_tidying = True
        for piece in pieces:
            cursor.insertText(piece.text, format_of(piece))
        self._is_tidying = False
        cursor.endEditBlock()
        end = cursor.position()
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(QTextCharFormat())
        first = next((blank for blank in self.blanks() if start <= blank.start < end), None)
        if first is not None:
            self._select(first)
        self._on_text_changed()

    def restore(self, text: str, blanks: Iterable[Blank] = ()) -> None:
        """Show a draft, with nothing to undo before it."""
        blanks = tuple(blanks)
        if self._is_blank and not text and not blanks and self._is_untouched():
            return  # most threads have no draft: what shows nothing is left as it is
        self._is_blank = not text
        self._is_tidying = True
        self.setUndoRedoEnabled(False)
        self.setPlainText(text)
        self._marks.may_be_any = bool(blanks)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        rhythm = QTextBlockFormat()
        rhythm.setLineHeight(shades.RHYTHM, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        whole.mergeBlockFormat(rhythm)
        for blank in blanks:
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(blank.start, self._end()))
            cursor.setPosition(min(blank.end, self._end()), QTextCursor.MoveMode.KeepAnchor)
            piece = Piece(blank.hint, blank=blank.type, values=blank.values, hint=blank.about)
            cursor.setCharFormat(format_of(piece))
        self.setUndoRedoEnabled(True)
        self._is_tidying = False
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setCurrentCharFormat(QTextCharFormat())
        self._was_empty = not text
        self._slash, self._asked_at = False, None
        self._on_text_changed()

    def _is_untouched(self) -> bool:
        """Whether nothing is written, half composed, or could be brought back."""
        document = self.document()
        has_past = document.isUndoAvailable() or document.isRedoAvailable()
        return document.isEmpty() and not has_past and not document.firstBlock().layout().preeditAreaText()

    def settle(self) -> None:
        """Take what an input method or a dead key is composing as it stands; else it goes on in the next text."""
        if not self._composed():
            return
        QGuiApplication.inputMethod().commit()
        if left := self._composed():  # not every input method listens
            taken = QInputMethodEvent()
            taken.setCommitString(left)
            QCoreApplication.sendEvent(self, taken)

    def _composed(self) -> str:
        return self.textCursor().block().layout().preeditAreaText()

    def go_to_blank(self, *, backwards: bool = False) -> bool:
        """Select the next open blank, round the text; False when there is none."""
        blanks = self.blanks()
        if not blanks:
            return False
        at = self.textCursor().selectionStart()
        if backwards:
            self._select(next((blank for blank in reversed(blanks) if blank.start < at), blanks[-1]))
        else:
            beyond = max(self.textCursor().selectionEnd(), at + 1)
            self._select(next((blank for blank in blanks if blank.start >= beyond), blanks[0]))
        return True

    def current_blank(self) -> Blank | None:
        """The open blank the caret stands in."""
        cursor = self.textCursor()
        low, high = cursor.selectionStart(), cursor.selectionEnd()
        return next((blank for blank in self.blanks() if blank.start <= low and high <= blank.end), None)

    def fill_blank(self, blank: Blank, value: str) -> None:
        """Write a value into a blank and go on to the next."""
        cursor = self.textCursor()
        cursor.setPosition(blank.start)
        cursor.setPosition(blank.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(value, QTextCharFormat())
        self.setTextCursor(cursor)
        self.go_to_blank()

    def _select(self, blank: Blank) -> None:
        cursor = self.textCursor()
        cursor.setPosition(blank.start)
        cursor.setPosition(blank.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _end(self) -> int:
        return self.document().characterCount() - 1

    def _on_text_changed(self) -> None:
        if self._is_tidying:
            return
        self._is_tidying = True
        self._marks.tidy()
        self._is_tidying = False
        is_empty = self.document().isEmpty()
        if self._was_empty and not is_empty:
            self.began.emit()
        self._was_empty = is_empty
        if is_empty and self.currentCharFormat().propertyCount():
            self.setCurrentCharFormat(QTextCharFormat())
        self.shade()
        self._look_for_slash()
        blanks = self.blanks()
        if blanks != self._shown:
            self._shown = blanks
            self.blanks_changed.emit()

    def shade(self) -> None:
        """Colour blanks and filled variables as the theme has them."""
        self.setExtraSelections(self._marks.selections())

    # ----------------------------------------------------------------------------------------------------- slash
    def slash_word(self) -> tuple[int, int, str] | None:
        """A slash at a word start before the caret: its start, the caret, and what stands between.

        Or the place where somebody asked for saved replies without one.
        """
        found = self.signed_word("/")
        return (found[0], found[1], found[3]) if found is not None else self._asked_word()

    def ask_here(self) -> None:
        """What is typed from here on is looked for among saved replies, as behind a slash."""
        if self.signed_word("/") is None:
            self._asked_at = self.textCursor().selectionStart()
        self._look_for_slash()

    def _asked_word(self) -> tuple[int, int, str] | None:
        cursor, at = self.textCursor(), self._asked_at
        if at is None or cursor.selectionStart() < at:
            return None
        if cursor.hasSelection():
            return (at, cursor.selectionEnd(), "") if cursor.selectionStart() == at else None
        end = cursor.position()
        cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
        word = cursor.selectedText()
        return None if any(letter.isspace() for letter in word) else (at, end, word)

    def signed_word(self, sign: str) -> tuple[int, int, str, str] | None:
        """A sign at a word start before the caret: its start, the caret, the sign, and what stands between."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return None
        block = cursor.block()
        before = cut(block.text(), 0, cursor.positionInBlock())
        at = before.rfind(sign)
        word = before[at + 1 :]
        if at < 0 or (at > 0 and not before[at - 1].isspace()) or any(letter.isspace() for letter in word):
            return None
        length = places(before[at:])
        return cursor.position() - length, cursor.position(), sign, word

    def replace(self, start: int, end: int, text: str) -> None:
        """Write other words over a stretch, as one step that can be undone."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text, QTextCharFormat())
        self.setTextCursor(cursor)

    def _look_for_slash(self) -> None:
        if self._is_tidying:
            return
        word = self.slash_word() if self.hasFocus() else None
        if word is not None:
            self._slash = True
            self.slash_typed.emit(word[2])
        elif self._slash:
            self._leave_slash()

    def _leave_slash(self) -> None:
        self._slash, self._asked_at = False, None
        self.slash_left.emit()

    # ------------------------------------------------------------------------------------------------ Qt overrides
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.picker_is_open and _is_for_picker(event):
            event.setAccepted(False)
            self.key_for_picker.emit(event)
            if event.isAccepted():
                if key == Qt.Key.Key_Escape and self._asked_at is not None:
                    self._leave_slash()
                return
        if key == Qt.Key.Key_Escape and not held:
            self.left.emit()
            return
        if event.text().isprintable() and event.text() and not held & _COMMANDS and self._is_more_than_a_blank():
            # Qt would give the new letters what the last of the old ones were: a part of a blank.
            self.textCursor().insertText(event.text(), QTextCharFormat())
            return
        super().keyPressEvent(event)

    def _is_more_than_a_blank(self) -> bool:
        """Whether what is selected is not all within one blank."""
        cursor = self.textCursor()
        low, high = cursor.selectionStart(), cursor.selectionEnd()
        within = any(start <= low and high <= start + length for start, length, *_ in self._marks.of(BLANK))
        return cursor.hasSelection() and not within

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes what the picker shows, then walks the blanks; without one it leaves."""
        if self.picker_is_open:
            self.key_for_picker.emit(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
            return True
        if self.blanks():
            return self.go_to_blank(backwards=not forward)
        return super().focusNextPrevChild(forward)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text; pictures are attached."""
        if self.take_pictures is not None and not source.hasText() and self.take_pictures(source):
            return
        if self.take_pictures is not None and source.hasUrls() and self.take_pictures(source):
            return
        if source.hasText():
            self.textCursor().insertText(source.text().replace(_OBJECT, ""), QTextCharFormat())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or (self.takes_pictures is not None and self.takes_pictures(source))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        blanks = self.blanks()
        if not blanks:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(shades.blank_pen())
        for blank in blanks:
            for rect in self._rects(blank):
                painter.drawRoundedRect(rect, 4, 4)
        painter.end()

    def _rects(self, blank: Blank) -> list[QRectF]:
        """The rectangles of a blank, one a line."""
        block = self.document().findBlock(blank.start)
        layout = block.layout()
        offset = self.document().documentLayout().blockBoundingRect(block).topLeft()
        offset -= QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        low, high = blank.start - block.position(), blank.end - block.position()
        rects: list[QRectF] = []
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            first, last = max(low, line.textStart()), min(high, line.textStart() + line.textLength())
            if first >= last:
                continue
            left, right = sorted((x_at(line, first), x_at(line, last)))
            right = min(right, line.x() + line.naturalTextWidth())
            rects.append(
                QRectF(offset.x() + left - 1.5, offset.y() + line.y() - 0.5, right - left + 3, line.height() + 1)
            )
        return rects


def _is_for_picker(event: QKeyEvent) -> bool:
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
    return event.key() in keys or digit_of(event.text()) > 0
