"""Shows a card beside what opened it, always inside the window: under the anchor, or above where there is no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look.metrics import DIALOG_RADIUS
from socialdesk.desktop.widgets.overlay import Overlay

_GAP, _MARGIN = 6, 8


def placed(anchor: QRect, width: int, height: int, room: QRect, *, left_edges: bool = False) -> QPoint:
    """Where a card goes: under the anchor, or above it; in line with its right edge, or its left."""
    wanted = anchor.left() if left_edges else anchor.right() + 1 - width
    left = max(room.left() + _MARGIN, min(wanted, room.right() + 1 - _MARGIN - width))
    below = anchor.bottom() + 1 + _GAP
    if below + height <= room.bottom() + 1 - _MARGIN:
        return QPoint(left, below)
    # An anchor that was scrolled away, or measured before the window was laid out, may lie outside of it.
    above = min(anchor.top() - _GAP, room.bottom() + 1 - _MARGIN) - height
    if above >= room.top() + _MARGIN:
        return QPoint(left, above)
    return QPoint(left, max(room.top() + _MARGIN, room.bottom() + 1 - _MARGIN - height))


class Growing(QObject):
    """Calls `put` when a card takes another size: what it shows may ask for more height once it is seen."""

    def __init__(self, card: QWidget, put: Callable[[], object]) -> None:
        super().__init__(card)
        self._put = put
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._put()
        return False


class Popover(Overlay):
    """A card over the window; a press beside it closes it."""

    def __init__(self, window: QWidget, width: int, name: str = "", *, left_edges: bool = False) -> None:
        super().__init__(window, width, name, DIALOG_RADIUS)
        self._anchor = QRect()
        self._left_edges = left_edges
        Growing(self.card, self._put)

    def show_at(self, anchor: QRect, first: QWidget | None = None) -> None:
        """Show the card at `anchor`, in the window's own coordinates, with the focus on `first`."""
        self._anchor = anchor
        self._open(first)

    def place(self) -> None:
        super().place()
        wide = self.card.width()
        if self.inside.hasHeightForWidth():
            # What Qt adjusts to is the height of a wider card: its words wrap in this one.
            self.card.resize(wide, self.inside.totalHeightForWidth(wide))
        self._put()

    def _put(self) -> None:
        size = self.card.size()
        self.card.move(placed(self._anchor, size.width(), size.height(), self.rect(), left_edges=self._left_edges))
