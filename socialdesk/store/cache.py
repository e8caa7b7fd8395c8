"""The cache file: threads, messages, journal, outbox. Written by the engine alone, read by everybody.

`Cache.change` is the only way to write. The readers of screens live beside it, one module a screen.
"""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from socialdesk.model.channel import Channel
from socialdesk.model.contact import Contact
from socialdesk.model.delivery import IN_OUTBOX, Delivery
from socialdesk.model.identifiers import ChannelId, CommandId, ContactId, PersonId, PostId, ThreadId
from socialdesk.model.person import Person
from socialdesk.model.post import Post
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.thread import Thread
from socialdesk.model.view import BUILT_IN, View, channel_view
from socialdesk.store import migrate, rows, schema
from socialdesk.store.change import Change
from socialdesk.store.errors import DamagedFile
from socialdesk.store.file import in_words, open_file
from socialdesk.store.outbound import Outbound, to_outbound
from socialdesk.support.clock import from_ms, optional_from_ms, to_ms


@dataclass(frozen=True, slots=True)
class StreamState:
    """Where a stream goes on, and how its channel treats history."""

    cursor: str | None
    last_ok_at: datetime | None


@dataclass(frozen=True, slots=True)
class Connected:
    """When a channel was connected, since when its messages have clocks, and the days of history asked for."""

    at: datetime
    clocks_from: datetime | None
    history_days: int


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a command: accepted, rejected or no_op."""

    command: CommandId
    seq: int
    outcome: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What the journal tells since a number: whose rows changed. `seq` is where to go on."""

    seq: int
    threads: frozenset[ThreadId] = frozenset()
    conversations: frozenset[ThreadId] = frozenset()
    """Threads in which a message, note or event changed."""
    others: frozenset[str] = frozenset()
    """channel, contact, post, count, outbox, result, person, library, view"""

    def __bool__(self) -> bool:
        return bool(self.threads or self.conversations or self.others)


