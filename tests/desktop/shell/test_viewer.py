"""Pictures are looked at over the whole window, and nothing that is pressed there reaches what lies under."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialdesk.desktop.bridge.pictures import OWN
from socialdesk.desktop.places.conversation.viewer import Viewed, Viewer
from tests.desktop.shell.conftest import Sitting

GONE = "0" * 64
LONG = "A hill behind a lake in the morning, with a red tent whose seam is torn on its left side. " * 6 + "Evening."


@pytest.fixture
def viewer(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> Iterator[Viewer]:
    """Two pictures that are here and one that is gone, in a window of 1,000 to 700."""
    window = sitting.window
    window.resize(1_000, 700)
    paths = [str(tmp_path / f"{colour}.png") for colour in ("teal", "navy")]
    for path in paths:
        written = io.BytesIO()
        Image.new("RGB", (1_600, 900), Path(path).stem).save(written, "PNG")
        Path(path).write_bytes(written.getvalue())
    window.composer.pictures.take_files(paths)
    qtbot.waitUntil(lambda: len(window.composer._writing.pictures) == 2)
    window.queue.list.setFocus()
    viewed = [Viewed(f"{OWN}{one.id}", LONG) for one in window.composer._writing.pictures]
    made = Viewer(window, window.bridge.pictures, [*viewed, Viewed(GONE, "A jacket")], 0)
    qtbot.waitUntil(lambda: not made.image_rect().isEmpty())
    yield made
    made.leave()


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def turn(viewer: Viewer, at: QPointF, by: QPoint) -> None:
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    event = QWheelEvent(at, at, QPoint(), by, left, none, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(viewer, event)


def test_no_key_that_is_pressed_over_a_picture_acts_on_the_thread_under_it(sitting: Sitting, viewer: Viewer) -> None:
    window = sitting.window
    before = window.queue.current()
    assert before is not None
    for key in (Qt.Key.Key_E, Qt.Key.Key_J, Qt.Key.Key_X, Qt.Key.Key_G, Qt.Key.Key_H, Qt.Key.Key_Slash):
        press(key)
    QTest.keyClick(viewer, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)

    assert viewer.hasFocus()
    assert not window.bridge.submit.pending
    now = window.queue.current()
    assert now is not None
    assert now.id == before.id
    press(Qt.Key.Key_Escape)
    assert not viewer.isVisible()
    assert window.queue.list.hasFocus()


def test_its_bar_goes_on_and_closes_by_mouse_and_by_tab(viewer: Viewer) -> None:
    assert not viewer.back.isEnabled()
    QTest.mouseClick(viewer.on, Qt.MouseButton.LeftButton)
    assert viewer.at == 1
    press(Qt.Key.Key_Backtab)
    assert viewer.back.hasFocus()
    press(Qt.Key.Key_Return)
    assert viewer.at == 0
    assert viewer.hasFocus()  # there is nothing before the first: the key goes nowhere else
    press(Qt.Key.Key_End)
    assert viewer.at == 2
    assert all(one.accessibleName() for one in (viewer.back, viewer.on, viewer.smaller, viewer.larger, viewer.shut))
    QTest.mouseClick(viewer.shut, Qt.MouseButton.LeftButton)
    assert not viewer.isVisible()


def test_a_long_description_is_read_whole_and_one_that_is_gone_is_said(viewer: Viewer, qtbot: QtBot) -> None:
    label = viewer._caption_area.label
    assert label.text() == f"1 of 3 · {LONG}"
    assert label.height() >= label.heightForWidth(label.width()) > 60
    assert viewer.rect().contains(viewer.card.geometry())
    assert not viewer.image_rect().intersects(viewer.card.geometry())
    press(Qt.Key.Key_End)
    qtbot.waitUntil(lambda: "not here any more" in label.text())
    assert label.text() == viewer.accessibleDescription()


def test_the_wheel_comes_closer_to_what_lies_under_the_pointer_and_not_when_it_turns_aside(viewer: Viewer) -> None:
    whole = viewer.image_rect()
    at = QPointF(whole.left() + whole.width() / 4, whole.top() + whole.height() / 4)
    turn(viewer, at, QPoint(120, 0))
    assert viewer.zoom == 1
    for _ in range(4):
        turn(viewer, at, QPoint(0, 120))
    close = viewer.image_rect()

    assert close.width() > 2 * whole.width()
    assert (at.x() - close.left()) / close.width() == pytest.approx(0.25, abs=0.01)
    assert (at.y() - close.top()) / close.height() == pytest.approx(0.25, abs=0.01)
    for _ in range(16):
        turn(viewer, at, QPoint(0, -30))
    assert viewer.zoom == pytest.approx(1)
    assert viewer.image_rect() == whole
