"""At twice the text size, in the smallest window, words keep the room they need."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import metrics
from socialdesk.desktop.places.connect.fields import FieldRow
from socialdesk.desktop.places.conversation.header import Header
from socialdesk.desktop.places.shield_words.card import WordLists
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.widgets.buttons import IconButton
from socialdesk.model.way import FieldKind, WayField
from tests.desktop.shell.conftest import Sitting
from tests.desktop.shell.test_hours import shown, typed
from tests.images.faults import faults


@pytest.fixture(autouse=True)
def text_as_designed() -> Iterator[None]:
    yield
    metrics.set_zoom(1.0)


def test_settings_and_word_lists_are_neither_cut_nor_squeezed_in_little_room(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    for _ in range(10):
        window.hands.zoom(1)
    window.resize(900, 600)
    window.settings.show(Section.NOTICES)
    QApplication.processEvents()
    assert list(faults(window)) == []

    part = shown(sitting)
    typed(part.week.fields[5], "nine to five")
    QApplication.processEvents()
    label = part.week.problems[5]
    assert label.isVisible()
    qtbot.waitUntil(lambda: not part.is_looking)
    for one in (label, part):
        qtbot.waitUntil(lambda one=one: one.height() >= one.heightForWidth(one.width()))

    window.run(window.registry["shield.words"])
    QApplication.processEvents()
    card = window.findChild(WordLists)
    assert card is not None
    assert list(faults(card)) == []


def test_what_could_be_done_next_is_offered_also_where_the_queue_stands_alone(sitting: Sitting) -> None:
    window = sitting.window
    window.resize(1440, 900)
    for _ in range(10):
        window.hands.zoom(1)
    for _ in range(window.queue.model.total):
        QTest.keyClick(window.queue.list, Qt.Key.Key_E)
    QApplication.processEvents()
    nothing = window.queue.nothing
    assert nothing.isVisible()
    assert nothing.sentence.text().startswith("All clear.")
    assert nothing.steps[0].text() == "Take one from Unassigned"
    for one in nothing.steps:
        assert one.width() >= one.sizeHint().width()
        assert abs(one.geometry().center().x() - nothing.width() // 2) <= 1
    steps = list(nothing.steps)
    window.bridge.follow.look()
    window.opened.look_again()
    assert nothing.steps == steps, "one that has the focus keeps it"

    window.resize(1440, 899)
    for _ in range(10):
        window.hands.zoom(-1)
    QApplication.processEvents()
    assert window.clear.isVisible()
    assert not nothing.isVisible(), "it is said once"
    for _ in range(10):
        window.hands.zoom(1)
    QApplication.processEvents()
    assert nothing.isVisible()

    QTest.mouseClick(nothing.steps[0], Qt.MouseButton.LeftButton)
    assert window.queue.current() is not None or window.conversation.thread is not None


def test_what_clears_a_search_grows_with_the_text(sitting: Sitting) -> None:
    window = sitting.window
    window.hands.start_search()
    field = window.queue.search_field
    cross = field.findChild(IconButton)
    assert cross is not None
    assert not cross.isVisible()
    QTest.keyClicks(field, "zip")
    assert cross.isVisible()
    small = cross.width()
    for _ in range(10):
        window.hands.zoom(1)
    QApplication.processEvents()
    assert cross.width() == 2 * small >= 48
    assert field.rect().contains(cross.geometry())
    assert field.textMargins().right() >= cross.width()

    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)

    assert field.text() == ""
    assert not cross.isVisible()
    assert field.hasFocus()


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_the_eye_beside_a_secret_grows_with_the_text(qtbot: QtBot, qapp: QApplication, is_mirrored: bool) -> None:
    asked = WayField("password", "Password", FieldKind.SECRET)
    sizes: list[int] = []
    for zoom in (1.0, 2.0):
        metrics.set_zoom(zoom)
        watch, around = QObject(), QWidget()
        qtbot.addWidget(around)
        row = FieldRow(asked, watch, around)
        if is_mirrored:
            row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            row.dress()
        row.resize(500, row.sizeHint().height())
        around.resize(row.size())
        around.show()
        eye = row.field.findChild(QToolButton)
        assert eye is not None
        sizes.append(eye.iconSize().width())
        margins = row.field.textMargins()
        beside, other = (margins.left(), margins.right()) if is_mirrored else (margins.right(), margins.left())
        assert beside >= eye.width()
        assert other == 0
        assert row.field.rect().contains(eye.geometry())
    assert sizes == [16, 32]


@pytest.mark.parametrize(("said", "room"), [("Instagram message", 440), ("Priorité haute · Message Instagram", 470)])
def test_how_a_thread_stands_is_told_whole_before_what_its_buttons_say(
    qtbot: QtBot, qapp: QApplication, said: str, room: int
) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(800, 200)
    head = Header(around)
    head.assignee.show_person("Maya Benali", "Maya Benali")
    head.assignee.name_it("Assigned to Maya Benali", "A", "Maya")
    head.avatar.show_person("Camille Roussel", "camille", "instagram")  # whose mark stands out of the circle
    head.name.setText("Camille Roussel")
    head.kind.setText(said)
    around.show()
    for wide in (800, room):
        head.resize(wide, head.height())
        QApplication.processEvents()
        assert not head.kind.is_cut, wide
        assert not head.name.is_cut
        assert head.done.geometry().right() < head.more.geometry().left()
        for button in (head.assignee, head.done):
            assert button.accessibleName()
            assert button.toolTip()
            assert button.width() == button.sizeHint().width()
    for wide in range(room, 800):  # a point too little, and a name would be cut beside words that could go
        head.resize(wide, head.height())
        QApplication.processEvents()
        assert not head.kind.is_cut, wide
        assert not head.name.is_cut, wide
