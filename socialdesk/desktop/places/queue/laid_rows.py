"""The rows of a queue as they are laid out, heads and threads in their order; each comes, moves and goes for itself.

What a view takes and what is read of it is no matter here.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.queue import words
from socialdesk.desktop.places.queue.heads import Heads, sections
from socialdesk.desktop.widgets.plain_text import tooltip
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.sorting import Heading, Section, Sort
from socialdesk.model.thread import Thread
from socialdesk.model.triage import Group, ReplyClock, next_change, reply_clock
from socialdesk.model.view import MINE, View
from socialdesk.store.queue_page import Key, Sections, key_of
from socialdesk.support.values import value_class

THREAD_ROLE = Qt.ItemDataRole.UserRole + 1
HEAD_ROLE = Qt.ItemDataRole.UserRole + 2
FOLD_ROLE = Qt.ItemDataRole.UserRole + 3
Index = QModelIndex | QPersistentModelIndex
DRAFT_SHOWN = 300
"""Characters of a draft that a row is given: its line is shorter on any screen."""


@value_class(frozen=True, slots=True)
class Head:
    """A group head with the number of threads under it."""

    group: Heading
    count: int | None
    """None while it is not known yet."""
    ahead: int = 0
    """How many of them are not late, and stand there since they were moved up."""


class LaidRows(QAbstractListModel):
    """The rows of one view."""

    _heads: Heads

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.view: View = MINE
        self._threads: list[Thread] = []
        self._rows: list[Thread | Head] = []
        self._near = 0
        self._drafts: dict[ThreadId, str] = {}
        self._now = bridge.clock.now()

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
                    return f"{words.group(row.group)} {words.head_count(row.count, row.ahead)}".rstrip()
                case _:
                    return None
        if role == THREAD_ROLE:
            return row
        from socialdesk.desktop.places.queue import spoken  # rows are painted before anybody has one read out

        match role:
            case Qt.ItemDataRole.DisplayRole:
                return spoken.name(self._bridge, row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken.row(self._bridge, row, self._now)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                clocks = spoken.clocks(self._bridge, row, self._now)
                return spoken.about(row, self.draft(row.id), clocks, self._why(row))
            case Qt.ItemDataRole.ToolTipRole:
                both = (spoken.clocks(self._bridge, row, self._now), self._why(row))
                return tooltip("\n".join(one for one in both if one)) or None
            case _:
                return None

    def _why(self, thread: Thread) -> str:
        """Why a thread stands where it does, in the order that asks for it."""
        from socialdesk.desktop.widgets.why_here import why_here

        return why_here(thread, self._bridge.triage, self._now) if self.view.sort is Sort.TRIAGE else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Head):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    # What the place asks

    def is_head(self, row: int) -> bool:
        """Whether a row is a group head."""
        return isinstance(self._rows[row], Head)

    def thread_at(self, row: int) -> Thread | None:
        """The thread of a row; None for a head or a row that is not there."""
        if not 0 <= row < len(self._rows):
            return None
        found = self._rows[row]
        return found if isinstance(found, Thread) else None

    def row_of(self, thread: ThreadId) -> int | None:
        """The row of a thread; looked for first where one was found last, since hands move by a row or two."""
        near = range(max(0, self._near - 3), min(len(self._rows), self._near + 4))
        for number in (*near, *range(len(self._rows))):
            row = self._rows[number]
            if isinstance(row, Thread) and row.id == thread:
                self._near = number
                return number
        return None

    def first(self) -> Thread | None:
        """The thread on top."""
        return self._threads[0] if self._threads else None

    def draft(self, thread: ThreadId) -> str:
        """The beginning of what was begun in a thread, more than a row has room for."""
        return self._drafts.get(thread, "")

    def set_draft(self, thread: ThreadId, text: str) -> None:
        """Show, or no longer show, that something was begun. What a row has no room for changes nothing in it."""
        text = text[:DRAFT_SHOWN]
        if text == self._drafts.get(thread, ""):
            return
        if text:
            self._drafts[thread] = text
        else:
            self._drafts.pop(thread, None)
        self._repaint(thread)

    @property
    def now(self) -> datetime:
        """The moment the labels are told for."""
        return self._now

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

    def next_change(self, now: datetime) -> datetime:
        """When the words of a row change next."""
        return next_change(self._threads, now, self._bridge.policy)

    def clock_of(self, thread: Thread) -> ReplyClock:
        """The reply clock of a thread at the moment the labels are told for."""
        return reply_clock(thread, self._now, self._bridge.policy)

    def _clock_words(self, thread: Thread, at: datetime) -> str:
        return words.clock(reply_clock(thread, at, self._bridge.policy))

    # Rows come, move and go

    def _key(self, thread: Thread) -> Key:
        return key_of(thread, self.view.sort)

    def _sections(self, now: datetime | None = None) -> Sections:
        return sections(self.view.sort, now or self._now)

    def _group(self, thread: Thread, now: datetime | None = None) -> Heading:
        return self._sections(now).of_thread(thread)

    def _head(self, group: Heading, least: int = 0) -> Head:
        number = self._heads.number(group)
        ahead = self._heads.ahead if group is Group.OVERDUE else 0
        return Head(group, None if number is None else max(least, number), ahead)

    def _laid_out(self) -> list[Thread | Head]:
        rows: list[Thread | Head] = []
        last: Heading | None = Section.ALL
        sections = self._sections()
        for thread in self._threads:
            group = sections.of_thread(thread)
            if group is not last:
                rows.append(self._head(group))
                last = group
            rows.append(thread)
        return rows

    def _place(self, thread: Thread) -> None:
        at = bisect.bisect_left(self._threads, self._key(thread), key=self._key)
        group = self._group(thread)
        before = self._threads[at - 1] if at else None
        row = 0 if before is None else (self.row_of(before.id) or 0) + 1
        head = next((n for n, one in enumerate(self._rows) if isinstance(one, Head) and one.group is group), None)
        if head is None and group is not Section.ALL:
            self.beginInsertRows(QModelIndex(), row, row + 1)
            self._rows[row:row] = [self._head(group, 1), thread]
        else:
            row = max(row, (-1 if head is None else head) + 1)
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows.insert(row, thread)
        self._threads.insert(at, thread)
        self.endInsertRows()

    def _append(self, threads: Sequence[Thread]) -> None:
        """Put threads after all that are there, in one go: a page need not find the place of each of its rows."""
        sections, last = self._sections(), self._group(self._threads[-1]) if self._threads else Section.ALL
        rows: list[Thread | Head] = []
        for thread in threads:
            group = sections.of_thread(thread)
            if group is not last:
                rows.append(self._head(group, 1))
                last = group
            rows.append(thread)
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
        self._rows += rows
        self._threads += threads
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

    def _put_in_order(self) -> None:
        """Move the rows that stand elsewhere than they belong, each for itself: the others stay where they are."""
        wanted = sorted(self._threads, key=self._key)
        for place, thread in enumerate(wanted):
            if self._threads[place].id != thread.id:
                self._remove(thread)
                self._place(thread)

    def _repaint(self, thread: ThreadId) -> None:
        row = self.row_of(thread)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))
