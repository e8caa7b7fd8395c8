"""The store against the bare driver: queue pages, search, counters, conversations, a command on the disk, bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.ground import Ground
from bench.harness import Figure, amount, compare
from bench.made_up import END
from socialdesk.model.command import MarkDone
from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.search import understand
from socialdesk.model.view import DONE, TEAM, UNASSIGNED, View
from socialdesk.store.cache import Cache
from socialdesk.store.conversation import conversation
from socialdesk.store.desk import Desk
from socialdesk.store.driver import connect
from socialdesk.store.queue_page import Key, queue_page
from socialdesk.store.search import search
from socialdesk.support.clock import SystemClock

_ME = PersonId(1)
_TIMES = 30
_SEARCHES = (
    ("1 word", "refund", "refund", ""),
    ("2 words", "refund please", "refund please", ""),
    ("3 words", "when will my", "when will my", ""),
    ("1 word, is: lang:", "refund is:open lang:en", "refund", " AND t.status = 'open' AND t.language = 'en'"),
    ("2 words, tag:", "still waiting tag:delivery", "still waiting", " AND instr(t.tags, '\"delivery\"')"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One read of a screen, the same through the bare driver, and how many of the second it may cost."""

    name: str
    ours: Callable[[], object]
    bare: Callable[[], object]
    most: float


class Readings:
    """Every read on one workspace; kept open so that two sizes can be read in turn."""

    def __init__(self, ground: Ground) -> None:
        self._cache = Cache(ground.unlocked.workspace.cache, ground.unlocked.key, write=False)
        self._raw = ground.bare()
        self.all = (*self._pages(), *self._searches(), *self._conversations())

    def close(self) -> None:
        """Let go of the file."""
        self._raw.close()
        self._cache.close()

    def _pages(self) -> Iterator[Reading]:
        narrowed = "status = 'open' AND assignee_id IS NULL"
        yield self._page("queue page, top", UNASSIGNED, narrowed, None)
        done = self._raw.execute("SELECT count(*) FROM thread WHERE status = 'done'").fetchone()[0]
        deep = int(done * 0.93)
        place = "SELECT order_at, id FROM thread WHERE status = 'done' ORDER BY order_at, id LIMIT 1 OFFSET ?"
        after = Key(*self._raw.execute(place, (deep,)).fetchone())
        yield self._page(f"queue page, {deep:,} deep", DONE, "status = 'done'", after)

    def _page(self, name: str, view: View, narrowed: str, after: Key | None) -> Reading:
        sql = (
            f"SELECT * FROM thread WHERE {narrowed} AND order_at >= ? AND (order_at > ? OR id > ?)"
            " ORDER BY order_at, id LIMIT 51"
        )
        start = after or Key(-(2**62), 0)
        words = (start.order_at, start.order_at, start.id)
        return Reading(
            name,
            lambda: queue_page(self._cache, view, _ME, after),
            lambda: self._raw.execute(sql, words).fetchall(),
            3,
        )

    def _searches(self) -> Iterator[Reading]:
        now: datetime = END
        for name, typed, words, conditions in _SEARCHES:
            match = understand(words, now).match
            # The words and what they stand in, until there are fifty that fit or as many were looked at as a page does.
            most = 2_000 if conditions else 200
            sql = (
                "SELECT m.text, t.* FROM (SELECT rowid AS id FROM message_fts WHERE message_fts MATCH ?"
                f" ORDER BY rowid DESC LIMIT {most}) f CROSS JOIN message m ON m.id = f.id"
                f" CROSS JOIN thread t ON t.id = m.thread_id WHERE t.shield = ''{conditions} LIMIT 50"
            )
            yield Reading(
                f"search, {name}",
                lambda typed=typed: search(self._cache, typed, now),
                lambda sql=sql, match=match: self._raw.execute(sql, (match,)).fetchall(),
                2,
            )

    def _conversations(self) -> Iterator[Reading]:
        long = self._raw.execute(
            "SELECT thread_id FROM message GROUP BY thread_id ORDER BY count(*) DESC LIMIT 1"
        ).fetchone()[0]
        sql = "SELECT * FROM message WHERE thread_id = ? ORDER BY created_at DESC, id DESC LIMIT 51"
        yield Reading(
            "conversation, newest page of a long thread",
            lambda: conversation(self._cache, ThreadId(long)),
            lambda: self._raw.execute(sql, (long,)).fetchall(),
            3,
        )


