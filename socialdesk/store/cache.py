"""The cache file: threads, messages, journal, outbox. Written by the engine alone, read by everybody.

`Cache.change` is the only way to write. The readers of screens live beside it, one module a screen.
"""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialdesk.model.channel import Channel
from socialdesk.model.contact import Contact
from socialdesk.model.delivery import IN_OUTBOX, Delivery
from socialdesk.model.identifiers import ChannelId, CommandId, ContactId, PersonId, PostId, ThreadId
from socialdesk.model.person import Person
from socialdesk.model.post import Post
from socialdesk.model.reply_policy import ALWAYS_A_DAY, ReplyPolicy, Windows
from socialdesk.model.thread import Kind, Thread
from socialdesk.model.triage_policy import USUAL, TriagePolicy
from socialdesk.model.view import BUILT_IN, View
from socialdesk.store import migrate, rows, shape
from socialdesk.store.driver import check, connect, in_words, to_words
from socialdesk.store.erased import SALT
from socialdesk.store.outbound import Outbound, to_outbound
from socialdesk.support.clock import from_ms, optional_from_ms, to_ms
from socialdesk.support.values import value_class

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from socialdesk.model.saved_reply import SavedReply
    from socialdesk.store.change import Change
    from socialdesk.store.change.transaction import Known
    from socialdesk.store.staff import Team


@value_class(frozen=True, slots=True)
class StreamState:
    """Where a stream goes on, and how its channel treats history."""

    cursor: str | None
    last_ok_at: datetime | None


@value_class(frozen=True, slots=True)
class Connected:
    """When a channel was connected, since when its messages have clocks, and the days of history asked for."""

    at: datetime
    clocks_from: datetime | None
    history_days: int


@value_class(frozen=True, slots=True)
class Result:
    """What became of a command: accepted, rejected or no_op."""

    command: CommandId
    seq: int
    outcome: str
    sentence: str


log = logging.getLogger(__name__)
_STEPS = 20_000
EVERYTHING = frozenset(
    {"channel", "contact", "count", "library", "outbox", "person", "policy", "post", "result", "rule", "view"}
)


@value_class(frozen=True, slots=True)
class Changes:
    """What the journal tells since a number: whose rows changed. `seq` is where to go on.

    With `is_incomplete` the journal no longer reaches back that far: everything shown must be read again.
    """

    seq: int
    threads: frozenset[ThreadId] = frozenset()
    conversations: frozenset[ThreadId] = frozenset()
    """Threads in which a message, note or event changed."""
    others: frozenset[str] = frozenset()
    """channel, contact, post, count, outbox, result, person, library, view, setting, policy, rule"""
    is_incomplete: bool = False

    def __bool__(self) -> bool:
        return bool(self.threads or self.conversations or self.others)