class Cache:
    """The open cache file."""

    def __init__(self, path: Path, key: bytes | None, *, write: bool) -> None:
        self.path = path
        with in_words(path):
            if write:
                migrate.to_newest(path, key, "cache")
            self._engine = open_file(path, key, write=write)
            self._connection = self._engine.connect()
            if not write:
                migrate.refuse_newer(path, self._connection, "cache")
        self._writes = write

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._engine.dispose()

    @contextlib.contextmanager
    def change(self, *, durable: bool = False) -> Generator[Change, None, None]:
        """One transaction. With `durable` it is on the disk when the block ends, come what may.

        Raises DiskFull, LockedFile or DamagedFile, and then nothing of it happened.
        """
        assert self._writes
        with in_words(self.path):
            # Durability is switched outside a transaction, where SQLite takes it.
            raw: Any = self._connection.connection.dbapi_connection
            raw.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            with self._connection.begin():
                me = self._connection.execute(select(schema.person.c.id).where(schema.person.c.is_me == 1)).scalar()
                change = Change(self._connection, self._views(), PersonId(me or 0))
                yield change
                change.finish()

    @contextlib.contextmanager
    def read(self) -> Generator[Connection, None, None]:
        """A consistent view of the file, for the readers beside this module; inside `change` it is that transaction."""
        if self._connection.in_transaction():
            yield self._connection
            return
        with in_words(self.path), self._connection.begin():
            yield self._connection

    def _views(self) -> list[View]:
        saved = [
            rows.to_view(row) for row in self._connection.execute(select(schema.view).order_by(schema.view.c.place))
        ]
        channels = [
            channel_view(ChannelId(id_)) for id_ in self._connection.execute(select(schema.channel.c.id)).scalars()
        ]
        return [*BUILT_IN, *saved, *channels]

    def views(self) -> list[View]:
        """The saved views, in their order."""
        with self.read() as db:
            return [rows.to_view(row) for row in db.execute(select(schema.view).order_by(schema.view.c.place))]

    def counts(self) -> dict[str, int]:
        """How many threads each view and chip holds; maintained, never counted."""
        with self.read() as db:
            return {row.id: row.n for row in db.execute(select(schema.counter))}

    def channels(self) -> list[Channel]:
        """All channels, in the order they were connected."""
        with self.read() as db:
            return [rows.to_channel(row) for row in db.execute(select(schema.channel).order_by(schema.channel.c.id))]

    def connected(self, channel: ChannelId) -> Connected:
        """When and how a channel was connected."""
        table = schema.channel
        with self.read() as db:
            row = db.execute(
                select(table.c.connected_at, table.c.clocks_from_at, table.c.history_days).where(table.c.id == channel)
            ).one()
        return Connected(from_ms(row[0]), optional_from_ms(row[1]), row[2])

    def stream(self, channel: ChannelId, stream: str) -> StreamState:
        """Where a stream stands; empty before its first pull."""
        table = schema.channel_stream
        with self.read() as db:
            row = db.execute(select(table).where(table.c.channel_id == channel, table.c.stream == stream)).one_or_none()
        return StreamState(None, None) if row is None else StreamState(row.cursor, optional_from_ms(row.last_ok_at))

    def next_wake(self) -> datetime | None:
        """When the next snoozed thread comes back."""
        column = schema.thread.c.snoozed_until_at
        with self.read() as db:
            return optional_from_ms(db.execute(select(func.min(column)).where(column.is_not(None))).scalar())

    def standing(self, channel: ChannelId, since: datetime) -> list[str]:
        """The platform's ids of a channel's messages written since a moment that are not known to be deleted."""
        table = schema.message
        statement = (
            select(table.c.external_id)
            .where(table.c.channel_id == channel, table.c.created_at >= to_ms(since))
            .where(table.c.deleted_at.is_(None), table.c.external_id.is_not(None))
        )
        with self.read() as db:
            return list(db.execute(statement).scalars())

    def people(self) -> list[Person]:
        """The members of the team; me first."""
        table = schema.person
        with self.read() as db:
            return [rows.to_person(row) for row in db.execute(select(table).order_by(table.c.is_me.desc(), table.c.id))]

    def saved_replies(self) -> list[SavedReply]:
        """The whole library."""
        with self.read() as db:
            return [
                rows.to_saved_reply(row)
                for row in db.execute(select(schema.saved_reply).order_by(schema.saved_reply.c.id))
            ]

    def tags(self) -> list[str]:
        """Every tag that is on a thread, by name."""
        each = func.json_each(schema.thread.c.tags).table_valued("value", joins_implicitly=True)
        statement = select(each.c.value).select_from(schema.thread, each).where(schema.thread.c.tags != "[]").distinct()
        with self.read() as db:
            return sorted(db.execute(statement).scalars(), key=str.casefold)

    def contact(self, id_: ContactId) -> Contact | None:
        """A contact by its number."""
        with self.read() as db:
            row = db.execute(select(schema.contact).where(schema.contact.c.id == id_)).one_or_none()
        return None if row is None else rows.to_contact(row)

    def post(self, id_: PostId) -> Post | None:
        """A post by its number."""
        with self.read() as db:
            row = db.execute(select(schema.post).where(schema.post.c.id == id_)).one_or_none()
        return None if row is None else rows.to_post(row)

    def threads(self, ids: Sequence[ThreadId]) -> list[Thread]:
        """These threads, those that are there, in no order."""
        with self.read() as db:
            return [rows.to_thread(row) for row in db.execute(select(schema.thread).where(schema.thread.c.id.in_(ids)))]

    def thread(self, id_: ThreadId) -> Thread | None:
        """A thread by its number."""
        return next(iter(self.threads([id_])), None)

    def earlier_threads(self, contact: ContactId, but: ThreadId, most: int = 10) -> list[Thread]:
        """What else a contact wrote, the newest first."""
        table = schema.thread
        statement = (
            select(table)
            .where(table.c.contact_id == contact, table.c.id != but)
            .order_by(table.c.last_in_at.desc())
            .limit(most)
        )
        with self.read() as db:
            return [rows.to_thread(row) for row in db.execute(statement)]

    def load_by_person(self) -> dict[PersonId, int]:
        """How many open threads each member holds."""
        table = schema.thread
        statement = (
            select(table.c.assignee_id, func.count())
            .where(table.c.status == "open", table.c.assignee_id.is_not(None))
            .group_by(table.c.assignee_id)
        )
        with self.read() as db:
            return {PersonId(person): number for person, number in db.execute(statement)}

    def message_count(self) -> int:
        """About how many messages there are: the newest number."""
        with self.read() as db:
            return db.execute(select(func.max(schema.message.c.id))).scalar() or 0

    def outbox(self) -> list[Outbound]:
        """What has not had its effect on a platform, and what was refused, in the order it was given."""
        table = schema.outbound
        states = [state.value for state in (*IN_OUTBOX, Delivery.REJECTED)]
        statement = select(table).where(table.c.state.in_(states)).order_by(table.c.given_at)
        with self.read() as db:
            return [to_outbound(row) for row in db.execute(statement)]

    def outbound(self, command: CommandId) -> Outbound | None:
        """Where one act stands."""
        table = schema.outbound
        with self.read() as db:
            row = db.execute(select(table).where(table.c.command_id == command)).one_or_none()
        return None if row is None else to_outbound(row)

    def last_applied(self, desk: str) -> int:
        """The number of the last command of a desk that was decided."""
        table = schema.command_result
        with self.read() as db:
            return db.execute(select(func.max(table.c.seq)).where(table.c.desk_id == desk)).scalar() or 0

    def results(self, desk: str, after: int) -> list[Result]:
        """What became of a desk's commands after a number."""
        table = schema.command_result
        statement = select(table).where(table.c.desk_id == desk, table.c.seq > after).order_by(table.c.seq)
        with self.read() as db:
            return [
                Result(CommandId(row.command_id), row.seq, row.outcome, row.sentence) for row in db.execute(statement)
            ]

    def result(self, command: CommandId) -> Result | None:
        """What became of one command, if it was decided."""
        table = schema.command_result
        with self.read() as db:
            row = db.execute(select(table).where(table.c.command_id == command)).one_or_none()
        return None if row is None else Result(CommandId(row.command_id), row.seq, row.outcome, row.sentence)

    def journal_end(self) -> int:
        """The number of the newest journal entry."""
        with self.read() as db:
            return db.execute(select(func.max(schema.journal.c.seq))).scalar() or 0

    def changes(self, since: int, most: int = 5000) -> Changes:
        """What changed after a journal number."""
        table = schema.journal
        with self.read() as db:
            found = db.execute(select(table).where(table.c.seq > since).order_by(table.c.seq).limit(most)).all()
        threads = frozenset(ThreadId(row.entity_id) for row in found if row.entity == "thread")
        conversations = frozenset(ThreadId(row.entity_id) for row in found if row.entity == "message")
        others = frozenset(row.entity for row in found if row.entity not in ("thread", "message"))
        return Changes(found[-1].seq if found else since, threads, conversations, others)

    def parked(self) -> int:
        """How many events wait because they could not be read."""
        with self.read() as db:
            return (
                db.execute(
                    select(func.count())
                    .select_from(schema.inbound_event)
                    .where(schema.inbound_event.c.state == "parked")
                ).scalar()
                or 0
            )

    def check(self) -> None:
        """Read the whole file. Raises DamagedFile when something is wrong with it."""
        with self.read() as db:
            said = db.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if said != "ok":
            raise DamagedFile(self.path, f"{self.path} is damaged ({said}). Run: socialdesk doctor --repair")
