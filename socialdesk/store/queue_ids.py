"""Gives every thread of a view at once: only their numbers, for whoever selects all of them."""

from __future__ import annotations

from datetime import datetime

from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.view import View
from socialdesk.store.cache import Cache
from socialdesk.store.queue_page import places


def queue_ids(cache: Cache, view: View, me: PersonId, now: datetime | None = None) -> tuple[ThreadId, ...]:
    """The threads a view holds, in triage order. Costs about a hundredth of a second for ten thousand."""
    found = {id_: order_at for order_at, id_ in places(cache, view, me, now)}
    return tuple(ThreadId(id_) for id_ in sorted(found, key=lambda id_: (found[id_], id_)))
