"""Connecting a channel under keys, as a person does it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.places.connect.choose import PlatformCard
from socialdesk.desktop.places.connect.rail import Step
from socialdesk.desktop.places.connect.sign_in import Typed
from socialdesk.desktop.places.connect.values import (
    Accepted,
    Again,
    Permission,
    Pickable,
    Refused,
    Turn,
)
from tests.desktop.connect.room import BLUESKY, DEMO, PASSWORD, TYPED, Room

ONE = (Pickable("did:1", "Atelier", "@atelier", "bluesky"),)
ALLOWED = Accepted("@atelier", (Permission("Read replies", "So they appear."),), accounts=ONE)
MISSING = Permission("Messages", "They will not show up.", granted=False, mend="Allow them in a new app password.")
PARTLY = Accepted("@atelier", (Permission("Read replies", "So they appear."), MISSING), accounts=ONE)
SEVERAL = Accepted(
    "the demo",
    accounts=(
        Pickable("a", "Instagram", "ateliernord", "instagram"),
        Pickable("b", "Facebook", "ateliernord", "facebook"),
        Pickable("c", "YouTube", "ateliernord", "youtube", is_connected=True),
    ),
)


def test_the_way_from_card_to_queue_by_keys_alone(room: Room, qtbot: QtBot) -> None:
    room.fill_in()
    assert room.wizard.step is Step.SIGN_IN
    room.press(Qt.Key.Key_Return)
    assert room.asked == [("bluesky", "app_password", TYPED, 30)]
    assert room.wizard.is_waiting

    room.wizard.settle(ALLOWED)
    assert room.wizard.step is Step.CHECK
    room.press(Qt.Key.Key_Return)
    assert room.picked == [(("did:1",), 30)]
    room.wizard.settle_added(["Atelier"])
    assert room.wizard.step is Step.DOWNLOAD
    with qtbot.waitSignal(room.wizard.finished) as finished:
        room.press(Qt.Key.Key_Return)

    assert finished.args == ["bluesky"]
    assert not room.wizard.isVisible()
    assert room.window.focusWidget() is room.composer


def test_the_password_is_hidden_and_forgotten(room: Room) -> None:
    room.fill_in()
    assert room.wizard.form.field("password").echoMode() is QLineEdit.EchoMode.Password
    room.press(Qt.Key.Key_Return)
    room.wizard.settle(ALLOWED)
    room.press(Qt.Key.Key_Return)

    assert room.wizard.form.field("password").text() == ""
    assert PASSWORD not in repr(Typed("w", {"password": PASSWORD}, 30))


def test_a_refusal_keeps_what_was_typed_and_says_whose_turn_it_is(room: Room) -> None:
    room.fill_in()
    room.press(Qt.Key.Key_Return)
    room.wizard.settle(Refused("Bluesky does not know this app password.", Turn.YOU))

    form = room.wizard.form
    assert room.wizard.step is Step.SIGN_IN
    assert form.typed.fields == TYPED
    assert form.news.startswith("Bluesky does not know this app password. Your turn")
    assert room.window.focusWidget() is form.field("password")
    room.press(Qt.Key.Key_Return)
    assert len(room.asked) == 2


def test_what_is_said_at_a_field_stays_as_high_as_its_words_however_often_it_is_said(room: Room) -> None:
    room.fill_in()
    said = "No Bluesky server answers at http://127.0.0.1:8765: what is there speaks another language. " * 2
    row = next(one for one in room.wizard.form.fields.rows if one.asked.key == "server")
    heights: list[int] = []
    for _ in range(4):
        room.press(Qt.Key.Key_Return)
        room.wizard.settle(Refused(said, Turn.YOU, "server"))
        for wide in (1200, 1440):
            room.window.resize(wide, 900)
        QApplication.processEvents()
        heights.append(row._wrong.height())
    assert heights == [heights[0]] * 4
    assert heights[0] < 5 * row._wrong.fontMetrics().height()


def test_a_refusal_stands_at_the_field_it_is_about_until_that_is_typed_anew(room: Room) -> None:
    room.fill_in()
    room.press(Qt.Key.Key_Return)
    room.wizard.settle(Refused("There is no Bluesky server.", Turn.YOU, "server"))

    form = room.wizard.form
    row = next(one for one in form.fields.rows if one.asked.key == "server")
    assert row._wrong.isVisible()
    assert row._wrong.text() == "There is no Bluesky server."
    assert row.width() == form.fields.width(), "the row is as wide as the others"
    assert row.field.accessibleDescription().startswith("There is no Bluesky server.")
    assert form.news == "Your turn: change what is needed and try again."
    assert room.window.focusWidget() is row.field
    QTest.keyClicks(row.field, "x")
    assert not row._wrong.isVisible()

    room.press(Qt.Key.Key_Return)
    room.wizard.settle(Refused("Nobody knows why.", Turn.YOU, "a field that is not asked"))
    assert form.news.startswith("Nobody knows why.")


def test_cancel_ends_the_wait_and_a_late_answer_changes_nothing(room: Room, qtbot: QtBot) -> None:
    room.fill_in()
    room.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(room.wizard.gave_up):
        room.press(Qt.Key.Key_Escape)
    room.wizard.settle(ALLOWED)

    assert room.wizard.step is Step.SIGN_IN
    assert room.wizard.isVisible()
    assert room.wizard.form.typed.fields == TYPED
    assert room.wizard.form.news == ""


def test_the_page_where_app_passwords_are_made_opens_by_key(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    room.press(Qt.Key.Key_Return, Qt.Key.Key_Backtab)
    assert room.window.focusWidget() is room.wizard.form.page
    assert room.wizard.form.page.text() == "Open that page on Bluesky"
    room.press(Qt.Key.Key_Return)

    assert opened == ["https://bsky.app/settings/app-passwords"]


def test_an_incomplete_form_asks_for_nothing_and_says_why(room: Room) -> None:
    room.press(Qt.Key.Key_Return, "atelier", Qt.Key.Key_Return)

    assert room.asked == []
    assert not room.wizard.onward.isEnabled()
    assert room.wizard.onward.accessibleDescription() == "Still empty: App password"
    assert room.window.focusWidget() is room.wizard.form.field("password")


def test_a_missing_permission_is_said_and_can_be_asked_again(room: Room) -> None:
    room.fill_in()
    room.press(Qt.Key.Key_Return)
    room.wizard.settle(PARTLY)
    assert room.wizard.onward.text() == "Continue without"
    assert [one.text() for one in room.wizard.check.findChildren(QLabel) if one.text().startswith("They")] == [
        "They will not show up. Allow them in a new app password."
    ]
    room.wizard.check.findChild(QPushButton, "again").click()

    assert room.wizard.step is Step.SIGN_IN
    assert (room.wizard.form.news, room.wizard.form.field("password").text()) == (
        "Allow them in a new app password.",
        "",
    )
    assert room.dropped == 1


def test_the_demo_network_needs_no_form(room: Room) -> None:
    room.press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert room.asked == [("demo", "open", {}, 30)]
    room.wizard.settle(SEVERAL)
    assert room.wizard.step is Step.CHECK
    room.press(Qt.Key.Key_Return)
    assert room.wizard.step is Step.PICK
    assert room.wizard.pick.picked == ("a", "b")

    room.press(Qt.Key.Key_Space)
    assert room.wizard.pick.picked == ("b",)
    room.press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert (room.wizard.onward.isEnabled(), room.wizard.onward.toolTip()) == (False, "Pick at least one account.")
    room.press(Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert room.picked == [(("b",), 30)]
    room.wizard.settle_added(["Facebook"])
    room.wizard.show_outcome("All of it is here: 3 messages.", is_whole=True)
    assert room.wizard.step is Step.DOWNLOAD
    room.wizard.leave()
    assert room.dropped == 0


def test_a_demo_network_that_is_not_there_is_said_at_its_card(room: Room) -> None:
    room.press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    room.wizard.settle(Refused("The demo network is unplugged."))

    assert room.wizard.step is Step.CHOOSE
    assert room.wizard.findChild(QLabel, "wrong").text() == "The demo network is unplugged."
    assert room.wizard.onward.isEnabled()


def test_leaving_before_anything_was_picked_gives_the_sign_in_back(room: Room) -> None:
    room.press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    room.wizard.settle(SEVERAL)
    room.press(Qt.Key.Key_Return, Qt.Key.Key_Escape)

    assert (room.wizard.isVisible(), room.dropped, room.picked) == (False, 1, [])


def test_signing_in_again_begins_at_the_password_and_tells_how_the_gap_is_filled(room: Room) -> None:
    room.wizard.leave()
    room.wizard.open_again(BLUESKY, Again("@atelier", "https://pds.example", "14:02"))
    form = room.wizard.form
    assert form.typed.fields == {"identifier": "atelier", "server": "https://pds.example"}
    assert room.wizard.step is Step.SIGN_IN
    assert room.window.focusWidget() is form.field("password")
    said = [one.text() for one in room.wizard.card.findChildren(QLabel) if one.isVisible()]
    assert "Sign in again as @atelier" in said
    assert "Nothing came in since 14:02. Afterwards SocialDesk fetches what it missed." in said

    room.press(PASSWORD, Qt.Key.Key_Return)
    room.wizard.settle(Refused("That is the sign-in of other."))
    assert form.news.startswith("That is the sign-in of other.")
    room.press(Qt.Key.Key_Return)
    room.wizard.settle(ALLOWED)
    room.press(Qt.Key.Key_Return)
    assert (room.wizard.step, room.picked) == (Step.DOWNLOAD, [])
    room.wizard.show_outcome("The gap is filled: 2 messages came in.", is_whole=True)
    room.press(Qt.Key.Key_Return)
    assert (room.wizard.isVisible(), room.dropped) == (False, 0)


def test_it_closes_also_where_what_had_the_focus_before_is_gone(room: Room, qtbot: QtBot) -> None:
    shiboken6.delete(room.composer)

    with qtbot.waitSignal(room.wizard.closed):
        room.wizard.leave()
    assert not room.wizard.isVisible()


def test_looking_around_only_closes_and_says_so(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.wizard.look_around):
        room.wizard.link.click()

    assert not room.wizard.isVisible()


def test_escape_leaves_and_forgets_the_password(room: Room) -> None:
    room.fill_in()
    room.press(Qt.Key.Key_Escape)

    assert not room.wizard.isVisible()
    assert room.wizard.form.field("password").text() == ""
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


def test_tab_follows_the_reading_order_however_far_the_cards_are_scrolled(room: Room, qtbot: QtBot) -> None:
    room.wizard.open_with(tuple(replace(DEMO, id=f"n{number}", name=f"Network {number}") for number in range(40)))
    field = next(one for one in room.wizard.findChildren(QLineEdit) if one.isVisible())
    bar = next(one.verticalScrollBar() for one in room.wizard.findChildren(QScrollArea) if one.isVisible())
    qtbot.waitUntil(lambda: bar.maximum() > 400)
    bar.setValue(bar.maximum())
    room.wizard.onward.setFocus()

    room.press(Qt.Key.Key_Tab)
    assert room.window.focusWidget() is field
    room.press(Qt.Key.Key_Tab)
    assert isinstance(room.window.focusWidget(), PlatformCard)
    room.press(Qt.Key.Key_Backtab)
    assert room.window.focusWidget() is field


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


def test_what_was_left_out_stays_so_when_the_look_changes(room: Room, qapp: QApplication) -> None:
    room.fill_in()
    room.press(Qt.Key.Key_Return)
    two = (*ALLOWED.accounts, Pickable("did:2", "Shop", "@shop", "bluesky"))
    room.wizard.settle(replace(ALLOWED, accounts=two))
    room.press(Qt.Key.Key_Return)
    room.wizard.pick.ticks["did:2"].setChecked(False)
    picked = room.wizard.pick.picked
    theme.apply(qapp, Theme.DARK)
    try:
        assert room.wizard.pick.picked == picked == (ALLOWED.accounts[0].id,)
    finally:
        theme.apply(qapp, Theme.LIGHT)


def test_an_account_that_is_connected_already_is_said_and_not_connected_once_more(room: Room) -> None:
    room.fill_in()
    room.press(Qt.Key.Key_Return)
    room.wizard.settle(replace(ALLOWED, accounts=tuple(replace(one, is_connected=True) for one in ALLOWED.accounts)))
    room.press(Qt.Key.Key_Return)

    assert room.wizard.step is Step.PICK
    assert room.picked == []
    assert room.wizard._title.text() == "Connected already"
    room.press(Qt.Key.Key_Return)
    assert not room.wizard.isVisible()
    assert room.dropped == 1


def test_who_goes_back_while_accounts_are_connected_hears_that_they_are(room: Room) -> None:
    room.fill_in()
    room.press(Qt.Key.Key_Return)
    room.wizard.settle(replace(ALLOWED, accounts=(*ALLOWED.accounts, Pickable("did:2", "Shop", "@shop", "bluesky"))))
    room.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert len(room.picked) == 1
    room.wizard.back.click()
    assert room.wizard.step is Step.CHECK
    room.wizard.settle_added(["Atelier", "Shop"])

    assert room.wizard.step is Step.DOWNLOAD
