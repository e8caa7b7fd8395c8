"""A typed blank says what it wants, is looked at as it is typed, and holds the answer until it fits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from socialdesk.model.saved_reply import fill
from tests.desktop.composer.test_place import CTRL, Desk
from tests.desktop.conversation.world import World

BODY = "It is {parcels: number; how many boxes}, on {day: date}, see {page: link}, size {size: choice(S, M)}."


@pytest.fixture
def desk(world: World, qtbot: QtBot) -> Iterator[Desk]:
    world.says("Bonjour ?")
    made = Desk(world, qtbot)
    yield made
    made.composer.keep_draft()


def test_each_kind_is_looked_at_as_it_is_typed_and_a_wrong_one_holds_the_answer(world: World, desk: Desk) -> None:
    box, editor = desk.composer.box, desk.editor
    editor.setFocus()
    editor.insert_pieces(fill(BODY, {}))
    note = box.note
    assert note.isVisible()
    assert note.label.text() == "how many boxes (a number)"
    assert editor.accessibleDescription() == "how many boxes (a number)"

    desk.type("some")
    assert note.label.text() == "“some” is no number. Write digits, such as 12 or 12.50."
    assert [blank.hint for blank in editor.blanks()] == ["parcels", "day", "page", "size"]
    desk.press(Qt.Key.Key_Return, CTRL)
    assert world.replies() == []
    desk.composer.keep_draft()
    other = world.begin("Priya Nair")
    desk.composer.open(other.id)
    desk.composer.open(world.thread.id)
    editor.setFocus()
    assert [blank.typed for blank in editor.blanks()] == ["some", "", "", ""]

    assert editor.go_to_blank()
    desk.type("12")
    assert not note.isVisible()
    assert editor.text().startswith("It is 12, on day")
    desk.press(Qt.Key.Key_Tab)
    assert note.label.text() == "A day"
    desk.type("31/02")
    assert note.label.text() == "There is no 31/02. Look at day and month."
    for _letter in "02":
        desk.press(Qt.Key.Key_Backspace)
    desk.type("01")
    desk.press(Qt.Key.Key_Tab)
    desk.type("htt")
    assert note.label.text() == "A link"  # it may become one
    desk.type("p our")
    assert note.label.text().startswith("“http our” is no link.")
    editor.go_to_blank(backwards=True)
    for _one in range(3):
        if editor.textCursor().selectedText() != "http our":
            desk.press(Qt.Key.Key_Tab)
    desk.type("example.org")
    desk.press(Qt.Key.Key_Tab)
    assert box.values.isVisible()
    desk.type("m")
    assert editor.blanks() == ()
    assert not box.values.isVisible()
    assert box.button.main.isEnabled()
    desk.press(Qt.Key.Key_Return, CTRL)
    assert world.replies()[0].text == "It is 12, on 31/01, see example.org, size m."


def test_the_sentence_behind_a_value_is_none_of_it_and_undo_brings_the_blank_back(desk: Desk) -> None:
    editor = desk.editor
    editor.setFocus()
    editor.insert_pieces(fill("Wait {hours: number}", {}))
    desk.type("12 or so")
    assert editor.text() == "Wait 12 or so"
    assert editor.blanks() == ()
    while not editor.blanks():
        assert editor.document().isUndoAvailable()
        desk.press(Qt.Key.Key_Z, CTRL)
    assert editor.blanks()[0].hint == "hours"


def test_what_is_typed_over_a_whole_text_is_no_part_of_its_last_blank(desk: Desk) -> None:
    desk.editor.setFocus()
    desk.editor.insert_pieces(fill("We come on {day: date}", {}))
    desk.type("Friday")
    desk.editor.selectAll()

    desk.type("Something else")

    assert desk.editor.text() == "Something else"
    assert desk.editor.blanks() == ()
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.editor.text() != "Something else"


def test_a_blank_that_is_written_anew_is_still_looked_at(desk: Desk) -> None:
    desk.editor.setFocus()
    desk.editor.insert_pieces(fill("On {day: date}, then", {}))
    desk.type("01/02")
    cursor = desk.editor.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    desk.editor.setTextCursor(cursor)

    desk.type("31/02")

    assert [blank.typed for blank in desk.editor.blanks()] == ["31/02"]


def test_what_python_keeps_of_the_document_may_die_before_the_field(desk: Desk) -> None:
    editor = desk.editor
    editor.insert_pieces(fill(BODY, {}))
    shiboken6.invalidate(editor.document())
    desk.composer.keep_draft()
    editor.restore("Bonjour Priya")
    assert editor.text() == "Bonjour Priya"
    assert editor.blanks() == ()
