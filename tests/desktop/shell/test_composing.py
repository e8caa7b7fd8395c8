"""What the composer asks of the window: an hour, parts, pictures; each by its key."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.model.command import Reply
from socialdesk.model.delivery import Delivery
from socialdesk.model.outgoing import OutgoingPicture
from tests.desktop.shell.conftest import Sitting

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_send_later_is_chosen_by_key(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.hands.answer()
    QTest.keyClicks(window.composer.editor, "See you tomorrow")
    qtbot.keyClick(window.composer.editor, Qt.Key.Key_L, CTRL_SHIFT)
    picker = window.hands.composing.later
    assert picker.isVisible()
    assert "when_they_answer" not in [line.key for line in picker.lines("")]
    before = window.bridge.clock.now()
    qtbot.keyClick(picker.field, Qt.Key.Key_1)
    # A digit waits a moment: it may begin words such as 10 h.
    qtbot.waitUntil(lambda: any(isinstance(one.command, Reply) for one in window.bridge.submit.pending))
    (given,) = [one.command for one in window.bridge.submit.pending if isinstance(one.command, Reply)]

    assert timedelta(minutes=59) < given.not_before - before < timedelta(minutes=61)


def test_letters_do_not_act_while_a_card_is_open(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.hands.answer()
    window.composer.editor.insertPlainText("A long answer. " * 200)
    window.composer.show_parts()
    thread = window.queue.current()
    assert window.composer.split_preview.isVisible()
    qtbot.keyClick(window.composer.split_preview.send, Qt.Key.Key_E)

    assert window.queue.current() == thread
    assert not window.bridge.submit.pending


def test_w_says_that_no_translator_is_set_up(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.queue.list.setFocus()
    qtbot.keyClick(window.queue.list, Qt.Key.Key_W)

    assert "No translator is set up" in window.toast.accessibleName()


def test_a_picture_leaves_with_its_answer_and_stands_in_the_conversation(
    sitting: Sitting, qtbot: QtBot, tmp_path: Path
) -> None:
    window = sitting.window
    window.hands.answer()
    written = io.BytesIO()
    Image.new("RGB", (60, 40), "orange").save(written, "PNG")
    file = tmp_path / "seam.png"
    file.write_bytes(written.getvalue())
    window.composer.pictures.take_files([str(file)])
    qtbot.waitUntil(lambda: len(window.composer.box.tray.buttons) == 1)
    QTest.keyClicks(window.composer.editor, "Here it is")
    window.composer.pictures.ask_for_alt()
    card = window.composer.pictures.alt_card
    assert card is not None
    QTest.keyClicks(card.field, "The seam")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    thread = window.composer.thread
    window.composer.send_now()
    sitting.engine_works()
    assert thread is not None
    window.open_thread(thread)
    newest = window.conversation.messages[-1]

    assert (newest.text, newest.state) == ("Here it is", Delivery.SENT)
    assert [one.alt for one in newest.attachments] == ["The seam"]


def test_a_picture_that_was_dropped_with_a_draft_never_comes_back_into_another_thread(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window = sitting.window
    composer = window.composer
    window.hands.answer()
    first = composer.thread
    QTest.keyClicks(composer.editor, "Hello")
    composer._writing.pictures = (OutgoingPicture("f" * 64, "image/png", 8, 8, 100),)
    composer.drop_draft()
    window.queue.list.setFocus()
    qtbot.keyClick(window.queue.list, Qt.Key.Key_J)
    window.hands.answer()
    assert composer.thread not in (None, first)
    QTest.keyClicks(composer.editor, "Hello")

    assert composer.written() == ("Hello", ())
