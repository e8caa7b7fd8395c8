"""Waits as the window waits: its events are handled, and threads beside it can work.

`QTest.qWait` holds Python's lock for its whole time, so that whatever is read beside the window stands still meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

from tests.patience import NEVER_MS

LOOK_MS = 10
"""So often is looked whether it came."""


def let_pass(ms: int) -> None:
    """Handle events for `ms` milliseconds."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def wait_for(reached: Callable[[], bool]) -> None:
    """Handle events until something is so. Raises AssertionError once it is not coming any more."""
    for _ in range(NEVER_MS // LOOK_MS):
        if reached():
            return
        let_pass(LOOK_MS)
    raise AssertionError("what was waited for did not come")
