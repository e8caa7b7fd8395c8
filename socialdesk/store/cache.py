"""The cache file: threads, messages, journal, outbox. Written by the engine alone, read by everybody.

`Cache.change` is the only way to write. The readers of screens live beside it, one module a screen.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialdesk.model.identifiers import ThreadId
from socialdesk.store import migrate, shape
from socialdesk.store.driver import check, connect, in_words, to_words
from socialdesk.store.readings import Readings
from socialdesk.support.values import value_class

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from socialdesk.store.change import Change
    from socialdesk.store.change.transaction import Known
    from socialdesk.store.staff import Team


_STEPS = 20_000
_TOLD_TO_ALL = frozenset({"view", "person", "setting", "channel", "policy"})
"""What every change needs to know beforehand is read anew when one of these was touched."""
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


class Cache(Readings):
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
            touched: frozenset[str] | None = None
            try:
                with self._connection.begin():
                    self._open = change = Change(self._connection, self._known or self._get_known())
                    try:
                        yield change
                        change.finish()
                    finally:
                        self._open = None
                touched = change.touches
            finally:
                # What an undone change had noted for those after it never came to be either.
                if touched is None or touched & _TOLD_TO_ALL:
                    self._known = None
                if touched is None or "channel" in touched:
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

    def _alchemy_connection(self) -> Connection:
        if self._alchemy is None:
            from socialdesk.store.file import open_file

            self._engine = open_file(self.path, self._key, write=self._writes)
            self._alchemy = self._engine.connect()
        return self._alchemy

    def _get_known(self) -> Known:
        from socialdesk.store import known  # only who writes needs it

        self._known = known.known(self)
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

    def team(self) -> Team:
        """How the members work; the same value until that changes, for whoever writes here."""
        from socialdesk.store import staff

        if not self._writes:
            return staff.team(self)
        known = self._known or self._get_known()
        if known.team is None:
            known.team = staff.team(self)
        return known.team

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
