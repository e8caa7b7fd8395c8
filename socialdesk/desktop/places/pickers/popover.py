"""Shows a card beside what opened it, always inside the window; gives the focus back when it goes."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QVBoxLayout, QWidget

from socialdesk.desktop.look.following import Following, catch_up
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.covering import hide_only, is_shown_just_now
from socialdesk.desktop.widgets.popover import Growing, placed

_MARGIN = 8
_SHADOW, _FALL = 28, 8


class Popover(QWidget):
    """A card over the window. A press beside it closes it; `closed` follows however it went away."""

    closed = Signal()

    def __init__(self, window: QWidget, width: int) -> None:
        super().__init__(window)
        self.hide()
        self._window = window
        self._anchor = QRect()
        self._before: QWidget | None = None
        self.card = QFrame(self)
        self.card.setObjectName("card")
        self._wide = width
        self.inside = QVBoxLayout(self.card)
        self.inside.setContentsMargins(1, 1, 1, 1)
        self.inside.setSpacing(0)
        Following(self, self._follow)
        window.installEventFilter(self)
        Growing(self.card, self._put)

    def show_at(self, anchor: QRect, first: QWidget) -> None:
        """Show the card at `anchor`, in the window's own coordinates, with the focus on `first`."""
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self._anchor = anchor
        catch_up(self)
        self.place()
        self.raise_()  # shown already, it would be painted whole for this
        self.show()
        # Words that were set while it was hidden take their room only now.
        self.place()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def wide(self) -> int:
        """How wide the card is where the window has room, at the text's usual size."""
        return self._wide

    def set_width(self, wide: int) -> None:
        """Take another width from the next time the card is placed."""
        self._wide = wide

    def place(self) -> None:
        """Find the place again after the card or the window changed its size."""
        window = self._window
        self.setGeometry(window.rect())
        wide = min(scaled(self._wide), window.width() - 2 * _MARGIN)
        self.card.setFixedWidth(wide)
        self.inside.activate()
        self.card.adjustSize()
        if self.inside.hasHeightForWidth():
            # What Qt adjusts to is the height of a wider card: its words wrap in this one.
            self.card.resize(wide, self.inside.totalHeightForWidth(wide))
        self._put()

    def _put(self) -> None:
        size = self.card.size()
        self.card.move(placed(self._anchor, size.width(), size.height(), self.rect()))

    def leave(self) -> None:
        """Go away and put the focus back where it was."""
        if not self.isVisible():
            return
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            # Hidden with the focus in it, it would first hand that to whatever stands next in the window.
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        hide_only(self, self._painted)
        self.closed.emit()

    @property
    def _painted(self) -> QRect:
        """Where anything of it is seen: the card and its shadow."""
        return self.card.geometry().adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW + _FALL)

    def _follow(self) -> None:
        self.dress()
        if self.isVisible():
            self.place()

    def dress(self) -> None:
        """Take the colours of the present look; called again when it changes."""
        shadow = QGraphicsDropShadowEffect(self.card)
        shadow.setBlurRadius(_SHADOW)
        shadow.setOffset(0, _FALL)
        shadow.setColor(ink("shadow", 0.28))
        self.card.setGraphicsEffect(shadow)

    def event(self, event: QEvent) -> bool:
        if is_shown_just_now(event):
            self.update(self._painted)
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()
