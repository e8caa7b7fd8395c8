"""A workspace that is damaged, newer, full or in use is named, and loses nothing."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from socialdesk.store import protection
from socialdesk.store.desk import Desk
from socialdesk.support.lock import FileLock
from tests.launch.terminal import Terminal


def test_a_damaged_cache_is_named_left_alone_and_repaired_when_asked(demo: Terminal) -> None:
    garbage = b"no database " * 1000
    for file in demo.workspace.folder.glob("cache.db-*"):
        file.unlink()
    demo.workspace.cache.write_bytes(garbage)

    status, out, err = demo.run("threads")
    assert (status, out) == (2, "")
    assert "socialdesk doctor" in err
    assert demo.workspace.cache.read_bytes() == garbage
    assert demo.run("doctor")[0] == 2

    assert "set aside" in demo.run("doctor", "--repair")[1]
    assert any(file.read_bytes() == garbage for file in demo.workspace.folder.glob("cache*") if file.is_file())
    demo.do("threads")


def test_a_newer_file_and_a_newer_workspace_are_left_alone(demo: Terminal) -> None:
    with contextlib.closing(sqlite3.connect(demo.workspace.cache)) as db, db:
        db.execute("PRAGMA user_version = 999")
    status, _, err = demo.run("threads")
    assert status == 2
    assert "newer SocialDesk" in err

    info = json.loads(demo.workspace.info.read_text())
    demo.workspace.info.write_text(json.dumps({**info, "format": 99}))
    status, _, err = demo.run("threads")
    assert status == 2
    assert "newer SocialDesk" in err


def test_a_full_disk_loses_nothing_that_was_there_and_says_so(demo: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    thread = str(demo.objects("threads")[0]["id"])
    real = Desk.give

    def on_a_full_disk(desk: Desk, *words: Any) -> Any:
        # The file may not grow any more: SQLite then says what it says of a full disk.
        raw: Any = desk._db
        raw.execute("PRAGMA max_page_count = 1")
        desk._db.rollback()
        return real(desk, *words)

    monkeypatch.setattr(Desk, "give", on_a_full_disk)
    status, out, err = demo.run("note", thread, "--text", "x" * 200_000)
    monkeypatch.undo()

    assert (status, out) == (2, "")
    assert "The disk is full" in err
    assert "Free some space" in err
    assert not [entry for entry in demo.objects("show", thread) if "note" in entry]


@pytest.mark.parametrize(
    "words", [("threads",), ("sync", "--once"), ("done", "1"), ("engine",), ("protect", "--new-key")]
)
def test_a_folder_in_which_nothing_can_be_written_is_named_with_what_to_do(
    demo: Terminal, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    def may(path: Path, mode: int) -> bool:
        # Whoever runs the tests as root may write where nobody else may.
        return mode != os.W_OK or path != demo.workspace.folder

    monkeypatch.setattr(protection.os, "access", may)
    before = {file.name for file in demo.workspace.folder.iterdir()}
    status, out, err = demo.run(*words)

    assert (status, out) == (2, "")
    assert f"Nothing can be written in {demo.workspace.folder}" in err
    assert "open the copy with --workspace DIR" in err
    assert {file.name for file in demo.workspace.folder.iterdir()} == before


def test_a_file_that_cannot_be_used_is_named(demo: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def touch(path: Path, mode: int = 0o666, exist_ok: bool = True) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "touch", touch)
    status, out, err = demo.run("threads")

    assert (status, out) == (2, "")
    assert f"{demo.workspace.engine_lock} cannot be used: Read-only file system." in err


def test_a_second_start_is_told_that_another_is_at_work(demo: Terminal) -> None:
    lock = FileLock(demo.workspace.engine_lock)
    status, _, err = demo.run("threads")
    lock.release()
    assert status == 2
    assert "Another SocialDesk is busy with this workspace" in err
    demo.do("threads")


def test_doctor_finds_a_sound_workspace_sound(demo: Terminal) -> None:
    out = demo.do("doctor")
    assert "WRONG" not in out
    assert "The cache file is well." in out
