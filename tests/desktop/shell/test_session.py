"""A restart: the next window stands as the one before did."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QByteArray
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell.own_window import OwnWindow
from socialdesk.desktop.shell.session import OWN, PAGE, SHAPES
from socialdesk.desktop.shell.shape import GEOMETRY, SPLIT, THREAD, VIEW
from socialdesk.desktop.shell.window import Window
from socialdesk.launch.desktop import make_bridge
from tests.desktop.shell.conftest import Sitting
from tests.waiting import wait_for

Restart = Callable[..., Window]


@pytest.fixture
def restart(sitting: Sitting, qapp: QApplication) -> Iterator[Restart]:
    """Close the window and open the next one, on files that are opened anew."""
    made: list[Window] = []

    def again(**states: str) -> Window:
        sitting.window.close()
        for key, value in states.items():
            sitting.window.bridge.desk.set_state(key, value)
        qapp.removeEventFilter(sitting.window.keys)
        window = Window(make_bridge(sitting.unlocked, is_demo=True))
        made.append(window)
        window.show()
        return window

    yield again
    for window in made:
        qapp.removeEventFilter(window.keys)
        window.closing.at_once()
        window.close()
        bridge = window.bridge
        shiboken6.delete(window)
        bridge.follow.stop()
        bridge.cache.close()
        bridge.desk.close()


def test_view_thread_draft_and_shape_are_there_again(sitting: Sitting, restart: Restart) -> None:
    before = sitting.window
    before.resize(920, 640)
    before.rail.choose("team")
    for _ in range(3):
        before.queue.step(1)
    before.hands.answer()
    QTest.keyClicks(before.composer.editor, "Half a wor")
    thread = before.queue.current()
    assert thread is not None
    after = restart()
    current = after.queue.current()

    assert after.height() == 640
    assert after.queue.base.id == "team"
    assert current is not None
    assert current.id == thread.id
    assert after.composer.editor.text() == "Half a wor"


def test_the_page_of_settings_is_there_again_at_its_section(sitting: Sitting, restart: Restart) -> None:
    sitting.window.settings.show(Section.KEYS)
    after = restart()

    assert after.settings.is_shown
    assert after.settings.page.section is Section.KEYS


def test_the_library_is_there_again(sitting: Sitting, restart: Restart) -> None:
    sitting.window.show_library()
    after = restart()

    assert after.shown_page is after.library


def test_threads_in_windows_of_their_own_are_there_again(sitting: Sitting, restart: Restart) -> None:
    thread = sitting.window.queue.current()
    assert thread is not None
    sitting.window.own_windows.show(thread.id)
    after = restart()

    assert after.own_windows.threads == (thread.id,)


def test_the_page_of_rules_is_there_again(sitting: Sitting, restart: Restart) -> None:
    sitting.window.rules.show()
    after = restart()

    assert after.rules.is_shown


def test_what_a_person_turned_to_is_on_the_disk_before_anything_closes(sitting: Sitting) -> None:
    window = sitting.window
    state = window.bridge.desk.state
    thread = window.queue.current()
    assert thread is not None
    own = window.own_windows.show(thread.id)
    wait_for(lambda: state(OWN) == str(thread.id))
    own.close()
    wait_for(lambda: state(OWN) == "")

    window.settings.show(Section.KEYS)
    wait_for(lambda: state(PAGE) == "settings:keys")
    window.settings.page.enter(Section.NOTICES)
    wait_for(lambda: state(PAGE) == "settings:notices")
    window.show_library()
    wait_for(lambda: state(PAGE) == "library")

    before = state(GEOMETRY)
    window.resize(930, 650)
    wait_for(lambda: state(GEOMETRY) not in {None, before})
    stood = QWidget()
    stood.restoreGeometry(QByteArray.fromBase64((state(GEOMETRY) or "").encode()))
    assert stood.height() == 650  # the made-up screen is not so wide
    stood.deleteLater()


def test_what_cannot_be_read_or_is_gone_is_passed_over(sitting: Sitting, restart: Restart) -> None:
    sitting.window.show_library()
    after = restart(**{OWN: "999999,x,", SHAPES: "x,:,1:no", PAGE: "settings:nowhere"})

    assert after.own_windows.threads == ()
    assert not after.settings.is_shown


@pytest.mark.parametrize("kept", ["", "no json", "-1", "99999999999999999999", '["", 3]', '{"1": 2}'])
def test_whatever_is_remembered_wrongly_the_next_window_opens(restart: Restart, kept: str) -> None:
    keys = (
        THREAD,
        VIEW,
        GEOMETRY,
        SPLIT,
        PAGE,
        OWN,
        SHAPES,
        "quiet.until",
        "bulk",
        "context_width",
        "reading",
        "coach",
    )
    forms = ("library_edits", "library_given", "inserted_replies", "rule_drafts", "rule_drafts_given", "zoom", "undo_s")
    after = restart(**dict.fromkeys((*keys, *forms), kept))

    assert after.queue.current() is not None
    after.settings.show(Section.KEYS)
    after.rules.show()
    assert after.rules.is_shown


def test_windows_of_threads_come_back_where_they_stood_with_their_drafts_and_the_keys_stay_in_the_first(
    sitting: Sitting, restart: Restart
) -> None:
    thread = sitting.window.queue.current()
    assert thread is not None
    own = sitting.window.own_windows.show(thread.id)
    own.setGeometry(30, 40, 470, 610)
    QTest.keyClicks(own.composer.editor, "Half a wor")
    stood = own.geometry()
    after = restart()

    (again,) = [one for one in after.findChildren(OwnWindow) if one.isVisible()]
    assert again.geometry() == stood
    assert again.composer.editor.toPlainText() == "Half a wor"
    assert not again.composer.editor.hasFocus()


def test_where_a_window_of_a_thread_stands_is_kept_when_it_is_moved(sitting: Sitting) -> None:
    thread = sitting.window.queue.current()
    assert thread is not None
    own = sitting.window.own_windows.show(thread.id)
    wait_for(lambda: bool(sitting.window.bridge.desk.state(SHAPES)))
    before = sitting.window.bridge.desk.state(SHAPES)
    own.setGeometry(50, 60, 480, 620)
    wait_for(lambda: sitting.window.bridge.desk.state(SHAPES) != before)
