"""Reads which threads are shown as part of another one."""

from __future__ import annotations

from socialdesk.model.identifiers import ThreadId
from socialdesk.store.cache import Cache


def newest_merge(cache: Cache, thread: ThreadId) -> tuple[str, ThreadId] | None:
    """The name of the newest merge into a thread, and the thread that was put into it; None when there is none."""
    found = cache.ask(
        "SELECT id, from_id FROM thread_merge WHERE into_id = ? ORDER BY merged_at DESC, rowid DESC LIMIT 1", (thread,)
    )
    return (found[0][0], ThreadId(found[0][1])) if found else None
