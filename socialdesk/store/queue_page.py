"""The queue, page by page: gets a view and where the last page ended, gives threads in the order of the view.

In triage order a saved view is a range of `view_thread`, whatever it filters by. Every other statement runs along one
of the `thread_queue…` indexes: an equality on status and what the view narrows to, then the order; where a view takes
several statuses, channels or tags, as many ranges are merged.

In another order a small view is read whole and put in order, a large one along the index of that order, passing over
what it does not take: of a view of n among N threads that are as likely here as there no more than n or N/n of them.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache as kept
from itertools import islice
from operator import itemgetter
from typing import Any

from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.sorting import Heading, Sort
from socialdesk.model.thread import Status, Thread
from socialdesk.model.triage import MOST_MOVED_MS, Group, GroupBounds
from socialdesk.model.view import Filter, View, Whose
from socialdesk.store import queue_where, rows
from socialdesk.store.cache import Cache
from socialdesk.store.queue_order import BEYOND, INDEXES, Key, OneSection, Sections, expression, key_of
from socialdesk.support.clock import to_ms
from socialdesk.support.values import value_class

__all__ = ["Key", "QueuePage", "Sections", "group_counts", "key_of", "queue_page", "section_counts", "threads_before"]

COUNT_AT_MOST = 10_000
SMALL = 4_000
"""Of so many threads a view is cheaper to read whole than along another order."""
_MOST_RANGES = 12
"""A view of more channels or languages than these is cheaper to read along the whole queue, passing over the others."""
_ORDER_AT = rows.THREAD_COLUMNS.index("order_at")
_PLACE = itemgetter(_ORDER_AT, 0)
_EVERY = "thread t WHERE t.status = ?"
_ITS_THREAD = " CROSS JOIN thread t ON t.id = l.thread_id"
_LISTED = f"view_thread l{_ITS_THREAD} WHERE l.view_id = ? AND l.status = ?"
_NARROW = {
    "whose": "thread_queue_mine",
    "vip": "thread_vip",
    "shielded": "thread_shielded",
    "mentions": "thread_mentions",
}
"""What else narrows a view, and the index that holds it. SQLite is told: without statistics all look alike to it."""
_TAGGED = f"thread_tag l{_ITS_THREAD} WHERE l.tag = ? AND l.status = ?"


@value_class(frozen=True, slots=True)
class QueuePage:
    """Threads in order, and the key to go on from; None at the end."""

    rows: tuple[Thread, ...]
    next: Key | None


@value_class(frozen=True, slots=True)
class _Range:
    """One stretch of an index that holds threads of a view: its source, its fixed words, what else must hold.

    `order` is empty where the stretch itself is in the order asked for; else it is what its threads sort by.
    """

    stretch: str
    given: tuple[Any, ...]
    order: str = ""
    rest: str = ""
    rest_given: tuple[Any, ...] = ()

    @property
    def source(self) -> str:
        """The threads of the stretch that fit."""
        return self.stretch + self.rest

    @property
    def words(self) -> tuple[Any, ...]:
        """The values of the question marks in `source`."""
        return (*self.given, *self.rest_given)


def queue_page(  # noqa: PLR0917 - the first five say which page
    cache: Cache,
    view: View,
    me: PersonId,
    after: Key | None = None,
    limit: int = 50,
    now: datetime | None = None,
    *,
    looks_at: int | None = None,
) -> QueuePage:
    """The next threads of a view in its order. Without `now` what depends on the time is taken as it may be.

    With `looks_at` no more than so many threads of a stretch are looked through for those that fit: a page may then
    be short, or empty, and the next one goes on where it ended.
    """
    ranges = _ranges(cache, view, me, now, looks_at)
    is_down = view.sort is Sort.NEWEST
    end = _end(cache, ranges, after, looks_at, is_down=is_down) if looks_at is not None else None
    parts = [cache.ask(*_page(one, after, limit + 1, end, is_down=is_down)) for one in ranges]
    if len(parts) == 1:
        found: Sequence[Any] = parts[0]
    elif view.sort is Sort.TRIAGE:
        # The same thread stands in several ranges where it has several of the tags.
        found = list(islice(_once(heapq.merge(*parts, key=_PLACE)), limit + 1))
    else:
        merged = heapq.merge(*parts, key=lambda row: key_of(rows.to_thread(row), view.sort))
        found = list(islice(_once(merged), limit + 1))
    threads = tuple(rows.to_thread(row) for row in found[:limit])
    return QueuePage(threads, key_of(threads[-1], view.sort) if len(found) > limit else end)


def _end(cache: Cache, ranges: Sequence[_Range], after: Key | None, looks_at: int, *, is_down: bool) -> Key | None:
    """Where a page ends at the latest: where the first of its stretches was looked through so far."""
    ends: list[Key] = []
    for one in ranges:
        # Where nothing is passed over the limit bounds it, and what is put in order is few.
        if one.rest and not one.order.startswith("+"):
            statement = _end_words(one.stretch, one.order, is_down=is_down, is_first=_is_first(one, after))
            words = (*one.given, *_place(one, after, is_down=is_down), looks_at)
            ends += (Key(-at, -id_) if is_down else Key(at, id_) for at, id_ in cache.ask(statement, words))
    return min(ends, default=None)


def places(cache: Cache, view: View, me: PersonId, now: datetime | None = None) -> Iterator[tuple[int, int]]:
    """The place in triage order and the number of every thread of a view, in no order; one may come twice."""
    for one in _ranges(cache, replace(view, sort=Sort.TRIAGE), me, now):
        names = _names(one.source, one.order)
        yield from cache.ask(f"SELECT {names['o']}, {names['i']} FROM {one.source}", one.words)  # noqa: S608 - own words


def threads_before(cache: Cache, view: View, ids: Sequence[ThreadId], last: Key) -> list[ThreadId]:
    """Of these threads those that may stand in a view no later than `last`; its other conditions are not looked at."""
    statuses = view.filter.statuses
    return [
        thread.id for thread in cache.threads(ids) if thread.status in statuses and key_of(thread, view.sort) <= last
    ]


def group_counts(
    cache: Cache, view: View, me: PersonId, bounds: GroupBounds, now: datetime | None = None
) -> dict[Group, int]:
    """How many threads stand under each head of the triage order, exact up to 10,000."""
    found = section_counts(
        cache, replace(view, sort=Sort.TRIAGE), me, Sections.of(Sort.TRIAGE, bounds, bounds.now), now
    )
    return {group: found[group] for group in Group}


def section_counts(
    cache: Cache, view: View, me: PersonId, sections: Sections | OneSection, now: datetime | None = None
) -> dict[Heading, int]:
    """How many threads stand in each section of the view's order, exact up to 10,000."""
    ranges = _ranges(cache, view, me, now)
    found: dict[Heading, int] = {}
    if any(one.order.startswith("+") for one in ranges):
        return _counted(cache, ranges, sections)
    for heading, low, high in sections.spans():
        number = sum(cache.ask(*_count(one, low, high, is_whole=not sections.edges))[0][0] for one in ranges)
        found[heading] = min(number, COUNT_AT_MOST)
    return found


