"""Reads who waits for an answer, whoever has it, for telling beforehand what another reply policy would mean."""

from __future__ import annotations

from socialdesk.model.thread import Thread
from socialdesk.store import rows
from socialdesk.store.cache import Cache

MOST = 5_000
STATEMENT = (
    "SELECT * FROM thread INDEXED BY thread_promised WHERE waiting_since_at IS NOT NULL"
    " AND status IN ('open', 'snoozed', 'waiting') ORDER BY id LIMIT ?"
)


def waiting_threads(cache: Cache, most: int = MOST) -> list[Thread]:
    """Threads that are not done in which somebody waits, the oldest first, at most so many."""
    return [rows.to_thread(row) for row in cache.ask(STATEMENT, (most,))]
