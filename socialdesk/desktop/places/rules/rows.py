"""The list of rules: gets them in their order, paints number, name, scope, what it says, how it stands, its switch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QMimeData,
    QModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import mirrored_row
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.plain_text import one_line, tooltip
from socialdesk.desktop.widgets.row_list import ROW_ROLE, Index, RowModel, paint_chosen, paint_left, paint_right
from socialdesk.desktop.widgets.switch import paint_switch

tr = QCoreApplication.translate
MIME = "application/x-socialdesk-rule"
_HEIGHT, _SWITCH, _TRACK = 64, 34, 18
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class Row:
    """One rule in words. `says` is asked only for what is painted."""

    id: str
    number: int
    """Its place among all rules, from 1 on."""
    name: str
    scope: str
    state: str
    tone: str
    is_on: bool
    counted: str
    says: Callable[[], str]


class RuleModel(RowModel[Row]):
    """The rules that are listed. `dropped` tells which one was let go before which other; "" is the end."""

    dropped = Signal(str, str)

    def key(self, row: Row) -> str:
        return row.id

    def flags(self, index: Index) -> Qt.ItemFlag:
        known = super().flags(index)
        return known | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        row = self.row(indexes[0].row()) if indexes else None
        if row is not None:
            data.setData(MIME, row.id.encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not data.hasFormat(MIME) or action is not Qt.DropAction.MoveAction:
            return False
        id_ = data.data(MIME).toStdString()
        before = self.row(row if row >= 0 else len(self._rows))
        if before is None or before.id != id_:
            self.dropped.emit(id_, before.id if before is not None else "")
        return False  # the list shows what the rules say, not what was dropped

    def name(self, row: Row) -> str:
        return row.name

    def tip(self, row: Row) -> str:
        return tooltip(row.says())

    def spoken(self, row: Row) -> str:
        said = tr("rules", "{number}. {name}, for {scope}. {state}. {counted} {sentence}")
        return said.format(
            number=row.number, name=row.name, scope=row.scope, state=row.state, counted=row.counted,
            sentence=row.says(),
        ).replace("  ", " ")  # fmt: skip


def on_switch(rect: QRectF, x: float, *, is_mirrored: bool) -> bool:
    """Whether a press at `x` in a row is one on its switch."""
    wide = scaled(_SWITCH) + 28
    return x < rect.left() + wide if is_mirrored else x > rect.right() - wide


class RuleDelegate(QStyledItemDelegate):
    """Two lines a rule, and its switch."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, scaled(_HEIGHT))

    @mirrored_row
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plane = QRectF(option.rect).adjusted(16, 2, -16, -2)
        paint_chosen(painter, option, plane)
        inside = plane.adjusted(12, 7, -12, -7)
        wide, high = float(scaled(_SWITCH)), float(scaled(_TRACK))
        track = QRectF(inside.right() - wide, inside.center().y() - high / 2, wide, high)
        paint_switch(painter, track, is_on=row.is_on)
        inside.adjust(0, 0, -scaled(_SWITCH) - 16, 0)
        number = QLocale().toString(row.number)
        face = font(13, 500, tabular=True)
        wide = float(scaled(30))
        painter.setFont(face)
        painter.setPen(ink("text3"))
        painter.drawText(QRectF(inside.left(), inside.top(), wide, inside.height() / 2), _MIDDLE, number)
        inside.adjust(wide, 0, 0, 0)
        half = inside.height() / 2
        upper = QRectF(inside.left(), inside.top(), inside.width(), half)
        lower = upper.translated(0, half)
        room = inside.width() * 0.55
        took = paint_right(painter, upper, row.state, 12, row.tone, room)
        name_room = upper.adjusted(0, 0, -took, 0)
        name = paint_left(painter, name_room, row.name, 13, 600, "text")
        paint_left(painter, name_room.adjusted(name + 10, 0, 0, 0), row.scope, 12, 400, "text2")
        took = paint_right(painter, lower, row.counted, 12, "text3", room)
        paint_left(painter, lower.adjusted(0, 0, -took, 0), one_line(row.says()), 12, 400, "text2")
        painter.restore()
