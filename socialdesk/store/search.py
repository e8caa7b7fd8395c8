"""Search over everything cached: gets what was understood of what a person typed, gives threads page by page.

However many messages match, a page looks at the newest few hundred of them and ranks these: the index gives them in
that order without sorting, so that a common word costs as much among a million as among ten thousand.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from socialdesk.model.identifiers import MessageId, PersonId
from socialdesk.model.search import Condition, Query, Term, Trouble, understand
from socialdesk.model.snippet import matches, snippet
from socialdesk.model.thread import Thread
from socialdesk.model.words import matching
from socialdesk.store import rows
from socialdesk.store.cache import Cache
from socialdesk.store.conversation import Mark
from socialdesk.support.clock import from_ms, to_ms

_WINDOW = 200
_MOST_WINDOWS = 10
"""How far one page looks for what fits its conditions; the next page goes on from there."""
_END = 2**62
_IDS = "SELECT rowid FROM message_fts WHERE message_fts MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"
_SAID = (
    "SELECT m.id, m.text, m.created_at, m.thread_id FROM message m"
    " WHERE m.id IN (SELECT value FROM json_each(?)) AND m.deleted_at IS NULL AND m.state != 'canceled'"
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
    " CROSS JOIN thread t ON t.contact_id = coalesce(p.merged_into, p.id) AND t.id < ? WHERE 1"
)
_TAGGED = "SELECT t.* FROM thread_tag l CROSS JOIN thread t ON t.id = l.thread_id AND t.id < ? WHERE l.tag = ?"
_NEWEST = "SELECT t.* FROM thread t WHERE t.id < ? AND t.id >= ?"
_SAYING = (
    "SELECT j.value FROM json_each(?) j WHERE EXISTS"
    " (SELECT 1 FROM message m WHERE m.thread_id = j.value AND m.deleted_at IS NULL AND m.state != 'canceled'"
    " AND EXISTS (SELECT 1 FROM message_fts WHERE message_fts MATCH ? AND rowid = m.id))"
    " OR EXISTS (SELECT 1 FROM note n WHERE n.thread_id = j.value AND EXISTS"
    " (SELECT 1 FROM note_fts WHERE note_fts MATCH ? AND rowid = n.id))"
)
"""Which of some threads say what is to be left out: asked of a page of them, never of the whole index."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found, where the next one goes on (None at the end), and what could not be used."""

    hits: tuple[Hit, ...]
    trouble: Trouble | None = None
    next: int | None = None

    @property
    def sentence(self) -> str:
        """What could not be used, in English; empty where all was."""
        return self.trouble.sentence if self.trouble is not None else ""


def search(
    cache: Cache, typed: str, now: datetime, *, after: int | None = None, limit: int = 50, newest_first: bool = False
) -> Found:
    """The threads that fit, each once with its best message. `after` is where the last page ended.

    `now` is in the reader's own zone. Whatever is typed, nothing is raised but what is wrong with the file.
    """
    query = understand(typed, now)
    if not query:
        return Found((), query.trouble)
    me = PersonId(next((person.id for person in cache.people() if person.is_me), 0))
    if not query.match:
        return _by_conditions(cache, query, me, after, limit)
    fits = _Fits.of(query.conditions, me)
    best: dict[int, Hit] = {}
    beside: list[_Candidate] = []
    if after is None:
        beside = [_Candidate(*row, is_note=True) for row in cache.ask(*fits.asked(_NOTES, (query.match,)))]
        if not newest_first:
            best.update(
                (thread.id, Hit(thread, *snippet(thread.preview, query.terms)))
                for thread in _called(cache, query, fits)
            )
    start: int | None = _END if after is None else after
    for _ in range(_MOST_WINDOWS):
        if start is None or len(best) >= limit:
            break
        ids = [row[0] for row in cache.ask(_IDS, (query.match, start, _WINDOW))]
        start = ids[-1] if len(ids) == _WINDOW else None
        said = [_Candidate(*row) for row in cache.ask(*fits.said(_SAID, (json.dumps(ids),)))]
        found = [*beside, *said]
        beside = []
        if newest_first:
            found.sort(key=lambda one: (one.at, one.id), reverse=True)
        else:
            found.sort(key=lambda one: -_score(one.text, query.terms))
        first: dict[int, _Candidate] = {}
        for one in found:
            if one.thread not in best:
                first.setdefault(one.thread, one)
        # The best threads are read first; as many again only when some of them do not fit.
        wanted = list(first)
        for place in range(0, len(wanted), limit):
            some = wanted[place : place + limit]
            there = {row[0]: row for row in cache.ask(*fits.asked(_THREADS, (json.dumps(some),)))}
            for id_ in some:
                if id_ in there:
                    one = first[id_]
                    said = None if one.is_note else Mark(from_ms(one.at), MessageId(one.id))
                    best[id_] = Hit(
                        rows.to_thread(there[id_]), *snippet(one.text, query.terms), one.is_note, said, query.terms
                    )
            if len(best) >= limit:
                break
    return Found(tuple(best.values()), query.trouble, start)