def _often(act: Callable[[], object], times: int = _TIMES) -> Callable[[], object]:
    def acts() -> None:
        for _ in range(times):
            act()

    return acts


def reads(ground: Ground) -> Iterator[Figure]:
    """Pages, search and conversations against the same statement on the driver's own cursor."""
    readings = Readings(ground)
    for one in readings.all:
        yield compare(one.name, ground.size, _often(one.ours), _often(one.bare), most=one.most, per=_TIMES, rounds=11)
    readings.close()


def growth(small: Ground, large: Ground) -> Iterator[Figure]:
    """Every read at the large size against the same read at the small one, in turn."""
    few, many = Readings(small), Readings(large)
    for one, other in zip(few.all, many.all, strict=True):
        name = f"growth, {other.name}"
        yield compare(name, large.size, _often(other.ours), _often(one.ours), most=1.5, per=_TIMES, rounds=11)
    few.close()
    many.close()


def counters(ground: Ground) -> Iterator[Figure]:
    """The counters the window shows after another process changed one, against one row read then."""
    unlocked = ground.unlocked
    writer = Cache(unlocked.workspace.cache, unlocked.key, write=True)
    reader = Cache(unlocked.workspace.cache, unlocked.key, write=False)
    raw = ground.bare()
    page = queue_page(writer, TEAM, _ME, None, 40).rows
    turn = 0

    def change() -> None:
        nonlocal turn
        with writer.change() as change:
            thread = change.thread(page[turn % len(page)].id)
            assert thread is not None
            change.put_thread(replace(thread, assignee_id=None if thread.assignee_id else _ME))
        turn += 1

    def one() -> Any:
        return raw.execute("SELECT * FROM thread WHERE id = 1").fetchone()

    def seen() -> object:
        return reader.counts(TEAM.id)

    yield compare("counters of every view, after a change", ground.size, seen, one, most=5, rounds=60, before=change)
    raw.close()
    reader.close()
    writer.close()


def acknowledged(ground: Ground) -> Iterator[Figure]:
    """A command on the disk, against one fsynced commit of a row."""
    workspace = ground.unlocked.workspace
    desk = Desk(workspace.desk, ground.unlocked.key, write=True)
    clock = SystemClock()
    with tempfile.TemporaryDirectory(dir=workspace.folder) as folder:
        commit, raw = synced_commit(Path(folder) / "raw.db", ground.unlocked.key)

        def give() -> object:
            return desk.give([MarkDone(ThreadId(1))], _ME, clock.now())

        yield compare("a command acknowledged", ground.size, give, commit, most=8, rounds=60)
        raw.close()
    desk.close()


def synced_commit(file: Path, key: bytes | None) -> tuple[Callable[[], None], Any]:
    """One row committed and synced to the disk through the bare driver, and the connection to close."""
    raw = connect(file, key, write=True, is_new=True)
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, text TEXT)")

    def commit() -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO one (text) VALUES ('x')")
        raw.execute("COMMIT")

    return commit, raw


def disk(ground: Ground) -> Iterator[Figure]:
    """Bytes of the cache file for each message, against its text in UTF-8."""
    raw = ground.bare()
    count, text = raw.execute("SELECT count(*), sum(octet_length(text)) FROM message").fetchone()
    pages = raw.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()[0]
    raw.close()
    yield amount("bytes on disk for a message", ground.size, "bytes", pages / count, text / count, most=4)
