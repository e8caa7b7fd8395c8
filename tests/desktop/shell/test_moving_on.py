"""What opens after an act, what is taken next, and what is asked before somebody speaks in another's thread."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.shell.moving_on import AFTER_ACT
from socialdesk.desktop.widgets.ask import Question
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.model.command import Assign, Reply
from socialdesk.model.thread import Thread
from socialdesk.model.view import TEAM, UNASSIGNED
from socialdesk.store.queue_page import queue_page
from tests.desktop.shell.conftest import Sitting


def run(sitting: Sitting, act: str) -> None:
    sitting.window.run(sitting.window.registry[act])


def others_thread(sitting: Sitting) -> Thread:
    """A thread that a colleague holds, open beside the queue."""
    window = sitting.window
    window.rail.choose(TEAM.id)
    rows = queue_page(window.bridge.cache, TEAM, window.bridge.me, None, 200).rows
    theirs = next(one for one in rows if one.assignee_id not in (None, window.bridge.me) and not one.is_shielded)
    window.queue.open(theirs.id)
    return theirs


def write(sitting: Sitting, text: str) -> None:
    sitting.window.composer.focus_reply()
    QTest.keyClicks(sitting.window.composer.editor, text)


def choose(sitting: Sitting, words: str) -> None:
    (question,) = (one for one in sitting.window.findChildren(Question) if one.isVisible())
    button = next(one for one in question.findChildren(Button) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def given(sitting: Sitting, kind: type) -> int:
    return sum(isinstance(one.command, kind) for one in sitting.window.bridge.submit.pending)


@pytest.mark.parametrize(("wanted", "by"), [("next", 1), ("previous", -1), ("list", 0)])
def test_what_opens_after_e_is_what_was_chosen(sitting: Sitting, wanted: str, by: int) -> None:
    window = sitting.window
    window.bridge.desk.set_state(AFTER_ACT, wanted)
    run(sitting, "queue.next")
    here = window.queue.current()
    assert here is not None
    other = window.queue.model.neighbour(here.id, by) if by else None

    run(sitting, "thread.done")

    now = window.queue.current()
    assert (now.id if now is not None else None) == (other.id if other is not None else None)


def test_n_says_so_when_nothing_is_free(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    window = sitting.window
    free = queue_page(window.bridge.cache, UNASSIGNED, window.bridge.me, None, 500).rows
    window.bridge.submit.give([(one, Assign(one.id, window.bridge.me)) for one in free])
    said: list[str] = []
    monkeypatch.setattr(window, "say", said.append)

    run(sitting, "thread.take")

    assert said == ["Nothing is free: every open thread is somebody's already."]


def test_an_answer_in_a_colleagues_thread_asks_once_and_takes_it_over(sitting: Sitting) -> None:
    theirs = others_thread(sitting)
    write(sitting, "On its way.")
    run(sitting, "composer.send")
    choose(sitting, "Not yet")
    assert given(sitting, Reply) == 0
    assert sitting.window.composer.editor.text() == "On its way."

    run(sitting, "composer.send")
    choose(sitting, "Take over and answer")

    assert given(sitting, Reply) == 1
    folded = sitting.window.bridge.thread(theirs.id)
    assert folded is not None
    assert folded.assignee_id == sitting.window.bridge.me


def test_enter_presses_the_choice_that_has_the_focus(sitting: Sitting) -> None:
    theirs = others_thread(sitting)
    write(sitting, "On its way.")
    run(sitting, "composer.send")

    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)

    assert given(sitting, Reply) == 1
    folded = sitting.window.bridge.thread(theirs.id)
    assert folded is not None
    assert folded.assignee_id == sitting.window.bridge.me


def test_who_only_answers_is_not_asked_again_in_that_thread(sitting: Sitting) -> None:
    theirs = others_thread(sitting)
    write(sitting, "One.")
    run(sitting, "composer.send")
    choose(sitting, "Only answer")
    sitting.window.queue.open(theirs.id)
    write(sitting, "Two.")
    run(sitting, "composer.send")

    assert [one for one in sitting.window.findChildren(Question) if one.isVisible()] == []
    assert given(sitting, Reply) == 2
