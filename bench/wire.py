"""The way in from the request to committed rows, against the same JSON read and kept raw; of the town of `channels`."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from bench.channels import PAGE, Town, engine_of, message
from bench.harness import Figure
from socialdesk.connectors.kit.http import Http
from socialdesk.store.cache import Cache
from socialdesk.store.driver import connect as connect_file
from socialdesk.store.protection import Protection, create
from socialdesk.support.clock import SystemClock, to_ms
from socialdesk.support.paths import Workspace

LEAST = 0.5
_WARM, _WIRE = 1_000, 10_000


def wire(folder: Path, address: str, town: Town) -> Iterator[Figure]:
    """The way in with messages of 150 bytes, and with some as long as networks send them, which are kept as they came.

    Half of what is recorded of Bluesky is longer than 570 bytes a piece, of Reddit 740, YouTube 1,000, Mastodon 2,400.
    """
    for name, is_whole in (("HTTP to committed rows", False), ("the same, messages whole and kept so", True)):
        part = folder / f"wire-{is_whole}"
        part.mkdir()
        yield from asyncio.run(_wire(part, address, town, name, is_whole=is_whole))


async def _wire(folder: Path, address: str, town: Town, name: str, *, is_whole: bool) -> list[Figure]:
    """From the request to committed rows, against the same requests, parsed and kept raw; in processor time.

    Then against the finished rows written by the driver: what no way of making them could go below.

    What is loaded once is loaded before; the server's own time is in another thread and does not count.
    """
    clock = SystemClock()
    engine = engine_of(folder, clock, 1, address)
    now = to_ms(clock.now())
    said = [
        message("a0", number, now - 1000 * (_WARM + _WIRE - number), is_whole=is_whole)
        for number in range(_WARM + _WIRE)
    ]
    town.latency_s = 0.0
    town.said["a0"] = said[:_WARM]
    await engine.read_channels()
    town.said["a0"] = said
    began = time.thread_time()
    await engine.read_channels()
    ours = (time.thread_time() - began) / _WIRE * 1000
    rows = engine.cache.ask("SELECT count(*) FROM message")[0][0]
    assert rows == len(said), rows
    await engine.close()
    raw = sqlite3.connect(folder / "raw.db", isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("CREATE TABLE inbound (id TEXT PRIMARY KEY, payload TEXT)")
    http = Http(clock)
    await _raw(http, raw, address, 0, _WARM)
    began = time.thread_time()
    await _raw(http, raw, address, _WARM, _WARM + _WIRE)
    bare = (time.thread_time() - began) / _WIRE * 1000
    raw.close()
    await http.close()
    alone = _written_alone(folder)
    return [
        Figure(name, _WIRE, "ms", ours, bare, bare / ours, ">= 0.5", bare / ours >= LEAST),
        Figure("against its rows alone", _WIRE, "ms", ours, alone, alone / ours, "", None),
    ]


def _written_alone(folder: Path) -> float:
    """Milliseconds a message of writing the rows that were made: message, words, thread and journal, page by page."""
    made = connect_file(Workspace(folder / "town").cache, None, write=False)
    twin = create(Workspace(folder / "alone"), "Alone", Protection.PLAIN)
    Cache(twin.workspace.cache, twin.key, write=True).close()
    bare = connect_file(twin.workspace.cache, None, write=True)
    bare.execute("PRAGMA foreign_keys = OFF")
    rows = made.execute("SELECT * FROM message ORDER BY id").fetchall()
    threads = made.execute("SELECT * FROM thread").fetchall()
    bare.executemany(f"INSERT INTO thread VALUES ({', '.join('?' * len(threads[0]))})", threads)
    made.close()
    into = f"INSERT INTO message VALUES ({', '.join('?' * len(rows[0]))})"
    spent = 0.0
    for start in range(0, len(rows), PAGE):
        page = rows[start : start + PAGE]
        of_page = list({row[1] for row in page})
        began = time.thread_time()
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany(into, page)
        bare.executemany("INSERT INTO message_fts (rowid, text) VALUES (?, ?)", [(row[0], row[9]) for row in page])
        moved = [(start, "When does it come?", start, one) for one in of_page]
        bare.executemany("UPDATE thread SET last_in_at = ?, preview = ?, unread = ? WHERE id = ?", moved)
        told = [(entity, one) for one in of_page for entity in ("thread", "message")]
        bare.executemany("INSERT INTO journal (entity, entity_id) VALUES (?, ?)", told)
        bare.execute("COMMIT")
        spent += time.thread_time() - began if start >= _WARM else 0.0
    bare.close()
    return spent / _WIRE * 1000


async def _raw(http: Http, raw: sqlite3.Connection, address: str, after: int, end: int) -> None:
    while after < end:
        answer = await http.ask("GET", f"{address}/feed/a0", params=[("after", str(after))])
        told = answer.json()
        after = told["after"]
        kept = [(one["id"], json.dumps(one, ensure_ascii=False)) for one in told["said"]]
        raw.execute("BEGIN IMMEDIATE")
        raw.executemany("INSERT OR IGNORE INTO inbound VALUES (?, ?)", kept)
        raw.execute("COMMIT")
