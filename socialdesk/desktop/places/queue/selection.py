"""Keeps which threads are selected in the queue: by keys, by the mouse, or all that the view holds; paints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListView

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.queue.fold_model import FoldedQueue
from socialdesk.desktop.places.queue.laid_rows import THREAD_ROLE
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Thread
from socialdesk.model.view import View

CHECK_ROOM = 24
"""Logical pixels at the start of a row where the box is; in them a click selects and opens nothing."""


class Selection(QObject):
    """The selected threads of one queue, in the order they were selected."""

    changed = Signal()

    def __init__(self, bridge: Bridge, model: FoldedQueue, view: QListView, open_: Callable[[ThreadId], bool]) -> None:
        super().__init__(view)
        self._bridge = bridge
        self._model = model
        self._list = view
        self._open = open_
        self._ids: dict[ThreadId, None] = {}
        self._counted: View | None = None
        self._anchor: ThreadId | None = None
        view.viewport().installEventFilter(self)

    def __contains__(self, thread: object) -> bool:
        return thread in self._ids

    @property
    def known(self) -> int:
        """How many are selected by now, while others may still be read."""
        return len(self._ids)

    @property
    def ids(self) -> Sequence[ThreadId]:
        """What is selected."""
        return tuple(self._ids)

    @property
    def count(self) -> int:
        """How many are selected, or will be as soon as they are all read."""
        if self._counted is not None:
            return max(len(self._ids), sum(self._model.counts.values()))
        return len(self._ids)

    @property
    def is_on(self) -> bool:
        """Whether anything is selected: acts are for all of it then."""
        return bool(self._ids) or self._counted is not None

    @property
    def is_counting(self) -> bool:
        """Whether all that the view holds is being read."""
        return self._counted is not None

    def toggle(self, thread: ThreadId | None) -> None:
        """Select a thread, or no longer."""
        if thread is None:
            return
        self._anchor = thread
        meant = self._model.meant(thread)
        if thread in self._ids:
            for one in meant:
                self._ids.pop(one, None)
        else:
            self._take(thread)
        self._tell()

    def _take(self, thread: ThreadId) -> None:
        """Select what the row of a thread stands for."""
        self._ids.update(dict.fromkeys(self._model.meant(thread)))

    def extend(self, by: int) -> None:
        """Select the current thread and the next one in that direction, and go there."""
        here = self._current()
        if here is None:
            return
        self._take(here.id)
        other = self._model.neighbour(here.id, by)
        if other is not None:
            self._take(other.id)
            self._anchor = other.id
        self._tell()
        if other is not None:
            self._open(other.id)

    def reach(self, thread: ThreadId) -> None:
        """Select everything from where selecting began to this thread."""
        here = self._current()
        start = self._anchor if self._anchor is not None else (here.id if here else thread)
        first, last = self._model.row_of(start), self._model.row_of(thread)
        if first is None or last is None:
            first = last = self._model.row_of(thread)
        if first is None or last is None:
            return
        for row in range(min(first, last), max(first, last) + 1):
            found = self._model.thread_at(row)
            if found is not None:
                self._take(found.id)
        self._tell()

    def select(self, threads: Iterable[ThreadId]) -> None:
        """Select these and no others."""
        self._counted = None
        self._ids = dict.fromkeys(threads)
        self._anchor = None
        self._tell()

    def select_all(self) -> None:
        """Select all that the view holds, not only what is read of it; a search's own hits when one is shown."""
        rows = [one.id for row in range(self._model.rowCount()) if (one := self._model.thread_at(row)) is not None]
        shown = [id_ for row in rows for id_ in self._model.meant(row)]
        if not self._model.has_more:
            self.select(shown)
            return
        view = self._counted = self._model.view
        self._ids = dict.fromkeys(shown)
        self._tell()
        self._bridge.many.ids(view, lambda ids: self._on_all(view, ids))

    def clear(self) -> None:
        """Select nothing."""
        if self.is_on:
            self._ids, self._counted, self._anchor = {}, None, None
            self._tell()

    def drop(self, threads: Iterable[ThreadId]) -> None:
        """Threads that are selected no longer."""
        gone = [one for one in threads if one in self._ids]
        for one in gone:
            del self._ids[one]
        if gone:
            self._tell()

    def _on_all(self, view: View, ids: Sequence[ThreadId]) -> None:
        if self._counted is not view:
            return  # it was cleared, or another view is shown by now
        self._counted = None
        self._ids = dict.fromkeys(ids)
        # What is pending here is not in the file yet.
        for moved in self._bridge.overlay.threads():
            if self._model.takes(moved.after):
                self._ids[moved.after.id] = None
            else:
                self._ids.pop(moved.after.id, None)
        self._tell()

    def _current(self) -> Thread | None:
        return self._model.thread_at(self._list.currentIndex().row())

    def _tell(self) -> None:
        self._list.viewport().update()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        at = event.position().toPoint()
        thread: Thread | None = self._list.indexAt(at).data(THREAD_ROLE)
        if thread is None:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.reach(thread.id)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not self.is_on and (here := self._current()) is not None and here.id != thread.id:
                self._take(here.id)
            self.toggle(thread.id)
        elif self._is_on_box(at):
            self.toggle(thread.id)
        else:
            return False
        return True

    def _is_on_box(self, at: QPoint) -> bool:
        room = scaled(CHECK_ROOM) + (18 if self.is_on else 0)
        if self._list.isRightToLeft():
            return at.x() > self._list.viewport().width() - room
        return at.x() < room
