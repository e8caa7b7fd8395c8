"""The rows of a queue in which many who ask the same are one row; knows no widget.

The row of a fold is that of its first thread; the others are taken as if the view did not hold them. So pages are read,
and rows come, move and go as in any queue, and nothing is loaded that is not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.queue.folding import Arranged, Fold, Folding
from socialdesk.desktop.places.queue.laid_rows import FOLD_ROLE
from socialdesk.desktop.places.queue.model import MOST_AT_ONCE, PAGE, QueueModel
from socialdesk.desktop.widgets.plain_text import tooltip
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Thread
from socialdesk.model.view import View
from socialdesk.store.queue_page import Key, QueuePage, queue_page

if TYPE_CHECKING:
    from socialdesk.store.cache import Cache

_TOLD = (
    FOLD_ROLE,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
)
_MOST_READ = 600
"""So many threads are read for a page at most, where many of them stand behind one row."""


class FoldedQueue(QueueModel):
    """Threads of one view, folded."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(bridge, parent)
        self.folding = Folding()

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in _TOLD and index.isValid():
            thread = self.thread_at(index.row())
            fold = self.fold_of(thread.id) if thread is not None else None
            if fold is not None and role == Qt.ItemDataRole.AccessibleTextRole:
                from socialdesk.desktop.places.queue import spoken

                return spoken.fold(self._bridge, fold, self._now)
            if fold is not None and role == Qt.ItemDataRole.DisplayRole:
                return fold.words
            if fold is not None and role == Qt.ItemDataRole.ToolTipRole:
                return tooltip(fold.words)
            if role == FOLD_ROLE:
                return fold
        return super().data(index, role)

    def show(self, view: View, reading: ThreadId | None = None) -> None:
        """Show another view from its top, folded as far as it is known what people ask, but not what is read."""
        self.view = view
        self._now = self._bridge.clock.now()
        self.folding.now = Arranged()
        self.folding.now = self.arranged(None)
        if reading in self.folding.now.hidden:
            self.folding.now = self.arranged(reading)
        super().show(view)

    def fold_of(self, thread: ThreadId) -> Fold | None:
        """What the row of a thread stands for beside it, if it stands for more; nothing while a search is shown."""
        return None if self.is_search else self.folding.now.leads.get(thread)

    def meant(self, thread: ThreadId) -> tuple[ThreadId, ...]:
        """The threads that the row of a thread stands for."""
        fold = self.fold_of(thread)
        return (thread,) if fold is None else fold.ids

    def arranged(self, reading: ThreadId | None) -> Arranged:
        """What would be folded now, while somebody reads a thread."""
        return self.folding.arranged(self._key, self._here, self._now, reading=reading, alone=self.draft)

    def fold(self, wanted: Arranged, *, hold: bool) -> None:
        """Fold anew. With `hold` no row goes: only counts change, and what must be seen alone waits above to be let in.

        A fold whose first thread has left stands on with its next one, held or not: its row would be lost else.
        """
        before = self.folding.now
        here = {thread.id for thread in self._threads}
        if hold:
            wanted = self._held(wanted, here)
        self.folding.now = wanted
        for id_ in wanted.hidden:
            self._late.pop(id_, None)
        gone = [thread for thread in self._threads if thread.id in wanted.hidden]
        back = [*(before.hidden - wanted.hidden), *(wanted.leads.keys() - here)]
        come = [one for one in self._fresh(back) if one.id not in here and self._within(one)]
        if hold:
            leads = wanted.leads
            for one in come:
                if one.id not in leads:
                    self._late[one.id] = one
            come = [one for one in come if one.id in leads]
        if len(gone) + len(come) > MOST_AT_ONCE:
            self._threads = [one for one in self._threads if one.id not in wanted.hidden]
            self._let_all_in(come)
        else:
            for thread in gone:
                self._remove(thread)
            for thread in come:
                self._place(thread)
        for id_ in wanted.leads.keys() | before.leads.keys():
            if before.leads.get(id_) != wanted.leads.get(id_):
                self._repaint(id_)
        if come or gone:
            self.recount()

    def _held(self, wanted: Arranged, here: set[ThreadId]) -> Arranged:
        """What of an arrangement can be had without taking a row away from under the eye."""
        before = self.folding.now
        known = {fold.story for fold in before.leads.values()}
        leads = {id_: fold for id_, fold in wanted.leads.items() if fold.story in known}
        ids = {id_ for fold in leads.values() for id_ in fold.ids}
        return Arranged(leads, frozenset(id_ for id_ in wanted.hidden if id_ in ids and id_ not in here))

    def _fresh(self, ids: Iterable[ThreadId]) -> Sequence[Thread]:
        found = [self._bridge.submit.folded(thread) for thread in self._bridge.cache.threads(list(set(ids)))]
        return [one for one in found if self._shows(one)]

    def _here(self, thread: Thread) -> Thread | None:
        found = self._bridge.submit.folded(thread)
        return found if self.takes(found) else None

    def _shows(self, thread: Thread) -> bool:
        return super()._shows(thread) and (self.is_search or thread.id not in self.folding.now.hidden)

    def _page(self, after: Key | None, many: int = PAGE) -> Callable[[Cache], QueuePage]:
        """A page with at least one row in it, if any fits among as many threads as a page looks through."""
        view, me, now, hidden = self.view, self._bridge.me, self._now, self.folding.now.hidden
        most, looks_at = max(many, min(PAGE + len(hidden), _MOST_READ)), self._looks_at

        def read(cache: Cache) -> QueuePage:
            start = after
            while True:
                page = queue_page(cache, view, me, start, most, now, looks_at=looks_at)
                if page.next is None or not page.rows or any(one.id not in hidden for one in page.rows):
                    return page
                start = page.next

        return read
