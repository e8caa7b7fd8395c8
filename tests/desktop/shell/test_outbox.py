"""The page of what has not left is a page like the others: keys are for it, and every way out of it leads out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from socialdesk.desktop.shell.banners import banner
from socialdesk.model.channel import ChannelState
from socialdesk.model.identifiers import CommandId
from tests.desktop.shell.conftest import Sitting


def press(sitting: Sitting, *keys: Qt.Key, chord: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or sitting.window, key, chord)


def test_on_the_outbox_page_no_key_is_for_the_thread_behind_it(sitting: Sitting, qtbot: QtBot) -> None:
    window, submit = sitting.window, sitting.window.bridge.submit
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.queue.list.setFocus()
    stood = window.queue.current()

    # Empty, as the banner or G O opens it while the rail does not name it.
    press(sitting, Qt.Key.Key_G, Qt.Key.Key_O)
    assert window.shown_outbox is window.outbox
    press(sitting, Qt.Key.Key_E, Qt.Key.Key_H, Qt.Key.Key_I, Qt.Key.Key_J)
    assert submit.last_step is None
    assert not window.snooze.isVisible()
    assert window.queue.current() == stood
    press(sitting, Qt.Key.Key_Escape)
    assert window.shown_outbox is None
    assert window.queue.list.hasFocus()

    # With lines: J and Delete are theirs, and the view that was chosen before is a way out.
    thread = window.composer.thread
    window.composer.editor.insertPlainText("On its way.")
    window.composer.send()
    sitting.engine_works()
    window.show_outbox()
    found = window.outbox.findChild(QListView)
    assert found is not None
    assert found.hasFocus()
    press(sitting, Qt.Key.Key_E)
    assert [step.label for step in submit._steps] == ["Answer to Camille Roussel"]
    assert window.outbox.current is not None
    assert window.outbox.current.thread == thread
    # Taken back with Delete, the words are a draft again.
    assert thread is not None
    press(sitting, Qt.Key.Key_Delete)
    sitting.engine_works()
    window.outbox_side.fill()
    assert window.outbox.current is None
    draft = window.bridge.desk.draft(thread)
    assert draft is not None
    assert draft.text == "On its way."
    press(sitting, Qt.Key.Key_G, Qt.Key.Key_M)
    assert window.shown_outbox is None
    assert window.queue.base.id == "mine"
    window.show_outbox()
    press(sitting, Qt.Key.Key_F, chord=Qt.KeyboardModifier.ControlModifier)
    assert window.shown_outbox is None
    assert window.queue.search_field.hasFocus()


def test_offline_an_act_that_waits_is_told_as_no_reply(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    window = sitting.window
    bridge = window.bridge
    off = [replace(one, state=ChannelState.OFFLINE) for one in bridge.channels]
    monkeypatch.setattr(type(bridge), "channels", off)
    window.composer.editor.insertPlainText("On its way.")
    window.composer.send()
    sitting.engine_works()
    told = banner(bridge, "")
    assert told is not None
    assert "1 reply waits" in told.text

    (answer,) = bridge.cache.outbox()
    hidden = replace(answer, command=CommandId("another"), act="hide")
    monkeypatch.setattr(bridge.cache, "outbox", lambda: [answer, hidden])
    told = banner(bridge, "")
    assert told is not None
    assert told.text.startswith("Keep working: what you send waits in the outbox")
