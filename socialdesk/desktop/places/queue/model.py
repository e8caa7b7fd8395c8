"""The rows of the queue as a list model: gets a view and what changed, inserts, moves and removes; knows no widget.

Rows are group heads and threads. Pages are read as they are needed; a change touches only its own row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Signal

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.pace import Pace
from socialdesk.desktop.places.queue import words
from socialdesk.desktop.places.queue.heads import Heads
from socialdesk.desktop.places.queue.laid_rows import DRAFT_SHOWN, Head, Index, LaidRows
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.sorting import Sort
from socialdesk.model.thread import Thread
from socialdesk.model.triage import GroupBounds
from socialdesk.model.view import View, takes
from socialdesk.store.queue_cost import LOOKED_AT, is_quick
from socialdesk.store.queue_page import Key, QueuePage, queue_page, threads_before

if TYPE_CHECKING:
    from socialdesk.desktop.places.queue.finding import Finding
    from socialdesk.store.cache import Cache
    from socialdesk.store.search import Found, Hit

PAGE = 60
LONG, MOST_IN_A_PAGE = 1_000, 1_200
MOST_AT_ONCE = 40
COUNT_MS = 500


class QueueModel(LaidRows):
    """Threads of one view."""

    counted = Signal()
    read = Signal()
    """What `show` asked for is there, where it could not be at once."""
    found = Signal(object)
    """A page of what was looked for is shown: the finding."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(bridge, parent)
        self._next: Key | None = None
        self._late: dict[ThreadId, Thread] = {}
        self._finding: Finding | None = None
        self._is_quick = True
        self._is_fetching = False
        self._is_reading = False
        self._meanwhile: set[ThreadId] = set()
        self._heads = Heads(bridge, self._tell_counts)
        self._count_soon = Pace(self.recount, COUNT_MS, self)
        self._move_soon = Pace(self._move_counts, COUNT_MS, self)

    def canFetchMore(self, parent: Index) -> bool:
        if self._finding is not None:
            return not parent.isValid() and self._finding.has_more
        return not parent.isValid() and self._next is not None

    def fetchMore(self, parent: Index) -> None:
        if self._finding is not None:
            if not self._is_fetching and self._finding.has_more:
                self._is_fetching = True
                self._find_more(self._finding)
            return
        if self._next is None or self._is_fetching:
            return
        # Each page has the list laid out anew: the longer it is, the more comes at once, and beside the window.
        loaded = len(self._threads)
        many = PAGE if loaded < LONG else min(MOST_IN_A_PAGE, loaded // 8)
        if self._is_quick and many == PAGE:
            self._add(self._page(self._next)(self._bridge.cache))
            return
        self._is_fetching = True
        self._read_beside(self._next, self._add, many)

    def _read_beside(self, after: Key | None, then: Callable[[QueuePage], object], many: int = PAGE) -> None:
        """Read a page whose threads have to be looked for; of several such askings the last one counts."""
        self._bridge.beside.ask("queue", self._page(after, many), then)

    def _add(self, page: QueuePage) -> None:
        self._is_fetching = False
        self._next = page.next
        wanted = {thread.id for thread in page.rows}
        known = {thread.id for thread in self._threads if thread.id in wanted}
        last = self._key(self._threads[-1]) if self._threads else None
        after: list[Thread] = []
        for thread in page.rows:
            folded = self._bridge.submit.folded(thread)
            if folded.id in known or not self._shows(folded):
                continue
            key = self._key(folded)
            if last is None or key > last:
                after.append(folded)
                last = key
            else:
                self._place(folded)  # what is pending here put it elsewhere
        if after:
            self._append(after)
        if not self._is_quick and (not after or len(self._threads) < PAGE):
            self.fetchMore(QModelIndex())  # each page looks through a bounded number: so far few fit, or none

    # What the place asks

    def show(self, view: View) -> None:
        """Show another view from its top."""
        self.view = view
        self._now = self._bridge.clock.now()
        self._late.clear()
        self._finding = None
        self._heads.forget()
        self._is_fetching = False
        self._meanwhile.clear()
        self._is_quick = is_quick(self._bridge.cache, view)
        self._is_reading = not self._is_quick
        if self._is_quick:
            self._forget_page()
            self._fill(self._page(None)(self._bridge.cache))
            return
        # What is here and fits is shown until the answer comes: the list need not blink.
        self.beginResetModel()
        self._next = None
        self._threads = sorted((t for t in self._threads if self._shows(t)), key=self._key)
        self._rows = self._laid_out()
        self.endResetModel()
        self._read_beside(None, self._on_read)

    def _on_read(self, page: QueuePage) -> None:
        if not page.rows and page.next is not None:
            self._read_beside(page.next, self._on_read)
            return
        self._is_reading = False
        self._fill(page)
        self.read.emit()
        if self._meanwhile:
            self.follow(self._meanwhile)
        if len(self._threads) < PAGE:
            self.fetchMore(QModelIndex())

    def _forget_page(self) -> None:
        """Let no answer to an earlier question come into what is shown now."""
        if self._bridge.has_read_beside:
            self._bridge.beside.forget("queue")

    def _fill(self, page: QueuePage) -> None:
        folded = {thread.id: self._bridge.submit.folded(thread) for thread in page.rows}
        # What is pending may bring a thread in that the file has elsewhere; of these it is known how they look.
        for moved in self._bridge.overlay.threads():
            thread = moved.after
            if thread.id not in folded and (page.next is None or self._key(thread) <= page.next):
                folded[thread.id] = thread
        self._drafts = {
            draft.thread_id: draft.text[:DRAFT_SHOWN] for draft in self._bridge.desk.drafts() if draft.mode == "reply"
        }
        self.beginResetModel()
        self._threads = sorted((t for t in folded.values() if self._shows(t)), key=self._key)
        self._next = page.next
        self._heads.count(self.view, self._now)
        self._rows = self._laid_out()
        self.endResetModel()
        self.counted.emit()

    def find(self, finding: Finding) -> None:
        """Look for what a search asks, beside the window; what is shown stays until the answer is there."""
        self._bridge.beside.ask("queue", finding.reading(), lambda page: self._on_found(finding, page))

    def _on_found(self, finding: Finding, page: Found) -> None:
        finding.take(page)
        if not finding.hits and finding.has_more:
            self.find(finding)  # so far none fit; each page looks at a bounded number
            return
        self.beginResetModel()
        self._late.clear()
        self._next = None
        self._finding = finding
        self._is_reading = self._is_fetching = False
        self._heads.forget()
        folded = [self._bridge.submit.folded(hit.thread) for hit in finding.hits.values()]
        self._threads = [one for one in folded if finding.keeps(one)]
        self._rows = list(self._threads)
        self.endResetModel()
        self.found.emit(finding)

    def _find_more(self, finding: Finding) -> None:
        self._bridge.beside.ask("queue", finding.reading(), lambda page: self._add_found(finding, page))

    def hit(self, thread: ThreadId) -> Hit | None:
        """Why a thread was found, while a search is shown."""
        return None if self._finding is None else self._finding.hits.get(thread)

    def _add_found(self, finding: Finding, page: Found) -> None:
        self._is_fetching = False
        hits = finding.take(page)
        if not hits:
            if finding.has_more:
                self.fetchMore(QModelIndex())
            return
        threads = [self._bridge.submit.folded(hit.thread) for hit in hits]
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(threads) - 1)
        self._threads += threads
        self._rows += threads
        self.endInsertRows()
        self.found.emit(finding)

    def neighbour(self, thread: ThreadId, step: int) -> Thread | None:
        """The thread a number of threads further down, or up with a negative number."""
        place = next((n for n, one in enumerate(self._threads) if one.id == thread), None)
        if place is None:
            return None
        if step > 0 and place + step >= len(self._threads) and self.canFetchMore(QModelIndex()):
            self.fetchMore(QModelIndex())
            place = next((n for n, one in enumerate(self._threads) if one.id == thread), place)
        wanted = place + step
        return self._threads[wanted] if 0 <= wanted < len(self._threads) else None

    @property
    def has_more(self) -> bool:
        """Whether the view holds threads that were not read."""
        return self._finding is None and self._next is not None

    def takes(self, thread: Thread) -> bool:
        """Whether the view holds a thread."""
        return takes(self.view.filter, thread, self._bridge.me, self._now)

    @property
    def waiting_above(self) -> int:
        """How many new threads would stand above the selected one, held back while somebody works."""
        return len(self._late)

    @property
    def is_reading(self) -> bool:
        """Whether the threads of the view are still being looked for."""
        return self._is_reading

    @property
    def is_counting(self) -> bool:
        """Whether the numbers of the view are not known yet."""
        return self._finding is None and not self._heads.is_known

    @property
    def is_search(self) -> bool:
        """Whether what a search found is shown, not a view."""
        return self._finding is not None

    def follow(self, ids: Iterable[ThreadId], *, hold_new: bool = False, given: bool = False) -> None:
        """Bring rows up to date. With `hold_new` threads that come in anew wait for `let_in`.

        With `given` commands were given here and nothing is otherwise in the file.
        """
        ids = list(ids)
        if self._finding is not None:
            self._follow_found(ids, self._finding)
            return
        if self._is_reading:
            self._meanwhile.update(ids)
        shown = {one.id: one for one in self._threads}
        ids = self._that_matter(ids, shown.keys() | self._late.keys())
        fresh = {thread.id: self._bridge.submit.folded(thread) for thread in self._bridge.cache.threads(ids)}
        # A flood of new ones waits to be let in together: each alone would move the list under the eye.
        hold_new = hold_new or sum(one not in shown for one in ids) > MOST_AT_ONCE
        for id_ in ids:
            thread = fresh.get(id_)
            old = shown.get(id_)
            fits = thread is not None and self._shows(thread) and self._within(thread)
            if thread is None or not fits:
                self._late.pop(id_, None)
                if old is not None:
                    self._remove(old)
            elif old is None:
                if hold_new:
                    self._late[id_] = thread
                else:
                    self._place(thread)
            elif self._key(old) == self._key(thread) or hold_new:
                self._swap(old, thread)
            else:
                self._remove(old)
                self._place(thread)
        if given and self._heads.is_known:
            self._move_soon.ask()
        else:
            self._count_soon.ask()

    def will_move(self, old: Thread) -> bool:
        """Whether a thread keeps a row and stands elsewhere than it did."""
        thread = self._bridge.cache.thread(old.id)
        if thread is None or self._finding is not None:
            return False
        thread = self._bridge.submit.folded(thread)
        return self._shows(thread) and self._within(thread) and self._key(thread) != self._key(old)

    def _follow_found(self, ids: Iterable[ThreadId], finding: Finding) -> None:
        """Bring what was found up to date: it stays in its place, whatever view would take it now."""
        shown = {one.id: one for one in self._threads}
        wanted = [id_ for id_ in ids if id_ in shown]
        fresh = {thread.id: self._bridge.submit.folded(thread) for thread in self._bridge.cache.threads(wanted)}
        for id_ in wanted:
            thread = fresh.get(id_)
            if thread is None or not finding.keeps(thread):
                self._remove(shown[id_])
            else:
                self._swap(shown[id_], thread)

    def _that_matter(self, ids: list[ThreadId], shown: AbstractSet[ThreadId]) -> list[ThreadId]:
        """Of very many threads those that are here, or would stand before the last one that is."""
        if len(ids) <= MOST_AT_ONCE or not self._threads:
            return ids
        last = self._next if self._next is not None else self._end_here()
        if last is None:
            return ids
        new = [id_ for id_ in ids if id_ not in shown]
        before = threads_before(self._bridge.cache, self.view, new, last)
        return [*(id_ for id_ in ids if id_ in shown), *before]

    def _end_here(self) -> Key | None:
        """Let a long list end with its last thread: what comes after is read when it is needed."""
        if len(self._threads) >= PAGE:
            self._next = self._key(self._threads[-1])
        return self._next

    def let_in(self) -> None:
        """Put what was held back where it belongs; what a search found keeps the order of the search."""
        if self._finding is not None:
            return
        held, self._late = list(self._late.values()), {}
        if len(held) > MOST_AT_ONCE:
            self._let_all_in(held)
            return
        for thread in held:
            self._place(thread)
        self._put_in_order()
        self.recount()

    def rest(self) -> None:
        """Count no more: the files are about to close."""
        self._count_soon.stop()
        self._move_soon.stop()

    def _let_all_in(self, held: list[Thread]) -> None:
        """Lay the list out anew, as far as it was read before."""
        most = max(PAGE, len(self._threads))
        self.beginResetModel()
        there = {thread.id: thread for thread in (*self._threads, *held)}
        self._threads = sorted(there.values(), key=self._key)
        if len(self._threads) > most:
            del self._threads[most:]
            self._next = self._key(self._threads[-1])
            # A page that is still read begins after what has just gone: between the two threads would be missing.
            self._is_fetching = False
            self._forget_page()
        self._heads.count(self.view, self._now)
        self._rows = self._laid_out()
        self.endResetModel()
        self.counted.emit()

    def recount(self) -> None:
        """Bring heads up to date, at once or as soon as they are counted."""
        if self._finding is None and self._heads.count(self.view, self._now):
            self._tell_counts()

    def _move_counts(self) -> None:
        self._heads.move()
        self._tell_counts()

    def _tell_counts(self) -> None:
        for number, row in enumerate(self._rows):
            if isinstance(row, Head) and row != (head := self._head(row.group)):
                self._rows[number] = head
                self.dataChanged.emit(self.index(number), self.index(number))
        self.counted.emit()

    def tick(self) -> None:
        """A minute passed: repaint the rows whose words changed, and move those that changed their group."""
        before, self._now = self._now, self._bridge.clock.now()
        old, new = self._sections(before), self._sections()
        for thread in list(self._threads):
            if self._finding is None and old.of_thread(thread) is not new.of_thread(thread):
                self._remove(thread)
                self._place(thread)
            elif self._clock_words(thread, before) != self._clock_words(thread, self._now) or (
                words.age(thread, before) != words.age(thread, self._now)
            ):
                self._repaint(thread.id)
        self.recount()

    def is_ahead(self, thread: Thread) -> bool:
        """Whether a thread stands with the overdue ones and is not late: its row says so."""
        is_triage = self.view.sort is Sort.TRIAGE and self._finding is None
        return is_triage and bool(thread.moved_ms) and GroupBounds.at(self._now, self._now).is_ahead(thread)

    def _shows(self, thread: Thread) -> bool:
        """Whether a thread of the view has a row of its own."""
        return self.takes(thread)

    def _page(self, after: Key | None, many: int = PAGE) -> Callable[[Cache], QueuePage]:
        """What reads a page, on whichever thread."""
        view, me, now, most = self.view, self._bridge.me, self._now, self._looks_at
        return lambda cache: queue_page(cache, view, me, after, many, now, looks_at=most)

    @property
    def _looks_at(self) -> int | None:
        return None if self._is_quick else LOOKED_AT

    def _within(self, thread: Thread) -> bool:
        return self._next is None or not self._threads or self._key(thread) <= self._next
