"""Macros in the window of the demo: shown first, run in one go, taken back in one go, and what was sent is learned."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.places.saved_replies.macro_card import MacroCard
from socialdesk.model.command import CancelReply, Reply
from socialdesk.model.message import Note
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_command import SaveReply
from socialdesk.model.thread import Priority, Status, Thread
from socialdesk.store.conversation import conversation
from tests.desktop.shell.conftest import Sitting

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
ACTS = (("tag", "macro"), ("priority", "urgent"), ("assign", "me"), ("note", "Sent by macro"), ("snooze", "3d"))


def made(sitting: Sitting, body: str, acts: tuple[tuple[str, str], ...] = ACTS) -> SavedReply:
    bodies = (("en", body), ("fr", body)) if body else ()
    sitting.window.bridge.submit.order(SaveReply(None, "makro", "Makro", "", bodies, acts=acts, hotkey=7))
    sitting.engine_works()
    return next(one for one in sitting.window.bridge.cache.saved_replies() if one.shortcut == "makro")


def pressed(sitting: Sitting) -> MacroCard:
    sitting.window.queue.list.setFocus()
    QTest.keyClick(sitting.window.queue.list, Qt.Key.Key_7, ALT_SHIFT)
    (card,) = sitting.window.findChildren(MacroCard)
    return card


def now(sitting: Sitting, thread: Thread) -> Thread:
    found = sitting.window.bridge.thread(thread.id)
    assert found is not None
    return found


def notes(sitting: Sitting, thread: Thread) -> list[str]:
    page = conversation(sitting.window.bridge.cache, thread.id, limit=50)
    return [one.text for one in page.entries if isinstance(one, Note)]


def opened(sitting: Sitting) -> Thread:
    thread = sitting.window.queue.current()
    assert thread is not None
    return thread


def test_a_key_shows_all_a_macro_does_and_enter_does_it_and_z_takes_all_back(sitting: Sitting) -> None:
    made(sitting, "Hello, it is on its way.")
    thread = opened(sitting)
    before = notes(sitting, thread)
    card = pressed(sitting)
    assert card.preview.toPlainText().strip() == "Hello, it is on its way."
    said = [line.label.text() for line in card.lines]
    assert said[:4] == ["tag macro", "priority urgent", "assign to me", "note “Sent by macro”"]
    assert said[4].startswith("snooze for 3 day")
    assert not sitting.window.bridge.submit.pending
    assert card.run.hasFocus()

    QTest.keyClick(card.run, Qt.Key.Key_Return)
    after = now(sitting, thread)
    assert "macro" in after.tags
    assert (after.priority, after.assignee_id, after.status) == (
        Priority.URGENT,
        sitting.window.bridge.me,
        Status.SNOOZED,
    )
    assert [one for one in sitting.window.bridge.submit.pending if isinstance(one.command, Reply)]
    sitting.engine_works()
    assert notes(sitting, thread) == [*before, "Sent by macro"]

    sitting.window.hands.undo()
    assert [one for one in sitting.window.bridge.submit.pending if isinstance(one.command, CancelReply)]
    sitting.engine_works()
    back = now(sitting, thread)
    assert (back.tags, back.priority, back.assignee_id, back.status) == (
        thread.tags,
        thread.priority,
        thread.assignee_id,
        thread.status,
    )
    assert notes(sitting, thread) == before
    (reply,) = [one for one in sitting.window.bridge.cache.saved_replies() if one.shortcut == "makro"]
    assert reply.sent == 0  # taken back: nothing was learned of it


def test_escape_does_nothing(sitting: Sitting) -> None:
    made(sitting, "Hello")
    card = pressed(sitting)
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not sitting.window.bridge.submit.pending
    assert not sitting.window.composer.editor.text()


def test_a_macro_without_text_only_does_its_acts(sitting: Sitting) -> None:
    made(sitting, "", (("tag", "macro"), ("done", "")))
    thread = opened(sitting)
    pressed(sitting).run.click()
    assert not [one for one in sitting.window.bridge.submit.pending if isinstance(one.command, Reply)]
    assert now(sitting, thread).status is Status.DONE
    assert "macro" in now(sitting, thread).tags
    sitting.engine_works()
    sitting.window.hands.undo()
    sitting.engine_works()
    assert (now(sitting, thread).status, now(sitting, thread).tags) == (thread.status, thread.tags)


def test_with_an_open_blank_the_rest_waits_until_it_is_sent_and_the_strip_says_so(sitting: Sitting) -> None:
    window = sitting.window
    made(sitting, "It comes on {day: date}.", (("tag", "macro"), ("done", "")))
    thread = opened(sitting)
    pressed(sitting).run.click()
    assert window.composer.editor.text() == "It comes on day."
    assert window.replies.strip.isVisible()
    assert window.replies.strip.label.text() == "When you send: tag macro · done"
    assert "macro" not in now(sitting, thread).tags
    window.composer.send()
    assert not [one for one in window.bridge.submit.pending if isinstance(one.command, Reply)]

    QTest.keyClicks(window.composer.editor, "Friday")
    window.composer.send()
    assert now(sitting, thread).status is Status.DONE
    assert "macro" in now(sitting, thread).tags
    assert not window.replies.strip.isVisible()


def test_an_answer_that_was_taken_back_does_the_rest_when_it_leaves_again(sitting: Sitting) -> None:
    made(sitting, "Hello, it is on its way.", (("tag", "macro"), ("done", "")))
    window, thread = sitting.window, opened(sitting)
    QTest.keyClick(pressed(sitting).run, Qt.Key.Key_Return)
    assert "macro" in now(sitting, thread).tags
    window.hands.undo()
    assert "macro" not in now(sitting, thread).tags
    assert window.composer.thread == thread.id
    assert window.composer.editor.text() == "Hello, it is on its way."
    assert window.replies.strip.isVisible()

    window.composer.send()
    after = now(sitting, thread)
    assert "macro" in after.tags
    assert after.status is Status.DONE
    assert not window.replies.strip.isVisible()
    sitting.engine_works()
    (reply,) = [one for one in window.bridge.cache.saved_replies() if one.shortcut == "makro"]
    assert reply.sent == 1


def test_the_strip_can_be_told_to_do_nothing_else(sitting: Sitting) -> None:
    window = sitting.window
    made(sitting, "It comes on {day: date}.", (("tag", "macro"),))
    thread = opened(sitting)
    pressed(sitting).run.click()
    window.replies.strip.drop.click()
    QTest.keyClicks(window.composer.editor, "Friday")
    window.composer.send()
    assert "macro" not in now(sitting, thread).tags


def test_an_answer_that_is_begun_is_not_sent_by_a_macro(sitting: Sitting) -> None:
    window = sitting.window
    made(sitting, "Hello")
    window.hands.answer()
    QTest.keyClicks(window.composer.editor, "Begun. ")
    pressed(sitting).run.click()
    assert not [one for one in window.bridge.submit.pending if isinstance(one.command, Reply)]
    assert window.composer.editor.text() == "Begun. Hello"


@pytest.mark.parametrize(("typed", "is_edited"), [("", 0), ("Also this. ", 0), (None, 1)])
def test_what_is_sent_is_counted_with_whether_it_was_changed(
    sitting: Sitting, typed: str | None, is_edited: int
) -> None:
    window = sitting.window
    reply = made(sitting, "It comes on {day: date}.", ())
    thread = opened(sitting)
    window.hands.answer()
    if typed:
        QTest.keyClicks(window.composer.editor, typed)
    window.replies.insert(reply)
    QTest.keyClicks(window.composer.editor, "Friday")
    if typed is None:
        window.composer.editor.selectAll()
        QTest.keyClicks(window.composer.editor, "Something else")
    window.composer.send()
    sitting.engine_works()
    (after,) = [one for one in window.bridge.cache.saved_replies() if one.shortcut == "makro"]
    assert (after.sent, after.edited, after.used) == (1, is_edited, 1)
    ((version, of_thread),) = window.bridge.cache.ask("SELECT version, thread_id FROM saved_reply_use")
    assert (version, of_thread) == (1, thread.id)
    learned = window.bridge.cache.ask("SELECT count(*) FROM saved_reply_word WHERE learned > 0")
    assert learned[0][0] > 0


def test_the_keys_of_macros_do_nothing_without_one(sitting: Sitting) -> None:
    QTest.keyClick(QApplication.focusWidget() or sitting.window, Qt.Key.Key_9, ALT_SHIFT)
    assert not sitting.window.findChildren(MacroCard)
