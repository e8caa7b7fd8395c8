"""On a screen of 3840 × 2160 logical pixels lines stay as long as one reads well."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.look.metrics import COLUMN_MOST
from tests.desktop.shell.conftest import Sitting
from tests.images.rest import settle


def test_an_answer_is_written_below_the_column_of_what_is_read(sitting: Sitting) -> None:
    window, app = sitting.window, QApplication.instance()
    assert isinstance(app, QApplication)
    window.resize(3840, 2160)
    settle(window)
    window.hands.answer()
    box = window.composer.box.box
    view = window.conversation.view

    assert box.width() == COLUMN_MOST
    middle = box.mapTo(window, QPoint(box.width() // 2, 0)).x()
    assert abs(middle - view.mapTo(window, QPoint(view.viewport().width() // 2, 0)).x()) <= 8

    window.resize(1200, 800)
    settle(window)
    assert box.width() == window.composer.width() - 40, "where there is less room all of it is taken"
