"""Underlines what is spelt wrongly in the text field, in the language of the thread, and offers what may be meant."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu

from socialdesk.desktop.bridge.spelling import Spelling
from socialdesk.desktop.look import theme
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.places.composer.blanks import BLANK
from socialdesk.desktop.places.composer.editor import Editor
from socialdesk.desktop.widgets.plain_text import on_button
from socialdesk.desktop.widgets.text_places import places
from socialdesk.model.spelling import words

tr = QCoreApplication.translate
_SOON_MS = 120


class Underlines(QSyntaxHighlighter):
    """The lines below wrong words. Only the paragraph that changed is looked at, and nothing is looked up here."""

    def __init__(self, editor: Editor, spelling: Spelling) -> None:
        super().__init__(editor.document())
        self._editor = editor
        self._spelling = spelling
        self.language = ""
        self._unknown: set[str] = set()
        self._ask_soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._ask_soon.timeout.connect(self._ask)
        self._again_soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._again_soon.timeout.connect(self.rehighlight)
        spelling.checked.connect(self._on_checked)
        theme.signals().changed.connect(self._again_soon.start)

    def speak(self, language: str) -> None:
        """Check another language; "" for none."""
        if language != self.language:
            self.language = language
            self._again_soon.start()

    def highlightBlock(self, text: str) -> None:
        if not self.language or not text:
            return
        wrong = QTextCharFormat()
        wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        wrong.setUnderlineColor(ink("over"))
        is_wide = any(sign > "\uffff" for sign in text)
        caret = self._editor.textCursor().position() - self.currentBlock().position()
        blanks = self._blanks()
        for start, word in words(text):
            judged = self._spelling.is_wrong(word, self.language)
            if judged is None:
                self._unknown.add(word)
                continue
            if not judged:
                continue
            at = places(text[:start]) if is_wide else start  # an emoji before the word moves it
            if caret == at + len(word) and self._editor.hasFocus():
                continue  # it is being typed
            if any(low < at + len(word) and at < high for low, high in blanks):
                continue
            self.setFormat(at, len(word), wrong)
        if self._unknown:
            self._ask_soon.start()

    def _blanks(self) -> list[tuple[int, int]]:
        """The stretches of this paragraph that are blanks, or were filled from the conversation."""
        found: list[tuple[int, int]] = []
        block: QTextBlock = self.currentBlock()
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if fragment.charFormat().property(BLANK) is not None:
                at = fragment.position() - block.position()
                found.append((at, at + fragment.length()))
            fragments += 1
        return found

    def _ask(self) -> None:
        asked, self._unknown = self._unknown, set()
        if self.language:
            self._spelling.check(asked, self.language)

    def _on_checked(self, language: str) -> None:
        if language in {"", self.language}:
            self._again_soon.start()


class SpellingMenu(QObject):
    """The context menu of the text field, with what may be meant by a wrong word; also by the menu key."""

    def __init__(self, editor: Editor, spelling: Spelling, underlines: Underlines, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._spelling = spelling
        self._underlines = underlines
        self._waiting: tuple[str, QTextCursor, QPoint] | None = None
        self.menu: QMenu | None = None
        spelling.suggested.connect(self._on_suggested)
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            cursor = self._editor.textCursor() if is_by_key else self._editor.cursorForPosition(event.pos())
            at = event.globalPos()
            if is_by_key:
                at = self._editor.viewport().mapToGlobal(self._editor.cursorRect().bottomLeft())
            self.open_at(cursor, at)
            return True
        return False

    def open_at(self, cursor: QTextCursor, at: QPoint) -> None:
        """Open the menu for the word at a place of the text."""
        found = self.wrong_word(cursor)
        if found is None:
            self._open(at, "", None, ())
            return
        word, place = found
        self._waiting = (word, place, at)
        self._spelling.suggest(word, self._underlines.language)

    def wrong_word(self, cursor: QTextCursor) -> tuple[str, QTextCursor] | None:
        """The wrong word that a place of the text lies in, with its stretch."""
        block = cursor.block()
        text = block.text()
        caret = cursor.position() - block.position()
        for start, word in words(text):
            at = places(text[:start])
            if at <= caret <= at + len(word):
                if not self._underlines.language or not self._spelling.is_wrong(word, self._underlines.language):
                    return None
                place = QTextCursor(block)
                place.setPosition(block.position() + at)
                place.setPosition(block.position() + at + len(word), QTextCursor.MoveMode.KeepAnchor)
                return word, place
        return None

    def _on_suggested(self, word: str, meant: tuple[str, ...]) -> None:
        if self._waiting is not None and self._waiting[0] == word:
            _, place, at = self._waiting
            self._waiting = None
            if place.selectedText() == word:  # else other words stand there by now, or another draft
                self._open(at, word, place, meant)

    def _open(self, at: QPoint, word: str, place: QTextCursor | None, meant: tuple[str, ...]) -> None:
        menu = self._editor.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if place is not None:
            first = menu.actions()[0] if menu.actions() else None
            made: list[tuple[str, Callable[[], None]]] = [
                (on_button(one), partial(self._replace, place, one)) for one in meant
            ]
            made.append((tr("composer", "Add to dictionary"), partial(self._spelling.add, word)))
            for said, run in made:
                action = menu.addAction(said)
                action.triggered.connect(run)
                if first is not None:
                    menu.removeAction(action)
                    menu.insertAction(first, action)
            if first is not None:
                menu.insertSeparator(first)
            menu.setActiveAction(menu.actions()[0])
        self.menu = menu
        menu.popup(at)

    def _replace(self, place: QTextCursor, word: str) -> None:
        place.insertText(word)
        self._editor.setFocus()
