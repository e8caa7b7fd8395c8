"""Which panes of a window there is room for: all four, three, two, or one at a time; knows nothing of what they show.

Widths count in the size of the text: a window at 200 % has room for what half its width holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look import metrics

if TYPE_CHECKING:
    from socialdesk.desktop.places.queue.view import QueuePlace

ONE_BELOW = 900
ICONS_BELOW = 1_100
CONTEXT_FROM = 1_280
_ANY_WIDTH = 16_777_215  # Qt's own word for no limit


class _Rail(Protocol):
    """The rail, as icons or with words."""

    def setFixedWidth(self, w: int, /) -> None: ...
    def set_narrow(self, *, narrow: bool) -> None: ...


class _Aside(Protocol):
    """The panel about the person."""

    def setVisible(self, on: bool, /) -> None: ...


class Panes:
    """The panes of one window. With one at a time, the queue or the thread is shown."""

    def __init__(self, rail: _Rail, queue: QueuePlace, thread: QWidget, aside: _Aside) -> None:
        self._rail = rail
        self._queue = queue
        self._thread = thread
        self._aside = aside
        self._width = 0
        self.is_one = False

    def arrange(self, width: int, *, again: bool = False) -> None:
        """Make use of a window `width` logical pixels wide; with `again` the size of the text changed."""
        before, self._width = self._width, width
        roomy = width / metrics.zoom()
        icons = roomy < ICONS_BELOW
        self._rail.setFixedWidth(metrics.scaled(metrics.RAIL_NARROW if icons else metrics.RAIL_WIDTH))
        self._rail.set_narrow(narrow=icons)
        was_one, self.is_one = self.is_one, roomy < ONE_BELOW
        # Large text in a wide window is no reason to show less of each thread, nor is a queue that stands alone.
        self._queue.list.set_narrow(is_narrow=not self.is_one and max(width, roomy) < CONTEXT_FROM)
        if self.is_one != was_one:
            self._queue.setMaximumWidth(_ANY_WIDTH if self.is_one else metrics.scaled(metrics.QUEUE_MOST))
            self._queue.show()
            self._thread.setVisible(not self.is_one)
        least = 0 if self.is_one else 1
        self._queue.setMinimumWidth(least * min(metrics.scaled(metrics.QUEUE_LEAST), round(width * 0.4)))
        self._thread.setMinimumWidth(least * metrics.CONVERSATION_LEAST)
        crossed = (roomy < CONTEXT_FROM) != (before / metrics.zoom() < CONTEXT_FROM)
        if crossed or again or not before:
            self._aside.setVisible(roomy >= CONTEXT_FROM)

    def show_queue(self) -> None:
        """Come back to the queue, where it is not beside the thread."""
        if self.is_one:
            self._thread.hide()
            self._queue.show()

    def show_thread(self) -> None:
        """Go to the thread, where it is not beside the queue."""
        if self.is_one:
            self._queue.hide()
            self._thread.show()

    def reveal(self, pane: QWidget) -> None:
        """Show whichever of the two holds a pane that is to have the keys."""
        if pane is self._queue or self._queue.isAncestorOf(pane):
            self.show_queue()
        elif pane is self._thread or self._thread.isAncestorOf(pane):
            self.show_thread()

    def can_show(self, pane: QWidget) -> bool:
        """Whether a pane can have the keys now, or could if it were revealed."""
        held = (self._queue, self._thread)
        return pane.isVisible() or (self.is_one and any(one is pane or one.isAncestorOf(pane) for one in held))
