"""The first-run page under keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.welcome.page import WelcomePage
from tests.waiting import let_pass


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[WelcomePage]:
    window = QWidget()
    window.resize(1440, 900)
    made = WelcomePage(window)
    made.resize(1440, 900)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    made.setFocus()
    yield made
    window.close()


def taken(page: WelcomePage) -> list[str]:
    found: list[str] = []
    page.demo_wanted.connect(lambda: found.append("demo"))
    page.channel_wanted.connect(lambda: found.append("channel"))
    page.folder_wanted.connect(lambda: found.append("folder"))
    page.setting_wanted.connect(found.append)
    return found


@pytest.mark.parametrize(
    ("keys", "way"),
    [
        ((Qt.Key.Key_Return,), "demo"),
        ((Qt.Key.Key_C,), "channel"),
        ((Qt.Key.Key_Tab, Qt.Key.Key_Return), "channel"),
        ((Qt.Key.Key_Space,), "demo"),
        ((Qt.Key.Key_O,), "folder"),
        ((Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return), "folder"),
        ((Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return), "language"),
        ((Qt.Key.Key_Backtab, Qt.Key.Key_Return), "accessibility"),
        ((Qt.Key.Key_Backtab, Qt.Key.Key_Backtab, Qt.Key.Key_Return), "keys"),
    ],
)
def test_each_way_in_has_its_key(page: WelcomePage, keys: tuple[Qt.Key, ...], way: str) -> None:
    found = taken(page)
    for key in keys:
        QTest.keyClick(page.window().focusWidget(), key)

    assert found == [way]


def test_a_press_anywhere_on_a_card_takes_it(page: WelcomePage, qtbot: QtBot) -> None:
    found = taken(page)
    card = next(b for b in page.findChildren(QPushButton) if b.text() == "Connect").parentWidget()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())

    assert found == ["channel"]


def test_what_is_not_built_is_not_offered(page: WelcomePage) -> None:
    offered = [button.text() for button in page.findChildren(QPushButton)]
    assert offered[:3] == ["Open the demo", "Connect", "Choose a folder"]
    assert offered[3:] == ["English", "Light, dark, text size", "Keys", "Accessibility"]


def test_readers_hear_what_a_button_is_for(page: WelcomePage) -> None:
    said = [button.accessibleDescription() for button in page.findChildren(QPushButton)]

    assert said[0].startswith("Try the demo. A pretend shop")


def test_a_small_window_holds_all_cards(page: WelcomePage) -> None:
    page.resize(900, 600)
    let_pass(0)

    buttons = page.findChildren(QPushButton)
    assert len(buttons) > 2
    for button in buttons:
        card = button.parentWidget()
        assert card is not None
        if card is page:
            assert page.rect().contains(button.geometry())
            continue
        assert page.rect().contains(card.geometry())
        assert card.rect().contains(button.geometry())
