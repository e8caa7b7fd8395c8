"""Brings a local file to the schema of this version, after a copy; a newer file is refused and left untouched.

The number in SQLite's `user_version` tells in microseconds whether anything is to do; only then Alembic is loaded.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from socialdesk.store.driver import connect
from socialdesk.store.errors import NewerFile

VERSIONS = {"cache": 2, "desk": 1}
"""The newest schema of each file: the number of its migrations."""

_MIGRATIONS = Path(__file__).parent / "migrations"


def refuse_newer(path: Path, driver: Any, kind: str) -> None:
    """Raise NewerFile when the file was written by a newer SocialDesk. `driver` is an open connection to it."""
    version = _version(driver)
    if version > VERSIONS[kind]:
        raise NewerFile(
            path,
            f"{path} was written by a newer SocialDesk (its version is {version}, this one knows {VERSIONS[kind]})."
            " Nothing was changed. Install the newer SocialDesk, or choose another workspace with --workspace.",
        )


def to_newest(path: Path, key: bytes | None, kind: str) -> None:
    """Make a new file, or bring an older one forward after copying it to `….before-N`. Raises NewerFile."""
    is_new = not path.exists() or path.stat().st_size == 0
    if not is_new:
        driver = connect(path, key, write=True)
        try:
            refuse_newer(path, driver, kind)
            if _version(driver) == VERSIONS[kind]:
                return
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            import shutil

            copy = path.with_name(f"{path.name}.before-{VERSIONS[kind]}")
            shutil.copy2(path, copy)
            copy.chmod(0o600)
        finally:
            driver.close()
    _run(path, key, kind, is_new=is_new)


def _version(driver: Any) -> int:
    return int(driver.execute("PRAGMA user_version").fetchone()[0])


def _run(path: Path, key: bytes | None, kind: str, *, is_new: bool) -> None:
    # Loaded only where there is something to do: together they take longer than all else at start-up.
    from alembic import command
    from alembic.config import Config

    from socialdesk.store.file import open_file

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.set_main_option("version_locations", str(_MIGRATIONS / kind))
    config.attributes["version"] = VERSIONS[kind]
    engine = open_file(path, key, write=True)
    try:
        with engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            # A table that others refer to can be rebuilt only while nobody watches the references.
            raw.execute("PRAGMA foreign_keys = OFF")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if not is_new and not raw.execute("PRAGMA auto_vacuum").fetchone()[0]:
                raw.execute("PRAGMA auto_vacuum = INCREMENTAL")
                raw.execute("VACUUM")
    finally:
        engine.dispose()
