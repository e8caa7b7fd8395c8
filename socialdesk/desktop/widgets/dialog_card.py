"""Shows a centred card over a scrim, without an event loop of its own: the program goes on under it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look.metrics import DIALOG_NARROW, DIALOG_RADIUS
from socialdesk.desktop.widgets.overlay import Overlay

_MARGIN = 20


class DialogCard(Overlay):
    """A card in the middle of the window, or at a height from its top."""

    closes_beside = False

    def __init__(self, window: QWidget, width: int = DIALOG_NARROW, name: str = "", *, top: int | None = None) -> None:
        super().__init__(window, width, name, DIALOG_RADIUS, "scrim")
        self._width = width
        self._top = top

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
            self.card.resize(self.card.width(), most)
        free = (self.height() - self.card.height()) // 2
        top = free if self._top is None else min(self._top, free)
        self.card.move((self.width() - self.card.width()) // 2, max(_MARGIN, top))
