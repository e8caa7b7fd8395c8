"""The first minute: five things learned by doing them, with keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.actions import force
from socialdesk.desktop.look import metrics
from socialdesk.desktop.shell.coach import END, STATE
from socialdesk.desktop.shell.window import Window
from tests.desktop.shell.conftest import Sitting
from tests.waiting import let_pass

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
Begin = Callable[[], Window]


@pytest.fixture
def begin(sitting: Sitting, qapp: QApplication) -> Iterator[Begin]:
    """Open a second window on the desk, as the next start does."""
    made: list[Window] = []

    def again() -> Window:
        for window in made:
            window.keep()
            window.hide()
            qapp.removeEventFilter(window.keys)
        window = Window(sitting.window.bridge)
        made.append(window)
        window.show()
        window.activateWindow()
        let_pass(0)
        window.queue.list.setFocus()
        return window

    sitting.window.hide()
    qapp.removeEventFilter(sitting.window.keys)
    yield again
    for window in made:
        qapp.removeEventFilter(window.keys)
        window.hide()
        shiboken6.delete(window)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def type_(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def test_without_the_demo_having_begun_it_there_is_no_lesson(sitting: Sitting) -> None:
    assert sitting.window.coach.step == 0
    assert sitting.window.coach.line.isHidden()


def test_each_of_the_five_steps_is_advanced_by_doing_it(sitting: Sitting, begin: Begin) -> None:
    sitting.window.bridge.desk.set_state(STATE, "1")
    window = begin()
    assert window.coach.line.isVisible()

    press(Qt.Key.Key_Z)  # doing a later one does not skip those before
    assert window.coach.step == 1
    press(Qt.Key.Key_J)
    assert window.coach.step == 2
    assert window.coach.line.accessibleDescription().startswith("Step 2 of 5. K R / back to who waits longest")
    press(Qt.Key.Key_K)
    assert window.coach.line.accessibleDescription().startswith("Step 2 of 5. R / answers")

    press(Qt.Key.Key_R)
    type_("/express")
    press(Qt.Key.Key_Return)
    assert window.coach.step == 3
    type_("Thursday")  # her order is known: one blank is left
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return, BOTH)
    assert window.coach.step == 4, window.composer.editor.text()

    press(Qt.Key.Key_Z)
    assert window.coach.step == 5
    window.queue.list.setFocus()
    press(Qt.Key.Key_E)
    assert window.coach.step == 6
    assert window.coach.line.act.text() == "Connect a channel"


def test_esc_ends_it_for_good_but_not_while_something_is_written(sitting: Sitting, begin: Begin) -> None:
    sitting.window.bridge.desk.set_state(STATE, "1")
    window = begin()
    press(Qt.Key.Key_R)
    type_("half a word")
    press(Qt.Key.Key_Escape)
    assert window.coach.step == 1
    press(Qt.Key.Key_Escape)

    assert window.coach.line.isHidden()
    assert window.bridge.desk.state(STATE) == END
    assert begin().coach.step == 0


def test_the_next_start_goes_on_at_the_step_one_came_to(sitting: Sitting, begin: Begin) -> None:
    sitting.window.bridge.desk.set_state(STATE, "1")
    begin()
    press(Qt.Key.Key_J)

    window = begin()
    assert window.coach.step == 2
    assert window.coach.line.accessibleDescription().startswith("Step 2 of 5. K R / back to who waits longest")


def test_it_teaches_the_keys_that_are_in_force(sitting: Sitting, begin: Begin) -> None:
    sitting.window.bridge.desk.set_state(STATE, "1")
    window = begin()
    assert window.coach.line.accessibleDescription().startswith("Step 1 of 5. J ")
    window.registry.rekey({"queue.next": ("F9",)})
    force.use(window.registry)

    assert window.coach.line.accessibleDescription().startswith("Step 1 of 5. F9 ")


@pytest.fixture
def text_as_designed() -> Iterator[None]:
    yield
    metrics.set_zoom(1.0)


@pytest.mark.usefixtures("text_as_designed")
def test_where_one_pane_is_seen_at_a_time_the_lesson_stands_below_whichever_it_is(
    sitting: Sitting, begin: Begin
) -> None:
    sitting.window.bridge.desk.set_state(STATE, "1")
    window = begin()
    line = window.coach.line
    window.resize(1440, 900)
    for step in (1, -1, 1):
        for _ in range(10):
            window.hands.zoom(step)
        QApplication.processEvents()
        assert window.panes.is_one is (step == 1)
        assert line.isVisible()
        if step == 1:
            assert window.queue.isVisible()
            window.panes.show_thread()
            assert line.isVisible()
            assert not window.queue.isVisible()
            window.panes.show_queue()
    window.queue.list.setFocus()
    press(Qt.Key.Key_J)
    assert window.coach.step == 2
    press(Qt.Key.Key_Escape)
    assert line.isHidden()
