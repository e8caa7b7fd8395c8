"""Tells what an empty queue names: how many people somebody answered since a moment, and when their next is due."""

from __future__ import annotations

from datetime import datetime

from socialdesk.model.identifiers import PersonId
from socialdesk.store.cache import Cache
from socialdesk.support.clock import from_ms, to_ms

ANSWERED = (
    "SELECT count(DISTINCT thread_id) FROM outbound INDEXED BY outbound_due"
    " WHERE state IN ('queued', 'waiting', 'sending', 'sent', 'seen') AND not_before_at >= ? AND act = 'answer'"
    " AND person_id = ?"
)

NEXT_DUE = (
    "SELECT min(due_at) FROM thread INDEXED BY thread_queue_mine"
    " WHERE assignee_id = ? AND status = 'snoozed' AND shield = ''"
)


def answered_since(cache: Cache, person: PersonId, since: datetime) -> int:
    """In how many threads a person answered, what still waits for its time with it."""
    return int(cache.ask(ANSWERED, (to_ms(since), person))[0][0])


def next_due(cache: Cache, person: PersonId) -> datetime | None:
    """When the first of what a person put off is due, for a snooze stops no clock."""
    due = cache.ask(NEXT_DUE, (person,))[0][0]
    return None if due is None else from_ms(due)
