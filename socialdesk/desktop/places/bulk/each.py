"""Shows one line for each of very many threads: a row is put into words when it is painted, never all at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from socialdesk.desktop.look import icons
from socialdesk.desktop.widgets.plain_text import tooltip
from socialdesk.desktop.widgets.row_list import NO_PARENT, Index


class EachModel(QAbstractListModel):
    """So many lines, said by a function of their place. With `checked` each has a box."""

    toggled = Signal(int)
    """The box of a line was pressed."""

    def __init__(
        self,
        said: Callable[[int], str],
        checked: Callable[[int], bool | None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`checked` says whether a line is taken, or with None that it can't be."""
        super().__init__(parent)
        self._said = said
        self._checked = checked
        self._many = 0

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self._many

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < self._many:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._said(index.row()))
        if role == Qt.ItemDataRole.CheckStateRole and self._checked is not None:
            is_on = self._checked(index.row())
            return None if is_on is None else Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if self._checked is not None and index.isValid() and self._checked(index.row()) is not None:
            found |= Qt.ItemFlag.ItemIsUserCheckable
        return found

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.toggled.emit(index.row())
        self.tell(index.row(), index.row() + 1)
        return True

    def reset(self, many: int) -> None:
        """Show so many lines."""
        self.beginResetModel()
        self._many = many
        self.endResetModel()

    def tell(self, first: int, end: int) -> None:
        """Lines from `first` to before `end` say something else now."""
        if first < end <= self._many:
            self.dataChanged.emit(self.index(first), self.index(end - 1))


class _Ticking(QStyledItemDelegate):
    """What is taken has a tick in its box: a stylesheet alone gives it another colour only."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.data(Qt.ItemDataRole.CheckStateRole) != Qt.CheckState.Checked:
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        view: QWidget = option.widget
        box = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, whole, view)
        icons.paint(painter, QRectF(box).adjusted(2, 2, -2, -2), "check", "onAccent")


class EachList(QListView):
    """The lines, all of one height. `moved` tells where one went to."""

    moved = Signal(int)

    def __init__(self, name: str, model: EachModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setModel(model)
        self.setItemDelegate(_Ticking(self))
        self.selectionModel().currentChanged.connect(self._on_current)

    def currentRow(self) -> int:
        """Where one is; -1 nowhere."""
        return self.currentIndex().row()

    def setCurrentRow(self, row: int) -> None:
        """Go to a line."""
        self.setCurrentIndex(self.model().index(row, 0))

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.moved.emit(now.row())
