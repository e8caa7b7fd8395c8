"""One thread as a conversation: messages, notes and events in the order they happened, newest page first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from socialdesk.model.identifiers import MessageId, ThreadId
from socialdesk.model.message import Entry, Happening, Message
from socialdesk.store import rows
from socialdesk.store.cache import Cache
from socialdesk.support.clock import from_ms, to_ms

_END = 2**62
_MESSAGES = (
    "SELECT * FROM message WHERE thread_id = ? AND state != 'canceled'"
    # A row value comparison would be shorter, but SQLite then uses only the first column of the index.
    " AND created_at <= ? AND (created_at < ? OR id < ?) ORDER BY created_at DESC, id DESC LIMIT ?"
)
_ON = (
    "SELECT * FROM message WHERE thread_id = ? AND state != 'canceled'"
    " AND created_at >= ? AND (created_at > ? OR id >= ?) ORDER BY created_at, id LIMIT ?"
)
_UNREAD = (
    "SELECT created_at, id FROM message WHERE thread_id = ? AND direction = 'in' AND state != 'canceled'"
    " ORDER BY created_at DESC, id DESC LIMIT 1 OFFSET ?"
)
_FIRST_SINCE = (
    "SELECT created_at, id FROM message WHERE thread_id = ? AND state != 'canceled' AND created_at >= ?"
    " ORDER BY created_at, id LIMIT 1"
)
_LAST = (
    "SELECT created_at, id FROM message WHERE thread_id = ? AND state != 'canceled'"
    " ORDER BY created_at DESC, id DESC LIMIT 1"
)
MOST_UNREAD = 2_000
"""So far back the first unread message is looked for; who has more begins there."""
_NOTES = (
    "SELECT note.*, person.name FROM note LEFT JOIN person ON person.id = note.person_id"
    " WHERE note.thread_id = ? AND note.created_at >= ? AND note.created_at < ?"
)
_HAPPENINGS = (
    "SELECT happening.*, person.name FROM happening LEFT JOIN person ON person.id = happening.person_id"
    " WHERE happening.thread_id = ? AND happening.happened_at >= ? AND happening.happened_at < ?"
)


_HOMES = (
    "SELECT m.id, c.name, coalesce(g.kind, t.kind), coalesce(g.id, '') FROM message m"
    " JOIN channel c ON c.id = m.channel_id JOIN thread t ON t.id = m.thread_id"
    " LEFT JOIN merged_message f ON f.message_id = m.id LEFT JOIN thread_merge g ON g.id = f.merge_id"
    " WHERE m.id IN (SELECT value FROM json_each(?))"
)


@dataclass(frozen=True, slots=True)
class Page:
    """Entries from the oldest to the newest, whether there are older ones, and from where to read on to them."""

    entries: tuple[Entry, ...]
    has_older: bool
    oldest: Mark | None = None
    newer: Mark | None = None
    """The first message after this page that is not in it; None at the end of the thread."""


def moment(entry: Entry) -> datetime:
    """When an entry happened."""
    return entry.at if isinstance(entry, Happening) else entry.created_at


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a conversation: the moment and the number of a message."""

    at: datetime
    id: MessageId


def conversation(cache: Cache, thread: ThreadId, before: Mark | None = None, limit: int = 50) -> Page:
    """The newest `limit` messages of a thread before a place, with the notes and events of their time."""
    high = to_ms(before.at) if before is not None else _END
    with cache.driver() as db:
        found = db.execute(_MESSAGES, (thread, high, high, before.id if before is not None else _END, limit + 1))
        rows_ = found.fetchall()
        has_older = len(rows_) > limit
        spoken: list[Message] = [rows.to_message(row) for row in rows_[:limit]]
        low = to_ms(spoken[-1].created_at) if has_older else 0
        written = [rows.to_note(row) for row in db.execute(_NOTES, (thread, low, high))]
        happened = [rows.to_happening(row) for row in db.execute(_HAPPENINGS, (thread, low, high))]
        through = list(_through(db, thread, spoken))
    entries: list[Entry] = [*spoken, *written, *happened, *through]
    # At the same instant a message comes before what was done about it.
    entries.sort(key=lambda entry: (moment(entry), not isinstance(entry, Message), entry.id))
    return Page(tuple(entries), has_older, Mark(spoken[-1].created_at, spoken[-1].id) if has_older else None)


