"""Search over everything cached: gets what was understood of what a person typed, gives threads page by page.

However many messages match, a page looks at a stretch of the newest that fit and ranks these: the index gives them in
that order without sorting, so that a common word costs as much among a million as among ten thousand. The pages go
through a stretch from its best thread to its last and then on to the one before, so that all that fits is shown.

Where a condition has few threads, only their messages are looked for among what has the words.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeAlias

from socialdesk.model.identifiers import MessageId
from socialdesk.model.search import Query, Term, Trouble, scores, understand
from socialdesk.model.snippet import matches, snippet
from socialdesk.model.thread import Thread
from socialdesk.store import rows, search_where
from socialdesk.store.cache import Cache
from socialdesk.store.conversation import Mark
from socialdesk.store.search_where import Fits, Words
from socialdesk.support.clock import from_ms
from socialdesk.support.values import value_class

_STRETCH = 200
"""So many messages that fit are ranked together."""
_MOST_STRETCHES = 10
_LOOKED_AT = 2_000
"""So many messages with the words one stretch looks at for what fits its conditions; the next page goes on there."""
_PASSED_OVER = 50_000
"""The same where it is known beforehand which messages can fit: no other is read."""
_END = 2**62
_SAID = (
    "WITH f AS MATERIALIZED"
    " (SELECT rowid AS id FROM message_fts WHERE message_fts MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?)"
    " SELECT count(*), NULL, max(id), min(id) FROM f UNION ALL SELECT * FROM"
    " (SELECT m.id, m.text, m.created_at, m.thread_id FROM f CROSS JOIN message m ON m.id = f.id{of_thread}"
    " WHERE m.deleted_at IS NULL AND m.state != 'canceled'{conditions} LIMIT ?)"
)
"""How many of the newest messages with the words were looked at, from which to which; then those that fit, in order.

The words are looked up once: for several words that is the dearest of all.
"""
_OF_THREAD = " CROSS JOIN thread t ON t.id = m.thread_id AND t.shield = ''"
_AMONG_FEW = (
    " AND f.id IN (SELECT o.id FROM thread t CROSS JOIN message o ON o.thread_id = t.id"
    " WHERE t.id IN ({few}) AND t.shield = ''{conditions})"
)
_THREADS = "SELECT t.* FROM thread t WHERE t.id IN (SELECT value FROM json_each(?)) AND t.shield = ''"
_NOTES = (
    "SELECT n.id, n.text, n.created_at, n.thread_id FROM"
    " (SELECT rowid AS id FROM note_fts WHERE note_fts MATCH ? ORDER BY rowid DESC LIMIT 50) f"
    " CROSS JOIN note n ON n.id = f.id CROSS JOIN thread t ON t.id = n.thread_id WHERE t.shield = ''"
)
_OF_CONTACTS = (
    "SELECT t.* FROM"
    " (SELECT rowid AS id FROM contact_fts WHERE contact_fts MATCH ? LIMIT 50) f"
    " CROSS JOIN contact p ON p.id = f.id"
    " CROSS JOIN thread t ON t.contact_id = coalesce(p.merged_into, p.id) AND t.shield = ''"
)
_OF_FEW = "SELECT t.* FROM thread t WHERE t.id IN ({few}) AND t.id < ?"
_NEWEST = "SELECT t.* FROM thread t WHERE t.id < ? AND t.id >= ?"
_NEWEST_LOOKED_AT = 400
_SAYING = (
    "SELECT j.value FROM json_each(?) j WHERE EXISTS"
    " (SELECT 1 FROM message m WHERE m.thread_id = j.value AND m.deleted_at IS NULL AND m.state != 'canceled'"
    " AND EXISTS (SELECT 1 FROM message_fts WHERE message_fts MATCH ? AND rowid = m.id))"
    " OR EXISTS (SELECT 1 FROM note n WHERE n.thread_id = j.value AND EXISTS"
    " (SELECT 1 FROM note_fts WHERE note_fts MATCH ? AND rowid = n.id))"
)
"""Which of some threads say what is to be left out: asked of a page of them, never of the whole index."""
_Candidate: TypeAlias = tuple[int, str, int, int, bool]
"""A message or note with the words, before its thread is read: id, text, when, of which thread, whether a note."""


@value_class(frozen=True, slots=True)
class Hit:
    """A thread that fits. `lit` are the (start, length) stretches of `snippet` that matched."""

    thread: Thread
    snippet: str
    lit: tuple[tuple[int, int], ...]
    is_note: bool = False
    said: Mark | None = None
    """Where in the thread that was said; None for a note, a name, or a search by operators alone."""
    terms: tuple[Term, ...] = ()

    def lights(self, text: str) -> tuple[int, int] | None:
        """The (start, length) of the first word in a text that was looked for."""
        return next(matches(text, self.terms), None)


@value_class(frozen=True, slots=True)
class Onward:
    """Where the next page begins: below a number, and with words behind so many of the stretch's ranked threads."""

    below: int
    shown: int = 0
    is_first: bool = False
    """Whether that is the newest stretch, to which notes and names belong."""


