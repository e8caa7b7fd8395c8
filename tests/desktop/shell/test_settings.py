"""The page of settings in the window, by keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from socialdesk.desktop.look import metrics, motion, theme, tokens
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.combo import Combo
from tests.desktop.shell.conftest import Sitting


@pytest.fixture(autouse=True)
def _look_again(qapp: QApplication) -> object:
    yield
    metrics.set_zoom(1.0)
    metrics.set_compact(is_compact=None)
    motion.choose_reduced(None)
    theme.use_system_accent(is_used=False)


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def test_ctrl_comma_opens_the_settings_and_escape_leads_back_to_the_queue(sitting: Sitting) -> None:
    window = sitting.window
    _press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.settings.is_shown
    assert window.settings.page.list.hasFocus()

    _press(Qt.Key.Key_Escape)

    assert not window.settings.is_shown
    assert window.queue.list.hasFocus()
    assert window.rail.list.currentIndex().isValid()


def test_a_view_is_one_click_away_from_the_settings(sitting: Sitting) -> None:
    window = sitting.window
    row = window.rail.list.currentIndex()
    window.settings.show()

    QTest.mouseClick(
        window.rail.list.viewport(), Qt.MouseButton.LeftButton, pos=window.rail.list.visualRect(row).center()
    )

    assert not window.settings.is_shown


def test_a_letter_does_nothing_to_the_thread_that_lies_behind_the_settings(sitting: Sitting) -> None:
    window = sitting.window
    before = len(window.bridge.submit.pending)
    window.settings.show()

    _press(Qt.Key.Key_E)

    assert len(window.bridge.submit.pending) == before


def test_a_theme_counts_as_soon_as_it_is_chosen_and_is_kept(sitting: Sitting) -> None:
    window = sitting.window
    window.settings.show(Section.APPEARANCE, "theme")
    row = window.settings.page.row("theme")
    assert row is not None
    assert isinstance(row.control, Combo)

    row.control.setCurrentIndex(row.control.findData("dark"))

    assert tokens.current().is_dark
    assert window.bridge.desk.state("theme") == "dark"
    assert row.reset.isVisible()
    QTest.mouseClick(row.reset, Qt.MouseButton.LeftButton)
    assert window.bridge.settings.get("theme") == "system"


def test_a_text_size_beyond_what_there_is_gets_a_sentence_and_changes_nothing(sitting: Sitting) -> None:
    window = sitting.window
    window.settings.show(key="zoom")
    row = window.settings.page.row("zoom")
    assert row is not None
    assert isinstance(row.control, QLineEdit)
    assert row.control.hasFocus()
    row.control.selectAll()
    QTest.keyClicks(row.control, "900")
    _press(Qt.Key.Key_Return)

    assert row.problem.isVisible()
    assert row.problem.text() == "Write a whole number from 80 to 200."
    assert metrics.zoom() == 1.0

    row.control.selectAll()
    QTest.keyClicks(row.control, "150 %")
    _press(Qt.Key.Key_Return)

    assert not row.problem.isVisible()
    assert metrics.zoom() == 1.5


def test_text_size_by_key_is_what_the_settings_show(sitting: Sitting) -> None:
    window = sitting.window
    QTest.keyClick(window.queue.list, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    window.settings.show(key="zoom")

    row = window.settings.page.row("zoom")
    assert row is not None
    assert isinstance(row.control, QLineEdit)
    assert row.control.text() == "110"


def test_compact_rows_are_lower(sitting: Sitting) -> None:
    window = sitting.window
    index = window.queue.model.index(1)
    before = window.queue.list.visualRect(index).height()

    window.bridge.settings.put("density", "compact")
    QApplication.processEvents()

    assert (before, window.queue.list.visualRect(index).height()) == (88, 62)


def test_what_is_searched_is_found_whatever_section_holds_it(sitting: Sitting) -> None:
    window = sitting.window
    window.settings.show()
    page = window.settings.page
    page.start_search()
    QTest.keyClicks(page.search_field, "langue")

    assert page.row("language") is not None
    assert page.row("theme") is None
    _press(Qt.Key.Key_Escape)
    assert page.row("theme") is not None
    page.start_search()
    QTest.keyClicks(page.search_field, "tidy now")
    QTest.mouseClick(
        next(one for one in page.findChildren(Button) if one.text() == "Storage"), Qt.MouseButton.LeftButton
    )
    assert page.section is Section.STORAGE
