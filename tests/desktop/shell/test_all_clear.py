"""A queue in which nothing is left says what was done today, and what could be taken next."""

from __future__ import annotations

import re
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from socialdesk.store.answered import ANSWERED, answered_since
from socialdesk.support.clock import local_midnight
from tests.desktop.shell.conftest import Sitting


def test_an_empty_queue_names_how_many_were_answered_today_and_what_could_be_taken(sitting: Sitting) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    mine = len([row for row in range(200) if window.queue.model.thread_at(row) is not None])
    QTest.keyClicks(window.queue.list, "r")
    QTest.keyClicks(window.composer.box.editor, "We are on it.")
    ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.composer.box.editor, Qt.Key.Key_Return, ctrl_shift)
    window.queue.list.setFocus()
    for _ in range(mine):
        QTest.keyClick(window.queue.list, Qt.Key.Key_E)
    sitting.engine_works()
    bridge.follow.look()
    window.clear.look()

    assert window.clear.isVisible()
    assert re.search(r"You answered 1 person(\(s\))? today\. Nothing of yours waits", window.clear._text.text())
    assert window.clear.first() is not None
    midnight = local_midnight(bridge.clock.now())
    assert answered_since(bridge.cache, bridge.me, midnight + timedelta(days=2)) == 0
    plan = " ".join(row[3] for row in bridge.cache.ask(f"EXPLAIN QUERY PLAN {ANSWERED}", (1, 1)))
    assert "outbound_due (state=? AND not_before_at>?)" in plan
