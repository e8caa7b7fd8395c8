"""What `./dev` does before it calls anything: names what is missing, installs nothing twice, knows its verbs."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tools import environment, system
from tools.dev import VERBS
from tools.system import Need, Purpose

ROOT = Path(__file__).resolve().parent.parent.parent
NOWHERE = [
    Need("libnowhere-2.so.7", "libnowhere2", Purpose.X11),
    Need("nowhere-daemon", "nowhere", Purpose.PEERS, is_program=True),
]


def _as_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(system, "NEEDS", NOWHERE)


def test_a_missing_library_and_program_are_found() -> None:
    assert [need.is_there() for need in NOWHERE] == [False, False]


def test_what_is_missing_is_named_with_the_one_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _as_a_person(monkeypatch)
    monkeypatch.setattr(system.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)

    assert system.provide(list(Purpose)) == NOWHERE
    said = capsys.readouterr().err
    assert "Missing for a window on X11: libnowhere-2.so.7" in said
    assert "sudo apt-get install -y --no-install-recommends libnowhere2 nowhere\n" in said


def test_only_what_a_purpose_needs_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    _as_a_person(monkeypatch)

    assert system.missing([Purpose.QT]) == []
    assert system.missing([Purpose.PEERS]) == NOWHERE[1:]


def test_an_environment_that_is_up_to_date_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    installed: list[tuple[str | Path, ...]] = []
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "_make_venv", lambda: None)
    monkeypatch.setattr(environment, "_install", lambda *arguments: installed.append(arguments))

    environment.make(environment.DEVELOP)
    first = list(installed)
    environment.make(environment.DEVELOP)
    environment.make(environment.RUN)  # held by the larger one

    assert ("--require-hashes", "-r", environment.DEVELOP) in first
    assert installed == first


def test_a_changed_lock_is_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    installed: list[tuple[str | Path, ...]] = []
    lock = tmp_path / "run.lock"
    lock.write_text("one")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "RUN", lock)
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "_make_venv", lambda: None)
    monkeypatch.setattr(environment, "_install", lambda *arguments: installed.append(arguments))
    environment.make(lock)
    before = len(installed)
    lock.write_text("two")
    environment.make(lock)

    assert len(installed) > before


@pytest.mark.skipif(os.name == "nt", reason="dev is for sh; dev.cmd is its twin there")
@pytest.mark.parametrize(("arguments", "status"), [([], 0), (["help"], 0), (["--help"], 0), (["nonsense"], 2)])
def test_the_script_answers_as_the_verbs_do(arguments: list[str], status: int) -> None:
    done = subprocess.run([ROOT / "dev", *arguments], check=False, capture_output=True, text=True, cwd="/")

    assert done.returncode == status
    assert all(f"  {verb} " in done.stdout + done.stderr for verb in VERBS if not verb.startswith("-"))


def _refusing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, free_mb: int) -> str:
    """What is said where pip ends with a failure on a disk with so much room."""
    room = shutil.disk_usage(tmp_path)._replace(free=free_mb * 2**20)
    refuses = tmp_path / "python"
    refuses.write_text("#!/bin/sh\nexit 1\n")
    refuses.chmod(0o755)
    monkeypatch.setattr(environment.shutil, "disk_usage", lambda _: room)
    monkeypatch.setattr(environment.shutil, "which", lambda _: None)
    monkeypatch.setattr(environment, "PYTHON", refuses)
    with pytest.raises(environment.SetUpFailed) as told:
        environment._install("nothing")
    return str(told.value)


@pytest.mark.skipif(os.name == "nt", reason="what refuses is a script for sh")
def test_a_full_disk_is_not_taken_for_a_network_that_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert "The disk is full: 3 MB are free" in _refusing(monkeypatch, tmp_path, free_mb=3)


@pytest.mark.skipif(os.name == "nt", reason="what refuses is a script for sh")
def test_a_network_that_fails_is_not_taken_for_a_full_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = _refusing(monkeypatch, tmp_path, free_mb=9_000)

    assert "see that it can be reached" in said
    assert "disk" not in said


def test_an_environment_that_finds_no_room_does_not_ask_for_a_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    room = shutil.disk_usage(tmp_path)._replace(free=0)
    monkeypatch.setattr(environment.shutil, "disk_usage", lambda _: room)
    monkeypatch.setattr(environment.shutil, "which", lambda _: None)
    monkeypatch.setattr(environment, "VENV", tmp_path / "venv")
    monkeypatch.setattr(environment, "PYTHON", tmp_path / "venv" / "python")
    monkeypatch.setattr(environment, "_venv_made", lambda: False)

    with pytest.raises(environment.SetUpFailed, match="The disk is full") as told:
        environment._make_venv()
    assert "apt-get" not in str(told.value)


@pytest.mark.skipif(os.name == "nt", reason="dev is for sh; dev.cmd is its twin there")
def test_a_python_that_is_too_old_is_named(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\nif [ "$1" = --version ]; then echo Python 3.9.2; else exit 1; fi\n')
    old.chmod(0o755)
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    shutil.copy(ROOT / "dev", checkout / "dev")
    # `id` says that this is nobody who may install one.
    for name, text in (("id", "#!/bin/sh\necho 1000\n"), ("dirname", '#!/bin/sh\necho "${1%/*}"\n')):
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)

    done = subprocess.run(
        [shutil.which("sh") or "sh", checkout / "dev", "run"],
        check=False,
        capture_output=True,
        text=True,
        env={"PATH": str(tmp_path)},
    )

    assert done.returncode == 2
    assert "needs Python 3.11 or later, and found Python 3.9.2" in done.stderr
