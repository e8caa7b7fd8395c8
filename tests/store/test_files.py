"""The files themselves: encrypted, private, never half-written, refused with a sentence and left untouched."""

from __future__ import annotations

import os
import sqlite3
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from socialdesk.model.command import AddNote
from socialdesk.model.contact import Author
from socialdesk.model.identifiers import ChannelId, ThreadId
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk, Draft
from socialdesk.store.driver import cipher
from socialdesk.store.errors import DamagedFile, DiskFull, LockedFile, NewerFile, ReadOnlyFile, WrongKey
from socialdesk.store.rescue import set_aside
from socialdesk.store.search import search
from socialdesk.support.secrets import SecretsUnavailable, VaultSecrets
from tests.model.builders import ME, NOON, at, message, thread
from tests.store.conftest import filled

KEY = b"\x17" * 32
CANARY = "canary-6f1d"


def _bytes_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def _plant(folder: Path, key: bytes | None) -> tuple[Cache, Desk]:
    cache, desk = filled(folder / "cache.db", key), Desk(folder / "desk.db", key, write=True)
    with cache.change() as change:
        change.put_contact("demo", Author("did:c", CANARY, CANARY))
        own = change.put_thread(thread(id=ThreadId(0), subject=CANARY, preview=CANARY))
        change.put_message(message(0, 0, thread_id=own.id, text=CANARY), ChannelId(1), "v", at(0))
        change.put_note(own.id, ME, CANARY, [], at(0))
        change.record_raw(ChannelId(1), CANARY, "message", CANARY, at(0))
    desk.give([AddNote(ThreadId(7), CANARY)], ME, at(0))
    desk.set_draft(Draft(ThreadId(7), "reply", CANARY, NOON))
    return cache, desk


def test_nothing_of_what_was_written_can_be_read_in_encrypted_files(tmp_path: Path) -> None:
    cache, desk = _plant(tmp_path, KEY)
    VaultSecrets(tmp_path / "secrets.db", KEY).put("did:c", CANARY)
    # Open, so that the write-ahead files are still there.
    assert (tmp_path / "cache.db-wal").stat().st_size > 0
    written = _bytes_of(tmp_path)
    cache.close()
    desk.close()
    written += _bytes_of(tmp_path)
    assert len(written) > 100_000
    for told in (CANARY, "Camille", KEY.hex()):
        assert told.encode() not in written
    # How tables are made is in the program for everybody; it is kept beside the file, in case its head is damaged.
    shapes = b"".join(file.read_bytes() for file in tmp_path.glob("*.shape"))
    for told in ("CREATE TABLE", "SQLite format"):
        assert written.count(told.encode()) == 2 * shapes.count(told.encode())


def test_the_canary_would_be_seen_in_plain_files(tmp_path: Path) -> None:
    cache, desk = _plant(tmp_path, None)
    assert _bytes_of(tmp_path).count(CANARY.encode()) >= 7
    cache.close()
    desk.close()
    assert (tmp_path / "cache.db").read_bytes().startswith(b"SQLite format 3\0")


def test_encrypted_files_open_again_with_their_key(tmp_path: Path) -> None:
    for opened in _plant(tmp_path, KEY):
        opened.close()
    cache = Cache(tmp_path / "cache.db", KEY, write=False)
    assert [hit.snippet for hit in search(cache, CANARY, NOON).hits] == [CANARY]
    cache.check()
    cache.close()


