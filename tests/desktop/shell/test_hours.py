"""Hours and targets in the settings: what is written or drawn counts as a whole or not at all, and moves the queue."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.queue.words import clock
from socialdesk.desktop.places.settings.hours_part import HoursPart
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.widgets.due_words import target_words
from socialdesk.model.calendar import ALWAYS, DAY, Calendar, OtherDay, Span
from socialdesk.model.reply_policy import ALWAYS_A_DAY, ReplyPolicy, Target, Unit
from socialdesk.model.snooze import Choice
from socialdesk.model.triage import ClockState, order_key
from socialdesk.store.cache import Cache
from tests.desktop.shell.conftest import Sitting


def shown(sitting: Sitting) -> HoursPart:
    sitting.window.settings.show(Section.HOURS)
    part = sitting.window.settings.page.findChild(HoursPart)
    assert part is not None
    return part


def typed(field: QLineEdit | None, words: str) -> None:
    assert field is not None
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words.replace("–", "-"))  # it knows no other keys


def test_hours_that_were_saved_decide_when_everything_is_due_and_undo_brings_the_old_ones_back(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    before = {one.id: one.due_at for one in window.queue.model._threads}
    part = shown(sitting)
    assert (part.form.is_changed, part.save.isEnabled(), bridge.policy) == (False, False, ALWAYS_A_DAY)

    now = bridge.clock.now()
    for field in part.week.fields:
        typed(field, "closed")
    other = (now + timedelta(days=2)).weekday()  # nobody is there now, wherever this runs
    typed(part.week.fields[other], "9-12, 14h–18h30")
    for name in ("first", "next"):
        part.units[name].setCurrentIndex(part.units[name].findData(Unit.OPEN_HOURS))
        typed(part.amounts[name], "1:30")
    typed(part.zone.lineEdit(), "Asia/Kolkata")
    qtbot.waitUntil(lambda: not part.is_looking)
    assert part.effect.isVisible()
    assert "due" in part.meaning.text()
    part.save.click()
    sitting.engine_works()

    policy = bridge.policy
    assert policy.calendar.zone == "Asia/Kolkata"
    assert policy.calendar.week[other] == (Span(9 * 60, 12 * 60), Span(14 * 60, 18 * 60 + 30))
    assert (policy.first, policy.next) == (Target(90, Unit.OPEN_HOURS), Target(90, Unit.OPEN_HOURS))
    assert not part.save.isEnabled()
    window.queue.let_in()  # another order waits for the hands to rest
    rows = window.queue.model._threads
    assert [one for one in rows if one != replace(one, due_at=policy.promised(one).due_at)] == []
    waiting = [one for one in rows if one.waiting_since is not None]
    assert waiting == sorted(waiting, key=order_key)
    assert {one.id: one.due_at for one in rows} != before
    still = [window.queue.model.clock_of(one) for one in waiting]
    paused = next(one for one in still if one.state is ClockState.PAUSED)
    assert clock(paused).startswith("Outside hours, due ")

    window.hands.undo()
    sitting.engine_works()
    assert bridge.policy == replace(ALWAYS_A_DAY, version=2)
    assert {one.id: one.due_at for one in window.queue.model._threads} == before


def test_what_cannot_be_read_is_told_at_its_field_nothing_of_it_counts_and_it_is_still_there_later(
    sitting: Sitting,
) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    part = shown(sitting)
    faults = (
        (part.week.fields[0], "nine to five", lambda: part.week.problems[0]),
        (part.week.fields[1], "9-12, 11-14", lambda: part.week.problems[1]),
        (part.amounts["first"], "soon", lambda: part.problems["first"]),
        (part.amounts["next"], "0", lambda: part.problems["next"]),
        (part.zone.lineEdit(), "Middle/Earth", lambda: part.problems["zone"]),
    )
    for field, words, problem in faults:
        right = field.text()
        typed(field, words)
        assert problem().isVisible()
        assert problem().text()
        assert not part.save.isEnabled()
        if field is not part.zone.lineEdit():
            typed(field, right)
            assert not problem().isVisible()
    part.others.add.click()
    part.others.add.click()
    first, second = part.others.rows
    assert first.day.text() != second.day.text()
    typed(second.day, first.day.text())
    assert second.problem.isVisible()
    typed(second.day, "Christmas")
    assert "Christmas" in second.problem.text()
    part.save.click()
    assert bridge.submit.pending == ()
    assert bridge.policy == ALWAYS_A_DAY

    window.settings.show(Section.PRIVACY)
    again = shown(sitting)
    assert again is not part
    assert again.zone.currentText() == "Middle/Earth"
    assert again.problems["zone"].isVisible()
    assert again.others.rows[1].day.text() == "Christmas"
    again.others.rows[1].away.click()
    typed(again.zone.lineEdit(), "Europe/Paris")
    assert again.save.isEnabled()
    again.discard.click()
    assert not again.form.is_changed
    assert again.others.rows == []


def test_a_zone_that_vanished_is_told_at_its_field_with_what_counts_meanwhile_and_clocks_go_on(
    sitting: Sitting,
) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    gone = ReplyPolicy(Calendar("Europe/Atlantis", (*ALWAYS[:6], ())), Target(90, Unit.OPEN_HOURS), Target(90))
    writer = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    with writer.change() as change:
        change.put_policy(gone, bridge.me, bridge.clock.now())
        change.promise(100_000)
    writer.close()
    bridge.follow.look()
    assert bridge.policy.calendar.zone == "Europe/Atlantis"
    by_utc = replace(bridge.policy, calendar=replace(gone.calendar, zone="UTC"))
    window.queue.let_in()
    rows = [one for one in window.queue.model._threads if one.waiting_since]
    assert rows
    assert all(one.due_at == by_utc.promised(one).due_at is not None for one in rows)

    part = shown(sitting)
    assert "Europe/Atlantis any more" in part.problems["zone"].text()
    assert "counted in UTC" in part.zone.accessibleDescription()
    assert not part.save.isEnabled()
    typed(part.zone.lineEdit(), "Europe/Paris")
    assert part.problems["zone"].isHidden()
    part.save.click()
    sitting.engine_works()
    assert (bridge.policy.calendar.zone, bridge.policy.first) == ("Europe/Paris", gone.first)


def test_hours_are_drawn_with_the_mouse_moved_at_their_edges_and_closed_with_a_double_click(sitting: Sitting) -> None:
    part = shown(sitting)
    part.office.click()
    bar, field = part.week.bars[6], part.week.fields[6]  # Sunday, closed

    def at(hour: float) -> QPoint:
        return QPoint(round(hour * 60 / DAY * bar.width()), bar.height() // 2)

    def drag(one: float, other: float) -> None:
        QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=at(one))
        QTest.mouseMove(bar, at(other))
        QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=at(other))

    drag(10, 12)
    assert field.text() == "10:00–12:00"
    drag(18, 14)
    assert field.text() == "10:00–12:00, 14:00–18:00"
    drag(18, 20)
    assert field.text() == "10:00–12:00, 14:00–20:00"
    drag(12, 14)
    assert field.text() == "10:00–20:00"
    QTest.mouseDClick(bar, Qt.MouseButton.LeftButton, pos=at(15))
    assert field.text() == ""
    part.copy.click()
    part.always.click()
    policy, problems = part.form.read()
    assert problems == {}
    assert policy is not None
    assert policy.calendar.week == ALWAYS


def test_hours_are_drawn_by_keys_as_well(sitting: Sitting) -> None:
    part = shown(sitting)
    part.office.click()
    bar, field = part.week.bars[6], part.week.fields[6]  # Sunday, closed
    bar.setFocus()

    def press(*keys: Qt.Key, shift: bool = False) -> None:
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(bar, key, held)

    press(Qt.Key.Key_Right, shift=True)  # from 9:00 to 10:00
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, shift=True)
    press(Qt.Key.Key_Right)
    assert "10:00–12:15" in bar.accessibleDescription()
    press(Qt.Key.Key_Space)
    assert field.text() == "10:00–12:15"
    press(Qt.Key.Key_Home, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Escape)
    assert field.text() == "10:00–12:15"
    press(Qt.Key.Key_End, Qt.Key.Key_Space)
    press(Qt.Key.Key_Left, shift=True)
    press(Qt.Key.Key_Space)
    assert field.text() == "10:00–12:15, 23:00–24:00"
    press(Qt.Key.Key_Delete)
    assert field.text() == "10:00–12:15"
    assert part.form.hours.week[6] == "10:00–12:15"
    assert "Sunday" in bar.accessibleName()


def test_the_page_is_found_by_what_people_call_it_and_entered_by_keys(sitting: Sitting) -> None:
    page = sitting.window.settings.page
    sitting.window.settings.show()
    page.start_search()
    QTest.keyClicks(page.search_field, "jours feries")
    QTest.keyClick(page.search_field, Qt.Key.Key_Down)
    page.press_enter()
    part = page.findChild(HoursPart)
    assert part is not None
    assert page.section is Section.HOURS
    page.list.setFocus()

    page.press_enter()

    assert part.promises.names.list.hasFocus()


def test_the_next_working_day_of_snoozing_is_one_of_the_team(sitting: Sitting) -> None:
    window = sitting.window
    today = window.bridge.clock.now().astimezone().date()
    other = today + timedelta(days=3)
    week = tuple((Span(9 * 60, 17 * 60),) if day == other.weekday() else () for day in range(7))
    window.bridge.policy = ReplyPolicy(Calendar("UTC", week, (OtherDay(other),)))

    QTest.keyClick(window.queue.list, Qt.Key.Key_H)

    (offer,) = [one for one in window.snooze._offers if one.choice is Choice.NEXT_WORKING_DAY]
    assert offer.until is not None
    assert offer.until.astimezone().date() == other + timedelta(days=7)


def test_a_target_is_never_ambiguous() -> None:
    assert target_words(Target(90)) == "1 h 30"
    assert target_words(Target(480, Unit.OPEN_HOURS)) == "8 h of opening hours"
    assert target_words(Target(45)) == "45 min"
