"""Searching in the real window: what stands around the findings, and what of a search could not be used."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.queue.search_words import said
from socialdesk.engine.ingest import Ingest
from socialdesk.model.contact import Author
from socialdesk.model.event import MessageSeen
from socialdesk.model.search import OPERATORS, Lack, Trouble
from socialdesk.model.thread import Kind, Status
from socialdesk.model.view import MINE, TEAM
from socialdesk.store import search, search_where
from socialdesk.store.cache import Cache
from socialdesk.support.clock import HERE, SystemClock
from tests.desktop.bulk.test_story_strip import ASKED, ask
from tests.desktop.shell.conftest import Sitting
from tests.waiting import wait_for


def look_for(sitting: Sitting, qtbot: QtBot, typed: str) -> None:
    """Type into the search of the queue and wait for what is found."""
    queue = sitting.window.queue
    queue.start_search()
    queue.search_field.setText(typed)
    with qtbot.waitSignal(queue.model.found):
        QTest.keyClick(queue.search_field, Qt.Key.Key_Return)


def test_what_many_ask_in_the_view_does_not_stand_above_what_a_search_found(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.bridge.settings.put("fold_stories", "0")
    window.queue.show_view(TEAM, "Whole team")
    ask(sitting, 0, ASKED)
    window.queue.stories.look()
    qtbot.waitUntil(lambda: bool(window.queue.stories.shown))
    look_for(sitting, qtbot, "is:open -parcel")
    assert not window.queue.stories.isVisible()
    assert window.queue.model.first() is not None
    look_for(sitting, qtbot, "nothing whatever has these words")
    assert not window.queue.stories.isVisible(), "nor beside the sentence that nothing was found"
    QTest.keyClick(window.queue.search_field, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.queue.stories.isVisible)


def test_what_of_a_search_could_not_be_used_is_said_in_the_list(sitting: Sitting, qtbot: QtBot) -> None:
    queue = sitting.window.queue
    look_for(sitting, qtbot, "is:ouvert")
    assert queue.nothing.sentence.text() == "After is: stands open, waiting, snoozed, done, unread, vip or mine."
    look_for(sitting, qtbot, "-delivery")
    assert queue.nothing.sentence.text() == "Say also what to look for, not only what to leave out."


@pytest.mark.parametrize(
    "trouble",
    [
        *(Trouble(Lack.VALUE, operator) for operator in OPERATORS),
        *(Trouble(Lack.CHOICE, operator) for operator in ("is", "has", "kind")),
        Trouble(Lack.DAY, "before"),
        Trouble(Lack.WANTED),
        Trouble(Lack.WORD),
    ],
)
def test_the_window_says_the_same_as_the_command_line(trouble: Trouble) -> None:
    assert said(trouble) == trouble.sentence


def test_escape_in_the_list_of_findings_leads_back_to_the_thread_that_was_open_before(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window = sitting.window
    queue = window.queue
    queue.show_view(TEAM, "Whole team")
    queue.step(1)
    queue.step(1)
    before = queue.current()
    assert before is not None
    look_for(sitting, qtbot, "order")
    QTest.keyClick(queue.search_field, Qt.Key.Key_Down)
    queue.step(1)
    found = queue.current()
    assert found is not None
    assert found.id != before.id
    assert queue.list.hasFocus()

    QTest.keyClick(queue.list, Qt.Key.Key_Escape)
    assert not queue.is_searching
    assert not queue.model.is_search
    assert queue.current() == before


def test_a_search_that_was_left_does_not_come_back_or_change_what_is_open(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    queue = window.queue
    window.hands.go(TEAM)
    rows = [one for row in range(6) if (one := queue.model.thread_at(row)) is not None]
    before = rows[-1].id
    queue.open(before)
    look_for(sitting, qtbot, "order")

    queue.end_search()
    wait_for(lambda: not queue._search_soon.isActive())
    here = queue.current()
    assert here is not None
    assert here.id == before, "the thread that was open before stays open"

    queue.start_search()
    QTest.keyClicks(queue.search_field, "order")
    window.hands.go(MINE)
    wait_for(lambda: not queue._search_soon.isActive() and not window.bridge.beside.is_busy)
    assert not queue.model.is_search, "what was typed a moment before another view was chosen is not looked for in it"


def test_after_an_act_on_a_finding_the_next_one_opens(sitting: Sitting, qtbot: QtBot) -> None:
    queue = sitting.window.queue
    look_for(sitting, qtbot, "order is:open")
    QTest.keyClick(queue.search_field, Qt.Key.Key_Return)
    first, second = (queue.model.thread_at(row) for row in range(2))
    assert first is not None
    assert second is not None
    assert queue.current() == first
    QTest.keyClick(queue.list, Qt.Key.Key_E)
    now = queue.current()
    assert now is not None
    assert now.id == second.id
    still = queue.model.thread_at(0)
    assert still is not None
    assert (still.id, still.status) == (first.id, Status.DONE), "what was found stays found"


def test_a_finding_opens_where_the_words_were_said(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    clock = SystemClock()
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    channel = cache.channels()[0]
    many = 120
    events = [
        MessageSeen(
            f"long-{place}", "1", "long", Kind.DM, Author("talker", "Talker", "talker"),
            "Where is my zibeline coat?" if place == 30 else f"Thing number {place}",
            clock.now() - timedelta(minutes=many - place), "",
        )
        for place in range(many)
    ]  # fmt: skip
    Ingest(cache, channel, cache.connected(channel.id), clock).take(events, "dm", "long")
    cache.close()
    window.bridge.follow.look()
    look_for(sitting, qtbot, "zibeline")
    QTest.keyClick(window.queue.search_field, Qt.Key.Key_Return)
    view = window.conversation.view
    assert view.chosen_text() == "zibeline"
    assert 0 < view.visualRect(view.currentIndex()).top() < view.height()

    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert window.conversation.messages[-1].text == f"Thing number {many - 1}"
    assert view.has_older
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert window.conversation.messages[0].text == "Thing number 0", "Home is for the list only where that has the keys"
    QTest.keyClick(view, Qt.Key.Key_F3)
    finder = window.conversation.paging.finder
    assert finder is not None
    assert finder.field.hasFocus()
    with qtbot.waitSignal(finder.found):
        QTest.keyClicks(finder.field, "number 7")
    assert finder.about.text() == "1 of 1"
    QTest.keyClick(finder.field, Qt.Key.Key_Escape)
    assert view.hasFocus()
    assert window.queue.is_searching, "Esc took the bar away, not the search"


def test_nothing_found_is_not_told_as_the_number_of_the_search_before(sitting: Sitting, qtbot: QtBot) -> None:
    look_for(sitting, qtbot, "order")
    look_for(sitting, qtbot, "zzzzqq")
    assert sitting.window.queue.header.about == "0 found"


def test_a_page_on_which_none_fit_is_not_the_end_of_a_search(
    sitting: Sitting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_where, "FEW", 0)
    monkeypatch.setattr(search, "_MOST_STRETCHES", 1)
    monkeypatch.setattr(search, "_NEWEST_LOOKED_AT", 2)
    window = sitting.window
    here = window.bridge.clock.now().astimezone(HERE)
    for typed in ("kind:review", "is:snoozed", "is:vip", "is:done", "kind:mention"):
        page = search.search(window.bridge.cache, typed, here)
        if not page.hits and page.next is not None:
            break
    else:
        pytest.fail("among the newest threads of the demo all of this is")
    look_for(sitting, qtbot, typed)
    assert window.queue.model.first() is not None
