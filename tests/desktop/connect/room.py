"""A window with the wizard over it, and what it hands out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.connect.values import Platform
from socialdesk.desktop.places.connect.wizard import ConnectWizard
from socialdesk.model.way import FieldKind, Way, WayField, WayKind

BLUESKY = Platform(
    "bluesky",
    "Bluesky",
    "bluesky",
    "Replies, Mentions, Messages",
    "App password",
    (
        Way(
            "app_password",
            WayKind.TYPED,
            "App password",
            (
                WayField("identifier", "Handle"),
                WayField("password", "App password", FieldKind.SECRET),
                WayField("server", "Server", FieldKind.ADDRESS, default="https://bsky.social"),
            ),
            "Allow access to your direct messages.",
            "https://bsky.app/settings/app-passwords",
        ),
    ),
)
DEMO = Platform("demo", "Demo network", "demo", "Comments", "Nothing", (Way("open", WayKind.TYPED, "Open it"),))
PASSWORD = "abcd-efgh-ijkl-mnop"
TYPED = {"identifier": "@atelier.bsky.social", "password": PASSWORD, "server": "https://bsky.social"}


class Room:
    """A window with a field that has the focus, and what the wizard handed out."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.window.resize(1440, 900)
        self.composer = QLineEdit(self.window)
        self.asked: list[tuple[str, str, dict[str, str], int]] = []
        self.wizard = ConnectWizard(self.window, self.sign_in)
        self.picked: list[tuple[tuple[str, ...], int]] = []
        self.dropped = 0
        self.wizard.picked.connect(lambda accounts, days: self.picked.append((accounts, days)))
        self.wizard.dropped.connect(self.drop)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.composer.setFocus()
        self.wizard.open_with((BLUESKY, DEMO))

    def sign_in(self, platform: str, way: str, typed: Mapping[str, str], days: int) -> None:
        self.asked.append((platform, way, dict(typed), days))

    def drop(self) -> None:
        self.dropped += 1

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            # Each goes where the focus is then: a letter may move it.
            if not isinstance(key, str):
                QTest.keyClick(self.window.focusWidget(), key)
                continue
            for one in key:
                QTest.keyClicks(self.window.focusWidget(), one)

    def fill_in(self) -> None:
        self.press(Qt.Key.Key_Return, "@atelier.bsky.social", Qt.Key.Key_Tab, PASSWORD)
