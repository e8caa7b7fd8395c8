from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.shell.problem import ProblemWindow
from socialdesk.launch.demo import prepare
from socialdesk.launch.main import main
from socialdesk.support.clock import SystemClock
from socialdesk.support.paths import Workspace

# The offscreen plug-in has no window frame to give hints to.


def read_and_close(said: list[str]) -> None:
    """What a person does: read the page, press its button."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, ProblemWindow) and window.isVisible():
            said.append(window.page.accessibleName() + window.page.accessibleDescription())
            button = window.page.first()
            assert button is not None
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    QTimer.singleShot(50, lambda: read_and_close(said))


def test_a_workspace_that_does_not_open_gets_a_page_and_a_sentence(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = Workspace(tmp_path / "demo")
    prepare(workspace, SystemClock())
    workspace.info.write_text(workspace.info.read_text().replace('"format": 1', '"format": 99'))
    said: list[str] = []
    QTimer.singleShot(0, lambda: read_and_close(said))

    status = main(["desktop", "--workspace", str(workspace.folder)])

    assert status == 2
    assert said
    assert "newer SocialDesk" in capsys.readouterr().err
