"""Acts on what others wrote, as somebody at the demo's window does them."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from socialdesk.connectors.demo.session import DemoSession
from socialdesk.connectors.kit.contract import Intent, Receipt
from socialdesk.connectors.kit.failures import failed
from socialdesk.desktop.places.conversation.act_menu import fill
from socialdesk.desktop.places.conversation.fate import Step
from socialdesk.desktop.places.conversation.header import IN_MENU
from socialdesk.desktop.shell import moderating
from socialdesk.desktop.shell.own_messages import is_there
from socialdesk.desktop.shell.report_card import ReportCard
from socialdesk.desktop.widgets.ask import Question
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.model.command import AddNote, Assign, DeleteOwn, Like
from socialdesk.model.delivery import Delivery
from socialdesk.model.failure import FailureKind
from socialdesk.model.message import Direction, Message, Note
from socialdesk.model.thread import Kind, Priority, Status, Thread
from socialdesk.model.view import MUTED, TEAM
from socialdesk.store.bulk_targets import said_in
from socialdesk.store.conversation import conversation
from socialdesk.store.queue_page import queue_page
from tests.desktop.shell.conftest import Sitting


def opened(sitting: Sitting, kind: Kind) -> Thread:
    """The first open thread of a kind, open beside the queue."""
    window = sitting.window
    window.rail.choose(TEAM.id)
    rows = queue_page(window.bridge.cache, TEAM, window.bridge.me, None, 200).rows
    thread = next(one for one in rows if one.kind is kind and not one.is_shielded)
    window.queue.open(thread.id)
    shown = window.queue.current()
    assert shown is not None
    assert shown.id == thread.id
    return shown


def run(sitting: Sitting, act: str) -> None:
    sitting.window.run(sitting.window.registry[act])


def answer(sitting: Sitting, words: str) -> str:
    """Press the button of the question that is open; gives what it said."""
    (question,) = (one for one in sitting.window.findChildren(Question) if one.isVisible())
    button = next(one for one in question.findChildren(Button) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return question.accessibleDescription()


def line(sitting: Sitting) -> str:
    """What stands below the message in focus."""
    place = sitting.window.conversation
    message = place.message_in_focus()
    assert message is not None
    row = next(row for row in place.view.rows if row.entry == message)
    found = place._geometry.line_of(message)
    assert (found is not None) is row.tells_fate
    return found.sentence if found is not None else ""


def test_hiding_says_what_the_public_sees_asks_once_and_can_be_taken_back_before_it_leaves(sitting: Sitting) -> None:
    opened(sitting, Kind.COMMENT)

    run(sitting, "message.hide")
    assert "everybody else no longer does" in answer(sitting, "Hide")

    assert line(sitting).startswith("Hidden from the public in ")
    run(sitting, "app.undo")
    assert line(sitting) == ""
    sitting.engine_works()
    assert sitting.window.bridge.cache.outbox() == []


def test_a_question_that_is_left_does_nothing(sitting: Sitting) -> None:
    opened(sitting, Kind.COMMENT)

    run(sitting, "message.block")
    answer(sitting, "Leave it")

    assert sitting.window.bridge.submit.pending == ()


def test_once_it_has_left_the_line_says_so_and_offers_the_way_back(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moderating, "UNDO", timedelta(0))
    opened(sitting, Kind.COMMENT)
    run(sitting, "message.hide")
    answer(sitting, "Hide")
    sitting.engine_works()
    place = sitting.window.conversation
    assert line(sitting).startswith("Hidden from the public on ")
    assert ", by you, " in line(sitting)
    assert not sitting.window.registry["message.hide"].when(sitting.window.facts())

    message = place.message_in_focus()
    assert message is not None
    place.take_step(Step.TAKE_BACK, message)
    sitting.engine_works()
    sitting.engine_works()

    assert line(sitting) == ""
    assert sitting.window.registry["message.hide"].when(sitting.window.facts())


def test_what_the_network_refused_is_said_below_the_message_and_tried_again_from_there(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moderating, "UNDO", timedelta(0))
    perform, asked = DemoSession.perform, list[Intent]()

    async def refused_once(self: DemoSession, intent: Intent) -> Receipt:
        asked.append(intent)
        if len(asked) == 1:
            raise failed(FailureKind.PERMISSION_DENIED, "You may not hide here.")
        return await perform(self, intent)

    monkeypatch.setattr(DemoSession, "perform", refused_once)
    opened(sitting, Kind.COMMENT)
    run(sitting, "message.hide")
    answer(sitting, "Hide")
    sitting.engine_works()
    assert line(sitting).startswith("Not hidden")
    assert line(sitting).endswith("You may not hide here.")
    place = sitting.window.conversation
    message = place.message_in_focus()
    assert message is not None

    place.take_step(Step.TRY_AGAIN, message)
    assert line(sitting).startswith("Hiding")
    sitting.engine_works()

    assert line(sitting).startswith("Hidden from the public on ")
    assert len(asked) == 2


def test_an_answer_of_ours_is_deleted_there_after_a_question_and_z_takes_it_back(sitting: Sitting) -> None:
    window = sitting.window
    window.rail.choose(TEAM.id)
    cache = window.bridge.cache
    found = queue_page(cache, TEAM, window.bridge.me, None, 200).rows
    own = {id_: one.own for id_, one in said_in(cache, found, own=True).items()}
    thread = next(one.id for one in found if own[one.id] is not None and not one.is_shielded)
    message = own[thread]
    assert message is not None
    window.queue.open(thread)

    run(sitting, "message.delete")
    assert "nobody can bring it back" in answer(sitting, "Delete there")
    (given,) = [one.command for one in window.bridge.submit.pending]
    assert isinstance(given, DeleteOwn)
    assert (given.thread, given.message) == (thread, message.id)
    geometry = window.conversation._geometry
    told = geometry.line_of(message)
    assert told is not None
    assert re.search(r"^Deleted on .* in (9|10) s$", told.sentence)
    assert Step.UNDO in told.steps
    window.hands.undo()
    assert geometry.line_of(message) != told
    assert any(one.id == message.id and is_there(one) for one in window.conversation.messages)

    silent = next(one.id for one in found if own[one.id] is None and not one.is_shielded)
    window.queue.open(silent)
    assert not window.registry["message.delete"].when(window.facts())


def test_a_report_asks_for_its_reason_by_a_digit_and_for_words_and_enter_gives_it(sitting: Sitting) -> None:
    opened(sitting, Kind.COMMENT)

    run(sitting, "message.report")
    picker = sitting.window.moderating._picker
    assert picker is not None
    QTest.keyClicks(picker.field, "2")
    assert line(sitting) == ""
    (card,) = (one for one in sitting.window.findChildren(ReportCard) if one.isVisible())
    QTest.keyClicks(card.field, "She does it daily.")
    QTest.keyClick(card.field, Qt.Key.Key_Return)

    assert line(sitting).startswith("Reported to ")
    sitting.engine_works()
    (one,) = sitting.window.bridge.cache.outbox()
    assert (one.act, one.text, one.state) == ("report", "abuse\nShe does it daily.", Delivery.QUEUED)


def test_the_menu_lists_exactly_what_the_network_can_do(sitting: Sitting) -> None:
    def listed(kind: Kind) -> set[str]:
        opened(sitting, kind)
        menu = QMenu()
        fill(menu, IN_MENU, sitting.window.facts(), print)
        return {action.text().split("\t")[0] for action in menu.actions()}

    comment, direct = listed(Kind.COMMENT), listed(Kind.DM)
    assert {"Hide from the public…", "Delete this comment…", "Block this person…", "Report to the network…"} <= comment
    assert direct & {"Hide from the public…", "Delete this comment…"} == set()
    assert "Show to the public again" not in comment


def test_p_and_a_digit_set_the_priority_and_z_takes_it_back(sitting: Sitting) -> None:
    thread = opened(sitting, Kind.COMMENT)

    run(sitting, "thread.priority")
    picker = sitting.window.moderating._picker
    assert picker is not None
    QTest.keyClicks(picker.field, "&")  # the key of 1 on AZERTY

    folded = sitting.window.bridge.thread(thread.id)
    assert folded is not None
    assert folded.priority is Priority.URGENT


def test_a_muted_thread_leaves_the_queue_is_listed_and_comes_back(sitting: Sitting) -> None:
    window = sitting.window
    thread = opened(sitting, Kind.COMMENT)

    run(sitting, "thread.mute")
    assert window.queue.model.row_of(thread.id) is None
    assert window.bridge.counts()["muted"] == 1
    sitting.engine_works()
    window.hands.go(MUTED)
    window.queue.show_view(MUTED, "Muted", select=thread.id)
    run(sitting, "thread.unmute")

    back = window.bridge.thread(thread.id)
    assert back is not None
    assert back.status is Status.OPEN


def test_the_link_of_the_message_is_copied(sitting: Sitting) -> None:
    opened(sitting, Kind.COMMENT)

    run(sitting, "thread.copy_link")

    assert QGuiApplication.clipboard().text().startswith("https://demo.invalid/")


def test_like_is_for_the_message_in_focus(sitting: Sitting) -> None:
    window = sitting.window
    window.rail.choose(TEAM.id)
    place = window.conversation
    rows = queue_page(window.bridge.cache, TEAM, window.bridge.me, None, 200).rows
    theirs: list[Message] = []
    for thread in rows:
        window.queue.open(thread.id)
        theirs = [one for one in place.messages if one.direction is Direction.IN and one.external_id]
        if len(theirs) > 1 and window.facts().can_like and not thread.is_shielded:
            break
    first = theirs[0]
    at = next(n for n, row in enumerate(place.view.rows) if row.entry == first)
    place.focus_messages()
    place.view.setCurrentIndex(place.view.model().index(at, 0))

    QTest.keyClick(place.view, Qt.Key.Key_L)

    (given,) = [one.command for one in window.bridge.submit.pending if isinstance(one.command, Like)]
    assert given.message == first.id


def test_a_thread_is_given_with_a_note_to_whom_it_is_given_and_one_undo_takes_both_back(sitting: Sitting) -> None:
    thread = opened(sitting, Kind.COMMENT)
    window = sitting.window
    run(sitting, "thread.assign")
    picker = window.assign
    QTest.keyClicks(picker.field, "Lea")
    QTest.keyClick(picker.field, Qt.Key.Key_Tab)
    QTest.keyClicks(picker.note, "2 parcels, please look")
    QTest.keyClick(picker.note, Qt.Key.Key_Return)

    found = [one.command for one in window.bridge.submit.pending]
    (assign,) = [one for one in found if isinstance(one, Assign)]
    (note,) = [one for one in found if isinstance(one, AddNote)]
    assert (assign.thread, note.thread) == (thread.id, thread.id)
    assert note.mentions == (assign.person,)
    assert note.text.endswith("2 parcels, please look")
    sitting.engine_works()
    run(sitting, "app.undo")
    sitting.engine_works()
    after = window.bridge.thread(thread.id)
    assert after is not None
    assert after.assignee_id == thread.assignee_id
    said = conversation(window.bridge.cache, thread.id).entries
    assert not any(isinstance(one, Note) and "2 parcels" in one.text for one in said)
