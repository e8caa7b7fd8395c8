"""Asks one question over the window and tells the answer later; kept for what cannot be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.plain_text import PlainLabel


class Question(DialogCard):
    """A title, a sentence, and choices; Esc answers with the first choice, the one that changes nothing."""

    answered = Signal(str)

    def __init__(
        self, window: QWidget, title: str, text: str, choices: Sequence[tuple[str, str]], *, danger: bool = False
    ) -> None:
        super().__init__(window, name=title)
        self.setAccessibleDescription(text)
        self.card.setAccessibleDescription(text)
        self._answer = choices[0][0]
        column = QVBoxLayout()
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, 18, 650, wraps=True))
        column.addWidget(PlainLabel(text, 14, 400, "text2", wraps=True))
        column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for index, (key, words) in enumerate(choices):
            is_last = index == len(choices) - 1
            kind = (Kind.DANGER if danger else Kind.PRIMARY) if is_last else Kind.SECONDARY
            button = Button(words, kind)
            button.clicked.connect(lambda _on=False, key=key: self._give(key))
            row.addWidget(button)
        column.addLayout(row)
        self.inside.addLayout(column)
        self.closed.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        focus = QApplication.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focus, Button):
            focus.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _give(self, key: str) -> None:
        self._answer = key
        self.leave()

    def _tell(self) -> None:
        self.answered.emit(self._answer)
        self.deleteLater()


def ask(
    window: QWidget, title: str, text: str, choices: Sequence[tuple[str, str]], *, danger: bool = False
) -> Question:
    """Ask over `window`; connect to `answered`, which gives the key of one of `choices`.

    The first choice leaves everything as it is and has the focus; the last one does what was asked about, and looks
    dangerous where it is.
    """
    question = Question(window, title, text, choices, danger=danger)
    question.open_card()
    return question
