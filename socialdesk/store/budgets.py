"""Reads how much of what platforms allow in a time was used."""

from __future__ import annotations

from datetime import datetime, timedelta

from socialdesk.store.cache import Cache
from socialdesk.support.clock import from_ms


def used(cache: Cache) -> list[tuple[str, timedelta, datetime, int]]:
    """For each budget: whose it is, how long its time is, when that began, and what was used of it."""
    found = cache.ask("SELECT scope, per_s, began_at, used FROM budget_used")
    return [(scope, timedelta(seconds=per_s), from_ms(began), points) for scope, per_s, began, points in found]
