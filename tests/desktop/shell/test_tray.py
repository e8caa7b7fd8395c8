"""The icon in the tray: how many call, the way back to a window that was closed into it, and the end."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from socialdesk.desktop.shell.tray import STAYS, Tray
from tests.desktop.shell.conftest import Sitting
from tests.desktop.shell.test_closing import answer


@pytest.fixture
def tray(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> Tray:
    """That of the window, on a desktop that has one; nothing is drawn in it."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)
    return sitting.window.attention.notices.tray


def press(tray: Tray, words: str) -> None:
    """Choose an entry of the icon's menu."""
    assert tray.icon is not None
    next(one for one in tray.icon.contextMenu().actions() if one.text() == words).trigger()


def test_without_a_tray_the_window_never_hides(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    sitting.window.bridge.settings.put(STAYS, "1")
    assert not sitting.window.attention.notices.tray.look()
    assert sitting.window.close()
    assert not sitting.window.is_in_tray


def test_the_icon_tells_who_calls_and_whose_workspace_it_is(sitting: Sitting, tray: Tray) -> None:
    assert tray.look()
    assert tray.icon is not None
    assert tray.icon.toolTip() == sitting.window.windowTitle()
    sitting.window.setWindowTitle("(3) Atelier Nord – SocialDesk")
    tray.tell()
    assert tray.icon.toolTip() == "(3) Atelier Nord – SocialDesk"


def test_closing_ends_unless_somebody_chose_that_it_stays_in_the_tray(sitting: Sitting, tray: Tray) -> None:
    window = sitting.window
    window.bridge.settings.put(STAYS, "1")
    assert not window.close()
    assert window.is_in_tray
    assert window.isHidden()
    assert tray.icon is not None
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert window.isHidden(), "the menu opens, and no more"
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert window.isVisible()
    assert not window.is_in_tray

    window.bridge.settings.put(STAYS, "0")
    assert window.close()
    assert not window.is_in_tray


def test_where_the_tray_goes_the_window_in_it_comes_back(
    sitting: Sitting, tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    window.bridge.settings.put(STAYS, "1")
    window.close()
    window.attention.look()
    assert window.isHidden()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    tray.tell()
    assert window.isVisible()
    assert not window.is_in_tray


def test_threads_in_windows_of_their_own_go_and_come_with_it(sitting: Sitting, tray: Tray) -> None:
    window = sitting.window
    here = window.queue.current()
    assert here is not None
    own = window.own_windows.show(here.id)
    window.bridge.settings.put(STAYS, "1")
    window.close()
    assert own.isHidden()
    press(tray, "Show SocialDesk")
    assert own.isVisible()
    assert here.id in window.own_windows


@pytest.mark.parametrize("way", ["key", "menu"])
def test_quitting_ends_it_also_from_the_tray(sitting: Sitting, tray: Tray, way: str) -> None:
    window = sitting.window
    window.bridge.settings.put(STAYS, "1")
    window.close()
    if way == "key":
        window.come_forward()
        window.do("app.quit")
    else:
        press(tray, "Quit SocialDesk")
    assert window.isHidden()
    assert window.closing.is_leaving
    window.bridge.settings.put(STAYS, "0")


def test_what_is_still_held_is_asked_about_in_a_window_that_is_seen(sitting: Sitting, tray: Tray) -> None:
    window = sitting.window
    answer(sitting)
    window.bridge.settings.put(STAYS, "1")
    window.close()
    assert window.is_in_tray, "it goes on, and so does what it holds"
    press(tray, "Quit SocialDesk")
    assert window.isVisible()
    assert window.closing.question is not None
    window.closing.question.answered.emit("stay")
    window.close()
    assert window.is_in_tray, "whoever stayed did not quit"
