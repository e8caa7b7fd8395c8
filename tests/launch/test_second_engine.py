"""A window that opens while the engine of the one before still works: that one serves it, and nothing seems to ail."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from socialdesk.desktop.bridge.engine_process import BUSY as SEEN
from socialdesk.desktop.bridge.engine_process import EngineProcess
from socialdesk.launch import engine as engine_verb
from socialdesk.launch.saying import BUSY
from socialdesk.store import protection
from socialdesk.store.protection import Protection
from socialdesk.support.lock import FileLock
from socialdesk.support.paths import Workspace
from tests.launch.terminal import Terminal
from tests.patience import NEVER_S


def test_an_engine_beside_another_ends_with_a_status_of_its_own(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_verb, "start_logging", lambda *_: None)
    protection.create(terminal.workspace, "Atelier", Protection.PLAIN)
    first = FileLock(terminal.workspace.engine_lock)
    status, _, said = terminal.run("engine")
    first.release()

    assert status == BUSY == SEEN
    assert "Another SocialDesk is busy" in said


@pytest.mark.usefixtures("qapp")
def test_the_window_takes_over_when_the_engine_before_has_ended_and_tells_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlocked = protection.create(Workspace(tmp_path / "ours"), "Atelier", Protection.PLAIN)
    before = FileLock(unlocked.workspace.engine_lock)
    engine = EngineProcess(unlocked)
    launched: list[str] = []
    told: list[str] = []
    monkeypatch.setattr(engine, "_launch", lambda: launched.append("again"))
    engine.ailing.connect(told.append)
    engine._child = subprocess.Popen([sys.executable, "-c", f"raise SystemExit({BUSY})"])
    engine._child.wait(NEVER_S)

    for _ in range(5):
        engine._on_look()
    assert (launched, told) == ([], [])
    before.release()
    engine._on_look()
    assert (launched, told) == (["again"], [])
    engine.stop()
