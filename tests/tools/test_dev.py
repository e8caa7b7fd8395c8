"""What `./dev` does before it calls anything: names what is missing, installs nothing twice, knows its verbs."""

from __future__ import annotations

import os
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
