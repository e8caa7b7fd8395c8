"""Files of earlier versions come forward by themselves, whole or not at all, and leave a copy behind."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from socialdesk.model.saved_reply import Scope
from socialdesk.store import migrate
from socialdesk.store.cache import Cache
from socialdesk.store.driver import connect
from socialdesk.store.errors import DiskFull, LockedFile
from tests.patience import NEVER_S

KEY = b"\x17" * 32
NEWEST = migrate.VERSIONS["cache"]


def first_version(path: Path, key: bytes | None) -> None:
    """A cache as the first version wrote it, with two threads and what was said in them."""
    real = dict(migrate.VERSIONS)
    migrate.VERSIONS["cache"] = 1
    try:
        migrate._run(path, key, "cache", is_new=True, to="cache_1")
    finally:
        migrate.VERSIONS.update(real)
    db = connect(path, key, write=True)
    db.execute("BEGIN")
    db.execute("INSERT INTO channel (id, platform, remote_id) VALUES (1, 'demo', 'one')")
    for number in (1, 2):
        where = (number, f"t{number}")
        db.execute("INSERT INTO thread (id, channel_id, kind, remote_id, status) VALUES (?, 1, 'dm', ?, 'open')", where)
        db.execute("INSERT INTO note (thread_id, person_id, text) VALUES (?, 1, 'kept')", (number,))
        db.executemany(
            "INSERT INTO message (thread_id, channel_id, external_id, direction, state, text) VALUES"
            " (?, 1, ?, 'in', 'received', ?)",
            [(number, f"m{number}-{one}", "words " * 40) for one in range(60)],
        )
    db.execute("COMMIT")
    db.close()


def told(path: Path, key: bytes | None) -> tuple[int, int, int]:
    """The version of a file, and how many messages and notes are in it."""
    db = connect(path, key, write=False)
    try:
        assert db.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        version, messages, notes = (
            db.execute(one).fetchone()[0]
            for one in ("PRAGMA user_version", "SELECT count(*) FROM message", "SELECT count(*) FROM note")
        )
        return version, messages, notes
    finally:
        db.close()


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_file_of_the_first_version_comes_forward_and_a_copy_of_it_stays(tmp_path: Path, key: bytes | None) -> None:
    path = tmp_path / "cache.db"
    first_version(path, key)
    Cache(path, key, write=True).close()
    assert told(path, key) == (NEWEST, 120, 2)
    copy = tmp_path / f"cache.db.before-{NEWEST}"
    assert told(copy, key) == (1, 120, 2)
    assert copy.stat().st_mode & 0o777 == 0o600


def test_what_was_only_in_the_write_ahead_file_is_in_the_copy(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    first_version(path, None)
    db = connect(path, None, write=True)
    db.execute("PRAGMA wal_autocheckpoint = 0")
    db.execute("INSERT INTO note (thread_id, person_id, text) VALUES (1, 1, 'late')")
    beside = tmp_path / "died"
    beside.mkdir()
    for file in tmp_path.glob("cache.db*"):  # as the process left it that died here
        shutil.copy(file, beside)
    db.close()
    Cache(beside / "cache.db", None, write=True).close()
    assert told(beside / f"cache.db.before-{NEWEST}", None) == (1, 120, 3)
    assert told(beside / "cache.db", None) == (NEWEST, 120, 3)


def test_the_last_two_copies_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    first_version(path, None)
    for number in (0, 1, -1):
        (tmp_path / f"cache.db.before-{number}").write_bytes(b"old")
    (tmp_path / "cache.db.before-noon").write_bytes(b"somebody's own")
    Cache(path, None, write=True).close()
    kept = sorted(one.name for one in tmp_path.glob("cache.db.before-*"))
    assert kept == ["cache.db.before--1", "cache.db.before-1", f"cache.db.before-{NEWEST}", "cache.db.before-noon"]


def test_a_disk_without_room_for_the_copy_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cache.db"
    first_version(path, None)
    before = path.read_bytes()

    def runs_full(_: Path, to: Path) -> None:
        to.write_bytes(before[:5000])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", runs_full)
    with pytest.raises(DiskFull, match="Everything before it is safe"):
        Cache(path, None, write=True)
    assert [one.name for one in tmp_path.iterdir()] == ["cache.db"]
    assert path.read_bytes() == before


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_disk_that_fills_up_during_a_migration_leaves_the_old_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: bytes | None
) -> None:
    path = tmp_path / "cache.db"
    first_version(path, key)
    from socialdesk.store import file

    def small(*arguments: Any, **named: Any) -> Any:
        driver = connect(*arguments, **named)
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count = {pages + 3}")
        return driver

    monkeypatch.setattr(file, "connect", small)
    with pytest.raises(DiskFull):
        Cache(path, key, write=True)
    assert told(path, key) == (1, 120, 2)
    monkeypatch.undo()
    Cache(path, key, write=True).close()
    assert told(path, key) == (NEWEST, 120, 2)


@pytest.mark.parametrize(
    "instant", ["migrate.before_copy_is_named", "migrate.copied", "migrate.before_run", "migrate.after_run"]
)
def test_a_process_killed_on_the_way_leaves_a_whole_file(tmp_path: Path, instant: str) -> None:
    path = tmp_path / "cache.db"
    first_version(path, KEY)
    program = "from socialdesk.store.cache import Cache; from pathlib import Path; import sys;"
    program += "Cache(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), write=True)"
    done = subprocess.run(
        [sys.executable, "-c", program, path, KEY.hex()],
        check=False,
        env={"SOCIALDESK_FAILPOINT": instant, "PYTHONPATH": str(Path(__file__).parents[2])},
        timeout=NEVER_S,
    )
    assert done.returncode == -signal.SIGKILL
    assert told(path, KEY) in {(1, 120, 2), (NEWEST, 120, 2)}
    Cache(path, KEY, write=True).close()
    assert told(path, KEY) == (NEWEST, 120, 2)


def test_a_file_that_somebody_reads_is_not_copied_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cache.db"
    first_version(path, None)
    reader = connect(path, None, write=False)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM note").fetchone()
    writer = connect(path, None, write=True)
    writer.execute("INSERT INTO note (thread_id, person_id, text) VALUES (1, 1, 'late')")

    def hurried(*arguments: Any, **named: Any) -> Any:
        driver = connect(*arguments, **named)
        driver.execute("PRAGMA busy_timeout = 50")
        return driver

    monkeypatch.setattr(migrate, "connect", hurried)
    with pytest.raises(LockedFile, match="Close it and try again"):
        Cache(path, None, write=True)
    assert not list(tmp_path.glob("*.before-*"))
    reader.close()
    writer.close()
    Cache(path, None, write=True).close()
    assert told(path, None) == (NEWEST, 120, 3)


def test_saved_replies_of_an_earlier_version_stay_everybody_s(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    first_version(path, None)
    db = connect(path, None, write=True)
    bodies = '[["en", "Hello {first name}"]]'
    db.execute("INSERT INTO saved_reply (shortcut, title, bodies, used) VALUES ('hello', 'Hello', ?, 64)", (bodies,))
    db.close()
    cache = Cache(path, None, write=True)
    (reply,) = cache.saved_replies()
    cache.close()
    assert (reply.shortcut, reply.bodies, reply.used) == ("hello", (("en", "Hello {first name}"),), 64)
    assert (reply.scope, reply.owner_id, reply.tags, reply.last_used_at) == (Scope.TEAM, None, (), None)


@pytest.mark.parametrize("kind", migrate.VERSIONS)
def test_the_version_of_a_file_is_the_number_of_its_migrations(kind: str) -> None:
    """One that is not counted never runs on a file that is there already."""
    folder = Path(migrate.__file__).parent / "migrations" / kind
    steps = [file for file in folder.glob("*.py") if file.stem != "__init__"]
    assert len(steps) == migrate.VERSIONS[kind]
