"""The steps of connecting a channel after the first one, and signing in again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from socialdesk.connectors.bluesky.failures import NOT_ACCEPTED
from socialdesk.desktop.bridge.bridge import PlatformCard
from socialdesk.desktop.look.connector_words import sentence
from socialdesk.desktop.places.connect.values import Accepted, Again, Permission, Pickable, Platform, Refused, Turn
from socialdesk.desktop.places.connect.wizard import ConnectWizard
from socialdesk.desktop.shell.connecting_words import platform_of
from socialdesk.desktop.shell.window import Window
from socialdesk.desktop.widgets.sign_in_words import permissions
from socialdesk.model.way import FieldKind, Way, WayField, WayKind
from tests.images.scenes import Scene

HANDLE = "@atelier-nord.example"
_APP = (
    WayField("app_id", "App ID", help="In your app, under App settings, Basic."),
    WayField("app_secret", "App secret", FieldKind.SECRET),
    WayField("server", "Server", FieldKind.ADDRESS, hint="https://…", optional=True),
)
_WAYS = (
    Way("oauth", WayKind.BROWSER, "Sign in with the browser", _APP, "The keys of an app of your own are asked for."),
    Way("token", WayKind.TYPED, "Access token", (WayField("token", "Access token", FieldKind.SECRET),)),
)
_NAMES = (
    ("Instagram", "Comments, Messages, Mentions", "Business or creator account"),
    ("Facebook", "Comments, Messages, Reviews", "You manage the page"),
    ("Google", "Reviews", "Owner or manager of the place"),
    ("YouTube", "Comments", "Channel owner or manager"),
    ("Bluesky", "Replies, Mentions, Messages", "App password"),
    ("Mastodon", "Replies, Mentions, Messages", "Any server"),
    ("Telegram", "Messages, Groups", "A bot you own"),
    ("Reddit", "Comments, Messages", "Your account"),
    ("Discord", "Channels", "A server you manage"),
    ("Threads", "Replies, Mentions", "Your account"),
)
_LATER = "LinkedIn lets in only programs that it has approved, and SocialDesk has not been yet. It is planned."
NETWORKS = (
    *(Platform(name.lower(), name, name.lower(), reads, needs, _WAYS) for name, reads, needs in _NAMES),
    Platform("linkedin", "LinkedIn", "linkedin", "Comments", "", (), _LATER),
    Platform("tiktok", "TikTok", "tiktok", "Comments", "", (), _LATER.replace("LinkedIn", "TikTok")),
)


def _card(window: Window, platform: str) -> PlatformCard:
    return next(one for one in window.bridge.platforms if one.id == platform)


def _sign_in(window: Window) -> ConnectWizard:
    window.connecting.open("bluesky")
    wizard = window.connecting.wizard
    wizard.onward.click()
    wizard.form.field("identifier").setText(HANDLE)
    wizard.form.field("password").setText("abcd-efgh-ijkl-mnop")
    wizard.form.changed.emit()
    return wizard


def _refused(window: Window) -> None:
    wizard = _sign_in(window)
    wizard._is_waiting = True
    wizard.settle(Refused(sentence(NOT_ACCEPTED), Turn.YOU, "password"))


def _check(window: Window) -> None:
    wizard = _sign_in(window)
    card = _card(window, "bluesky")
    granted = [(one.key, one.key != "messages") for one in card.access]
    allowed = tuple(Permission(*one) for one in permissions(card, granted, HANDLE))
    wizard._is_waiting = True
    lasts = QCoreApplication.translate("connectors", card.lasts)
    wizard.settle(Accepted(HANDLE, allowed, None, lasts, (Pickable("1", "Atelier Nord", HANDLE, "bluesky"),)))


def _pick(window: Window) -> None:
    window.connecting.open("demo")
    wizard = window.connecting.wizard
    accounts = tuple(
        Pickable(str(one.id), one.name, one.handle, one.mark, one.mark == "youtube") for one in window.bridge.channels
    )
    wizard._is_waiting = True
    wizard.settle(Accepted("ateliernord", (), 60, "", accounts[:5]))
    wizard.onward.click()


def _cards(window: Window) -> None:
    window.connecting.wizard.open_with(NETWORKS, "mastodon")


def _planned(window: Window) -> None:
    wizard = window.connecting.wizard
    wizard.open_with(NETWORKS)
    for key in (Qt.Key.Key_Down,) * 6:
        QTest.keyClick(window.focusWidget(), key)


def _ways(window: Window) -> None:
    wizard = window.connecting.wizard
    wizard.open_with(NETWORKS, "facebook")
    wizard.onward.click()
    wizard.form.field("app_id").setText("184467440737095")
    wizard.form.field("app_secret").setText("0123456789abcdef")
    wizard.form.field("server").setText("no address")
    wizard.form.changed.emit()
    wizard.onward.click()


def _browser(window: Window) -> None:
    wizard = window.connecting.wizard
    wizard.open_with(NETWORKS, "facebook")
    wizard.onward.click()
    wizard._is_waiting = True
    wizard.show_browser("https://facebook.example/dialog/oauth?state=s", is_open=True, is_pasted=False)
    wizard.browser.pasted.setText("https://facebook.example/somewhere")
    said = "There is no answer in this address. Copy all of it from where the browser shows it."
    wizard.refuse_pasted(QCoreApplication.translate("AtBrowser", said))


def _again(window: Window) -> None:
    card = platform_of(window.bridge, _card(window, "bluesky"))
    window.connecting.wizard.open_again(card, Again(HANDLE, "", "14:02"))


SCENES: dict[str, Scene] = {
    "connect-cards": _cards,
    "connect-planned": _planned,
    "connect-ways": _ways,
    "connect-browser": _browser,
    "connect-refused": _refused,
    "connect-check": _check,
    "connect-pick": _pick,
    "connect-again": _again,
}
