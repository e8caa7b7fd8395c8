"""Connecting a channel under keys, as a person does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.places.connect.choose import PlatformCard
from socialdesk.desktop.places.connect.rail import Step
from socialdesk.desktop.places.connect.sign_in import Typed
from socialdesk.desktop.places.connect.values import Accepted, Form, Permission, Platform, Refused, Turn
from socialdesk.desktop.places.connect.wizard import ConnectWizard

BLUESKY = Platform(
    "bluesky",
    "Bluesky",
    "bluesky",
    "Replies, Mentions, Messages",
    "App password",
    "https://bsky.social",
    help="Allow access to your direct messages.",
)
DEMO = Platform("demo", "Demo network", "demo", "Comments", "Nothing", form=Form.NOTHING)
PASSWORD = "abcd-efgh-ijkl-mnop"
ALLOWED = Accepted("@atelier", (Permission("Read replies", "So they appear."),))
PARTLY = Accepted("@atelier", (Permission("Read replies", "So they appear."), Permission("Messages", "Hidden.", False)))


class Room:
    """A window with a field that has the focus, and what the wizard handed out."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.window.resize(1440, 900)
        self.composer = QLineEdit(self.window)
        self.asked: list[tuple[str, str, str, str, int]] = []
        self.wizard = ConnectWizard(self.window, self.sign_in)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.composer.setFocus()
        self.wizard.open_with((BLUESKY, DEMO))

    def sign_in(self, platform: str, server: str, identifier: str, password: str, days: int) -> None:
        self.asked.append((platform, server, identifier, password, days))

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            focus = self.window.focusWidget()
            if isinstance(key, str):
                QTest.keyClicks(focus, key)
            else:
                QTest.keyClick(focus, key)

    def fill_in(self) -> None:
        self.press(Qt.Key.Key_Return, "@atelier.bsky.social", Qt.Key.Key_Tab, PASSWORD)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def test_the_way_from_card_to_queue_by_keys_alone(room: Room, qtbot: QtBot) -> None:
    room.fill_in()
    assert room.wizard.step is Step.SIGN_IN
    room.press(Qt.Key.Key_Return)
    assert room.asked == [("bluesky", "https://bsky.social", "atelier.bsky.social", PASSWORD, 30)]
    assert room.wizard.is_waiting

    room.wizard.settle(ALLOWED)
    assert room.wizard.step is Step.CHECK
    room.press(Qt.Key.Key_Return)
    assert room.wizard.step is Step.DOWNLOAD
    with qtbot.waitSignal(room.wizard.finished) as finished:
        room.press(Qt.Key.Key_Return)

    assert finished.args == ["bluesky"]
    assert not room.wizard.isVisible()
    assert room.window.focusWidget() is room.composer


def test_the_password_is_hidden_and_forgotten(room: Room) -> None:
    room.fill_in()
    assert room.wizard.form.password.echoMode() is QLineEdit.EchoMode.Password
    room.press(Qt.Key.Key_Return)
    room.wizard.settle(ALLOWED)
    room.press(Qt.Key.Key_Return)

    assert room.wizard.form.password.text() == ""
    assert PASSWORD not in repr(Typed("s", "i", PASSWORD, 30))


def test_a_refusal_keeps_what_was_typed_and_says_whose_turn_it_is(room: Room) -> None:
    room.fill_in()
    room.press(Qt.Key.Key_Return)
    room.wizard.settle(Refused("Bluesky does not know this app password.", Turn.YOU))

    form = room.wizard.form
    assert room.wizard.step is Step.SIGN_IN
    assert form.typed.identifier == "atelier.bsky.social"
    assert form.typed.password == PASSWORD
    assert form.news.startswith("Bluesky does not know this app password. Your turn")
    assert room.window.focusWidget() is form.password
    room.press(Qt.Key.Key_Return)
    assert len(room.asked) == 2