def _counted(cache: Cache, ranges: Sequence[_Range], sections: Sections | OneSection) -> dict[Heading, int]:
    """The few threads of a small view, each looked at once, by section."""
    values = [
        value
        for one in ranges
        for (value,) in cache.ask(f"SELECT {one.order[1:]} FROM {one.source} LIMIT ?", (*one.words, SMALL))  # noqa: S608 - own words
    ]
    if not sections.edges:
        return {heading: len(values) for heading, _, _ in sections.spans()}
    return {heading: sum(low <= value < high for value in values) for heading, low, high in sections.spans()}


def ahead_of_time(cache: Cache, view: View, me: PersonId, now: datetime) -> int:
    """How many threads of a view stand with what is overdue and are not: they were moved up so far."""
    low, high = to_ms(now) - MOST_MOVED_MS, to_ms(now)
    found = 0
    for one in _ranges(cache, replace(view, sort=Sort.TRIAGE), me, now):
        order = _names(one.source, one.order)["o"]
        statement = f"SELECT count(*) FROM {one.source} AND {order} >= ? AND {order} < ? AND t.due_at >= ?"  # noqa: S608 - own words
        found += cache.ask(statement, (*one.words, low, high, high))[0][0]
    return min(found, COUNT_AT_MOST)


def next_due(cache: Cache, view: View, me: PersonId, now: datetime) -> Thread | None:
    """The first thread of a view that is not late yet."""
    found = queue_page(cache, replace(view, sort=Sort.TRIAGE), me, Key(to_ms(now), 0), 1).rows
    return found[0] if found and found[0].due_at else None


