"""Gives what many people ask at once: stories with the threads that wait, those that must be seen alone left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from socialdesk.model.story import LEAST, folds, may_fold
from socialdesk.model.thread import Thread
from socialdesk.store import rows
from socialdesk.store.cache import Cache
from socialdesk.support.clock import from_ms
from socialdesk.support.values import value_class

_TOLD = (
    "SELECT m.story, m.said_at, t.* FROM story_member m CROSS JOIN thread t ON t.id = m.thread_id"
    " WHERE m.story IN (SELECT story FROM story_member GROUP BY story HAVING count(*) >= :least)"
    " AND t.status = 'open' AND t.waiting_since_at IS NOT NULL ORDER BY m.story, m.thread_id"
)


@value_class(frozen=True, slots=True)
class Story:
    """Some threads that can be answered with one text, in the order of the queue."""

    id: int
    """The same as long as anybody tells it; stories that turn out to be one keep the smallest.

    Below nothing for the comments of one post that say nothing in words.
    """
    threads: tuple[Thread, ...]

    @property
    def is_quiet(self) -> bool:
        """Whether these only name friends or smile, below one post."""
        return self.id < 0

    @property
    def people(self) -> int:
        """How many people tell it; somebody who wrote twice counts once."""
        return len({_person(thread) for thread in self.threads})


def stories(cache: Cache, now: datetime) -> list[Story]:
    """Every story that is folded now, the one with the most people first."""
    told = cache.ask(_TOLD, {"least": LEAST})
    found: list[Story] = []
    for id_, members in groupby(told, key=itemgetter(0)):
        kept = list(_kept(members, now))
        # Who tags a friend is no wave: below one post they are one row whenever they come.
        is_many = id_ < 0 and len({_person(thread) for thread, _ in kept}) >= LEAST
        if is_many or folds([(_person(thread), said) for thread, said in kept]):
            in_order = sorted((thread for thread, _ in kept), key=lambda one: (rows.order_at(one), one.id))
            found.append(Story(id_, tuple(in_order)))
    return sorted(found, key=lambda story: (-story.people, story.id))


def _kept(members: Iterator[tuple[int, ...]], now: datetime) -> Iterator[tuple[Thread, datetime]]:
    for row in members:
        thread = rows.to_thread(row[2:])
        if may_fold(thread, now):
            yield thread, from_ms(row[1])


def _person(thread: Thread) -> int:
    """Threads whose contact is not known are of one person each."""
    return thread.contact_id if thread.contact_id is not None else -thread.id
