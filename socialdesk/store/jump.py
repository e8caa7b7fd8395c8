"""Gets the beginning of a name, gives the threads of people who are called like it; for the palette, key by key."""

from __future__ import annotations

from datetime import datetime

from socialdesk.model.search import understand
from socialdesk.model.thread import Thread
from socialdesk.store import rows
from socialdesk.store.cache import Cache

_PEOPLE = 60
CALLED = (
    "SELECT t.* FROM (SELECT rowid AS id FROM contact_fts WHERE contact_fts MATCH ? LIMIT ?) f"
    " CROSS JOIN thread t ON t.contact_id = f.id WHERE t.shield = '' LIMIT ?"
)


def threads_called(cache: Cache, typed: str, now: datetime, most: int) -> list[Thread]:
    """At most so many threads, none of them shielded; of those found the newest are first."""
    query = understand(typed, now)
    if not query.match or query.conditions or " NOT " in query.match:
        return []
    found = [rows.to_thread(row) for row in cache.ask(CALLED, (query.match, _PEOPLE, 4 * most))]
    found.sort(key=lambda one: one.last_in_at or one.created_at, reverse=True)
    return found[:most]
