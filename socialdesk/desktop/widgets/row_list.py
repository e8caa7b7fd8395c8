"""Gives lists of painted rows what they share: rows that stay are told as changed, one is chosen, lines fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from socialdesk.desktop.look.fonts import font, metrics
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.plain_text import elided

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Gives the row itself to whatever paints it."""
_Row = TypeVar("_Row")
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_NARROWEST = 24


class RowModel(QAbstractListModel, Generic[_Row]):
    """Rows that know who they are; `key` says of one by what it is known, the next three what is said of it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[_Row, ...] = ()

    def key(self, row: _Row) -> object:
        """By what a row is known: the same for as long as it is about the same."""
        raise NotImplementedError

    def name(self, row: _Row) -> str:
        """What a row is called."""
        raise NotImplementedError

    def spoken(self, row: _Row) -> str:
        """What a reader of the screen says of it."""
        raise NotImplementedError

    def tip(self, row: _Row) -> str | None:
        """What is shown over it while the pointer rests there, as `tooltip` gives it; None for nothing."""
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        match role:
            case int() if role == ROW_ROLE:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return self.name(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return self.tip(row)
            case _:
                return None

    def show(self, rows: Sequence[_Row]) -> None:
        """List others; rows that stay where they were are told as changed, not as new."""
        fresh = tuple(rows)
        if list(map(self.key, fresh)) == list(map(self.key, self._rows)):
            old, self._rows = self._rows, fresh
            for at, (before, after) in enumerate(zip(old, fresh, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def row(self, at: int) -> _Row | None:
        """What stands in a row."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place_of(self, key: object) -> int:
        """The row that is known by this; -1 where it is not listed."""
        return next((at for at, row in enumerate(self._rows) if self.key(row) == key), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)


def paint_chosen(painter: QPainter, option: QStyleOptionViewItem, plane: QRectF) -> None:
    """Paint the plane of the row that is chosen, with its bar; nothing of another one."""
    if not option.state & QStyle.StateFlag.State_Selected:
        return
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink("selected" if has_focus else "selectedInactive"))
    painter.drawRoundedRect(plane, 8, 8)
    painter.setBrush(ink("accent"))
    painter.drawRoundedRect(QRectF(plane.left(), plane.top() + 10, 3, plane.height() - 20), 1.5, 1.5)


def paint_left(painter: QPainter, room: QRectF, words: str, px: int, weight: int, token: str) -> float:  # noqa: PLR0917 - one line, drawn
    """Paint one line from the left as far as there is room; gives how wide it is."""
    if room.width() < scaled(_NARROWEST):
        return 0.0
    face = font(px, weight)
    painter.setFont(face)
    painter.setPen(ink(token))
    shown = elided(words, face, room.width())
    painter.drawText(room, _MIDDLE, shown)
    return metrics(px, weight).horizontalAdvance(shown)


def paint_right(  # noqa: PLR0917 - one line, drawn
    painter: QPainter,
    room: QRectF,
    words: str,
    px: int,
    ink_of: str = "text3",
    most: float | None = None,
    weight: int = 500,
) -> float:
    """Paint one line at the right end, `most` wide at most; gives what it took, with some air."""
    if not words:
        return 0.0
    face = font(px, weight)
    shown = elided(words, face, room.width() if most is None else most)
    wide = metrics(px, weight).horizontalAdvance(shown)
    painter.setFont(face)
    painter.setPen(ink(ink_of))
    painter.drawText(QRectF(room.right() - wide - 1, room.top(), wide + 1, room.height()), _MIDDLE, shown)
    return wide + 12
