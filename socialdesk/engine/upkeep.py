"""Decides when the engine tidies up: in its idle moments, a slice at a time, so that nobody waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from socialdesk.store.cache import Cache
from socialdesk.store.upkeep import (
    Place,
    forget_old_bands,
    forget_old_deletions,
    forget_old_rows,
    forget_old_words,
    tidy_file,
)

EVERY = timedelta(hours=6)
BETWEEN_SLICES = timedelta(milliseconds=500)


class Upkeep:
    """The tidying of one cache. What it has done is in the file itself, so it may end at any slice."""

    def __init__(self, cache: Cache, now: datetime, sweep_media: Callable[[], None]) -> None:
        self._cache = cache
        self._sweep_media = sweep_media
        self._left: list[Callable[[datetime], bool]] = []
        # Not at once: whoever has just started is wanted for other things.
        self.next = now + timedelta(minutes=2)

    def step(self, now: datetime) -> None:
        """Do one slice when it is time."""
        if now < self.next:
            return
        if not self._left:
            self._left = self._all()
        if not self._left[0](now):
            self._left.pop(0)
        self.next = now + (BETWEEN_SLICES if self._left else EVERY)

    async def all_now(self, now: datetime) -> None:
        """Do all of it, one slice after the other, with room for others between them."""
        for work in self._all():
            while work(now):  # noqa: ASYNC110 - nothing is waited for: others get their turn
                await asyncio.sleep(0)
        self._left = []
        self.next = now + EVERY

    def _all(self) -> list[Callable[[datetime], bool]]:
        return [
            lambda at: forget_old_words(self._cache, at),
            lambda at: forget_old_rows(self._cache, at),
            self._along(forget_old_bands),
            self._along(forget_old_deletions),
            lambda _: tidy_file(self._cache),
            self._without_media_nobody_has,
        ]

    def _along(self, work: Callable[[Cache, datetime, Place], Place]) -> Callable[[datetime], bool]:
        """One walk along a table; an end on the way begins it anew next time."""
        place: Place = None

        def step(now: datetime) -> bool:
            nonlocal place
            place = work(self._cache, now, place)
            return place is not None

        return step

    def _without_media_nobody_has(self, _: datetime) -> bool:
        self._sweep_media()
        return False
