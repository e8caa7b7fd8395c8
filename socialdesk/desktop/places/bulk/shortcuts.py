"""Offers saved replies while `/` and a shortcut are typed into a field; the chosen one takes the place of both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.bulk.each import EachList, EachModel
from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.desktop.widgets.text_places import cut, places
from socialdesk.model.bulk_answer import typed_shortcut
from socialdesk.model.saved_reply import SavedReply

tr = QCoreApplication.translate
_ROWS = 5
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Shortcuts(QObject):
    """The list below one field. `chosen` tells the reply whose words stand in the field now."""

    chosen = Signal(object)

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._replies: Sequence[SavedReply] = ()
        self._found: list[SavedReply] = []
        self._model = EachModel(self._said, parent=self)
        self.list = EachList(tr("bulk", "Saved replies that fit what is typed"), self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._on_clicked)
        self.list.hide()
        field.textChanged.connect(self._look)
        field.cursorPositionChanged.connect(self._look)
        field.installEventFilter(self)

    @property
    def words(self) -> frozenset[str]:
        """All shortcuts, in small letters."""
        return frozenset(one.shortcut.casefold() for one in self._replies if one.shortcut)

    def offer(self, replies: Sequence[SavedReply]) -> None:
        """Offer these from now on."""
        self._replies = replies
        self._look()

    def take(self, place: int) -> None:
        """Put the words of an offered reply in the place of what was typed."""
        typed = self._typed()
        if typed is None or not 0 <= place < len(self._found):
            return
        reply = self._found[place]
        cursor = self._field.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, places(f"/{typed}"))
        cursor.insertText(reply.body("")[1])
        self._field.setTextCursor(cursor)
        self.list.hide()
        self.chosen.emit(reply)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.take(index.row())

    def _said(self, place: int) -> str:
        one = self._found[place]
        return f"/{one.shortcut}  {one_line(one.title)}" if one.shortcut else one_line(one.title)

    def _typed(self) -> str | None:
        cursor = self._field.textCursor()
        return typed_shortcut(cut(cursor.block().text(), 0, cursor.positionInBlock()))

    def _look(self) -> None:
        typed = self._typed()
        self._found = [] if typed is None else _fitting(typed.casefold(), self._replies)
        self._model.reset(len(self._found))
        self.list.setVisible(bool(self._found))
        if self._found:
            height = self.list.sizeHintForRow(0) * min(_ROWS, len(self._found)) + scaled(12)
            self.list.setFixedHeight(height)
            self.list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self.list.isVisible():
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        row = self.list.currentRow()
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.list.setCurrentRow((row + _STEPS[key]) % len(self._found))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.take(row)
            return True
        if key == Qt.Key.Key_Space and (typed := self._typed()):
            # A whole shortcut and a space is as good as choosing it.
            exact = [at for at, one in enumerate(self._found) if one.shortcut.casefold() == typed.casefold()]
            if exact:
                self.take(exact[0])
                return True
        return False


def _fitting(typed: str, replies: Sequence[SavedReply]) -> list[SavedReply]:
    """Those whose shortcut begins like it, the exact one first, then those that have it in their title."""
    begin = sorted(
        (one for one in replies if one.shortcut and one.shortcut.casefold().startswith(typed)),
        key=lambda one: (len(one.shortcut), one.shortcut),
    )
    return begin + [one for one in replies if one not in begin and typed and typed in one.title.casefold()]
