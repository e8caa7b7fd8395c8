"""What is pointed out before an answer leaves, at which hour it leaves, and by which key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.composer.test_place import CTRL, SHIFT, Desk
from tests.desktop.conversation.world import NOW, World

SAME = "Votre colis est parti de Lille ce matin."


@pytest.fixture
def desk(world: World, qtbot: QtBot) -> Iterator[Desk]:
    world.says("Où est mon colis ?")
    made = Desk(world, qtbot)
    yield made
    made.composer.keep_draft()


def test_the_same_words_are_pointed_out_and_a_second_press_sends_them(world: World, desk: Desk) -> None:
    world.answers(SAME, world.maya, timedelta(days=3))
    world.says("Et alors ?", timedelta(minutes=1))
    world.told()
    desk.type(SAME)
    desk.press(Qt.Key.Key_Return, CTRL)
    fence = desk.composer.box.fence
    assert fence.isVisible()
    assert fence.words.startswith("You sent them the same words on ")
    assert world.replies() == []
    desk.press(Qt.Key.Key_Return, CTRL)

    assert [one.text for one in world.replies()] == [SAME]
    assert not fence.isVisible()


def test_other_words_are_not_held_to_what_was_pointed_out(world: World, desk: Desk) -> None:
    world.answers(SAME, world.maya, timedelta(days=3))
    world.says("Et alors ?", timedelta(minutes=1))
    world.told()
    desk.type(SAME)
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.type(" Vraiment.")

    assert not desk.composer.box.fence.isVisible()
    desk.press(Qt.Key.Key_Return, CTRL)
    assert len(world.replies()) == 1


def test_send_as_it_is_sends_what_was_pointed_out(world: World, desk: Desk) -> None:
    world.answers(SAME, world.maya, timedelta(days=3))
    world.says("Et alors ?", timedelta(minutes=1))
    world.told()
    desk.type(SAME)
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.composer.box.fence.send_as_it_is.emit()

    assert len(world.replies()) == 1


def test_an_open_blank_is_more_serious_than_the_same_words(world: World, desk: Desk) -> None:
    world.answers(SAME, world.maya, timedelta(days=3))
    desk.type("/exp")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return, CTRL)

    assert world.replies() == []
    assert not desk.composer.box.fence.isVisible()


def test_an_answer_leaves_at_the_hour_that_was_chosen(world: World, desk: Desk) -> None:
    desk.type("À demain")
    assert desk.composer.may_leave_later()
    desk.composer.send_at(NOW + timedelta(hours=16))

    (reply,) = world.replies()
    assert reply.not_before == NOW + timedelta(hours=16)


def test_what_is_to_be_seen_to_comes_before_the_hour_is_chosen(world: World, desk: Desk) -> None:
    world.answers(SAME, world.maya, timedelta(days=3))
    world.says("Et alors ?", timedelta(minutes=1))
    world.told()
    desk.type(SAME)
    assert desk.composer.is_held()
    assert desk.composer.box.fence.words.startswith("You sent them the same words on ")
    assert not desk.composer.is_held()
    desk.composer.send_at(NOW + timedelta(days=1))
    (reply,) = world.replies()
    assert reply.not_before == NOW + timedelta(days=1)


@pytest.mark.parametrize("way", ["now", "later", "parts"])
def test_every_way_to_send_asks_first_where_somebody_must_decide(world: World, desk: Desk, way: str) -> None:
    waiting: list[Callable[[], None]] = []
    desk.composer.asks_first = lambda give: bool(waiting.append(give)) or len(waiting) == 1
    desk.type("It comes soon.")
    match way:
        case "now":
            desk.composer.send_now()
        case "later":
            desk.composer.send_at(NOW + timedelta(days=1))
        case _:
            desk.composer._on_parts(("It comes", "soon."), False)
    assert world.replies() == []
    (give,) = waiting
    give()
    assert len(world.replies()) == (2 if way == "parts" else 1)


def test_a_note_and_an_empty_text_have_no_hour(desk: Desk) -> None:
    assert not desk.composer.may_leave_later()
    desk.press(Qt.Key.Key_M, CTRL | SHIFT)
    desk.type("Call her")

    assert not desk.composer.may_leave_later()


def test_where_enter_sends_shift_enter_is_a_new_line(world: World, desk: Desk) -> None:
    world.desk.set_state("send_key", "enter")
    desk.type("a")
    desk.press(Qt.Key.Key_Return, SHIFT)
    desk.type("b")
    assert desk.editor.text() == "a\nb"
    desk.press(Qt.Key.Key_Return)

    assert [one.text for one in world.replies()] == ["a\nb"]


def test_a_dropped_draft_comes_back_with_ctrl_z(world: World, desk: Desk) -> None:
    desk.type("Bonjour")
    desk.press(Qt.Key.Key_D, CTRL | SHIFT)
    desk.composer.keep_draft()
    assert world.desk.draft(world.thread.id) is None
    desk.press(Qt.Key.Key_Z, CTRL)

    assert desk.editor.text() == "Bonjour"


def test_the_time_to_undo_is_what_was_set(world: World, desk: Desk) -> None:
    world.desk.set_state("undo_s", "30")
    desk.type("Merci")
    desk.press(Qt.Key.Key_Return, CTRL)

    assert world.replies()[0].not_before == NOW + timedelta(seconds=30)
