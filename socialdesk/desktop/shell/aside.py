"""The panel about the person: beside the thread where there is room for it, else over the window until it is closed.

Gets the panel and the split it stands in; knows nothing of what it shows. Its width is remembered either way.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QWidget

from socialdesk.desktop.look import metrics
from socialdesk.desktop.look.following import Following
from socialdesk.desktop.look.tokens import ink
from socialdesk.desktop.shell.panes import CONTEXT_FROM

if TYPE_CHECKING:
    from socialdesk.store.desk import Desk

tr = QCoreApplication.translate
_EDGE = 6
_KEY = "context_width"


def _within(wanted: int) -> int:
    return min(metrics.CONTEXT_MOST, max(metrics.CONTEXT_LEAST, wanted))


class _Edge(QWidget):
    """The edge by which the panel is made wider or narrower."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._from: tuple[int, int] | None = None
        self.setFixedWidth(_EDGE)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setToolTip(tr("shell", "Drag to make the panel wider or narrower"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = (round(event.globalPosition().x()), self._sheet.wanted)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            moved = round(event.globalPosition().x()) - self._from[0]
            is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self._sheet.widen(self._from[1] + round((moved if is_mirrored else -moved) / metrics.zoom()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None


class Sheet(QWidget):
    """What the panel lies on while it is over the window."""

    def __init__(self, window: QWidget, room: QWidget, wanted: int) -> None:
        super().__init__(window)
        self._window = window
        self.wanted = _within(wanted)
        self._room = room
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        self.row.addWidget(_Edge(self))
        self.hide()

    def widen(self, wanted: int) -> None:
        """Be as wide as that, within what the panel can be."""
        self.wanted = _within(wanted)
        if self.isVisible():
            self.place()

    def place(self) -> None:
        """Stand at the end of the window, over what is there."""
        corner = self._room.mapTo(self._window, self._room.rect().topLeft())
        wide = min(metrics.scaled(self.wanted), self._room.width())
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = corner.x() if is_mirrored else corner.x() + self._room.width() - wide
        self.setGeometry(QRect(left, corner.y(), wide, self._room.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), ink("surface"))
        painter.setPen(QPen(ink("lineStrong"), 1))
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - 0.5 if is_mirrored else 0.5
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.end()


class Aside(QObject):
    """Where the panel is. `setVisible` is what the panes ask of it as the window gets wider or narrower."""

    def __init__(self, window: QWidget, split: QSplitter, room: QWidget, desk: Desk) -> None:
        """`split` holds two panes and an empty third one for the panel; `room` is what the panel lies over."""
        super().__init__(window)
        self._window = window
        self._split = split
        self._desk = desk
        self._pane = QWidget()
        self._before: QWidget | None = None
        self._is_idle = self._comes_back = False
        self._room = room
        self._bound(self._pane)
        split.addWidget(self._pane)
        room.installEventFilter(self)
        Following(window, self._follow)

    @cached_property
    def _sheet(self) -> Sheet:
        # Made when it is wanted: no first frame shows it.
        known = self._desk.state(_KEY) or ""
        return Sheet(self._window, self._room, int(known) if known.isdecimal() else metrics.CONTEXT_WIDTH)

    @property
    def is_over(self) -> bool:
        """Whether the panel lies over the window now."""
        return "_sheet" in self.__dict__ and self._sheet.isVisible()

    @property
    def has_room(self) -> bool:
        """Whether it stands beside the thread."""
        return self._window.width() / metrics.zoom() >= CONTEXT_FROM

    def adopt(self, pane: QWidget) -> None:
        """Show this one where the first frame left room."""
        is_hidden = self._pane.isHidden()
        self._split.replaceWidget(2, pane)
        self._pane.deleteLater()
        self._pane = pane
        self._bound(pane)
        pane.setHidden(is_hidden)

    def setVisible(self, on: bool) -> None:
        """Stand beside the thread, or go; what is narrow shows it only when asked."""
        if self.is_over or self._pane.parent() is not self._split:
            self._dock()
        self._comes_back = on
        self._pane.setVisible(on and not self._is_idle)

    def set_idle(self, *, is_idle: bool) -> None:
        """Leave its room beside the thread to a page that tells of no person; come back with the next one."""
        if is_idle == self._is_idle:
            return
        self._is_idle = is_idle
        if self.is_over or not self.has_room:
            return
        if is_idle:
            self._comes_back = not self._pane.isHidden()
            self._pane.hide()
        elif self._comes_back:
            self._pane.show()

    def toggle(self) -> None:
        """Show the panel, or put it away."""
        if self.is_over:
            self.close()
        elif self.has_room:
            self._pane.setVisible(not self._pane.isVisible())
        else:
            self.show()
            self._pane.setFocus()

    def show(self) -> None:
        """Have the panel on the screen, whichever way there is room for."""
        if self.has_room or self.is_over:
            self._pane.setVisible(True)
            return
        focus = QApplication.focusWidget()
        self._before = focus if focus is not None and not self._pane.isAncestorOf(focus) else None
        self._pane.setMinimumWidth(0)
        self._pane.setMaximumWidth(metrics.scaled(metrics.CONTEXT_MOST) * 2)
        self._sheet.row.addWidget(self._pane, 1)
        self._pane.setVisible(True)
        self._sheet.place()
        self._sheet.show()
        self._sheet.raise_()

    def close(self) -> bool:
        """Put the panel away where it lies over the window; whether it did."""
        if not self.is_over:
            return False
        had_focus = self._has_focus()
        self._dock()
        before = self._before if self._before is not None and shiboken6.isValid(self._before) else None
        if had_focus and before is not None and before.isVisible():
            before.setFocus()
        self._before = None
        return True

    def keep(self) -> None:
        """Remember how wide it is, and leave the split as it was."""
        if self.is_over:
            self.close()
        elif self._pane.isVisible():
            self._sheet.widen(round(self._pane.width()))
        self._desk.set_state(_KEY, str(self._sheet.wanted))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.is_over:
            self._sheet.place()
        return False

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._sheet.isAncestorOf(focus)

    def _dock(self) -> None:
        self._desk.set_state(_KEY, str(self._sheet.wanted))
        self._pane.hide()
        self._sheet.hide()
        self._bound(self._pane)
        self._split.insertWidget(2, self._pane)
        self._pane.hide()

    def _follow(self) -> None:
        if self.is_over:
            self._pane.setMaximumWidth(metrics.scaled(metrics.CONTEXT_MOST) * 2)
            self._sheet.place()
        else:
            self._bound(self._pane)

    @staticmethod
    def _bound(pane: QWidget) -> None:
        pane.setMinimumWidth(metrics.scaled(metrics.CONTEXT_LEAST))
        pane.setMaximumWidth(metrics.scaled(metrics.CONTEXT_MOST))
