from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.composer.place import Composer
from socialdesk.desktop.places.composer.standing import Mode
from socialdesk.desktop.places.conversation.place import Conversation
from socialdesk.desktop.places.saved_replies.place import SavedReplies
from socialdesk.model.command import AddNote, Reply, TakeNoteBack
from socialdesk.model.saved_reply import BlankType, Piece
from socialdesk.model.saved_reply_command import CountReplyUse
from tests.desktop.conversation.world import NOW, SIZE, World

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """A conversation, a composer and the picker, joined as a window joins them."""

    def __init__(self, world: World, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.middle = middle = QWidget()
        self.window.setCentralWidget(middle)
        column = QVBoxLayout(middle)
        self.conversation, self.composer = Conversation(world.bridge, UTC), Composer(world.bridge)
        column.addWidget(self.conversation, 1)
        column.addWidget(self.composer)
        self.replies = SavedReplies(world.bridge, self.window)
        self.conversation.shown.connect(self.composer.on_shown)
        self.composer.wrote_past.connect(self.conversation.on_wrote_past)
        self.conversation.edit_wanted.connect(self.composer.edit)
        self.replies.join(self.composer)
        self.window.resize(620, 860)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.conversation.open(world.thread.id)
        self.composer.open(world.thread.id)
        self.editor = self.composer.editor
        self.editor.setFocus()
        self.qtbot = qtbot

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.editor, text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.editor, key, held)


@pytest.fixture
def desk(world: World, qtbot: QtBot) -> Iterator[Desk]:
    world.says("Bonjour, la commande #48213 n'avance pas.")
    made = Desk(world, qtbot)
    yield made
    made.composer.keep_draft()


def test_ctrl_enter_sends_with_ten_seconds_to_undo(world: World, desk: Desk) -> None:
    desk.type("Tout de suite")
    desk.press(Qt.Key.Key_Return, CTRL)

    newest = desk.conversation.messages[0].id
    assert world.replies() == [Reply(world.thread.id, "Tout de suite", newest, NOW + timedelta(seconds=10))]
    assert desk.editor.text() == ""
    assert world.desk.draft(world.thread.id) is None


def test_ctrl_shift_enter_sends_and_is_done(world: World, desk: Desk, qtbot: QtBot) -> None:
    desk.type("Merci")
    with qtbot.waitSignal(desk.composer.sent) as sent:
        desk.press(Qt.Key.Key_Return, CTRL | SHIFT)

    assert sent.args == [world.thread.id, True]
    assert world.replies()[0].then_done


def test_enter_is_a_new_line_and_nothing_leaves(world: World, desk: Desk) -> None:
    desk.type("a")
    desk.press(Qt.Key.Key_Return)
    desk.type("b")

    assert desk.editor.text() == "a\nb"
    assert world.replies() == []


def test_an_empty_text_goes_nowhere(world: World, desk: Desk) -> None:
    desk.press(Qt.Key.Key_Return, CTRL)

    assert world.desk.pending() == []
    assert not desk.composer.box.button.main.isEnabled()


def test_a_draft_is_on_the_disk_while_it_is_typed_and_comes_back(world: World, desk: Desk, qtbot: QtBot) -> None:
    desk.type("Bonjour Cam")
    qtbot.waitUntil(lambda: world.desk.draft(world.thread.id) is not None)
    draft = world.desk.draft(world.thread.id)
    assert draft is not None
    assert draft.text == "Bonjour Cam"

    other = world.begin("Priya Nair")
    desk.composer.open(other.id)
    assert desk.editor.text() == ""
    desk.composer.open(world.thread.id)
    assert desk.editor.text() == "Bonjour Cam"


def test_escape_leaves_and_keeps_the_draft(world: World, desk: Desk, qtbot: QtBot) -> None:
    desk.type("Bon")
    with qtbot.waitSignal(desk.composer.left):
        desk.press(Qt.Key.Key_Escape)

    draft = world.desk.draft(world.thread.id)
    assert draft is not None
    assert draft.text == "Bon"


