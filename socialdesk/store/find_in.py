"""Gets words and a thread, gives the places in it where they were said, the oldest first."""

from __future__ import annotations

from socialdesk.model.identifiers import MessageId, ThreadId
from socialdesk.store.cache import Cache
from socialdesk.store.conversation import Mark
from socialdesk.support.clock import from_ms

# The thread is walked and the index asked about each of its messages: a word that everybody uses costs what the thread
# is long, not what the workspace holds.
_SAYING = (
    "SELECT m.created_at, m.id FROM message m WHERE m.thread_id = ? AND m.state != 'canceled' AND m.deleted_at IS NULL"
    " AND EXISTS (SELECT 1 FROM message_fts WHERE message_fts MATCH ? AND rowid = m.id)"
    " ORDER BY m.created_at, m.id"
)


def find_in(cache: Cache, thread: ThreadId, match: str) -> tuple[Mark, ...]:
    """Where a thread says what `match`, an expression of the index, asks for; nothing for an empty one."""
    if not match:
        return ()
    return tuple(Mark(from_ms(at), MessageId(id_)) for at, id_ in cache.ask(_SAYING, (thread, match)))
