"""Gives the wizard its card in the middle of the window, the scrim behind it, and Tab that stays inside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QWidget

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.places.connect.rail import Rail

WIDTH, HEIGHT = 880, 600
_MARGIN = 16


class WizardFrame(QWidget):
    """Covers the window it is a child of; what is on the card is somebody else's."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._window = window
        self.card = QFrame(self)
        self.card.setObjectName("card")
        self._rail = Rail(self.card)
        window.installEventFilter(self)

    def cast_shadow(self) -> None:
        """In the present look."""
        shadow = QGraphicsDropShadowEffect(self.card)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 12)
        shadow.setColor(ink("shadow", 0.3))
        self.card.setGraphicsEffect(shadow)

    def cover(self) -> None:
        """Be as large as the window, the card in its middle."""
        room = self._window.rect()
        self.setGeometry(room)
        width = min(scaled(WIDTH), room.width() - 2 * _MARGIN)
        height = min(scaled(HEIGHT), room.height() - 2 * _MARGIN)
        self._rail.setVisible(width >= scaled(WIDTH) - 160)
        self.card.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            self.cover()
        return False

    def event(self, event: QEvent) -> bool:
        # Letters that are shortcuts of the window mean nothing while it is covered.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - as Qt names it
        """Tab goes round inside: the window behind is covered."""
        walk: list[QWidget] = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        walk.sort(key=lambda widget: _reading_order(widget.mapTo(self, widget.rect().center())))
        if not walk:
            return True
        focus = self._window.focusWidget()
        at = walk.index(focus) if focus in walk else -1
        walk[(at + (1 if next else -1)) % len(walk)].setFocus(
            Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), ink("scrim"))


def _reading_order(middle: QPoint) -> tuple[int, int]:
    """Lines first, then along the line; what is a few pixels apart is on one line."""
    return middle.y() // 16, middle.x()
