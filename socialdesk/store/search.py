"""Search over everything cached: gets what a person typed, gives threads with the words that matched.

Words are blind to case and accents, the last one may be a beginning, "quotes" hold words together. Operators: `from:`
`channel:` `tag:` `lang:` `is:open|waiting|snoozed|done|unread`. Whatever is typed, nothing is raised.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex
from sqlalchemy import text

from socialdesk.model.thread import Thread
from socialdesk.store import rows, schema
from socialdesk.store.cache import Cache

_TERM = regex.compile(r'(?P<not>-)?(?:(?P<op>\p{L}+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_MARK_ON, _MARK_OFF = "\ue000", "\ue001"
_COLUMNS = ", ".join(f"t.{column.name}" for column in schema.thread.c)
_STATES = {"open", "waiting", "snoozed", "done", "unread"}


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood. `sentence` says what was not; `match` is for the index, empty for operators alone."""

    match: str
    conditions: tuple[tuple[str, str], ...]
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A thread that fits. `lit` are the (start, length) stretches of `snippet` that matched."""

    thread: Thread
    snippet: str
    lit: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search, and a sentence about what could not be used."""

    hits: tuple[Hit, ...]
    sentence: str = ""


def understand(typed: str) -> Query:
    """Read what was typed."""
    words: list[str] = []
    conditions: list[tuple[str, str]] = []
    sentence = ""
    terms = list(_TERM.finditer(typed))
    for place, term in enumerate(terms):
        operator = (term["op"] or "").casefold()
        value = term["phrase"] if term["phrase"] is not None else term["word"]
        if operator in {"from", "channel", "tag", "lang", "is"}:
            value = value.strip()
            if not value:
                sentence = f"Say what after {operator}:"
            elif operator == "is" and value.casefold() not in _STATES:
                sentence = "After is: stands open, waiting, snoozed, done or unread."
            else:
                conditions.append((operator, value))
            continue
        if operator:
            value = f"{term['op']} {value}"
        parts = [part for part in regex.split(r"[^\p{L}\p{N}\p{M}]+", value) if part]
        if not parts:
            continue
        last = place == len(terms) - 1 and term["phrase"] is None
        words.append('"' + " ".join(parts) + '"' + ("*" if last and len(parts[-1]) > 1 else ""))
    if not words and not conditions and not sentence and typed.strip():
        sentence = "Type a word to look for."
    return Query(" ".join(words), tuple(conditions), sentence)


def search(cache: Cache, typed: str, limit: int = 50, *, newest_first: bool = False) -> Found:
    """The threads that fit best, each once with its best message."""
    query = understand(typed)
    if not query.match and not query.conditions:
        return Found((), query.sentence)
    where = ["t.shield = ''"] if query.match else ["1"]
    values: dict[str, object] = {"match": query.match, "limit": limit * 4}
    for place, (operator, value) in enumerate(query.conditions):
        name = f"v{place}"
        values[name] = f"%{value}%" if operator in {"from", "channel"} else value
        where.append(_condition(operator, value, name))
    conditions = " AND ".join(where)
    order = "m.created_at DESC" if newest_first else "rank"
    if query.match:
        statement = (
            f"SELECT m.text, {_COLUMNS} FROM message_fts"  # noqa: S608 - own names
            " JOIN message m ON m.id = message_fts.rowid JOIN thread t ON t.id = m.thread_id"
            f" WHERE message_fts MATCH :match AND {conditions} AND m.deleted_at IS NULL ORDER BY {order} LIMIT :limit"
        )
    else:
        statement = f"SELECT t.preview, {_COLUMNS} FROM thread t WHERE {conditions} ORDER BY t.order_at LIMIT :limit"  # noqa: S608 - as above
    with cache.read() as db:
        found = db.execute(
            text(statement).bindparams(**{k: v for k, v in values.items() if f":{k}" in statement})
        ).all()
    hits: dict[int, Hit] = {}
    for row in found:
        thread = rows.to_thread(tuple(row)[1:])
        if thread.id not in hits:
            hits[thread.id] = Hit(thread, *_unmarked(row[0]))
    return Found(tuple(hits.values())[:limit], query.sentence)


def _condition(operator: str, value: str, name: str) -> str:
    match operator:
        case "from":
            return f"(t.contact_name LIKE :{name} OR t.contact_handle LIKE :{name})"
        case "channel":
            fits = f"name LIKE :{name} OR mark LIKE :{name} OR platform LIKE :{name}"
            return f"t.channel_id IN (SELECT id FROM channel WHERE {fits})"  # noqa: S608 - names of our own
        case "tag":
            return f"EXISTS (SELECT 1 FROM json_each(t.tags) WHERE lower(value) = lower(:{name}))"  # noqa: S608 - as above
        case "lang":
            return f"t.language = lower(:{name})"
        case _ if value.casefold() == "unread":
            return f"t.unread > 0 AND :{name} != ''"
        case _:
            return f"t.status = lower(:{name})"


def _unmarked(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    plain: list[str] = []
    lit: list[tuple[int, int]] = []
    start: int | None = None
    length = 0
    for letter in snippet:
        if letter == _MARK_ON:
            start = length
        elif letter == _MARK_OFF:
            # A message may hold these letters itself: an end without a start is no stretch.
            if start is not None:
                lit.append((start, length - start))
            start = None
        else:
            plain.append(" " if letter == "\n" else letter)
            length += 1
    return "".join(plain), tuple(lit)
