"""Many who ask the same are one row of the queue, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.queue.fold_model import FoldedQueue
from socialdesk.desktop.places.queue.folding import Fold
from socialdesk.desktop.places.queue.laid_rows import FOLD_ROLE
from socialdesk.model.bulk_answer import Why
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Priority, Status, Thread
from socialdesk.model.view import TEAM
from socialdesk.store.cache import Cache
from tests.desktop.bulk.test_story_strip import ASKED, ask
from tests.desktop.shell.conftest import Sitting


def looked(sitting: Sitting, qtbot: QtBot) -> None:
    """What many ask is looked up, and nobody's hand is on the list."""
    window = sitting.window
    window.bridge.follow.look()
    window.queue._idle.stop()
    window.queue.let_in()
    window.queue.stories.look()
    qtbot.waitUntil(lambda: not window.bridge.many.is_busy)
    window.queue._idle.stop()


def rows(sitting: Sitting, about: str = "delivery") -> list[Fold]:
    model = sitting.window.queue.model
    found = [model.index(row).data(FOLD_ROLE) for row in range(model.rowCount())]
    return [fold for fold in found if fold is not None and about in fold.words]


def shown(sitting: Sitting) -> set[ThreadId]:
    model = sitting.window.queue.model
    return {thread.id for row in range(model.rowCount()) if (thread := model.thread_at(row)) is not None}


def read_all(model: FoldedQueue) -> None:
    while model.has_more:
        model.fetchMore(QModelIndex())


def changed(sitting: Sitting, thread: ThreadId, change_it: Callable[[Thread], Thread]) -> None:
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    found = cache.thread(thread)
    assert found is not None
    with cache.change() as change:
        change.put_thread(change_it(found))
    cache.close()


@pytest.fixture
def folded(sitting: Sitting, qtbot: QtBot) -> Fold:
    """Seven ask about their delivery, and the whole view is read."""
    sitting.window.queue.show_view(TEAM, "Whole team")
    ask(sitting, 0, ASKED)
    looked(sitting, qtbot)
    read_all(sitting.window.queue.model)
    [fold] = rows(sitting)
    return fold


def test_seven_who_ask_the_same_are_one_row_where_the_most_urgent_of_them_stands(
    sitting: Sitting, folded: Fold, qtbot: QtBot
) -> None:
    model = sitting.window.queue.model
    assert folded.words == "7 people ask about “delivery promised”"
    assert len(folded.ids) == 7
    assert shown(sitting) & set(folded.ids) == {folded.lead}
    threads = [one for id_ in folded.ids if (one := sitting.window.bridge.thread(id_)) is not None]
    assert folded.lead == min(threads, key=lambda one: (one.due_at, one.id)).id
    said = model.index(model.row_of(folded.lead) or 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(folded.words)
    assert "Right key" in said
    assert model.index(model.row_of(folded.lead) or 0).data(Qt.ItemDataRole.ToolTipRole) == folded.words
    assert not [line for line in sitting.window.queue.stories.shown if "delivery" in line[0]], "it is said twice"

    ask(sitting, 7, ASKED[:2])
    looked(sitting, qtbot)
    read_all(model)
    assert [fold.people for fold in rows(sitting)] == [9], "those who join are counted"


def test_right_shows_them_all_and_left_folds_them_again(sitting: Sitting, folded: Fold) -> None:
    queue = sitting.window.queue
    assert queue.open(folded.lead)
    queue.list.setFocus()
    QTest.keyClick(queue.list, Qt.Key.Key_Right)
    read_all(queue.model)
    assert not rows(sitting)
    assert set(folded.ids) <= shown(sitting)
    assert queue.folds.here_id == folded.lead

    assert queue.open(folded.ids[-1])
    QTest.keyClick(queue.list, Qt.Key.Key_Left)
    assert [fold.ids for fold in rows(sitting)] == [folded.ids]
    assert queue.folds.here_id == folded.lead
    QTest.keyClick(queue.list, Qt.Key.Key_D)
    assert not rows(sitting)
    QTest.keyClick(queue.list, Qt.Key.Key_D)
    assert rows(sitting)


def test_a_click_on_the_caret_shows_them_and_the_line_above_folds_them_again(sitting: Sitting, folded: Fold) -> None:
    queue = sitting.window.queue
    row = queue.model.row_of(folded.lead)
    assert row is not None
    queue.list.scrollTo(queue.model.index(row))
    box: QRect = queue.list.visualRect(queue.model.index(row))
    QTest.mouseClick(queue.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.right() - 20, box.center().y()))
    assert not rows(sitting)
    [line] = [number for number, line in enumerate(queue.stories.shown) if "delivery" in line[0]]
    item = queue.stories._rows.itemAt(line)
    assert item is not None
    button = item.widget()
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert rows(sitting)


