"""Puts threads; counters, tags and what the saved views hold follow from how each was before and is after."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from socialdesk.model.identifiers import ChannelId, ThreadId
from socialdesk.model.rule_clock import moments
from socialdesk.model.thread import Kind, Thread
from socialdesk.model.triage import placed
from socialdesk.model.view import counter_changes, counters_of, hold_alike, takes_in_any_status
from socialdesk.store import prepared, rows, schema, written_rows
from socialdesk.store.change.contacts import Contacts
from socialdesk.store.change.transaction import Known
from socialdesk.support.clock import to_ms
from socialdesk.support.values import changed

_REV = rows.THREAD_COLUMNS.index("rev")


class Threads(Contacts):
    """The part of a change about threads."""

    def __init__(self, connection: Connection, known: Known) -> None:
        super().__init__(connection, known)
        self._threads: dict[int, Thread] = {}
        self._by_remote: dict[tuple[int, Kind, str], ThreadId | None] = {}
        self._before: dict[int, Thread | None] = {}
        """How the threads that wait to be written stand in the file; None for those that are new."""
        self._rows: dict[int, tuple[Any, ...]] = {}
        """The rows of threads as they stand in the file."""
        self._unheard: dict[ThreadId, None] = {}
        """Threads of which other messages wait now than those that were told of; see `SignalRows`."""

    def flush(self) -> None:
        """Write threads that were put, each once, however often it changed; each time its revision goes up by one."""
        super().flush()
        if not self._before:
            return
        waiting, self._before = self._before, {}
        new: list[tuple[Any, ...]] = []
        alike: dict[tuple[int, ...], list[tuple[Any, ...]]] = {}
        """Rows in which the same columns moved: they are changed by one statement."""
        for id_, before in waiting.items():
            after = self._threads[id_]
            row = written_rows.thread_row(after)
            if before is None:
                new.append(row)
            else:
                # What was just read need not be written out again to be compared.
                old = self._rows.get(id_) or written_rows.thread_row(before)
                if old == row:
                    continue
                moved = tuple(place for place, value in enumerate(row) if value != old[place] and place != _REV)
                if moved:
                    alike.setdefault(moved, []).append((*(row[place] for place in moved), id_))
            self._rows[id_] = row
        for moved, changes in alike.items():
            self._many(prepared.change_thread(tuple(rows.THREAD_COLUMNS[place] for place in moved)), changes)
        self._many(prepared.ADD_THREAD, new)
        self._follow_all([(before, self._threads[id_]) for id_, before in waiting.items()])

    def look_up_threads(self, channel: ChannelId, kind: Kind, remote_ids: Sequence[str]) -> None:
        """Read the threads of a page in one go; what is not there is known not to be."""
        wanted = [one for one in dict.fromkeys(remote_ids) if (channel, kind, one) not in self._by_remote]
        if not wanted:
            return
        self._by_remote.update(dict.fromkeys(((channel, kind, one) for one in wanted), None))
        for row in self._driver.execute(prepared.THREADS_OF, (channel, kind.value, json.dumps(wanted))).fetchall():
            thread = self._remember(row)
            self._by_remote[channel, kind, thread.remote_id] = thread.id
        missing = [one for one in wanted if self._by_remote[channel, kind, one] is None]
        if missing:
            # What is shown as part of another thread is led to that one.
            for remote_id, into in self._driver.execute(
                prepared.LED_TO, (channel, kind.value, json.dumps(missing))
            ).fetchall():
                if self.thread(ThreadId(into)) is not None:
                    self._by_remote[channel, kind, remote_id] = ThreadId(into)

    def thread_of(self, channel: ChannelId, kind: Kind, remote_id: str) -> Thread | None:
        """The thread with a platform's own id."""
        if (channel, kind, remote_id) not in self._by_remote:
            self.look_up_threads(channel, kind, [remote_id])
        id_ = self._by_remote[channel, kind, remote_id]
        return None if id_ is None else self._threads[id_]

    def thread(self, id_: ThreadId) -> Thread | None:
        """A thread by its number."""
        if id_ in self._threads:
            return self._threads[id_]
        found = self._first(prepared.THREAD, own=id_)
        return None if found is None else self._remember(found)

    def look_up_among(self, ids: Sequence[ThreadId]) -> None:
        """Read some threads by their numbers in one go."""
        wanted = [one for one in dict.fromkeys(ids) if one not in self._threads]
        if len(wanted) > 1:
            self.flush()
            for row in self._driver.execute(prepared.THREADS_AMONG, (json.dumps(wanted),)).fetchall():
                self._remember(row)

    def thread_by_remote(self, remote_id: str) -> Thread | None:
        """A thread by the platform's id where that is known to be unique."""
        found = self._threads_of(schema.thread.c.remote_id == remote_id)
        return found[0] if found else None

    def put_thread(self, thread: Thread) -> Thread:
        """Put a thread; a number of 0 makes a new one. Counters, tags and views follow.

        Where some are promised other than the rest, whatever changed of it may decide that: when it is due follows.
        """
        if self._known.policy.special:
            thread = self._known.policy.promised(thread)
        before = self.thread(thread.id) if thread.id else None
        # Whatever differs in the message that came last is another thread; most are, and all else need not be compared.
        if before is not None and before.last_message_id == thread.last_message_id and before == thread:
            return thread
        told, thread = thread, placed(thread, self._known.triage)
        if told is not thread and before == thread:
            return thread
        if before is None:
            number = ThreadId(thread.id or self._new_id("thread"))
            thread = changed(thread, id=number)
            self._by_remote[thread.channel_id, thread.kind, thread.remote_id] = number
        self._before.setdefault(thread.id, before)
        self._threads[thread.id] = thread
        if thread.waiting_since is not None and (not thread.signals or _is_told_wrong(before, thread)):
            self._unheard[thread.id] = None
        self.touch("thread", thread.id)
        return thread

    def hear_again(self, id_: ThreadId) -> None:
        """Look anew at what waits in a thread, from all that was said in it; done when the change ends."""
        self._unheard[id_] = None

    def name_stand_in(self, id_: ThreadId, kind: Kind, remote_id: str) -> None:
        """Let a thread whose own row was lost be the platform's thread again that a message of it tells of.

        Does nothing for another thread, or where that thread is known by now.
        """
        thread = self._threads.get(id_) or self.thread(id_)
        if thread is None or not thread.remote_id.startswith(rows.LOST):
            return
        if self.thread_of(thread.channel_id, kind, remote_id) is None:
            self._by_remote[thread.channel_id, kind, remote_id] = thread.id
            self.put_thread(changed(thread, kind=kind, remote_id=remote_id))

    def threads_to_wake(self, now: datetime, most: int) -> list[Thread]:
        """Snoozed threads whose moment has come, the earliest first."""
        self.flush()
        found = self._driver.execute(prepared.TO_WAKE, (to_ms(now), most)).fetchall()
        return [self._remember(row) for row in found]

    def drop_threads(self, *where: Any) -> list[ThreadId]:
        """Remove threads with all that was said in them; counters, tags, views and the search follow."""
        gone = self._threads_of(*where)
        ids = [thread.id for thread in gone]
        listed = json.dumps(ids)
        for statement in prepared.FORGET_WORDS:
            self._driver.execute(statement, (listed,))
        for thread in gone:
            self._follow(thread, None)
            self._threads.pop(thread.id, None)
            self._rows.pop(thread.id, None)
            self._by_remote.pop((thread.channel_id, thread.kind, thread.remote_id), None)
            self.touch("thread", thread.id)
        self._driver.execute(prepared.DROP_THREADS, (listed,))
        return ids

    def _threads_of(self, *where: Any) -> list[Thread]:
        return [self._remember(row) for row in self._db.execute(select(schema.thread).where(*where))]

    def _remember(self, row: Any) -> Thread:
        """The thread of a row that was just read, as this change has it."""
        self._rows[row[0]] = tuple(row)
        known = self._threads.get(row[0])
        if known is None:
            self._threads[row[0]] = known = rows.to_thread(row)
        return known

    def _follow(self, before: Thread | None, after: Thread | None) -> None:
        """What is kept beside a thread: the counters, its tags and the saved views that hold it."""
        self._follow_all([(before, after)])

    def _follow_all(self, moved: Iterable[tuple[Thread | None, Thread | None]]) -> None:
        views, me = self._known.views, self._known.me
        out: dict[str, list[tuple[Any, ...]]] = {"thread_tag": [], "view_thread": []}
        into: dict[str, list[tuple[Any, ...]]] = {"thread_tag": [], "view_thread": []}
        for before, after in moved:
            if self._known.timers and after is not None:
                coming = moments(after, self._known.policy, self._known.timers)
                if before is None or coming != moments(before, self._known.policy, self._known.timers):
                    self._set_timers(after.id, coming)
            if before is None or after is None or not hold_alike(views, before, after):
                old = counters_of(before, views, me) if before else frozenset[str]()
                new = counters_of(after, views, me) if after else frozenset[str]()
                for key, by in counter_changes(old, new).items():
                    self._counts[key] = self._counts.get(key, 0) + by
            elif rows.order_at(before) == rows.order_at(after):
                continue
            for table, listed in (("thread_tag", self._tagged), ("view_thread", self._viewed)):
                was, is_ = listed(before), listed(after)
                if was != is_:
                    out[table] += was - is_
                    into[table] += is_ - was
        for table, gone in out.items():
            self._many(prepared.UNLIST[table], gone)
            self._many(prepared.LIST[table], into[table])

    def _set_timers(self, thread: ThreadId, coming: dict[str, datetime]) -> None:
        """What the time alone will make happen to a thread, in place of what it would have."""
        self._driver.execute("DELETE FROM rule_timer WHERE thread_id = ?", (thread,))
        self._many(
            "INSERT INTO rule_timer (thread_id, what, at) VALUES (?, ?, ?)",
            [(thread, what, to_ms(at)) for what, at in coming.items()],
        )

    def _tagged(self, thread: Thread | None) -> set[tuple[Any, ...]]:
        if thread is None or not thread.tags:
            return set()
        at = rows.order_at(thread)
        return {(tag, thread.status.value, at, thread.id) for tag in thread.tags}

    def _viewed(self, thread: Thread | None) -> set[tuple[Any, ...]]:
        if thread is None or not self._known.saved:
            return set()
        at = rows.order_at(thread)
        return {
            (view.id, thread.status.value, at, thread.id)
            for view in self._known.views
            if view.id in self._known.saved and takes_in_any_status(view.filter, thread, self._known.me)
        }


def _is_told_wrong(before: Thread | None, after: Thread) -> bool:
    """Whether fewer messages wait than before, or another counts as their writer, and nobody told of that yet."""
    if before is None or before.waiting_since is None or after.waiting_since is None:
        return False
    if before.contact_handle != after.contact_handle:
        return True
    return before.waiting_since < after.waiting_since and before.signals == after.signals
