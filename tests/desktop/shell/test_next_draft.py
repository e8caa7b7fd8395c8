"""An answer that leaves takes its own draft with it, and no other."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.desktop.shell.conftest import Sitting


def test_what_was_begun_in_the_thread_that_opens_next_stays_when_an_answer_leaves(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window, desk = sitting.window, sitting.window.bridge.desk
    first = window.composer.thread
    window.hands.step(1)
    second = window.composer.thread
    assert first is not None
    assert second is not None
    assert first != second
    window.composer.editor.insertPlainText("Begun here.")
    window.hands.step(-1)
    assert window.composer.thread == first
    window.composer.editor.insertPlainText("Sorry for the wait.")
    window.composer.send_now()

    assert window.composer.thread == second
    assert window.composer.editor.text() == "Begun here."
    window.composer.keep_draft()
    kept, sent = desk.draft(second), desk.draft(first)
    assert kept is not None
    assert kept.text == "Begun here."
    assert sent is None

    window.hands.undo()
    back = desk.draft(first)
    assert back is not None
    assert back.text == "Sorry for the wait."
    assert window.composer.editor.text() in ("Begun here.", "Sorry for the wait.")
