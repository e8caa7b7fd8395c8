"""A window shows as many panes as the size of its text leaves room for; one at a time, Enter goes in and Esc back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.look import metrics
from tests.desktop.shell.conftest import Sitting


@pytest.fixture(autouse=True)
def text_as_designed() -> Iterator[None]:
    yield
    metrics.set_zoom(1.0)
    metrics.set_compact(is_compact=None)


def shown(sitting: Sitting) -> list[str]:
    window = sitting.window
    places = {"queue": window.queue, "thread": window.conversation, "contact": window.context}
    return [name for name, place in places.items() if place.isVisible()]


@pytest.mark.parametrize(
    ("width", "zoom", "panes", "rail"),
    [
        (1440, 1.0, ["queue", "thread", "contact"], 224),
        (1180, 1.0, ["queue", "thread"], 224),
        (900, 1.0, ["queue", "thread"], 56),
        (1440, 1.5, ["queue", "thread"], 84),
        (1440, 2.0, ["queue"], 112),
        (2880, 2.0, ["queue", "thread", "contact"], 448),
        (3840, 1.0, ["queue", "thread", "contact"], 224),
    ],
)
def test_the_panes_follow_the_width_in_the_size_of_the_text(
    sitting: Sitting, width: int, zoom: float, panes: list[str], rail: int
) -> None:
    steps = round((zoom - 1) * 10)
    for _ in range(steps):
        sitting.window.hands.zoom(1)
    sitting.window.resize(width, 900)
    QApplication.processEvents()

    assert shown(sitting) == panes
    assert sitting.window.rail.width() == rail


def test_a_narrow_window_has_low_rows_unless_somebody_chose_and_large_text_alone_changes_nothing(
    sitting: Sitting,
) -> None:
    window = sitting.window
    queue = window.queue.list

    def high(width: int) -> int:
        window.resize(width, 900)
        QApplication.processEvents()
        return queue.visualRect(queue.currentIndex()).height()

    for _ in range(8):
        QTest.keyClick(queue, Qt.Key.Key_J)
    assert [high(width) for width in (1440, 1180, 1279, 1280)] == [88, 62, 62, 88]
    assert queue.viewport().rect().contains(queue.visualRect(queue.currentIndex()))
    assert high(1180) == 62
    window.bridge.settings.put("density", "roomy")
    assert high(1180) == 88
    window.bridge.settings.put("density", "compact")
    assert high(1440) == 62
    window.bridge.settings.reset("density")
    assert high(1440) == 88

    for _ in range(5):
        window.hands.zoom(1)

    assert high(1440) == 132


def test_with_one_pane_enter_goes_into_the_thread_and_esc_comes_back(sitting: Sitting) -> None:
    window = sitting.window
    for _ in range(10):
        window.hands.zoom(1)
    window.queue.list.setFocus()
    QTest.keyClick(window.queue.list, Qt.Key.Key_J)
    QTest.keyClick(window.queue.list, Qt.Key.Key_Return)

    assert shown(sitting) == ["thread"]

    QTest.keyClick(window, Qt.Key.Key_R)
    QTest.keyClicks(window.composer.editor, "On its way")
    QTest.keyClick(window.composer.editor, Qt.Key.Key_Escape)

    assert shown(sitting) == ["queue"]
    assert QApplication.focusWidget() is window.queue.list
    draft = window.bridge.desk.draft(window.queue.current().id)
    assert draft is not None
    assert draft.text == "On its way"


def test_with_one_pane_f6_walks_through_both(sitting: Sitting) -> None:
    window = sitting.window
    for _ in range(10):
        window.hands.zoom(1)
    window.queue.list.setFocus()
    met: list[list[str]] = []

    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
        met.append(shown(sitting))

    assert met == [["thread"], ["thread"], ["thread"], ["queue"], ["thread"]]


def test_a_wider_window_shows_both_again(sitting: Sitting) -> None:
    window = sitting.window
    for _ in range(10):
        window.hands.zoom(1)
    assert shown(sitting) == ["queue"]

    window.hands.zoom(0)

    assert shown(sitting) == ["queue", "thread", "contact"]


@pytest.mark.parametrize("width", [1180, 900])
def test_where_there_is_no_room_the_panel_opens_over_the_window_and_esc_closes_it(sitting: Sitting, width: int) -> None:
    window = sitting.window
    window.resize(width, 700)
    window.queue.list.setFocus()
    QApplication.processEvents()

    press_panel(sitting)

    assert window.aside.is_over
    assert shown(sitting) == ["queue", "thread", "contact"]
    corner = window.context.mapTo(window, window.context.rect().topRight())
    assert corner.x() >= window.width() - 2
    assert window.conversation.width() + window.queue.width() > window.width() - 230
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is window.context or window.context.isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert shown(sitting) == ["queue", "thread"]
    assert QApplication.focusWidget() is window.queue.list
    press_panel(sitting)
    press_panel(sitting)
    assert shown(sitting) == ["queue", "thread"]


def press_panel(sitting: Sitting) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(QApplication.focusWidget() or sitting.window, Qt.Key.Key_I, modifiers)
    QApplication.processEvents()


def test_with_one_pane_the_panel_opens_over_it(sitting: Sitting) -> None:
    window = sitting.window
    for _ in range(10):
        window.hands.zoom(1)
    QApplication.processEvents()

    press_panel(sitting)

    assert window.aside.is_over
    assert window.context.width() <= window.width()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    assert shown(sitting) == ["queue"]


def test_the_panel_goes_back_beside_the_thread_when_there_is_room_again_and_its_width_is_remembered(
    sitting: Sitting,
) -> None:
    window = sitting.window
    window.resize(1180, 800)
    QApplication.processEvents()
    press_panel(sitting)
    window.aside._sheet.widen(340)

    window.resize(1440, 800)
    QApplication.processEvents()

    assert not window.aside.is_over
    assert window.context.isVisible()
    assert window._split.indexOf(window.context) == 2
    window.resize(1180, 800)
    QApplication.processEvents()
    assert not window.context.isVisible()
    press_panel(sitting)
    assert abs(window.context.width() - 340) <= 8
    window.keep()
    assert window.bridge.desk.state("context_width") == "340"
