"""Several promises in the settings: added, named, for whom, moved, taken out, and saved as a whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.settings.hours_part import HoursPart
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell.promise_conditions import PromiseConditions
from socialdesk.model.calendar import OtherDay, Span
from socialdesk.model.condition import All, AnyOf, Field, Is, Not
from socialdesk.model.policy_command import SetReplyPolicy
from socialdesk.model.policy_form import written
from socialdesk.model.reply_policy import ALWAYS_A_DAY, Arrival, Promise, ReplyPolicy, Target, Unit
from socialdesk.model.thread import Kind
from tests.desktop.shell.conftest import Sitting
from tests.waiting import wait_for

URGENT = Is(Field.PRIORITY, frozenset({"urgent"}))
MESSAGES = Is(Field.KIND, frozenset({"dm"}))


def shown(sitting: Sitting) -> HoursPart:
    sitting.window.settings.show(Section.HOURS)
    part = sitting.window.settings.page.findChild(HoursPart)
    assert part is not None
    return part


def typed(field: QLineEdit | None, words: str) -> None:
    assert field is not None
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def choose(part: HoursPart, field: Field, value: str) -> None:
    """Press the button, and a chip of the card it opens."""
    box = part.promises.editor
    box.choose.click()
    conditions = part._conditions
    assert isinstance(conditions, PromiseConditions)
    assert conditions.card is not None
    conditions.card.lines[field].chip(value).click()
    conditions.card.leave()


def names(part: HoursPart) -> list[str]:
    rows = part.promises.names.list
    return [rows.item(at).text().splitlines()[0] for at in range(rows.count())]


def test_a_promise_is_added_for_some_counts_for_them_alone_and_undo_takes_it_back(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    part = shown(sitting)
    box, editor = part.promises, part.promises.editor
    assert names(part) == ["Everybody"]
    assert not editor.name.isVisible()
    box.names.add.click()
    assert names(part) == ["1. Promise 1", "2. Everything else"]
    assert editor.name.hasFocus()
    assert editor.problems["when"].isVisible()  # for everybody: nothing after it would ever count
    assert not part.save.isEnabled()
    QTest.keyClicks(editor.name, "Urgent ones")
    choose(part, Field.KIND, "dm")
    assert editor.when.text() == "Kind: Messages"
    assert not editor.problems["when"].isVisible()
    typed(part.amounts["first"], "45 min")
    typed(part.amounts["next"], "2")
    part.units["resolution"].setCurrentIndex(part.units["resolution"].findData("working_days"))
    typed(part.amounts["resolution"], "3")
    typed(editor.warning, "60")
    editor.pauses_first.click()
    qtbot.waitUntil(lambda: not part.is_looking)
    assert part.effect.isVisible()
    assert "Urgent ones" in part.meaning.text()
    part.save.click()
    sitting.engine_works()

    (urgent,) = bridge.policy.special
    assert (urgent.name, urgent.when, urgent.first, urgent.next) == ("Urgent ones", MESSAGES, Target(45), Target(120))
    assert (urgent.resolution, urgent.warning) == (Target(3, Unit.WORKING_DAYS), 60)
    assert (urgent.pauses, urgent.pauses_first) == (True, True)
    assert (bridge.policy.first, bridge.policy.next) == (ALWAYS_A_DAY.first, ALWAYS_A_DAY.next)
    assert not part.save.isEnabled()
    rows = window.queue.model._threads
    assert [one for one in rows if one != bridge.policy.promised(one)] == []
    assert {bridge.policy.of(one).name for one in rows if one.kind is Kind.DM} == {"Urgent ones"}

    window.hands.undo()
    sitting.engine_works()
    assert bridge.policy == replace(ALWAYS_A_DAY, version=2)
    assert names(part) == ["Everybody"]


def with_three(sitting: Sitting) -> HoursPart:
    """Three promises before the one for everything else, none of them saved."""
    part = shown(sitting)
    part.office.click()
    for name, field, value in (("C", Field.KIND, "dm"), ("B", Field.TAG, "refund"), ("A", Field.PRIORITY, "urgent")):
        part.promises.names.list.setCurrentRow(0)
        part.promises.names.add.click()
        typed(part.promises.editor.name, name)
        if field is Field.TAG:
            part.promises.editor._form.when = Is(field, frozenset({value}))
            part.promises.editor._on_edit()
        else:
            choose(part, field, value)
    return part


def test_promises_are_moved_by_keys_buttons_and_the_mouse_and_one_that_was_taken_out_is_put_back(
    sitting: Sitting,
) -> None:
    part = with_three(sitting)
    rows = part.promises.names
    assert names(part) == ["1. A", "2. B", "3. C", "4. Everything else"]
    assert part.save.isEnabled()
    rows.list.setFocus()
    rows.list.setCurrentRow(0)
    QTest.keyClick(rows.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (names(part)[:3], part.form.chosen) == (["1. B", "2. A", "3. C"], 1)
    QTest.keyClick(rows.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    rows.down.click()
    rows.down.click()
    assert names(part)[:3] == ["1. B", "2. C", "3. A"]
    assert not rows.down.isEnabled()  # the last one is for everything else
    # What the mouse does when it drops a row below the last one.
    rows.list.model().moveRow(QModelIndex(), 0, QModelIndex(), 4)
    wait_for(lambda: names(part) == ["1. C", "2. A", "3. B", "4. Everything else"])
    assert part.promises.editor.name.text() == "B"
    QTest.keyClick(rows.list, Qt.Key.Key_Delete)
    assert names(part) == ["1. C", "2. A", "3. Everything else"]
    rows.back.click()
    assert names(part)[:3] == ["1. C", "2. A", "3. B"]
    assert not rows.back.isVisible()
    rows.list.setCurrentRow(3)
    assert not rows.away.isEnabled()
    assert not part.promises.editor.name.isVisible()


def test_what_never_counts_contradicts_itself_or_cannot_be_read_is_told_at_its_field_and_nothing_is_saved(
    sitting: Sitting,
) -> None:
    part = with_three(sitting)
    rows, editor = part.promises.names, part.promises.editor
    rows.list.setCurrentRow(2)
    for wrong, said in (
        (All((URGENT, MESSAGES)), "“A” stands before it"),
        (All((MESSAGES, Not(MESSAGES))), "contradicts itself"),
        (All(()), "Choose whom this is for"),
    ):
        editor._form.when = wrong
        editor._on_edit()
        assert said in editor.problems["when"].text()
        assert editor.problems["when"].isVisible()
        assert "put right" in rows.list.item(2).text()
        assert not part.save.isEnabled()
        # It is still told in the list while another one is looked at, and not at that one's fields.
        rows.list.setCurrentRow(0)
        assert not editor.problems["when"].isVisible()
        assert "put right" in rows.list.item(2).text()
        rows.list.setCurrentRow(2)
    editor._form.when = AnyOf((URGENT, MESSAGES))
    editor._on_edit()
    assert part.save.isEnabled()
    for field, words, name in (
        (editor.name, "a", "name"),
        (editor.name, " ", "name"),
        (editor.warning, "120", "warning"),
        (part.amounts["first"], "soon", "first"),
    ):
        right = field.text()
        typed(field, words)
        assert editor.problems[name].isVisible()
        assert not part.save.isEnabled()
        field.setText(right)
        editor._on_edit()
    part.units["resolution"].setCurrentIndex(0)
    typed(part.amounts["resolution"], "0")
    assert editor.problems["resolution"].isVisible()
    part.save.click()
    assert sitting.window.bridge.submit.pending == ()


def test_hours_of_its_own_are_drawn_for_one_promise_and_count_for_who_writes_at_night(
    sitting: Sitting,
) -> None:
    part = with_three(sitting)
    editor, here = part.promises.editor, part.zone.currentText()
    part.promises.names.list.setCurrentRow(1)
    editor.arrives.setCurrentIndex(editor.arrives.findData("closed"))
    own_hours = editor.calendar
    assert not own_hours.isVisible()
    editor.hours.setCurrentIndex(1)
    assert own_hours.isVisible()
    assert own_hours.zone.currentText() == part.zone.currentText()  # it begins with what the workspace has
    typed(own_hours.week.fields[6], "22-6")
    typed(own_hours.week.fields[5], "noon")
    assert own_hours.week.problems[5].isVisible()
    assert not part.save.isEnabled()
    typed(own_hours.week.fields[5], "10-12")
    typed(own_hours.zone.lineEdit(), "Mars/Olympus")
    assert "No time zone" in own_hours.problem.text()
    assert not part.calendar.problem.isVisible()  # that of the workspace is another one
    typed(own_hours.zone.lineEdit(), "America/New_York")
    own_hours.others.add.click()
    typed(own_hours.others.rows[0].day, "2101-12-24")
    typed(own_hours.others.rows[0].hours, "9-12")
    own_hours.country.addItem("US", "US")
    own_hours.country.setCurrentIndex(own_hours.country.findData("US"))
    part.save.click()
    sitting.engine_works()
    policy = sitting.window.bridge.policy
    own = policy.special[1]
    assert own.arrives is Arrival.CLOSED
    assert own.calendar is not None
    assert own.calendar.week[5:] == ((Span(600, 720),), (Span(22 * 60, 30 * 60),))
    assert (own.calendar.zone, own.calendar.country) == ("America/New_York", "US")
    assert own.calendar.other_days == (OtherDay(date(2101, 12, 24), (Span(540, 720),)),)
    assert any(one.name == "Independence Day" for one in own.calendar.holidays)
    assert (policy.calendar.zone, policy.calendar.country, policy.calendar.other_days) == (here, "", ())
    assert (policy.special[0].calendar, policy.version) == (None, 1)


def test_a_promise_for_my_threads_is_the_same_for_everybody(sitting: Sitting) -> None:
    part = shown(sitting)
    part.promises.names.add.click()
    choose(part, Field.WHOSE, "mine")
    me = str(sitting.window.bridge.me)
    assert part.form.promises[0].when == Is(Field.WHOSE, frozenset({me}))
    assert "mine" in part.promises.editor.when.text().lower() or "me" in part.promises.editor.when.text().lower()
    policy, problems = part.form.read()
    assert problems == {}
    assert isinstance(policy, ReplyPolicy)


def test_beside_the_conversation_stands_which_promise_counts_and_until_when_all_is_to_be_done(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    promise = Promise("Messages", MESSAGES, first=Target(90), next=Target(90), resolution=Target(60 * 24 * 30))
    bridge.submit.change([SetReplyPolicy(written(replace(ALWAYS_A_DAY, special=(promise,))))], "")
    sitting.engine_works()
    thread = next(one for one in window.queue.model._threads if one.kind is Kind.DM and one.waiting_since)
    window.queue.open(thread.id)
    panel = window.context
    qtbot.waitUntil(lambda: panel.waiting.done is not None and panel.waiting.done.isVisible())
    assert panel.waiting.card is not None
    assert panel.waiting.card.toolTip().startswith("By “Messages”, version 1")
    assert panel.waiting.done is not None
    assert "30" in panel.waiting.done.text() or "720" in panel.waiting.done.text()

    QGuiApplication.clipboard().setText("")
    window.hands.moderate("copy_times")
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    head, *lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert head[0] == "Clock"
    assert {len(line) for line in lines} == {len(head)}
    assert {line[0] for line in lines} >= {"All done"}
    assert {(line[7], line[8]) for line in lines if not line[4]} == {("Messages", "1")}


def test_where_the_network_takes_answers_for_some_hours_only_what_ends_first_is_due_and_both_are_told(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    assert bridge.policy.windows
    bridge.submit.change([SetReplyPolicy(written(replace(ALWAYS_A_DAY, first=Target(4000), next=Target(4000))))], "")
    sitting.engine_works()
    model, policy = window.queue.model, bridge.policy
    one = next(one for one in model._threads if policy.closes_at(one) is not None)
    assert one.due_at == policy.closes_at(one) != policy.promised_until(one)
    index = model.index(model.row_of(one.id) or 0)
    said = index.data(Qt.ItemDataRole.ToolTipRole).splitlines()[0]
    assert said.startswith("The network takes answers until ")
    assert "promised until" in said
    assert said in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    window.queue.open(one.id)
    qtbot.waitUntil(lambda: window.context.thread == one.id and window.context.waiting.card is not None)
    assert window.context.waiting.card is not None
    assert said in window.context.waiting.card.toolTip()
    other = next(one for one in model._threads if one.kind is not Kind.DM)
    assert "network" not in (model.index(model.row_of(other.id) or 0).data(Qt.ItemDataRole.ToolTipRole) or "")
