"""An engine on a full disk says so by how it ends, and the window tells whoever sits before it."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.bridge.engine_process import NO_ROOM as SEEN
from socialdesk.desktop.bridge.engine_process import EngineProcess
from socialdesk.launch import engine as engine_verb
from socialdesk.launch.saying import NO_ROOM
from socialdesk.store import protection
from socialdesk.store.errors import DiskFull
from socialdesk.store.protection import Protection
from socialdesk.support.paths import Workspace
from tests.launch.terminal import Terminal
from tests.patience import NEVER_S


@pytest.mark.parametrize("error", [DiskFull(Path("cache.db"), "The disk is full."), OSError(errno.ENOSPC, "no room")])
def test_an_engine_that_can_write_no_more_ends_with_a_status_of_its_own(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def full(*_: object) -> None:
        raise error

    protection.create(terminal.workspace, "Atelier", Protection.PLAIN)
    monkeypatch.setattr(engine_verb, "start_logging", full)
    status, _, said = terminal.run("engine")
    assert status == NO_ROOM == SEEN
    assert "The disk is full." in said


def test_the_window_tells_that_the_disk_is_full_from_the_first_end_on(qtbot: QtBot, tmp_path: Path) -> None:
    unlocked = protection.create(Workspace(tmp_path / "ours"), "Atelier", Protection.PLAIN)
    engine = EngineProcess(unlocked)
    engine._child = subprocess.Popen([sys.executable, "-c", f"raise SystemExit({NO_ROOM})"])
    engine._child.wait(NEVER_S)
    with qtbot.waitSignal(engine.ailing) as told:
        engine._on_look()
    engine.stop()
    assert told.args is not None
    assert told.args[0].startswith("Nothing more can be written: the disk is full")
