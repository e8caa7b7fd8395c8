"""A long thread opens where it is unread, is read on in both directions, and leaves nothing out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.conversation import words
from socialdesk.desktop.places.conversation.date_card import DateCard
from socialdesk.desktop.places.conversation.find_bar import FindBar
from socialdesk.desktop.places.conversation.links import is_mixed, warnings_of
from socialdesk.desktop.places.conversation.loaded import PAGE
from socialdesk.desktop.places.conversation.place import Conversation
from socialdesk.desktop.places.conversation.rows import RowKind
from socialdesk.desktop.places.conversation.versions import Versions
from socialdesk.model.command import MarkRead
from socialdesk.model.identifiers import MessageId
from socialdesk.model.message import Direction, Message
from socialdesk.store.conversation import Mark, conversation, conversation_on, unread_mark
from tests.desktop.conversation.world import NOW, World

MANY = 400


@pytest.fixture
def shown(world: World, qtbot: QtBot) -> Conversation:
    made = Conversation(world.bridge, UTC)
    qtbot.addWidget(made)
    made.resize(640, 700)
    made.show()
    return made


def wrote(world: World, many: int, *, every: timedelta = timedelta(minutes=1)) -> None:
    """The contact writes many times; the newest of them just now."""
    with world.cache.change() as change:
        for number in range(many):
            change.put_message(
                Message(
                    MessageId(0), world.thread.id, f"m{number}", Direction.IN, "camille.roussel", "Camille Roussel",
                    "camille.roussel", f"Message {number}", NOW - every * (many - number),
                ),
                world.channel.id,
                "1",
                NOW,
            )  # fmt: skip


def unread(world: World, many: int) -> None:
    with world.cache.change() as change:
        thread = change.thread(world.thread.id)
        assert thread is not None
        change.put_thread(replace(thread, unread=many, preview="Message"))


def texts(shown: Conversation) -> list[str]:
    return [message.text for message in shown.messages]


def test_it_opens_at_the_first_unread_message_however_far_back_that_is(
    world: World, shown: Conversation, qtbot: QtBot
) -> None:
    wrote(world, MANY)
    unread(world, 300)
    seen: list[int] = []
    shown.seen.connect(seen.append)
    shown.open(world.thread.id)
    rows = shown.view.rows
    at = next(place for place, row in enumerate(rows) if row.kind is RowKind.UNREAD)
    following = rows[at + 1].entry
    assert isinstance(following, Message)

    assert following.text == "Message 100"
    assert len(texts(shown)) == PAGE + 10
    assert shown.paging.newest.isVisible()
    assert seen == []  # who has not come to the end has not read it


def test_end_leads_to_the_newest_message_without_reading_all_between(
    world: World, shown: Conversation, qtbot: QtBot
) -> None:
    wrote(world, MANY)
    unread(world, 300)
    shown.open(world.thread.id)
    with qtbot.waitSignal(shown.seen):
        QTest.keyClick(shown.view, Qt.Key.Key_End)

    assert texts(shown)[-1] == f"Message {MANY - 1}"
    assert len(texts(shown)) == PAGE
    assert not shown.paging.newest.isVisible()


def test_scrolling_on_loads_newer_pages_until_the_end_and_leaves_nothing_out(
    world: World, shown: Conversation, qtbot: QtBot
) -> None:
    wrote(world, 260)
    unread(world, 200)
    shown.open(world.thread.id)
    bar = shown.view.verticalScrollBar()
    for _ in range(8):
        before = len(texts(shown))
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda before=before: len(texts(shown)) > before or not shown.view.has_newer)
        if not shown.view.has_newer:
            break

    assert texts(shown) == [f"Message {number}" for number in range(50, 260)]


def test_what_comes_in_meanwhile_waits_at_the_end_and_moves_nothing(world: World, shown: Conversation) -> None:
    wrote(world, MANY)
    unread(world, 300)
    shown.open(world.thread.id)
    before, at = texts(shown), shown.view.verticalScrollBar().value()
    world.says("One more", timedelta(seconds=1))
    world.told()

    assert (texts(shown), shown.view.verticalScrollBar().value()) == (before, at)


def test_pages_skip_no_message_of_the_same_millisecond_in_either_direction(world: World) -> None:
    wrote(world, 130, every=timedelta(0))
    found: list[str] = []
    mark = None
    while True:
        page = conversation(world.cache, world.thread.id, mark, 7)
        found[:0] = [entry.text for entry in page.entries if isinstance(entry, Message)]
        if page.oldest is None:
            break
        mark = page.oldest
    assert found == [f"Message {number}" for number in range(130)]

    forward: list[str] = []
    first = unread_mark(world.cache, world.thread.id, 130)
    while first is not None:
        page = conversation_on(world.cache, world.thread.id, first, 7)
        forward += [entry.text for entry in page.entries if isinstance(entry, Message)]
        first = page.newer
    assert forward == found


def test_notes_and_events_come_once_in_whichever_direction_a_thread_is_read(world: World) -> None:
    wrote(world, 60)
    with world.cache.change() as change:
        for number in range(60):
            change.put_note(world.thread.id, world.lea.id, f"Note {number}", (), NOW - timedelta(minutes=60 - number))
    whole = conversation(world.cache, world.thread.id, limit=100).entries
    forward: list[object] = []
    first: Mark | None = unread_mark(world.cache, world.thread.id, 60)
    while first is not None:
        page = conversation_on(world.cache, world.thread.id, first, 7)
        forward += page.entries
        first = page.newer

    assert forward == list(whole)


def test_what_a_thread_opens_with_is_read_by_index(world: World) -> None:
    for statement in (
        (
            "SELECT * FROM message WHERE thread_id = 1 AND state != 'canceled' AND created_at >= 5"
            " AND (created_at > 5 OR id >= 1) ORDER BY created_at, id LIMIT 51"
        ),
        (
            "SELECT created_at, id FROM message WHERE thread_id = 1 AND direction = 'in' AND state != 'canceled'"
            " ORDER BY created_at DESC, id DESC LIMIT 1 OFFSET 99"
        ),
    ):
        plan = " ".join(row[3] for row in world.cache.ask(f"EXPLAIN QUERY PLAN {statement}"))
        assert "USING INDEX message_thread" in plan
        assert "TEMP B-TREE" not in plan


def test_events_that_were_unfolded_fold_again(world: World, shown: Conversation) -> None:
    world.says("Hello")
    with world.cache.change() as change:
        for what in ("done", "reopened", "done"):
            change.add_happening(world.thread.id, NOW, world.lea.id, what)
    shown.open(world.thread.id)

    def kinds() -> list[RowKind]:
        return [row.kind for row in shown.view.rows if row.kind in (RowKind.FOLD, RowKind.HAPPENING)]

    assert kinds() == [RowKind.FOLD]
    at = next(place for place, row in enumerate(shown.view.rows) if row.kind is RowKind.FOLD)
    shown.view.setCurrentIndex(shown.view.model().index(at, 0))
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    assert kinds() == [RowKind.FOLD, *[RowKind.HAPPENING] * 3]
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    assert kinds() == [RowKind.FOLD]


def test_earlier_texts_of_an_edited_message_are_shown_when_asked(world: World, shown: Conversation) -> None:
    from dataclasses import replace

    first = world.says("I want a refund")
    with world.cache.change() as change:
        edited = replace(first, text="I want an exchange", edited_at=NOW)
        change.put_message(edited, world.channel.id, "2", NOW)
    shown.open(world.thread.id)
    row = next(row for row in shown.view.rows if row.kind is RowKind.MESSAGE)
    target = next(one for one in shown.view.targets_of(row) if one.what == "versions")
    shown.view.target_chosen.emit(target, row)
    card = shown.window().findChild(Versions)

    assert card is not None
    from PySide6.QtWidgets import QLabel

    said = [label.text() for label in card.findChildren(QLabel)]
    assert {"I want a refund", "I want an exchange", "Now"} <= set(said)


def test_a_gap_stands_where_something_may_be_missing_and_can_be_asked_for(world: World, shown: Conversation) -> None:
    world.says("Before", timedelta(hours=5))
    world.says("After", timedelta(hours=1))
    with world.cache.change() as change:
        change.open_gap(world.channel.id, "dms", NOW - timedelta(hours=4), NOW - timedelta(hours=2), "Not read.")
    shown.open(world.thread.id)
    kinds = [row.kind for row in shown.view.rows]
    gap = kinds.index(RowKind.GAP)

    assert kinds[gap - 1] is RowKind.MESSAGE
    assert kinds[gap + 1] is RowKind.MESSAGE
    assert [one.what for one in shown.view.targets_of(shown.view.rows[gap])] == ["again"]


def test_under_a_post_others_are_told_apart_from_whom_the_thread_is_with(world: World, shown: Conversation) -> None:
    from socialdesk.model.thread import Kind

    thread = world.begin("Priya Nair", Kind.COMMENT)
    world.says("Does it run small?", thread=thread)
    world.says("Mine did", timedelta(minutes=3), thread, author_name="Jo Doe", author_handle="jo", author_remote_id="j")
    shown.open(thread.id)
    marked = [
        "another person" in shown.view._geometry.place(row, 640).time_words
        for row in shown.view.rows
        if row.kind is RowKind.MESSAGE
    ]

    assert marked == [False, True]


@pytest.mark.parametrize(
    ("host", "is_one"), [("раypal.com", True), ("paypal.com", False), ("пример.рф", False), ("hôtel.fr", False)]
)
def test_hosts_that_mix_scripts_are_told_from_those_of_one(host: str, is_one: bool) -> None:
    assert is_mixed(host) is is_one


def test_an_address_that_imitates_another_is_said_to(world: World) -> None:
    assert warnings_of("https://раypal.com/")[0].startswith("Its letters come from different scripts")


def test_a_read_thread_tells_nothing_new(world: World, shown: Conversation) -> None:
    wrote(world, 60)
    unread(world, 0)
    shown.open(world.thread.id)

    assert not [one for one in world.desk.pending() if isinstance(one.command, MarkRead)]
    assert texts(shown)[-1] == "Message 59"


def top_text(shown: Conversation) -> str:
    """What the first message in sight says."""
    place = shown.view.reading_place()
    return "" if place is None else place[0].text


def test_a_long_thread_is_shown_from_a_day_and_opens_there_again_even_after_a_restart(
    world: World, shown: Conversation, qtbot: QtBot
) -> None:
    wrote(world, MANY, every=timedelta(hours=6))
    shown.open(world.thread.id)
    shown.paging.ask_for_date()
    (card,) = shown.window().findChildren(DateCard)
    first = (NOW - timedelta(hours=6) * MANY).date()
    assert card.field.minimumDate().toPython() == first
    day = first + timedelta(days=40)
    card.field.setDate(QDate(day.year, day.month, day.day))
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    said = next(one for one in shown.messages if one.created_at.date() == day)
    assert top_text(shown) == said.text
    assert shown.view.hasFocus()
    assert shown.paging.newest.isVisible()
    assert shown.view.row_at(shown.view.indexAt(QPoint(100, 4))).kind is RowKind.DAY

    bar = shown.view.verticalScrollBar()
    bar.setValue(bar.value() + 130)
    before = shown.view.reading_place()
    assert before is not None
    shown.open(None)
    shown.open(world.thread.id)
    assert shown.view.reading_place() == before
    again = Conversation(world.bridge, UTC)
    qtbot.addWidget(again)
    again.resize(shown.size())
    again.show()
    again.open(world.thread.id)
    assert again.view.reading_place() == before

    again.paging.to_newest()
    again.paging.keep_place()
    shown.open(None)
    shown.open(world.thread.id)
    assert shown.view.reading_place() == before, "each window leaves its own last word; the last one left counts"
    shown.paging.to_newest()
    shown.open(None)
    shown.open(world.thread.id)
    assert shown.view.reading_place() is None
    assert texts(shown)[-1] == f"Message {MANY - 1}"

    shown.paging.go_to(first)
    kinds = [row.kind for row in shown.view.rows]
    while RowKind.OLDER in kinds:
        shown.paging.load_older()
        kinds = [row.kind for row in shown.view.rows]
    assert kinds[0] is RowKind.BEGINNING
    assert shown.view.tooltip_of(shown.view.rows[0]).startswith(("This is where", "Nothing older"))
    shown.paging.go_to((NOW + timedelta(days=3)).date())
    assert texts(shown)[-1] == f"Message {MANY - 1}", "after the last day stands the end"


def test_what_vanished_on_the_network_is_named_so(world: World, shown: Conversation) -> None:
    wrote(world, 2)
    shown.open(world.thread.id)
    there = shown.messages[-1]
    gone = replace(there, deleted_at=NOW)
    assert words.marks(there, lambda _: "12:00") == ""
    assert words.marks(gone, lambda _: "12:00") == "deleted on the network, 12:00"
    assert words.marks(replace(gone, direction=Direction.OUT), lambda _: "12:00") == "deleted 12:00"
    assert "Nothing of it is kept" in words.without_words(replace(gone, text=""))
    with world.cache.change() as change:
        change.put_message(replace(gone, text=""), world.channel.id, "2", NOW)
    shown._reload()
    row = next(row for row in shown.view.rows if row.entry is not None and row.entry.id == there.id)
    text = shown._geometry.place(row, 600).text
    assert text is not None
    assert text.text == words.without_words(replace(gone, text=""))


def test_home_leads_to_the_first_message_without_reading_all_between(world: World, shown: Conversation) -> None:
    wrote(world, MANY)
    shown.open(world.thread.id)
    shown.view.setFocus()
    QTest.keyClick(shown.view, Qt.Key.Key_Home)
    assert "Message 0" in texts(shown)
    assert len(shown.messages) < 2 * PAGE
    assert not shown.view.has_older
    assert shown.view.verticalScrollBar().value() == 0
    QTest.keyClick(shown.view, Qt.Key.Key_End)
    assert texts(shown)[-1] == f"Message {MANY - 1}"


def looked_for(shown: Conversation, qtbot: QtBot, typed: str) -> FindBar:
    shown.view.setFocus()
    QTest.keyClick(shown.view, Qt.Key.Key_F3)
    finder = shown.paging.finder
    assert finder is not None
    finder.field.setText(typed)
    with qtbot.waitSignal(finder.found):
        finder.look()
    return finder


def test_words_are_found_in_a_long_thread_from_the_newest_back_and_shown_selected(
    world: World, shown: Conversation, qtbot: QtBot
) -> None:
    wrote(world, MANY)
    shown.open(world.thread.id)
    finder = looked_for(shown, qtbot, "message 30")
    # 30, and 300 to 309: what is typed last may be a beginning.
    assert finder.about.text() == "11 of 11"
    assert shown.view.chosen_text() == "Message"
    QTest.keyClick(finder.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert finder.about.text() == "1 of 11", "after the last comes the first"
    assert len(shown.messages) < 2 * PAGE
    index = shown.view.currentIndex()
    entry = shown.view.row_at(index).entry
    assert isinstance(entry, Message)
    assert entry.text == "Message 30"
    assert 0 < shown.view.visualRect(index).top() < shown.view.height()
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert finder.about.text() == "11 of 11"

    with qtbot.waitSignal(finder.found):
        finder.field.setText("nobody said this")
    assert finder.about.text() == "Nobody said that here"
    QTest.keyClick(finder.field, Qt.Key.Key_Escape)
    assert not finder.isVisible()


def test_a_word_far_down_a_folded_text_is_unfolded_and_another_thread_closes_the_bar(
    world: World, shown: Conversation, qtbot: QtBot
) -> None:
    with world.cache.change() as change:
        change.put_message(
            Message(
                MessageId(0), world.thread.id, "long", Direction.IN, "camille.roussel", "Camille Roussel",
                "camille.roussel", "A line. 🎉 " * 200 + "Here is the rémoulade.", NOW,
            ),
            world.channel.id,
            "1",
            NOW,
        )  # fmt: skip
    shown.open(world.thread.id)
    finder = looked_for(shown, qtbot, "remoulade")
    assert finder.about.text() == "1 of 1"
    assert shown.view.chosen_text() == "rémoulade"
    shown.open(None)
    assert not finder.isVisible()
    assert not finder.marks
