"""A thread that the list does not hold is open: what is done is done to it, and the list waits where it stood."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Status, Thread
from tests.desktop.shell.conftest import Sitting


def done_before(sitting: Sitting) -> ThreadId:
    found = sitting.window.bridge.cache.ask(
        "SELECT id FROM thread WHERE status = 'done' AND shield = '' ORDER BY id LIMIT 1"
    )
    return ThreadId(found[0][0])


def current(sitting: Sitting) -> Thread:
    found = sitting.window.queue.current()
    assert found is not None
    return found


def test_acts_are_on_the_thread_that_is_seen_also_where_the_list_does_not_hold_it(sitting: Sitting) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    window.hands.step(1)
    row, earlier = current(sitting), done_before(sitting)

    # As by a click on one of the earlier threads of somebody.
    window.context.thread_wanted.emit(earlier)
    assert window.conversation.thread == earlier
    assert window.queue.current() == bridge.thread(earlier)
    assert not window.queue.list.selectionModel().hasSelection()
    window.hands.triage.toggle_tag("Seen again", on=True)
    assert "Seen again" in current(sitting).tags
    assert "Seen again" not in bridge.submit.folded(row).tags

    # J goes back to where the list stood, and Z opens nothing else.
    QTest.keyClick(window.queue.list, Qt.Key.Key_J)
    assert window.conversation.thread == current(sitting).id == row.id

    # The list may have the keys meanwhile; an arrow, too, goes back to where it stood.
    window.context.thread_wanted.emit(earlier)
    window.activateWindow()
    window.conversation.setFocus()
    window.queue.list.setFocus()
    assert window.queue.list.hasFocus()
    assert window.conversation.thread == current(sitting).id == earlier
    QTest.keyClick(window.queue.list, Qt.Key.Key_Down)
    assert window.conversation.thread == current(sitting).id == row.id

    # Done with it, the list goes on where it stood.
    window.context.thread_wanted.emit(earlier)
    window.hands.triage.ask_snooze()
    window.hands.triage.snooze(bridge.clock.now() + timedelta(hours=1))
    found = bridge.thread(earlier)
    assert found is not None
    assert bridge.submit.folded(found).status is Status.SNOOZED
    assert window.conversation.thread == current(sitting).id == row.id
    assert current(sitting).status is Status.OPEN


def test_reading_the_list_anew_does_not_close_it_and_opening_it_again_makes_it_a_row(sitting: Sitting) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    earlier = done_before(sitting)
    window.show_thread(earlier)
    assert window.conversation.thread == current(sitting).id == earlier
    window.queue._show_again()
    assert window.conversation.thread == current(sitting).id == earlier

    window.rail.choose("mine")
    assert window.conversation.thread == current(sitting).id != earlier
    window.context.thread_wanted.emit(earlier)
    window.hands.triage.reopen()
    sitting.engine_works()
    window.queue.apply_order()
    assert window.conversation.thread == current(sitting).id == earlier
    assert window.queue.list.currentIndex().row() == window.queue.model.row_of(earlier)

    # An answer to one that the list does not hold goes to it, and the list goes on.
    window.hands.triage.mark_done()
    stood = current(sitting).id
    window.context.thread_wanted.emit(earlier)
    window.composer.editor.insertPlainText("One more thing.")
    window.composer.send_and_done()
    (given,) = [one.command for one in bridge.submit.pending if getattr(one.command, "text", "") == "One more thing."]
    assert getattr(given, "thread", None) == earlier
    assert window.conversation.thread == current(sitting).id == stood


def test_what_stays_open_beside_a_search_that_finds_nothing_is_worked_on(sitting: Sitting, qtbot: QtBot) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    open_ = current(sitting)

    def look_for(words: str) -> None:
        window.hands.start_search()
        window.queue.search_field.setText(words)
        window.queue._run_search()
        qtbot.waitUntil(lambda: not window.queue.model.is_reading)

    look_for("zzyzx")
    qtbot.waitUntil(lambda: window.queue.model.first() is None)
    assert window.conversation.thread == current(sitting).id == open_.id
    window.composer.editor.insertPlainText("Found nothing about it.")
    QTest.keyClick(window.composer.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [getattr(one.command, "text", "") for one in bridge.submit.pending] == ["Found nothing about it."]

    look_for("colis")
    qtbot.waitUntil(lambda: window.queue.model.first() is not None)
    assert window.queue.guest is None
    assert window.conversation.thread == current(sitting).id

    # What is said stands in the window from the first word on.
    window.say("Told.")
    assert window.rect().contains(window.toast.geometry().center())
    assert window.toast.geometry().center().y() > window.height() // 2
