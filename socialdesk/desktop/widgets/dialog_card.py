"""Shows a centred card over a scrim, without an event loop of its own: the program goes on under it."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from socialdesk.desktop.look.metrics import DIALOG_NARROW, DIALOG_RADIUS
from socialdesk.desktop.widgets.overlay import Overlay

_MARGIN = 20
_LOW = 560
"""In a window lower than the design's least a card is as high as it must be, and slides."""


class DialogCard(Overlay):
    """A card in the middle of the window, or at a height from its top."""

    closes_beside = False

    def __init__(self, window: QWidget, width: int = DIALOG_NARROW, name: str = "", *, top: int | None = None) -> None:
        super().__init__(window, width, name, DIALOG_RADIUS, "scrim")
        self._width = width
        self._top = top
        self._slid = 0
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def open_card(self, first: QWidget | None = None) -> None:
        """Show the card with the focus on `first`, or on the first thing that takes it."""
        self._open(first)

    def place(self) -> None:
        self.card.setFixedWidth(min(self._width, self._over.width() - 2 * _MARGIN))
        super().place()
        inside = self.card.layout()
        if inside is not None and inside.hasHeightForWidth():
            # What wraps needs the height of this width; the size that is hinted is that of another one.
            self.card.resize(self.card.width(), inside.totalHeightForWidth(self.card.width()))
        most = self.height() - 2 * _MARGIN
        if self.card.height() > most:
            self.card.resize(self.card.width(), max(most, self._least()))
        free = (self.height() - self.card.height()) // 2
        top = free if self._top is None else min(self._top, free)
        self._slid = max(min(self._slid, 0), min(0, most - self.card.height()))
        self.card.move((self.width() - self.card.width()) // 2, max(_MARGIN, top) + self._slid)

    def _least(self) -> int:
        """How high it must be to show all there is, where the window is too low for that; else 0."""
        inside = self.card.layout()
        if inside is None or self.height() >= _LOW:
            return 0
        if inside.hasHeightForWidth():
            return inside.totalMinimumHeightForWidth(self.card.width())
        return inside.totalMinimumSize().height()

    def _slide(self, by: int) -> None:
        before, self._slid = self._slid, self._slid + by
        most = self.height() - 2 * _MARGIN
        self._slid = max(min(self._slid, 0), min(0, most - self.card.height()))
        self.card.move(self.card.x(), self.card.y() + self._slid - before)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isVisible() or not self.card.isAncestorOf(now):
            return
        if self.card.height() <= self.height() - 2 * _MARGIN:
            return
        top = now.mapTo(self, now.rect().topLeft()).y()
        low = top + now.height() + _MARGIN - self.height()
        self._slide(-low if low > 0 else max(0, _MARGIN - top))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._slide(event.angleDelta().y() // 2)
        event.accept()