def _page(one: _Range, after: Key | None, limit: int, end: Key | None, *, is_down: bool) -> tuple[str, tuple[Any, ...]]:
    """The statement of one page of a range, no further than `end`."""
    statement = _page_words(
        one.source, one.order, is_down=is_down, is_first=_is_first(one, after), is_whole=end is None
    )
    until = () if end is None else _key_words(end, is_down=is_down)
    return statement, (*one.words, *_place(one, after, is_down=is_down), *until, limit)


def _is_first(one: _Range, after: Key | None) -> bool:
    return after is None and bool(one.order)


def _place(one: _Range, after: Key | None, *, is_down: bool) -> tuple[Any, ...]:
    """The values that say where a page begins."""
    if after is not None:
        return _key_words(after, is_down=is_down)
    return () if one.order else (-BEYOND, -BEYOND, 0)


def _key_words(key: Key, *, is_down: bool) -> tuple[Any, ...]:
    """A place as values. Downwards keys are the other way round, so that smaller is further up."""
    if is_down:
        assert isinstance(key.order_at, int)
        return -key.order_at, -key.order_at, -key.id
    return key.order_at, key.order_at, key.id


@kept
def _page_words(source: str, order: str, *, is_down: bool, is_first: bool, is_whole: bool) -> str:
    # A row value comparison would be shorter, but SQLite then uses only the first column of the index.
    names = _names(source, order)
    further, nearer, way = ("<", ">", " DESC") if is_down else (">", "<", "")
    onward = "" if is_first else " AND {o} {f}= ? AND ({o} {f} ? OR {i} {f} ?)"
    until = "" if is_whole else " AND {o} {n}= ? AND ({o} {n} ? OR {i} {n}= ?)"
    statement = f"SELECT t.* FROM {source}{onward}{until} ORDER BY {{o}}{{w}}, {{i}}{{w}} LIMIT ?"  # noqa: S608 - own words
    return statement.format(**names, f=further, n=nearer, w=way)


@kept
def _end_words(stretch: str, order: str, *, is_down: bool, is_first: bool) -> str:
    """The statement that finds the place so many threads further on, by the index alone."""
    names = _names(stretch, order)
    further, way = ("<", " DESC") if is_down else (">", "")
    onward = "" if is_first else " AND {o} {f}= ? AND ({o} {f} ? OR {i} {f} ?)"
    statement = f"SELECT {{o}}, {{i}} FROM {stretch}{onward} ORDER BY {{o}}{{w}}, {{i}}{{w}} LIMIT 1 OFFSET ?"  # noqa: S608 - own words
    return statement.format(**names, f=further, w=way).replace(_ITS_THREAD, "")


def _count(one: _Range, low: int, high: int, *, is_whole: bool) -> tuple[str, tuple[Any, ...]]:
    edges = () if is_whole else (low, high)
    return _count_words(one.source, one.order, is_whole=is_whole), (*one.words, *edges, COUNT_AT_MOST)


@kept
def _count_words(source: str, order: str, *, is_whole: bool) -> str:
    within = "" if is_whole else " AND {o} >= ? AND {o} < ?".format(**_names(source, order))
    return f"SELECT count(*) FROM (SELECT 1 FROM {source}{within} LIMIT ?)"  # noqa: S608 - own words


def _names(source: str, order: str) -> dict[str, str]:
    if order:
        return {"o": order, "i": "t.id"}
    return {"o": "l.order_at", "i": "l.thread_id"} if " l CROSS JOIN " in source else {"o": "t.order_at", "i": "t.id"}


def _ranges(cache: Cache, view: View, me: PersonId, now: datetime | None, looks_at: int | None = None) -> list[_Range]:
    ranges = _in_triage(cache, view, me, now)
    if view.sort is Sort.TRIAGE:
        return ranges
    order = expression(view.sort)
    narrow = all(one.stretch != _EVERY or one.rest for one in ranges)
    if narrow and _are_few(cache, ranges, looks_at):
        # The plus keeps SQLite from going along the order instead of the few.
        return [replace(one, order=f"+{order}") for one in ranges]
    every = _EVERY.replace("thread t", f"thread t INDEXED BY {INDEXES[view.sort]}")
    words = [words for _, words in queue_where.conditions(view.filter, me, now)]
    rest = "".join(f" AND ({one})" for one, _ in words)
    values = tuple(value for _, some in words for value in some)
    return [_Range(every, (status.value,), order, rest, values) for status in sorted(view.filter.statuses)]


