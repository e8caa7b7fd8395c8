"""The store against the bare driver: ingest, queue pages, search, counters, the acknowledgement of a command."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as _cipher

from bench import made_up
from bench.harness import Figure, compare
from socialdesk.engine.ingest import Ingest
from socialdesk.model.command import MarkDone
from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.view import UNASSIGNED
from socialdesk.store.cache import Cache
from socialdesk.store.conversation import conversation
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Unlocked
from socialdesk.store.queue_page import Key, queue_page
from socialdesk.store.search import search
from socialdesk.support.clock import SystemClock

cipher: Any = _cipher

_BATCH = 200


def ingest(unlocked: Unlocked, size: int) -> Iterator[Figure]:
    """Events to committed, searchable, journalled, counted rows, against executemany of the same text."""
    cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
    one = made_up.channel(cache)
    taker = Ingest(cache, one, cache.connected(one.id), SystemClock())
    at = size
    count = 1000

    def ours() -> None:
        nonlocal at
        taker.take(made_up.events(count, first=at), "world", str(at))
        at += count

    with tempfile.TemporaryDirectory() as folder:
        raw = _raw(Path(folder) / "raw.db", unlocked.key)
        raw.execute(
            "CREATE TABLE message (id INTEGER PRIMARY KEY, thread INTEGER, external TEXT UNIQUE, at INTEGER, text TEXT)"
        )
        raw.execute("CREATE INDEX message_thread ON message (thread, at)")
        raw.execute(
            "CREATE VIRTUAL TABLE fts USING fts5(text, content='message', content_rowid='id',"
            " tokenize=\"unicode61 remove_diacritics 2\", prefix='2 3')"
        )
        base = 0

        def bare() -> None:
            nonlocal base
            rows = [
                (base + n, base + n, f"m{base + n}", base + n, event.text)
                for n, event in enumerate(made_up.events(count, first=base))
            ]
            for start in range(0, count, _BATCH):
                raw.execute("BEGIN IMMEDIATE")
                raw.executemany("INSERT INTO message VALUES (?, ?, ?, ?, ?)", rows[start : start + _BATCH])
                raw.executemany(
                    "INSERT INTO fts (rowid, text) VALUES (?, ?)", [(r[0], r[4]) for r in rows[start : start + _BATCH]]
                )
                raw.execute("COMMIT")
            base += count

        yield compare("ingest, rate to bare executemany", size, ours, bare, least=0.35, rounds=5, per=count)
        raw.close()
    cache.close()


def reads(unlocked: Unlocked, size: int) -> Iterator[Figure]:
    """Pages, search and conversations against the same statement on the driver's own cursor."""
    cache = Cache(unlocked.workspace.cache, unlocked.key, write=False)
    raw = _raw(unlocked.workspace.cache, unlocked.key)
    me = PersonId(1)
    narrowed = "status = 'open' AND assignee_id IS NULL AND order_at >= ?"
    sql = f"SELECT * FROM thread WHERE {narrowed} ORDER BY order_at, id LIMIT 51"
    deep = raw.execute(
        "SELECT order_at, id FROM thread WHERE status = 'open' ORDER BY order_at LIMIT 1 OFFSET ?", (size // 8,)
    ).fetchone()

    def repeated(act: Any, times: int) -> Any:
        return lambda: [act() for _ in range(times)]

    top = repeated(lambda: queue_page(cache, UNASSIGNED, me), 50)
    yield compare("queue page, top", size, top, repeated(lambda: raw.execute(sql, (0,)).fetchall(), 50), most=3, per=50)
    page = repeated(lambda: queue_page(cache, UNASSIGNED, me, Key(deep[0], deep[1])), 50)
    bare = repeated(lambda: raw.execute(sql, (deep[0],)).fetchall(), 50)
    yield compare("queue page, deep", size, page, bare, most=3, per=50)
    fts = (
        "SELECT m.* FROM message_fts JOIN message m ON m.id = message_fts.rowid"
        " WHERE message_fts MATCH ? ORDER BY rank LIMIT 50"
    )
    for typed, match in (("parcel", '"parcel"*'), ("parcel late zip", '"parcel" "late" "zip"*')):
        ours = repeated(lambda typed=typed: search(cache, typed, made_up.START), 5)
        floor = repeated(lambda match=match: raw.execute(fts, (match,)).fetchall(), 5)
        words = len(typed.split())
        yield compare(f"search, {words} word{'s' * (words > 1)}", size, ours, floor, most=2, rounds=7, per=5)
    row = repeated(lambda: raw.execute("SELECT * FROM thread WHERE id = 1").fetchone(), 50)
    yield compare("counters of every view", size, repeated(cache.counts, 50), row, most=5, per=50)
    messages = repeated(
        lambda: raw.execute("SELECT * FROM message WHERE thread_id = 1 ORDER BY created_at").fetchall(), 50
    )
    opened = repeated(lambda: conversation(cache, ThreadId(1)), 50)
    yield compare("conversation, one thread's page", size, opened, messages, per=50)
    raw.close()
    cache.close()


def acknowledged(unlocked: Unlocked, size: int) -> Iterator[Figure]:
    """A command on the disk, against one fsynced commit of a row."""
    desk = Desk(unlocked.workspace.desk, unlocked.key, write=True)
    clock = SystemClock()
    with tempfile.TemporaryDirectory(dir=unlocked.workspace.folder) as folder:
        raw = _raw(Path(folder) / "raw.db", unlocked.key)
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, text TEXT)")

        def bare() -> None:
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO one (text) VALUES ('x')")
            raw.execute("COMMIT")

        give = lambda: desk.give([MarkDone(ThreadId(1))], PersonId(1), clock.now())  # noqa: E731
        yield compare("command acknowledged", size, give, bare, most=8, rounds=60)
        raw.close()
    desk.close()


def _raw(path: Path, key: bytes | None) -> Any:
    assert key is not None
    raw: Any = cipher.connect(str(path), isolation_level=None)
    raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = NORMAL")
    raw.execute("PRAGMA cache_size = -16000")
    return raw
