"""Decides how long to wait before something that failed is tried again; chance is an argument."""

from __future__ import annotations

from datetime import timedelta

_BACKOFF_S = (5, 15, 30, 60, 120, 300)


def back_off(failures: int, jitter: float) -> timedelta:
    """The time to wait after `failures` in a row, one or more; `jitter` is a factor near 1."""
    return timedelta(seconds=_BACKOFF_S[min(failures, len(_BACKOFF_S)) - 1]) * jitter
