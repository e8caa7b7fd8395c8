from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.conversation.header import HeadButton
from socialdesk.desktop.widgets.announce import Announcer
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Status, Thread
from tests.desktop.shell.conftest import Sitting
from tests.waiting import wait_for


def press(widget: QWidget, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(widget, key, modifier)


def current(sitting: Sitting) -> Thread:
    thread = sitting.window.queue.current()
    assert thread is not None
    return thread


def test_the_demo_opens_on_what_is_mine_with_the_latest_promise_first(sitting: Sitting) -> None:
    window = sitting.window

    assert current(sitting).contact_name == "Camille Roussel"
    assert window.bridge.counts()["mine"] == 12
    assert [m.text for m in window.conversation.messages][-1].startswith("Toujours rien")


def test_j_and_k_go_through_the_queue_and_skip_no_row(sitting: Sitting) -> None:
    names = [current(sitting).contact_name]
    for _ in range(11):
        press(sitting.window.queue.list, Qt.Key.Key_J)
        names.append(current(sitting).contact_name)
    back = [names[-1]]
    for _ in range(11):
        press(sitting.window.queue.list, Qt.Key.Key_K)
        back.append(current(sitting).contact_name)

    assert len(set(names)) == 12
    assert back == names[::-1]


def test_e_is_done_in_the_same_frame_and_z_takes_it_back(sitting: Sitting) -> None:
    window = sitting.window
    first = current(sitting)
    press(window.queue.list, Qt.Key.Key_E)

    assert window.queue.model.row_of(first.id) is None
    assert current(sitting).id != first.id
    assert window.bridge.counts()["mine"] == 11
    assert window.toast.isVisible()

    press(window.queue.list, Qt.Key.Key_Z)
    assert current(sitting).id == first.id
    assert window.bridge.counts()["mine"] == 12


def test_only_what_is_on_the_screen_is_marked_read(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    here = next(one for n in range(12) if (one := window.queue.model.thread_at(n)) is not None and one.unread)
    window.queue.open(here.id)
    window.show_library()
    window.conversation.seen.emit(here.id)  # as when a message comes in while somebody is on another page
    window.opened.read_soon.timeout.emit()
    assert current(sitting).unread, "nobody has seen it"

    window.going.back()
    assert window.opened.read_soon.isActive()
    window.opened.read_soon.timeout.emit()
    assert not current(sitting).unread


def test_where_one_pane_is_seen_going_through_the_queue_marks_nothing_read(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.panes.arrange(600)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    here = next(one for n in range(12) if (one := window.queue.model.thread_at(n)) is not None and one.unread)
    window.queue.open(here.id)
    window.opened.read_soon.timeout.emit()
    assert current(sitting).unread

    window.panes.show_thread()
    assert window.opened.read_soon.isActive()
    window.opened.read_soon.timeout.emit()
    assert not current(sitting).unread


def test_the_engine_makes_true_what_was_shown(sitting: Sitting) -> None:
    window = sitting.window
    first = current(sitting)
    press(window.queue.list, Qt.Key.Key_E)
    sitting.engine_works()

    stored = window.bridge.cache.thread(first.id)
    assert stored is not None
    assert stored.status is Status.DONE
    assert not [one for one in window.bridge.submit.pending if getattr(one.command, "thread", None) == first.id]
    assert window.bridge.cache.counts()["mine"] == 11


def test_h_and_3_snooze_until_tomorrow(sitting: Sitting) -> None:
    window = sitting.window
    first = current(sitting)
    press(window.queue.list, Qt.Key.Key_H)
    assert window.snooze.isVisible()
    press(window.focusWidget() or window, Qt.Key.Key_3)
    wait_for(lambda: not window.snooze.isVisible())  # a second key could have made words of it

    folded = window.bridge.thread(first.id)
    assert folded is not None
    assert folded.status is Status.SNOOZED
    assert folded.due_at == first.due_at


def test_i_takes_a_thread_from_the_unassigned(sitting: Sitting) -> None:
    window = sitting.window
    press(window.queue.list, Qt.Key.Key_G, Qt.Key.Key_U)
    thread = current(sitting)
    assert thread.assignee_id is None
    press(window.queue.list, Qt.Key.Key_I)

    folded = window.bridge.thread(thread.id)
    assert folded is not None
    assert folded.assignee_id == window.bridge.me
    assert current(sitting).id != thread.id


def test_a_key_after_g_that_means_nothing_acts_as_itself(sitting: Sitting) -> None:
    first = current(sitting)
    press(sitting.window.queue.list, Qt.Key.Key_G, Qt.Key.Key_J)

    assert current(sitting).id != first.id


def test_an_answer_typed_after_r_waits_ten_seconds_and_z_gives_the_words_back(sitting: Sitting) -> None:
    window = sitting.window
    first = current(sitting)
    press(window.queue.list, Qt.Key.Key_R)
    assert window.composer.editor.hasFocus()
    QTest.keyClicks(window.composer.editor, "On its way.")
    press(window.composer.editor, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)

    (answer,) = window.bridge.submit.messages(first.id, "Maya")
    assert (answer.text, answer.state) == ("On its way.", Delivery.QUEUED)
    sitting.engine_works()
    press(window.queue.list, Qt.Key.Key_Z)
    sitting.engine_works()

    assert window.bridge.cache.outbox() == []
    draft = window.bridge.desk.draft(first.id)
    assert draft is not None
    assert draft.text == "On its way."


def test_ctrl_shift_enter_sends_and_marks_done(sitting: Sitting) -> None:
    window = sitting.window
    first = current(sitting)
    press(window.queue.list, Qt.Key.Key_R)
    QTest.keyClicks(window.composer.editor, "Done with it.")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(window.composer.editor, Qt.Key.Key_Return, modifier=both)

    folded = window.bridge.thread(first.id)
    assert folded is not None
    assert folded.status is Status.DONE
    assert current(sitting).id != first.id


def test_letters_are_letters_while_something_is_typed(sitting: Sitting) -> None:
    window = sitting.window
    first = current(sitting)
    press(window.queue.list, Qt.Key.Key_R)
    QTest.keyClicks(window.composer.editor, "jke hai")

    assert window.composer.editor.toPlainText() == "jke hai"
    assert current(sitting).id == first.id


def test_escape_goes_back_to_the_queue_and_keeps_the_draft(sitting: Sitting) -> None:
    window = sitting.window
    first = current(sitting)
    press(window.queue.list, Qt.Key.Key_R)
    QTest.keyClicks(window.composer.editor, "Half a")
    press(window.composer.editor, Qt.Key.Key_Escape)

    assert window.queue.list.hasFocus()
    draft = window.bridge.desk.draft(first.id)
    assert draft is not None
    assert draft.text == "Half a"


def test_the_palette_opens_and_runs_an_act(sitting: Sitting) -> None:
    window = sitting.window
    first = current(sitting)
    press(window.queue.list, Qt.Key.Key_K, modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.palette_card.isVisible()
    QTest.keyClicks(window.focusWidget(), "mark done")
    press(window.focusWidget() or window, Qt.Key.Key_Return)

    assert not window.palette_card.isVisible()
    folded = window.bridge.thread(first.id)
    assert folded is not None
    assert folded.status is Status.DONE


def test_search_finds_without_accents_and_escape_leaves_it(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    press(window.queue.list, Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.queue.search_field, "reponse")
    qtbot.waitUntil(lambda: "Camille Roussel" in _names(sitting))
    _looked(sitting, qtbot)
    hit = next(hit for id_ in _ids(sitting) if (hit := window.queue.model.hit(ThreadId(id_))) is not None and hit.lit)
    assert [hit.snippet[start : start + length].casefold() for start, length in hit.lit] == ["réponse"]
    assert not window.queue.header.chips[Status.DONE].isVisible()
    press(window.queue.search_field, Qt.Key.Key_Escape)

    assert window.queue.header.chips[Status.DONE].isVisible()
    assert len(_names(sitting)) == 12


def test_a_search_goes_on_while_it_is_scrolled_and_can_show_the_newest_first(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    model = window.queue.model
    press(window.queue.list, Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    window.queue.search_field.setText("is:open")
    _looked(sitting, qtbot)
    first = model.rowCount()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    assert first <= 30 < model.rowCount()
    assert len(set(_ids(sitting))) == model.rowCount()

    before, last = _ids(sitting), model.thread_at(model.rowCount() - 1)
    assert last is not None
    window.queue.open(last.id)
    QTest.keyClick(window.queue.list, Qt.Key.Key_E)
    window.queue._when_idle()
    model.tick()
    assert _ids(sitting) == before, "what was found keeps its order and its place, whatever view would take it now"

    window.queue.search_field.setText("commande")
    window.queue.newest.setChecked(True)
    _looked(sitting, qtbot)
    assert model.rowCount() > 1
    window.queue.search_field.setText("is:nonsense")
    _looked(sitting, qtbot)
    assert "After is: stands" in window.queue.nothing.sentence.text()


def _looked(sitting: Sitting, qtbot: QtBot) -> None:
    """Search, and wait for the answer that comes from beside the window."""
    sitting.window.queue._run_search()
    qtbot.waitUntil(lambda: not sitting.window.bridge.beside.is_busy)


def _ids(sitting: Sitting) -> list[int]:
    model = sitting.window.queue.model
    return [thread.id for row in range(model.rowCount()) if (thread := model.thread_at(row)) is not None]


def test_a_full_queue_emptied_says_all_clear(sitting: Sitting) -> None:
    window = sitting.window
    for _ in range(12):
        press(window.queue.list, Qt.Key.Key_E)

    assert window.queue.current() is None
    assert window.clear.isVisible()


def test_new_messages_come_in_without_moving_the_row_under_the_hand(sitting: Sitting) -> None:
    window = sitting.window
    press(window.queue.list, Qt.Key.Key_J)
    here = current(sitting)
    row = window.queue.list.currentIndex().row()
    window.queue.model.follow([here.id], hold_new=True)

    assert current(sitting).id == here.id
    assert window.queue.list.currentIndex().row() == row


def _names(sitting: Sitting) -> list[str]:
    model = sitting.window.queue.model
    rows = [model.thread_at(row) for row in range(model.rowCount())]
    return [thread.contact_name for thread in rows if thread is not None]


def test_an_act_is_said_to_readers_once(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(Announcer, "_send", lambda _self, words, **_: said.append(words))
    sitting.window.run(sitting.window.registry["thread.done"])
    for one in sitting.window.findChildren(Announcer):
        one._gap.timeout.emit()  # what was said next would be said now
    (once,) = (words for words in said if "is done" in words)
    assert once.count("is done") == 1


def test_enter_on_a_button_of_the_window_does_what_the_button_does(sitting: Sitting) -> None:
    window = sitting.window
    thread = window.queue.current()
    assert thread is not None
    (done,) = (one for one in window.findChildren(HeadButton) if one.isVisible() and one.text() == "Done")
    done.setFocus()
    QTest.keyClick(done, Qt.Key.Key_Return)
    found = window.bridge.thread(thread.id)
    assert found is not None
    assert window.bridge.submit.folded(found).status is Status.DONE
