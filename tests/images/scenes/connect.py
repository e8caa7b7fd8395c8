"""The steps of connecting a channel after the first one, and signing in again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.desktop.bridge.bridge import PlatformCard
from socialdesk.desktop.places.connect.values import Accepted, Again, Permission, Pickable, Refused
from socialdesk.desktop.places.connect.wizard import ConnectWizard
from socialdesk.desktop.shell.connecting import Connecting
from socialdesk.desktop.shell.window import Window
from socialdesk.desktop.widgets.sign_in_words import permissions
from tests.images.scenes import Scene

HANDLE = "@atelier-nord.example"


def _card(window: Window, platform: str) -> PlatformCard:
    return next(one for one in window.bridge.platforms if one.id == platform)


def _sign_in(window: Window) -> ConnectWizard:
    window.connecting.open("bluesky")
    wizard = window.connecting.wizard
    wizard.onward.click()
    wizard.form.identifier.setText(HANDLE)
    wizard.form.password.setText("abcd-efgh-ijkl-mnop")
    wizard.form.changed.emit()
    return wizard


def _refused(window: Window) -> None:
    wizard = _sign_in(window)
    wizard._is_waiting = True
    wizard.settle(Refused("Bluesky does not accept this handle and password. Check both."))


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


def _again(window: Window) -> None:
    card = Connecting._platform(_card(window, "bluesky"))
    window.connecting.wizard.open_again(card, Again(HANDLE, "", "14:02"))


SCENES: dict[str, Scene] = {
    "connect-refused": _refused,
    "connect-check": _check,
    "connect-pick": _pick,
    "connect-again": _again,
}
