"""Brings a local file to the schema of this version, after a copy; a newer file is refused and left untouched.

The number in SQLite's `user_version` tells in microseconds whether anything is to do; only then Alembic is loaded.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from socialdesk.store.driver import connect
from socialdesk.store.errors import LockedFile, NewerFile
from socialdesk.support.failpoints import reach

VERSIONS = {"cache": 29, "desk": 4, "media": 1}
"""The newest schema of each file: the number of its migrations."""

_COPIES = 2
"""How many copies from before earlier migrations are kept."""
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
    """Make a new file, or bring an older one forward after copying it to `….before-N`.

    Raises NewerFile, LockedFile or an OSError when there is no room for the copy; then the file is as it was. So it is
    when the process dies on the way.
    """
    is_new = not path.exists() or path.stat().st_size == 0
    if not is_new:
        driver = connect(path, key, write=True)
        try:
            refuse_newer(path, driver, kind)
            if _version(driver) == VERSIONS[kind]:
                return
            # What lies in the write-ahead file must be in the copy.
            if driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise LockedFile(path, f"Another program holds {path}. Close it and try again; nothing was lost.")
            _copy(path, path.with_name(f"{path.name}.before-{VERSIONS[kind]}"))
        finally:
            driver.close()
    reach("migrate.copied")
    _run(path, key, kind, is_new=is_new)
    if not is_new:
        for old in backups(path)[_COPIES:]:
            old.unlink(missing_ok=True)


def backups(path: Path) -> list[Path]:
    """The copies of a file from before its migrations, the newest first."""
    begin = f"{path.name}.before-"
    found = [one for one in path.parent.iterdir() if one.name.startswith(begin) and one.name[len(begin) :].isdecimal()]
    return sorted(found, key=lambda one: int(one.name[len(begin) :]), reverse=True)


def _copy(path: Path, copy: Path) -> None:
    """Copy a file that is wholly there or not at all under its name. Raises OSError, and then nothing is left of it."""
    import shutil

    begun = copy.with_name(f"{copy.name}.part")
    try:
        shutil.copyfile(path, begun)
        begun.chmod(0o600)
        with begun.open("r+b") as written:
            os.fsync(written.fileno())
        reach("migrate.before_copy_is_named")
        begun.replace(copy)
    except OSError:
        begun.unlink(missing_ok=True)
        raise


def _version(driver: Any) -> int:
    return int(driver.execute("PRAGMA user_version").fetchone()[0])


def _run(path: Path, key: bytes | None, kind: str, *, is_new: bool, to: str = "head") -> None:
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
            reach("migrate.before_run")
            command.upgrade(config, to)
            reach("migrate.after_run")
            if not is_new and not raw.execute("PRAGMA auto_vacuum").fetchone()[0]:
                raw.execute("PRAGMA auto_vacuum = INCREMENTAL")
                raw.execute("VACUUM")
    finally:
        engine.dispose()
