"""A real window on the demo workspace, with an engine of the test's own that works when it is told."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.shell.window import Window
from socialdesk.engine.host import Engine
from socialdesk.launch.demo import prepare
from socialdesk.launch.desktop import make_bridge
from socialdesk.store.protection import Unlocked
from socialdesk.support.clock import HandClock, SystemClock
from socialdesk.support.paths import Workspace

NEVER_MS = 3_600_000


@dataclass
class Sitting:
    """A window and the engine behind it."""

    window: Window
    unlocked: Unlocked

    def engine_works(self) -> None:
        """Let the engine apply and send once, then let the window see it."""

        async def once() -> None:
            engine = Engine(self.unlocked, SystemClock())
            engine.apply_pending()
            await engine.outbox.send_due()
            await engine.close()

        asyncio.run(once())
        self.window.bridge.follow.look()


@pytest.fixture
def held_clock(monkeypatch: pytest.MonkeyPatch) -> HandClock:
    """The machine's clock stands, a second after a full minute, however long a test takes; it moves by hand.

    To be asked for before the window is there, whose timers wait for the end of the minute.
    """
    clock = HandClock(SystemClock().now().replace(second=1, microsecond=0) + timedelta(minutes=1))
    monkeypatch.setattr(SystemClock, "now", lambda _self: clock.now())
    return clock


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The demo as nobody has sat at it: made once for the stories of a module, for its making takes a second."""
    workspace = Workspace(tmp_path_factory.mktemp("untouched") / "demo")
    prepare(workspace, SystemClock())
    return workspace


@pytest.fixture
def sitting(qtbot: QtBot, qapp: QApplication, tmp_path: Path, untouched: Workspace) -> Iterator[Sitting]:
    """Somebody sits at the demo's window."""
    shutil.copytree(untouched.folder, tmp_path / "demo")
    unlocked = prepare(Workspace(tmp_path / "demo"), SystemClock())
    theme.apply(qapp, Theme.LIGHT)
    window = Window(make_bridge(unlocked, is_demo=True))
    window.opened.read_soon.setInterval(NEVER_MS)  # nothing is marked read because a test takes its time
    with qtbot.waitExposed(window):
        window.show()
    sitting = Sitting(window, unlocked)
    yield sitting
    window = sitting.window  # another may have taken its place
    qapp.removeEventFilter(window.keys)
    bridge = window.bridge
    window.closing.at_once()
    window.close()
    # Its timers and slots read the files: it goes before they do.
    shiboken6.delete(window)
    bridge.follow.stop()
    bridge.close()
