"""Gets rows, gives them to the view one by one: inserts, changes, removes what differs, never resets; no painting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from socialdesk.desktop.places.conversation.rows import Key, Row

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()

ROW = int(Qt.ItemDataRole.UserRole) + 1


class ConversationModel(QAbstractListModel):
    """The rows of one thread. `spoken` gives the words of a row for readers."""

    def __init__(self, spoken: Callable[[Row], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they are now."""
        return self._rows

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def row_of(self, key: Key) -> int | None:
        """Where a row is now."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), None)

    def at(self, index: Index) -> Row:
        """The row of an index."""
        return self._rows[index.row()]

    def replace_all(self, rows: Sequence[Row]) -> None:
        """Show another thread."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def follow(self, rows: Sequence[Row]) -> None:
        """Become `rows` step by step; their order hardly ever changes, they come and go."""
        wanted = {row.key for row in rows}
        for at in range(len(self._rows) - 1, -1, -1):
            if self._rows[at].key not in wanted:
                self._remove(at)
        at = 0
        while at < len(rows):
            if at < len(self._rows) and self._rows[at].key == rows[at].key:
                if self._rows[at] != rows[at]:
                    self._rows[at] = rows[at]
                    index = self.index(at)
                    self.dataChanged.emit(index, index)
                at += 1
                continue
            standing = {row.key: place for place, row in enumerate(self._rows[at:], at)}
            moved = standing.get(rows[at].key)
            if moved is not None:
                # A pending answer found its true place in time.
                self._remove(moved)
            run = at
            kept = {row.key for row in self._rows}
            while run < len(rows) and rows[run].key not in kept:
                run += 1
            self.beginInsertRows(NO_PARENT, at, run - 1)
            self._rows[at:at] = rows[at:run]
            self.endInsertRows()
            at = run

    def _remove(self, at: int) -> None:
        self.beginRemoveRows(NO_PARENT, at, at)
        del self._rows[at]
        self.endRemoveRows()
