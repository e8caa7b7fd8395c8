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
