"""The desk file: commands, drafts and the state of the window. Written where a person acts, read by the engine.

A command is on the disk before `give` returns, so that it is never lost once it shows.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Collection, Generator, Iterable
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from socialdesk.model.identifiers import CommandId, MessageId, PersonId, ThreadId
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.store import migrate, shape
from socialdesk.store.driver import check, connect, in_words
from socialdesk.store.errors import DiskFull, LockedFile
from socialdesk.support.clock import from_ms, to_ms
from socialdesk.support.failpoints import reach
from socialdesk.support.ids import new_id
from socialdesk.support.values import value_class

if TYPE_CHECKING:
    # Most starts of the window find no command: their code is loaded by the first one.
    from socialdesk.model.command import Command, Given

_DIGEST = r"\b[0-9a-f]{64}\b"
_DRAFTS = "SELECT thread_id, mode, text, blanks, based_on, changed_at, pictures, to_all, goes_to FROM draft"


@value_class(frozen=True, slots=True)
class Draft:
    """What somebody began to write. `mode` is reply or note; `blanks` are (start, length, hint …) of open blanks."""

    thread_id: ThreadId
    mode: str
    text: str
    changed_at: datetime
    blanks: tuple[tuple[Any, ...], ...] = ()
    based_on: MessageId | None = None
    pictures: tuple[OutgoingPicture, ...] = ()
    to_all: bool = False
    """Whether it is meant for all who had the message, where several did."""
    goes_to: tuple[str, ...] = ()
    """With `to_all`, the addresses of just those of them that it is meant for; empty for all."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.text.strip() and not self.pictures


