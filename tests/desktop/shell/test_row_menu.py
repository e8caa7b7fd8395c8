"""The menu of a row of the queue, opened with the mouse and the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.widgets import standing
from socialdesk.model.command import SetPriority, Snooze
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Priority, Status
from socialdesk.model.view import SNOOZED, TEAM
from tests.desktop.shell.conftest import Sitting


def back(sitting: Sitting, thread: ThreadId) -> str:
    """When a thread comes back, in words."""
    found = sitting.window.bridge.thread(thread)
    assert found is not None
    return standing.back(found, sitting.window.bridge.clock.now())


def lines(sitting: Sitting) -> dict[str, str]:
    """What the open menu lists: words with keys by act."""
    menu = sitting.window.row_menu.menu
    assert menu is not None
    return {line.data(): line.text() for line in menu.actions() if not line.isSeparator()}


def close(sitting: Sitting) -> None:
    menu = sitting.window.row_menu.menu
    assert menu is not None
    menu.close()


def chosen(sitting: Sitting, act: str) -> None:
    menu = sitting.window.row_menu.menu
    assert menu is not None
    next(line for line in menu.actions() if line.data() == act).trigger()
    menu.close()


def team(sitting: Sitting) -> None:
    sitting.window.rail.choose(TEAM.id)
    sitting.window.queue.list.setFocus()


def test_the_right_button_opens_the_row_under_it_and_lists_what_applies_with_its_key(sitting: Sitting) -> None:
    team(sitting)
    queue = sitting.window.queue
    row = next(n for n in range(1, 8) if queue.model.thread_at(n) is not None and n != queue.list.currentIndex().row())
    thread = queue.model.thread_at(row)
    assert thread is not None
    at = queue.list.visualRect(queue.model.index(row, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, queue.list.viewport().mapToGlobal(at))

    QApplication.sendEvent(queue.list.viewport(), event)

    shown = queue.current()
    assert shown is not None
    assert shown.id == thread.id
    found = lines(sitting)
    assert found["thread.done"].endswith("\tE")
    assert "thread.reopen" not in found
    assert "select.none" not in found
    assert ("thread.nobody" in found) is (thread.assignee_id is not None)
    close(sitting)


@pytest.mark.parametrize("key", [(Qt.Key.Key_Menu, False), (Qt.Key.Key_F10, True)])
def test_the_keyboard_opens_it_and_an_act_in_it_is_done(sitting: Sitting, key: tuple[Qt.Key, bool]) -> None:
    team(sitting)
    window = sitting.window
    first = window.queue.model.first()
    assert first is not None
    window.queue.open(first.id)
    modifiers = Qt.KeyboardModifier.ShiftModifier if key[1] else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.queue.list, key[0], modifiers)

    chosen(sitting, "thread.done")

    found = window.bridge.thread(first.id)
    assert found is not None
    assert found.status is Status.DONE


def test_while_threads_are_selected_it_is_for_all_of_them(sitting: Sitting) -> None:
    team(sitting)
    window = sitting.window
    first = window.queue.model.first()
    assert first is not None
    window.queue.open(first.id)
    window.hands.bulk.toggle()
    window.hands.bulk.extend(1)
    assert window.bulk.count >= 2
    QTest.keyClick(window.queue.list, Qt.Key.Key_Menu)

    found = lines(sitting)

    assert "thread.done" in found
    assert "select.none" in found
    assert {"thread.open", "thread.copy_link", "message.hide", "thread.note"} <= found.keys()
    close(sitting)


def test_priority_and_the_way_back_from_a_snooze_are_said_in_row_and_head(sitting: Sitting) -> None:
    from datetime import timedelta

    team(sitting)
    window = sitting.window
    first = window.queue.model.first()
    assert first is not None
    window.queue.open(first.id)
    window.bridge.submit.give([(first, SetPriority(first.id, Priority.URGENT))])
    row = window.queue.model.row_of(first.id)
    assert row is not None
    assert "Urgent" in window.queue.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Urgent" in window.conversation.header.kind.text()

    now = window.bridge.clock.now()
    window.bridge.submit.give([(first, Snooze(first.id, now + timedelta(days=2)))])
    window.rail.choose(SNOOZED.id)
    window.queue.open(first.id)
    said = back(sitting, first.id)
    assert said.startswith("Back ")
    assert said in window.conversation.header.kind.text()
    window.bridge.submit.give([(first, Snooze(first.id, now + timedelta(days=3)))])
    again = back(sitting, first.id)
    assert again != said
    assert again in window.conversation.header.kind.text()
