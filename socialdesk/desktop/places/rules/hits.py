"""A list of what a rule touched or would touch: thread, moment, what was said or done, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.mirror import mirrored_row
from socialdesk.desktop.look.tokens import hex_of, ink
from socialdesk.desktop.widgets.plain_text import one_line, tooltip
from socialdesk.desktop.widgets.row_list import NO_PARENT, ROW_ROLE, Index, RowModel, paint_left, paint_right

tr = QCoreApplication.translate
_HEIGHT = 62


@dataclass(frozen=True, slots=True)
class HitRow:
    """One thread: its name, when, what, why."""

    thread: int
    name: str
    moment: str
    what: str
    why: str
    tone: str = "text2"
    key: int = 0
    """The number of what is listed, where it can be taken back by itself."""
    is_over: bool = False
    """Whether it is taken back already."""


class HitModel(RowModel[HitRow]):
    """The threads that are listed."""

    def key(self, row: HitRow) -> HitRow:
        return row

    def name(self, row: HitRow) -> str:
        return row.name

    def tip(self, row: HitRow) -> str:
        return tooltip(row.why)

    def spoken(self, row: HitRow) -> str:
        return ". ".join(part for part in (row.name, row.moment, row.what, row.why) if part)

    def add(self, rows: Sequence[HitRow]) -> None:
        """List more behind those that are there."""
        if rows:
            self.beginInsertRows(NO_PARENT, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += tuple(rows)
            self.endInsertRows()


class _Delegate(QStyledItemDelegate):
    """Three lines a thread: name and moment, what, why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, scaled(_HEIGHT))

    @mirrored_row
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: HitRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plane = QRectF(option.rect).adjusted(3, 1, -3, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink("selected" if has_focus else "selectedInactive"))
            painter.drawRoundedRect(plane, 6, 6)
        inside = plane.adjusted(10, 4, -10, -4)
        high = inside.height() / 3
        first = QRectF(inside.left(), inside.top(), inside.width(), high)
        took = paint_right(painter, first, row.moment, 12, weight=400)
        paint_left(painter, first.adjusted(0, 0, -took, 0), one_line(row.name), 13, 600, "text")
        paint_left(painter, first.translated(0, high), one_line(row.what), 12, 400, row.tone)
        paint_left(painter, first.translated(0, 2 * high), one_line(row.why), 12, 400, "text3")
        painter.restore()


class HitList(QListView):
    """The list. Enter, or a double press, opens the thread; with `may_remove`, Delete asks to take back the line."""

    opened = Signal(int)
    removed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, may_remove: bool = False) -> None:
        super().__init__(parent)
        self._may_remove = may_remove
        self.rows = HitModel()
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setProperty("ownKeys", ("Return", "Up", "Down", "Home", "End", *(("Del",) if may_remove else ())))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.doubleClicked.connect(self.open_current)
        Following(self, self._dress)
        self._dress()

    def open_current(self, *_from: object) -> None:
        """Open the thread the keys are on."""
        row = self.rows.row(self.currentIndex().row())
        if row is not None:
            self.opened.emit(row.thread)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_current()
        elif event.key() == Qt.Key.Key_Delete and self._may_remove:
            self.removed.emit()
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        self.setStyleSheet(
            f"QListView {{ background: {hex_of('surface')}; border: 1px solid {hex_of('line')}; border-radius: 8px;"
            f" outline: none; }} QListView:focus {{ border: 2px solid {hex_of('focus')}; }}"
        )
