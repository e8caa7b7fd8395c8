"""At a display scale of 400 % a screen holds 480 × 270 logical pixels: all that is pressed stays within reach."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from socialdesk.desktop.look.metrics import WINDOW_LEAST
from socialdesk.desktop.settings.setting import Section
from socialdesk.model.view import TEAM
from tests.desktop.shell.conftest import Sitting
from tests.images.faults import faults
from tests.images.rest import settle
from tests.images.scenes import all_scenes


def is_in(window: QWidget, one: QWidget) -> bool:
    """Whether all of a part lies in the window."""
    return one.isVisible() and window.rect().contains(one.rect().translated(one.mapTo(window, QPoint())))


def test_a_window_gets_as_small_as_its_screen_and_what_is_written_and_sent_stays_in_sight(sitting: Sitting) -> None:
    window, app = sitting.window, QApplication.instance()
    assert isinstance(app, QApplication)
    there = window.screen().availableSize()
    assert window.minimumSize().width() == min(WINDOW_LEAST[0], there.width())
    window.setMinimumSize(320, 240)
    window.resize(480, 270)
    settle(window)
    assert (window.size().width(), window.size().height()) == (480, 270)
    QTest.keyClick(window.queue.list, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget() or window, "r")
    settle(window)
    box = window.composer.box
    QTest.keyClicks(box.editor, "One line. " * 20)
    assert is_in(window, box.editor)
    assert is_in(window, box.button)
    assert window.conversation.view.viewport().height() >= 40
    for line in (box.who, box.window_line):
        assert line.width() >= line.sizeHint().width(), "said shortly, not cut"
    assert not list(faults(window))
    window.composer.later_wanted.emit()
    settle(window)
    later = window.hands.composing.later
    assert is_in(window, later.card)
    later.leave()

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


def test_pages_and_cards_show_their_words_whole_on_a_small_screen(sitting: Sitting) -> None:
    window, app = sitting.window, QApplication.instance()
    assert isinstance(app, QApplication)
    window.setMinimumSize(320, 240)
    window.resize(480, 270)
    for section in (Section.APPEARANCE, Section.LANGUAGE, Section.QUIET, Section.HOURS, Section.ORDER):
        window.settings.show(section)
        settle(window)
        assert not list(faults(window)), section
    page = window.settings.page
    assert {page.list.item(at).text() for at in range(page.list.count())} == {""}, "icons alone"
    spoken = page.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == page.list.currentItem().toolTip() == "Order of the queue"
    page.start_search()
    QTest.keyClicks(page.search_field, "system")
    assert is_in(window, page.search_field)

    page.left.emit()
    window.open_palette("sno")
    hints = [one for one in window.palette_card.findChildren(QLabel, "hint") if one.visibleRegion().boundingRect()]
    assert hints
    assert all(one.visibleRegion().boundingRect().width() == one.width() >= one.sizeHint().width() for one in hints)
    window.palette_card.close_quietly()

    while window.queue.model.first() is not None:
        QTest.keyClick(window.queue.list, Qt.Key.Key_E)
    assert window.queue.nothing.isVisible(), "no pane beside the list says so"
    assert window.queue.nothing.sentence.text().startswith("All clear. Nothing of yours ")
    window.resize(1180, 760)
    window.settings.show(Section.ORDER)
    assert page.list.currentItem().text() == "Order of the queue"


@pytest.mark.parametrize("scene", ["queue-nothing", "saved-reply-fits"])
def test_nothing_is_cut_where_a_list_is_empty_or_a_saved_reply_says_much_of_itself(
    sitting: Sitting, scene: str
) -> None:
    window, app = sitting.window, QApplication.instance()
    assert isinstance(app, QApplication)
    window.setMinimumSize(320, 240)
    window.resize(480, 270)
    settle(window)
    all_scenes()[scene](window)
    settle(window)

    assert not list(faults(window))
