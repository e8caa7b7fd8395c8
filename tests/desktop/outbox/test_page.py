"""The outbox under keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.outbox.lines import Leaving
from socialdesk.desktop.places.outbox.page import OutboxPage
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import CommandId, ThreadId

NOW = datetime(2025, 6, 13, 14, tzinfo=UTC)


def leaving(number: int, state: Delivery) -> Leaving:
    name = f"Contact {number} " + "of a very long name " * 8
    at = NOW + timedelta(minutes=number)
    return Leaving(
        CommandId(str(number)), ThreadId(number), state, "Bluesky", "bluesky", name, "<b>Hello</b> " * 40, "", at
    )


HELD, QUEUED, UNKNOWN, SENDING = (
    leaving(number, state)
    for number, state in enumerate((Delivery.HELD, Delivery.QUEUED, Delivery.UNKNOWN, Delivery.SENDING), 1)
)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[OutboxPage]:
    window = QWidget()
    window.resize(1000, 700)
    made = OutboxPage(window)
    made.resize(1000, 700)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    window.close()


def press(page: OutboxPage, *keys: Qt.Key) -> None:
    found = page.findChild(QListView)
    assert found is not None
    for key in keys:
        QTest.keyClick(found, key)


def offered(page: OutboxPage) -> list[str]:
    return [button.text() for button in page.findChildren(QPushButton) if button.isVisible()]


def said(page: OutboxPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def test_before_the_first_reading_it_says_so(page: OutboxPage) -> None:
    assert "Reading the outbox …" in said(page)
    assert offered(page) == []


def test_empty_says_that_all_has_left(page: OutboxPage) -> None:
    page.show_lines([], NOW, UTC)

    assert "Nothing waits here. Every answer has left." in said(page)
    assert offered(page) == []


def test_a_problem_is_said_in_its_own_sentence(page: OutboxPage) -> None:
    page.show_problem("The disk is full. Your answers are safe.")

    assert "The disk is full. Your answers are safe." in said(page)


def test_enter_opens_what_needs_a_person_first(page: OutboxPage, qtbot: QtBot) -> None:
    page.show_lines([QUEUED, HELD], NOW, UTC)
    with qtbot.waitSignal(page.opened) as given:
        press(page, Qt.Key.Key_Return)

    assert given.args == [HELD.thread]


def test_delete_takes_back_what_has_not_left(page: OutboxPage, qtbot: QtBot) -> None:
    page.show_lines([QUEUED, HELD], NOW, UTC)
    press(page, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.taken_back) as given:
        press(page, Qt.Key.Key_Delete)

    assert given.args == [QUEUED.thread, QUEUED.command]


def test_what_is_on_its_way_can_not_be_taken_back(page: OutboxPage) -> None:
    given: list[object] = []
    page.taken_back.connect(lambda *args: given.append(args))
    page.show_lines([SENDING], NOW, UTC)
    press(page, Qt.Key.Key_Delete)

    assert given == []
    assert offered(page) == ["Open thread"]


def test_an_unknown_outcome_is_settled_by_a_person(page: OutboxPage, qtbot: QtBot) -> None:
    page.show_lines([UNKNOWN], NOW, UTC)
    assert offered(page) == ["Open thread", "It arrived", "It did not arrive"]
    with qtbot.waitSignal(page.settled) as given:
        next(b for b in page.findChildren(QPushButton) if b.text() == "It did not arrive").click()

    assert given.args == [UNKNOWN.thread, UNKNOWN.command, False]


def test_the_current_line_stays_current_while_others_leave(page: OutboxPage) -> None:
    page.show_lines([HELD, QUEUED, SENDING], NOW, UTC)
    press(page, Qt.Key.Key_Down)
    page.show_lines([QUEUED, SENDING], NOW, UTC)
    assert page.current == QUEUED
    page.show_lines([SENDING], NOW, UTC)
    assert page.current == SENDING


def test_everything_that_takes_focus_has_a_name(page: OutboxPage) -> None:
    page.show_lines([HELD, QUEUED], NOW, UTC)
    page.grab()
    reachable = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert [type(w).__name__ for w in reachable if not (w.accessibleName() or w.property("text"))] == []
