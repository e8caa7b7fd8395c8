"""Notices that the machine slept or that its clock was set: the wall clock and the one that only runs went apart.

Deadlines are kept as moments, since they outlive the process. A clock that is set by hours must neither let an answer
leave before its time to undo is over nor keep everything waiting until the old time comes round again.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from socialdesk.support.clock import Clock

A_JUMP = timedelta(seconds=90)


class Timekeeper:
    """The two clocks, as they stood when they were last compared."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wall, self._ran_ms = clock.now(), clock.monotonic_ms()

    def jumped(self) -> bool:
        """Whether the time was set, or the machine slept, since this was last asked."""
        wall, ran_ms = self._clock.now(), self._clock.monotonic_ms()
        apart = (wall - self._wall) - timedelta(milliseconds=ran_ms - self._ran_ms)
        self._wall, self._ran_ms = wall, ran_ms
        return abs(apart) > A_JUMP


UNDO_AT_MOST = timedelta(minutes=2)
UNDO_AGAIN = timedelta(seconds=10)


def due_after_jump(given_at: datetime, not_before: datetime, now: datetime) -> datetime:
    """When an answer may leave after the time has jumped: what waited for its undo window waits for one once more.

    What was meant for a certain moment keeps it.
    """
    return now + UNDO_AGAIN if not_before - given_at <= UNDO_AT_MOST else not_before
