"""Decides how long to wait before a channel is read again; time and chance are arguments."""

from __future__ import annotations

from datetime import timedelta

WORKING = timedelta(minutes=5)
"""How long after the last act of a person work is believed to go on."""
_BACKOFF_S = (5, 15, 30, 60, 120, 300)


def between_pulls(least: timedelta, *, is_watched: bool, acted_ago: timedelta | None) -> timedelta:
    """The time between two reads: `least` while a person works, longer for an idle window, longest for none.

    `acted_ago` is how long ago a person did something, None for never.
    """
    if not is_watched:
        return least * 4
    return least if acted_ago is not None and acted_ago <= WORKING else least * 2


def back_off(failures: int, jitter: float) -> timedelta:
    """The time to wait after `failures` in a row, one or more; `jitter` is a factor near 1."""
    return timedelta(seconds=_BACKOFF_S[min(failures, len(_BACKOFF_S)) - 1]) * jitter
