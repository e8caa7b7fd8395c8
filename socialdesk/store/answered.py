"""Tells what an empty queue names: what somebody answered and finished since a moment, when their next is due, and how
much a colleague has open.
"""

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


_LOOKED_AT = 20_000
FINISHED = (
    "SELECT count(DISTINCT thread.id) FROM (SELECT * FROM happening ORDER BY id DESC LIMIT ?) AS happened"
    " JOIN thread ON thread.id = happened.thread_id"
    " WHERE happened.happened_at >= ? AND happened.what = 'done' AND happened.person_id = ? AND thread.status = 'done'"
)
"""What happened lies in the order in which it did: of the newest only those since a moment are looked at, unindexed."""

HELD = "SELECT count(*) FROM thread INDEXED BY thread_queue_mine WHERE assignee_id = ? AND status = 'open'"


def finished_since(cache: Cache, person: PersonId, since: datetime) -> int:
    """How many threads a person marked done that are done still; of a day with very much in it the newest part."""
    return int(cache.ask(FINISHED, (_LOOKED_AT, to_ms(since), person))[0][0])


def held_by(cache: Cache, person: PersonId) -> int:
    """How many open threads a person has."""
    return int(cache.ask(HELD, (person,))[0][0])


def answered_since(cache: Cache, person: PersonId, since: datetime) -> int:
    """In how many threads a person answered, what still waits for its time with it."""
    return int(cache.ask(ANSWERED, (to_ms(since), person))[0][0])


def next_due(cache: Cache, person: PersonId) -> datetime | None:
    """When the first of what a person put off is due, for a snooze stops no clock."""
    due = cache.ask(NEXT_DUE, (person,))[0][0]
    return None if due is None else from_ms(due)
