"""The rows of the queue as a list model: gets a view and what changed, inserts, moves and removes; knows no widget.

Rows are group heads and threads. Pages are read as they are needed; a change touches only its own row.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.pace import Pace
from socialdesk.desktop.look.numbers import count as many
from socialdesk.desktop.places.queue import spoken, words
from socialdesk.desktop.places.queue.heads import Heads, sections
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.sorting import Heading, Section
from socialdesk.model.thread import Thread
from socialdesk.model.triage import reply_clock
from socialdesk.model.view import MINE, View, takes
from socialdesk.store.queue_cost import is_quick
from socialdesk.store.queue_page import Key, QueuePage, Sections, key_of, queue_page, threads_before

if TYPE_CHECKING:
    from socialdesk.desktop.places.queue.finding import Finding
    from socialdesk.store.cache import Cache
    from socialdesk.store.search import Hit

PAGE = 60
MOST_AT_ONCE = 40
COUNT_MS = 500
THREAD_ROLE = Qt.ItemDataRole.UserRole + 1
HEAD_ROLE = Qt.ItemDataRole.UserRole + 2
FOLD_ROLE = Qt.ItemDataRole.UserRole + 3
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Head:
    """A group head with the number of threads under it."""

    group: Heading
    count: int | None
    """None while it is not known yet."""


class QueueModel(QAbstractListModel):
    """Threads of one view."""

    counted = Signal()
    read = Signal()
    """What `show` asked for is there, where it could not be at once."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.view: View = MINE
        self._threads: list[Thread] = []
        self._rows: list[Thread | Head] = []
        self._next: Key | None = None
        self._late: dict[ThreadId, Thread] = {}
        self._finding: Finding | None = None
        self._drafts: dict[ThreadId, str] = {}
        self._now = bridge.clock.now()
        self._is_quick = True
        self._is_fetching = False
        self._is_reading = False
        self._meanwhile: set[ThreadId] = set()
        self._heads = Heads(bridge, self._tell_counts)
        self._count_soon = Pace(self.recount, COUNT_MS, self)
        self._move_soon = Pace(self._move_counts, COUNT_MS, self)

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, Head):
            match role:
                case int() if role == HEAD_ROLE:
                    return row
                case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                    return f"{words.group(row.group)} {'' if row.count is None else many(row.count)}".rstrip()
                case _:
                    return None
        match role:
            case int() if role == THREAD_ROLE:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.contact_name
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken.row(self._bridge, row, self._now)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return spoken.about(row, self.draft(row.id))
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Head):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def canFetchMore(self, parent: Index) -> bool:
        if self._finding is not None:
            return not parent.isValid() and self._finding.has_more
        return not parent.isValid() and self._next is not None

    def fetchMore(self, parent: Index) -> None:
        if self._finding is not None:
            self._add_found(self._finding.more())
            return
        if self._next is None or self._is_fetching:
            return
        if self._is_quick:
            self._add(self._page(self._next)(self._bridge.cache))
            return
        self._is_fetching = True
        self._read_beside(self._next, self._add)

    def _read_beside(self, after: Key | None, then: Callable[[QueuePage], object]) -> None:
        """Read a page whose threads have to be looked for; of several such askings the last one counts."""
        self._bridge.beside.ask("queue", self._page(after), then)

    def _add(self, page: QueuePage) -> None:
        self._is_fetching = False
        self._next = page.next
        known = {thread.id for thread in self._threads}
        for thread in page.rows:
            folded = self._bridge.submit.folded(thread)
            if folded.id not in known and self._shows(folded):
                self._place(folded)

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
        self._is_reading = False
        self._fill(page)
        self.read.emit()
        if self._meanwhile:
            self.follow(self._meanwhile)

    def _forget_page(self) -> None:
        """Let no answer to an earlier question come into what is shown now."""
        if self._bridge.has_read_beside:
            self._bridge.beside.forget("queue")

    def _fill(self, page: QueuePage) -> None:
        folded = {thread.id: self._bridge.submit.folded(thread) for thread in page.rows}
        for id_ in self._bridge.submit.touched() - folded.keys():
            thread = self._bridge.thread(id_)
            if thread is not None and (page.next is None or self._key(thread) <= page.next):
                folded[id_] = thread
        self._drafts = {draft.thread_id: draft.text for draft in self._bridge.desk.drafts() if draft.mode == "reply"}
        self.beginResetModel()
        self._threads = sorted((t for t in folded.values() if self._shows(t)), key=self._key)
        self._next = page.next
        self._heads.count(self.view, self._now)
        self._rows = self._laid_out()
        self.endResetModel()
        self.counted.emit()

    def show_found(self, finding: Finding) -> None:
        """Show what a search finds, in its order; further pages come as they are scrolled to."""
        self.beginResetModel()
        self._late.clear()
        self._next = None
        self._finding = finding
        self._is_reading = self._is_fetching = False
        self._forget_page()
        self._heads.forget()
        self._threads = [self._bridge.submit.folded(hit.thread) for hit in finding.hits.values()]
        self._rows = list(self._threads)
        self.endResetModel()

    def hit(self, thread: ThreadId) -> Hit | None:
        """Why a thread was found, while a search is shown."""
        return None if self._finding is None else self._finding.hits.get(thread)

    def _add_found(self, hits: Sequence[Hit]) -> None:
        if not hits:
            return
        threads = [self._bridge.submit.folded(hit.thread) for hit in hits]
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(threads) - 1)
        self._threads += threads
        self._rows += threads
        self.endInsertRows()

    def thread_at(self, row: int) -> Thread | None:
        """The thread of a row; None for a head or a row that is not there."""
        if not 0 <= row < len(self._rows):
            return None
        found = self._rows[row]
        return found if isinstance(found, Thread) else None

    def row_of(self, thread: ThreadId) -> int | None:
        """The row of a thread."""
        return next((n for n, row in enumerate(self._rows) if isinstance(row, Thread) and row.id == thread), None)

    def neighbour(self, thread: ThreadId, step: int) -> Thread | None:
        """The thread a number of threads further down, or up with a negative number."""
        place = next((n for n, one in enumerate(self._threads) if one.id == thread), None)
        if place is None:
            return None
        if step > 0 and place + step >= len(self._threads) and self._next is not None:
            self.fetchMore(QModelIndex())
            place = next((n for n, one in enumerate(self._threads) if one.id == thread), place)
        wanted = place + step
        return self._threads[wanted] if 0 <= wanted < len(self._threads) else None

    def first(self) -> Thread | None:
        """The thread on top."""
        return self._threads[0] if self._threads else None

    @property
    def has_more(self) -> bool:
        """Whether the view holds threads that were not read."""
        return self._finding is None and self._next is not None

    def takes(self, thread: Thread) -> bool:
        """Whether the view holds a thread."""
        return self._takes(thread)

    def draft(self, thread: ThreadId) -> str:
        """What was begun in a thread."""
        return self._drafts.get(thread, "")

    def set_draft(self, thread: ThreadId, text: str) -> None:
        """Show, or no longer show, that something was begun."""
        if text == self._drafts.get(thread, ""):
            return
        if text:
            self._drafts[thread] = text
        else:
            self._drafts.pop(thread, None)
        self._repaint(thread)

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

    @property
    def total(self) -> int:
        """How many threads the view takes."""
        return sum(self._heads.counts.values())

    @property
    def late(self) -> int:
        """How many of them are late."""
        return self._heads.late

    @property
    def counts(self) -> dict[Heading, int]:
        """How many threads are under each head."""
        return self._heads.counts

    def follow(self, ids: Iterable[ThreadId], *, hold_new: bool = False, given: bool = False) -> None:
        """Bring rows up to date. With `hold_new` threads that come in anew wait for `let_in`.

        With `given` commands were given here and nothing is otherwise in the file.
        """
        ids = list(ids)
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
        """Put what was held back where it belongs."""
        held, self._late = list(self._late.values()), {}
        if len(held) > MOST_AT_ONCE:
            self._let_all_in(held)
            return
        for thread in held:
            self._place(thread)
        self._put_in_order()
        self.recount()

    def _put_in_order(self) -> None:
        """Move the rows that stand elsewhere than they belong, each for itself: the others stay where they are."""
        wanted = sorted(self._threads, key=self._key)
        for place, thread in enumerate(wanted):
            if self._threads[place].id != thread.id:
                self._remove(thread)
                self._place(thread)

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
            if isinstance(row, Head) and row.count != self._heads.number(row.group):
                self._rows[number] = Head(row.group, self._heads.number(row.group))
                self.dataChanged.emit(self.index(number), self.index(number))
        self.counted.emit()

    def tick(self) -> None:
        """A minute passed: repaint the rows whose words changed, and move those that changed their group."""
        before, self._now = self._now, self._bridge.clock.now()
        old, new = self._sections(before), self._sections()
        for thread in list(self._threads):
            if old.of_thread(thread) is not new.of_thread(thread):
                self._remove(thread)
                self._place(thread)
            elif words.clock(reply_clock(thread, before)) != words.clock(reply_clock(thread, self._now)) or (
                words.age(thread, before) != words.age(thread, self._now)
            ):
                self._repaint(thread.id)
        self.recount()

    @property
    def now(self) -> datetime:
        """The moment the labels are told for."""
        return self._now

    # Rows

    def _key(self, thread: Thread) -> Key:
        return key_of(thread, self.view.sort)

    def _takes(self, thread: Thread) -> bool:
        return takes(self.view.filter, thread, self._bridge.me, self._now)

    def _shows(self, thread: Thread) -> bool:
        """Whether a thread of the view has a row of its own."""
        return self._takes(thread)

    def _page(self, after: Key | None) -> Callable[[Cache], QueuePage]:
        """What reads a page, on whichever thread."""
        view, me, now = self.view, self._bridge.me, self._now
        return lambda cache: queue_page(cache, view, me, after, PAGE, now)

    def _sections(self, now: datetime | None = None) -> Sections:
        return sections(self.view.sort, now or self._now)

    def _group(self, thread: Thread, now: datetime | None = None) -> Heading:
        return self._sections(now).of_thread(thread)

    def _laid_out(self) -> list[Thread | Head]:
        rows: list[Thread | Head] = []
        last: Heading | None = Section.ALL
        sections = self._sections()
        for thread in self._threads:
            group = sections.of_thread(thread)
            if group is not last:
                rows.append(Head(group, self._heads.number(group)))
                last = group
            rows.append(thread)
        return rows

    def _within(self, thread: Thread) -> bool:
        return self._next is None or not self._threads or self._key(thread) <= self._next

    def _place(self, thread: Thread) -> None:
        at = bisect.bisect_left(self._threads, self._key(thread), key=self._key)
        group = self._group(thread)
        before = self._threads[at - 1] if at else None
        row = 0 if before is None else (self.row_of(before.id) or 0) + 1
        head = next((n for n, one in enumerate(self._rows) if isinstance(one, Head) and one.group is group), None)
        if head is None and group is not Section.ALL:
            self.beginInsertRows(QModelIndex(), row, row + 1)
            number = self._heads.number(group)
            self._rows[row:row] = [Head(group, None if number is None else max(1, number)), thread]
        else:
            row = max(row, (-1 if head is None else head) + 1)
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows.insert(row, thread)
        self._threads.insert(at, thread)
        self.endInsertRows()

    def _remove(self, thread: Thread) -> None:
        row = self.row_of(thread.id)
        if row is None:
            return
        alone = isinstance(self._rows[row - 1], Head) and (
            row + 1 == len(self._rows) or isinstance(self._rows[row + 1], Head)
        )
        first = row - 1 if alone else row
        self.beginRemoveRows(QModelIndex(), first, row)
        del self._rows[first : row + 1]
        self._threads = [one for one in self._threads if one.id != thread.id]
        self.endRemoveRows()

    def _swap(self, old: Thread, new: Thread) -> None:
        row = self.row_of(old.id)
        if row is None or old == new:
            return
        self._rows[row] = new
        self._threads = [new if one.id == new.id else one for one in self._threads]
        self.dataChanged.emit(self.index(row), self.index(row))

    def _repaint(self, thread: ThreadId) -> None:
        row = self.row_of(thread)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))
