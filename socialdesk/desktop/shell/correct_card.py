"""Asks for the words that take the place of an answer of ours; Ctrl+Enter puts them there, Esc leaves what stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.spelling import Spelling
from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import DIALOG_NARROW, scaled
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.desktop.places.composer.editor import Editor
from socialdesk.desktop.places.composer.spelling import SpellingMenu, Underlines
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.counter import Counter
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.capability import TextLimit
from socialdesk.model.counting import length_of

tr = QCoreApplication.translate
_LINES, _LEAST = 6, 2
"""How many lines there is room for, and in a low window at least."""


class CorrectCard(DialogCard):
    """The text as it stands there, to be written anew, and how much of the platform's limit it takes."""

    corrected = Signal(str)
    kept = Signal(str)
    """It was left; the text that stood in it, which is shown when it is opened again."""

    def __init__(self, window: QWidget, network: str, stands: str, limit: TextLimit) -> None:
        title = tr("shell", "Correct what we answered")
        super().__init__(window, DIALOG_NARROW, title)
        self._stands = stands.strip()
        self._limit = limit
        self._is_sent = False
        column = QVBoxLayout()
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, 18, 650, wraps=True))
        told = tr(
            "shell",
            "On {network} these words take the place of the old ones. Whoever read the old ones is not told; some"
            " networks show that it was edited.",
        )
        column.addWidget(PlainLabel(told.format(network=network), 14, 400, "text2", wraps=True))
        self.editor = Editor()
        self.editor.setAccessibleName(tr("shell", "The words of our answer"))
        self.editor.textChanged.connect(self._on_text)
        self.editor.left.connect(self.leave)
        column.addSpacing(4)
        column.addWidget(self.editor)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.counter = Counter()
        row.addWidget(self.counter)
        row.addStretch(1)
        leave = Button(tr("shell", "Leave it"), Kind.SECONDARY)
        leave.clicked.connect(self.leave)
        self.put = Button(tr("shell", "Correct there"), Kind.PRIMARY)
        self.put.clicked.connect(self._correct)
        row.addWidget(leave)
        row.addWidget(self.put)
        column.addSpacing(6)
        column.addLayout(row)
        self.inside.addLayout(column)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._correct)
        self.closed.connect(self._on_closed)
        self._dress()
        Following(self, self._dress)

    def open_with(self, text: str, spelling: Spelling, language: str) -> None:
        """Show the card with a text, its spelling looked at in `language` where a dictionary of it is there."""
        self.editor.restore(text)
        underlines = Underlines(self.editor, spelling)
        self._menu = SpellingMenu(self.editor, spelling, underlines, self)

        def speak() -> None:
            underlines.speak(language if language in (spelling.languages or ()) else "")

        spelling.found.connect(speak)
        self.closed.connect(lambda: spelling.found.disconnect(speak))
        speak()
        self._on_text()
        self.open_card(self.editor)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)

    def _dress(self) -> None:
        self.editor.setFont(font(14))
        high = self._over.height() - scaled(190) - 2 * 20
        self.editor.setFixedHeight(max(scaled(22) * _LEAST, min(scaled(22) * _LINES, high)) + 14)
        self.editor.setStyleSheet(
            f"QTextEdit {{ border: 1px solid {hex_of('control')}; border-radius: 6px; background: {hex_of('surface')};"
            f" color: {hex_of('text')}; padding: 6px 8px; }}"
            f" QTextEdit:focus {{ border: 2px solid {hex_of('focus')}; padding: 5px 7px; }}"
        )

    def _on_text(self) -> None:
        length = length_of(self.editor.text(), self._limit)
        self.counter.show_count(length.used, length.most)
        self.put.setEnabled(self._may_leave())

    def _may_leave(self) -> bool:
        text = self.editor.text()
        return bool(text.strip()) and text.strip() != self._stands and not length_of(text, self._limit).over

    def _correct(self) -> None:
        if self._may_leave():
            self._is_sent = True
            self.leave()
            self.corrected.emit(self.editor.text().strip())

    def _on_closed(self) -> None:
        if not self._is_sent:
            self.kept.emit(self.editor.text())
        self.deleteLater()
