"""What lies where in the list of a conversation: which row, which letter, which place that does something."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF
from PySide6.QtWidgets import QListView

from socialdesk.desktop.places.conversation.geometry import Geometry, Placement, Target
from socialdesk.desktop.places.conversation.model import ConversationModel
from socialdesk.desktop.places.conversation.paint import RowPainter
from socialdesk.desktop.places.conversation.rows import Row, RowKind
from socialdesk.desktop.places.conversation.text_layout import LaidOut

Index = QModelIndex | QPersistentModelIndex


class Hits:
    """Goes with one list. Points come as the viewport has them, and as their row was placed: from the left on."""

    def __init__(
        self,
        view: QListView,
        model: ConversationModel,
        painter: RowPainter,
        geometry: Geometry,
        room: Callable[[], int],
    ) -> None:
        """`room` tells the width that rows are placed in."""
        self._view = view
        self._room = room
        self._model = model
        self._painter = painter
        self._geometry = geometry

    def at(self, point: QPoint) -> tuple[Row, QPointF] | None:
        """The row at a point of the viewport, and the point within it."""
        index = self._view.indexAt(point)
        if not index.isValid():
            return None
        return self._model.at(index), self.inside(QPointF(point), index)

    def inside(self, point: QPointF, index: Index) -> QPointF:
        """A point of the viewport as its row was placed: for a layout that begins at the left."""
        rect = self._view.visualRect(index)
        x = rect.right() + 1 - point.x() if self._view.isRightToLeft() else point.x()
        return QPointF(x, point.y() - rect.top())

    def target_at(self, point: QPoint) -> tuple[Target, Row] | None:
        """What would be chosen by a click at a point of the viewport."""
        hit = self.at(point)
        if hit is None:
            return None
        row, inside = hit
        for rect, target in self._painter.targets(row, self._room()):
            if rect.contains(inside):
                return target, row
        placed = self._geometry.place(row, self._room())
        if placed.text is not None and row.kind is not RowKind.POST:
            link = placed.text.link_at(*self._in_text(placed, placed.text, inside).toTuple())
            if link is not None:
                return Target("link", link.url), row
        return None

    def targets_of(self, row: Row) -> tuple[Target, ...]:
        """Everything that can be chosen in a row, for keyboard and menu."""
        found = [target for _, target in self._painter.targets(row, self._room())]
        text = self._geometry.place(row, self._room()).text
        if text is not None and row.kind is not RowKind.POST:
            found.extend(Target("link", link.url) for link in text.links)
        return tuple(found)

    def letter(self, row: Row, inside: QPointF) -> int | None:
        """Which letter of a row's words lies at a point of it; None where no words can be selected."""
        placed = self._geometry.place(row, self._room())
        if placed.text is None or placed.bubble is None or row.kind is RowKind.POST:
            return None
        return placed.text.position_at(*self._in_text(placed, placed.text, inside).toTuple())

    def is_on_text(self, row: Row, inside: QPointF) -> bool:
        """Whether a point of a row lies in a bubble with words."""
        placed = self._geometry.place(row, self._room())
        return placed.text is not None and placed.bubble is not None and placed.bubble.contains(inside)

    def _in_text(self, placed: Placement, text: LaidOut, inside: QPointF) -> QPointF:
        """A point of a row as one of its text, which is never turned round."""
        at = inside - placed.text_at
        return QPointF(text.width - at.x(), at.y()) if self._view.isRightToLeft() else at
