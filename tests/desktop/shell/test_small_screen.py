"""At a display scale of 400 % a screen holds 480 × 270 logical pixels: all that is pressed stays within reach."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from socialdesk.desktop.look.metrics import WINDOW_LEAST
from socialdesk.model.view import TEAM
from tests.desktop.shell.conftest import Sitting
from tests.images.faults import faults
from tests.images.shots import settle


def is_in(window: QWidget, one: QWidget) -> bool:
    """Whether all of a part lies in the window."""
    return one.isVisible() and window.rect().contains(one.rect().translated(one.mapTo(window, QPoint())))


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_window_gets_as_small_as_its_screen_and_what_is_written_and_sent_stays_in_sight(sitting: Sitting) -> None:
    window, app = sitting.window, QApplication.instance()
    assert isinstance(app, QApplication)
    there = window.screen().availableSize()
    assert window.minimumSize().width() == min(WINDOW_LEAST[0], there.width())
    window.setMinimumSize(320, 240)
    window.resize(480, 270)
    settle(app, window)
    assert (window.size().width(), window.size().height()) == (480, 270)
    QTest.keyClick(window.queue.list, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget() or window, "r")
    settle(app, window)
    box = window.composer.box
    QTest.keyClicks(box.editor, "One line. " * 20)
    assert is_in(window, box.editor)
    assert is_in(window, box.button)
    assert window.conversation.view.viewport().height() >= 40
    assert not list(faults(window))

    QTest.keyClick(box.editor, Qt.Key.Key_Escape)
    window.queue.show_view(TEAM, "Whole team")
    waiting = [one for row in range(20) if (one := window.queue.model.thread_at(row)) and one.waiting_since]
    window.queue.selection.select([one.id for one in waiting[:3]])
    QTest.keyClicks(window.queue.list, "/")
    sheet = window.bulk.one_text.sheet
    assert sheet.card.height() > window.height(), "so it slides to what has the keys"
    met: set[QWidget] = set()
    while (focus := QApplication.focusWidget()) is not None and focus not in met:
        met.add(focus)
        assert window.rect().contains(focus.mapTo(window, focus.rect().center()))
        assert focus.height() >= 20
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {sheet.saved, sheet.text, sheet.list, sheet.cancel} <= met
