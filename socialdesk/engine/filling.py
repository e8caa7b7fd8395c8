"""Follows one channel from the end of its sign-in to the moment at which all that came meanwhile was read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from socialdesk.model.identifiers import ChannelId
from socialdesk.store.access import access
from socialdesk.store.cache import Cache
from socialdesk.store.change import Change


class Filling:
    """What was missed while nobody could read the channel, and how much of it was brought."""

    def __init__(self, cache: Cache, channel: ChannelId, streams: Sequence[str]) -> None:
        self._cache = cache
        self._channel = channel
        self._streams = streams
        self._begin()

    def _begin(self) -> None:
        self._unfilled = set(self._streams)
        """The streams of which not all is read yet that came since the sign-in had ended."""
        self._brought = 0
        self._is_mended = False

    def read(self, stream: str) -> None:
        """All of a stream was read."""
        self._unfilled.discard(stream)

    def bring(self, new: int) -> None:
        """A reading brought so many new messages."""
        self._brought += new

    def lose(self, change: Change, now: datetime) -> None:
        """The sign-in has ended; the moment since which nothing was read is kept until it is mended."""
        self._begin()
        known = access(self._cache, self._channel)
        if known is None or known.lost_at is None or known.mended_at is not None:
            oks = [self._cache.stream(self._channel, one).last_ok_at for one in self._streams]
            known_oks = [one for one in oks if one is not None]
            change.note_lost(self._channel, max(known_oks, default=now))

    def mend(self, now: datetime) -> None:
        """A reading is over: where all that was missed has come by now, keep how much it was."""
        if self._is_mended or self._unfilled:
            return
        self._is_mended = True
        known = access(self._cache, self._channel)
        if known is not None and known.lost_at is not None and known.mended_at is None:
            with self._cache.change() as change:
                change.note_mended(self._channel, now, self._brought)
