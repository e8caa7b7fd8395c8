"""Puts snoozed threads whose moment has come back into the queue, a few hundred at a time."""

from __future__ import annotations

from datetime import datetime

from socialdesk.engine.routing import arrived
from socialdesk.model.command import Reopen
from socialdesk.model.fold import fold
from socialdesk.store.cache import Cache

AT_ONCE = 200
"""Whole weeks may have been put off to the same Monday morning: everything else gets its turn between."""


def wake(cache: Cache, now: datetime) -> None:
    """Wake the first of those that are due; the others are due still, and come with the next call."""
    due = cache.next_wake()
    if due is None or due > now:
        return
    with cache.change() as change:
        awake = change.threads_to_wake(now, AT_ONCE)
        for thread in awake:
            change.put_thread(fold(thread, Reopen(thread.id), now, change.me, change.me))
            change.add_happening(thread.id, now, None, "woke")
        arrived(change, [thread.id for thread in awake], now)
