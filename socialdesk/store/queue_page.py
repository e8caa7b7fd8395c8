"""The queue, page by page: gets a view and where the last page ended, gives threads in triage order.

A saved view is a range of `view_thread`, whatever it filters by. Every other statement runs along one of the
`thread_queue…` indexes: an equality on status and what the view narrows to, then the order; where a view takes several
statuses, channels or tags, as many ranges are merged.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache as kept
from itertools import islice
from operator import itemgetter
from typing import Any

from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.thread import Status, Thread
from socialdesk.model.triage import Group, GroupBounds
from socialdesk.model.view import BUILT_IN, Filter, View, Whose
from socialdesk.store import rows
from socialdesk.store.cache import Cache
from socialdesk.support.clock import to_ms

COUNT_AT_MOST = 10_000
_MOST_RANGES = 12
"""A view of more channels or languages than these is cheaper to read along the whole queue, passing over the others."""
_ORDER_AT = rows.THREAD_COLUMNS.index("order_at")
_PLACE = itemgetter(_ORDER_AT, 0)


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


@dataclass(frozen=True, slots=True)
class _Range:
    """One stretch of an index that holds threads of a view: its source, its fixed words, what else must hold."""

    source: str
    words: tuple[Any, ...]


_START = Key(-(2**62), 0)
_END = 2**62


def key_of(thread: Thread) -> Key:
    """The key of a thread's own place."""
    return Key(rows.order_at(thread), thread.id)


def queue_page(cache: Cache, view: View, me: PersonId, after: Key | None = None, limit: int = 50) -> QueuePage:
    """The next threads of a view in triage order."""
    start = after or _START
    ranges = _ranges(cache, view, me)
    parts = [
        cache.ask(_page(one.source), (*one.words, start.order_at, start.order_at, start.id, limit + 1))
        for one in ranges
    ]
    if len(parts) == 1:
        found: Sequence[Any] = parts[0]
    else:
        # The same thread stands in several ranges where it has several of the tags.
        found = list(islice(_once(heapq.merge(*parts, key=_PLACE)), limit + 1))
    threads = tuple(rows.to_thread(row) for row in found[:limit])
    return QueuePage(threads, key_of(threads[-1]) if len(found) > limit else None)


def threads_before(cache: Cache, view: View, ids: Sequence[ThreadId], last: Key) -> list[ThreadId]:
    """Of these threads those that may stand in a view no later than `last`; its other conditions are not looked at."""
    found = cache.ask(
        "SELECT id FROM thread WHERE id IN (SELECT value FROM json_each(?)) AND order_at <= ?"
        " AND status IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)), last.order_at, json.dumps([status.value for status in view.filter.statuses])),
    )
    return [ThreadId(id_) for (id_,) in found]


def group_counts(cache: Cache, view: View, me: PersonId, bounds: GroupBounds) -> dict[Group, int]:
    """How many threads stand under each head, exact up to 10,000."""
    edges = [to_ms(moment) for moment in (bounds.now, bounds.hour, bounds.midnight)]
    spans = zip(Group, [-_END, *edges, rows.NO_TARGET], [*edges, rows.NO_TARGET, _END], strict=True)
    ranges = _ranges(cache, view, me)
    found: dict[Group, int] = {}
    for group, low, high in spans:
        number = 0
        for one in ranges:
            number += cache.ask(_count(one.source), (*one.words, low, high, COUNT_AT_MOST))[0][0]
        found[group] = min(number, COUNT_AT_MOST)
    return found


def next_due(cache: Cache, view: View, me: PersonId, now: datetime) -> Thread | None:
    """The first thread of a view that is not late yet."""
    found = queue_page(cache, view, me, Key(to_ms(now), 0), 1).rows
    return found[0] if found and found[0].due_at else None


@kept
def _page(source: str) -> str:
    # A row value comparison would be shorter, but SQLite then uses only the first column of the index.
    return (
        f"SELECT t.* FROM {source} AND {{o}}.order_at >= ? AND ({{o}}.order_at > ? OR {{i}} > ?)"  # noqa: S608 - own words
        " ORDER BY {o}.order_at, {i} LIMIT ?"
    ).format(**_names(source))


@kept
def _count(source: str) -> str:
    return (
        f"SELECT count(*) FROM (SELECT 1 FROM {source} AND {{o}}.order_at >= ? AND {{o}}.order_at < ? LIMIT ?)"  # noqa: S608 - as above
    ).format(**_names(source))


