"""The rows of the rail on the screen: walked by key, a saved view is dragged to another place, a menu is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from socialdesk.desktop.places.rail.model import LINE_ROLE, Index, Line
from socialdesk.desktop.places.rail.paint import LineDelegate

WARNING_WIDE = 44
"""From the right edge: where a press on a row with a warning asks what is wrong."""


class RailList(QListView):
    """The list of views; letters are acts, not a search for a name."""

    menu_asked = Signal(int, QPoint)
    """A row, and where the menu may open on the screen."""
    warning_pressed = Signal(int)
    row_dragged = Signal(int, int)
    """While it is dragged: the row, and the row before which it would be put."""
    row_dropped = Signal(int, int)
    drag_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # known in Python, see QueueList
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setProperty("plane", "rail")
        self._pressed: tuple[QPersistentModelIndex, QPoint] | None = None
        """The saved view under the press, which stays it when rows come above it, and where it was pressed."""
        self._is_dragging = False

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        # A list measures every row anew when one changed; here a row keeps its height whatever it says.
        QAbstractItemView.dataChanged(self, top, bottom, roles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, LineDelegate):
            delegate.beside = max(0, self.width() - self.viewport().width())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        # A list paints all rows from the first to the last that changed: going to a far view those between, too.
        delegate = self.itemDelegate()
        if isinstance(delegate, LineDelegate):
            delegate.part = event.region()
            super().paintEvent(event)
            delegate.part = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_dragging:
            self._end()
            return
        if event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(46, 0))
        else:
            index, at = self.indexAt(event.pos()), event.globalPos()
        if index.isValid():
            self.menu_asked.emit(index.row(), at)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        line: Line | None = index.data(LINE_ROLE)
        if event.button() is Qt.MouseButton.RightButton:
            event.accept()  # asks for the menu, chooses nothing
            return
        if line is not None and line.trouble and self._is_on_warning(at):
            self.warning_pressed.emit(index.row())
            event.accept()
            return
        self._pressed = (QPersistentModelIndex(index), at) if line is not None and line.is_saved else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        pressed, start = self._pressed
        at = event.position().toPoint()
        if not self._is_dragging:
            self._is_dragging = (at - start).manhattanLength() >= QApplication.startDragDistance()
        if self._is_dragging:
            self.row_dragged.emit(pressed.row(), self._gap(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, was_dragging = self._pressed, self._is_dragging
        self._end()
        if pressed is not None and was_dragging:
            self.row_dropped.emit(pressed[0].row(), self._gap(event.position().toPoint()))
            return
        super().mouseReleaseEvent(event)

    def _end(self) -> None:
        self._pressed, self._is_dragging = None, False
        self.drag_ended.emit()

    def _gap(self, at: QPoint) -> int:
        """The row before which something at this height would be put."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, at.y()))
        if not index.isValid():
            return self.model().rowCount() if at.y() > 0 else 0
        return index.row() + (1 if at.y() > self.visualRect(index).center().y() else 0)

    def _is_on_warning(self, at: QPoint) -> bool:
        wide = self.viewport().width()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return at.x() <= WARNING_WIDE
        return at.x() >= wide - WARNING_WIDE
