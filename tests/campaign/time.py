"""The campaign's own time: it runs fast, and alike in every process, so that waits of minutes pass in moments."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

FASTER = 100
_NOON = datetime(2026, 6, 13, 12, tzinfo=UTC)
_began = time.time()


def begin() -> None:
    """It is noon now."""
    global _began  # noqa: PLW0603 - one time for all, handed on when a process is forked
    _began = time.time()


def now() -> datetime:
    """The moment it is in the campaign."""
    return _NOON + timedelta(seconds=(time.time() - _began) * FASTER)


def now_ms() -> int:
    """The same in epoch milliseconds."""
    return round(now().timestamp() * 1000)


class FastClock:
    """A clock on this time."""

    def now(self) -> datetime:
        return now()

    def monotonic_ms(self) -> float:
        return time.monotonic() * 1000 * FASTER
