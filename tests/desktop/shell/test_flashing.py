"""No part of a window shows as a window of its own for a moment: it flickers, and takes the keyboard away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.shell.own_window import OwnWindow
from socialdesk.desktop.shell.window import Window
from tests.desktop.shell.conftest import Sitting

_MEANT = (Window, OwnWindow, QMenu)


class Watch(QObject):
    """Notes what came up as a window and is none."""

    def __init__(self) -> None:
        super().__init__()
        self.flashed: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if is_window and not isinstance(watched, _MEANT):
            self.flashed.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_no_part_of_the_window_is_a_window_for_a_moment(watch: Watch, sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    queue = window.queue
    queue.list.setFocus()
    QTest.keyClick(queue.list, Qt.Key.Key_F)
    card = queue.card
    assert card is not None
    focus = QApplication.focusWidget()
    assert focus is not None, "the keyboard is on the card"
    assert card.isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert queue.list.hasFocus()
    for act in ("thread.snooze", "thread.assign", "thread.tag", "thread.priority", "app.palette", "thread.find"):
        window.do(act)
        qtbot.wait(0)
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    assert not watch.flashed
