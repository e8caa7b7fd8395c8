"""The promises of a workspace in their order: chosen, moved with the mouse or by keys, added and taken out.

It shows what it is told and tells what somebody wants; what stands in the form is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.buttons import Kind as Weight
from socialdesk.desktop.widgets.flow import FlowLayout

tr = QCoreApplication.translate
_LINE = 22


class PromiseList(QWidget):
    """The list and the buttons below it. The last row is for everything else and stays where it is."""

    chosen = Signal(int)
    moved = Signal(int, int)
    """From which place to which."""
    added = Signal()
    dropped = Signal(int)
    put_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _List(self)
        self.list.setAccessibleName(tr("hours", "Promises, in the order in which they count"))
        self.list.setAccessibleDescription(tr("hours", "Alt with Up or Down moves one, Delete takes it out."))
        self.list.currentRowChanged.connect(self._on_row)
        self.list.step_wanted.connect(self._step)
        self.list.drop_wanted.connect(self._drop)
        self.list.model().rowsMoved.connect(self._on_moved)
        self.add = Button(tr("hours", "Add a promise"), icon="plus", parent=self)
        self.up = Button(tr("hours", "Earlier"), Weight.GHOST, icon="arrow-up", parent=self)
        self.down = Button(tr("hours", "Later"), Weight.GHOST, icon="arrow-down", parent=self)
        self.away = Button(tr("hours", "Take out"), Weight.GHOST, icon="trash", parent=self)
        self.back = Button(tr("hours", "Put back"), Weight.LINK, parent=self)
        self.add.clicked.connect(self.added)
        self.up.clicked.connect(partial(self._step, -1))
        self.down.clicked.connect(partial(self._step, 1))
        self.away.clicked.connect(self._drop)
        self.back.clicked.connect(self.put_back)
        self.up.setToolTip(tr("hours", "Count before the one above (Alt+Up)"))
        self.down.setToolTip(tr("hours", "Count after the one below (Alt+Down)"))
        row = FlowLayout()
        for button in (self.add, self.up, self.down, self.away, self.back):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addLayout(row)
        self._is_filling = False

    def show_rows(self, rows: Sequence[tuple[str, str]], chosen: int, dropped: str) -> None:
        """Show these names, each with what is promised, and what was taken out last, if anything."""
        self._is_filling = True
        while self.list.count() > len(rows):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(rows):
            self.list.addItem(QListWidgetItem())
        high = scaled(_LINE)
        for at, (name, promised) in enumerate(rows):
            item = self.list.item(at)
            shown = f"{at + 1}. {name}" if len(rows) > 1 else name
            item.setText(f"{shown}\n{promised}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{shown}. {promised}")
            item.setToolTip(promised)
            item.setSizeHint(QSize(10, round(max(2 * high, 2 * metrics(13, 400).lineSpacing() + 8))))
            is_last = at == len(rows) - 1
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags if is_last else flags | Qt.ItemFlag.ItemIsDragEnabled)
        self.list.setCurrentRow(chosen)
        tall = sum(self.list.sizeHintForRow(at) for at in range(len(rows)))
        self.list.setFixedHeight(tall + 2 * self.list.frameWidth())
        self._is_filling = False
        last = len(rows) - 1
        self.up.setEnabled(0 < chosen < last)
        self.down.setEnabled(chosen < last - 1)
        self.away.setEnabled(chosen < last)
        for button in (self.up, self.down, self.away):
            button.setVisible(last > 0)
        self.back.setVisible(bool(dropped))
        if dropped:
            self.back.set_words(tr("hours", "Put “{name}” back").format(name=dropped))
        self.updateGeometry()

    def _on_row(self, row: int) -> None:
        if not self._is_filling and row >= 0:
            self.chosen.emit(row)

    def _step(self, by: int, _is_on: bool = False) -> None:
        at = self.list.currentRow()
        if 0 <= at < self.list.count() - 1 and 0 <= at + by < self.list.count() - 1:
            self.moved.emit(at, at + by)

    def _drop(self, _is_on: bool = False) -> None:
        at = self.list.currentRow()
        if 0 <= at < self.list.count() - 1:
            self.dropped.emit(at)

    def _on_moved(self, _of: QModelIndex, first: int, _last: int, _to: QModelIndex, before: int) -> None:
        if self._is_filling:
            return
        to = min(before if before < first else before - 1, self.list.count() - 2)
        # The list is in the middle of its move: it is filled anew after that.
        QTimer.singleShot(0, self, lambda: self.moved.emit(first, to))


class _List(QListWidget):
    step_wanted = Signal(int)
    drop_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.drop_wanted.emit()
        else:
            super().keyPressEvent(event)
