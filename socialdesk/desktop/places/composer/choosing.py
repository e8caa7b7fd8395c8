"""The menu of whom an answer goes to: one, all, or each by a tick; decides nothing. Made when it is first opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from socialdesk.desktop.widgets import recipient_words
from socialdesk.desktop.widgets.plain_text import on_button
from socialdesk.model.message import Place, Recipient

tr = QCoreApplication.translate


class WhoGetsIt(QMenu):
    """Stays open while people are ticked: who picks three of nine does not open it three times."""

    chosen = Signal(bool)
    """One of the first two: whether all get it."""
    toggled = Signal(str)
    """The address of one person to put in or to take out."""

    def __init__(
        self, offered: Sequence[str], everybody: Sequence[Recipient], getting: Sequence[Recipient], parent: QWidget
    ) -> None:
        """`offered` is what the writer alone and all are called, `getting` who gets it now."""
        super().__init__(parent)
        self.alone, self.all = (self._added(words) for words in offered)
        self.alone.triggered.connect(lambda: self.chosen.emit(False))
        self.all.triggered.connect(lambda: self.chosen.emit(True))
        self.addSeparator()
        self.people: dict[str, QAction] = {}
        for one in everybody:
            action = self._added(_named(one))
            action.setData(one.address)
            self.people[one.address] = action
        self.show_picked(getting, is_alone=len(getting) < 2)

    def show_picked(self, getting: Sequence[Recipient], *, is_alone: bool) -> None:
        """Tick who gets it now."""
        now = {one.address for one in getting}
        for address, action in self.people.items():
            action.setChecked(address in now)
        self.alone.setChecked(is_alone)
        self.all.setChecked(len(now) == len(self.people))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._takes(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)
        if event.key() not in keys or not self._takes(self.activeAction()):
            super().keyPressEvent(event)

    def _takes(self, action: QAction | None) -> bool:
        """Whether it was a person, who is put in or taken out then."""
        address = action.data() if action is not None else None
        if not address:
            return False
        self.toggled.emit(str(address))
        return True

    def _added(self, words: str) -> QAction:
        action = self.addAction(on_button(words))
        action.setCheckable(True)
        return action


def _named(one: Recipient) -> str:
    said = recipient_words.named(one)
    return tr("composer", "{name}, a copy", "who gets a copy").format(name=said) if one.place is Place.CC else said