def test_reply_and_note_keep_a_text_each_and_a_note_never_leaves(world: World, desk: Desk) -> None:
    desk.type("To Camille")
    desk.press(Qt.Key.Key_M, CTRL | SHIFT)
    assert desk.composer.mode is Mode.NOTE
    assert desk.editor.text() == ""
    desk.type("@Maya see the warehouse")
    desk.press(Qt.Key.Key_Return, CTRL)
    (given,) = world.desk.pending()
    assert given.command == AddNote(world.thread.id, "@Maya see the warehouse", (world.maya.id,))
    desk.press(Qt.Key.Key_M, CTRL | SHIFT)

    assert desk.editor.text() == "To Camille"


def test_a_slash_and_a_word_find_a_reply_and_enter_puts_it_in_with_the_caret_in_its_blank(
    world: World, desk: Desk
) -> None:
    desk.type("Oh, /exp")
    assert desk.replies.picker.isVisible()
    assert [choice.reply.shortcut for choice in desk.replies.picker.model.choices] == ["express", "expires"]
    desk.press(Qt.Key.Key_Return)

    assert not desk.replies.picker.isVisible()
    assert desk.editor.text() == (
        "Oh, Bonjour Camille, la commande 48213 est bloquée. Un colis arrive jour de livraison."
    )
    assert desk.editor.textCursor().selectedText() == "jour de livraison"
    assert isinstance(world.desk.pending()[-1].command, CountReplyUse)


def test_send_is_off_while_a_blank_is_open_and_typing_into_it_turns_it_on(world: World, desk: Desk) -> None:
    desk.type("/exp")
    desk.press(Qt.Key.Key_Return)
    button = desk.composer.box.button.main
    assert not button.isEnabled()
    assert desk.composer.box.fill.text() == "Fill 1 blank"
    desk.press(Qt.Key.Key_Return, CTRL)
    assert world.replies() == []
    desk.type("samedi")

    assert desk.editor.blanks() == ()
    assert button.isEnabled()
    desk.press(Qt.Key.Key_Return, CTRL)
    assert world.replies()[0].text.endswith("arrive samedi.")


def test_undo_in_the_text_opens_the_blank_again(desk: Desk) -> None:
    desk.type("/exp")
    desk.press(Qt.Key.Key_Return)
    desk.type("sam")
    while not desk.editor.blanks():
        assert desk.editor.document().isUndoAvailable()
        desk.press(Qt.Key.Key_Z, CTRL)

    assert [blank.hint for blank in desk.editor.blanks()] == ["jour de livraison"]
    assert not desk.composer.box.button.main.isEnabled()


def test_a_draft_keeps_its_open_blanks(world: World, desk: Desk) -> None:
    desk.editor.insertPlainText("👋")
    desk.type(" /exp")
    desk.press(Qt.Key.Key_Return)
    desk.composer.keep_draft()
    other = world.begin("Priya Nair")
    desk.composer.open(other.id)
    desk.composer.open(world.thread.id)

    assert [blank.hint for blank in desk.editor.blanks()] == ["jour de livraison"]


def test_tab_walks_the_blanks_and_a_choice_offers_its_values(world: World, desk: Desk) -> None:
    desk.type("/size")
    desk.press(Qt.Key.Key_Return)
    values = desk.composer.box.values
    assert desk.editor.textCursor().selectedText() == "size"
    assert values.isVisible()
    desk.press(Qt.Key.Key_Tab)
    assert desk.editor.textCursor().selectedText() == "shop"
    desk.press(Qt.Key.Key_Tab, SHIFT)
    assert desk.editor.textCursor().selectedText() == "size"
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert desk.editor.textCursor().selectedText() == "shop"
    desk.press(Qt.Key.Key_Return)

    assert desk.editor.text() == "I would take the smaller of Lyon."
    assert desk.composer.box.button.main.isEnabled()
    assert SIZE.shortcut == "size"


