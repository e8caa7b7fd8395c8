from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.shell.window import Window
from socialdesk.launch.demo import prepare
from socialdesk.launch.desktop import make_bridge
from socialdesk.support.clock import SystemClock
from socialdesk.support.paths import Workspace


def test_who_types_before_the_window_is_whole_loses_no_key(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    theme.apply(qapp, Theme.LIGHT)
    bridge = make_bridge(prepare(Workspace(tmp_path / "demo"), SystemClock()), is_demo=True)
    window = Window(bridge, at_once=False)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    first = window.queue.current()
    assert first is not None
    steps = window.completing()

    next(steps)
    QTest.keyClick(window.queue.list, Qt.Key.Key_J)
    next(steps)
    QTest.keyClick(window.queue.list, Qt.Key.Key_R)
    QTest.keyClicks(window.queue.list, "Hello")
    assert window.queue.current() == first
    for _ in steps:
        pass

    second = window.queue.current()
    assert second is not None
    assert second.id != first.id
    assert window.composer.editor.text() == "Hello"
    QTest.keyClicks(window.composer.editor, "!")
    assert window.composer.editor.text() == "Hello!"

    qapp.removeEventFilter(window.keys)
    window.close()
    shiboken6.delete(window)
    bridge.follow.stop()
    bridge.close()


def test_a_view_that_is_clicked_before_the_window_is_whole_is_the_one_it_shows(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    theme.apply(qapp, Theme.LIGHT)
    bridge = make_bridge(prepare(Workspace(tmp_path / "demo"), SystemClock()), is_demo=True)
    window = Window(bridge, at_once=False)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    steps = window.completing()
    next(steps)
    rows, row = window.rail.list, window.rail.model.row_of("vip")
    assert row is not None
    place = rows.visualRect(window.rail.model.index(row)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    for _ in steps:
        pass

    assert window.queue.base.id == "vip"
    assert window.queue.header.title == "VIP"
    current = window.queue.current()
    assert current is not None
    assert current.is_vip

    qapp.removeEventFilter(window.keys)
    window.close()
    shiboken6.delete(window)
    bridge.follow.stop()
    bridge.close()
