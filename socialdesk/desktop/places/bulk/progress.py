"""Shows how far an act on many is: one line for each with where it stands, and what can be done about the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.metrics import DIALOG_WIDE, scaled
from socialdesk.desktop.look.tokens import hex_of
from socialdesk.desktop.places.bulk.each import EachList, EachModel
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.desktop.widgets.dialog_card import DialogCard
from socialdesk.desktop.widgets.plain_text import PlainLabel

tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Far:
    """How far it is. `line` gives the words of one of `many`, when it is painted."""

    title: str
    text: str
    many: int
    line: Callable[[int], str]
    can_stop: bool
    failed: int


class ProgressSheet(DialogCard):
    """The sheet. `opened` tells the place of the line whose thread is wanted."""

    opened = Signal(int)
    stop_wanted = Signal()
    failed_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, DIALOG_WIDE, tr("bulk", "How far it is"))
        self._far: Far | None = None
        self.title = PlainLabel("", 18, 650, wraps=True)
        self.text = PlainLabel("", 14, 400, "text2", wraps=True)
        self._model = EachModel(self._said, parent=self)
        self.list = EachList(tr("bulk", "Where each of them stands"), self._model)
        self.list.activated.connect(self._open_here)
        self.stop = Button(tr("bulk", "Take back what has not left"), Kind.SECONDARY)
        self.failed = Button(tr("bulk", "Select what failed"), Kind.SECONDARY)
        self.open = Button(tr("bulk", "Open thread"), Kind.SECONDARY)
        self.close_it = Button(tr("bulk", "Close"), Kind.PRIMARY)
        self.stop.clicked.connect(self.stop_wanted)
        self.failed.clicked.connect(self.failed_wanted)
        self.open.clicked.connect(self._open_here)
        self.close_it.clicked.connect(self.leave)
        first, second = QHBoxLayout(), QHBoxLayout()
        for button in (self.stop, self.failed):
            first.addWidget(button)
        first.addStretch(1)
        second.addStretch(1)
        for button in (self.open, self.close_it):
            second.addWidget(button)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        for part in (self.title, self.text):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addLayout(first)
        column.addLayout(second)
        self.inside.addLayout(column)
        self._dress()
        Following(self, self._dress)

    def _dress(self) -> None:
        self.card.setStyleSheet(
            f"QListView {{ border: 1px solid {hex_of('control')}; border-radius: 6px; background: {hex_of('surface')};"
            f" padding: 4px; }} QListView:focus {{ border: 2px solid {hex_of('focus')}; padding: 3px; }}"
            f" QListView::item {{ padding: {scaled(5)}px 6px; border-radius: 4px; }}"
            f" QListView::item:selected {{ background: {hex_of('selected')}; color: {hex_of('text')}; }}"
        )

    def tell(self, far: Far) -> None:
        """Show how far it is now; the line one is on stays."""
        row = max(0, self.list.currentRow())
        is_other = self._far is None or self._far.many != far.many
        self._far = far
        self.title.setText(far.title)
        self.setAccessibleName(far.title)
        self.text.setText(far.text)
        self.stop.setVisible(far.can_stop)
        self.failed.setVisible(bool(far.failed))
        if is_other:
            self._model.reset(far.many)
            self.list.setCurrentRow(min(row, far.many - 1))
        else:
            self._model.tell(0, far.many)

    def _said(self, row: int) -> str:
        return self._far.line(row) if self._far is not None else ""

    def show_it(self) -> None:
        """Open the sheet with the hand on its list; it takes as much height as its window leaves."""
        self.card.setMinimumHeight(min(scaled(480), self._over.height() - 40))
        self.open_card(self.list)

    def _open_here(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.leave()
            self.opened.emit(row)
