"""Opens the local files: plain or encrypted, for reading or writing, in the schema of this version.

Gives SQLAlchemy engines whose connections are set up alike; knows no table.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Generator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from socialdesk.store.errors import DamagedFile, DiskFull, LockedFile, StoreError

# The driver ships no types.
cipher: Any = sqlcipher3.dbapi2

_DATABASE_ERRORS: tuple[type[Exception], ...] = (DBAPIError, sqlite3.Error, cipher.Error)

BUSY_MS = 15_000
_LEAST_FREE_BYTES = 1_000_000
_CORRUPT, _NOTADB, _FULL, _BUSY, _LOCKED = 11, 26, 13, 5, 6


def open_file(path: Path, key: bytes | None, *, write: bool) -> Engine:
    """An engine on one file. With `key` (256 bits) the file is encrypted; a reader cannot change anything."""
    if write and not path.exists():
        path.touch(mode=0o600)
        path.chmod(0o600)
    driver: Any = cipher if key is not None else sqlite3

    def connect() -> Any:
        connection = driver.connect(str(path), check_same_thread=False, isolation_level=None, timeout=BUSY_MS / 1000)
        if key is not None:
            # SQLCipher writes to standard error on a wrong key; what matters of it is in the exception.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -16000")
        if write:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        else:
            connection.execute("PRAGMA query_only = ON")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool, module=driver)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


@contextlib.contextmanager
def in_words(path: Path) -> Generator[None, None, None]:
    """Turn what the database says into an error a person can act on."""
    try:
        yield
    except _DATABASE_ERRORS as error:
        raise to_words(path, error) from error
    except OSError as error:
        if error.errno == 28:
            raise full(path) from error
        raise


def full(path: Path) -> DiskFull:
    """The disk has no room left."""
    return DiskFull(
        path,
        f"The disk is full, so the last change could not be written to {path}. Everything before it is"
        " safe. Free some space, then try again.",
    )


def to_words(path: Path, error: BaseException) -> StoreError | BaseException:
    """The error in words, or itself when it is none of the file's."""
    origin: Any = error.orig if isinstance(error, DBAPIError) else error
    code = (getattr(origin, "sqlite_errorcode", 0) or 0) & 0xFF
    said = str(origin)
    if "disk I/O error" in said:
        # On a full disk SQLite may fail already at the shared memory beside the file.
        if shutil.disk_usage(path.parent).free < _LEAST_FREE_BYTES:
            return full(path)
        return StoreError(path, f"{path} cannot be read or written: the disk reports an error. Check the disk first.")
    if code == _FULL or "disk is full" in said:
        return full(path)
    if code == _NOTADB or "not a database" in said:
        return DamagedFile(
            path,
            f"{path} cannot be read: it is damaged, or its key is another one. Nothing was changed."
            " Put a copy of the workspace folder aside, then run: socialdesk doctor",
        )
    if code == _CORRUPT or "malformed" in said:
        return DamagedFile(
            path,
            f"{path} is damaged. Nothing was changed. Run: socialdesk doctor --repair, which sets it"
            " aside and reads your channels again.",
        )
    if code in (_BUSY, _LOCKED) or "locked" in said:
        return LockedFile(path, f"Another program holds {path}. Close it and try again; nothing was lost.")
    return error
