"""Gives SQLAlchemy engines on the local files, for what is written and migrated; knows no table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from socialdesk.store.driver import cipher, connect, full, in_words, to_words

__all__ = ["cipher", "full", "in_words", "open_file", "to_words"]


def open_file(path: Path, key: bytes | None, *, write: bool) -> Engine:
    """An engine on one file. With `key` (256 bits) the file is encrypted; a reader cannot change anything."""
    is_new = not path.exists() or path.stat().st_size == 0
    if write and not path.exists():
        path.touch(mode=0o600)
        path.chmod(0o600)

    def creator() -> Any:
        return connect(path, key, write=write, is_new=is_new)

    engine = create_engine("sqlite://", creator=creator, poolclass=StaticPool, module=cipher)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine
