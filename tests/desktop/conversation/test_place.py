from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from socialdesk.desktop.actions.acts import all_acts
from socialdesk.desktop.places.conversation.fate import Step
from socialdesk.desktop.places.conversation.geometry import Target
from socialdesk.desktop.places.conversation.links import LinkSheet, host_of, warnings_of
from socialdesk.desktop.places.conversation.place import Conversation
from socialdesk.desktop.places.conversation.rows import RowKind
from socialdesk.desktop.places.conversation.text_layout import LaidOut
from socialdesk.model.command import CancelReply, Reply, SendNow, SettleUnknown
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import MessageId
from socialdesk.model.message import Message
from tests.desktop.conversation.world import NOW, World


@pytest.fixture
def place(world: World, qtbot: QtBot) -> Conversation:
    made = Conversation(world.bridge, UTC)
    qtbot.addWidget(made)
    made.resize(548, 600)
    made.show()
    return made


def texts(place: Conversation) -> list[str]:
    return [row.entry.text for row in place.view.rows if isinstance(row.entry, Message)]


def kinds(place: Conversation) -> list[str]:
    return [row.kind.value for row in place.view.rows]


def middle_of(place: Conversation, target: Target) -> QPoint:
    for at, row in enumerate(place.view.rows):
        top = place.view.visualRect(place.view.model().index(at, 0)).top()
        for rect, found in place.view._painter.targets(row, place.view.room()):
            if found == target:
                return QPoint(round(rect.center().x()), round(rect.center().y()) + top)
    raise AssertionError(f"{target} is not on the screen")


def x_of(text: LaidOut, position: int) -> float:
    found: Any = text._layout.lineAt(0).cursorToX(position)
    return found[0]


def click(place: Conversation, qtbot: QtBot, target: Target) -> None:
    qtbot.mouseClick(place.view.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(place, target))


def queued(world: World, text: str = "Bonjour") -> None:
    reply = Reply(world.thread.id, text, MessageId(1), NOW + timedelta(seconds=10))
    world.bridge.submit.give([(world.thread, reply)], "Answer")


def test_a_thread_opens_at_its_newest_word(world: World, place: Conversation) -> None:
    for number in range(40):
        world.answers(f"Line {number}", world.lea, timedelta(minutes=600 - number * 12))
    place.open(world.thread.id)

    bar = place.view.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()


def test_a_long_unread_thread_opens_at_its_first_unread_word(world: World, place: Conversation) -> None:
    world.says("old", timedelta(hours=20))
    world.answers("answer", world.lea, timedelta(hours=19))
    for number in range(20):
        world.says(f"New {number}", timedelta(minutes=100 - number * 2))
    place.open(world.thread.id)

    at = kinds(place).index("unread")
    assert -2 <= place.view.visualRect(place.view.model().index(at, 0)).top() <= 2


def test_a_new_message_appears_without_a_reset(world: World, place: Conversation, qtbot: QtBot) -> None:
    world.says("Bonjour")
    place.open(world.thread.id)
    resets: list[object] = []
    place.view.model().modelReset.connect(lambda: resets.append(1))
    world.says("Encore moi", timedelta(minutes=1))
    world.told()

    assert texts(place) == ["Bonjour", "Encore moi"]
    assert resets == []


def test_an_edit_changes_one_row(world: World, place: Conversation) -> None:
    first = world.says("Bonjour")
    world.says("Encore")
    place.open(world.thread.id)
    changed: list[Any] = []
    place.view.model().dataChanged.connect(lambda top, *_: changed.append(top.row()))
    with world.cache.change() as change:
        change.put_message(replace(first, text="Bonsoir", edited_at=NOW), world.channel.id, "2", NOW)
    world.told()

    assert texts(place) == ["Bonsoir", "Encore"]
    assert len(changed) == 1


def test_a_given_answer_becomes_the_stored_one_in_its_place(world: World, place: Conversation) -> None:
    world.says("Bonjour")
    place.open(world.thread.id)
    queued(world, "Tout de suite")
    before = [row.key for row in place.view.rows]
    moved: list[object] = []
    model = place.view.model()
    world.store_replies()
    model.rowsInserted.connect(lambda *_: moved.append("in"))
    model.rowsRemoved.connect(lambda *_: moved.append("out"))
    world.told()

    assert [row.key for row in place.view.rows] == before
    assert moved == []
    assert world.desk.pending() == []


