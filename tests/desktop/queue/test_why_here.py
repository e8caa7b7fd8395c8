"""A priority moves a row at once; why it stands there is said in the row, beside the thread and at the head."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.queue.laid_rows import HEAD_ROLE
from socialdesk.desktop.shell.window import Window
from socialdesk.desktop.widgets.why_here import why_here
from socialdesk.model.command import SetPriority
from socialdesk.model.thread import Priority, Thread
from socialdesk.model.triage import Group, moves
from socialdesk.model.triage_policy import USUAL
from socialdesk.model.view import TEAM
from tests.desktop.queue.test_views import everything
from tests.desktop.shell.conftest import Sitting
from tests.model.builders import at, thread


def _heads(window: Window) -> dict[object, tuple[int | None, int, str]]:
    model = window.queue.model
    found = [(model.index(row).data(HEAD_ROLE), model.index(row).data()) for row in range(model.rowCount())]
    return {head.group: (head.count, head.ahead, said) for head, said in found if head is not None}


def _is_soon(one: Thread, now: datetime) -> bool:
    is_due_soon = one.due_at is not None and now < one.due_at < now + timedelta(hours=3)
    return is_due_soon and not one.shield and one.priority is Priority.NORMAL


def test_an_urgent_thread_moves_up_is_told_apart_from_the_late_ones_and_says_why(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window = sitting.window
    window.hands.go(TEAM)
    model, now = window.queue.model, window.bridge.clock.now()
    last = [one for one in everything(window) if _is_soon(one, now)][-1]
    before = model.row_of(last.id)
    late, early = model.late, _heads(window)[Group.OVERDUE][1]
    window.bridge.submit.give([(last, SetPriority(last.id, Priority.URGENT))])
    window.queue.apply_order()
    row = model.row_of(last.id)
    assert row is not None
    assert before is not None
    assert row < before
    folded = next(one for one in everything(window) if one.id == last.id)
    assert folded.moved_ms >= 240 * 60_000
    assert model.late == late, "who was moved up is not late"
    assert model.is_ahead(folded)
    count, ahead, said = _heads(window)[Group.OVERDUE]
    assert (ahead, count) == (early + 1, late + early + 1)
    assert said == f"Overdue {late} · {ahead} moved up"
    tip = model.index(row).data(Qt.ItemDataRole.ToolTipRole)
    assert "urgent" in tip
    assert tip in model.index(row).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    window.queue.open(last.id)
    qtbot.waitUntil(lambda: window.context.waiting.why is not None)
    assert window.context.waiting.why is not None
    assert tip.split(". ")[-1] in window.context.waiting.why.text()

    sitting.engine_works()
    stored = window.bridge.cache.thread(last.id)
    assert stored is not None
    assert stored.moved_ms == folded.moved_ms
    window.bridge.submit.give([(stored, SetPriority(last.id, Priority.NORMAL))])
    window.queue.apply_order()
    assert model.row_of(last.id) == before


def test_the_reasons_are_those_that_moved_it_with_their_minutes() -> None:
    one = thread(waiting_since=at(0), due_at=at(100), is_vip=True, signals=" question:1 repeated:3 reach:48000")
    said = why_here(one, USUAL, at(0), at(0).tzinfo)
    assert said.startswith("Due 13:40. Moved up 60 min: VIP (30), ")
    assert said.endswith("asks a question (10).")
    assert sum(move.minutes for move in moves(one, USUAL)) == 60
    low = thread(waiting_since=at(0), due_at=at(100), priority=Priority.LOW, is_vip=True)
    assert "nothing moves it up" in why_here(low, USUAL, at(0))
    assert "without a target" in why_here(thread(waiting_since=at(0)), USUAL, at(0))
    assert not why_here(thread(), USUAL, at(0))
