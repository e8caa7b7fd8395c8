"""The first-run page under keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.welcome.page import WelcomePage


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[WelcomePage]:
    window = QWidget()
    window.resize(1440, 900)
    made = WelcomePage(window)
    made.resize(1440, 900)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    made.setFocus()
    yield made
    window.close()


def taken(page: WelcomePage) -> list[str]:
    found: list[str] = []
    page.demo_wanted.connect(lambda: found.append("demo"))
    page.channel_wanted.connect(lambda: found.append("channel"))
    return found


@pytest.mark.parametrize(
    ("keys", "way"),
    [
        ((Qt.Key.Key_Return,), "demo"),
        ((Qt.Key.Key_C,), "channel"),
        ((Qt.Key.Key_Tab, Qt.Key.Key_Return), "channel"),
        ((Qt.Key.Key_Space,), "demo"),
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
    assert [button.text() for button in page.findChildren(QPushButton)] == ["Open the demo", "Connect"]


def test_readers_hear_what_a_button_is_for(page: WelcomePage) -> None:
    said = [button.accessibleDescription() for button in page.findChildren(QPushButton)]

    assert said[0].startswith("Try the demo. A pretend shop")


def test_a_small_window_holds_both_cards(page: WelcomePage) -> None:
    page.resize(900, 600)
    QTest.qWait(0)

    for button in page.findChildren(QPushButton):
        card = button.parentWidget()
        assert card is not None
        assert page.rect().contains(card.geometry())
        assert card.rect().contains(button.geometry())