class Cache:
    """The open cache file."""

    def __init__(self, path: Path, key: bytes | None, *, write: bool) -> None:
        self.path = path
        self._key = key
        self._writes = write
        self._engine: Engine | None = None
        self._alchemy: Connection | None = None
        self._known: Known | None = None
        self._open: Change | None = None
        self.channels_version = 0
        """Moves on with every change of how a channel stands or is called, for whoever writes here."""
        with in_words(path, key):
            if write:
                migrate.to_newest(path, key, "cache")
                self._connection = self._alchemy_connection()
                self._driver: Any = self._connection.connection.dbapi_connection
                self._derive()
                shape.keep(path, self._driver)
            else:
                self._driver = connect(path, key, write=False)
                migrate.refuse_newer(path, self._driver, "cache")

    def close(self) -> None:
        """Let go of the file."""
        if self._alchemy is not None:
            self._alchemy.close()
        if self._engine is not None:
            self._engine.dispose()
        if not self._writes:
            self._driver.close()

    @contextlib.contextmanager
    def change(self, *, durable: bool = False) -> Generator[Change, None, None]:
        """One transaction. With `durable` it is on the disk when the block ends, come what may.

        Raises DiskFull, LockedFile or DamagedFile, and then nothing of it happened.
        """
        from socialdesk.store.change import Change

        assert self._writes
        with in_words(self.path):
            # Durability is switched outside a transaction, where SQLite takes it.
            self._driver.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            with self._connection.begin():
                self._open = change = Change(self._connection, self._known or self._get_known())
                try:
                    yield change
                    change.finish()
                finally:
                    self._open = None
                    if change.touches & {"view", "person", "setting", "channel", "policy"}:
                        self._known = None
                    if "channel" in change.touches:
                        self.channels_version += 1

    @contextlib.contextmanager
    def read(self) -> Generator[Connection, None, None]:
        """A consistent view of the file through SQLAlchemy; inside `change` it is that transaction.

        Screens read through `driver`, which needs neither SQLAlchemy nor its time.
        """
        connection = self._alchemy_connection()
        if connection.in_transaction():
            if self._open is not None:
                self._open.flush()
            yield connection
            return
        with in_words(self.path), connection.begin():
            yield connection

    @contextlib.contextmanager
    def driver(self) -> Generator[Any, None, None]:
        """A consistent view of the file on the driver's own connection; inside `change` it is that transaction."""
        if self._driver.in_transaction:
            if self._open is not None:
                self._open.flush()
            yield self._driver
            return
        with in_words(self.path):
            self._driver.execute("BEGIN")
            try:
                yield self._driver
            finally:
                self._driver.execute("COMMIT")

    def ask(self, statement: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
        """The rows of one statement; they are of one moment without a transaction."""
        if self._open is not None:
            self._open.flush()
        try:
            return self._driver.execute(statement, parameters).fetchall()
        except Exception as error:
            said = to_words(self.path, error)
            raise said if said is not error else error from error

    def stop_when(self, is_enough: Callable[[], bool]) -> None:
        """Break a statement off as soon as this says so, asked every millisecond or so; it fails then."""
        self._driver.set_progress_handler(is_enough, _STEPS)

    def _one(self, statement: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        found = self.ask(statement, parameters)
        return found[0] if found else None

    def _alchemy_connection(self) -> Connection:
        if self._alchemy is None:
            from socialdesk.store.file import open_file

            self._engine = open_file(self.path, self._key, write=self._writes)
            self._alchemy = self._engine.connect()
        return self._alchemy

    def _get_known(self) -> Known:
        from socialdesk.model.rule_clock import waited_for
        from socialdesk.store.change.transaction import Known
        from socialdesk.store.rule_rows import LISTED, to_rule

        saved = [rows.to_view(row) for row in self._driver.execute("SELECT * FROM view ORDER BY place, id")]
        me = self._driver.execute("SELECT id FROM person WHERE is_me = 1").fetchone()
        consenting = self._driver.execute(
            "SELECT substr(key, 15) FROM setting WHERE key > 'media_consent:' AND key < 'media_consent;'"
            " AND value = 'yes'"
        )
        self._known = Known(
            PersonId(me[0] if me else 0),
            [*BUILT_IN, *saved],
            frozenset(view.id for view in saved),
            frozenset(int(id_) for (id_,) in consenting),
            {row[0] for row in self._driver.execute("SELECT mark FROM erased")},
            self.setting(SALT) or "",
            self.reply_policy(),
            waited_for(to_rule(row) for row in self._driver.execute(LISTED)),
            self.triage_policy(),
            bool(self._one("SELECT 1 FROM inbound_event WHERE state = 'parked' LIMIT 1")),
        )
        return self._known

    def _derive(self) -> None:
        """Fill what follows from other rows when it is kept in another form than it was."""
        from socialdesk.store import derived

        if self.setting("derived") == derived.FORM:
            return
        known = self._get_known()
        with self._connection.begin():
            derived.fill(self._connection, [view for view in known.views if view.id in known.saved], known.me)
            self._driver.execute("INSERT OR REPLACE INTO setting VALUES ('derived', ?)", (derived.FORM,))

    def setting(self, key: str) -> str | None:
        """A setting of the workspace."""
        found = self._one("SELECT value FROM setting WHERE key = ?", (key,))
        return None if found is None else found[0]

    def views(self) -> list[View]:
        """The saved views in their order: the team's and my own. Private ones of others are not shown to anybody."""
        found = self.ask(
            "SELECT * FROM view WHERE owner_id IS NULL OR owner_id IN (SELECT id FROM person WHERE is_me = 1)"
            " ORDER BY place, id"
        )
        return [rows.to_view(row) for row in found]

    def reply_policy(self) -> ReplyPolicy:
        """The opening hours and targets that count: the newest, or a day at any hour where nobody chose."""
        policy, windows = self._reply_policy(), self.reply_windows()
        return replace(policy, windows=windows) if windows else policy

    def reply_windows(self) -> Windows:
        """How long the channels' platforms take answers, as far as they were opened yet."""
        kept = self.setting(rows.WINDOWS)
        found: dict[str, dict[str, int | str]] = json.loads(kept) if kept else {}
        told = ((channel, kind, str(one)) for channel, kinds in found.items() for kind, one in kinds.items())
        return tuple(
            (ChannelId(int(channel)), Kind(kind), timedelta(minutes=int(minutes)), where)
            for channel, kind, one in told
            for minutes, _, where in (one.partition(" "),)
        )

    def _reply_policy(self) -> ReplyPolicy:
        found = self._one("SELECT policy, version FROM reply_policy ORDER BY version DESC LIMIT 1")
        if found is None:
            return ALWAYS_A_DAY
        from socialdesk.model.policy_form import NotAPolicy, read

        try:
            return read(*found)
        except NotAPolicy:
            # Written by hand, or for a zone that this machine does not know.
            log.warning("reply policy %s cannot be read; answers are due in a day at any hour", found[1])
            return replace(ALWAYS_A_DAY, version=found[1])

    def team(self) -> Team:
        """How the members work; the same value until that changes, for whoever writes here."""
        from socialdesk.store import staff

        if not self._writes:
            return staff.team(self)
        known = self._known or self._get_known()
        if known.team is None:
            known.team = staff.team(self)
        return known.team

    def triage_policy(self) -> TriagePolicy:
        """What moves threads in the queue: the newest choice, or the usual where nobody chose."""
        found = self._one("SELECT policy, version FROM triage_policy ORDER BY version DESC LIMIT 1")
        if found is None:
            return USUAL
        from socialdesk.model.triage_form import NotATriage, read

        try:
            return read(*found)
        except NotATriage:
            log.warning("the order of the queue, version %s, cannot be read; the usual one counts", found[1])
            return replace(USUAL, version=found[1])

    def is_promising(self) -> bool:
        """Whether due times are still to follow from the newest policy."""
        found = self._one("SELECT is_promised FROM reply_policy ORDER BY version DESC LIMIT 1")
        return found is not None and not found[0]

    def counts(self) -> dict[str, int]:
        """How many threads each view and chip holds; maintained, never counted."""
        return dict(self.ask("SELECT id, n FROM counter"))

    def channels(self) -> list[Channel]:
        """All channels, in the order they were connected."""
        return [rows.to_channel(row) for row in self.ask("SELECT * FROM channel ORDER BY id")]

    def connected(self, channel: ChannelId) -> Connected:
        """When and how a channel was connected."""
        row = self._one("SELECT connected_at, clocks_from_at, history_days FROM channel WHERE id = ?", (channel,))
        return Connected(from_ms(row[0]), optional_from_ms(row[1]), row[2])

    def stream(self, channel: ChannelId, stream: str) -> StreamState:
        """Where a stream stands; empty before its first pull."""
        row = self._one(
            "SELECT cursor, last_ok_at FROM channel_stream WHERE channel_id = ? AND stream = ?", (channel, stream)
        )
        return StreamState(None, None) if row is None else StreamState(row[0], optional_from_ms(row[1]))

    def next_wake(self) -> datetime | None:
        """When the next snoozed thread comes back."""
        found = self._one("SELECT min(snoozed_until_at) FROM thread WHERE snoozed_until_at IS NOT NULL")
        return optional_from_ms(found[0])

    def standing(
        self, channel: ChannelId, since: datetime, most: int, before: tuple[int, int] | None = None
    ) -> list[tuple[str, tuple[int, int]]]:
        """The newest of a channel's messages since a moment that are not known to be deleted.

        Each by the platform's id, with its place; `before` is the place of the one after which to go on.
        """
        place = before if before is not None else (1 << 62, 0)
        found = self.ask(
            "SELECT external_id, created_at, id FROM message WHERE channel_id = ? AND created_at >= ?"
            " AND (created_at, id) < (?, ?) AND deleted_at IS NULL AND external_id IS NOT NULL"
            " ORDER BY created_at DESC, id DESC LIMIT ?",
            (channel, to_ms(since), *place, most),
        )
        return [(remote_id, (created, id_)) for remote_id, created, id_ in found]

    def people(self) -> list[Person]:
        """The members of the team; me first."""
        return [rows.to_person(row) for row in self.ask("SELECT * FROM person ORDER BY is_me DESC, id")]

    def saved_replies(self) -> list[SavedReply]:
        """The whole library, without what was deleted."""
        found = self.ask("SELECT * FROM saved_reply WHERE deleted_at IS NULL ORDER BY id")
        return [rows.to_saved_reply(row) for row in found]

    def tags(self) -> list[str]:
        """Every tag that is on a thread, by name."""
        # From tag to next tag along the index, however many threads have each.
        found = self.ask(
            "WITH RECURSIVE each (tag) AS (SELECT min(tag) FROM thread_tag UNION ALL"
            " SELECT (SELECT min(tag) FROM thread_tag WHERE tag > each.tag) FROM each WHERE each.tag IS NOT NULL)"
            " SELECT tag FROM each WHERE tag IS NOT NULL"
        )
        return sorted((row[0] for row in found), key=str.casefold)

    def languages(self) -> list[str]:
        """Every language that threads are in, however many there are in each."""
        found = self.ask(
            "WITH RECURSIVE each (one) AS (SELECT min(language) FROM thread UNION ALL"
            " SELECT (SELECT min(language) FROM thread WHERE language > each.one) FROM each WHERE each.one IS NOT NULL)"
            " SELECT one FROM each WHERE one IS NOT NULL"
        )
        return [row[0] for row in found]

    def contact(self, id_: ContactId) -> Contact | None:
        """A contact by its number."""
        row = self._one("SELECT * FROM contact WHERE id = ?", (id_,))
        return None if row is None else rows.to_contact(row)

    def post(self, id_: PostId) -> Post | None:
        """A post by its number."""
        row = self._one("SELECT * FROM post WHERE id = ?", (id_,))
        return None if row is None else rows.to_post(row)

    def threads(self, ids: Sequence[ThreadId]) -> list[Thread]:
        """These threads, those that are there, in no order."""
        found = self.ask("SELECT * FROM thread WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))
        return [rows.to_thread(row) for row in found]

    def thread(self, id_: ThreadId) -> Thread | None:
        """A thread by its number."""
        row = self._one("SELECT * FROM thread WHERE id = ?", (id_,))
        return None if row is None else rows.to_thread(row)

    def threads_with(self, contact: ContactId) -> list[Thread]:
        """All threads of a contact."""
        return [rows.to_thread(row) for row in self.ask("SELECT * FROM thread WHERE contact_id = ?", (contact,))]

    def earlier_threads(self, contact: ContactId, but: ThreadId, most: int = 10) -> list[Thread]:
        """What else a contact wrote, the newest first."""
        found = self.ask(
            "SELECT * FROM thread WHERE contact_id = ? AND id != ? ORDER BY last_in_at DESC LIMIT ?",
            (contact, but, most),
        )
        return [rows.to_thread(row) for row in found]

    def load_by_person(self) -> dict[PersonId, int]:
        """How many open threads each member holds."""
        found = self.ask(
            "SELECT person.id, (SELECT count(*) FROM thread WHERE assignee_id = person.id AND status = 'open')"
            " FROM person"
        )
        return {PersonId(person): number for person, number in found if number}

    def message_count(self) -> int:
        """About how many messages there are: the newest number."""
        return self._one("SELECT max(id) FROM message")[0] or 0

    def outbox(self) -> list[Outbound]:
        """What has not had its effect on a platform, and what was refused, in the order it was given."""
        states = json.dumps([state.value for state in (*IN_OUTBOX, Delivery.REJECTED)])
        found = self.ask(
            "SELECT * FROM outbound WHERE state IN (SELECT value FROM json_each(?)) ORDER BY given_at", (states,)
        )
        return [to_outbound(row) for row in found]

    def outbound(self, command: CommandId) -> Outbound | None:
        """Where one act stands."""
        row = self._one("SELECT * FROM outbound WHERE command_id = ?", (command,))
        return None if row is None else to_outbound(row)

    def last_applied(self, desk: str) -> int:
        """The number of the last command of a desk that was decided."""
        return self._one("SELECT max(seq) FROM command_result WHERE desk_id = ?", (desk,))[0] or 0

    def results(self, desk: str, after: int) -> list[Result]:
        """What became of a desk's commands after a number."""
        found = self.ask(
            "SELECT command_id, seq, outcome, sentence FROM command_result WHERE desk_id = ? AND seq > ? ORDER BY seq",
            (desk, after),
        )
        return [Result(CommandId(row[0]), *row[1:]) for row in found]

    def results_of(self, commands: Iterable[CommandId]) -> list[Result]:
        """What became of these commands, as far as they were decided."""
        found = self.ask(
            "SELECT command_id, seq, outcome, sentence FROM command_result"
            " WHERE command_id IN (SELECT value FROM json_each(?)) ORDER BY seq",
            (json.dumps(list(commands)),),
        )
        return [Result(CommandId(row[0]), *row[1:]) for row in found]

    def result(self, command: CommandId) -> Result | None:
        """What became of one command, if it was decided."""
        return next(iter(self.results_of([command])), None)

    def journal_end(self) -> int:
        """The number of the newest journal entry."""
        return self._one("SELECT max(seq) FROM journal")[0] or 0

    def changes(self, since: int, most: int = 5000) -> Changes:
        """What changed after a journal number."""
        found = self.ask("SELECT seq, entity, entity_id FROM journal WHERE seq > ? ORDER BY seq LIMIT ?", (since, most))
        threads = frozenset(ThreadId(id_) for _, entity, id_ in found if entity == "thread")
        conversations = frozenset(ThreadId(id_) for _, entity, id_ in found if entity == "message")
        others = frozenset(entity for _, entity, _ in found if entity not in ("thread", "message"))
        # Its oldest rows are dropped in time; whoever slept longer than that has missed some.
        is_incomplete = bool(found) and found[0][0] > since + 1 and since > 0
        if is_incomplete:
            others |= EVERYTHING
        return Changes(found[-1][0] if found else since, threads, conversations, others, is_incomplete)

    def is_telling(self) -> bool:
        """Whether messages are still to be joined to the stories they tell."""
        return bool(self.ask("SELECT 1 FROM story_wanted LIMIT 1"))

    def scrub(self) -> None:
        """Let nothing of what was erased stay in free room, in the search or in the write-ahead file.

        Takes as long as the search index is large; readers go on meanwhile. Copies made before go as well.
        """
        with in_words(self.path):
            for table in ("message_fts", "note_fts", "contact_fts"):
                # What was taken out of an index stays in its older parts until these are merged.
                self._driver.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")  # noqa: S608 - own names
            self._driver.execute("PRAGMA incremental_vacuum")
            self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._driver.execute("PRAGMA secure_delete = OFF")
        for copy in self.path.parent.glob(f"{self.path.name}.*"):
            copy.unlink()

    def tidy(self, pages: int) -> bool:
        """Merge a little of the search index, give up to `pages` free pages back; whether there is more to do."""
        with in_words(self.path):
            before = self._driver.total_changes
            # A number of pages, not all at once: what is merged is written anew.
            self._driver.execute("INSERT INTO message_fts(message_fts, rank) VALUES ('merge', ?)", (pages,))
            merged = self._driver.total_changes - before > 1
            free = self._one("PRAGMA freelist_count")[0]
            self._driver.execute(f"PRAGMA incremental_vacuum({pages})").fetchall()
            self._driver.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            # Looks at a few rows of each index at most, and only where there are many more than when it last looked.
            self._driver.execute("PRAGMA optimize").fetchall()
        return merged or free > pages

    def check(self) -> None:
        """Read the whole file. Raises DamagedFile when something is wrong with it."""
        with in_words(self.path, self._key):
            check(self.path, self._driver)