def test_an_act_on_the_row_is_for_all_of_them_and_z_takes_all_back(sitting: Sitting, folded: Fold) -> None:
    window = sitting.window
    assert window.queue.open(folded.lead)
    window.queue.list.setFocus()
    QTest.keyClick(window.queue.list, Qt.Key.Key_E)

    def statuses() -> set[Status]:
        return {one.status for id_ in folded.ids if (one := window.bridge.thread(id_)) is not None}

    assert statuses() == {Status.DONE}
    assert not rows(sitting)
    assert not shown(sitting) & set(folded.ids)
    sitting.engine_works()
    assert not shown(sitting) & set(folded.ids), "what is done came back as the engine wrote it"

    QTest.keyClick(window.queue.list, Qt.Key.Key_Z)
    assert Status.DONE not in statuses()


def test_who_asks_the_same_while_the_text_is_written_can_be_answered_as_well(
    sitting: Sitting, folded: Fold, qtbot: QtBot
) -> None:
    window = sitting.window
    assert window.queue.open(folded.lead)
    window.queue.list.setFocus()
    QTest.keyClick(window.queue.list, Qt.Key.Key_R)
    sheet = window.bulk.one_text.sheet
    assert len(sheet.recipients) == 7
    assert not sheet.take_in.isVisible()
    sheet.list.setCurrentRow(3)
    sheet.skip.click()

    ask(sitting, 7, ASKED[:2])
    looked(sitting, qtbot)
    assert sheet.take_in.isVisible()
    assert sheet.came.text() == "Asked the same since you opened this: 2."
    QTest.mouseClick(sheet.take_in, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(sheet.recipients) == 9)
    assert sheet.title.text() == "Answer 9 threads with one text"
    assert sheet.recipients[3].why_not is Why.SKIPPED
    assert not sheet.take_in.isVisible()


def test_a_part_of_those_who_ask_stays_the_part_that_was_chosen(sitting: Sitting, folded: Fold, qtbot: QtBot) -> None:
    window = sitting.window
    window.queue.selection.select(folded.ids[:3])
    QTest.keyClicks(window.queue.list, "/")
    looked(sitting, qtbot)
    sheet = window.bulk.one_text.sheet
    assert len(sheet.recipients) == 3
    assert not sheet.take_in.isVisible(), "the other four were left out on purpose"