def _by_conditions(cache: Cache, query: Query, me: PersonId, after: int | None, limit: int) -> Found:
    """Threads by operators alone, the newest first, along what narrows most."""
    fits = _Fits.of(query.conditions, me)
    tag = next((one for one in query.conditions if one.operator == "tag" and not one.is_not), None)
    who = next((one for one in query.conditions if one.operator == "from" and not one.is_not), None)
    start = _END if after is None else after
    order = f" ORDER BY t.id DESC LIMIT {limit}"
    if who is not None:
        statement, values = fits.asked(_OF_CONTACTS, (matching(who.value, is_beginning=True), start))
        found = cache.ask(statement + order, values)
    elif tag is not None:
        statement, values = fits.asked(_TAGGED, (start, _spelt(cache, tag.value)))
        found = cache.ask(statement + order, values)
    else:
        found, start = _newest(cache, fits, start, limit, order)
        return _listed(_without(cache, found, query), query, start)
    following = found[-1][0] if len(found) == limit else None
    return _listed(_without(cache, found, query), query, following)


def _without(cache: Cache, found: list[Any], query: Query) -> list[Any]:
    """Those of some threads that do not say what is to be left out."""
    if not query.without or not found:
        return found
    ids = json.dumps([row[0] for row in found])
    saying = {row[0] for row in cache.ask(_SAYING, (ids, query.without, query.without))}
    return [row for row in found if row[0] not in saying]


def _newest(cache: Cache, fits: _Fits, start: int, limit: int, order: str) -> tuple[list[Any], int | None]:
    """Threads in the order they came, the newest first, a bounded number of them looked at."""
    top = min(start, (cache.ask("SELECT max(id) FROM thread")[0][0] or 0) + 1)
    found: list[Any] = []
    for _ in range(_MOST_WINDOWS):
        low = max(0, top - _WINDOW * 2)
        statement, values = fits.asked(_NEWEST, (top, low))
        found += cache.ask(statement + order, values)
        if len(found) >= limit:
            return found[:limit], found[limit - 1][0]
        top = low
        if not top:
            return found, None
    return found, top


def _listed(found: list[Any], query: Query, start: int | None) -> Found:
    threads = [rows.to_thread(row) for row in found]
    return Found(tuple(Hit(thread, *snippet(thread.preview, ())) for thread in threads), query.trouble, start)


def _called(cache: Cache, query: Query, fits: _Fits) -> list[Thread]:
    """A few threads of people who are called like this, where the words can be a name."""
    if " NOT " in query.match or any(one.operator in {"before", "after", "has"} for one in query.conditions):
        return []
    statement, values = fits.asked(_OF_CONTACTS, (query.match, _END))
    return [rows.to_thread(row) for row in cache.ask(f"{statement} AND t.shield = '' LIMIT 5", values)]


