"""What stands around a comment: the other threads on the same post, nearest in time first to be read beside it."""

from __future__ import annotations

from dataclasses import dataclass

from socialdesk.model.identifiers import PostId
from socialdesk.model.thread import Thread
from socialdesk.store import rows
from socialdesk.store.cache import Cache
from socialdesk.support.clock import to_ms

_BEFORE = (
    "SELECT * FROM thread WHERE post_id = ? AND last_in_at <= ? AND id != ? AND shield = ''"
    " ORDER BY last_in_at DESC LIMIT ?"
)
_AFTER = "SELECT * FROM thread WHERE post_id = ? AND last_in_at > ? AND shield = '' ORDER BY last_in_at LIMIT ?"


@dataclass(frozen=True, slots=True)
class Around:
    """The threads before and after one, the oldest first; what is kept out of sight is not among them."""

    before: tuple[Thread, ...] = ()
    after: tuple[Thread, ...] = ()


def around(cache: Cache, thread: Thread, each: int = 3) -> Around:
    """Up to so many threads on the same post before and after one."""
    if thread.post_id is None or thread.last_in_at is None:
        return Around()
    at = to_ms(thread.last_in_at)
    before = cache.ask(_BEFORE, (thread.post_id, at, thread.id, each))
    after = cache.ask(_AFTER, (thread.post_id, at, each))
    return Around(
        tuple(rows.to_thread(row) for row in reversed(before)),
        tuple(rows.to_thread(row) for row in after),
    )


def shielded_on(cache: Cache, post: PostId) -> int:
    """How many threads on a post are kept out of sight."""
    return cache.ask("SELECT count(*) FROM thread WHERE post_id = ? AND shield != ''", (post,))[0][0]
