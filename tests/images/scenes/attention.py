"""The first minute, being left alone, and the end of a window."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from socialdesk.desktop.places.welcome.page import WelcomePage
from socialdesk.desktop.shell.coach import STATE, Coach
from socialdesk.desktop.shell.window import Window
from tests.images.scenes import Scene


def _welcome(window: Window) -> None:
    page = WelcomePage(window)
    page.setGeometry(window.rect())
    page.show()
    page.setFocus()


def _coach(step: int) -> Scene:
    def scene(window: Window) -> None:
        window.bridge.desk.set_state(STATE, str(step))
        column = window.conversation.parentWidget().layout()
        window.coach = Coach(window, column, 1)  # type: ignore[arg-type] - a stand-in for the whole window

    return scene


def _quiet(window: Window) -> None:
    window.attention.quiet.choose(window.bridge.clock.now() + timedelta(hours=2))
    window.toast.hide()


def _closing(window: Window) -> None:
    window.queue.list.setFocus()
    window.hands.answer()
    QTest.keyClicks(window.composer.editor, "On its way.")
    window.hands.send()
    window.toast.hide()
    window.close()


def _ask_quiet(window: Window) -> None:
    QTest.keyClick(window.queue.list, Qt.Key.Key_Q)


SCENES: dict[str, Scene] = {
    "welcome": _welcome,
    "coach-1": _coach(1),
    "coach-2": _coach(2),
    "coach-end": _coach(6),
    "quiet": _quiet,
    "quiet-picker": _ask_quiet,
    "closing": _closing,
}
