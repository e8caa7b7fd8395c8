"""Gets what is typed in the palette, gives threads: of people called like it key by key, and that say it in a pause."""

from __future__ import annotations

from datetime import datetime

from socialdesk.model.search import understand
from socialdesk.model.snippet import snippet
from socialdesk.model.thread import Thread
from socialdesk.store import rows
from socialdesk.store.cache import Cache

_PEOPLE = 60
CALLED = (
    "SELECT t.* FROM (SELECT rowid AS id FROM contact_fts WHERE contact_fts MATCH ? LIMIT ?) f"
    " CROSS JOIN thread t ON t.contact_id = f.id WHERE t.shield = '' LIMIT ?"
)
SAID = (
    "SELECT m.text, t.* FROM"
    " (SELECT rowid AS id FROM message_fts WHERE message_fts MATCH ? ORDER BY rowid DESC LIMIT ?) f"
    " CROSS JOIN message m ON m.id = f.id AND m.deleted_at IS NULL"
    " CROSS JOIN thread t ON t.id = m.thread_id WHERE t.shield = '' ORDER BY m.id DESC"
)


def threads_called(cache: Cache, typed: str, now: datetime, most: int) -> list[Thread]:
    """At most so many threads, none of them shielded; of those found the newest are first."""
    query = understand(typed, now)
    if not query.match or query.conditions or " NOT " in query.match:
        return []
    found = [rows.to_thread(row) for row in cache.ask(CALLED, (query.match, _PEOPLE, 4 * most))]
    found.sort(key=lambda one: one.last_in_at or one.created_at, reverse=True)
    return found[:most]


def threads_saying(cache: Cache, typed: str, now: datetime, most: int) -> list[tuple[Thread, str]]:
    """At most so many threads in which this was written, the newest first, with the words around it; none shielded."""
    query = understand(typed, now)
    if not query.match or query.conditions:
        return []
    found: dict[int, tuple[Thread, str]] = {}
    for text, *row in cache.ask(SAID, (query.match, 4 * most)):
        thread = rows.to_thread(row)
        found.setdefault(thread.id, (thread, snippet(text, query.terms)[0]))
    return list(found.values())[:most]
