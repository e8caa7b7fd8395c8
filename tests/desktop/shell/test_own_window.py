"""A thread has a window of its own for as long as somebody wants it, and the two windows agree."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.shell.own_window import OwnWindow
from socialdesk.model.command import Given, Reply
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Status
from socialdesk.store.desk import Desk
from socialdesk.store.errors import DiskFull
from tests.desktop.shell.conftest import Sitting


def comes_forward(qtbot: QtBot, window: QWidget) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


@pytest.fixture
def own(sitting: Sitting, qtbot: QtBot) -> OwnWindow:
    """The window that Ctrl+Enter opens for the second row."""
    window = sitting.window
    comes_forward(qtbot, window)
    window.queue.list.setFocus()
    QTest.keyClick(window.queue.list, Qt.Key.Key_J)
    QTest.keyClick(window.queue.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (own,) = window.findChildren(OwnWindow)
    with qtbot.waitExposed(own):
        pass  # the key has opened it
    return own


def test_it_shows_the_thread_of_the_row_and_who_wrote_it(sitting: Sitting, own: OwnWindow) -> None:
    assert own.shows == sitting.window.queue.current().id
    assert own.windowTitle() == "Dan Whitfield – Google reviews"
    assert own.conversation.thread == own.shows


def test_it_may_lie_below_the_first_window_and_goes_with_it(sitting: Sitting, own: OwnWindow) -> None:
    # What belongs to another window lies above it for ever, and on some Wayland desktops takes its keys.
    assert own.windowHandle().transientParent() is None
    assert own.parentWidget() is sitting.window


def test_asking_twice_brings_the_same_window_forward(sitting: Sitting, own: OwnWindow) -> None:
    sitting.window.hands.open_own_window()

    assert sitting.window.findChildren(OwnWindow) == [own]


def test_what_is_begun_in_one_window_is_found_in_the_other(sitting: Sitting, own: OwnWindow, qtbot: QtBot) -> None:
    window = sitting.window
    comes_forward(qtbot, own)
    QTest.keyClicks(own.composer.editor, "Sorry to hear that")

    comes_forward(qtbot, window)
    assert window.composer.editor.text() == "Sorry to hear that"
    QTest.keyClicks(window.composer.editor, ", Dan")
    comes_forward(qtbot, own)

    assert own.composer.editor.text() == window.composer.editor.text()
    assert ", Dan" in own.composer.editor.text()


def test_done_in_its_own_window_leaves_the_queue_and_is_taken_back_there(sitting: Sitting, own: OwnWindow) -> None:
    window = sitting.window
    own.act("thread.done")

    assert window.queue.model.row_of(own.shows) is None
    found = window.bridge.cache.thread(own.shows)
    assert found is not None
    assert window.bridge.submit.folded(found).status is Status.DONE
    own.act("app.undo")
    assert window.queue.model.row_of(own.shows) is not None
    sitting.engine_works()
    assert window.bridge.cache.thread(own.shows).status is Status.OPEN


def test_esc_closes_what_lies_over_the_thread_before_the_window(sitting: Sitting, own: OwnWindow, qtbot: QtBot) -> None:
    comes_forward(qtbot, own)
    own.act("thread.snooze")
    assert own.snooze.isVisible()
    QTest.keyClick(own, Qt.Key.Key_Escape)
    assert not own.snooze.isVisible()

    comes_forward(qtbot, own)
    own.conversation.view.setFocus()
    QTest.keyClick(own.conversation.view, Qt.Key.Key_F3)
    finder = own.conversation.paging.finder
    assert finder is not None
    qtbot.waitUntil(finder.field.hasFocus)
    QTest.keyClick(finder.field, Qt.Key.Key_Escape)
    assert not finder.isVisible()
    assert own.isVisible()
    QTest.keyClick(own, Qt.Key.Key_Escape)
    assert not own.isVisible()


def test_esc_closes_it_and_the_draft_stays(sitting: Sitting, own: OwnWindow, qtbot: QtBot) -> None:
    shows = own.shows
    comes_forward(qtbot, own)
    QTest.keyClicks(own.composer.editor, "Half an answer")
    with qtbot.waitSignal(own.left):
        own.close()

    assert shows not in sitting.window.own_windows
    draft = sitting.window.bridge.desk.draft(shows)
    assert draft is not None
    assert draft.text == "Half an answer"
    assert sitting.window.composer.editor.text() == "Half an answer"


def test_what_was_written_last_stays_whichever_window_it_was_written_in(
    sitting: Sitting, own: OwnWindow, qtbot: QtBot
) -> None:
    window, desk, thread = sitting.window, sitting.window.bridge.desk, own.shows

    def on_disk() -> str:
        draft = desk.draft(thread)
        return draft.text if draft is not None else ""

    comes_forward(qtbot, own)
    QTest.keyClicks(own.composer.editor, "Sorry")
    own.composer.keep_draft()
    qtbot.waitUntil(lambda: window.queue.model.draft(thread) == "Sorry")
    # The first window still shows what it knew; that it turns elsewhere by itself writes nothing over it.
    assert window.composer.thread == thread
    window.hands.step(1)
    assert window.composer.thread != thread
    assert on_disk() == "Sorry"

    # It comes forward on another thread and turns to this one: now it is written there.
    comes_forward(qtbot, window)
    window.hands.step(-1)
    assert window.composer.editor.text() == "Sorry"
    QTest.keyClicks(window.composer.editor, ", Dan")
    comes_forward(qtbot, own)
    assert own.composer.editor.text() == window.composer.editor.text() == "Sorry, Dan"
    own.close()
    assert on_disk() == "Sorry, Dan"


def test_its_keys_are_those_in_force_also_when_they_change(sitting: Sitting, own: OwnWindow, qtbot: QtBot) -> None:
    sitting.window.bridge.settings.put("keys.preset", "plain")
    comes_forward(qtbot, own)
    own.conversation.view.setFocus()
    act = sitting.window.registry["thread.done"]
    assert act.keys[0] != "E"
    (key,) = (one for one in own.findChildren(QShortcut) if one.isEnabled() and one.key() == QKeySequence(act.keys[0]))
    key.activated.emit()

    thread = sitting.window.bridge.thread(own.shows)
    assert thread is not None
    assert thread.status is Status.DONE
    assert not [one for one in own.findChildren(QShortcut) if one.isEnabled() and one.key() == QKeySequence("E")]


@pytest.mark.qt_log_ignore("does not support raise")
def test_what_is_asked_for_in_it_and_done_in_the_first_window_is_asked_there(sitting: Sitting, own: OwnWindow) -> None:
    window = sitting.window
    thread = window.bridge.thread(own.shows)
    assert thread is not None
    own.conversation.sign_in_wanted.emit(thread.channel_id)

    assert window.connecting.is_open
    window.connecting.wizard.leave()


def test_what_is_kept_out_of_sight_is_answered_by_nobody_before_it_is_opened(sitting: Sitting) -> None:
    window = sitting.window
    every = window.bridge.cache.threads([ThreadId(number) for number in range(1, 500)])
    kept = next(one for one in every if one.is_shielded)
    own = window.own_windows.show(kept.id)
    assert own.conversation.is_closed
    assert own.composer.isHidden()

    own.conversation.show_hidden()
    assert not own.composer.isHidden()


def test_an_answer_is_given_an_hour_in_it(sitting: Sitting, own: OwnWindow) -> None:
    own.composer.focus_reply()
    own.composer.later_wanted.emit()
    assert not own.later.picker.isVisible()
    assert own.toast.accessibleName() == "Write an answer first; then choose when it leaves."

    QTest.keyClicks(own.composer.editor, "Tomorrow we know more.")
    own.composer.later_wanted.emit()
    assert own.later.picker.isVisible()
    own.later.picker.snoozed_until.emit(sitting.window.bridge.clock.now() + timedelta(hours=3))

    (given,) = [one.command for one in sitting.window.bridge.submit.pending if isinstance(one.command, Reply)]
    assert (given.thread, given.text) == (own.shows, "Tomorrow we know more.")


def test_what_could_not_be_kept_is_said_in_the_window_it_was_done_in(
    sitting: Sitting, own: OwnWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Desk, *_: object) -> list[Given]:
        raise DiskFull(self.path, "The disk is full.")

    comes_forward(qtbot, own)
    own.act("thread.done")
    with monkeypatch.context() as no_room:
        no_room.setattr(Desk, "give", full)
        own.act("app.undo")
        assert own.toast.accessibleName() == "The disk is full."
        own.act("thread.reopen")
        assert own.toast.accessibleName() == "The disk is full."
    own.act("app.undo")

    thread = sitting.window.bridge.thread(own.shows)
    assert thread is not None
    assert thread.status is Status.OPEN
