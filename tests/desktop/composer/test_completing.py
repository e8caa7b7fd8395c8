"""Emoji by name and people by @, completed below the caret."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialdesk.desktop.bridge.emoji_names import read
from socialdesk.model.command import AddNote
from socialdesk.model.emoji_search import emoji, find, used
from socialdesk.model.thread import Kind
from tests.desktop.composer.test_place import CTRL, SHIFT, Desk
from tests.desktop.conversation.world import World


@pytest.fixture
def desk(world: World, qtbot: QtBot) -> Iterator[Desk]:
    world.says("Bonjour ?")
    made = Desk(world, qtbot)
    world.bridge.emoji.find("heart")
    qtbot.waitUntil(lambda: bool(world.bridge.emoji.find("heart")))
    yield made
    made.composer.keep_draft()


def test_emoji_are_found_by_the_beginnings_of_their_words_in_both_languages_and_without_accents() -> None:
    heart = emoji("❤️", [":red_heart:", ":cœur_rouge:"])
    star = emoji("⭐", [":star:", ":étoile:"])
    known = [heart, star, emoji("💙", [":blue_heart:"])]

    assert [one.sign for one in find("red h", known, [])] == ["❤️"]
    assert [one.sign for one in find("etoi", known, [])] == ["⭐"]
    assert [one.sign for one in find("coeur", known, [])] == ["❤️"]
    assert [one.sign for one in find("heart", known, [])] == ["❤️", "💙"]
    assert [one.sign for one in find("heart", known, ["💙"])] == ["💙", "❤️"]
    assert used("⭐", ["❤️", "⭐"]) == ["⭐", "❤️"]


def test_every_emoji_has_one_row_in_one_skin() -> None:
    known = read(french_first=True)

    assert len(known) > 1_500
    assert len({one.sign for one in known}) == len(known)
    assert [one.sign for one in find("pouce vers le haut", known, [])][:1] == ["👍"]
    assert [one.sign for one in find("thumbs up", known, [])][:1] == ["👍"]
    assert known[0].names[0] != known[0].names[0].upper()


def test_a_colon_and_two_letters_offer_emoji_and_enter_takes_one(world: World, desk: Desk) -> None:
    desk.type("Merci :red_h")
    shown = desk.composer.box.completions
    assert shown.isVisible()
    assert shown.values[0].startswith("❤️")
    desk.press(Qt.Key.Key_Return)

    assert desk.editor.text() == "Merci ❤️ "
    assert not shown.isVisible()
    desk.type(":he")
    assert shown.values[0].startswith("❤️")  # what was used last comes first


def test_a_colon_in_a_time_or_a_smile_offers_nothing(desk: Desk) -> None:
    desk.type("at 10:30 :p")

    assert not desk.composer.box.completions.isVisible()


def test_escape_closes_the_list_keeps_the_text_and_it_stays_closed(desk: Desk) -> None:
    desk.type(":hea")
    desk.press(Qt.Key.Key_Escape)
    desk.type("r")

    assert desk.editor.text() == ":hear"
    assert not desk.composer.box.completions.isVisible()


def test_in_a_note_an_at_completes_a_colleague_who_is_named_by_it(world: World, desk: Desk) -> None:
    desk.press(Qt.Key.Key_M, CTRL | SHIFT)
    desk.type("@le")
    assert desk.composer.box.completions.values == ("Léa Marchand",)
    desk.press(Qt.Key.Key_Tab)
    assert desk.editor.text() == "@Léa "
    desk.type("look")
    desk.press(Qt.Key.Key_Return, CTRL)
    note = world.desk.pending()[-1].command

    assert isinstance(note, AddNote)
    assert note.mentions == (world.lea.id,)


def test_in_public_an_at_completes_people_of_the_thread(world: World, desk: Desk) -> None:
    public = world.begin("Priya Nair", Kind.COMMENT)
    world.says("Same here", thread=public, author_handle="priya.nair")
    desk.conversation.open(public.id)
    desk.composer.open(public.id)
    desk.type("Hi @pri")
    assert [one for one in desk.composer.box.completions.values if "priya.nair" in one]
    desk.press(Qt.Key.Key_Return)

    assert desk.editor.text() == "Hi @priya.nair "


def test_in_a_private_answer_an_at_offers_nobody(desk: Desk) -> None:
    desk.type("Hi @ca")

    assert not desk.composer.box.completions.isVisible()


def test_the_card_of_emoji_has_the_last_used_first_and_puts_what_is_taken_at_the_caret(
    world: World, desk: Desk, qtbot: QtBot
) -> None:
    desk.type("Merci beaucoup")
    desk.press(Qt.Key.Key_J, CTRL | SHIFT)
    card = desk.composer.completing.card
    assert card is not None
    assert card.isVisible()
    assert card.field.hasFocus()
    assert card.signs.model().rowCount() > 1_500
    qtbot.keyClicks(card.field, "red heart")
    assert card.named.text() == "red heart"
    qtbot.keyClick(card.field, Qt.Key.Key_Return)

    assert card.isHidden()
    assert desk.editor.text() == "Merci beaucoup❤️"
    assert desk.editor.hasFocus()
    desk.composer.pick_emoji()
    assert card.signs.currentIndex().data() == "❤️"
    qtbot.keyClick(card.field, Qt.Key.Key_Right)
    assert card.signs.currentIndex().row() == 1
    qtbot.keyClicks(card.field, "qqqq")
    assert card.signs.model().rowCount() == 0
    assert "No emoji" in card.named.text()
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    assert desk.editor.text() == "Merci beaucoup❤️"
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert card.isHidden()
