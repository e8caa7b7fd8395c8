"""The list of replies on the library page: gets them in their order, paints title, shortcut, languages and use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import mirrored_row
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.places.library.words import of_use
from socialdesk.desktop.widgets.plain_text import elided, one_line
from socialdesk.model.identifiers import SavedReplyId
from socialdesk.model.saved_reply import SavedReply

tr = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_HEIGHT = 58


@dataclass(frozen=True, slots=True)
class Row:
    """A reply, and whether somebody changed it here without saving."""

    reply: SavedReply
    is_edited: bool = False


class ReplyModel(QAbstractListModel):
    """The replies that are listed."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """List others; rows that stay where they were are told as changed, not as new."""
        fresh = tuple(rows)
        if [row.reply.id for row in fresh] == [row.reply.id for row in self._rows]:
            old, self._rows = self._rows, fresh
            for at, (before, after) in enumerate(zip(old, fresh, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def row(self, at: int) -> Row | None:
        """What stands in a row."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place_of(self, id_: SavedReplyId) -> int:
        """The row of a reply; -1 where it is not listed."""
        return next((at for at, row in enumerate(self._rows) if row.reply.id == id_), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(row.reply.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = tr("library", "{title}, /{shortcut}, in {languages}. {use}").format(
                title=one_line(row.reply.title),
                shortcut=row.reply.shortcut,
                languages=", ".join(row.reply.languages),
                use=of_use(row.reply),
            )
            return f"{said} {tr('library', 'Not saved yet.')}" if row.is_edited else said
        return None


class ReplyDelegate(QStyledItemDelegate):
    """Two lines a reply."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, scaled(_HEIGHT))

    @mirrored_row
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plane = QRectF(option.rect).adjusted(8, 2, -8, -2)
        if option.state & QStyle.StateFlag.State_Selected:
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("selected" if has_focus else "selectedInactive"))
            painter.drawRoundedRect(plane, 8, 8)
            painter.setBrush(ink("accent"))
            painter.drawRoundedRect(QRectF(plane.left(), plane.top() + 10, 3, plane.height() - 20), 1.5, 1.5)
        inside = plane.adjusted(14, 6, -12, -6)
        half = inside.height() / 2
        upper = QRectF(inside.left(), inside.top(), inside.width(), half)
        lower = upper.translated(0, half)
        reply = row.reply
        wide = _right(painter, upper, QLocale().toString(reply.used) if reply.used else "", 12)
        room = upper.adjusted(0, 0, -wide, 0)
        _left(painter, room, one_line(reply.title), 13, 600, "text")
        wide = _right(painter, lower, " ".join(one.upper() for one in reply.languages), 11)
        room = lower.adjusted(0, 0, -wide, 0)
        if row.is_edited:
            _left(painter, room, tr("library", "Not saved yet"), 12, 500, "soon")
        else:
            words = f"/{reply.shortcut}" + (f"  ·  {reply.folder}" if reply.folder else "")
            _left(painter, room, words, 12, 400, "text2")
        painter.restore()


def _left(painter: QPainter, room: QRectF, words: str, px: int, weight: int, token: str) -> None:  # noqa: PLR0917 - one line, drawn
    face = font(px, weight)
    painter.setFont(face)
    painter.setPen(ink(token))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided(words, face, room.width()))


def _right(painter: QPainter, room: QRectF, words: str, px: int) -> float:
    """Draw at the right end; gives what it took, with some air."""
    face = font(px, 500)
    painter.setFont(face)
    painter.setPen(ink("text3"))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
    return QFontMetricsF(face).horizontalAdvance(words) + 10 if words else 0.0
