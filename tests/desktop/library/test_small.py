"""The page of saved replies at twice the text size, in the smallest window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import metrics
from tests.desktop.library.test_page import opened, press
from tests.desktop.shell.conftest import Sitting
from tests.images.faults import faults
from tests.images.rest import settle


@pytest.fixture(autouse=True)
def whole_again() -> Iterator[None]:
    yield
    metrics.set_zoom(1.0)


def place(part: QWidget, page: QWidget) -> QRect:
    return QRect(part.mapTo(page, QPoint(0, 0)), part.size())


def test_in_little_room_nothing_lies_over_each_other_and_what_has_the_focus_is_seen(sitting: Sitting) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    page = opened(sitting)
    editor = page.editor
    fields = (editor.title, editor.shortcut, editor.folder, editor.scope, editor.tags, editor.body)
    assert place(editor.title, page).top() == place(editor.shortcut, page).top()
    assert place(page.tree, page).top() == place(page.list, page).top()

    for _ in range(10):
        sitting.window.hands.zoom(1)
    sitting.window.resize(900, 600)
    QApplication.processEvents()

    def are_apart(*parts: QWidget) -> bool:
        places = [place(one, page) for one in parts]
        return all(one.intersected(two).isEmpty() for at, one in enumerate(places) for two in places[at + 1 :])

    assert are_apart(page.search_field, page.new, page.tree, page.list)
    assert page.list.width() == page.width(), "there is no room for the form beside it"
    assert editor.title.visibleRegion().isEmpty()
    assert page.rect().contains(place(page.new, page))
    assert page.new.toolTip().startswith(page.new.accessibleName())

    press(page.list, Qt.Key.Key_Return)
    settle(sitting.window)
    assert editor.body.hasFocus()
    assert editor.body.visibleRegion().boundingRect().height() >= editor.body.height() - 4
    assert are_apart(page.back, page.search_field, page.new, *fields)
    assert all(page.rect().contains(place(one, page)) for one in (editor.save, editor.delete, page.new))
    assert page.list.visibleRegion().isEmpty()
    assert not list(faults(page))

    page.back.click()
    QApplication.processEvents()
    assert page.list.hasFocus()
    assert page.list.width() == page.width()
    page.list.clicked.emit(page.list.currentIndex())
    assert editor.title.hasFocus(), "a press opens it as Enter does"

    for _ in range(10):
        sitting.window.hands.zoom(-1)
    sitting.window.resize(1440, 900)
    QApplication.processEvents()
    assert place(editor.title, page).top() == place(editor.shortcut, page).top()
    assert place(page.tree, page).top() == place(page.list, page).top()
    assert page.new.text() == page.new.accessibleName()
    assert not page.new.toolTip()


def test_large_text_in_a_large_window_cuts_no_folder_and_leaves_the_form_its_room(
    sitting: Sitting, qtbot: QtBot
) -> None:
    page = opened(sitting)
    sitting.window.resize(1440, 900)
    for _ in range(11):
        qtbot.waitUntil(lambda: not list(faults(page)))
        assert page.tree.sizeHintForColumn(0) <= page.tree.columnWidth(0), metrics.zoom()
        assert page.list.isVisible()
        assert page.right.width() >= metrics.scaled(400), metrics.zoom()
        assert page.search_field.width() >= 280
        sitting.window.hands.zoom(1)
