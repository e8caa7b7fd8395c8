"""Lies over a window and holds one card: keeps the keyboard inside, closes on Esc, then gives the focus back."""

from __future__ import annotations

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QVBoxLayout, QWidget

from socialdesk.desktop.look.following import catch_up
from socialdesk.desktop.look.mirror import painter_on
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.widgets.covering import hide_only, is_shown_just_now
from socialdesk.desktop.widgets.focus_round import go_round
from socialdesk.desktop.widgets.shadow import AROUND, paint_shadow

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Card(QFrame):
    """The plane that floats; its corners are round and what is inside keeps clear of its border."""

    def __init__(self, parent: QWidget, radius: float) -> None:
        super().__init__(parent)
        self.radius = radius

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink("lineStrong"), 1))
        painter.setBrush(ink("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self.radius, self.radius)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # a press on the card is not a press beside it


def holds_focus() -> bool:
    """Whether the focus lies on a floating card: what is pressed then is meant for it alone."""
    one = QApplication.focusWidget()
    while one is not None:
        if isinstance(one, Overlay):
            return True
        one = one.parentWidget()
    return False


_left = QElapsedTimer()


def has_just_left() -> bool:
    """Whether a card went away a moment ago: who presses a key twice in a hurry means the card with both."""
    return _left.isValid() and _left.elapsed() < QApplication.doubleClickInterval()


class Overlay(QWidget):
    """What floating cards share. `closed` follows however it went away."""

    closed = Signal()
    closes_beside = True
    """Whether a press beside the card closes it."""

    def __init__(self, window: QWidget, width: int, name: str, radius: float, scrim: str = "") -> None:
        super().__init__(window)
        self.hide()
        self._over = window
        self._scrim = scrim
        self._before: QWidget | None = None
        self.setAccessibleName(name)
        self.card = Card(self, radius)
        self.card.setFixedWidth(width)
        self.card.setAccessibleName(name)
        self.inside = QVBoxLayout(self.card)
        self.inside.setContentsMargins(1, 1, 1, 1)
        self.inside.setSpacing(0)
        window.installEventFilter(self)

    def place(self) -> None:
        """Find the card's place again after it or the window changed its size."""
        self.setGeometry(self._over.rect())
        self.inside.activate()
        self.card.adjustSize()

    def _open(self, first: QWidget | None) -> None:
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        catch_up(self)
        self.place()
        self.raise_()  # shown already, it would be painted whole for this
        self.show()
        (first or self._first()).setFocus(Qt.FocusReason.PopupFocusReason)

    def _first(self) -> QWidget:
        return next(self._stops(), self)

    def leave(self) -> None:
        """Go away and put the focus back where it was."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            # Hidden with the focus in it, it would first hand that to whatever stands next in the window.
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        hide_only(self, self._painted)
        _left.start()
        self.closed.emit()

    def _stops(self) -> Iterator[QWidget]:
        """What may have the focus in turn; the chain goes on through the whole window."""
        one: QWidget | None = self.nextInFocusChain()
        while one is not None and one is not self:
            takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and one.isVisibleTo(self) and one.isEnabled() and self.isAncestorOf(one):
                yield one
            one = one.nextInFocusChain()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - as Qt names it
        go_round(list(self._stops()), QApplication.focusWidget(), forward=next)
        return True

    @property
    def _painted(self) -> QRect:
        """Where anything of it is seen: the card and its shadow, or with a scrim all that it covers."""
        return self.rect() if self._scrim else self.card.geometry().adjusted(-AROUND, -AROUND, AROUND, AROUND)

    def event(self, event: QEvent) -> bool:
        if is_shown_just_now(event):
            self.update(self._painted)
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        on = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _ENTER and not held and isinstance(on, QAbstractButton) and self.isAncestorOf(on):
            # Qt lets Enter press a button in windows of their own only, and a card is none.
            on.click()
        event.accept()  # nothing reaches what lies under

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self.closes_beside:
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)  # the card lies where it lies, whichever way the layout runs
        if self._scrim:
            painter.fillRect(self.rect(), ink(self._scrim))
        paint_shadow(painter, QRectF(self.card.geometry()), self.card.radius)
        painter.end()