def _names(source: str) -> dict[str, str]:
    return {"o": "l", "i": "l.thread_id"} if " l CROSS JOIN " in source else {"o": "t", "i": "t.id"}


def _ranges(cache: Cache, view: View, me: PersonId) -> list[_Range]:
    statuses = sorted(view.filter.statuses)
    if _is_kept(cache, view):
        saved = view.id.split("/")[0]
        source = "view_thread l CROSS JOIN thread t ON t.id = l.thread_id WHERE l.view_id = ? AND l.status = ?"
        return [_Range(source, (saved, status.value)) for status in statuses]
    return [one for status in statuses for one in _of_status(view.filter, status, me)]


def _is_kept(cache: Cache, view: View) -> bool:
    """Whether `view_thread` lists what this view takes: it is saved, and as it is asked for."""
    id_ = view.id.split("/")[0]
    if id_ in _BUILT_IN or id_.startswith("channel:"):
        return False
    found = cache.ask("SELECT filter FROM view WHERE id = ?", (id_,))
    statuses = view.filter.statuses
    return bool(found) and replace(rows.to_filter(found[0][0]), statuses=statuses) == view.filter


_BUILT_IN = frozenset(view.id for view in BUILT_IN)


def _of_status(filter_: Filter, status: Status, me: PersonId) -> Iterator[_Range]:
    """The ranges of one status: by the narrowest of what the filter names, the rest as conditions on their rows."""
    rest = dict(_conditions(filter_, me))
    source, ways = "thread t WHERE t.status = ?", [()]
    if filter_.tags:
        source = "thread_tag l CROSS JOIN thread t ON t.id = l.thread_id WHERE l.tag = ? AND l.status = ?"
        ways = [(tag,) for tag in sorted(filter_.tags)]
    elif filter_.people and len(filter_.people) <= _MOST_RANGES:
        source, ways = "thread t WHERE t.assignee_id = ? AND t.status = ?", [(one,) for one in sorted(filter_.people)]
        del rest["people"]
    else:
        for name, column, values in (
            ("channels", "channel_id", sorted(filter_.channels)),
            ("kinds", "kind", sorted(kind.value for kind in filter_.kinds)),
            ("languages", "language", sorted(filter_.languages)),
        ):
            if 0 < len(values) <= _MOST_RANGES:
                source, ways = f"thread t WHERE t.{column} = ? AND t.status = ?", [(one,) for one in values]
                del rest[name]
                break
    conditions = "".join(f" AND {words}" for words, _ in rest.values())
    values = tuple(value for _, some in rest.values() for value in some)
    for way in ways:
        yield _Range(source + conditions, (*way, status.value, *values))


def _conditions(filter_: Filter, me: PersonId) -> Iterable[tuple[str, tuple[str, tuple[Any, ...]]]]:
    """What must hold of a thread of the view, by the part of the filter that says so."""
    if filter_.whose is Whose.MINE:
        yield "whose", ("t.assignee_id = ?", (me,))
    elif filter_.whose is Whose.NOBODY:
        yield "whose", ("t.assignee_id IS NULL", ())
    for name, column, values in (
        ("people", "assignee_id", sorted(filter_.people)),
        ("channels", "channel_id", sorted(filter_.channels)),
        ("kinds", "kind", sorted(kind.value for kind in filter_.kinds)),
        ("languages", "language", sorted(filter_.languages)),
    ):
        if values:
            words = f"t.{column} IN (SELECT value FROM json_each(?))"  # noqa: S608 - as above
            yield name, (words, (json.dumps(values),))
    if filter_.vip is not None:
        yield "vip", ("t.is_vip = 1" if filter_.vip else "t.is_vip = 0", ())
    if filter_.shielded is not None:
        yield "shielded", ("t.shield != ''" if filter_.shielded else "t.shield = ''", ())
    if filter_.mentions_me is not None:
        yield "mentions", ("t.mentions_me = 1" if filter_.mentions_me else "t.mentions_me = 0", ())
    if filter_.answered is not None:
        yield "answered", ("t.last_out_at IS NOT NULL" if filter_.answered else "t.last_out_at IS NULL", ())


def _once(found: Iterable[Any]) -> Iterator[Any]:
    last = None
    for row in found:
        if row[0] != last:
            last = row[0]
            yield row
