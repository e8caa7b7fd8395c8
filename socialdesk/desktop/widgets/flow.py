"""Lays widgets out in lines, as words in a paragraph: what does not fit goes to the next line."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lines of widgets, each as large as it wants to be; mirrored where the language runs the other way."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        # A layout above asks for the same widths again and again, and each answer asks every widget.
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem, /) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        # While a window goes its items are gone before the layout: they must not be handed out any more.
        found = self._items[index] if 0 <= index < len(self._items) else None
        return found if found is not None and shiboken6.isValid(found) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        found = self._items.pop(index) if 0 <= index < len(self._items) else None
        self.invalidate()
        return found if found is not None and shiboken6.isValid(found) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = self._laid(QRect(0, 0, width, 0), moves=False)
        return found

    def invalidate(self) -> None:
        self._heights.clear()
        self._least = None
        super().invalidate()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        if self._least is not None:
            return self._least
        size = QSize()
        for item in filter(shiboken6.isValid, self._items):
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        self._least = size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
        return self._least

    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        self._laid(rect, moves=True)

    def clear(self) -> None:
        """Take everything out and let it go."""
        while (item := self.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _laid(self, rect: QRect, *, moves: bool) -> int:
        margins: QMargins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x, y, high = 0, room.y(), 0
        for item in filter(shiboken6.isValid, self._items):
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            wide = min(size.width(), max(room.width(), 1))
            if wide < size.width() and item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(wide))  # what is too long for a line wraps inside
            if x and x + wide > room.width():
                x, y, high = 0, y + high + self.spacing(), 0
            if moves:
                left = room.right() + 1 - x - wide if mirrored else room.x() + x
                item.setGeometry(QRect(QPoint(left, y), QSize(wide, size.height())))
            x += wide + self.spacing()
            high = max(high, size.height())
        return y + high - rect.y() + margins.bottom()