class Desk:
    """The open desk file."""

    def __init__(self, path: Path, key: bytes | None, *, write: bool) -> None:
        self.path = path
        self._unkept: dict[tuple[ThreadId, str], Draft] = {}
        """Drafts that could not be written, the newest of each: nothing typed is lost while the program runs."""
        with in_words(path, key):
            if write:
                migrate.to_newest(path, key, "desk")
            self._db = connect(path, key, write=write)
            if write:
                self._db.execute("PRAGMA synchronous = FULL")
                self.id = self.state("desk_id") or ""
                if not self.id:
                    self.id = new_id()
                    self.set_state("desk_id", self.id)
                shape.keep(path, self._db)
            else:
                migrate.refuse_newer(path, self._db, "desk")
                self.id = self.state("desk_id") or ""

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def check(self) -> None:
        """Read the whole file. Raises DamagedFile when something is wrong with it."""
        with in_words(self.path):
            check(self.path, self._db)

    def give(self, commands: Iterable[Command], person: PersonId, at: datetime) -> list[Given]:
        """Put commands on the disk, all or none. Raises DiskFull or LockedFile, and then none is given."""
        from socialdesk.model.command import Given
        from socialdesk.model.command_form import to_json

        at = from_ms(to_ms(at))  # as it will be read back
        # Written out before the file is held: thousands take a while, and drafts must not wait for it.
        wanted = [(CommandId(new_id()), command) for command in commands]
        rows = [(id_, to_ms(at), person, to_json(command)) for id_, command in wanted]
        if not rows:
            return []
        with self._change():
            self._db.executemany("INSERT INTO command (id, given_at, person_id, body) VALUES (?, ?, ?, ?)", rows)
            # One transaction, one writer: their numbers follow each other.
            last = self._db.execute("SELECT seq FROM command WHERE id = ?", (rows[-1][0],)).fetchone()[0]
        first = last - len(rows) + 1
        return [Given(id_, first + place, at, person, command) for place, (id_, command) in enumerate(wanted)]

    def pending(self, after: int = 0) -> list[Given]:
        """Commands after a number that were not retired, in order; what this version cannot read is left alone."""
        found = self._ask("SELECT seq, id, given_at, person_id, body FROM command WHERE seq > ? ORDER BY seq", (after,))
        if not found:
            return []
        from socialdesk.model.command import Given
        from socialdesk.model.command_form import UnknownCommand, from_json

        given: list[Given] = []
        for seq, id_, at, person, body in found:
            try:
                command = from_json(body)
            except UnknownCommand:
                continue
            given.append(Given(CommandId(id_), seq, from_ms(at), PersonId(person), command))
        return given

    def retire(self, commands: Iterable[CommandId]) -> None:
        """Forget commands whose result has been read."""
        reach("desk.before_retire")
        # One that comes back after a power cut is found decided, and is forgotten again.
        with self._change(is_synced=False):
            self._db.executemany("DELETE FROM command WHERE id = ?", [(id_,) for id_ in commands])

    def draft(self, thread: ThreadId, mode: str = "reply") -> Draft | None:
        """What was begun in a thread."""
        unkept = self._unkept.get((thread, mode))
        if unkept is not None:
            return None if unkept.is_empty else unkept
        found = self._ask(f"{_DRAFTS} WHERE thread_id = ? AND mode = ?", (thread, mode))
        return _to_draft(found[0]) if found else None

    def set_draft(self, draft: Draft) -> None:
        """Keep a draft as it is now; an empty one is forgotten. What is kept like this already is not written again.

        Raises StoreError where it can't be written; `draft` gives it all the same, and `keep_unkept` tries again.
        """
        self._unkept[draft.thread_id, draft.mode] = draft
        self._write_draft(draft)
        del self._unkept[draft.thread_id, draft.mode]

    def keep_unkept(self) -> int:
        """Write the drafts that could not be written; gives how many still can't be."""
        for of, draft in list(self._unkept.items()):
            with contextlib.suppress(DiskFull, LockedFile):
                self._write_draft(draft)
                del self._unkept[of]
        return len(self._unkept)

    def _write_draft(self, draft: Draft) -> None:
        found = self._ask(f"{_DRAFTS} WHERE thread_id = ? AND mode = ?", (draft.thread_id, draft.mode))
        before = _to_draft(found[0]) if found else None
        if before is None and draft.is_empty:
            return
        if before is not None and replace(before, changed_at=draft.changed_at) == draft:
            return
        with self._change():
            if draft.is_empty:
                self._db.execute("DELETE FROM draft WHERE thread_id = ? AND mode = ?", (draft.thread_id, draft.mode))
                return
            self._db.execute(
                "INSERT OR REPLACE INTO draft (thread_id, mode, text, blanks, based_on, changed_at, pictures, to_all,"
                " goes_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    draft.thread_id,
                    draft.mode,
                    draft.text,
                    json.dumps(draft.blanks),
                    draft.based_on or 0,
                    to_ms(draft.changed_at),
                    json.dumps([asdict(one) for one in draft.pictures]),
                    int(draft.to_all),
                    json.dumps(draft.goes_to),
                ),
            )

    def forget(self, threads: Iterable[ThreadId], states: Iterable[str] = (), *, needed: Collection[str]) -> None:
        """Leave nothing of what was begun in these threads, not even in free room or in the write-ahead file.

        `states` are remembered values of the window that go as well. So do all pictures but those of other drafts and
        the `needed` ones: what waits to be sent to others.
        """
        self._db.execute("PRAGMA secure_delete = ON")
        gone = set(threads := list(threads))
        self._unkept = {of: draft for of, draft in self._unkept.items() if of[0] not in gone}
        with self._change():
            self._db.executemany("DELETE FROM draft WHERE thread_id = ?", [(id_,) for id_ in threads])
            self._db.executemany("DELETE FROM ui_state WHERE key = ?", [(key,) for key in states])
        self.drop_outgoing(needed, datetime.max.replace(tzinfo=UTC))
        with in_words(self.path):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.execute("PRAGMA secure_delete = OFF")
        for copy in self.path.parent.glob(f"{self.path.name}.*"):
            copy.unlink()

    def keep_outgoing(self, picture: OutgoingPicture, data: bytes, thumb: bytes, at: datetime) -> None:
        """Keep the bytes of a picture that is to go out."""
        with self._change():
            self._db.execute(
                "INSERT OR IGNORE INTO outgoing_picture (id, media_type, data, thumb, added_at) VALUES (?, ?, ?, ?, ?)",
                (picture.id, picture.media_type, data, thumb, to_ms(at)),
            )

    def outgoing_data(self, id_: str) -> bytes | None:
        """The bytes of a picture that is to go out."""
        found = self._ask("SELECT data FROM outgoing_picture WHERE id = ?", (id_,))
        return bytes(found[0][0]) if found else None

    def has_outgoing(self, id_: str) -> bool:
        """Whether the bytes of a picture are kept."""
        return bool(self._ask("SELECT 1 FROM outgoing_picture WHERE id = ?", (id_,)))

    def outgoing_thumb(self, id_: str) -> bytes | None:
        """The small form of a picture that is to go out."""
        found = self._ask("SELECT thumb FROM outgoing_picture WHERE id = ?", (id_,))
        return bytes(found[0][0]) if found else None

    def drop_outgoing(self, needed: Collection[str], before: datetime) -> int:
        """Forget pictures added before a moment that neither a draft nor a pending command nor `needed` names."""
        kept = set(needed)
        kept.update(picture.id for draft in self.drafts() for picture in draft.pictures)
        for (body,) in self._ask("SELECT body FROM command WHERE body LIKE '%\"pictures\": [{%'"):
            kept.update(re.findall(_DIGEST, body))
        # What is written in the library and not saved yet names them too.
        for (value,) in self._ask("SELECT value FROM ui_state WHERE key LIKE 'library_%'"):
            kept.update(re.findall(_DIGEST, value))
        found = self._ask("SELECT id FROM outgoing_picture WHERE added_at < ?", (to_ms(before),))
        gone = [(id_,) for (id_,) in found if id_ not in kept]
        if gone:
            with self._change(is_synced=False):
                self._db.executemany("DELETE FROM outgoing_picture WHERE id = ?", gone)
        return len(gone)

    def drafts(self) -> list[Draft]:
        """Everything begun and not sent."""
        kept = {(one.thread_id, one.mode): one for one in map(_to_draft, self._ask(_DRAFTS))}
        return [one for one in (kept | self._unkept).values() if not one.is_empty]

    def state(self, key: str) -> str | None:
        """A remembered value of the window."""
        found = self._ask("SELECT value FROM ui_state WHERE key = ?", (key,))
        return found[0][0] if found else None

    def state_list(self, key: str) -> list[Any]:
        """A remembered list; an empty one where there is none, or something else stands in its place."""
        found = self._state_read(key)
        return cast("list[Any]", found) if isinstance(found, list) else []

    def state_table(self, key: str) -> dict[str, Any]:
        """A remembered table; an empty one where there is none, or something else stands in its place."""
        found = self._state_read(key)
        return cast("dict[str, Any]", found) if isinstance(found, dict) else {}

    def _state_read(self, key: str) -> Any:
        try:
            return json.loads(self.state(key) or "null")
        except (ValueError, RecursionError):
            return None

    def set_state(self, key: str, value: str) -> None:
        """Remember a value of the window; where it cannot be written now it is not remembered, and nothing else."""
        if self.state(key) == value:
            return
        with contextlib.suppress(DiskFull, LockedFile), self._change(is_synced=False):
            self._db.execute("INSERT OR REPLACE INTO ui_state (key, value) VALUES (?, ?)", (key, value))

    def _ask(self, statement: str, parameters: tuple[Any, ...] = ()) -> list[Any]:
        with in_words(self.path):
            return self._db.execute(statement, parameters).fetchall()

    @contextlib.contextmanager
    def _change(self, *, is_synced: bool = True) -> Generator[None, None, None]:
        """One transaction that is on the disk when the block ends, or has not happened.

        Without `is_synced` it may be forgotten when the power fails, never when the process does; the disk is not
        waited for.
        """
        with in_words(self.path):
            before = 0
            if not is_synced:
                before = self._db.execute("PRAGMA synchronous").fetchone()[0]
                self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                reach("desk.before_commit")
                self._db.execute("COMMIT")
                reach("desk.after_commit")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            finally:
                if not is_synced:
                    self._db.execute(f"PRAGMA synchronous = {before}")


def _to_draft(row: Any) -> Draft:
    thread, mode, text, blanks, based_on, at, pictures, to_all, goes_to = row
    taken = tuple(OutgoingPicture(**one) for one in json.loads(pictures))
    opened = tuple(tuple(blank) for blank in json.loads(blanks))
    seen = MessageId(based_on) if based_on else None
    return Draft(
        ThreadId(thread), mode, text, from_ms(at), opened, seen, taken, bool(to_all), tuple(json.loads(goes_to))
    )
