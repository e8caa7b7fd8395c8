"""The form is what the manifest declares; the browser is waited for; many networks are searched; some are not there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton

from socialdesk.desktop.places.connect.choose import PlatformCard
from socialdesk.desktop.places.connect.rail import Step
from socialdesk.desktop.places.connect.values import Accepted, Again, Platform, Refused
from socialdesk.model.way import FieldKind, Way, WayField, WayKind
from tests.desktop.connect.room import BLUESKY, DEMO, Room

SERVER = WayField("server", "Server", FieldKind.ADDRESS, hint="mastodon.social", help="The second part of a handle.")
OAUTH = Way("oauth", WayKind.BROWSER, "Sign in with the browser", (SERVER,), "Your browser opens there.")
TOKEN = Way(
    "token",
    WayKind.TYPED,
    "Access token",
    (SERVER, WayField("token", "Access token", FieldKind.SECRET), WayField("units", "Units a day", optional=True)),
    "Make one under Development.",
    "https://docs.example/token",
)
MASTODON = Platform("mastodon", "Mastodon", "mastodon", "Replies, Mentions", "Any server", (OAUTH, TOKEN))
LINKEDIN = Platform("linkedin", "LinkedIn", "linkedin", "Comments", "", (), "LinkedIn lets in only partners. Planned.")
URL = "https://far.example/authorize?state=s"
MANY = tuple(Platform(f"n{at}", f"Network {at}", "demo", "Comments", "An account", (TOKEN,)) for at in range(9))


def labels(room: Room) -> list[str]:
    return [one.text() for one in room.wizard.form.findChildren(QLabel) if one.isVisible()]


def test_the_form_asks_what_the_way_asks_and_another_way_keeps_what_both_ask(room: Room) -> None:
    room.wizard.open_with((MASTODON,))
    room.press(Qt.Key.Key_Return, "masto don")
    ways = {one.text(): one for one in room.wizard.form.findChildren(QRadioButton) if "days" not in one.text()}
    assert list(ways) == [OAUTH.words, TOKEN.words]
    assert {"Server", "The second part of a handle.", "Your browser opens there."} <= set(labels(room))
    assert room.wizard.onward.text() == "Open the browser"

    room.press(Qt.Key.Key_Return)
    assert room.asked == []
    wrong = "This is not the address of a server. It looks like https://example.com."
    assert wrong in labels(room)
    assert room.window.focusWidget() is room.wizard.form.field("server")
    assert room.wizard.form.field("server").accessibleDescription().startswith(wrong)
    room.wizard.form.field("server").selectAll()
    room.press("masto.example")
    assert wrong not in labels(room)

    ways[TOKEN.words].click()
    assert (room.wizard.onward.text(), room.wizard.onward.toolTip()) == ("Sign in", "Still empty: Access token")
    assert room.wizard.form.field("server").text() == "masto.example"
    assert room.wizard.form.field("token").echoMode() is QLineEdit.EchoMode.Password
    assert "Units a day (may be left empty)" in labels(room)
    room.wizard.form.field("token").setFocus()
    room.press("hush", Qt.Key.Key_Return)
    assert room.asked == [("mastodon", "token", {"server": "masto.example", "token": "hush"}, 30)]

    room.wizard.settle(Refused("No."))
    room.press(Qt.Key.Key_Escape)
    room.wizard.open_with((MASTODON,))
    room.press(Qt.Key.Key_Return)
    assert room.wizard.form.field("server").text() == ""


def test_what_is_typed_stays_on_the_way_back_to_the_cards_and_what_was_typed_last_time_is_there(room: Room) -> None:
    known = Platform(
        "mastodon", "Mastodon", "m", "", "", (OAUTH, TOKEN), known={"server": "old.example"}, known_way="token"
    )
    room.wizard.open_with((known, BLUESKY))
    room.press(Qt.Key.Key_Return)
    form = room.wizard.form
    assert (form.typed.way, form.typed.fields) == ("token", {"server": "old.example"})
    assert room.window.focusWidget() is form.field("token")
    room.press("hush")
    room.wizard.back.click()
    room.press(Qt.Key.Key_Return)
    assert form.typed.fields == {"server": "old.example", "token": "hush"}


def test_the_browser_is_waited_for_opened_again_given_up_and_come_back_from(room: Room) -> None:
    opened: list[bool] = []
    room.wizard.browser_again.connect(lambda: opened.append(True))
    pasted: list[str] = []
    room.wizard.pasted.connect(pasted.append)
    gave_up: list[bool] = []
    room.wizard.gave_up.connect(lambda: gave_up.append(True))
    room.wizard.open_with((MASTODON,))
    room.press(Qt.Key.Key_Return, "masto.example", Qt.Key.Key_Return)
    room.wizard.show_browser(URL, is_open=True, is_pasted=False)
    page = room.wizard.browser
    said = " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())
    assert "Waiting for the browser Sign in to Mastodon there and allow the access. This window goes on by" in said
    assert "The browser did not come back?" in said
    assert room.window.focusWidget() is page.pasted
    assert (room.wizard.onward.text(), room.wizard.onward.isEnabled()) == ("Use this address", False)

    page.open_again.click()
    page.copy.click()
    assert (opened, QGuiApplication.clipboard().text()) == ([True], URL)
    room.press("nonsense", Qt.Key.Key_Return)
    assert pasted == ["nonsense"]
    room.wizard.refuse_pasted("There is no answer in it.")
    assert page.pasted.accessibleDescription() == "There is no answer in it."

    room.press(Qt.Key.Key_Escape)
    assert (gave_up, room.wizard.step, room.wizard.isVisible()) == ([True], Step.SIGN_IN, True)
    assert (page.typed, room.wizard.form.typed.fields) == ("", {"server": "masto.example"})

    room.wizard.onward.click()
    room.wizard.show_browser(URL, is_open=False, is_pasted=True)
    said = " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())
    assert page.copy.text() == "Copy its address"
    assert "Your browser could not be opened. Copy the address into a browser," in said
    assert "Copy its address and paste it here." in said
    room.wizard.show_return()
    assert (room.wizard.is_waiting, room.wizard.form.news) == (
        True,
        "Waiting for masto.example … This takes a few seconds.",
    )
    room.wizard.settle(Accepted("@atelier"))
    assert room.wizard.step is Step.CHECK


def test_signing_in_again_knows_the_server_and_goes_to_the_browser(room: Room) -> None:
    room.wizard.leave()
    room.wizard.open_again(MASTODON, Again("@atelier", "https://masto.example"))
    assert room.wizard.form.typed.fields == {"server": "https://masto.example"}
    room.press(Qt.Key.Key_Return)
    room.wizard.show_browser(URL, is_open=True, is_pasted=False)
    assert room.wizard.findChild(QLabel, "title") is not None
    assert "Sign in again as @atelier" in [one.text() for one in room.wizard.card.findChildren(QLabel)]


def test_what_is_not_there_yet_says_why_and_cannot_be_chosen(room: Room) -> None:
    room.wizard.open_with((LINKEDIN, DEMO))
    cards = room.wizard.choose.findChildren(PlatformCard)
    assert [card.platform.id for card in cards] == ["demo", "linkedin"]
    later = cards[1]
    assert (later.accessibleName(), later.accessibleDescription(), later.toolTip()) == (
        "LinkedIn, cannot be connected",
        LINKEDIN.not_yet,
        LINKEDIN.not_yet,
    )
    room.press(Qt.Key.Key_Right)
    assert room.window.focusWidget() is later
    room.press(Qt.Key.Key_Return, Qt.Key.Key_Space)
    QTest.mouseDClick(later, Qt.MouseButton.LeftButton)
    assert (room.wizard.step, room.asked) == (Step.CHOOSE, [])
    chosen = room.wizard.choose.chosen
    assert chosen is not None
    assert chosen.id == "demo"


def test_many_networks_are_found_by_typing(room: Room) -> None:
    choose = room.wizard.choose
    assert not choose.search.isVisible()
    room.wizard.open_with((*MANY, MASTODON, LINKEDIN))
    assert choose.search.isVisible()
    # Ten that are there stand in lines of three: the planned one is below the last line.
    room.press(*[Qt.Key.Key_Down] * 4)
    focus = room.window.focusWidget()
    assert isinstance(focus, PlatformCard)
    assert focus.platform is LINKEDIN
    room.press(Qt.Key.Key_Up)
    assert choose.chosen is MASTODON
    room.press("mentions")
    assert room.window.focusWidget() is choose.search
    assert [card.platform.id for card in choose.findChildren(PlatformCard) if card.isVisible()] == ["mastodon"]
    room.press(Qt.Key.Key_Down)
    assert isinstance(room.window.focusWidget(), PlatformCard)
    room.press(Qt.Key.Key_Up)
    assert room.window.focusWidget() is choose.search

    room.press("zzz")
    assert not room.wizard.onward.isEnabled()
    said = [one.text() for one in choose.findChildren(QLabel) if one.isVisible()]
    assert said == ["No network has “zzz” in its name or in what can be read there."]
    room.press(Qt.Key.Key_Return)
    assert room.wizard.step is Step.CHOOSE
    room.press(Qt.Key.Key_Escape)
    assert choose.search.text() == ""
    room.press("network 7", Qt.Key.Key_Return)
    assert room.wizard.step is Step.SIGN_IN
    assert "Network 7" in room.wizard.form.page.text()
