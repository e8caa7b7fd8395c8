"""The window of a new workspace: what it offers before there is a channel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialdesk.desktop.shell.window import Window
from socialdesk.launch.desktop import make_bridge
from socialdesk.store.protection import Protection, create
from socialdesk.support.paths import Workspace
from tests.desktop.shell.conftest import Sitting


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    """A window on a workspace that was just made."""
    unlocked = create(Workspace(tmp_path / "own"), "Own", Protection.PLAIN)
    made = Window(make_bridge(unlocked, is_demo=False))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    qapp.removeEventFilter(made.keys)
    bridge = made.bridge
    made.close()
    shiboken6.delete(made)
    bridge.follow.stop()
    bridge.cache.close()
    bridge.desk.close()


def press(window: Window, key: Qt.Key) -> None:
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_the_demo_window_is_not_covered(sitting: Sitting) -> None:
    assert not sitting.window.first_minute.is_shown


def test_enter_leads_to_the_demo_even_where_nobody_leads_yet(window: Window) -> None:
    went: list[tuple[str, Path | None]] = []
    assert window.first_minute.is_shown
    press(window, Qt.Key.Key_Return)
    assert not went
    window.first_minute.lead(lambda to, folder: went.append((to, folder)))

    assert went == [("demo", None)]


def test_c_opens_the_wizard_over_it_and_esc_comes_back(window: Window) -> None:
    press(window, Qt.Key.Key_C)
    assert window.connecting.is_open
    press(window, Qt.Key.Key_Escape)

    assert window.first_minute.is_shown
    assert window.focusWidget() is not None


def test_keys_of_the_window_under_it_do_nothing(window: Window) -> None:
    press(window, Qt.Key.Key_N)

    assert not window.toast.isVisible()


def test_keys_and_language_can_be_set_first(window: Window) -> None:
    page = window.first_minute.page
    assert page is not None
    page.setting_wanted.emit("keys")
    assert window.settings.is_shown
    assert not window.first_minute.is_shown
    window.hands.leave()

    assert window.first_minute.is_shown


def test_what_makes_it_fit_to_eyes_and_hands_is_found_together_whatever_section_holds_it(window: Window) -> None:
    press(window, Qt.Key.Key_Backtab)
    press(window, Qt.Key.Key_Return)

    settings = window.settings.page
    assert window.settings.is_shown
    found = [key for key in ("theme", "zoom", "motion", "keys.letters", "undo_s", "language") if settings.row(key)]
    assert found == ["theme", "zoom", "motion", "keys.letters", "undo_s"]
    window.hands.leave()
    window.hands.leave()
    assert window.first_minute.is_shown


def test_a_folder_without_a_workspace_is_said_and_one_with_it_is_gone_to(window: Window, tmp_path: Path) -> None:
    went: list[tuple[str, Path | None]] = []
    window.first_minute.lead(lambda to, folder: went.append((to, folder)))
    window.first_minute.open_folder(tmp_path)
    assert not went
    window.first_minute.open_folder(tmp_path / "own")

    assert went == [("folder", tmp_path / "own")]


def test_in_the_demo_connecting_leads_to_the_own_workspace(sitting: Sitting) -> None:
    went: list[str] = []
    sitting.window.connecting.elsewhere = lambda: went.append("own")
    sitting.window.hands.connect_channel()

    assert went == ["own"]
    assert not sitting.window.connecting.is_open


def test_where_no_thread_is_open_the_palette_has_the_acts_that_need_none(window: Window) -> None:
    window.open_palette()
    QTest.keyClicks(window.focusWidget(), "connect a")
    entry = window.palette_card.current
    assert entry is not None
    assert (entry.id, entry.is_enabled) == ("app.connect", True)

    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    QTest.keyClicks(window.focusWidget(), "mark done")
    done = next(one for one in window.palette_card.entries if one.id == "thread.done")
    assert done.reason
