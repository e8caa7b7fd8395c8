"""The desk file: commands, drafts and the state of the window. Written where a person acts, read by the engine.

A command is on the disk before `give` returns, so that it is never lost once it shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from socialdesk.model.command import Command, Given, UnknownCommand, from_json, to_json
from socialdesk.model.identifiers import CommandId, MessageId, PersonId, ThreadId
from socialdesk.store import migrate, schema
from socialdesk.store.file import in_words, open_file
from socialdesk.support.clock import from_ms, to_ms
from socialdesk.support.ids import new_id


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody began to write. `mode` is reply or note; `blanks` are (start, length, hint …) of open blanks."""

    thread_id: ThreadId
    mode: str
    text: str
    changed_at: datetime
    blanks: tuple[tuple[Any, ...], ...] = ()
    based_on: MessageId | None = None


class Desk:
    """The open desk file."""

    def __init__(self, path: Path, key: bytes | None, *, write: bool) -> None:
        self.path = path
        with in_words(path):
            if write:
                migrate.to_newest(path, key, "desk")
            self._engine = open_file(path, key, write=write)
            self._db = self._engine.connect()
            if write:
                raw: Any = self._db.connection.dbapi_connection
                raw.execute("PRAGMA synchronous = FULL")
                self._db.rollback()
                self.id = self.state("desk_id") or ""
                if not self.id:
                    self.id = new_id()
                    self.set_state("desk_id", self.id)
            else:
                migrate.refuse_newer(path, self._db, "desk")
                self.id = self.state("desk_id") or ""

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
        self._engine.dispose()

    def give(self, commands: Iterable[Command], person: PersonId, at: datetime) -> list[Given]:
        """Put commands on the disk, all or none. Raises DiskFull or LockedFile, and then none is given."""
        table = schema.command
        at = from_ms(to_ms(at))  # as it will be read back
        given: list[Given] = []
        with in_words(self.path), self._db.begin():
            for command in commands:
                id_ = CommandId(new_id())
                values = {"id": id_, "given_at": to_ms(at), "person_id": person, "body": to_json(command)}
                seq = self._db.execute(insert(table).values(values).returning(table.c.seq)).scalar_one()
                given.append(Given(id_, seq, at, person, command))
        return given

    def pending(self, after: int = 0) -> list[Given]:
        """Commands after a number that were not retired, in order; what this version cannot read is left alone."""
        table = schema.command
        with in_words(self.path), self._db.begin():
            found = self._db.execute(select(table).where(table.c.seq > after).order_by(table.c.seq)).all()
        given: list[Given] = []
        for row in found:
            try:
                command = from_json(row.body)
            except UnknownCommand:
                continue
            given.append(Given(CommandId(row.id), row.seq, from_ms(row.given_at), PersonId(row.person_id), command))
        return given

    def retire(self, commands: Iterable[CommandId]) -> None:
        """Forget commands whose result has been read."""
        ids = list(commands)
        with in_words(self.path), self._db.begin():
            self._db.execute(delete(schema.command).where(schema.command.c.id.in_(ids)))

    def draft(self, thread: ThreadId, mode: str = "reply") -> Draft | None:
        """What was begun in a thread."""
        table = schema.draft
        with in_words(self.path), self._db.begin():
            row = self._db.execute(select(table).where(table.c.thread_id == thread, table.c.mode == mode)).one_or_none()
        return None if row is None else _to_draft(row)

    def set_draft(self, draft: Draft) -> None:
        """Keep a draft as it is now; an empty one is forgotten."""
        table = schema.draft
        with in_words(self.path), self._db.begin():
            if not draft.text:
                self._db.execute(delete(table).where(table.c.thread_id == draft.thread_id, table.c.mode == draft.mode))
                return
            values = {
                "thread_id": draft.thread_id,
                "mode": draft.mode,
                "text": draft.text,
                "blanks": json.dumps(draft.blanks),
                "based_on": draft.based_on or 0,
                "changed_at": to_ms(draft.changed_at),
            }
            self._db.execute(
                upsert(table).values(values).on_conflict_do_update(index_elements=["thread_id", "mode"], set_=values)
            )

    def drafts(self) -> list[Draft]:
        """Everything begun and not sent."""
        with in_words(self.path), self._db.begin():
            return [_to_draft(row) for row in self._db.execute(select(schema.draft))]

    def state(self, key: str) -> str | None:
        """A remembered value of the window."""
        table = schema.ui_state
        with in_words(self.path), self._db.begin():
            return self._db.execute(select(table.c.value).where(table.c.key == key)).scalar()

    def set_state(self, key: str, value: str) -> None:
        """Remember a value of the window."""
        values = {"key": key, "value": value}
        with in_words(self.path), self._db.begin():
            self._db.execute(
                upsert(schema.ui_state).values(values).on_conflict_do_update(index_elements=["key"], set_=values)
            )


def _to_draft(row: Any) -> Draft:
    blanks = tuple(tuple(blank) for blank in json.loads(row.blanks))
    return Draft(
        ThreadId(row.thread_id),
        row.mode,
        row.text,
        from_ms(row.changed_at),
        blanks,
        MessageId(row.based_on) if row.based_on else None,
    )
