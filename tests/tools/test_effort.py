"""The bench of effort still does in the window what its tables say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bench import effort
from socialdesk.desktop.look import theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.shell.window import Window
from socialdesk.model.command import MarkDone, Reply


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Window]:
    """The demo's window in the morning, of somebody who works alone or in the team."""
    theme.apply(qapp, Theme.LIGHT)
    opened = effort.opened(tmp_path, alone=request.param)
    yield opened
    qapp.removeEventFilter(opened.keys)
    bridge = opened.bridge
    opened.close()
    shiboken6.delete(opened)
    bridge.follow.stop()
    bridge.close()


@pytest.mark.parametrize("window", [True], indirect=True, ids=["alone"])
def test_every_thread_of_the_script_is_dealt_with_by_its_keys(window: Window) -> None:
    found = effort.morning(window, 12)

    assert found.missed == []
    assert found.handled == 12
    assert found.keys.total() >= 12
    assert found.letters > 0
    sent = [one.command.text for one in window.bridge.submit.pending if isinstance(one.command, Reply)]
    assert sent
    assert not [text for text in sent if text.startswith("/")]


@pytest.mark.parametrize("window", [False], indirect=True, ids=["in the team"])
def test_the_first_five_steps_send_take_back_and_close(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(effort, "KEYS_A_SECOND", 1_000.0)
    monkeypatch.setattr(effort, "THINKING_S", 0.0)
    effort.first_minute(window)

    given = [one.command for one in window.bridge.submit.pending]
    assert [type(one) for one in given if isinstance(one, Reply | MarkDone)] == [Reply, MarkDone]
    assert "Friday" in next(one.text for one in given if isinstance(one, Reply))
