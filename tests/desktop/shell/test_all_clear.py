"""A queue in which nothing is left says what was done today, and what could be taken next."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.shell.window import Window
from socialdesk.desktop.widgets.standing import moment
from socialdesk.model.routing import RoutingSettings
from socialdesk.model.shift import Absence, Away, Staff
from socialdesk.model.thread import Status
from socialdesk.store.answered import ANSWERED, HELD, NEXT_DUE, answered_since, finished_since, held_by, next_due
from socialdesk.store.staff import Team
from socialdesk.support.clock import local_midnight
from tests.desktop.shell.conftest import Sitting


def test_an_empty_queue_names_how_many_were_answered_today_and_what_could_be_taken(sitting: Sitting) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    window.resize(1440, 900)
    window.clear.look()
    assert window.clear._text.text() == "Nothing waits here."
    assert window.context.isVisible()
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
    due = next_due(bridge.cache, bridge.me)  # of what was put off
    assert due is not None
    told = re.escape(moment(due, bridge.clock.now(), None))
    assert re.search(rf"You answered 1 person(\(s\))? today\. Nothing of yours is due before {told}\.", _said(window))
    assert window.queue.header.about == "nothing open"
    assert window.clear.first() is not None
    midnight = local_midnight(bridge.clock.now())
    assert answered_since(bridge.cache, bridge.me, midnight + timedelta(days=2)) == 0
    plan = " ".join(row[3] for row in bridge.cache.ask(f"EXPLAIN QUERY PLAN {ANSWERED}", (1, 1)))
    assert "outbound_due (state=? AND not_before_at>?)" in plan
    plan = " ".join(row[3] for row in bridge.cache.ask(f"EXPLAIN QUERY PLAN {NEXT_DUE}", (1,)))
    assert "thread_queue_mine (assignee_id=? AND status=?)" in plan
    plan = " ".join(row[3] for row in bridge.cache.ask(f"EXPLAIN QUERY PLAN {HELD}", (1,)))
    assert "thread_queue_mine (assignee_id=? AND status=?)" in plan


@pytest.mark.usefixtures("held_clock")
def test_an_empty_queue_names_what_was_finished_today_and_who_leaves_soon(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    now = bridge.clock.now()
    noah = next(one for one in bridge.people if one.name.startswith("Noah"))
    chip = window.queue.header.chips[Status.DONE]
    assert chip.accessibleName() == "Done", "what was done is told once nothing is left"
    before = finished_since(bridge.cache, bridge.me, local_midnight(now))
    many = window.queue.model.total
    for _ in range(many):
        QTest.keyClick(window.queue.list, Qt.Key.Key_E)
    sitting.engine_works()
    assert finished_since(bridge.cache, bridge.me, now - timedelta(minutes=1)) == many
    assert chip.accessibleName() == f"Done {before + many}"

    staff = Staff(noah.id, away=(Away(now + timedelta(minutes=17, seconds=30), None, Absence.OTHER),))
    monkeypatch.setattr(bridge.cache, "team", lambda: Team((staff,), RoutingSettings(), {}, {noah.id: 1}))
    window.clear.look()
    helping = next(one for one in window.clear._acts if one.text().startswith("Help Noah"))
    held = held_by(bridge.cache, noah.id)
    assert re.fullmatch(rf"Help Noah, who leaves in 17 min, {held}", helping.accessibleName())
    QTest.mouseClick(helping, Qt.MouseButton.LeftButton)
    assert window.queue.header.title == "Whole team"
    assert window.queue.model.total == held > 0
    assert {thread.assignee_id for row in range(held) if (thread := window.queue.model.thread_at(row))} == {noah.id}


def test_the_panel_of_a_person_leaves_its_room_to_what_tells_of_none_and_comes_back(sitting: Sitting) -> None:
    window = sitting.window
    window.resize(1440, 900)
    QTest.keyClicks(window.queue.list, "gw")
    wide = window.conversation.width()
    window.open_thread(None)
    assert not window.context.isVisible()
    window.resize(1180, 900)
    window.resize(1440, 900)
    assert not window.context.isVisible()

    QTest.keyClick(window.queue.list, Qt.Key.Key_J)

    QApplication.processEvents()
    assert window.context.isVisible()
    assert window.conversation.width() == wide
    window.hands.toggle_context()
    window.open_thread(None)
    QTest.keyClick(window.queue.list, Qt.Key.Key_K)
    assert not window.context.isVisible(), "who put it away has it put away"


def _said(window: Window) -> str:
    return window.clear._text.text()