@value_class(frozen=True, slots=True)
class Found:
    """A page of what was found, where the next one goes on (None at the end), and what could not be used."""

    hits: tuple[Hit, ...]
    trouble: Trouble | None = None
    next: Onward | None = None

    @property
    def sentence(self) -> str:
        """What could not be used, in English; empty where all was."""
        return self.trouble.sentence if self.trouble is not None else ""


def search(
    cache: Cache,
    typed: str,
    now: datetime,
    *,
    after: Onward | None = None,
    limit: int = 50,
    newest_first: bool = False,
) -> Found:
    """The threads that fit, each once on a page with its best message. `after` is where the last page ended.

    `now` is in the reader's own zone. Whatever is typed, nothing is raised but what is wrong with the file.
    """
    query = understand(typed, now)
    if not query:
        return Found((), query.trouble)
    if not query.match:
        return _by_conditions(cache, query, _END if after is None else after.below, limit)
    return _Looking(cache, query, newest_first=newest_first).page(after or Onward(_END, is_first=True), limit)


class _Looking:
    """One page of a search for words."""

    def __init__(self, cache: Cache, query: Query, *, newest_first: bool) -> None:
        self._cache = cache
        self._query = query
        self._newest_first = newest_first
        self._fits = fits = Fits.of(cache, query.conditions)
        few = search_where.start(cache, query.conditions)
        self._window, self._looks_at = (_STRETCH, _LOOKED_AT) if few is None else (_PASSED_OVER, _PASSED_OVER)
        said, values = fits.message, fits.message_values
        if few is not None:
            statement, given = few
            said += _AMONG_FEW.format(few=statement, conditions=fits.thread)
            values = (*values, *given, *fits.thread_values)
        elif fits.thread:
            said, values = fits.thread + said, (*fits.thread_values, *values)
        of_thread = _OF_THREAD if few is None and fits.thread else ""
        self._said, self._values = _SAID.format(of_thread=of_thread, conditions=said), values

    def page(self, at: Onward, limit: int) -> Found:
        """What comes next, the best first."""
        best: dict[int, Hit] = {}
        for _ in range(_MOST_STRETCHES):
            found, top, below = self._stretch(at.below)
            ranked, called = self._ranked(found, at)
            shown = at.shown
            while shown < len(ranked) and len(best) < limit:
                some = ranked[shown : shown + limit - len(best)]
                shown += len(some)
                best.update(self._hits([one for one in some if one[3] not in best], called))
            if shown < len(ranked):
                return self._found(best, Onward(top, shown, at.is_first))
            if below is None:
                return self._found(best, None)
            at = Onward(below)
            if len(best) >= limit or len(found) < _STRETCH:
                break
        return self._found(best, at)

    def _found(self, best: dict[int, Hit], onward: Onward | None) -> Found:
        return Found(tuple(best.values()), self._query.trouble, onward)

    def _stretch(self, below: int) -> tuple[list[Any], int, int | None]:
        """The newest messages below a number that fit, below which it began and below which there may be more."""
        found: list[Any] = []
        looked_at, top, window = 0, below, self._window
        while True:
            most = _STRETCH - len(found)
            begun = (self._query.match, below, window, *self._values, most)
            (number, _, first, last), *some = self._cache.ask(self._said, begun)
            if not looked_at and number:
                top = first + 1  # what comes in between two pages is not in the stretch they share
            found += some
            looked_at += number
            if len(some) == most:
                return found, top, some[-1][0]
            if number < window:
                return found, top, None
            below = last
            if looked_at >= self._looks_at:
                return found, top, below
            # As far as it should take to fill the stretch, if more fit no seldomer than so far.
            further = looked_at * (_STRETCH - len(found)) // max(1, len(found))
            window = min(max(further, _STRETCH), self._looks_at - looked_at)

    def _ranked(self, found: Sequence[Any], at: Onward) -> tuple[list[_Candidate], dict[int, Thread]]:
        """The best of each thread, the best first; with the newest stretch notes, and on top who is called so."""
        said: list[_Candidate] = [(*row, False) for row in found]
        called: dict[int, Thread] = {}
        if at.is_first:
            notes = self._cache.ask(_NOTES + self._fits.alone[0], (self._query.match, *self._fits.alone[1]))
            said = [*((*row, True) for row in notes), *said]
            if not self._newest_first:
                called = {thread.id: thread for thread in _called(self._cache, self._query, self._fits)}
        if self._newest_first:
            said.sort(key=lambda one: (one[2], one[0]), reverse=True)
        else:
            scored = scores([one[1] for one in said], self._query.terms)
            said = [said[place] for place in sorted(range(len(said)), key=scored.__getitem__, reverse=True)]
        first: dict[int, _Candidate] = {id_: (0, thread.preview, 0, id_, True) for id_, thread in called.items()}
        for one in said:
            first.setdefault(one[3], one)
        return list(first.values()), called

    def _hits(self, some: Sequence[_Candidate], called: dict[int, Thread]) -> dict[int, Hit]:
        """Those of some candidates whose thread is not kept out of sight, with what is shown of them."""
        terms = self._query.terms
        wanted = json.dumps([one[3] for one in some if one[3] not in called])
        there = {row[0]: row for row in self._cache.ask(_THREADS, (wanted,))} if wanted != "[]" else {}
        found: dict[int, Hit] = {}
        for id_, text, at, thread, is_note in some:
            if thread in called:
                found[thread] = Hit(called[thread], *snippet(text, terms))
            elif thread in there:
                said = None if is_note else Mark(from_ms(at), MessageId(id_))
                found[thread] = Hit(rows.to_thread(there[thread]), *snippet(text, terms), is_note, said, terms)
        return found


