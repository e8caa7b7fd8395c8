"""Selecting in the real window, and acts on all that is selected, by key events alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.queue.model import PAGE
from socialdesk.model.command import MarkDone
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Status
from socialdesk.model.view import TEAM
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
