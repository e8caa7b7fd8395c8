"""A file that breaks while the program runs is met by engine and window, and mended from the window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.bridge.engine_process import DAMAGED
from socialdesk.desktop.shell.unlock import UnlockWindow
from socialdesk.desktop.shell.window import Window
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.launch import saying
from socialdesk.launch.main import main
from socialdesk.store import protection
from socialdesk.store.cache import Cache
from socialdesk.store.protection import Protection
from socialdesk.support.paths import Workspace
from tests.patience import NEVER_S
from tests.store import harm
from tests.store.conftest import filled


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A plain workspace with two channels."""
    made = protection.create(Workspace(tmp_path / "ours"), "Ours", Protection.PLAIN)
    filled(made.workspace.cache).close()
    return made.workspace


def break_it(workspace: Workspace) -> None:
    """Spoil all but the head of the cache."""
    harm.spoil(workspace.cache, range(2, harm.pages(workspace.cache) + 1))


def test_an_engine_that_meets_damage_says_so_by_its_status(workspace: Workspace) -> None:
    break_it(workspace)
    words = [sys.executable, "-m", "socialdesk", "engine", "--workspace", workspace.folder]
    done = subprocess.run(words, check=False, capture_output=True, text=True, timeout=NEVER_S)
    assert done.returncode == DAMAGED == saying.DAMAGED
    assert "is damaged" in done.stderr


@pytest.mark.parametrize("met_by", ["engine", "window"])
def test_the_window_makes_room_for_the_page_that_mends_it_and_opens_again(
    qapp: QApplication, workspace: Workspace, met_by: str
) -> None:
    seen: list[str] = []
    timer = QTimer(interval=50)

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if not window.isVisible():
                continue
            if isinstance(window, Window) and not seen:
                seen.append("window")
                break_it(workspace)
                if met_by == "window":
                    # Every slot reads like this; what it meets goes the way of what any slot raises.
                    QTimer.singleShot(0, lambda: Cache(workspace.cache, None, write=False).channels())
            elif isinstance(window, UnlockWindow):
                for button in window.findChildren(Button):
                    if button.isVisible() and button.text() in {"Set aside and rebuild", "Open the workspace"}:
                        seen.append(button.text())
                        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                        return
            elif isinstance(window, Window) and "Open the workspace" in seen and window.bridge.follow._pipe is not None:
                seen.append("window again")
                timer.stop()
                window.close()

    timer.timeout.connect(look)
    timer.start()
    assert main(["desktop", "--workspace", str(workspace.folder)]) == 0
    assert seen == ["window", "Set aside and rebuild", "Open the workspace", "window again"]
    assert list(workspace.folder.glob("cache.db.damaged-*"))