def _score(text: str, terms: Sequence[Term]) -> float:
    """How well a text fits: the words often, in few others. All of them are in it, so how rare each is says nothing."""
    small = text[:4_000].casefold()
    often = sum(min(small.count(term.word), 3) for term in terms)
    return (1 + often) / (40 + len(small))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A message or note with the words, before its thread is read."""

    id: int
    text: str
    at: int
    thread: int
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class _Fits:
    """The conditions in SQL: on a thread `t`, and on a message `m` where words were asked for as well."""

    thread: str
    thread_values: tuple[Any, ...]
    message: str
    message_values: tuple[Any, ...]

    @classmethod
    def of(cls, conditions: Sequence[Condition], me: PersonId) -> _Fits:
        parts: dict[str, list[str]] = {"t": [], "m": []}
        values: dict[str, list[Any]] = {"t": [], "m": []}
        for condition in conditions:
            on, sql, some = _condition(condition, me)
            parts[on].append(f" AND NOT ({sql})" if condition.is_not else f" AND {sql}")
            values[on] += some
        return cls("".join(parts["t"]), tuple(values["t"]), "".join(parts["m"]), tuple(values["m"]))

    def said(self, statement: str, values: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]]:
        """A statement about messages, with what must hold of these."""
        return statement + self.message, (*values, *self.message_values)

    def asked(self, statement: str, values: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]]:
        """A statement about threads, with what must hold of these; alone, a thread stands for its messages."""
        if statement == _THREADS:
            return statement + self.thread, (*values, *self.thread_values)
        said = self.message.replace("m.created_at", "coalesce(t.last_in_at, t.created_at)")
        said = said.replace("m.attachments != '[]'", "t.attachments > 0")
        return statement + self.thread + said, (*values, *self.thread_values, *self.message_values)


def _condition(condition: Condition, me: PersonId) -> tuple[str, str, list[Any]]:
    """What one condition is about (t or m), and how it is said."""
    value = condition.value
    match condition.operator:
        case "from":
            among = (
                "SELECT coalesce(p.merged_into, p.id) FROM (SELECT rowid AS id FROM contact_fts"
                " WHERE contact_fts MATCH ? LIMIT 500) f CROSS JOIN contact p ON p.id = f.id"
            )
            return "t", f"t.contact_id IN ({among})", [matching(value, is_beginning=True)]
        case "channel":
            fits = "instr(lower(name || ' ' || handle || ' ' || platform || ' ' || mark), lower(?))"
            return "t", f"t.channel_id IN (SELECT id FROM channel WHERE {fits})", [value]  # noqa: S608 - own words
        case "tag":
            return "t", "EXISTS (SELECT 1 FROM json_each(t.tags) j WHERE lower(j.value) = lower(?))", [value]
        case "lang":
            return "t", "t.language = ?", [value]
        case "kind":
            return "t", "t.kind = ?", [value]
        case "has" if value == "note":
            return "t", "EXISTS (SELECT 1 FROM note x WHERE x.thread_id = t.id)", []
        case "has":
            return "m", "m.attachments != '[]'", []
        case "is":
            return "t", *_standing(value, me)
        case "before" | "after":
            assert condition.at is not None
            sign = "<" if condition.operator == "before" else ">="
            return "m", f"m.created_at {sign} ?", [to_ms(condition.at)]


def _standing(value: str, me: PersonId) -> tuple[str, list[Any]]:
    match value:
        case "unread":
            return "t.unread > 0", []
        case "vip":
            return "t.is_vip = 1", []
        case "mine":
            return "t.assignee_id = ?", [me]
        case _:
            return "t.status = ?", [value]


def _spelt(cache: Cache, tag: str) -> str:
    """A tag as the team writes it."""
    small = tag.casefold()
    return next((one for one in cache.tags() if one.casefold() == small), tag)
