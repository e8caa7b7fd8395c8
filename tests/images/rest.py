"""When a window is at rest, so that a picture of it, or where something is scrolled to, hangs on no clock."""

from __future__ import annotations

import time

from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.bridge.pace import NextMoment
from socialdesk.desktop.shell.window import Window
from tests.patience import NEVER_S
from tests.waiting import let_pass

TURN_MS, TURNS, LEAST = 5, 10, 20
"""A window is drawn once nothing was at work in ten turns of its loop, of the twenty that pass at least.

It reads and tidies files beside itself when it opens, which a busy disk was seen to hold up for 20 seconds. Turns are
counted, since a busy machine may let any quiet time pass between two looks; and the loop waits within each, since a
thread that reads beside it gets next to nothing done while this one asks for Python again and again.
"""
SHORT_MS = 1_000
"""What waits longer is a count-down somebody can see."""
ASKED_MS = 50
"""As long as one that follows the clock waits when it was asked to look again."""


def settle(window: Window) -> None:
    """Let what is shown a moment later be shown: what is read beside the window, what waits for a short while."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    most = time.monotonic() + NEVER_S
    turns, quiet = 0, 0
    busy: list[str] = []
    while time.monotonic() < most:
        let_pass(TURN_MS)
        busy = _busy(app, window)
        turns, quiet = turns + 1, 0 if busy else quiet + 1
        if quiet >= TURNS and turns >= LEAST:
            return
    raise TimeoutError(f"the window did not come to rest in {NEVER_S} seconds: {busy}")


def _busy(app: QApplication, window: Window) -> list[str]:
    """What is read beside the window, and what waits for its short time to be over."""
    holders = (window, window.bridge)
    busy = [
        f"a pool of {pool.parent()}"
        for holder in holders
        for pool in holder.findChildren(QThreadPool)
        if pool.activeThreadCount()
    ]
    if window.bridge.has_read_beside and window.bridge.beside.is_busy:
        busy.append("a read beside the window")
    busy += [
        f"a timer of {timer.parent()}, {timer.interval()} ms"
        for holder in (app, *holders)
        for timer in holder.findChildren(QTimer)
        if timer.isActive()
        and (timer.interval() == 0 or (timer.isSingleShot() and timer.interval() < SHORT_MS))
        # One that follows the clock waits for the next minute, which may be near; only what was asked for comes now.
        and not (isinstance(timer.parent(), NextMoment) and timer.interval() > ASKED_MS)
    ]
    return busy