def _are_few(cache: Cache, ranges: Sequence[_Range], looks_at: int | None) -> bool:
    left = SMALL
    for one in ranges:
        if looks_at is not None and one.rest:
            bounded = f"SELECT count(*) FROM (SELECT 1 FROM {one.stretch.replace(_ITS_THREAD, '')} LIMIT ?)"  # noqa: S608 - own words
            if cache.ask(bounded, (*one.given, looks_at))[0][0] == looks_at:
                return False  # to know it they all would be looked through
        left -= cache.ask(f"SELECT count(*) FROM (SELECT 1 FROM {one.source} LIMIT ?)", (*one.words, left))[0][0]  # noqa: S608 - own words
        if left <= 0:
            return False
    return True


def _in_triage(cache: Cache, view: View, me: PersonId, now: datetime | None) -> list[_Range]:
    statuses = sorted(view.filter.statuses)
    if is_listed(cache, view):
        rest, values = "", ()
        if view.filter.depends_on_time and view.filter.where is not None:
            # What is listed may fit at some moment: whether it does now is asked of each.
            words, values = queue_where.condition(view.filter.where, me, now)
            rest = f" AND ({words})"
        saved = view.id.split("/")[0]
        return [_Range(_LISTED, (saved, status.value), "", rest, values) for status in statuses]
    return [one for status in statuses for one in _of_status(view.filter, status, me, now)]


def is_listed(cache: Cache, view: View) -> bool:
    """Whether `view_thread` lists what this view takes: it is saved, and as it is asked for."""
    if view.is_built_in:
        return False
    found = cache.ask("SELECT filter FROM view WHERE id = ?", (view.id.split("/")[0],))
    statuses = view.filter.statuses
    return bool(found) and replace(rows.to_filter(found[0][0]), statuses=statuses) == view.filter


def _of_status(filter_: Filter, status: Status, me: PersonId, now: datetime | None) -> Iterator[_Range]:
    """The ranges of one status: by the narrowest of what the filter names, the rest as conditions on their rows."""
    rest = dict(queue_where.conditions(filter_, me, now))
    source: str = _EVERY
    ways: list[tuple[Any, ...]] = [()]
    if filter_.tags:
        yield from _of_tags(filter_, status, rest)
        return
    if filter_.people and len(filter_.people) <= _MOST_RANGES:
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
    named = next((name for name in _NARROW if _narrows(filter_, name)), "")
    narrowed: tuple[Any, ...] = ()
    if source == _EVERY and named:
        # An index that holds only some threads serves who asks for these: that is a part of the stretch.
        condition, narrowed = rest.pop(named)
        source = source.replace("thread t", f"thread t INDEXED BY {_NARROW[named]}") + f" AND {condition}"
    conditions = "".join(f" AND ({words})" for words, _ in rest.values())
    values = tuple(value for _, some in rest.values() for value in some)
    for way in ways:
        yield _Range(source, (*way, status.value, *narrowed), "", conditions, values)


def _narrows(filter_: Filter, name: str) -> bool:
    """Whether a part of a filter asks for what an index of its own holds."""
    match name:
        case "whose":
            return filter_.whose is not Whose.ANYBODY
        case "vip":
            return filter_.vip is True
        case "shielded":
            return filter_.shielded is True
        case _:
            return filter_.mentions_me is True


def _of_tags(filter_: Filter, status: Status, rest: dict[str, queue_where.Words]) -> Iterator[_Range]:
    """A range for each tag; a thread with several of them stands in the first, so that it is counted once."""
    del rest["tags"]
    conditions = "".join(f" AND ({words})" for words, _ in rest.values())
    values = tuple(value for _, some in rest.values() for value in some)
    before: list[str] = []
    for tag in sorted(filter_.tags):
        words, given = queue_where.tagged(before) if before else ("", ())
        rest_of = f" AND NOT ({words}){conditions}" if before else conditions
        yield _Range(_TAGGED, (tag, status.value), "", rest_of, (*given, *values))
        before.append(tag)


def _once(found: Iterable[Any]) -> Iterator[Any]:
    last = None
    for row in found:
        if row[0] != last:
            last = row[0]
            yield row
