"""Tells how many people somebody answered since a moment: what an empty queue names."""

from __future__ import annotations

from datetime import datetime

from socialdesk.model.identifiers import PersonId
from socialdesk.store.cache import Cache
from socialdesk.support.clock import to_ms

ANSWERED = (
    "SELECT count(DISTINCT thread_id) FROM outbound INDEXED BY outbound_due"
    " WHERE state IN ('queued', 'waiting', 'sending', 'sent', 'seen') AND not_before_at >= ? AND act = 'answer'"
    " AND person_id = ?"
)


def answered_since(cache: Cache, person: PersonId, since: datetime) -> int:
    """In how many threads a person answered, what still waits for its time with it."""
    return int(cache.ask(ANSWERED, (to_ms(since), person))[0][0])