def conversation_on(cache: Cache, thread: ThreadId, begin: Mark, limit: int = 50) -> Page:
    """The `limit` messages of a thread from a place on, that one included, with the notes and events of their time.

    Read on from `newer`: what was done at the very instant of the first message after this page comes with that one.
    """
    low = to_ms(begin.at)
    with cache.driver() as db:
        rows_ = db.execute(_ON, (thread, low, low, begin.id, limit + 1)).fetchall()
        spoken: list[Message] = [rows.to_message(row) for row in rows_]
        newer = Mark(spoken[limit].created_at, spoken[limit].id) if len(spoken) > limit else None
        high = to_ms(newer.at) if newer is not None else _END
        written = [rows.to_note(row) for row in db.execute(_NOTES, (thread, low, high))]
        happened = [rows.to_happening(row) for row in db.execute(_HAPPENINGS, (thread, low, high))]
        through = list(_through(db, thread, spoken[:limit]))
    entries: list[Entry] = [*spoken[:limit], *written, *happened, *through]
    entries.sort(key=lambda entry: (moment(entry), not isinstance(entry, Message), entry.id))
    return Page(tuple(entries), has_older=True, oldest=begin, newer=newer)


def _through(db: Any, thread: ThreadId, spoken: Sequence[Message]) -> Iterator[Happening]:
    """A line before each stretch that was said in another place, where a thread shows several as one."""
    if db.execute("SELECT 1 FROM thread_merge WHERE into_id = ? LIMIT 1", (thread,)).fetchone() is None:
        return
    found = {row[0]: row[1:] for row in db.execute(_HOMES, (json.dumps([one.id for one in spoken]),))}
    last = None
    for one in sorted(spoken, key=lambda message: (message.created_at, message.id)):
        name, kind, home = found.get(one.id, ("", "", last))
        if name and home != last:
            yield Happening(-one.id, thread, one.created_at - timedelta(microseconds=1), "", f"through:{kind}", name)
        last = home


def conversation_around(cache: Cache, thread: ThreadId, at: Mark, limit: int = 50, before: int = 10) -> Page:
    """The messages of a thread from a place on, and a few before it, so that it is seen what they follow."""
    earlier = conversation(cache, thread, at, before)
    later = conversation_on(cache, thread, at, limit)
    return Page((*earlier.entries, *later.entries), earlier.has_older, earlier.oldest, later.newer)


def unread_mark(cache: Cache, thread: ThreadId, unread: int) -> Mark | None:
    """Where the oldest of so many unread messages stands; None when there are not so many."""
    found = cache.ask(_UNREAD, (thread, min(unread, MOST_UNREAD) - 1)) if unread > 0 else []
    return _mark(found)


def mark_since(cache: Cache, thread: ThreadId, since: datetime) -> Mark | None:
    """Where the first message at or after a moment stands; None when nothing was said since."""
    return _mark(cache.ask(_FIRST_SINCE, (thread, to_ms(since))))


def first_and_last(cache: Cache, thread: ThreadId) -> tuple[Mark, Mark] | None:
    """Where the first and the last message of a thread stand; None when it has none."""
    first, last = _mark(cache.ask(_FIRST_SINCE, (thread, -_END))), _mark(cache.ask(_LAST, (thread,)))
    return None if first is None or last is None else (first, last)


def _mark(found: Sequence[Any]) -> Mark | None:
    return Mark(from_ms(found[0][0]), MessageId(found[0][1])) if found else None


def told_versions(cache: Cache, message: Message) -> list[tuple[str, datetime]]:
    """Every text an edited message had with the moment it was first seen here, the newest first; some fifty at most."""
    found = cache.ask(
        "SELECT text, seen_at FROM message_revision WHERE message_id = ? ORDER BY id DESC LIMIT 50", (message.id,)
    )
    told = [(text, from_ms(at)) for text, at in found]
    now = (message.text, message.edited_at or message.created_at)
    return told if told and told[0][0] == message.text else [now, *told]
