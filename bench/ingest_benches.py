"""The way in against the bare driver, which writes the same rows into a copy of the same file."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import made_up
from bench.ground import Ground
from bench.harness import Figure, amount, compare
from socialdesk.connectors.bluesky.mapping import to_direct_message
from socialdesk.engine.ingest import BATCH, Ingest
from socialdesk.engine.shield import Shield
from socialdesk.engine.stories import Stories
from socialdesk.model.event import Event, MessageSeen
from socialdesk.model.story import signature
from socialdesk.model.words import indexed
from socialdesk.store.cache import Cache
from socialdesk.support.clock import SystemClock, from_ms

_COUNT = 2000
_ROUNDS = 5
_PAGES = 40
_OWN = "did:plc:brand"


def ingest(ground: Ground) -> Iterator[Figure]:
    """Events to committed, searchable, journalled, counted rows, against `executemany` of the same messages."""
    with tempfile.TemporaryDirectory(dir=ground.unlocked.workspace.folder.parent) as folder:
        twin = Ground(made_up.copy(ground.unlocked, Path(folder) / "twin"), ground.size)
        unlocked = ground.unlocked
        cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
        one = made_up.channels(cache)[0]
        taker = Ingest(cache, one, cache.connected(one.id), SystemClock())
        pages = iter([made_up.events(_COUNT, seed=101 + page) for page in range(_ROUNDS + 1)])
        cursors = iter(range(1_000))
        raw = twin.bare(write=True)
        raw.execute("PRAGMA foreign_keys = OFF")
        at = [raw.execute("SELECT max(id) FROM message").fetchone()[0]]

        def ours() -> None:
            taker.take(next(pages), "world", str(next(cursors)))

        rows: list[Any] = []
        words: list[Any] = []

        def read_back() -> None:
            """Find out, untimed, which rows the floor has to write."""
            found = cache.ask("SELECT * FROM message WHERE id > ? ORDER BY id", (at[0],))
            if found:
                at[0] = found[-1][0]
                rows[:] = found
                words[:] = [(row[0], indexed(row[9])) for row in found]

        def bare() -> None:
            into = f"INSERT INTO message VALUES ({', '.join('?' * len(rows[0]))})"
            for start in range(0, len(rows), BATCH):
                raw.execute("BEGIN IMMEDIATE")
                raw.executemany(into, rows[start : start + BATCH])
                raw.executemany("INSERT INTO message_fts (rowid, text) VALUES (?, ?)", words[start : start + BATCH])
                raw.execute("COMMIT")

        yield compare(
            "ingest, messages a second", ground.size, ours, bare,
            least=0.35, rounds=_ROUNDS, per=_COUNT, before=read_back,
        )  # fmt: skip
        raw.close()
        cache.close()


def joining(ground: Ground) -> Iterator[Figure]:
    """Messages joined to the stories they tell, against signing their texts and keeping nothing."""
    cache = Cache(ground.unlocked.workspace.cache, ground.unlocked.key, write=True)
    newest = cache.ask("SELECT id, created_at, text FROM message WHERE direction = 'in' ORDER BY id DESC LIMIT 500")
    ids = json.dumps([row[0] for row in newest])
    # As if all of it had been written within the last hours.
    at = from_ms(min(row[1] for row in newest))
    stories = Stories(cache)

    def note() -> None:
        """Forget, untimed, what was joined."""
        with cache.driver() as db:
            db.execute("DELETE FROM story_member")
            db.execute("DELETE FROM story_band")
            db.execute("INSERT OR IGNORE INTO story_wanted SELECT value FROM json_each(?)", (ids,))

    def ours() -> None:
        while cache.is_telling():
            stories.step(at)

    def bare() -> None:
        for _, _, text in newest:
            signature(text)

    yield compare(
        "joining to stories, messages a second", ground.size, ours, bare,
        least=0.15, rounds=_ROUNDS, per=len(newest), before=note,
    )  # fmt: skip
    cache.close()


def shielded(ground: Ground) -> Iterator[Figure]:
    """The way in with every message judged, against the same without; processor time, each page by both in turn."""
    with tempfile.TemporaryDirectory(dir=ground.unlocked.workspace.folder.parent) as folder:
        takers: list[tuple[Cache, Ingest]] = []
        for judges in (False, True):
            unlocked = made_up.copy(ground.unlocked, Path(folder) / str(judges))
            cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
            one = made_up.channels(cache)[2]
            shield = Shield(cache) if judges else None
            takers.append((cache, Ingest(cache, one, cache.connected(one.id), SystemClock(), shield)))
        spent: list[tuple[float, float]] = []
        for page in range(_PAGES + 2):
            events = made_up.events(BATCH, seed=701 + page)
            taken = [0.0, 0.0]
            for which in (0, 1) if page % 2 else (1, 0):
                began = time.process_time()
                takers[which][1].take(events, "world", str(page))
                taken[which] = (time.process_time() - began) / BATCH * 1000
            # The first pages read the lists and prepare the statements.
            spent += [(taken[0], taken[1])] if page > 1 else []
        for cache, _ in takers:
            cache.close()
        plain, judged = (statistics.median(column) for column in zip(*spent, strict=True))
        yield amount("ingest with the shield, processor time a message", ground.size, "ms", judged, plain, most=1.25)


def wire(ground: Ground) -> Iterator[Figure]:
    """Pages of JSON to committed rows, against reading the JSON and keeping it raw."""
    with tempfile.TemporaryDirectory(dir=ground.unlocked.workspace.folder.parent) as folder:
        twin = Ground(made_up.copy(ground.unlocked, Path(folder) / "twin"), ground.size)
        unlocked = ground.unlocked
        cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
        one = made_up.channels(cache)[1]
        taker = Ingest(cache, one, cache.connected(one.id), SystemClock())
        pages = [_pages(made_up.events(_COUNT, seed=301 + page)) for page in range(_ROUNDS + 1)]
        own, other = iter(pages), iter(pages)
        raw = twin.bare(write=True)
        into = (
            "INSERT INTO inbound_event (channel_id, dedup_key, kind, payload, state, error, received_at)"
            " VALUES (?, ?, 'message', ?, 'done', '', 0)"
        )

        def ours() -> None:
            for page in next(own):
                said = json.loads(page)
                found: list[Event | None] = [
                    to_direct_message(view, said["convos"][view["convo"]], _OWN) for view in said["messages"]
                ]
                taker.take([event for event in found if event is not None], "chat", "")

        def bare() -> None:
            for page in next(other):
                said = json.loads(page)
                raw.execute("BEGIN IMMEDIATE")
                raw.executemany(
                    into,
                    [(one.id, f"{view['id']}:1", json.dumps(view, ensure_ascii=False)) for view in said["messages"]],
                )
                raw.execute("COMMIT")

        yield compare(
            "ingest from the wire, messages a second", ground.size, ours, bare,
            least=0.5, rounds=_ROUNDS, per=_COUNT,
        )  # fmt: skip
        raw.close()
        cache.close()


def _pages(events: Sequence[MessageSeen]) -> list[str]:
    """The messages as a chat service would send them, a hundred in a page."""
    pages: list[str] = []
    for start in range(0, len(events), 100):
        convos: dict[str, Any] = {}
        messages: list[Any] = []
        for event in events[start : start + 100]:
            who = event.contact or event.author
            member = {"did": who.remote_id, "handle": who.handle, "displayName": who.name}
            convos[event.thread_remote_id] = {"id": event.thread_remote_id, "members": [member, {"did": _OWN}]}
            messages.append(
                {
                    "$type": "chat.bsky.convo.defs#messageView",
                    "id": event.remote_id,
                    "rev": "1",
                    "text": event.text,
                    "sender": {"did": _OWN if event.author.is_own else who.remote_id},
                    "sentAt": event.created_at.isoformat(),
                    "convo": event.thread_remote_id,
                }
            )
        pages.append(json.dumps({"convos": convos, "messages": messages}, ensure_ascii=False))
    return pages
