"""J held down goes through a long queue row by row while others write."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Status
from socialdesk.model.view import TEAM
from socialdesk.store.cache import Cache
from socialdesk.store.queue_page import queue_page
from tests.desktop.shell.conftest import Sitting

PRESSES = 300
"""Ten seconds at the thirty a second that a held key gives."""


def test_j_held_for_ten_seconds_skips_and_repeats_no_row(sitting: Sitting) -> None:
    window = sitting.window
    now = window.bridge.clock.now()
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    with cache.change() as change:
        model = cache.threads([ThreadId(1)])[0]
        for number in range(400):
            at = now - timedelta(minutes=number)
            change.put_thread(
                replace(
                    model,
                    id=ThreadId(0),
                    remote_id=f"many{number}",
                    contact_name=f"Person {number:03}",
                    status=Status.OPEN,
                    snoozed_until=None,
                    last_in_at=at,
                    due_at=at + timedelta(days=1),
                    shield="",
                )
            )
    window.bridge.follow.look()
    window.hands.go(TEAM)
    view = window.queue.in_force.view
    expected = [one.id for one in queue_page(cache, view, window.bridge.me, None, PRESSES + 1).rows]
    first = window.queue.current()
    assert first is not None
    seen = [first.id]
    window.queue.list.setFocus()
    for press in range(PRESSES):
        if press % 50 == 25:
            with cache.change() as change:  # somebody writes, and it belongs on top
                change.put_thread(
                    replace(model, id=ThreadId(0), remote_id=f"new{press}", contact_name="Aaa", due_at=now, shield="")
                )
            window.bridge.follow.look()
        QTest.keyClick(window.queue.list, Qt.Key.Key_J)
        QApplication.processEvents()
        here = window.queue.current()
        assert here is not None
        seen.append(here.id)
    cache.close()
    assert seen == expected
