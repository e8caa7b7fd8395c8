"""How much is done for one key: counted, since clocks tell of the machine."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.bridge.submit import Submit
from socialdesk.desktop.widgets.flow import FlowLayout
from tests.desktop.shell.conftest import Sitting


def test_done_builds_the_panel_of_the_next_person_once_and_asks_once_what_is_pending_for_all_channels(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    qtbot.waitUntil(lambda: window.context.thread == window.conversation.thread)
    built: list[object] = []
    take = window.context.takeWidget
    monkeypatch.setattr(window.context, "takeWidget", lambda: (built.append(window.context.thread), take())[1])
    first = window.conversation.thread

    QTest.keyClick(window.queue.list, Qt.Key.Key_E)
    assert window.conversation.thread != first
    qtbot.waitUntil(lambda: window.context.thread == window.conversation.thread)
    assert built == [window.conversation.thread]

    # An act that leaves the thread open shows in the panel a moment later.
    window.hands.toggle_tag("press", True)
    qtbot.waitUntil(lambda: len(built) == 2)

    asked: list[int] = []
    pending = Submit.pending
    assert isinstance(pending, property)
    monkeypatch.setattr(Submit, "pending", property(lambda self: (asked.append(1), pending.__get__(self))[1]))
    assert len(window.bridge.known_channels) > 1
    assert asked == [1]


def test_a_layout_of_lines_lays_them_out_anew_only_when_one_of_them_changed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    flow = FlowLayout(room, spacing=0)
    flow.setContentsMargins(0, 0, 0, 0)
    words = [QLabel("word") for _ in range(7)]
    for word in words:
        word.setFixedSize(QSize(60, 20))
    laid: list[int] = []
    lay = FlowLayout._laid
    monkeypatch.setattr(
        FlowLayout, "_laid", lambda self, rect, *, moves: (laid.append(1), lay(self, rect, moves=moves))[1]
    )
    for word in words[:5]:
        flow.addWidget(word)
    assert [flow.heightForWidth(120) for _ in range(10)] == [60] * 10
    assert laid == [1]
    for word in words[5:]:
        flow.addWidget(word)
    assert (flow.heightForWidth(120), flow.heightForWidth(60)) == (80, 140)
    words[0].setFixedSize(QSize(60, 50))
    assert flow.heightForWidth(120) == 110
    taken = flow.takeAt(0)
    assert taken is not None
    assert flow.heightForWidth(120) == 60
