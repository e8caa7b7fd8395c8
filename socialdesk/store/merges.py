"""Reads which threads are shown as part of another one, and where what is said in them was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from socialdesk.model.identifiers import ChannelId, MessageId, ThreadId
from socialdesk.model.thread import Kind
from socialdesk.store.cache import Cache
from socialdesk.support.clock import from_ms

_HOMES = (
    # Beside max() SQLite gives the other columns of that very row.
    "SELECT m.channel_id, coalesce(g.kind, t.kind), coalesce(g.id, ''), m.id, max(m.created_at),"
    " coalesce(g.remote_id, t.remote_id) FROM message m"
    " JOIN thread t ON t.id = m.thread_id LEFT JOIN merged_message f ON f.message_id = m.id"
    " LEFT JOIN thread_merge g ON g.id = f.merge_id"
    " WHERE m.thread_id = ? AND m.direction = 'in' AND m.deleted_at IS NULL AND m.external_id IS NOT NULL"
    " GROUP BY 1, 2, 3 ORDER BY 5 DESC"
)


@dataclass(frozen=True, slots=True)
class Home:
    """A place a thread is said in: where an answer to `newest`, their newest message there, goes."""

    channel: ChannelId
    kind: Kind
    merge: str
    """The merge that brought it here; empty for what the thread was from the beginning."""
    newest: MessageId
    last_in: datetime
    remote_id: str
    """What the platform calls it there."""


def newest_merge(cache: Cache, thread: ThreadId) -> tuple[str, ThreadId] | None:
    """The name of the newest merge into a thread, and the thread that was put into it; None when there is none."""
    found = cache.ask(
        "SELECT id, from_id FROM thread_merge WHERE into_id = ? ORDER BY merged_at DESC, rowid DESC LIMIT 1", (thread,)
    )
    return (found[0][0], ThreadId(found[0][1])) if found else None


def homes(cache: Cache, thread: ThreadId) -> Sequence[Home]:
    """Where a thread that shows several can be answered, the place they wrote last in first; none for all others."""
    if newest_merge(cache, thread) is None:
        return ()
    return [
        Home(ChannelId(channel), Kind(kind), merge, MessageId(id_), from_ms(at), remote)
        for channel, kind, merge, id_, at, remote in cache.ask(_HOMES, (thread,))
    ]