def test_answers_taken_back_leave_the_row_its_name(sitting: Sitting, folded: Fold, qtbot: QtBot) -> None:
    window = sitting.window
    assert window.queue.open(folded.lead)
    window.queue.list.setFocus()
    QTest.keyClick(window.queue.list, Qt.Key.Key_R)
    sheet = window.bulk.one_text.sheet
    sheet.text.setPlainText("Hello {first name}, it leaves tomorrow.")
    sheet.fill_all()
    QTest.keyClick(sheet.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sitting.engine_works()
    QTest.keyClick(window.queue.list, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: "taken back" in window.toast.accessibleName())
    sitting.engine_works()
    looked(sitting, qtbot)
    assert [fold.words for fold in rows(sitting)] == [folded.words]


def test_a_thread_that_was_open_before_a_search_is_not_folded_away_by_coming_back(
    sitting: Sitting, folded: Fold, qtbot: QtBot
) -> None:
    queue = sitting.window.queue
    assert queue.open(folded.lead)
    queue.folds.unfold()
    other = folded.ids[-1]
    assert queue.open(other)
    queue.folds._folding.opened.clear()
    queue.show_view(TEAM, "Whole team", select=other)
    assert queue.folds.here_id == other
    assert [len(fold.ids) for fold in rows(sitting)] == [6]


def test_x_on_the_row_selects_all_of_them_and_no_longer(sitting: Sitting, folded: Fold) -> None:
    window = sitting.window
    assert window.queue.open(folded.lead)
    window.queue.list.setFocus()
    QTest.keyClick(window.queue.list, Qt.Key.Key_X)
    assert set(window.bulk.selected) == set(folded.ids)
    QTest.keyClick(window.queue.list, Qt.Key.Key_X)
    assert not window.bulk.is_on


def test_all_of_the_view_is_selected_with_those_behind_a_row(sitting: Sitting, folded: Fold) -> None:
    QTest.keyClick(sitting.window.queue.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert set(folded.ids) <= set(sitting.window.bulk.selected)


@pytest.mark.parametrize(
    "way",
    [
        lambda one: replace(one, is_vip=True),
        lambda one: replace(one, shield="threat"),
        lambda one: replace(one, due_at=one.created_at),
        lambda one: replace(one, priority=Priority.URGENT),
    ],
    ids=["vip", "shielded", "late", "urgent"],
)
def test_a_fold_hides_nobody_who_must_be_seen(
    sitting: Sitting, folded: Fold, way: Callable[[Thread], Thread], qtbot: QtBot
) -> None:
    alone = folded.ids[3]
    changed(sitting, alone, way)
    looked(sitting, qtbot)
    read_all(sitting.window.queue.model)
    view = sitting.window.queue.model
    thread = sitting.window.bridge.thread(alone)
    assert thread is not None
    assert (alone in shown(sitting)) == view.takes(thread)
    assert [len(fold.ids) for fold in rows(sitting)] == [6]
    assert alone not in rows(sitting)[0].ids


def test_what_somebody_reads_is_not_folded_away_and_stands_for_nobody_else(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.queue.show_view(TEAM, "Whole team")
    ask(sitting, 0, ASKED[:4])
    looked(sitting, qtbot)
    read_all(window.queue.model)
    mine = next(
        thread.id
        for row in range(window.queue.model.rowCount())
        if (thread := window.queue.model.thread_at(row)) is not None and thread.remote_id == "story-0"
    )
    assert window.queue.open(mine)
    ask(sitting, 4, ASKED[4:])
    looked(sitting, qtbot)
    assert window.queue.folds.here_id == mine
    [fold] = rows(sitting)
    assert mine not in fold.ids
    assert len(fold.ids) == 6
    QTest.keyClick(window.queue.list, Qt.Key.Key_E)
    others = {one.status for id_ in fold.ids if (one := window.bridge.thread(id_)) is not None}
    assert Status.DONE not in others


def test_no_row_goes_while_a_hand_works_on_the_list(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.queue.show_view(TEAM, "Whole team")
    ask(sitting, 0, ASKED)
    window.bridge.follow.look()
    window.queue._idle.stop()
    window.queue.let_in()
    read_all(window.queue.model)
    before = shown(sitting)
    window.queue._idle.start()
    window.queue.stories.look()
    qtbot.waitUntil(lambda: not window.bridge.many.is_busy)
    assert shown(sitting) == before
    window.queue._when_idle()
    assert [fold.people for fold in rows(sitting)] == [7]


def test_the_setting_turns_folding_off_and_on(sitting: Sitting, folded: Fold) -> None:
    window = sitting.window
    window.bridge.settings.put("fold_stories", "0")
    read_all(window.queue.model)
    assert not rows(sitting)
    assert set(folded.ids) <= shown(sitting)
    assert [line for line in window.queue.stories.shown if "delivery" in line[0]]
    window.bridge.settings.put("fold_stories", "1")
    assert rows(sitting)