def test_letters_typed_after_a_blank_do_not_fill_it(desk: Desk) -> None:
    desk.editor.insert_pieces([Piece("on "), Piece("day", blank=BlankType.DATE)])
    desk.press(Qt.Key.Key_End)
    desk.type(" then")

    assert desk.editor.text() == "on day then"
    assert [blank.hint for blank in desk.editor.blanks()] == ["day"]


def test_escape_closes_the_picker_and_keeps_what_was_typed(desk: Desk) -> None:
    desk.type("/exp")
    desk.press(Qt.Key.Key_Escape)
    assert not desk.replies.picker.isVisible()
    desk.type("r")

    assert desk.editor.text() == "/expr"
    assert not desk.replies.picker.isVisible()


def test_a_slash_inside_a_word_or_an_address_opens_nothing(desk: Desk) -> None:
    desk.type("and/or http://x/exp")

    assert not desk.replies.picker.isVisible()


def test_ctrl_shift_s_opens_the_picker_without_a_slash_and_a_digit_picks(desk: Desk) -> None:
    desk.press(Qt.Key.Key_S, CTRL | SHIFT)
    assert desk.replies.picker.isVisible()
    shown = [choice.reply.shortcut for choice in desk.replies.picker.model.choices]
    desk.press(Qt.Key(Qt.Key.Key_1 + shown.index("sorry")))

    assert desk.editor.text() == "Sorry for the wait."


def test_arrows_choose_another_reply(desk: Desk) -> None:
    desk.type("/exp")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)

    assert desk.editor.text() == "It ends end date."


def test_too_long_says_by_how_much_and_stays(qtbot: QtBot, tmp_path: Path) -> None:
    world = World(tmp_path / "short", most=10)
    world.says("?")
    desk = Desk(world, qtbot)
    desk.type("hello hello!")

    assert desk.composer.box.counter.text() == "12 / 10, 2 too many"
    desk.press(Qt.Key.Key_Return, CTRL)
    assert world.replies() == []
    desk.composer.keep_draft()
    world.close()


def test_the_contact_writing_meanwhile_raises_the_fence_and_the_second_press_sends(world: World, desk: Desk) -> None:
    desk.type("Un colis part")
    newest = world.says("En fait, annulez !", timedelta(0))
    world.told()
    box = desk.composer.box
    assert box.fence.isVisible()
    assert box.fence.words == "Camille wrote again. Read it, then send."
    assert box.button.main.text() == "Read and send"
    assert "new_meanwhile" in [row.kind.value for row in desk.conversation.view.rows]
    desk.press(Qt.Key.Key_Return, CTRL)
    assert world.replies() == []
    desk.press(Qt.Key.Key_Return, CTRL)

    assert world.replies()[0].based_on == newest.id
    assert not box.fence.isVisible()


def test_a_colleague_answering_meanwhile_raises_the_fence(world: World, desk: Desk) -> None:
    desk.type("Je regarde")
    world.answers("C'est parti.", world.lea, timedelta(0))
    world.told()

    assert desk.composer.box.fence.words == "Léa answered meanwhile. Read it, then send."


def test_what_came_before_the_first_key_raises_no_fence(world: World, desk: Desk) -> None:
    world.says("Encore moi", timedelta(0))
    world.told()
    desk.type("Oui")

    assert not desk.composer.box.fence.isVisible()


def test_the_fence_survives_leaving_the_thread(world: World, desk: Desk) -> None:
    desk.type("Un colis part")
    other = world.begin("Priya Nair")
    desk.conversation.open(other.id)
    desk.composer.open(other.id)
    world.says("En fait, annulez !", timedelta(0))
    desk.conversation.open(world.thread.id)
    desk.composer.open(world.thread.id)

    assert desk.composer.box.fence.isVisible()


