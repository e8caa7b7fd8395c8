"""Decides when new messages are joined to the stories they tell: after they are in, a few at a time, so none waits."""

from __future__ import annotations

from datetime import datetime, timedelta

from socialdesk.store.cache import Cache

BETWEEN_SLICES = timedelta(milliseconds=30)
_SLICE = 15


class Stories:
    """The joining of one cache. What is still to be joined is in the file itself, so it may end at any slice."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self.next: datetime | None = None
        """When there is more to do; None when nothing is left."""

    def step(self, now: datetime) -> None:
        """Do one slice, if there is anything."""
        self.next = None
        if self._cache.is_telling():
            with self._cache.change() as change:
                change.tell_some(now, _SLICE)
            self.next = now + BETWEEN_SLICES
