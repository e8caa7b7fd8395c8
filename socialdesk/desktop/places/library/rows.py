"""The list of replies on the library page: gets them in their order, paints title, shortcut, languages and use."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QRectF,
    QSize,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import mirrored_row
from socialdesk.desktop.places.library.words import of_use
from socialdesk.desktop.widgets.plain_text import one_line
from socialdesk.desktop.widgets.row_list import ROW_ROLE, Index, RowModel, paint_chosen, paint_left, paint_right
from socialdesk.model.identifiers import SavedReplyId
from socialdesk.model.saved_reply import SavedReply

tr = QCoreApplication.translate
_HEIGHT = 58


@dataclass(frozen=True, slots=True)
class Row:
    """A reply, and whether somebody changed it here without saving."""

    reply: SavedReply
    is_edited: bool = False


class ReplyModel(RowModel[Row]):
    """The replies that are listed."""

    def key(self, row: Row) -> SavedReplyId | None:
        return row.reply.id

    def name(self, row: Row) -> str:
        return one_line(row.reply.title)

    def spoken(self, row: Row) -> str:
        said = tr("library", "{title}, /{shortcut}, in {languages}. {use}").format(
            title=one_line(row.reply.title),
            shortcut=row.reply.shortcut,
            languages=", ".join(row.reply.languages),
            use=of_use(row.reply),
        )
        return f"{said} {tr('library', 'Not saved yet.')}" if row.is_edited else said


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
        paint_chosen(painter, option, plane)
        inside = plane.adjusted(14, 6, -12, -6)
        half = inside.height() / 2
        upper = QRectF(inside.left(), inside.top(), inside.width(), half)
        lower = upper.translated(0, half)
        reply = row.reply
        wide = paint_right(painter, upper, QLocale().toString(reply.used) if reply.used else "", 12)
        room = upper.adjusted(0, 0, -wide, 0)
        paint_left(painter, room, one_line(reply.title), 13, 600, "text")
        wide = paint_right(painter, lower, " ".join(one.upper() for one in reply.languages), 11)
        room = lower.adjusted(0, 0, -wide, 0)
        if row.is_edited:
            paint_left(painter, room, tr("library", "Not saved yet"), 12, 500, "soon")
        else:
            words = f"/{reply.shortcut}" + (f"  ·  {reply.folder}" if reply.folder else "")
            paint_left(painter, room, words, 12, 400, "text2")
        painter.restore()
