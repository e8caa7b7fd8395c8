"""Gives what each order of the queue sorts by, in SQL and for a thread in hand, and the edges between its sections."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from datetime import datetime, timedelta

from socialdesk.model.sorting import STARS, Heading, Section, Sort
from socialdesk.model.thread import Thread
from socialdesk.model.triage import Group, GroupBounds
from socialdesk.store import rows
from socialdesk.support.clock import to_ms
from socialdesk.support.values import value_class

BEYOND = 2**62
"""Before and after everything there is, as a number to sort by."""
_STAR = 10**17
"""Between the orders of two numbers of stars; far more than any `order_at`."""
_PLAIN = {"à": "a", "â": "a", "ä": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i", "ï": "i", "ô": "o",
          "ö": "o", "ù": "u", "û": "u", "ü": "u", "É": "e", "È": "e", "Ç": "c", "À": "a", "Ö": "o"}  # fmt: skip
"""What a name is sorted without. SQLite knows only the capitals of English; these are what names here begin with."""
_ASCII = {ord(big): big.lower() for big in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_AS_PLAIN = str.maketrans(_PLAIN) | _ASCII


def _name(column: str) -> str:
    for letter, plain in _PLAIN.items():
        column = f"replace({column}, '{letter}', '{plain}')"
    return f"lower({column})"


_EXPRESSIONS = {
    Sort.TRIAGE: "{t}order_at",
    Sort.NEWEST: "max({t}created_at, coalesce({t}last_in_at, 0), coalesce({t}last_out_at, 0))",
    Sort.STARS: f"(coalesce({{t}}stars, 6) * {_STAR} + {{t}}order_at)",
    Sort.NAME: _name("{t}contact_name"),
}
_EXPRESSIONS[Sort.OLDEST] = _EXPRESSIONS[Sort.NEWEST]
INDEXES = {Sort.NEWEST: "thread_said", Sort.OLDEST: "thread_said", Sort.STARS: "thread_stars", Sort.NAME: "thread_name"}
"""The index along which a sort is read. Each begins with the status."""


def expression(sort: Sort, table: str = "t.") -> str:
    """What a sort goes by, as the indexes have it word for word."""
    return _EXPRESSIONS[sort].format(t=table)


@value_class(frozen=True, slots=True, order=True)
class Key:
    """Where a page ended: what its last thread sorts by, and its id. Smaller is further up, whatever the order."""

    order_at: int | str
    id: int


def key_of(thread: Thread, sort: Sort = Sort.TRIAGE) -> Key:
    """The key of a thread's own place."""
    if sort is Sort.NEWEST:
        return Key(-to_ms(thread.last_at), -thread.id)
    return Key(value_of(thread, sort), thread.id)


def value_of(thread: Thread, sort: Sort) -> int | str:
    """What a thread sorts by, as `expression` computes it."""
    match sort:
        case Sort.TRIAGE:
            return rows.order_at(thread)
        case Sort.NEWEST | Sort.OLDEST:
            return to_ms(thread.last_at)
        case Sort.STARS:
            return (6 if thread.stars is None else thread.stars) * _STAR + rows.order_at(thread)
        case Sort.NAME:
            return thread.contact_name.translate(_AS_PLAIN)


@value_class(frozen=True, slots=True)
class Sections:
    """The sections of an order at one moment, from the top down, and what each begins or ends with."""

    sort: Sort
    headings: tuple[Heading, ...]
    edges: tuple[int, ...]
    """One fewer than there are headings: where the next begins. They fall where the newest is on top."""

    @classmethod
    def of(cls, sort: Sort, bounds: GroupBounds, today: datetime) -> Sections:
        """`today` is when the day began where the reader is."""
        match sort:
            case Sort.TRIAGE:
                edges = (*(to_ms(moment) for moment in (bounds.now, bounds.hour, bounds.midnight)), rows.UNPROMISED)
                return cls(sort, tuple(Group), edges)
            case Sort.NEWEST | Sort.OLDEST:
                days = (Section.OLDER, Section.LAST_DAYS, Section.YESTERDAY, Section.TODAY)
                starts = tuple(to_ms(today - timedelta(days=days_ago)) for days_ago in (6, 1, 0))
                if sort is Sort.NEWEST:
                    return cls(sort, days[::-1], starts[::-1])
                return cls(sort, days, starts)
            case Sort.STARS:
                return cls(sort, (*STARS, Section.NO_REVIEW), tuple(_STAR * stars for stars in range(2, 7)))
            case Sort.NAME:
                return cls(sort, (Section.ALL,), ())

    def of_thread(self, thread: Thread) -> Heading:
        """The section of a thread."""
        if not self.edges:
            return self.headings[0]
        value = value_of(thread, self.sort)
        assert isinstance(value, int)
        if self.sort is Sort.NEWEST:
            return self.headings[bisect.bisect_left([-edge for edge in self.edges], -value)]
        return self.headings[bisect.bisect_right(self.edges, value)]

    def only(self, heading: Heading) -> OneSection:
        """One of the sections, to be counted alone."""
        return OneSection(next(span for span in self.spans() if span[0] is heading))

    def spans(self) -> Sequence[tuple[Heading, int, int]]:
        """Each section with the smallest value in it and the smallest that is beyond it."""
        if self.sort is Sort.NEWEST:
            lows, highs = [*self.edges, -BEYOND], [BEYOND, *self.edges]
        else:
            lows, highs = [-BEYOND, *self.edges], [*self.edges, BEYOND]
        return list(zip(self.headings, lows, highs, strict=True))


@value_class(frozen=True, slots=True)
class OneSection:
    """A section that is counted alone."""

    span: tuple[Heading, int, int]
    edges: tuple[int, ...] = (0,)

    def spans(self) -> Sequence[tuple[Heading, int, int]]:
        """Its one heading with where it begins and ends."""
        return [self.span]
