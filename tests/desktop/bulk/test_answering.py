"""One text for many, through the real window and the real engine."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialdesk.connectors.demo.session import DemoSession
from socialdesk.connectors.kit.contract import Intent, Receipt
from socialdesk.connectors.kit.failures import failed
from socialdesk.desktop.places.bulk.answer import AnswerSheet
from socialdesk.engine.host import Engine
from socialdesk.model.bulk_answer import Recipient, Why
from socialdesk.model.command import Given, Reply
from socialdesk.model.delivery import Delivery
from socialdesk.model.failure import FailureKind
from socialdesk.model.identifiers import CommandId, ThreadId
from socialdesk.model.outgoing import OutgoingPicture
from socialdesk.model.thread import Status
from socialdesk.model.view import TEAM
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Draft
from socialdesk.support.clock import SystemClock
from tests.desktop.shell.conftest import Sitting

CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "Hello {first name}, your parcel leaves tomorrow. {our name}"


class Later(SystemClock):
    """A clock that is ahead, so that what waits for its time may go."""

    def __init__(self, ahead: timedelta) -> None:
        super().__init__()
        self._ahead = ahead

    def now(self) -> datetime:
        return super().now() + self._ahead


def engine_works(sitting: Sitting, ahead: timedelta) -> None:
    async def once() -> None:
        engine = Engine(sitting.unlocked, Later(ahead))
        engine.apply_pending()
        await engine.outbox.send_due()
        await engine.close()

    asyncio.run(once())
    sitting.window.bridge.follow.look()


def opened(sitting: Sitting, count: int) -> AnswerSheet:
    """The sheet on the first threads of the team that wait for an answer, opened by the key."""
    window = sitting.window
    window.queue.show_view(TEAM, "Whole team")
    model = window.queue.model
    rows = [one for row in range(model.rowCount()) if (one := model.thread_at(row)) is not None]
    waiting = [one.id for one in rows if one.waiting_since is not None and not one.is_shielded]
    window.queue.selection.select(waiting[:count])
    assert window.bulk.count == count
    QTest.keyClicks(window.queue.list, "/")
    assert window.bulk.one_text.is_open
    return window.bulk.one_text.sheet


def written(sitting: Sitting, count: int) -> AnswerSheet:
    sheet = opened(sitting, count)
    sheet.text.setPlainText(TEXT)
    sheet.fill_all()
    return sheet


def states(sitting: Sitting) -> list[Delivery]:
    bridge = sitting.window.bridge
    found = [bridge.cache.outbound(one.id) for one in given(sitting)]
    return [one.state for one in found if one is not None]


def given(sitting: Sitting) -> tuple[Given, ...]:
    """What the last act gave."""
    step = sitting.window.bridge.submit.last_step
    assert step is not None
    return step.given


def test_each_reads_a_greeting_of_their_own_and_nobody_reads_a_brace(sitting: Sitting) -> None:
    sheet = written(sitting, 8)

    goes = [one for one in sheet.recipients if one.why_not is None]
    assert len({one.text for one in goes}) > 1
    assert not [one for one in goes if "{" in one.text]
    assert all("your parcel leaves tomorrow. Maya" in one.text for one in goes)


def test_forty_are_answered_once_each_spread_over_time(sitting: Sitting) -> None:
    sheet = written(sitting, 40)
    goes = [one.thread.id for one in sheet.recipients if one.why_not is None]
    assert len(goes) + sum(one.why_not is not None for one in sheet.recipients) == 40
    assert len(goes) >= 30
    QTest.keyClick(sheet.text, Qt.Key.Key_Return, CTRL)

    assert not sitting.window.bulk.one_text.is_open
    replies = [one.command for one in given(sitting) if isinstance(one.command, Reply)]
    assert sorted(one.thread for one in replies) == sorted(goes), "one answer a thread"
    by_channel: dict[int, list[Reply]] = {}
    for one in replies:
        found = sitting.window.bridge.cache.thread(one.thread)
        assert found is not None
        by_channel.setdefault(found.channel_id, []).append(one)
    for some in by_channel.values():
        times = [one.not_before for one in some]
        assert all(then - now == timedelta(seconds=3) for now, then in pairwise(times))

    engine_works(sitting, timedelta(minutes=10))
    assert set(states(sitting)) <= {Delivery.SENT, Delivery.HELD}
    assert states(sitting).count(Delivery.SENT) >= 30


def test_z_takes_all_of_it_back_while_nothing_has_left(sitting: Sitting, qtbot: QtBot) -> None:
    sheet = written(sitting, 20)
    goes = [one.thread.id for one in sheet.recipients if one.why_not is None]
    sheet.send_wanted.emit()
    window = sitting.window
    step = given(sitting)
    QTest.keyClick(window.queue.list, Qt.Key.Key_Z)

    qtbot.waitUntil(lambda: window.toast.accessibleName() == f"{len(goes)} answers taken back.")
    engine_works(sitting, timedelta(minutes=10))
    outbounds = [window.bridge.cache.outbound(one.id) for one in step]
    assert {one.state for one in outbounds if one is not None} == {Delivery.CANCELED}
    assert {one.status for one in window.bridge.cache.threads(goes)} == {Status.OPEN}


def test_stopped_midway_only_what_has_not_left_is_taken_back_and_told(sitting: Sitting, qtbot: QtBot) -> None:
    sheet = written(sitting, 40)
    sheet.send_wanted.emit()
    window = sitting.window
    step = given(sitting)
    engine_works(sitting, timedelta(seconds=14))
    left = states(sitting).count(Delivery.SENT)
    assert 0 < left < len(step)
    QTest.keyClick(window.queue.list, Qt.Key.Key_Z)

    told = f"{len(step) - left} answers taken back. {left} had left already."
    qtbot.waitUntil(lambda: window.toast.accessibleName() == told)
    engine_works(sitting, timedelta(minutes=10))
    outbounds = [one for each in step if (one := window.bridge.cache.outbound(each.id)) is not None]
    assert [one.state for one in outbounds].count(Delivery.SENT) == left
    assert [one.state for one in outbounds].count(Delivery.CANCELED) == len(step) - left
    sent = [one.thread_id for one in outbounds if one.state is Delivery.SENT]
    assert Status.OPEN not in {one.status for one in window.bridge.cache.threads(sent)}, "what left stays answered"


def test_a_network_that_says_no_midway_is_told_and_nothing_is_said_to_leave_any_more(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    sheet = written(sitting, 12)
    sheet.send_wanted.emit()
    window = sitting.window
    taken: list[object] = []
    carry = DemoSession.perform

    async def perform(self: DemoSession, intent: Intent) -> Receipt:
        if len(taken) == 5:
            raise failed(FailureKind.PERMISSION_DENIED, "This network lets you answer no more.")
        taken.append(intent)
        return await carry(self, intent)

    monkeypatch.setattr(DemoSession, "perform", perform)
    line = window.bulk.progress.line
    qtbot.waitUntil(lambda: " answers leave" in line.accessibleName().replace("answer(s)", "answers"))
    engine_works(sitting, timedelta(minutes=10))

    refused = [one for each in given(sitting) if (one := window.bridge.cache.outbound(each.id)) is not None]
    refused = [one for one in refused if one.state is Delivery.REJECTED]
    assert len(refused) == len(given(sitting)) - 5
    qtbot.waitUntil(lambda: f"{len(refused)} failed." in line.accessibleName())
    assert line.accessibleName() == f"5 of {len(given(sitting))} done. {len(refused)} failed."
    back = window.bridge.cache.threads([one.thread_id for one in refused])
    assert {one.status for one in back} == {Status.OPEN}


def test_after_a_restart_all_that_waits_can_still_be_stopped(sitting: Sitting) -> None:
    sheet = written(sitting, 10)
    sheet.send_wanted.emit()
    window = sitting.window
    step = given(sitting)
    sitting.engine_works()
    window.bridge.submit._steps.clear()
    window.run(window.registry["outbox.stop"])
    engine_works(sitting, timedelta(minutes=10))

    outbounds = [one for each in step if (one := window.bridge.cache.outbound(each.id)) is not None]
    assert {one.state for one in outbounds} == {Delivery.CANCELED}


def test_a_thread_never_gets_a_second_answer_while_the_first_is_on_its_way(sitting: Sitting) -> None:
    sheet = written(sitting, 10)
    goes = {one.thread.id for one in sheet.recipients if one.why_not is None}
    sheet.send_wanted.emit()
    window = sitting.window
    for applied in (False, True):
        if applied:
            sitting.engine_works()
        window.queue.selection.select(sorted(goes))
        window.bulk.answer_all()
        again = window.bulk.one_text.sheet
        again.text.setPlainText("Twice")
        again.fill_all()
        assert {one.why_not for one in again.recipients} == {Why.ON_ITS_WAY}
        assert not again.send.isEnabled()
        again.leave()
    threads = [one.command.thread for one in given(sitting) if isinstance(one.command, Reply)]
    assert len(threads) == len(set(threads))


def test_one_can_be_skipped_answered_by_hand_or_told_something_else(sitting: Sitting) -> None:
    sheet = written(sitting, 6)
    rows = [row for row, one in enumerate(sheet.recipients) if one.why_not is None]
    threads: list[ThreadId] = [one.thread.id for one in sheet.recipients]
    sheet.list.setCurrentRow(rows[0])
    sheet.skip.click()
    sheet.list.setCurrentRow(rows[1])
    sheet.by_hand.click()
    sheet.list.setCurrentRow(rows[2])
    sheet.own.setPlainText("Only for you.")
    sheet.send_wanted.emit()

    texts = {one.command.thread: one.command.text for one in given(sitting) if isinstance(one.command, Reply)}
    assert threads[rows[0]] not in texts
    assert threads[rows[1]] not in texts
    assert texts[threads[rows[2]]] == "Only for you."
    draft = sitting.window.bridge.desk.draft(threads[rows[1]])
    assert draft is not None
    assert "your parcel leaves tomorrow" in draft.text


def test_a_blank_that_is_not_known_leaves_out_whom_it_concerns(sitting: Sitting) -> None:
    sheet = written(sitting, 6)
    sheet.text.setPlainText("Hello, your order {order} is here on {day: date}.")
    sheet.fill_all()

    assert {one.why_not for one in sheet.recipients if one.why_not is not None} >= {Why.BLANK}
    assert not [one for one in sheet.recipients if one.why_not is None]
    assert not sheet.send.isEnabled()


def test_the_same_words_in_public_are_warned_of_and_greetings_varied(sitting: Sitting, qtbot: QtBot) -> None:
    sheet = written(sitting, 30)
    sheet.text.setPlainText("Hello, your parcel leaves tomorrow.")
    sheet.fill_all()
    assert sheet.repeated.isVisible()

    public = [one.text for one in sheet.recipients if one.why_not is None and one.is_public]
    assert len(set(public)) == 1
    sheet.vary.setChecked(True)
    public = [one.text for one in sheet.recipients if one.why_not is None and one.is_public]
    assert len(set(public)) > 2


def test_a_shortcut_becomes_its_words_by_enter_or_space_and_never_goes_out_as_it_was_typed(sitting: Sitting) -> None:
    sheet = opened(sitting, 6)
    replies = [one for one in sitting.window.bridge.cache.saved_replies() if one.shortcut and one.bodies]
    whole = replies[0]
    for typed, key in ((f"/{whole.shortcut[:2]}", Qt.Key.Key_Return), (f"/{whole.shortcut}", Qt.Key.Key_Space)):
        sheet.text.clear()
        QTest.keyClicks(sheet.text, typed)
        assert sheet.shortcuts.list.isVisible()
        QTest.keyClick(sheet.text, key)
        assert not sheet.shortcuts.list.isVisible()
        assert not sheet.text.toPlainText().startswith("/")
    assert sheet.text.toPlainText() == whole.body("")[1]
    assert sheet.reply == whole, "then everybody gets it in their language"
    assert sheet.along.isHidden()

    for text in (f"/{whole.shortcut}", f"Hello, /{whole.shortcut} and bye", "/no-such-reply"):
        sheet.text.setPlainText(text)
        sheet.fill_all()
        assert {one.why_not for one in sheet.recipients} == {Why.SHORTCUT}
        assert sheet.stops.text().startswith("A shortcut is not an answer")
        assert not sheet.send.isEnabled()


def test_the_pictures_of_a_saved_reply_go_to_all_whose_channel_takes_them(sitting: Sitting) -> None:
    bridge = sitting.window.bridge
    picture = OutgoingPicture("p", "image/png", 8, 8, 90)
    sheet = opened(sitting, 30)
    reply = replace(sheet._replies[0], bodies=(("", "Your parcel leaves tomorrow."),), pictures=(picture,))
    sheet._replies[0] = reply

    def chosen() -> list[Recipient]:
        sheet.shortcuts.chosen.emit(reply)
        sheet.text.setPlainText(reply.body("")[1])
        sheet.fill_all()
        return [one for one in sheet.recipients if one.why_not is None]

    takes = {one.thread.id for one in chosen() if (can := bridge.capabilities(one.thread)) and can.attachments}
    assert sheet.along.isVisible()
    assert "its 1 picture" in sheet.along.text()
    assert sheet.without.isVisible()
    assert sheet.without.text().startswith(f"{len(chosen()) - len(takes)} of them get")
    sheet.along.click()
    assert not any(one.pictures for one in sheet.recipients)
    assert sheet.without.isHidden()

    chosen()
    QTest.keyClick(sheet.text, Qt.Key.Key_Return, CTRL)
    replies = [one.command for one in given(sitting) if isinstance(one.command, Reply)]
    assert len(replies) > len(takes) > 0
    assert {one.thread for one in replies if one.pictures == (picture,)} == takes


def test_the_sheet_says_the_pace_how_long_it_takes_and_which_blank_stops_a_person(sitting: Sitting) -> None:
    sheet = written(sitting, 30)
    assert "up to 20 a minute on each channel, " in sheet.about.text()

    sheet.text.setPlainText("Your order is {order}.")
    sheet.fill_all()
    rows = [row for row, one in enumerate(sheet.recipients) if one.why_not is Why.BLANK]
    sheet.list.setCurrentRow(rows[0])
    assert sheet.stops.text() == ("“order” is not known of this person. Write it into the text below, or skip them.")
    sheet.own.setPlainText("Your order is 42.")
    assert sheet.recipients[rows[0]].why_not is None
    assert not sheet.stops.text()


def test_a_thousand_are_filled_in_slices_and_nothing_is_sent_before_the_last_has_its_text(
    sitting: Sitting, qtbot: QtBot
) -> None:
    sheet = opened(sitting, 5)
    render = sheet._render
    assert render is not None
    sheet.open_for(sheet.recipients * 200, render, lambda found: f"{len(found)} go", ())
    sheet.text.setPlainText("Hello")
    goes_out: list[str] = []
    sheet.fill_all(lambda: goes_out.append(sheet.recipients[-1].text))
    assert sheet.is_filling
    assert sheet.about.text() == "Filling in the text: 40 of 1,000."
    assert not sheet.send.isEnabled()

    sheet.text.setPlainText("Hello, all of you")
    qtbot.waitUntil(lambda: not sheet.is_filling)
    assert not goes_out, "what was to go out was another text"
    sheet.fill_all(lambda: goes_out.append(sheet.recipients[-1].text))
    qtbot.waitUntil(lambda: goes_out == ["Hello, all of you"])
    assert {one.text for one in sheet.recipients if one.why_not is None} == {"Hello, all of you"}


def again(sitting: Sitting) -> AnswerSheet:
    """The sheet opened once more on what is selected."""
    QTest.keyClicks(sitting.window.queue.list, "/")
    assert sitting.window.bulk.one_text.is_open
    return sitting.window.bulk.one_text.sheet


def test_a_text_left_with_escape_is_there_again_for_the_same_threads_and_for_no_others(sitting: Sitting) -> None:
    window = sitting.window
    sheet = written(sitting, 3)
    sheet.list.setCurrentRow(1)
    sheet.own.setPlainText("Dear you, it leaves today.")
    sheet.list.setCurrentRow(2)
    sheet.skip.click()
    QTest.keyClick(sheet.text, Qt.Key.Key_Escape)
    assert window.toast.accessibleName() == "Your text is kept: answer the same threads to go on with it."

    sheet = again(sitting)
    assert sheet.text.toPlainText() == TEXT
    assert [one.own for one in sheet.recipients] == [None, "Dear you, it leaves today.", None]
    assert sheet.recipients[2].why_not is Why.SKIPPED
    sheet.leave()

    mine = window.bulk.selected
    others = [
        one.id
        for row in range(window.queue.model.rowCount())
        if (one := window.queue.model.thread_at(row)) is not None and one.waiting_since and one.id not in mine
    ]
    window.queue.selection.select(others[:2])
    assert not again(sitting).text.toPlainText()
    sheet.leave()
    window.queue.selection.select(mine)
    assert again(sitting).text.toPlainText() == TEXT, "another sheet that stayed empty takes nothing away"

    sheet.fill_all()
    QTest.keyClick(sheet.text, Qt.Key.Key_Return, CTRL)
    window.queue.selection.select(mine)
    assert not again(sitting).text.toPlainText(), "what was sent is not begun"


def test_who_is_answered_by_hand_keeps_what_was_begun_for_them(sitting: Sitting) -> None:
    sheet = written(sitting, 2)
    thread = sheet.recipients[0].thread
    desk = sitting.window.bridge.desk
    desk.set_draft(Draft(thread.id, "reply", "I looked into it, and", sitting.window.bridge.clock.now()))
    sheet.list.setCurrentRow(0)
    text = sheet.recipients[0].text
    sheet.by_hand.click()
    QTest.keyClick(sheet.text, Qt.Key.Key_Return, CTRL)

    draft = desk.draft(thread.id)
    assert draft is not None
    assert draft.text == f"I looked into it, and\n\n{text}"


def test_a_second_press_in_a_hurry_opens_no_window(sitting: Sitting) -> None:
    sheet = written(sitting, 2)
    QTest.keyClick(sheet.text, Qt.Key.Key_Return, CTRL)
    assert not sitting.window.bulk.one_text.is_open
    queue = sitting.window.queue
    queue.list.setFocus()
    QTest.keyClick(queue.list, Qt.Key.Key_Return, CTRL)
    assert not sitting.window.own_windows.threads


def test_somebody_without_a_name_is_called_so_wherever_a_name_stands_alone(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    window.queue.show_view(TEAM, "Whole team")
    thread = window.queue.current()
    assert thread is not None
    cache = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    with cache.change() as change:
        change.put_thread(replace(thread, contact_name="\u200b", contact_handle=""))
    cache.close()
    window.bridge.follow.look()
    assert window.conversation.header.name.text() == "No name"
    assert window.composer.editor.placeholderText().startswith("Write to the writer,")
    window.queue.selection.select([thread.id])
    QTest.keyClicks(window.queue.list, "/")
    assert window.bulk.one_text.sheet.list.model().index(0, 0).data().startswith("No name")


def test_what_the_file_says_of_acts_comes_too_late_for_a_window_that_is_gone(sitting: Sitting, qtbot: QtBot) -> None:
    progress = sitting.window.bulk.progress
    many = sitting.window.bridge.many
    progress.follow("Answers leave.", [(CommandId("c1"), ThreadId(1))])
    qtbot.waitUntil(lambda: many.is_busy)
    shiboken6.delete(progress.line)
    qtbot.waitUntil(lambda: not many.is_busy)


def test_a_text_of_ones_own_can_be_given_up_at_once(sitting: Sitting) -> None:
    sheet = written(sitting, 3)
    of_all = sheet.recipients[0].text
    assert not sheet.as_others.isEnabled()
    sheet.own.setPlainText("Only for you.")

    assert sheet.recipients[0].text == "Only for you."
    assert sheet.as_others.isEnabled()
    sheet.as_others.click()
    assert sheet.own.toPlainText() == of_all
