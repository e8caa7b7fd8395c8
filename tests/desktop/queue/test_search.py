"""Searching in the real window: what stands around the findings, and what of a search could not be used."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.queue.search_words import said
from socialdesk.model.search import OPERATORS, Lack, Trouble
from socialdesk.model.view import TEAM
from tests.desktop.bulk.test_story_strip import ASKED, ask
from tests.desktop.shell.conftest import Sitting


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
