"""One thread as a conversation: messages, notes and events in the order they happened, newest page first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from socialdesk.model.identifiers import ThreadId
from socialdesk.model.message import Entry, Happening, Message, Note
from socialdesk.store import rows, schema
from socialdesk.store.cache import Cache
from socialdesk.support.clock import to_ms


@dataclass(frozen=True, slots=True)
class Page:
    """Entries from the oldest to the newest, and whether there are older ones."""

    entries: tuple[Entry, ...]
    has_older: bool


def moment(entry: Entry) -> datetime:
    """When an entry happened."""
    return entry.at if isinstance(entry, Happening) else entry.created_at


def conversation(cache: Cache, thread: ThreadId, before: datetime | None = None, limit: int = 50) -> Page:
    """The newest `limit` messages of a thread before a moment, with the notes and events of their time."""
    messages, notes, happenings, people = schema.message, schema.note, schema.happening, schema.person
    statement = select(messages).where(messages.c.thread_id == thread, messages.c.state != "canceled")
    if before is not None:
        statement = statement.where(messages.c.created_at < to_ms(before))
    statement = statement.order_by(messages.c.created_at.desc(), messages.c.id.desc()).limit(limit + 1)
    with cache.read() as db:
        found = db.execute(statement).all()
        has_older = len(found) > limit
        spoken: list[Message] = [rows.to_message(row) for row in found[:limit]]
        low = to_ms(spoken[-1].created_at) if has_older else 0
        high = to_ms(before) if before is not None else 2**62
        written: list[Note] = [
            rows.to_note(row)
            for row in db.execute(
                select(notes, people.c.name)
                .outerjoin(people, people.c.id == notes.c.person_id)
                .where(notes.c.thread_id == thread, notes.c.created_at >= low, notes.c.created_at < high)
            )
        ]
        happened: list[Happening] = [
            rows.to_happening(row)
            for row in db.execute(
                select(happenings, people.c.name)
                .outerjoin(people, people.c.id == happenings.c.person_id)
                .where(
                    happenings.c.thread_id == thread, happenings.c.happened_at >= low, happenings.c.happened_at < high
                )
            )
        ]
    entries: list[Entry] = [*spoken, *written, *happened]
    # At the same instant a message comes before what was done about it.
    entries.sort(key=lambda entry: (moment(entry), not isinstance(entry, Message), entry.id))
    return Page(tuple(entries), has_older)


def revisions(cache: Cache, message: Message) -> list[str]:
    """Earlier texts of an edited message, the oldest first."""
    table = schema.message_revision
    with cache.read() as db:
        return list(
            db.execute(select(table.c.text).where(table.c.message_id == message.id).order_by(table.c.id)).scalars()
        )
