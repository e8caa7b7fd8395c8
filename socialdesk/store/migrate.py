"""Brings a local file to the schema of this version, after a copy; a newer file is refused and left untouched.

The number in SQLite's `user_version` tells in microseconds whether anything is to do; only then Alembic is loaded.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import Connection

from socialdesk.store.errors import NewerFile
from socialdesk.store.file import open_file

VERSIONS = {"cache": 1, "desk": 1}
"""The newest schema of each file: the number of its migrations."""

_MIGRATIONS = Path(__file__).parent / "migrations"


def refuse_newer(path: Path, connection: Connection, kind: str) -> None:
    """Raise NewerFile when the file was written by a newer SocialDesk."""
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
    connection.rollback()
    if version > VERSIONS[kind]:
        raise NewerFile(
            path,
            f"{path} was written by a newer SocialDesk (its version is {version}, this one knows {VERSIONS[kind]})."
            " Nothing was changed. Install the newer SocialDesk, or choose another workspace with --workspace.",
        )


def to_newest(path: Path, key: bytes | None, kind: str) -> None:
    """Make a new file, or bring an older one forward after copying it to `….before-N`. Raises NewerFile."""
    is_new = not path.exists() or path.stat().st_size == 0
    engine = open_file(path, key, write=True)
    try:
        with engine.connect() as connection:
            refuse_newer(path, connection, kind)
            version = int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
            connection.rollback()
            if version == VERSIONS[kind]:
                return
            if not is_new:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                connection.rollback()
                copy = path.with_name(f"{path.name}.before-{VERSIONS[kind]}")
                shutil.copy2(path, copy)
                copy.chmod(0o600)
            _run(connection, kind)
    finally:
        engine.dispose()


def _run(connection: Connection, kind: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.set_main_option("version_locations", str(_MIGRATIONS / kind))
    config.attributes["connection"] = connection
    config.attributes["version"] = VERSIONS[kind]
    command.upgrade(config, "head")
