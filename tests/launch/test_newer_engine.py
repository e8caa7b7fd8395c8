"""A workspace that a newer SocialDesk took over during the day: nothing is tried again, and it is said what to do."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from socialdesk.desktop.bridge.engine_process import NEWER as SEEN
from socialdesk.desktop.bridge.engine_process import EngineProcess
from socialdesk.launch import engine as engine_verb
from socialdesk.launch.saying import NEWER
from socialdesk.store import protection
from socialdesk.store.protection import Protection
from socialdesk.support.paths import Workspace
from tests.launch.terminal import Terminal
from tests.patience import NEVER_S


def test_an_engine_that_is_older_than_the_files_ends_with_a_status_of_its_own(
    demo: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_verb, "start_logging", lambda *_: None)
    db = sqlite3.connect(demo.workspace.cache)
    db.execute("PRAGMA user_version = 999")
    db.close()
    status, _, said = demo.run("engine")

    assert status == NEWER == SEEN
    assert "written by a newer SocialDesk" in said


@pytest.mark.usefixtures("qapp")
def test_the_window_says_once_that_a_newer_one_is_at_work_and_starts_no_engine_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlocked = protection.create(Workspace(tmp_path / "ours"), "Atelier", Protection.PLAIN)
    engine = EngineProcess(unlocked)
    launched: list[str] = []
    told: list[str] = []
    monkeypatch.setattr(engine, "_launch", lambda: launched.append("again"))
    engine.ailing.connect(told.append)
    engine.start()
    engine._child = subprocess.Popen([sys.executable, "-c", f"raise SystemExit({NEWER})"])
    engine._child.wait(NEVER_S)
    engine._on_look()

    assert launched == ["again"], "as the window opened, and no more"
    assert [one.partition(" works")[0] for one in told] == ["A newer SocialDesk"]
    assert not engine._look.isActive()
    assert not engine._again.isActive()
    engine.stop()
