"""Reads beside the window what another order would change: which of the first threads would stand elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from socialdesk.model.identifiers import PersonId
from socialdesk.model.triage import order_key, placed
from socialdesk.model.triage_policy import TriagePolicy
from socialdesk.model.view import TEAM
from socialdesk.store.cache import Cache
from socialdesk.store.queue_page import queue_page
from socialdesk.support.values import value_class

FIRST = 20
_LOOKED_AT = 300


@value_class(frozen=True, slots=True)
class Shift:
    """A thread that would stand elsewhere: whose it is, its place now and then, counted from 1."""

    name: str
    before: int
    after: int


@value_class(frozen=True, slots=True)
class Ahead:
    """What would change among the first `looked_at` threads."""

    looked_at: int
    moved: tuple[Shift, ...]


def ahead(policy: TriagePolicy, me: PersonId, now: datetime) -> Callable[[Cache], Ahead]:
    """What looks it up. What other words would find in the messages is not counted in."""

    def read(cache: Cache) -> Ahead:
        threads = queue_page(cache, TEAM, me, None, _LOOKED_AT, now).rows
        after = sorted((placed(one, policy) for one in threads), key=order_key)
        then = {one.id: place for place, one in enumerate(after, 1)}
        first = threads[:FIRST]
        return Ahead(
            len(first),
            tuple(
                Shift("" if one.shield else one.contact_name, place, then[one.id])
                for place, one in enumerate(first, 1)
                if then[one.id] != place
            ),
        )

    return read