def test_older_messages_come_fifty_at_a_time_and_nothing_moves(world: World, place: Conversation, qtbot: QtBot) -> None:
    for number in range(120):
        world.answers(f"Line {number}", world.lea, timedelta(minutes=1200 - number * 10))
    place.open(world.thread.id)
    assert len(texts(place)) == 50
    view = place.view
    view.verticalScrollBar().setValue(60)
    seen = view.indexAt(QPoint(270, 100))
    key, top = view.rows[seen.row()].key, view.visualRect(seen).top()
    qtbot.waitUntil(lambda: len(texts(place)) == 100)

    again = view._model.row_of(key)
    assert again is not None
    assert abs(view.visualRect(view.model().index(again, 0)).top() - top) <= 1
    assert texts(place)[0] == "Line 20"


def test_undo_below_an_answer_takes_it_back_and_gives_its_text_to_edit(
    world: World, place: Conversation, qtbot: QtBot
) -> None:
    world.says("Bonjour")
    place.open(world.thread.id)
    queued(world, "Tout de suite")
    with qtbot.waitSignal(place.edit_wanted) as edited:
        click(place, qtbot, Target("step", Step.UNDO.value))

    assert edited.args is not None
    assert edited.args[0] == "Tout de suite"
    assert texts(place) == ["Bonjour"]
    assert isinstance(world.desk.pending()[-1].command, CancelReply)

    # What is cancelled is not thrown away either.
    queued(world, "Plus tard")
    (asked,) = [one for one in place.messages if one.text == "Plus tard"]
    with qtbot.waitSignal(place.edit_wanted) as edited:
        place.take_step(Step.CANCEL, asked)
    assert edited.args is not None
    assert edited.args[0] == "Plus tard"


def test_enter_on_an_answer_stopped_at_the_fence_sends_it_past_what_is_shown(
    world: World, place: Conversation, qtbot: QtBot
) -> None:
    world.says("Bonjour")
    queued(world)
    world.store_replies(Delivery.HELD, "Not sent: Camille wrote again at 16:43.")
    newest = world.says("Encore", timedelta(minutes=1))
    world.told()
    place.open(world.thread.id)
    place.view.setFocus()
    held = next(at for at, row in enumerate(place.view.rows) if row.tells_fate)
    place.view.setCurrentIndex(place.view.model().index(held, 0))
    qtbot.keyClick(place.view, Qt.Key.Key_Return)

    command = world.desk.pending()[-1].command
    assert isinstance(command, SendNow)
    assert command.based_on == newest.id


def test_an_answer_of_unknown_fate_is_settled_by_a_person(world: World, place: Conversation, qtbot: QtBot) -> None:
    world.says("Bonjour")
    queued(world)
    world.store_replies(Delivery.UNKNOWN)
    world.told()
    place.open(world.thread.id)
    click(place, qtbot, Target("step", Step.ARRIVED.value))

    command = world.desk.pending()[-1].command
    assert isinstance(command, SettleUnknown)
    assert command.arrived


def test_the_selected_letters_are_copied_and_emoji_stay_whole(world: World, place: Conversation, qtbot: QtBot) -> None:
    world.says("👋 Bonjour tout le monde")
    place.open(world.thread.id)
    view = place.view
    at = next(at for at, row in enumerate(view.rows) if row.kind is RowKind.MESSAGE)
    placed = view._geometry.place(view.rows[at], view.room())
    assert placed.text is not None
    y = round(placed.text_at.y()) + 8 + view.visualRect(view.model().index(at, 0)).top()
    left = round(placed.text_at.x())
    word = left + round(x_of(placed.text, 10))
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(left - 4, y))
    qtbot.mouseMove(port, QPoint(word, y))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(word, y))
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "👋 Bonjour"


def test_a_link_asks_first_and_shows_where_it_leads(world: World, place: Conversation, qtbot: QtBot) -> None:
    url = "https://user@xn--80ak6aa92e.com/login"
    world.says(f"Voir {url}.")
    place.open(world.thread.id)
    view = place.view
    at = next(at for at, row in enumerate(view.rows) if row.kind is RowKind.MESSAGE)
    placed = view._geometry.place(view.rows[at], view.room())
    assert placed.text is not None
    x = x_of(placed.text, 10)
    point = QPoint(round(placed.text_at.x() + x), round(placed.text_at.y()) + 8)
    point.setY(point.y() + view.visualRect(view.model().index(at, 0)).top())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    sheet = place.findChild(LinkSheet)

    assert sheet is not None
    assert sheet.host.text() == "xn--80ak6aa92e.com"
    assert sheet.address.toPlainText() == url
    assert len(warnings_of(url)) == 2
    sheet.close()