def test_words_of_another_thread_raise_no_fence_here(world: World, desk: Desk) -> None:
    desk.type("Un colis part")
    other = world.begin("Priya Nair")
    world.says("Hello?", timedelta(0), other)
    desk.conversation.open(other.id)

    assert desk.composer.thread == world.thread.id
    assert not desk.composer.box.fence.isVisible()


def test_an_undone_answer_is_a_draft_again(world: World, desk: Desk) -> None:
    desk.type("Trop vite")
    desk.press(Qt.Key.Key_Return, CTRL)
    world.bridge.submit.undo()

    assert desk.editor.text() == "Trop vite"
    draft = world.desk.draft(world.thread.id)
    assert draft is not None
    assert draft.text == "Trop vite"


def test_a_note_is_taken_back_like_any_act_and_is_begun_again(world: World, desk: Desk) -> None:
    submit, kept = world.bridge.submit, world.desk
    desk.press(Qt.Key.Key_M, CTRL | Qt.KeyboardModifier.ShiftModifier)
    desk.type("She called.")
    desk.press(Qt.Key.Key_Return, CTRL)
    assert submit.last_step is not None
    assert submit.last_step.label.startswith("Note on ")
    desk.type("Twice")
    submit.undo()
    assert [type(one.command) for one in submit.pending] == [AddNote, TakeNoteBack]
    assert desk.editor.text() == "She called.\n\nTwice"

    # In a thread that was left meanwhile it waits for whoever comes back.
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.composer.open(None)
    submit.undo()
    draft = kept.draft(world.thread.id, "note")
    assert draft is not None
    assert draft.text == "She called.\n\nTwice"
    assert kept.draft(world.thread.id) is None


def test_who_speaks_and_until_when_is_always_said(desk: Desk) -> None:
    assert desk.composer.box.who.words == "as @ateliernord"
    assert desk.composer.box.window_line.words == "Reply window closes in 23 h"


def test_a_closed_window_is_explained_and_a_note_still_works(qtbot: QtBot, tmp_path: Path) -> None:
    world = World(tmp_path / "closed", window=timedelta(hours=1))
    world.says("?", timedelta(hours=2))
    desk = Desk(world, qtbot)
    desk.type("Bonjour")
    assert desk.composer.box.fence.words == "Instagram takes answers for 1 h only, and that time is over."
    desk.press(Qt.Key.Key_Return, CTRL)
    assert world.replies() == []
    desk.press(Qt.Key.Key_M, CTRL | SHIFT)
    desk.type("Call her")

    assert desk.composer.box.button.main.isEnabled()
    desk.composer.keep_draft()
    world.close()


def test_the_box_grows_with_its_text_to_less_than_half(desk: Desk) -> None:
    low = desk.composer.height()
    for _ in range(8):
        desk.press(Qt.Key.Key_Return)
    grown = desk.composer.height()
    for _ in range(60):
        desk.press(Qt.Key.Key_Return)

    assert low == 186
    assert grown > low
    assert desk.composer.height() <= 0.45 * desk.middle.height() + 1
    desk.window.resize(620, 620)
    desk.qtbot.waitUntil(lambda: desk.composer.height() <= 0.45 * desk.middle.height() + 1)


def test_a_no_break_space_leaves_as_one(world: World, desk: Desk) -> None:
    desk.editor.insertPlainText("Merci\u00a0!")
    desk.press(Qt.Key.Key_Return, CTRL)

    assert world.replies()[0].text == "Merci\u00a0!"


def test_every_control_of_the_box_has_a_name(desk: Desk) -> None:
    box = desk.composer.box
    for control in (box.reply_tab, box.note_tab, box.saved, box.button.main, box.button.arrow):
        assert control.accessibleName() or control.text()
    assert desk.editor.accessibleName() == "Answer to Camille Roussel"
