"""`socialdesk protect` and `socialdesk doctor --repair`, as somebody types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialdesk.launch.main import main
from socialdesk.store import protection
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Protection
from socialdesk.support.lock import FileLock
from socialdesk.support.paths import Workspace
from tests.store import harm
from tests.store.conftest import filled


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A plain workspace, and two files with passphrases beside it."""
    monkeypatch.setattr(protection, "_ARGON", {"memory_kib": 64, "passes": 1, "lanes": 1})
    (tmp_path / "one").write_text("correct horse\n")
    (tmp_path / "two").write_text("battery staple\n")
    made = protection.create(Workspace(tmp_path / "ws"), "Ours", Protection.PLAIN)
    filled(made.workspace.cache).close()
    Desk(made.workspace.desk, None, write=True).close()
    return made.workspace


def test_a_workspace_goes_from_plain_to_a_passphrase_to_another_and_back(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--workspace", str(workspace.folder)]
    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    assert main(["protect", *where, "--passphrase-file", one]) == 0
    assert "Nobody can recover it" in capsys.readouterr().out
    first = protection.unlock(workspace, "correct horse").key
    assert main(["protect", *where, "--passphrase-file", one, "--new-key"]) == 0
    assert protection.unlock(workspace, "correct horse").key != first
    assert main(["protect", *where, "--passphrase-file", one, "--new-passphrase-file", two]) == 0
    assert main(["protect", *where, "--passphrase-file", one, "--plain"]) == 2
    assert "not the passphrase" in capsys.readouterr().err
    assert main(["protect", *where, "--passphrase-file", two, "--plain"]) == 0
    assert "whoever can read this folder" in capsys.readouterr().out
    Cache(workspace.cache, None, write=False).close()


def test_a_way_must_be_said_and_nobody_else_may_be_there(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--workspace", str(workspace.folder)]
    assert main(["protect", *where]) == 2
    assert main(["protect", *where, "--keyring", "--plain"]) == 2
    assert "Say one way" in capsys.readouterr().err
    assert main(["protect", *where, "--new-key"]) == 2
    assert "has no key" in capsys.readouterr().err
    lock = FileLock(workspace.desktop_lock)
    assert main(["protect", *where, "--passphrase-file", str(tmp_path / "one")]) == 2
    assert "Another SocialDesk is busy" in capsys.readouterr().err
    lock.release()


def test_the_doctor_finds_a_damaged_file_and_repairs_it_only_when_asked(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--workspace", str(workspace.folder)]
    harm.spoil(workspace.cache, harm.some_pages(workspace.cache, 0.1, 3))
    before = workspace.cache.read_bytes()
    assert main(["doctor", *where]) == 2
    assert "doctor --repair" in capsys.readouterr().out
    assert workspace.cache.read_bytes() == before
    lock = FileLock(workspace.engine_lock)
    assert main(["doctor", *where, "--repair"]) == 2
    assert "Close it" in capsys.readouterr().out
    lock.release()
    main(["doctor", *where, "--repair"])
    said = capsys.readouterr().out
    assert "was set aside as cache.db.damaged-" in said
    assert "The cache file is well." in said
    [report] = workspace.folder.glob("repair-*-cache.txt")
    assert report.name in said
