"""Reads around what is damaged in a local file: gives every row that can still be read, knows no meaning of any.

A table is read along its numbers; where a page cannot be read, the next number behind it is looked for. Every index is
a second copy of some columns: rows that are lost in the table itself come back with what their indexes tell.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from socialdesk.store.driver import cipher
from socialdesk.store.pages import PAGE_BYTES, SALT_BYTES, is_whole, mac_key
from socialdesk.store.shape import Part, Shape, graft, kept
from socialdesk.store.wal import overlay

_TRIES, _ONE_BY_ONE, _STEP = 10_000, 5_000, 64
_BEYOND = 100
_BROKEN = (sqlite3.Error, cipher.Error, OverflowError)
_TREE_STARTS = (b"\x02", b"\x05", b"\x0a", b"\x0d")
"""What the first byte of a page of a table or an index can be."""


@dataclass(slots=True)
class Seen:
    """How far a table could be read: the numbers of its rows, and whether nothing was in the way."""

    numbers: set[int] = field(default_factory=set[int])
    is_whole: bool = True


class Unreadable(Exception):
    """Not even the list of tables can be read."""


class Salvage:
    """A damaged file, opened as far as it opens. It reads a copy: what is damaged stays exactly as it is."""

    def __init__(self, path: Path, key: bytes | None) -> None:
        """Raises Unreadable, or OSError when there is no room for the copy."""
        self._key = key
        self._copy = path.with_name(f"{path.name}.reading")
        self._db: Any = None
        self._head = b""
        """The first page as it was, where it can be read."""
        self._turned_to = ("", "")
        self.skips_in_wal = False
        """Whether the write-ahead file has a damaged place with more behind it."""
        try:
            shutil.copyfile(path, self._copy)
            wal = path.with_name(f"{path.name}-wal")
            if wal.exists():
                self.skips_in_wal = overlay(self._copy, wal)
            self._lengthen()
            with self._copy.open("rb") as file:
                self._head = file.read(PAGE_BYTES)
            self._shape = self._listed()
        except _BROKEN as error:
            self._head = b""
            found = kept(path)
            if found is None:
                self.close()
                raise Unreadable from error
            self._shape = found
        except OSError:
            self.close()
            raise
        parts = self._shape.parts
        self._tables = {one.name: one.sql or "" for one in parts if one.kind == "table"}
        self._indexes = [(one.name, one.table, one.sql or "") for one in parts if one.kind == "index"]
        self._roots = {one.name: one.root for one in parts}

    def _listed(self) -> Shape:
        self._open()
        query = "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE rootpage > 0"
        return Shape(self._head[:SALT_BYTES], tuple(Part(*row) for row in self._db.execute(query).fetchall()))

    def _begins(self, name: str) -> bool:
        """Whether the page on which a table begins is there: without it nothing of the table is ever reached."""
        number = self._roots[name]
        with self._copy.open("rb") as file:
            file.seek((number - 1) * PAGE_BYTES)
            page = file.read(PAGE_BYTES)
        if self._key is None:
            return page[:1] in _TREE_STARTS
        return is_whole(page, number, mac_key(self._key, self._shape.salt))

    def _lengthen(self) -> None:
        """A file that was cut off is not opened at all: what is missing reads as nothing then."""
        whole = self._copy.stat().st_size // PAGE_BYTES
        with self._copy.open("r+b") as file:
            # Nothing is written there, so that it takes no room.
            file.truncate(whole * PAGE_BYTES)  # a page that was cut through is none
            file.truncate((whole + whole // 2 + 4096) * PAGE_BYTES)

    def _turn_to(self, table: str, index: str = "") -> None:
        """Give the copy a first page that knows this table alone, and one of its indexes.

        Where the list of tables is lost there is no other way; and a file that is opened anew after every break is
        opened ten times as fast. With all its indexes a table may have no room on one page.
        """
        if self._turned_to == (table, index):
            return
        self._turned_to = (table, index)
        # An index that a constraint makes has no words of its own, and the table asks for it.
        parts = [one for one in self._shape.parts if one.table == table and (one.name in {table, index} or not one.sql)]
        if not graft(self._copy, self._key, self._shape, parts):
            with self._copy.open("r+b") as file:
                file.write(self._head)
        with contextlib.suppress(*_BROKEN):
            self._open()

    def close(self) -> None:
        """Let go of the copy."""
        if self._db is not None:
            with contextlib.suppress(*_BROKEN):
                self._db.close()
        for ending in ("", "-wal", "-shm", "-journal", ".head"):
            self._beside(ending).unlink(missing_ok=True)

    def columns(self, table: str) -> list[str]:
        """The columns of a table as the file has them; empty when it has no such table."""
        if table not in self._tables:
            return []
        self._turn_to(table)
        return [row[1] for row in self._until_broken(f'PRAGMA table_info("{table}")', Seen())]

    def rows(self, table: str, columns: Sequence[str], seen: Seen) -> Iterator[tuple[Any, ...]]:
        """Every row that can be read; `seen` is told how far that was."""
        self._turn_to(table)
        wanted = ", ".join(f'"{column}"' for column in columns)
        if "WITHOUT ROWID" in self._tables[table].upper():
            yield from self._from_both_ends(f'SELECT {wanted} FROM "{table}" ORDER BY 1', seen)  # noqa: S608 - own names
            return
        # Names of the schema of the file itself.
        onward = f'SELECT rowid, {wanted} FROM "{table}" WHERE rowid >= ? ORDER BY rowid'  # noqa: S608
        at, top = 0, None
        while True:
            try:
                for row in self._db.execute(onward, (at,)):
                    if row[0] < at:
                        break  # a damaged page that looks like one: its numbers do not rise
                    seen.numbers.add(row[0])
                    at = row[0] + 1
                    yield row[1:]
                else:
                    return
            except _BROKEN:
                self._open()
            seen.is_whole = False
            if not self._begins(table):
                return
            if top is None:
                top = self._top(table)
                self._turn_to(table)
            # The driver reads one row ahead: the one before a break is had by asking for it alone.
            found = self._behind(f"{onward} LIMIT 1", at, top)
            if found is None:
                break
            seen.numbers.add(found[0])
            at = found[0] + 1
            yield found[1:]
        # What lies at the far end of a break that is too wide.
        for row in self._until_broken(onward.replace("ORDER BY rowid", "ORDER BY rowid DESC"), seen, (0,)):
            if row[0] < at or row[0] in seen.numbers:
                return
            seen.numbers.add(row[0])
            yield row[1:]

    def lost(self, table: str, seen: Seen) -> dict[int, dict[str, Any]]:
        """The rows that were not seen but stand in an index, by number, with the columns that indexes tell."""
        found: dict[int, dict[str, Any]] = {}
        for name, of, sql in self._indexes:
            if of != table:
                continue
            self._turn_to(table, name)
            columns = [row[2] for row in self._until_broken(f'PRAGMA index_info("{name}")', Seen())]
            if not columns or None in columns:  # what an index computes is no column
                continue
            wanted = ", ".join(f'"{column}"' for column in columns)
            where = f" WHERE {sql.split(' WHERE ', 1)[1]}" if " WHERE " in sql else ""
            # Names of the schema of the file itself.
            query = f'SELECT rowid, {wanted} FROM "{table}" INDEXED BY "{name}"{where} ORDER BY {wanted}'  # noqa: S608
            for row in self._from_both_ends(query, Seen()):
                if row[0] not in seen.numbers:
                    found.setdefault(row[0], {}).update(zip(columns, row[1:], strict=True))
        return found

    def _behind(self, probe: str, at: int, top: int) -> tuple[Any, ...] | None:
        """The first row from number `at` on that can be read; None when none is found, or none is left."""
        for tried in range(_TRIES):
            if at > top:
                return None
            try:
                row = self._db.execute(probe, (at,)).fetchone()
            except _BROKEN:
                self._open()
            else:
                if row is None or row[0] >= at:
                    return row
            at += 1 if tried < _ONE_BY_ONE else _STEP
        return None

    def _top(self, table: str) -> int:
        """The highest number there can be."""
        try:
            return self._db.execute(f'SELECT max(rowid) FROM "{table}"').fetchone()[0] or 0  # noqa: S608 - own names
        except _BROKEN:
            self._open()
        known = self.lost(table, Seen())
        return max(known, default=_ONE_BY_ONE) + _BEYOND

    def _from_both_ends(self, query: str, seen: Seen) -> Iterator[tuple[Any, ...]]:
        yield from self._until_broken(query, seen)
        if not seen.is_whole:
            columns = query.rsplit(" ORDER BY ", 1)
            back = f"{columns[0]} ORDER BY {' DESC, '.join(columns[1].split(', '))} DESC"
            yield from self._until_broken(back, seen)

    def _until_broken(self, query: str, seen: Seen, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        got = 0
        try:
            for row in self._db.execute(query, values):
                got += 1
                yield row
        except _BROKEN:
            seen.is_whole = False
            self._open()
            try:
                yield from self._db.execute(f"{query} LIMIT 1 OFFSET {got}", values).fetchall()
            except _BROKEN:
                self._open()

    def _open(self) -> None:
        """Open the copy, anew after every break: an encrypted file stays shut after the first page that fails."""
        if self._db is not None:
            with contextlib.suppress(*_BROKEN):
                self._db.close()
        self._db = opened = cipher.connect(str(self._copy), isolation_level=None)
        opened.text_factory = _text
        if self._key is not None:
            opened.execute("PRAGMA cipher_log_level = NONE")
            opened.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")

    def _beside(self, ending: str) -> Path:
        return self._copy.with_name(self._copy.name + ending)


def _text(raw: bytes) -> str:
    """A text of a plain file may be damaged in itself: what can be read of it is read."""
    return raw.decode("utf-8", "replace")
