"""The end of a window: what is held is told before it leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.model.command import CancelReply, Reply, SendNow
from tests.desktop.shell.conftest import Sitting

CTRL = Qt.KeyboardModifier.ControlModifier


def answer(sitting: Sitting, text: str = "On its way.") -> None:
    window = sitting.window
    window.activateWindow()
    window.queue.list.setFocus()
    QTest.keyClick(window.queue.list, Qt.Key.Key_R)
    QTest.keyClicks(window.composer.editor, text)
    QTest.keyClick(window.composer.editor, Qt.Key.Key_Return, CTRL)


def given(sitting: Sitting, kind: type) -> list[object]:
    return [one.command for one in sitting.window.bridge.submit.pending if isinstance(one.command, kind)]


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_nothing_held_nothing_asked(sitting: Sitting) -> None:
    assert sitting.window.close()


def test_a_held_answer_is_told_and_enter_stays(sitting: Sitting) -> None:
    answer(sitting)
    assert not sitting.window.close()
    question = sitting.window.closing.question
    assert question is not None
    assert "1" in question.accessibleName()
    press(Qt.Key.Key_Return)

    assert sitting.window.isVisible()
    assert not given(sitting, SendNow)
    assert sitting.window.closing.question is None


def test_send_and_close_lets_it_leave_at_once_whether_the_engine_has_it_or_not(sitting: Sitting) -> None:
    answer(sitting)
    sitting.engine_works()
    assert not given(sitting, Reply)
    answer(sitting, "And this.")
    assert not sitting.window.close()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)

    assert not sitting.window.isVisible()
    assert len(given(sitting, SendNow)) == 2
    sitting.engine_works()
    assert not sitting.window.bridge.cache.outbox()


def test_what_was_taken_back_is_not_held(sitting: Sitting) -> None:
    answer(sitting)
    sitting.window.hands.undo()

    assert given(sitting, CancelReply)
    assert sitting.window.close()


def test_closing_twice_asks_once_and_what_was_to_follow_is_forgotten_by_staying(sitting: Sitting) -> None:
    told: list[str] = []
    answer(sitting)
    sitting.window.close_then(lambda: told.append("went"))
    first = sitting.window.closing.question
    sitting.window.close()
    assert sitting.window.closing.question is first
    press(Qt.Key.Key_Escape)
    sitting.window.hands.undo()

    assert sitting.window.close()
    assert not told


def test_a_window_in_another_language_takes_its_place_without_a_question(sitting: Sitting) -> None:
    answer(sitting)
    sitting.window.give_way(None)

    assert sitting.window.close()
