"""What one key does that otherwise takes two, in the demo's window."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.places.composer.keys import ENTER_SENDS, SEND_KEY
from socialdesk.desktop.places.context.parts import LineButton
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.model.command import Like, MarkDone, Reply, Snooze
from socialdesk.model.saved_reply_command import SaveReply
from socialdesk.model.snooze import MORNING
from socialdesk.model.thread import Status
from tests.desktop.saved_replies.test_picker import saves, shortcuts, typed
from tests.desktop.shell.conftest import Sitting

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_SEND = "Answer with it and be done"
_BLANK = re.compile(r"\{[^}]*\}")


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)
    QApplication.processEvents()


def given(sitting: Sitting) -> list[object]:
    return [one.command for one in sitting.window.bridge.submit.pending]


def test_one_key_puts_off_until_tomorrow_or_likes_and_is_done_and_a_note_gives_the_keys_back(sitting: Sitting) -> None:
    window = sitting.window
    first = window.queue.current()
    assert first is not None
    press(Qt.Key.Key_T, SHIFT)
    snoozed = next(one for one in given(sitting) if isinstance(one, Snooze))
    assert snoozed.thread == first.id
    assert snoozed.until is not None
    here = snoozed.until.astimezone()
    assert here.timetz().replace(tzinfo=None) == MORNING
    assert here.date() > window.bridge.clock.now().astimezone().date()
    second = window.queue.current()
    assert second is not None
    assert second.id != first.id

    window.hands.go_number(3)
    for _ in range(40):
        if window.facts().can_like:
            break
        press(Qt.Key.Key_J)
    liked = window.queue.current()
    assert liked is not None
    press(Qt.Key.Key_L, SHIFT)
    assert [type(one) for one in given(sitting) if not isinstance(one, Snooze)] == [MarkDone, Like]
    assert window.queue.current() != liked
    press(Qt.Key.Key_Z)
    back = window.bridge.thread(liked.id)
    assert back is not None
    assert back.status is Status.OPEN
    assert [one.on for one in given(sitting) if isinstance(one, Like)] == [True, False]

    thread = window.queue.current()
    assert thread is not None
    press(Qt.Key.Key_M)
    QTest.keyClicks(window.composer.editor, "Asked the workshop.")
    press(Qt.Key.Key_Return, CTRL)
    assert window.queue.list.hasFocus()
    press(Qt.Key.Key_E)
    now = window.bridge.thread(thread.id)
    assert now is not None
    assert now.status is Status.DONE


def test_the_reply_that_fits_best_is_sent_by_one_key_once_its_text_was_on_the_screen(sitting: Sitting) -> None:
    window = sitting.window
    thread = window.queue.current()
    assert thread is not None
    window.show_context_now()
    best = window.context.fitting(1)
    assert best is not None
    assert not [one for one in window.context.findChildren(LineButton) if one.text() == _SEND]
    press(Qt.Key.Key_Return, ALT)
    assert window.composer.editor.blanks(), "a reply with blanks waits for them"
    assert window.composer.editor.hasFocus()
    assert not [one for one in given(sitting) if isinstance(one, Reply)]
    window.composer.drop_draft()
    bodies = tuple((language, f"Whole answer. {_BLANK.sub('it', body)}") for language, body in best.bodies)
    saves(sitting, SaveReply(best.id, best.shortcut, best.title, best.folder, bodies, tags=best.tags))
    window.context.open(thread.id)
    texts = [label.text() for label in window.context.findChildren(PlainLabel)]
    assert any("Whole answer" in text for text in texts)
    assert any(button.text() == _SEND for button in window.context.findChildren(LineButton))

    window.composer.editor.insertPlainText("Begun.")
    press(Qt.Key.Key_Return, ALT)
    assert not [one for one in given(sitting) if isinstance(one, Reply)]
    assert "Begun." in window.composer.editor.text()
    window.composer.drop_draft()

    window.context.open(None)
    window.queue.list.setFocus()
    press(Qt.Key.Key_Return, ALT)
    assert not [one for one in given(sitting) if isinstance(one, Reply)], "the panel showed another thread"
    assert "Whole answer" in window.composer.editor.text()
    window.composer.drop_draft()

    window.queue.list.setFocus()
    press(Qt.Key.Key_Return, ALT)
    sent = [one for one in given(sitting) if isinstance(one, Reply)]
    assert [one.then_done for one in sent] == [True]
    assert sent[0].text.startswith("Whole answer")
    after = window.queue.current()
    assert after is not None
    assert after.id != thread.id
    assert window.queue.list.hasFocus()


def test_sending_from_the_picker_takes_the_marked_reply_not_the_word_after_the_slash(sitting: Sitting) -> None:
    window = sitting.window
    window.bridge.desk.set_state(SEND_KEY, ENTER_SENDS)
    picker = typed(sitting, "/thank")
    assert shortcuts(picker)[0] == "thanks"
    press(Qt.Key.Key_Return)
    assert not [one for one in given(sitting) if isinstance(one, Reply)]
    assert "/thank" not in window.composer.editor.text()
    window.composer.drop_draft()
    window.bridge.desk.set_state(SEND_KEY, "")
    typed(sitting, "/thank")
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    sent = [one for one in given(sitting) if isinstance(one, Reply)]
    assert [one.then_done for one in sent] == [True]
    assert "/thank" not in sent[0].text
