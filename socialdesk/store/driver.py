"""Opens the local files on the driver itself, and turns what the database says into words; knows no table.

Readers of screens need no more than this: SQLAlchemy is loaded where something is written or migrated.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2

from socialdesk.store.errors import DamagedFile, DiskFull, LockedFile, ReadOnlyFile, StoreError, WrongKey

# The driver ships no types.
cipher: Any = sqlcipher3.dbapi2

BUSY_MS = 15_000
_LEAST_FREE_BYTES = 1_000_000
_CORRUPT, _NOTADB, _FULL, _BUSY, _LOCKED, _READONLY = 11, 26, 13, 5, 6, 8


def connect(path: Path, key: bytes | None, *, write: bool, is_new: bool = False) -> Any:
    """A connection to one file, set up alike for everybody. With `key` (256 bits) the file is encrypted."""
    # The driver of encrypted files opens plain ones as well, and its SQLite is the same on every machine.
    connection = cipher.connect(str(path), check_same_thread=False, isolation_level=None, timeout=BUSY_MS / 1000)
    if key is not None:
        # SQLCipher writes to standard error on a wrong key; what matters of it is in the exception.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -16000")
    if not write:
        connection.execute("PRAGMA query_only = ON")
        return connection
    if is_new:
        # Only before the first table: what is erased later gives its room back in small steps.
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def check(path: Path, connection: Any) -> None:
    """Read the whole file. Raises DamagedFile when something is wrong with it, or what the driver says of it."""
    said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise DamagedFile(path, f"{path} is damaged ({said}). Run: socialdesk doctor --repair")


@contextlib.contextmanager
def in_words(path: Path, key: bytes | None = None) -> Generator[None, None, None]:
    """Turn what the database says into an error a person can act on. With `key` a wrong one is told from damage."""
    try:
        yield
    except OSError as error:
        if error.errno == 28:
            raise full(path) from error
        raise
    except Exception as error:
        said = to_words(path, error)
        if said is error:
            raise
        if key is not None and isinstance(said, DamagedFile) and _is_foreign(path, key):
            raise WrongKey(
                path,
                f"{path} cannot be read with the key of this workspace: it was written with another one, or is damaged"
                " from end to end. Nothing was changed. If you have put a file of another copy here, put the right one"
                " back; else run: socialdesk doctor --repair, which sets it aside and reads your channels again.",
            ) from error
        raise said from error


def _is_foreign(path: Path, key: bytes) -> bool:
    from socialdesk.store.pages import has_key  # only where something is wrong already

    return path.exists() and path.stat().st_size > 0 and not has_key(path, key)


def full(path: Path) -> DiskFull:
    """The disk has no room left."""
    return DiskFull(
        path,
        f"The disk is full, so the last change could not be written to {path}. Everything before it is"
        " safe. Free some space, then try again.",
    )


def to_words(path: Path, error: BaseException) -> StoreError | BaseException:
    """The error in words, or itself when it is none of the file's."""
    # SQLAlchemy wraps what the driver raised; where nobody loaded it, nobody raised it.
    alchemy: Any = sys.modules.get("sqlalchemy.exc")
    wrapped: Any = error
    origin: Any = wrapped.orig if alchemy is not None and isinstance(error, alchemy.DBAPIError) else error
    plain: Any = sys.modules.get("sqlite3")  # likewise
    if not isinstance(origin, (cipher.Error,) if plain is None else (cipher.Error, plain.Error)):
        return error
    code = (getattr(origin, "sqlite_errorcode", 0) or 0) & 0xFF
    said = str(origin)
    if "disk I/O error" in said:
        # On a full disk SQLite may fail already at the shared memory beside the file.
        import shutil

        if shutil.disk_usage(path.parent).free < _LEAST_FREE_BYTES:
            return full(path)
        return StoreError(path, f"{path} cannot be read or written: the disk reports an error. Check the disk first.")
    if code == _FULL or "disk is full" in said:
        return full(path)
    if code == _NOTADB or "not a database" in said:
        return DamagedFile(
            path,
            f"{path} cannot be read: it is damaged. Nothing was changed. Run: socialdesk doctor --repair, which sets it"
            " aside, keeps all that can be read of it, and reads your channels again.",
        )
    if code == _CORRUPT or "malformed" in said:
        return DamagedFile(
            path,
            f"{path} is damaged. Nothing was changed. Run: socialdesk doctor --repair, which sets it"
            " aside, keeps all that can be read of it, and reads your channels again.",
        )
    if code == _READONLY or "readonly database" in said:
        return ReadOnlyFile(
            path,
            f"{path} cannot be written: the file, or the disk it is on, is read-only. Everything before it is safe."
            " Make it writable, then try again.",
        )
    if code in (_BUSY, _LOCKED) or "locked" in said:
        return LockedFile(path, f"Another program holds {path}. Close it and try again; nothing was lost.")
    return error
