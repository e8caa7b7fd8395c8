"""Lets the row painter draw the rows of a conversation, and a ring round the one the keyboard is on."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from socialdesk.desktop.look.mirror import mirrored_row
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.places.conversation.geometry import Geometry
from socialdesk.desktop.places.conversation.model import ROW
from socialdesk.desktop.places.conversation.paint import Chosen, RowPainter
from socialdesk.desktop.places.conversation.rows import Key, Row

Index = QModelIndex | QPersistentModelIndex


class Around(Protocol):
    """What it needs of the list that it draws for."""

    shows_focus: bool

    def room(self) -> int:
        """The width that rows are placed in."""
        ...

    def chosen_in(self, key: Key) -> Chosen | None:
        """The selected letters of a row."""
        ...

    def devicePixelRatioF(self) -> float:
        """How many pixels of the screen there are to one."""
        ...


class RowDelegate(QStyledItemDelegate):
    """Goes with one list, which owns it."""

    def __init__(self, view: Around, painter: RowPainter, geometry: Geometry) -> None:
        assert isinstance(view, QWidget)
        super().__init__(view)
        self._view: Around = view
        self._painter = painter
        self._geometry = geometry

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.room()
        row: Row = index.data(ROW)
        return QSize(width, round(self._geometry.place(row, width).height))

    @mirrored_row
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        rect = option.rect
        state = option.state
        self._painter.dpr = self._view.devicePixelRatioF()
        self._painter.paint(painter, row, rect.top(), self._view.room(), self._view.chosen_in(row.key))
        if state & QStyle.StateFlag.State_HasFocus and self._view.shows_focus:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(ink("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(6, 1, -6, -1), 8, 8)
            painter.restore()