def test_an_address_that_is_no_web_address_opens_nothing() -> None:
    assert host_of("javascript:alert(1)") == host_of("file:///etc/passwd") == ""


def test_a_row_is_told_to_readers_in_full(world: World, place: Conversation) -> None:
    world.says("Bonjour")
    place.open(world.thread.id)
    spoken = place.view.model().index(len(place.view.rows) - 1, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.startswith("Camille Roussel, ")
    assert spoken.endswith("Bonjour")


def test_hostile_text_is_shown_without_its_controls(world: World, place: Conversation) -> None:
    world.says("safe\u202egnp.exe " + "a" + "\u0301" * 40)
    place.open(world.thread.id)
    row = place.view.rows[-1]
    text = place.view._geometry.place(row, 548).text

    assert text is not None
    assert "\u202e" not in text.text
    assert text.text.count("\u0301") == 3


def test_a_long_message_shows_five_lines_until_asked(world: World, place: Conversation, qtbot: QtBot) -> None:
    world.says("\n".join(str(number) for number in range(30)))
    place.open(world.thread.id)
    view = place.view
    text = view._geometry.place(view.rows[-1], view.room()).text
    assert text is not None
    assert text.lines == 5
    click(place, qtbot, Target("more"))

    text = view._geometry.place(view.rows[-1], view.room()).text
    assert text is not None
    assert text.lines == 30


def test_the_seconds_tick_only_while_an_answer_can_be_undone(world: World, place: Conversation) -> None:
    world.says("Bonjour")
    place.open(world.thread.id)
    assert not place.view._seconds.isActive()
    queued(world)
    assert place.view._seconds.isActive()
    world.clock.move(timedelta(seconds=11))
    place.view._tick()

    assert not place.view._seconds.isActive()


def test_the_model_keeps_qts_promises_while_it_follows(world: World, place: Conversation) -> None:
    tester = QAbstractItemModelTester(place.view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, place)
    place.open(world.thread.id)
    world.says("Bonjour")
    world.told()
    queued(world)
    world.store_replies(Delivery.SENT)
    world.told()
    world.says("Merci")
    world.told()

    assert sorted(texts(place)) == ["Bonjour", "Bonjour", "Merci"]
    assert tester.model() is place.view.model()


def test_abuse_is_not_shown_told_or_copied_until_somebody_asks(world: World, place: Conversation, qtbot: QtBot) -> None:
    thread = world.begin("Nasty Name", shield="abuse")
    world.says("a vile sentence https://vile.example", thread=thread)
    place.open(thread.id)
    model = place.view.model()
    told = " ".join(
        str(model.index(at, 0).data(role))
        for at in range(model.rowCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    )
    assert "vile" not in told
    assert "Nasty" not in told + place.header.name.text() + place.view.accessibleName()
    assert "Likely abusive. Kept out of sight." in told
    place.view.setFocus()
    qtbot.keyClick(place.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert texts(place) == ["a vile sentence https://vile.example"]
    place.open(world.thread.id)
    place.open(thread.id)
    assert texts(place) == ["Likely abusive. Kept out of sight."]


def test_escape_goes_back_to_the_queue(world: World, place: Conversation, qtbot: QtBot) -> None:
    place.open(world.thread.id)
    with qtbot.waitSignal(place.back_wanted):
        qtbot.keyClick(place.view, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("button", "act"), [("done", "thread.done"), ("snooze", "thread.snooze"), ("assignee", "thread.assign")]
)
def test_the_buttons_of_the_head_ask_for_their_acts(
    world: World, place: Conversation, qtbot: QtBot, button: str, act: str
) -> None:
    place.open(world.thread.id)
    with qtbot.waitSignal(place.act_wanted) as wanted:
        qtbot.mouseClick(getattr(place.header, button), Qt.MouseButton.LeftButton)

    assert wanted.args == [act]
    assert getattr(place.header, button).accessibleName()


def test_the_menu_of_the_head_holds_declared_acts_only(world: World, place: Conversation, qtbot: QtBot) -> None:
    place.open(world.thread.id)
    qtbot.mouseClick(place.header.more, Qt.MouseButton.LeftButton)
    menu = place.header.findChild(QMenu)
    assert menu is not None
    with qtbot.waitSignal(place.act_wanted) as wanted:
        menu.actions()[0].trigger()
    menu.close()

    assert wanted.args is not None
    assert all_acts()[wanted.args[0]].id == "thread.mine"
