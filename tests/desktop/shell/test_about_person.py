from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.context.editors import MemoEditor
from socialdesk.desktop.places.context.person import memo_key
from socialdesk.desktop.shell.about_person import AboutPerson
from socialdesk.desktop.widgets.ask import Question
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.model.thread import Thread
from socialdesk.store.desk import Draft
from tests.desktop.shell.conftest import Sitting
from tests.waiting import wait_for


def test_all_that_is_held_about_a_contact_is_written_where_it_is_wanted(
    sitting: Sitting, tmp_path: Path, qtbot: QtBot
) -> None:
    window = sitting.window
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    contact = window.about_person._contact()
    assert contact is not None
    window.about_person.write(contact, tmp_path / "contact.zip")
    assert window.bridge.beside.is_busy, "it kept the window waiting"
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    with zipfile.ZipFile(tmp_path / "contact.zip") as archive:
        assert contact.name in archive.read("contact.html").decode()
    window.about_person.write(contact, tmp_path / "nowhere" / "contact.zip")
    qtbot.waitUntil(lambda: not window.bridge.beside.is_busy)
    assert "cannot be written" in window.toast.accessibleName()


def test_a_contact_is_forgotten_only_when_that_is_meant_and_leaves_the_queue(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    thread = window.queue.current()
    assert thread is not None
    assert thread.contact_id is not None
    window.bridge.desk.set_draft(Draft(thread.id, "reply", "begun", window.bridge.clock.now()))

    for answer, is_there in (("Keep", True), ("Forget for good", False)):
        window.hands.erase_contact()
        (question,) = [one for one in window.findChildren(Question) if one.isVisible()]
        with qtbot.waitSignal(question.answered):
            next(button for button in question.findChildren(Button) if button.text() == answer).click()
        qtbot.waitUntil(lambda question=question: not question.isVisible())
        sitting.engine_works()
        assert (window.bridge.cache.contact(thread.contact_id) is not None) is is_there
        assert (window.queue.model.row_of(thread.id) is not None) is is_there
        assert bool(window.bridge.desk.draft(thread.id)) is is_there
    assert window.toast.accessibleName() == "Forgotten."


def _erased(sitting: Sitting, qtbot: QtBot) -> Thread:
    """Somebody asks for good to forget whoever the open thread is with; the engine has not heard of it."""
    window = sitting.window
    thread = window.queue.current()
    assert thread is not None
    window.hands.erase_contact()
    (question,) = [one for one in window.findChildren(Question) if one.isVisible()]
    with qtbot.waitSignal(question.answered):
        next(button for button in question.findChildren(Button) if button.text() == "Forget for good").click()
    return thread


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_what_is_being_written_to_somebody_who_is_forgotten_is_kept_no_more_in_any_window(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window = sitting.window
    thread = _erased(sitting, qtbot)
    own = window.own_windows.show(thread.id)
    for composer in (window.composer, own.composer):
        composer.focus_reply()
        composer.editor.insertPlainText("What only they should read.")
    window.people.write_memo()
    editor = window.context.person.editor
    assert isinstance(editor, MemoEditor)
    editor.field.setPlainText("What the team should know.")

    sitting.engine_works()
    assert window.conversation.thread != thread.id
    assert thread.id not in window.own_windows
    window.composer.keep_draft()
    window.context.open(window.conversation.thread)

    assert thread.contact_id is not None
    assert not window.bridge.desk.state(memo_key(thread.contact_id))
    assert [one for one in window.bridge.desk.drafts() if one.thread_id == thread.id] == []
    window.composer.editor.insertPlainText("Another answer.")
    window.composer.keep_draft()
    assert [one.text for one in window.bridge.desk.drafts() if one.thread_id == window.composer.thread]


def test_drafts_go_with_whom_they_are_to_also_where_the_window_closed_before_the_engine_answered(
    sitting: Sitting, qtbot: QtBot
) -> None:
    before = sitting.window
    thread = _erased(sitting, qtbot)
    before.bridge.desk.set_draft(Draft(thread.id, "note", "begun", before.bridge.clock.now()))
    before.about_person.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    sitting.engine_works()
    assert before.bridge.desk.draft(thread.id, "note") is not None, "nobody was there to hear of it"

    after = AboutPerson(before, before.bridge, before.queue.current, before.say)
    wait_for(lambda: before.bridge.desk.draft(thread.id, "note") is None)
    assert after._waiting == {}
    assert AboutPerson(before, before.bridge, before.queue.current, before.say)._waiting == {}
