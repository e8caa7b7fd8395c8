"""Keeps how what is pending here moves the counters: per thread, so that thousands cost once and not at each look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from socialdesk.desktop.bridge.submit import Submit
from socialdesk.model.identifiers import PersonId, ThreadId
from socialdesk.model.thread import Thread
from socialdesk.model.view import BUILT_IN, View, counter_changes, counters_of
from socialdesk.store.cache import Cache
from socialdesk.support.values import value_class


@value_class(frozen=True, slots=True)
class Moved:
    """A thread as the file has it and as it looks here, and what that does to the counters."""

    before: Thread
    after: Thread
    counters: Mapping[str, int]


def moved(before: Thread, after: Thread, views: Iterable[View], me: PersonId) -> Moved:
    """What a thread's change does to the counters of `views`."""
    known = tuple(views)
    return Moved(before, after, counter_changes(counters_of(before, known, me), counters_of(after, known, me)))


class Overlay:
    """What is pending, as differences to the file."""

    def __init__(
        self, cache: Cache, submit: Submit, me: Callable[[], PersonId], views: Callable[[], Iterable[View]]
    ) -> None:
        self._cache = cache
        self._submit = submit
        self._me = me
        self._views = views
        self._of: dict[ThreadId, Moved] = {}
        self._sum: dict[str, int] = {}
        self._stale: set[ThreadId] = set(submit.touched())
        self._just_put: frozenset[ThreadId] = frozenset()

    def spoil(self, threads: Iterable[ThreadId]) -> None:
        """These threads are otherwise than they were, here or in the file."""
        self._stale.update(threads)

    def on_given(self, threads: Iterable[ThreadId]) -> None:
        """Commands were given for these threads."""
        self._stale.update(id_ for id_ in threads if id_ not in self._just_put)
        self._just_put = frozenset()

    def spoil_all(self) -> None:
        """Nothing that is kept is known to hold any more."""
        self._stale.update(self._of, self._submit.touched())

    def put(self, known: Mapping[ThreadId, Moved]) -> None:
        """Take what was worked out elsewhere of commands that are told of next.

        What changed meanwhile stays spoiled and is read again.
        """
        for id_, one in known.items():
            self._drop(id_)
            self._add(id_, one)
        self._just_put = frozenset(known)

    def counters(self) -> Mapping[str, int]:
        """By how much each counter stands otherwise than in the file."""
        self._freshen()
        return self._sum

    def threads(self) -> Iterable[Moved]:
        """Every thread with something pending."""
        self._freshen()
        return self._of.values()

    def _freshen(self) -> None:
        if not self._stale:
            return
        stale, self._stale = self._stale, set()
        for id_ in stale:
            self._drop(id_)
        wanted = [id_ for id_ in stale if self._submit.pending_of(id_)]
        if not wanted:
            return
        views, me = (*BUILT_IN, *self._views()), self._me()
        for thread in self._cache.threads(wanted):
            self._add(thread.id, moved(thread, self._submit.folded(thread), views, me))

    def _add(self, id_: ThreadId, one: Moved) -> None:
        self._of[id_] = one
        for key, by in one.counters.items():
            self._sum[key] = self._sum.get(key, 0) + by

    def _drop(self, id_: ThreadId) -> None:
        old = self._of.pop(id_, None)
        if old is not None:
            for key, by in old.counters.items():
                self._sum[key] -= by
