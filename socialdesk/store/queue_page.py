"""The queue, page by page: gets a view and where the last page ended, gives threads in triage order.

Every statement runs along one of the `thread_queue…` indexes: an equality on status and what the view narrows to, then
the order. A view that takes several statuses is read newest first along `thread_sent` or by merging.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select

from socialdesk.model.identifiers import PersonId
from socialdesk.model.thread import Status, Thread
from socialdesk.model.triage import Group, GroupBounds
from socialdesk.model.view import Filter, View, Whose
from socialdesk.store import rows, schema
from socialdesk.store.cache import Cache
from socialdesk.support.clock import to_ms

_T = schema.thread.c
COUNT_AT_MOST = 10_000


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Where a page ended: the order and the id of its last thread."""

    order_at: int
    id: int


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Threads in order, and the key to go on from; None at the end."""

    rows: tuple[Thread, ...]
    next: Key | None


def key_of(thread: Thread) -> Key:
    """The key of a thread's own place."""
    return Key(rows.order_at(thread), thread.id)


def queue_page(cache: Cache, view: View, me: PersonId, after: Key | None = None, limit: int = 50) -> QueuePage:
    """The next threads of a view in triage order."""
    with cache.read() as db:
        parts = [
            list(db.execute(_statement(view.filter, status, me, after, limit + 1))) for status in view.filter.statuses
        ]
    merged = (
        parts[0] if len(parts) == 1 else list(islice(heapq.merge(*parts, key=lambda r: (r.order_at, r.id)), limit + 1))
    )
    threads = tuple(rows.to_thread(row) for row in merged[:limit])
    return QueuePage(threads, key_of(threads[-1]) if len(merged) > limit else None)


def group_counts(cache: Cache, view: View, me: PersonId, bounds: GroupBounds) -> dict[Group, int]:
    """How many threads stand under each head, exact up to 10,000."""
    edges = [to_ms(moment) for moment in (bounds.now, bounds.hour, bounds.midnight)]
    spans = zip(Group, [None, *edges, rows.NO_TARGET], [*edges, rows.NO_TARGET, None], strict=True)
    found: dict[Group, int] = {}
    with cache.read() as db:
        for group, low, high in spans:
            number = 0
            for status in view.filter.statuses:
                inner = select(_T.id).where(*_conditions(view.filter, status, me))
                if low is not None:
                    inner = inner.where(_T.order_at >= low)
                if high is not None:
                    inner = inner.where(_T.order_at < high)
                number += (
                    db.execute(select(func.count()).select_from(inner.limit(COUNT_AT_MOST).subquery())).scalar() or 0
                )
            found[group] = min(number, COUNT_AT_MOST)
    return found


def next_due(cache: Cache, view: View, me: PersonId, now: datetime) -> Thread | None:
    """The first thread of a view that is not late yet."""
    found = queue_page(cache, view, me, Key(to_ms(now), 0), 1).rows
    return found[0] if found and found[0].due_at else None


def _statement(filter_: Filter, status: Status, me: PersonId, after: Key | None, limit: int) -> Select[Any]:
    statement = select(schema.thread).where(*_conditions(filter_, status, me))
    if after is not None:
        # A row value comparison would be shorter, but SQLite then uses only the first column of the index.
        statement = statement.where(_T.order_at >= after.order_at, or_(_T.order_at > after.order_at, _T.id > after.id))
    return statement.order_by(_T.order_at, _T.id).limit(limit)


def _conditions(filter_: Filter, status: Status, me: PersonId) -> Iterable[ColumnElement[bool]]:
    yield _T.status == status.value
    if filter_.whose is Whose.MINE:
        yield _T.assignee_id == me
    elif filter_.whose is Whose.NOBODY:
        yield _T.assignee_id.is_(None)
    if filter_.channels:
        yield _one_of(_T.channel_id, filter_.channels)
    if filter_.kinds:
        yield _one_of(_T.kind, {kind.value for kind in filter_.kinds})
    if filter_.languages:
        yield _one_of(_T.language, filter_.languages)
    if filter_.vip is not None:
        yield _T.is_vip == int(filter_.vip)
    if filter_.shielded is not None:
        yield (_T.shield != "") if filter_.shielded else (_T.shield == "")
    if filter_.mentions_me is not None:
        yield _T.mentions_me == int(filter_.mentions_me)
    if filter_.answered is not None:
        yield _T.last_out_at.is_not(None) if filter_.answered else _T.last_out_at.is_(None)
    if filter_.tags:
        each = func.json_each(_T.tags).table_valued("value", joins_implicitly=True)
        yield select(literal(1)).select_from(each).where(each.c.value.in_(sorted(filter_.tags))).exists()


def _one_of(column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    wanted = sorted(values)
    return column == wanted[0] if len(wanted) == 1 else and_(column.in_(wanted))
