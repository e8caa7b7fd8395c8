"""A mail that went to several people: said in the conversation, answered to one or to all, by key, menu and palette."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from socialdesk.engine.dispatch import NOT_TO_ALL
from socialdesk.model.capability import Level
from socialdesk.model.command import Reply
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import MessageId, ThreadId
from socialdesk.model.message import Direction, Message, Place, Recipient
from socialdesk.store.cache import Cache
from tests.desktop.shell.conftest import Sitting

BOB = Recipient(Place.TO, "bob@firm.example", "Bob \u202eelif <b>")
OWN = Recipient(Place.TO, "hello@brand.example", "Maison Léa", is_own=True)
DAN = Recipient(Place.CC, "dan@firm.example")
OPEN = "SELECT id FROM thread WHERE kind = 'dm' AND status = 'open' AND shield = '' LIMIT 1"
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass
class Mail:
    """An open conversation whose newest mail went to Bob and us, with a copy to Dan."""

    sitting: Sitting
    thread: ThreadId
    newest: MessageId

    def press(self) -> None:
        QTest.keyClick(self.sitting.window.composer.editor, Qt.Key.Key_Y, _CTRL_SHIFT)

    def write(self, text: str) -> None:
        self.sitting.window.composer.focus_reply()
        QTest.keyClicks(self.sitting.window.composer.editor, text)

    def last(self) -> Message:
        return self.sitting.window.conversation.messages[-1]

    @property
    def writer(self) -> str:
        """The address of whoever wrote the mail."""
        return next(one for one in self.sitting.window.conversation.messages if one.id == self.newest).author_remote_id


@pytest.fixture
def mail(sitting: Sitting) -> Mail:
    window = sitting.window
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    (found,) = cache.ask(OPEN)
    thread = cache.thread(ThreadId(found[0]))
    assert thread is not None
    able = window.bridge.capabilities(thread)
    assert able is not None
    with cache.change() as change:
        said = [one for one in change.newer_messages(thread.id, MessageId(0)) if one.direction is Direction.IN]
        newest = said[-1]
        change.put_message(replace(newest, recipients=(OWN, BOB, DAN)), thread.channel_id, None, newest.created_at)
        levels = {**able.levels, "reply_all": Level.FULL}
        change.put_able(thread.channel_id, {thread.kind: replace(able, levels=levels)})
    cache.close()
    window.bridge.follow.look()
    window.open_thread(thread.id)
    return Mail(sitting, thread.id, newest.id)


def test_the_conversation_says_whom_a_mail_went_to_and_the_whole_is_in_the_tooltip(mail: Mail) -> None:
    view = mail.sitting.window.conversation.view
    row = next(one for one in view.rows if isinstance(one.entry, Message) and one.entry.id == mail.newest)
    placed = view._geometry.place(row, view.room())
    assert placed.people is not None
    # A name is a stranger's: plain, in a direction of its own, without what turns it round.
    named = ("\u2068Maison Léa\u2069", "\u2068Bob elif <b>\u2069", "\u2068dan@firm.example\u2069")
    assert placed.people_words == "To: {}, {} · Cc: {}".format(*named)
    whole = view.tooltip_of(row)
    assert "\u2068Bob elif <b>\u2069 (\u2068bob@firm.example\u2069)" in whole
    assert whole == view.model().index(view.rows.index(row), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert view._geometry.place(replace(row, is_hidden=True), view.room()).people is None


def test_one_is_answered_unless_all_are_chosen_and_the_draft_remembers_it(mail: Mail) -> None:
    window = mail.sitting.window
    composer, line = window.composer, window.composer.box.addressed
    assert composer.can_answer_all()
    assert not line.isHidden()
    assert line.button.text() == f"Answer to {mail.last().author_name}"
    mail.write("Hello")
    mail.press()
    assert line.button.text() == "Answer all (3)"
    assert line.names.text().endswith("\u2068Bob elif <b>\u2069 · Cc: \u2068dan@firm.example\u2069")
    assert "Maison Léa" not in line.names.text()
    assert "3 people" in composer.editor.placeholderText()
    assert "Ctrl+Shift+Y" in line.button.toolTip()

    # Somewhere else and back: the choice is kept with the text, and the other thread knows nothing of it.
    (other,) = window.bridge.cache.ask(f"{OPEN} OFFSET 1")
    window.open_thread(ThreadId(other[0]))
    assert line.isHidden()
    window.open_thread(mail.thread)
    assert line.button.text() == "Answer all (3)"

    line.open()
    assert line.menu is not None
    alone, everybody = line.menu.alone, line.menu.all
    assert (alone.isChecked(), everybody.isChecked()) == (False, True)
    alone.trigger()
    assert line.button.text().startswith("Answer to ")
    window.registry["composer.all"].run(window.hands)
    assert line.button.text() == "Answer all (3)"
    composer.focus_note()
    assert line.isHidden()
    composer.focus_reply()

    composer.send()
    (given,) = [one.command for one in window.bridge.submit.pending if isinstance(one.command, Reply)]
    assert (given.to_all, given.parent) == (True, mail.newest)
    window.open_thread(mail.thread)
    shown = [(one.place, one.address) for one in mail.last().recipients]
    assert shown[1:] == [(Place.TO, BOB.address), (Place.CC, DAN.address)]
    assert line.button.text().startswith("Answer to "), "the next answer begins with one person again"

    # Taken back it is a draft for all again.
    window.hands.undo()
    assert composer.editor.text() == "Hello"
    assert line.button.text() == "Answer all (3)"


def test_each_who_gets_an_answer_is_picked_and_the_draft_and_the_outbox_keep_it(mail: Mail) -> None:
    window = mail.sitting.window
    composer, line = window.composer, window.composer.box.addressed
    mail.write("Hello")
    line.open()
    menu = line.menu
    assert menu is not None
    ann, bob, dan = menu.people.values()
    assert [one.isChecked() for one in (ann, bob, dan)] == [True, False, False]
    assert (bob.text(), dan.text()) == (
        "\u2068Bob elif <b>\u2069 (\u2068bob@firm.example\u2069)",
        "\u2068dan@firm.example\u2069, a copy",
    )

    def tick(one: QAction, key: Qt.Key | None = None) -> None:
        menu.setActiveAction(one)
        if key is not None:
            QTest.keyClick(menu, key)
        else:
            QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(one).center())

    # One after the other in one menu, by key and by mouse.
    tick(dan, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert (line.button.text(), dan.isChecked()) == ("Answer 2 of 3", True)
    tick(bob)
    assert (line.button.text(), menu.all.isChecked()) == ("Answer all (3)", True)
    tick(ann, Qt.Key.Key_Return)
    assert menu.isVisible()
    assert line.button.text() == "Answer 2 of 3"
    assert line.names.text() == "To: \u2068Bob elif <b>\u2069 · Cc: \u2068dan@firm.example\u2069"
    tick(bob)
    tick(dan)
    assert dan.isChecked(), "somebody always gets it"
    assert line.button.text() == "Answer 1 of 3"
    tick(ann)
    menu.close()
    assert line.button.text() == "Answer 2 of 3"
    assert composer.editor.accessibleName().startswith("Answer to some. ")

    (other,) = window.bridge.cache.ask(f"{OPEN} OFFSET 1")
    window.open_thread(ThreadId(other[0]))
    window.open_thread(mail.thread)
    assert line.button.text() == "Answer 2 of 3"
    composer.send()
    (given,) = [one.command for one in window.bridge.submit.pending if isinstance(one.command, Reply)]
    window.open_thread(mail.thread)
    assert given.goes_to == (mail.writer, DAN.address)
    assert [one.address for one in mail.last().recipients] == [mail.writer, DAN.address]
    window.hands.undo()
    assert line.button.text() == "Answer 2 of 3", "taken back it is a draft for the same people"

    # From some the key makes all, and from all one again; and what comes back joins nobody to what was begun.
    mail.press()
    assert line.button.text() == "Answer all (3)"
    composer.send()
    command = [one.id for one in window.bridge.submit.pending if isinstance(one.command, Reply)][-1]
    window.open_thread(mail.thread)
    mail.write("And more")
    line.open()
    assert line.menu is not None
    line.menu.toggled.emit(DAN.address)
    composer.edit("Hello", command)
    assert line.button.text() == "Answer 2 of 3"


def test_what_goes_to_all_lies_in_the_outbox_with_its_people_and_a_channel_that_cannot_sends_to_nobody(
    mail: Mail,
) -> None:
    window = mail.sitting.window
    mail.write("Hello")
    mail.press()
    window.composer.send_now()
    mail.sitting.engine_works()
    window.open_thread(mail.thread)
    sent = mail.last()
    assert sent.command_id is not None
    outbound = window.bridge.cache.outbound(sent.command_id)
    assert outbound is not None
    assert outbound.recipients == sent.recipients
    assert [one.address for one in sent.recipients[1:]] == [BOB.address, DAN.address]
    # The demo's network is none that could: rather nothing leaves than to fewer people.
    assert (sent.state, sent.state_reason) == (Delivery.REJECTED, NOT_TO_ALL)


def test_where_one_person_had_it_there_is_no_choice_and_the_key_says_so(sitting: Sitting) -> None:
    window = sitting.window
    (found,) = window.bridge.cache.ask(OPEN)
    window.open_thread(ThreadId(found[0]))
    window.composer.focus_reply()
    assert window.composer.box.addressed.isHidden()
    QTest.keyClick(window.composer.editor, Qt.Key.Key_Y, _CTRL_SHIFT)
    assert "several people" in window.toast.accessibleName()