def _called(cache: Cache, query: Query, fits: Fits) -> list[Thread]:
    """A few threads of people who are called like this, where the words can be a name."""
    if " NOT " in query.match or any(one.operator in {"before", "after", "has"} for one in query.conditions):
        return []
    statement, values = fits.alone
    found = cache.ask(f"{_OF_CONTACTS} WHERE 1{statement} LIMIT 5", (query.match, *values))
    return [rows.to_thread(row) for row in found]


def _by_conditions(cache: Cache, query: Query, start: int, limit: int) -> Found:
    """Threads by operators alone, the newest first: of those of a condition that has few, or along the newest."""
    fits = Fits.of(cache, query.conditions).alone
    few = search_where.start(cache, query.conditions)
    onward: int | None
    if few is not None:
        statement = f"{_OF_FEW.format(few=few[0])}{fits[0]} ORDER BY t.id DESC LIMIT ?"
        found = cache.ask(statement, (*few[1], start, *fits[1], limit))
        onward = found[-1][0] if len(found) == limit else None
    else:
        found, onward = _newest(cache, fits, start, limit)
    threads = [rows.to_thread(row) for row in _without(cache, found, query)]
    hits = tuple(Hit(thread, *snippet(thread.preview, ())) for thread in threads)
    return Found(hits, query.trouble, None if onward is None else Onward(onward))


def _without(cache: Cache, found: list[Any], query: Query) -> list[Any]:
    """Those of some threads that do not say what is to be left out."""
    if not query.without or not found:
        return found
    ids = json.dumps([row[0] for row in found])
    saying = {row[0] for row in cache.ask(_SAYING, (ids, query.without, query.without))}
    return [row for row in found if row[0] not in saying]


def _newest(cache: Cache, fits: Words, start: int, limit: int) -> tuple[list[Any], int | None]:
    """Threads in the order they came, the newest first, a bounded number of them looked at."""
    top = min(start, (cache.ask("SELECT max(id) FROM thread")[0][0] or 0) + 1)
    found: list[Any] = []
    for _ in range(_MOST_STRETCHES):
        low = max(0, top - _NEWEST_LOOKED_AT)
        statement = f"{_NEWEST}{fits[0]} ORDER BY t.id DESC LIMIT ?"
        found += cache.ask(statement, (top, low, *fits[1], limit - len(found)))
        if len(found) >= limit:
            return found, found[-1][0]
        top = low
        if not top:
            return found, None
    return found, top