@pytest.mark.parametrize("key", [b"\x18" * 32, None], ids=["another key", "no key"])
@pytest.mark.parametrize("write", [True, False], ids=["to write", "to read"])
def test_without_the_key_a_file_is_refused_quietly_and_left_untouched(
    tmp_path: Path, key: bytes | None, write: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    for opened in _plant(tmp_path, KEY):
        opened.close()
    VaultSecrets(tmp_path / "secrets.db", KEY).put("a", "b")
    before = _bytes_of(tmp_path)
    for kind, name in ((Cache, "cache.db"), (Desk, "desk.db")):
        with pytest.raises(DamagedFile, match=r"Nothing was changed") as refused:
            kind(tmp_path / name, key, write=write)
        assert refused.value.path == tmp_path / name
        # Without any key an encrypted file cannot be told from a damaged one.
        assert isinstance(refused.value, WrongKey) == (key is not None)
    if key is not None:
        with pytest.raises(SecretsUnavailable, match="cannot be opened with this passphrase"):
            VaultSecrets(tmp_path / "secrets.db", key).get("a")
    assert _bytes_of(tmp_path) == before
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("write", [True, False], ids=["to write", "to read"])
@pytest.mark.parametrize(("kind", "name"), [(Cache, "cache.db"), (Desk, "desk.db")], ids=["cache", "desk"])
def test_a_file_of_a_newer_version_is_refused_and_left_untouched(
    tmp_path: Path, kind: Any, name: str, write: bool
) -> None:
    kind(tmp_path / name, None, write=True).close()
    db = sqlite3.connect(tmp_path / name)
    db.execute("PRAGMA user_version = 999")
    db.close()
    before = (tmp_path / name).read_bytes()
    with pytest.raises(NewerFile, match=r"newer SocialDesk .*999.* Nothing was changed"):
        kind(tmp_path / name, None, write=write)
    assert (tmp_path / name).read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    path.write_bytes(b"not a database at all" * 500)
    before = path.read_bytes()
    with pytest.raises(DamagedFile, match="Nothing was changed"):
        Cache(path, None, write=True)
    assert path.read_bytes() == before


def test_a_damaged_file_is_not_taken_for_one_with_another_key(tmp_path: Path) -> None:
    for opened in _plant(tmp_path, KEY):
        opened.close()
    path = tmp_path / "cache.db"
    content = bytearray(path.read_bytes())
    content[200] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamagedFile) as told:
        Cache(path, KEY, write=False)
    assert not isinstance(told.value, WrongKey)


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_damaged_pages_are_told_when_they_are_read(tmp_path: Path, key: bytes | None) -> None:
    for opened in _plant(tmp_path, key):
        opened.close()
    path = tmp_path / "cache.db"
    content = bytearray(path.read_bytes())
    for page in range(5, len(content) // 4096):
        content[page * 4096 : page * 4096 + 200] = b"\xa5" * 200
    path.write_bytes(content)

    def read_all() -> None:
        cache = Cache(path, key, write=False)
        try:
            cache.check()
        finally:
            cache.close()

    with pytest.raises(DamagedFile) as told:
        read_all()
    assert str(path) in told.value.sentence


def test_a_damaged_file_is_set_aside_with_what_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    path.write_bytes(b"broken")
    (tmp_path / "cache.db-wal").write_bytes(b"more")
    kept = set_aside(path, datetime(2026, 6, 13, 12, tzinfo=UTC))
    assert kept.name == "cache.db.damaged-20260613-120000"
    assert (kept.read_bytes(), kept.with_name(kept.name + "-wal").read_bytes()) == (b"broken", b"more")
    assert not path.exists()


@pytest.fixture
def full_after(cache: Cache, desk: Desk) -> None:
    """Lets both files grow by a few pages only, which SQLite tells as it tells a full disk."""
    for raw in (cache._driver, desk._db):
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {pages + 2}")


def test_a_full_disk_leaves_nothing_half_written(cache: Cache, desk: Desk, full_after: None) -> None:
    before, counts = cache.journal_end(), cache.counts()

    def write() -> None:
        with cache.change() as change:
            for number in range(400):
                made = change.put_thread(thread(id=ThreadId(0), remote_id=f"t{number}"))
                change.put_message(
                    message(0, 0, external_id=f"m{number}", thread_id=made.id, text="long " * 200),
                    ChannelId(1),
                    "v",
                    at(0),
                )

    with pytest.raises(DiskFull, match=r"Everything before it is safe. Free some space") as told:
        write()
    assert told.value.path == cache.path
    assert (cache.journal_end(), cache.counts()) == (before, counts)
    cache.check()
    with pytest.raises(DiskFull):
        desk.give([AddNote(ThreadId(7), "long " * 1000) for _ in range(50)], ME, at(0))
    assert desk.pending() == []
    # Room for little is room: the same connection goes on.
    assert len(desk.give([AddNote(ThreadId(7), "short")], ME, at(0))) == 1


def test_a_file_held_by_another_program_is_told(tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    raw: Any = desk._db
    raw.execute("PRAGMA busy_timeout = 50")
    # Another copy of SQLite in this very process would not see our locks.
    other: Any = cipher.connect(str(desk.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LockedFile, match="Another program holds"):
        desk.give([AddNote(ThreadId(7), "n")], ME, at(0))
    other.execute("ROLLBACK")
    other.close()
    assert desk.pending() == []


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_files_are_private_whatever_the_umask(tmp_path: Path, key: bytes | None) -> None:
    old = os.umask(0)
    try:
        cache, desk = _plant(tmp_path, key)
        VaultSecrets(tmp_path / "secrets.db", KEY).put("a", "b")
        files = [file for file in tmp_path.iterdir() if file.is_file()]
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in files}
        cache.close()
        desk.close()
    finally:
        os.umask(old)
    assert {"cache.db", "cache.db-wal", "desk.db", "secrets.db"} <= modes.keys()
    assert set(modes.values()) == {0o600}, modes


def test_a_file_that_became_read_only_is_told_keeps_what_is_typed_and_what_was_there(desk: Desk) -> None:
    desk.set_draft(Draft(ThreadId(1), "reply", "before", NOON))
    driver: Any = desk._db
    driver.execute("PRAGMA query_only = ON")  # it then says what it says of a disk that is read-only now
    with pytest.raises(ReadOnlyFile, match="is read-only"):
        desk.give([AddNote(ThreadId(1), "after")], ME, NOON)
    desk.set_state("page", "library")
    assert desk.state("page") is None

    with pytest.raises(ReadOnlyFile):
        desk.set_draft(Draft(ThreadId(1), "reply", "before and after", NOON))
    kept = desk.draft(ThreadId(1))
    assert kept is not None
    assert kept.text == "before and after"
    assert desk.keep_unkept() == 1
    driver.execute("PRAGMA query_only = OFF")
    assert desk.keep_unkept() == 0
