"""What is kept out of sight: the view with its card, the thread once opened, and the word lists."""

from __future__ import annotations

from socialdesk.desktop.shell.window import Window
from socialdesk.model.view import SHIELDED
from tests.images.rest import settle


def _kept(window: Window) -> None:
    window.hands.go(SHIELDED)
    window.panes.show_thread()
    settle(window)


def _opened(window: Window) -> None:
    _kept(window)
    window.hands.shield.show_or_close()


def _lists(window: Window) -> None:
    window.hands.shield.open_words()


SCENES = {"shield": _kept, "shield-opened": _opened, "shield-lists": _lists}
