"""The file of pictures: their small and large forms, by the digest of what was fetched. Written by the engine alone.

Everything in it can be fetched again, so a damaged one is thrown away. It knows nothing of messages.
"""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from socialdesk.store import migrate
from socialdesk.store.driver import connect, in_words
from socialdesk.store.errors import DamagedFile, WrongKey
from socialdesk.support.clock import to_ms

MOST_BYTES = 2_000_000_000
"""How much all pictures together may take where nobody chose another limit."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as our own decoder wrote it again: JPEG, or PNG where it lets through what is behind it.

    `width` and `height` are those of the original, in pixels. `is_moving` says that only its first frame is kept.
    """

    width: int
    height: int
    is_moving: bool
    thumb: bytes = field(repr=False)
    view: bytes = field(repr=False)


class Media:
    """The open file."""

    def __init__(self, path: Path, key: bytes | None, *, write: bool) -> None:
        """Open it; a writer makes it where it is missing, and anew where it cannot be read. Raises a StoreError."""
        self.path = path
        if write:
            try:
                self._db = self._to_write(path, key)
            except (DamagedFile, WrongKey):
                # Nothing in it is ours alone, and nobody should be asked about it.
                for ending in ("", "-wal", "-shm"):
                    path.with_name(path.name + ending).unlink(missing_ok=True)
                self._db = self._to_write(path, key)
        else:
            with in_words(path, key):
                self._db = connect(path, key, write=False)
                migrate.refuse_newer(path, self._db, "media")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def put(self, sha256: str, picture: Picture, now: datetime) -> None:
        """Keep a picture; one that is there already only gets younger."""
        size = len(picture.thumb) + len(picture.view)
        row = (
            sha256,
            to_ms(now),
            picture.width,
            picture.height,
            int(picture.is_moving),
            size,
            picture.thumb,
        )
        with self._change():
            self._db.execute(
                "INSERT INTO picture VALUES (?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (sha256) DO UPDATE SET fetched_at = excluded.fetched_at",
                row,
            )
            self._db.execute("INSERT OR IGNORE INTO view VALUES (?, ?)", (sha256, picture.view))

    def thumb(self, sha256: str) -> bytes | None:
        """The small form, as the bytes of its file."""
        return self._one("SELECT thumb FROM picture WHERE sha256 = ?", sha256)

    def view(self, sha256: str) -> bytes | None:
        """The large form, as the bytes of its file."""
        return self._one("SELECT data FROM view WHERE sha256 = ?", sha256)

    def size_of(self, sha256: str) -> tuple[int, int] | None:
        """Width and height of the original; None when the picture is not here."""
        with in_words(self.path):
            found = self._db.execute("SELECT width, height FROM picture WHERE sha256 = ?", (sha256,)).fetchone()
        return None if found is None else (int(found[0]), int(found[1]))

    def size_bytes(self) -> int:
        """What all pictures take."""
        with in_words(self.path):
            return int(self._db.execute("SELECT coalesce(sum(size_bytes), 0) FROM picture").fetchone()[0])

    def count(self) -> int:
        """How many pictures are here."""
        with in_words(self.path):
            return int(self._db.execute("SELECT count(*) FROM picture").fetchone()[0])

    def known(self) -> set[str]:
        """The digests of all pictures."""
        with in_words(self.path):
            return {row[0] for row in self._db.execute("SELECT sha256 FROM picture")}

    def oldest(self, over_bytes: int) -> list[str]:
        """The pictures that came first, as many as take `over_bytes`."""
        found: list[str] = []
        with in_words(self.path):
            for sha256, size in self._db.execute("SELECT sha256, size_bytes FROM picture ORDER BY fetched_at"):
                if over_bytes <= 0:
                    break
                found.append(sha256)
                over_bytes -= size
        return found

    def drop(self, digests: Iterable[str], *, for_good: bool = False) -> None:
        """Let go of pictures. With `for_good` nothing of them stays readable in the file or beside it."""
        listed: Sequence[tuple[str]] = [(one,) for one in digests]
        if not listed:
            return
        if for_good:
            self._db.execute("PRAGMA secure_delete = ON")
        with self._change():
            self._db.executemany("DELETE FROM picture WHERE sha256 = ?", listed)
        with in_words(self.path):
            self._db.execute("PRAGMA incremental_vacuum").fetchall()
            if for_good:
                self._db.execute("PRAGMA secure_delete = OFF")
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if for_good:
            for copy in migrate.backups(self.path):
                copy.unlink(missing_ok=True)

    @staticmethod
    def _to_write(path: Path, key: bytes | None) -> Any:
        with in_words(path, key):
            migrate.to_newest(path, key, "media")
            return connect(path, key, write=True)

    @contextlib.contextmanager
    def _change(self) -> Generator[None, None, None]:
        with in_words(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def _one(self, statement: str, sha256: str) -> bytes | None:
        with in_words(self.path):
            found = self._db.execute(statement, (sha256,)).fetchone()
        return None if found is None else bytes(found[0])
