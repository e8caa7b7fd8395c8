from __future__ import annotations

import zipfile
from pathlib import Path

from pytestqt.qtbot import QtBot

from socialdesk.desktop.widgets.ask import Question
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.store.desk import Draft
from tests.desktop.shell.conftest import Sitting


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
