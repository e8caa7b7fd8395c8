"""Selecting in the real window, and acts on all that is selected, by key events alone."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from threading import Event

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.bridge.many import AT_ONCE
from socialdesk.desktop.places.queue.model import PAGE
from socialdesk.model.command import MarkDone
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Priority, Status
from socialdesk.model.view import TEAM
from socialdesk.store.queue_page import queue_page
from tests.desktop.shell.conftest import Sitting

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def press(widget: QWidget, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(widget, key, modifier)


def shown(sitting: Sitting) -> list[ThreadId]:
    model = sitting.window.queue.model
    return [one.id for row in range(model.rowCount()) if (one := model.thread_at(row)) is not None]


def click(sitting: Sitting, thread: ThreadId, modifier: Qt.KeyboardModifier, x: int = 150) -> None:
    view = sitting.window.queue.list
    row = sitting.window.queue.model.row_of(thread)
    assert row is not None
    box = view.visualRect(sitting.window.queue.model.index(row))
    at = QPoint(x, box.center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def select(sitting: Sitting, count: int) -> list[ThreadId]:
    """The first threads, by Shift+J."""
    sitting.window.queue.open(shown(sitting)[0])
    press(sitting.window.queue.list, *[Qt.Key.Key_J] * (count - 1), modifier=SHIFT)
    return list(sitting.window.bulk.selected)


def test_x_selects_and_the_acts_take_the_place_of_the_conversation_until_esc(sitting: Sitting) -> None:
    window = sitting.window
    press(window.queue.list, Qt.Key.Key_X)

    assert window.bulk.count == 1
    assert window.bulk.pane.isVisible()
    assert not window.composer.isVisible()
    assert window.queue.selection_bar.isVisible()

    press(window.queue.list, Qt.Key.Key_Escape)
    assert not window.bulk.is_on
    assert window.composer.isVisible()
    assert not window.queue.selection_bar.isVisible()


def test_shift_j_and_k_extend_and_x_takes_one_out(sitting: Sitting) -> None:
    rows = shown(sitting)
    assert select(sitting, 4) == rows[:4]

    press(sitting.window.queue.list, Qt.Key.Key_X)
    assert list(sitting.window.bulk.selected) == rows[:3]

    sitting.window.queue.open(rows[6])
    press(sitting.window.queue.list, Qt.Key.Key_K, modifier=SHIFT)
    assert set(sitting.window.bulk.selected) == {*rows[:3], rows[6], rows[5]}


def test_clicks_with_shift_and_ctrl_and_on_the_box_select(sitting: Sitting) -> None:
    rows = shown(sitting)
    sitting.window.queue.open(rows[0])

    click(sitting, rows[2], SHIFT)
    assert list(sitting.window.bulk.selected) == rows[:3]
    click(sitting, rows[1], CTRL)
    assert list(sitting.window.bulk.selected) == [rows[0], rows[2]]
    click(sitting, rows[1], Qt.KeyboardModifier.NoModifier, x=20)
    assert set(sitting.window.bulk.selected) == set(rows[:3])


def test_a_click_on_the_box_of_a_row_selects_where_nothing_was_selected(sitting: Sitting) -> None:
    rows = shown(sitting)
    click(sitting, rows[1], Qt.KeyboardModifier.NoModifier, x=12)

    assert list(sitting.window.bulk.selected) == [rows[1]]


def test_ctrl_a_selects_all_that_the_view_holds_not_only_what_was_read(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.queue.show_view(TEAM, "Whole team")
    total = window.bridge.counts()["team"]
    assert total > PAGE

    press(window.queue.list, Qt.Key.Key_A, modifier=CTRL)
    assert window.bulk.count == total
    qtbot.waitUntil(lambda: len(window.bulk.selected) == total)

    assert f"{total} threads selected" in window.bulk.pane.title
    assert len(set(window.bulk.selected)) == total


def test_ctrl_a_in_the_text_is_the_text_s(sitting: Sitting) -> None:
    window = sitting.window
    window.hands.answer()
    QTest.keyClicks(window.composer.editor, "Bonjour")
    press(window.composer.editor, Qt.Key.Key_A, modifier=CTRL)

    assert not window.bulk.is_on
    assert window.composer.editor.textCursor().selectedText() == "Bonjour"


def test_e_is_done_for_all_in_one_act_and_z_takes_all_back(sitting: Sitting) -> None:
    window = sitting.window
    chosen = select(sitting, 4)
    following = shown(sitting)[4]
    press(window.queue.list, Qt.Key.Key_E)

    assert not set(chosen) & set(shown(sitting))
    assert window.bridge.counts()["mine"] == 8
    assert window.toast.accessibleName() == "4 threads are done."
    assert not window.bulk.is_on
    current = window.queue.current()
    assert current is not None
    assert current.id == following
    given = [one.command for one in window.bridge.submit.pending if isinstance(one.command, MarkDone)]
    assert [one.thread for one in given] == chosen

    press(window.queue.list, Qt.Key.Key_Z)
    assert window.bridge.counts()["mine"] == 12
    assert set(chosen) <= set(shown(sitting))
    sitting.engine_works()
    assert all(one.status is Status.OPEN for one in window.bridge.cache.threads(chosen))
    assert window.bridge.counts()["mine"] == 12


def test_who_is_like_that_already_is_left_out_and_told(sitting: Sitting) -> None:
    window = sitting.window
    chosen = select(sitting, 3)
    first = window.bridge.thread(chosen[0])
    assert first is not None
    tag = "Recall"
    assert window.bulk.toggle_tag(tag, on=True)
    assert window.toast.accessibleName() == "3 threads tagged Recall."
    assert window.bulk.count == 3, "they stay selected for the next act"

    press(window.queue.list, Qt.Key.Key_J, modifier=SHIFT)
    assert window.bulk.toggle_tag(tag, on=True)
    assert window.toast.accessibleName() == "1 thread tagged Recall. Left out: 3 tagged like that already."


def test_a_thread_a_colleague_is_answering_is_left_out_and_said_so(sitting: Sitting) -> None:
    window = sitting.window
    rows = shown(sitting)
    window.bulk.shown.answering = lambda: frozenset(rows[:1])
    select(sitting, 3)

    assert window.bulk.pane.notes == ("A colleague is answering 1 of these right now. It will be left out.",)
    press(window.queue.list, Qt.Key.Key_E)
    assert window.toast.accessibleName() == "2 threads are done. Left out: 1 a colleague is answering."
    assert rows[0] in shown(sitting)


def test_assigning_and_snoozing_go_through_the_pickers_for_all(sitting: Sitting) -> None:
    window = sitting.window
    chosen = select(sitting, 2)
    press(window.queue.list, Qt.Key.Key_A)
    assert window.assign.isVisible()
    noah = next(one for one in window.bridge.people if one.name.startswith("Noah"))
    window.assign.assigned.emit(noah.id)
    window.assign.leave()

    assert window.toast.accessibleName() == "2 threads given to Noah."
    sitting.engine_works()
    assert {one.assignee_id for one in window.bridge.cache.threads(chosen)} == {noah.id}

    chosen = select(sitting, 2)
    press(window.queue.list, Qt.Key.Key_H)
    assert window.snooze.isVisible()
    window.snooze.snoozed_until.emit(None)
    window.snooze.leave()
    sitting.engine_works()
    assert {one.status for one in window.bridge.cache.threads(chosen)} == {Status.SNOOZED}


@contextmanager
def held_up(sitting: Sitting) -> Generator[None]:
    """What is done to very many threads stands behind something long."""
    go_on = Event()
    sitting.window.bridge.many._pool.start(lambda: go_on.wait(60))
    try:
        yield
    finally:
        go_on.set()


def said(sitting: Sitting) -> str:
    """The toast, whether the plural forms of English are filled in already or not."""
    return sitting.window.toast.accessibleName().replace("(s)", "s")


def test_what_takes_a_while_says_so_and_z_takes_back_that_and_nothing_before_it(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.rail.choose(TEAM.id)
    first = window.queue.current()
    assert first is not None
    press(window.queue.list, Qt.Key.Key_U)
    before = window.bridge.submit.last_step
    assert before is not None
    press(window.queue.list, Qt.Key.Key_A, modifier=CTRL)
    qtbot.waitUntil(lambda: window.bulk.count > AT_ONCE and not window.queue.selection.is_counting)
    many = window.bulk.count
    qtbot.waitUntil(lambda: not window.bridge.many.is_busy)

    with held_up(sitting):
        window.bulk.set_priority(Priority.URGENT)
        assert said(sitting) == f"Changing {many} threads…"
        window.hands.undo()
        assert said(sitting) == f"One moment: {many} threads are being changed. Then Z takes it back."
        assert window.bridge.submit.last_step is before
    qtbot.waitUntil(lambda: window.bridge.submit.last_step is not before)
    step = window.bridge.submit.last_step
    assert step is not None
    changed = len(step.given)
    assert 0 < changed <= many
    assert said(sitting).startswith(f"Priority of {changed} threads changed.")
    sitting.engine_works()

    with held_up(sitting):
        window.hands.undo()
        assert said(sitting) == f"Taking it back in {changed} threads…"
    qtbot.waitUntil(lambda: said(sitting) == f"Taken back in {changed} threads.")
    assert window.bridge.submit.last_step is before
    sitting.engine_works()
    urgent = window.bridge.cache.ask("SELECT count(*) FROM thread WHERE priority = 'urgent'")[0][0]
    assert urgent == many - changed


def test_before_a_selection_is_read_nothing_of_it_is_counted(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.rail.choose(TEAM.id)
    rows = queue_page(window.bridge.cache, TEAM, window.bridge.me, None, 200).rows
    ids = [one.id for one in rows]
    mine = [one.id for one in rows if one.assignee_id == window.bridge.me]
    assert len(ids) > AT_ONCE > len(mine) > 1
    window.queue.selection.select(mine)
    assert window.bulk.shown.summary.mine == len(mine)

    with held_up(sitting):
        window.queue.selection.select(ids)
        names = [one.accessibleName() for one in window.bulk.pane.buttons.values()]
        assert "Mark done" in names
        assert [one for one in names if f" of {len(ids)}" in one] == []
    wanted = f"Assign to me, {len(ids) - len(mine)} of {len(ids)}"
    qtbot.waitUntil(lambda: wanted in [one.accessibleName() for one in window.bulk.pane.buttons.values()])


def test_the_palette_says_how_many_threads_it_is_about(sitting: Sitting) -> None:
    window = sitting.window
    select(sitting, 4)
    window.open_palette("done")

    assert "4 threads" in window.palette_card._chip.accessibleName()
    window.palette_card.close_quietly()


def test_moving_over_rows_while_selecting_marks_nothing_read(sitting: Sitting) -> None:
    window = sitting.window
    select(sitting, 2)
    before = len(window.bridge.submit.pending)
    window.opened.read_soon.timeout.emit()

    assert len(window.bridge.submit.pending) == before


def test_fifty_acts_can_be_taken_back_and_not_one_more(sitting: Sitting) -> None:
    window = sitting.window
    thread = shown(sitting)[0]
    for number in range(55):
        found = window.bridge.thread(thread)
        assert found is not None
        window.queue.open(thread)
        window.hands.triage.toggle_tag(f"t{number}", True)
    for _ in range(50):
        assert window.bridge.submit.undo() is not None
    assert window.bridge.submit.undo() is None
    found = window.bridge.thread(thread)
    assert found is not None
    assert {tag for tag in found.tags if tag.startswith("t")} == {"t0", "t1", "t2", "t3", "t4"}
