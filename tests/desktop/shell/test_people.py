"""The keys for a person: VIP, memo, the same person as, and their other thread beside this one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.context.editors import MemoEditor
from socialdesk.desktop.places.context.person import memo_key
from socialdesk.desktop.shell.own_window import OwnWindow
from socialdesk.desktop.widgets.ask import Question
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.model.contact import Author, Contact
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Thread
from socialdesk.store.cache import Cache
from tests.desktop.shell.conftest import Sitting


def contact(sitting: Sitting) -> Contact:
    thread = sitting.window.queue.current()
    assert thread is not None
    assert thread.contact_id is not None
    found = sitting.window.bridge.contact(thread.contact_id)
    assert found is not None
    return found


def press(sitting: Sitting, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    sitting.window.queue.list.setFocus()
    QTest.keyClick(sitting.window.queue.list, key, held)


def elsewhere(sitting: Sitting, name: str) -> Thread:
    """Somebody of that name waits on another channel."""
    unlocked = sitting.unlocked
    here = sitting.window.queue.current()
    assert here is not None
    cache = Cache(unlocked.workspace.cache, unlocked.key, write=True)
    now = sitting.window.bridge.clock.now()
    with cache.change() as change:
        other = change.put_contact("facebook", Author("fb-9", "zorblox", name))
        made = change.put_thread(
            replace(here, id=ThreadId(0), remote_id="fb", contact_id=other.id, contact_name=name, tags=(),
                    last_in_at=now - timedelta(minutes=20), waiting_since=now - timedelta(minutes=20))
        )  # fmt: skip
    cache.close()
    sitting.window.bridge.follow.look()
    return made


def test_shift_v_makes_a_vip_and_z_takes_it_back(sitting: Sitting) -> None:
    before = contact(sitting).is_vip
    press(sitting, Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    assert contact(sitting).is_vip is not before
    press(sitting, Qt.Key.Key_Z)
    sitting.engine_works()

    assert contact(sitting).is_vip is before


def test_shift_m_puts_the_caret_into_the_memo_and_ctrl_enter_saves_it(sitting: Sitting) -> None:
    press(sitting, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    editor = sitting.window.context.person.editor
    assert isinstance(editor, MemoEditor)
    editor.field.setPlainText("")
    QTest.keyClicks(editor.field, "e is a letter here")
    QTest.keyClick(editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sitting.engine_works()

    assert contact(sitting).memo == "e is a letter here"


def test_the_same_person_is_found_by_name_joined_by_key_and_parted_by_z(sitting: Sitting) -> None:
    there = elsewhere(sitting, "Zanzi Barella")
    window = sitting.window
    window.run(window.registry["contact.join"])
    picker = window.people._picker
    assert picker is not None
    QTest.keyClicks(picker.field, "zanzi")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    sitting.engine_works()
    joined = window.bridge.cache.thread(there.id)
    assert joined is not None
    assert joined.contact_id == contact(sitting).id
    press(sitting, Qt.Key.Key_Z)
    sitting.engine_works()

    parted = window.bridge.cache.thread(there.id)
    assert parted is not None
    assert parted.contact_id == there.contact_id


def test_b_shows_their_other_thread_beside_and_what_is_written_there_is_its_own(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    there = elsewhere(sitting, "Zanzi Barella")
    assert there.contact_id is not None
    window.context.open(window.conversation.thread)
    window.context.person.who_else.join(there.contact_id, ("hand",))
    sitting.engine_works()
    press(sitting, Qt.Key.Key_B)
    (beside,) = window.findChildren(OwnWindow)
    assert beside.isVisible()
    shows = beside.shows
    opened = window.bridge.thread(shows)
    assert opened is not None
    assert opened.contact_id == contact(sitting).id
    assert shows != window.conversation.thread
    QTest.keyClicks(beside.composer.editor, "Bonjour")
    with qtbot.waitSignal(beside.left):
        QTest.keyClick(beside.composer.editor, Qt.Key.Key_Escape)

    draft = window.bridge.desk.draft(shows)
    assert draft is not None
    assert draft.text == "Bonjour"
    assert shows not in window.own_windows


def test_forgetting_somebody_forgets_a_memo_that_was_begun_about_them(sitting: Sitting) -> None:
    window = sitting.window
    press(sitting, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    editor = window.context.person.editor
    assert isinstance(editor, MemoEditor)
    QTest.keyClicks(editor.field, "zorblox")
    window.context.person.leave_editor()
    id_ = contact(sitting).id
    assert "zorblox" in (window.bridge.desk.state(memo_key(id_)) or "")
    window.about_person.erase()
    question = window.findChild(Question)
    assert question is not None
    question.findChildren(Button)[-1].click()
    sitting.engine_works()

    assert window.bridge.cache.contact(id_) is None
    assert window.bridge.desk.state(memo_key(id_)) is None
