"""What is too long for one answer leaves in parts that were seen before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.model.capability import TextLimit, TextUnit
from socialdesk.model.thread import Kind
from tests.desktop.composer.test_place import CTRL, SHIFT, Desk
from tests.desktop.conversation.world import World

LONG = "The parcel left Lille. It comes on Friday."


@pytest.fixture
def short(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[World, Desk]]:
    """A desk on a platform that takes thirty characters."""
    world = World(tmp_path / "short", most=30)
    world.says("Where is it?")
    desk = Desk(world, qtbot)
    yield world, desk
    desk.composer.keep_draft()
    world.close()


def test_ctrl_enter_on_a_long_text_shows_the_parts_and_again_sends_them(short: tuple[World, Desk]) -> None:
    world, desk = short
    desk.type(LONG)
    assert desk.composer.box.fill.text() == "Split…"
    desk.press(Qt.Key.Key_Return, CTRL)
    preview = desk.composer.split_preview
    assert preview.isVisible()
    assert preview.parts == ("The parcel left Lille.", "It comes on Friday.")
    assert world.replies() == []
    QTest.keyClick(preview.send, Qt.Key.Key_Return, CTRL)

    first, second = world.replies()
    assert (first.text, second.text) == preview.parts
    assert (first.part, second.part) == (1, 2)
    assert first.batch == second.batch != ""
    assert not first.then_done
    assert desk.editor.text() == ""


def test_send_and_done_is_done_with_the_last_part(short: tuple[World, Desk]) -> None:
    world, desk = short
    desk.type(LONG)
    desk.press(Qt.Key.Key_Return, CTRL | SHIFT)
    preview = desk.composer.split_preview
    assert preview.send.text() == "Send 2 parts and done"
    preview.send.click()

    assert [one.then_done for one in world.replies()] == [False, True]


def test_parts_can_be_numbered(short: tuple[World, Desk]) -> None:
    world, desk = short
    desk.type(LONG)
    desk.composer.box.fill.click()
    preview = desk.composer.split_preview
    preview.numbers.setChecked(True)
    preview.send.click()

    assert [one.text for one in world.replies()] == ["1/2 The parcel left Lille.", "2/2 It comes on Friday."]


def test_undo_takes_all_parts_back_and_the_text_is_whole_again(short: tuple[World, Desk]) -> None:
    world, desk = short
    desk.type(LONG)
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.composer.split_preview.numbers.setChecked(True)
    desk.composer.split_preview.send.click()
    assert len(world.bridge.submit.messages(world.thread.id, "Maya")) == 2
    world.bridge.submit.undo()

    assert desk.editor.text() == LONG
    assert world.bridge.submit.messages(world.thread.id, "Maya") == []


def test_escape_goes_back_to_the_text(short: tuple[World, Desk]) -> None:
    world, desk = short
    desk.type(LONG)
    desk.press(Qt.Key.Key_Return, CTRL)
    QTest.keyClick(desk.composer.split_preview.send, Qt.Key.Key_Escape)

    assert not desk.composer.split_preview.isVisible()
    assert desk.editor.text() == LONG
    assert desk.editor.hasFocus()
    assert world.replies() == []


def test_what_cannot_be_split_says_so(short: tuple[World, Desk]) -> None:
    _, desk = short
    desk.editor.insertPlainText("https://shop.example/orders/48213/parcels/3")
    desk.press(Qt.Key.Key_Return, CTRL)
    preview = desk.composer.split_preview

    assert preview.title.text() == "This can't be split"
    assert preview.parts == ()
    assert not preview.send.isVisible()


def test_the_contact_writing_meanwhile_stops_parts_too(short: tuple[World, Desk]) -> None:
    world, desk = short
    desk.type(LONG)
    desk.press(Qt.Key.Key_Return, CTRL)
    world.says("Found it!")
    world.told()
    desk.composer.split_preview.send.click()

    assert world.replies() == []
    assert desk.editor.text() == LONG


def test_what_is_pointed_out_before_one_answer_is_pointed_out_before_parts(short: tuple[World, Desk]) -> None:
    world, desk = short
    world.answers(LONG, world.maya, timedelta(days=3))
    world.says("Et alors ?", timedelta(minutes=1))
    world.told()
    desk.type(LONG)
    desk.press(Qt.Key.Key_Return, CTRL)
    assert desk.composer.box.fence.words.startswith("You sent them the same words on ")
    assert not desk.composer.split_preview.isVisible()
    desk.press(Qt.Key.Key_Return, CTRL)
    assert desk.composer.split_preview.isVisible()
    desk.composer.split_preview.send.click()
    assert len(world.replies()) > 1


def test_the_counter_groups_digits_as_the_language_does(desk_of_a_thousand: Desk) -> None:
    desk = desk_of_a_thousand
    desk.type("Bonjour")
    assert desk.composer.box.counter.text() == "7 / 1,000"
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.French))
    try:
        desk.type("!")
        assert desk.composer.box.counter.text() == "8 / 1\u202f000"
    finally:
        QLocale.setDefault(before)


def test_what_the_server_of_a_channel_takes_counts_before_what_its_platform_says(
    world: World, desk_of_a_thousand: Desk
) -> None:
    desk = desk_of_a_thousand
    own = replace(world.bridge.platforms[0].by_kind[Kind.DM], text=TextLimit(TextUnit.GRAPHEMES, 5000))
    desk.type("Bonjour")
    with world.cache.change() as change:
        change.put_able(world.channel.id, {Kind.DM: own})
    world.says("Encore ?")
    world.told()
    desk.type("!")
    assert desk.composer.box.counter.text() == "8 / 5,000"
    assert world.bridge.able(world.channel.id, Kind.COMMENT) == world.bridge.platforms[0].by_kind[Kind.COMMENT]


@pytest.fixture
def desk_of_a_thousand(world: World, qtbot: QtBot) -> Iterator[Desk]:
    world.says("?")
    made = Desk(world, qtbot)
    yield made
    made.composer.keep_draft()


def test_the_length_is_said_shorter_before_the_button_is_cut_and_a_reader_hears_it_whole(
    desk_of_a_thousand: Desk,
) -> None:
    box = desk_of_a_thousand.composer.box
    box.count("1,380 / 1,000, 380 too many", "\u2212380", is_over=True)
    assert box.counter.text() == "1,380 / 1,000, 380 too many"
    box.count("1,380 / 1,000, 380 too many " * 9, "\u2212380", is_over=True)
    assert box.counter.text() == "\u2212380"
    assert box.counter.accessibleName().startswith("1,380 / 1,000, 380 too many")