def test_cancel_ends_the_wait_and_a_late_answer_changes_nothing(room: Room, qtbot: QtBot) -> None:
    room.fill_in()
    room.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(room.wizard.gave_up):
        room.press(Qt.Key.Key_Escape)
    room.wizard.settle(ALLOWED)

    assert room.wizard.step is Step.SIGN_IN
    assert room.wizard.isVisible()
    assert room.wizard.form.typed.password == PASSWORD
    assert room.wizard.form.news == ""


def test_an_incomplete_form_asks_for_nothing_and_says_why(room: Room) -> None:
    room.press(Qt.Key.Key_Return, "atelier", Qt.Key.Key_Return)

    assert room.asked == []
    assert not room.wizard.onward.isEnabled()
    assert room.wizard.onward.accessibleDescription() == "Fill in handle, app password and server."
    assert room.window.focusWidget() is room.wizard.form.password


def test_a_missing_permission_is_said_and_can_be_asked_again(room: Room) -> None:
    room.fill_in()
    room.press(Qt.Key.Key_Return)
    room.wizard.settle(PARTLY)
    assert room.wizard.onward.text() == "Continue without"
    room.wizard.check.findChild(QPushButton, "again").click()

    assert room.wizard.step is Step.SIGN_IN


def test_the_demo_network_needs_no_form(room: Room) -> None:
    room.press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert room.asked == [("demo", "", "", "", 30)]
    room.wizard.settle(Accepted("the demo"))

    assert room.wizard.step is Step.CHECK


def test_looking_around_only_closes_and_says_so(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.wizard.look_around):
        room.wizard.link.click()

    assert not room.wizard.isVisible()


def test_escape_leaves_and_forgets_the_password(room: Room) -> None:
    room.fill_in()
    room.press(Qt.Key.Key_Escape)

    assert not room.wizard.isVisible()
    assert room.wizard.form.password.text() == ""
    assert room.window.focusWidget() is room.composer


def test_tab_stays_in_the_card_both_ways(room: Room) -> None:
    room.press(Qt.Key.Key_Space)
    seen: set[QWidget] = set()
    for _ in range(12):
        room.press(Qt.Key.Key_Tab)
        seen.add(room.window.focusWidget())
    for _ in range(3):
        room.press(Qt.Key.Key_Backtab)
        seen.add(room.window.focusWidget())

    assert room.composer not in seen
    assert {room.wizard.link, room.wizard.back, room.wizard.onward} <= seen


def test_other_spans_are_handed_out(room: Room) -> None:
    room.fill_in()
    next(b for b in room.wizard.form.findChildren(QAbstractButton) if b.text() == "90 days").click()
    room.wizard.onward.click()

    assert room.asked[0][-1] == 90


def test_names_and_states_for_readers(room: Room) -> None:
    card = room.wizard.findChild(PlatformCard)
    assert (card.accessibleName(), card.accessibleDescription()) == (
        "Bluesky",
        "Replies, Mentions, Messages. App password",
    )
    room.fill_in()
    reachable = [w for w in room.wizard.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [type(w).__name__ for w in reachable if not (w.accessibleName() or w.property("text"))] == []


def test_a_small_window_still_holds_the_buttons(room: Room) -> None:
    room.window.resize(640, 480)
    onward = room.wizard.onward

    assert room.wizard.rect().contains(room.wizard.card.geometry())
    assert room.wizard.card.rect().contains(onward.mapTo(room.wizard.card, onward.rect().bottomRight()))


def test_the_theme_changes_under_an_open_wizard(room: Room, qapp: QApplication) -> None:
    room.fill_in()
    room.press(Qt.Key.Key_Return)
    room.wizard.settle(PARTLY)
    theme.apply(qapp, Theme.DARK)
    try:
        row = room.wizard.check.findChild(QFrame, "missing")
        assert row.grab().toImage().pixelColor(40, 4).lightness() < 100
        assert room.wizard.step is Step.CHECK
    finally:
        theme.apply(qapp, Theme.LIGHT)
