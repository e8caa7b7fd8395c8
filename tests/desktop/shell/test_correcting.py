"""An answer of ours is written anew in a card that begins with what stands there and keeps what was begun."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.conversation.fate import Step
from socialdesk.desktop.shell.correct_card import CorrectCard
from socialdesk.desktop.shell.own_messages import own_in_focus
from socialdesk.model.command import EditOwn
from socialdesk.model.message import Message
from socialdesk.model.view import TEAM
from socialdesk.store.bulk_targets import said_in
from socialdesk.store.queue_page import queue_page
from tests.desktop.shell.conftest import Sitting
from tests.desktop.shell.test_moderating import run


@pytest.fixture
def answer(sitting: Sitting) -> Message:
    """An open thread in which we answered; the answer."""
    window = sitting.window
    window.rail.choose(TEAM.id)
    cache = window.bridge.cache
    found = queue_page(cache, TEAM, window.bridge.me, None, 200).rows
    own = {id_: one.own for id_, one in said_in(cache, found, own=True).items()}
    thread = next(one.id for one in found if own[one.id] is not None and not one.is_shielded)
    window.queue.open(thread)
    message = own_in_focus(window.conversation)
    assert message is not None
    return message


def card_of(sitting: Sitting) -> CorrectCard:
    """The card that is open."""
    (card,) = [one for one in sitting.window.findChildren(CorrectCard) if one.isVisible()]
    return card


def shown(sitting: Sitting, message: Message) -> str:
    """The words of a message on the screen."""
    return next(one.text for one in sitting.window.conversation.messages if one.id == message.id)


def line(sitting: Sitting, message: Message) -> str:
    """What stands below it."""
    told = sitting.window.conversation._geometry.line_of(message)
    return "" if told is None else told.sentence


def test_the_card_begins_with_what_stands_there_and_leaves_only_with_other_words(
    sitting: Sitting, answer: Message, qtbot: QtBot
) -> None:
    run(sitting, "message.correct")
    card = card_of(sitting)
    assert card.editor.text() == answer.text
    assert not card.put.isEnabled()
    assert card.counter.text().startswith(str(len(answer.text)))
    card.editor.restore("")
    assert not card.put.isEnabled()
    card.editor.restore("Sorry, I meant Friday.")
    assert card.put.isEnabled()
    QTest.keyClick(card.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (given,) = [one.command for one in sitting.window.bridge.submit.pending]
    assert isinstance(given, EditOwn)
    assert (given.message, given.text) == (answer.id, "Sorry, I meant Friday.")
    qtbot.waitUntil(lambda: not card.isVisible())
    assert shown(sitting, answer) == "Sorry, I meant Friday."
    assert re.search(r"^Corrected on .* in (9|10) s$", line(sitting, answer))


def test_words_too_long_for_the_network_stay_in_the_card(sitting: Sitting, answer: Message) -> None:
    run(sitting, "message.correct")
    card = card_of(sitting)
    card.editor.restore("x" * 20_000)
    assert not card.put.isEnabled()
    assert "over" in card.counter.text()
    QTest.keyClick(card.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert card.isVisible()
    assert not sitting.window.bridge.submit.pending


def test_what_was_begun_is_there_again_when_the_card_was_left(sitting: Sitting, answer: Message) -> None:
    run(sitting, "message.correct")
    card = card_of(sitting)
    card.editor.restore("Half a thou")
    QTest.keyClick(card.editor, Qt.Key.Key_Escape)
    assert not card.isVisible()
    run(sitting, "message.correct")
    assert card_of(sitting).editor.text() == "Half a thou"


def test_undo_brings_the_old_words_back_and_edit_opens_the_new_ones_again(sitting: Sitting, answer: Message) -> None:
    window = sitting.window
    run(sitting, "message.correct")
    card_of(sitting).editor.restore("On Friday.")
    card_of(sitting).put.click()
    window.hands.undo()
    assert shown(sitting, answer) == answer.text
    assert not line(sitting, answer).startswith("Corrected")

    run(sitting, "message.correct")
    card_of(sitting).editor.restore("On Saturday.")
    card_of(sitting).put.click()
    window.conversation.take_step(Step.EDIT, answer)
    assert shown(sitting, answer) == answer.text
    assert card_of(sitting).editor.text() == "On Saturday."
    assert card_of(sitting).put.isEnabled()


def test_once_the_network_has_it_the_message_says_so_and_keeps_its_earlier_words(
    sitting: Sitting, answer: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import timedelta

    from socialdesk.desktop.shell import own_messages

    monkeypatch.setattr(own_messages, "UNDO_WINDOW", timedelta(0))
    run(sitting, "message.correct")
    card_of(sitting).editor.restore("On Sunday.")
    card_of(sitting).put.click()
    sitting.engine_works()
    assert shown(sitting, answer) == "On Sunday."
    assert line(sitting, answer).startswith("Corrected on ")
    stored = sitting.window.bridge.cache.ask("SELECT text FROM message WHERE id = ?", (answer.id,))
    assert stored == [("On Sunday.",)]
    revisions = sitting.window.bridge.cache.ask("SELECT text FROM message_revision WHERE message_id = ?", (answer.id,))
    assert revisions == [(answer.text,)]


def test_nothing_of_ours_nothing_to_correct(sitting: Sitting) -> None:
    window = sitting.window
    window.rail.choose(TEAM.id)
    found = queue_page(window.bridge.cache, TEAM, window.bridge.me, None, 200).rows
    own = {id_: one.own for id_, one in said_in(window.bridge.cache, found, own=True).items()}
    thread = next(one.id for one in found if own[one.id] is None and not one.is_shielded)
    window.queue.open(thread)
    act = window.registry["message.correct"]
    assert not act.when(window.facts())
    assert act.otherwise
