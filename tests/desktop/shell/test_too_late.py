"""An answer either left or is back in the draft, never both; and what comes back takes no other text's place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from socialdesk.model.command import CancelReply, Reply
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.thread import Status
from socialdesk.store.desk import Desk, Draft
from socialdesk.store.errors import StoreError
from tests.desktop.shell.conftest import Sitting


def answer(sitting: Sitting, text: str, *, now: bool = False) -> ThreadId:
    """Answer the open thread; gives which one that was."""
    composer = sitting.window.composer
    thread = composer.thread
    assert thread is not None
    composer.editor.insertPlainText(text)
    composer.send_now() if now else composer.send()
    return thread


def text_of(sitting: Sitting, thread: ThreadId) -> str:
    draft = sitting.window.bridge.desk.draft(thread)
    return draft.text if draft is not None else ""


def test_an_answer_that_has_left_is_not_said_to_be_taken_back(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    told: list[str] = []
    monkeypatch.setattr(window, "say", told.append)
    window.hands.undo()
    thread = answer(sitting, "It left this morning.", now=True)
    sitting.engine_works()
    window.hands.undo()
    sitting.engine_works()

    assert told == ["There is nothing to undo.", "Too late to take back: it has left."]
    assert not text_of(sitting, thread)
    after = bridge.thread(thread)
    assert after is not None
    assert after.status is Status.WAITING

    # Of one in parts, what has not left comes back.
    window.open_thread(thread)
    window.composer._leaving.give_parts(("First half.", "Second half."), then_done=False)
    first, second = [one for one in bridge.submit.pending if isinstance(one.command, Reply)]
    with monkeypatch.context() as seen:
        real = bridge.submit._outbound
        left = bridge.cache.outbound(bridge.cache.ask("SELECT command_id FROM outbound WHERE state = 'sent'")[0][0])
        seen.setattr(bridge.submit, "_outbound", lambda id_: left if id_ == first.id else real(id_))
        window.hands.undo()
    assert told[-1] == "Taken back, but for what has left already."
    assert text_of(sitting, thread) == "Second half."
    assert {getattr(one.command, "reply", None) for one in bridge.submit.pending} == {None, second.id}


def test_what_comes_back_stands_before_what_was_begun_since(sitting: Sitting) -> None:
    window, desk = sitting.window, sitting.window.bridge.desk
    thread = answer(sitting, "It is on its way 🚚.")
    # Begun again in a window of its own, from a saved reply with a blank that is open, with a picture.
    now = window.bridge.clock.now()
    picture = OutgoingPicture("a" * 64, "image/png", 8, 8, 120)
    desk.set_draft(
        Draft(thread, "reply", "Order number?", now, ((0, 5, "Order", "text", [], ""),), pictures=(picture,))
    )
    assert window.composer.thread != thread
    window.hands.undo()

    came = desk.draft(thread)
    assert came is not None
    assert came.text == "It is on its way 🚚.\n\nOrder number?"
    assert came.pictures == (picture,)
    window.open_thread(thread)
    editor = window.composer.editor
    (blank,) = editor.blanks()
    assert (blank.hint, editor.text().encode("utf-16-le")[2 * blank.start : 2 * blank.end].decode("utf-16-le")) == (
        "Order",
        "Order",
    )

    # The same where it comes back into the thread that is open.
    window.composer.take_text("First of all,")
    assert editor.text() == "First of all,\n\nIt is on its way 🚚.\n\nOrder number?"
    assert [one.hint for one in editor.blanks()] == ["Order"]


def test_what_was_taken_back_to_be_edited_is_not_given_back_twice(sitting: Sitting) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    thread = answer(sitting, "Sorry for the wait.")
    (given,) = [one for one in bridge.submit.pending if isinstance(one.command, Reply)]
    found = bridge.thread(thread)
    assert found is not None
    bridge.submit.give([(found, CancelReply(thread, given.id))])
    window.composer.open(thread)
    window.composer.edit("Sorry for the wait.", given.id)
    window.hands.undo()
    assert text_of(sitting, thread) == "Sorry for the wait."


def test_an_undo_that_cannot_be_kept_is_said_and_can_be_tried_again(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.window
    thread = answer(sitting, "It is on its way.")
    with monkeypatch.context() as full:

        def cannot(*_args: object) -> None:
            raise StoreError(Path("desk.db"), "The disk is full.")

        full.setattr(Desk, "give", cannot)
        window.hands.undo()
    assert "The disk is full." in [label.text() for label in window.banner.findChildren(QLabel)]
    assert not text_of(sitting, thread)
    window.hands.undo()
    assert text_of(sitting, thread) == "It is on its way."
