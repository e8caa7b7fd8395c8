"""The page of saved replies at twice the text size, in the smallest window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from socialdesk.desktop.look import metrics
from tests.desktop.library.test_page import opened, press
from tests.desktop.shell.conftest import Sitting


@pytest.fixture(autouse=True)
def whole_again() -> Iterator[None]:
    yield
    metrics.set_zoom(1.0)


def place(part: QWidget, page: QWidget) -> QRect:
    return QRect(part.mapTo(page, QPoint(0, 0)), part.size())


def test_in_little_room_nothing_lies_over_each_other_and_what_has_the_focus_is_seen(sitting: Sitting) -> None:
    page = opened(sitting)
    editor = page.editor
    fields = (editor.title, editor.shortcut, editor.folder, editor.scope, editor.tags, editor.body)
    assert place(editor.title, page).top() == place(editor.shortcut, page).top()
    assert place(page.tree, page).top() == place(page.list, page).top()

    for _ in range(10):
        sitting.window.hands.zoom(1)
    sitting.window.resize(900, 600)
    QApplication.processEvents()

    places = [place(one, page) for one in (page.title, page.search_field, page.new, page.tree, page.list, *fields)]
    assert all(one.intersected(two).isEmpty() for at, one in enumerate(places) for two in places[at + 1 :])
    assert all(page.rect().contains(place(one, page)) for one in (editor.save, editor.delete, page.new))
    assert page.new.toolTip().startswith(page.new.accessibleName())

    press(page.list, Qt.Key.Key_Return)
    assert editor.body.hasFocus()
    assert editor.body.visibleRegion().boundingRect() == editor.body.rect()

    for _ in range(10):
        sitting.window.hands.zoom(-1)
    sitting.window.resize(1440, 900)
    QApplication.processEvents()
    assert place(editor.title, page).top() == place(editor.shortcut, page).top()
    assert place(page.tree, page).top() == place(page.list, page).top()
    assert page.new.text() == page.new.accessibleName()
    assert not page.new.toolTip()
