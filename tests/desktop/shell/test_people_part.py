"""Shifts, back-ups and being away: what is typed counts as a whole or not at all, and is told where it matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.pickers.choices import LINE_ROLE
from socialdesk.desktop.places.settings.people_part import PeoplePart
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.widgets.buttons import IconButton
from socialdesk.model.calendar import ALWAYS, Calendar, OtherDay, Span
from socialdesk.model.identifiers import PersonId
from socialdesk.model.routing import RoutingSettings, Strategy
from socialdesk.model.shift import Presence, Staff
from tests.desktop.shell.conftest import Sitting


def shown(sitting: Sitting) -> PeoplePart:
    sitting.window.settings.show(Section.PEOPLE)
    part = sitting.window.settings.page.findChild(PeoplePart)
    assert part is not None
    return part


def typed(field: QLineEdit | None, words: str) -> None:
    assert field is not None
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words) if words else QTest.keyClick(field, Qt.Key.Key_Delete)


def number_of(sitting: Sitting, first: str) -> PersonId:
    return next(one.id for one in sitting.window.bridge.people if one.name.startswith(first))


def test_how_a_colleague_works_is_saved_as_a_whole_told_when_giving_by_hand_and_taken_back(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    lea = number_of(sitting, "Léa")
    part = shown(sitting)
    assert (part.person, part.save.isEnabled()) == (bridge.me, False)
    part.who.setCurrentIndex(part.who.findData(lea))
    for field in part.week.fields:
        typed(field, "closed")
    now = bridge.clock.now()
    typed(part.week.fields[(now + timedelta(days=3)).weekday()], "9-17")  # not there now, wherever this runs
    typed(part.zone.lineEdit(), "UTC")
    part.others.add.click()
    swapped = (now + timedelta(days=30)).date()
    typed(part.others.rows[0].day, swapped.isoformat())
    typed(part.others.rows[0].hours, "10-11:75")
    assert "no span of hours" in part.others.rows[0].problem.text()
    assert not part.save.isEnabled()
    typed(part.others.rows[0].hours, "10-14, 20-2")
    assert not part.others.rows[0].problem.isVisible()
    typed(part.languages, "fr, German")
    typed(part.skills, "Refund, delivery")
    typed(part.capacity, "12")
    first = next(iter(part.channels))
    part.channels[first].click()
    part.on_call.setChecked(True)
    assert part.save.isEnabled()
    assert part.turns.isHidden()
    part.save.click()
    sitting.engine_works()

    assert part.turns.text().startswith("In the last four weeks: Léa ")
    assert " 0. " in part.turns.text()
    staff = bridge.cache.team().of(lea)
    assert (staff.languages, staff.skills, staff.capacity) == (("fr", "de"), ("refund", "delivery"), 12)
    assert (staff.channels, part.channels[first].isChecked()) == ((first,), True)
    assert staff.shifts.week[(now + timedelta(days=3)).weekday()] == (Span(9 * 60, 17 * 60),)
    assert staff.shifts.other_days == (OtherDay(swapped, (Span(600, 840), Span(1200, 1560))),)
    assert staff.is_there(datetime.combine(swapped, time(23), UTC))
    assert staff.presence(now) is Presence.OFF_SHIFT
    assert (part.person, part.save.isEnabled()) == (lea, False)

    # Given by hand it is possible, and said: in the list before, in a sentence after.
    window.hands.leave()
    window.rail.choose("all_open")
    thread = next(one for one in window.queue.model._threads if one.due_at is not None and one.assignee_id != lea)
    window.queue.open(thread.id)
    window.hands.triage.ask_assign()
    line = next(one for one in window.assign.lines("") if one.key == str(lea))
    assert line.detail.startswith("off until ")
    assert window.assign.off.isHidden()
    while window.assign.list.currentIndex().data(LINE_ROLE).key != str(lea):
        QTest.keyClick(window.assign.field, Qt.Key.Key_Down)
    assert window.assign.off.text().startswith("Léa is off until ")
    assert "; due " in window.assign.off.text()
    window.assign.pick(line)
    step = bridge.submit.last_step
    assert step is not None
    assert " Léa is off until " in step.label
    assert "; due " in step.label

    window.hands.undo()
    window.hands.undo()
    sitting.engine_works()
    assert replace(bridge.cache.team().of(lea), shifts=Calendar()) == Staff(lea)
    assert bridge.cache.team().of(lea).shifts.week == ALWAYS


def test_what_cannot_be_meant_is_told_at_its_field_and_nothing_of_it_counts(sitting: Sitting) -> None:
    bridge = sitting.window.bridge
    part = shown(sitting)
    lea = number_of(sitting, "Léa")
    faults = (
        (part.languages, "fr, klingonish", "languages", "klingonish"),
        (part.capacity, "many", "capacity", "whole number"),
    )
    typed(part.week.fields[0], "20-8")
    typed(part.week.fields[1], "7-9")
    assert "night" in part.week.problems[0].text()
    for field, words, name, said in faults:
        typed(field, words)
        assert said in part.problems[name].text()
        assert field.accessibleDescription() == part.problems[name].text()
    typed(part.zone.lineEdit(), "Europe/Atlantis")
    assert part.calendar.problem.text().startswith("No time zone")
    assert part.zone.accessibleDescription() == part.calendar.problem.text()
    part.cover.setCurrentIndex(part.cover.findData(lea))
    part.while_away.setChecked(False)
    assert "Say when they answer" in part.problems["late"].text()
    typed(part.until, "soon")
    assert "no date" in part.problems["until"].text()
    assert not part.save.isEnabled()

    # Looking at somebody else and coming back loses nothing.
    part.who.setCurrentIndex(part.who.findData(lea))
    assert part.week.week() == ["00:00–24:00"] * 7
    part.who.setCurrentIndex(part.who.findData(bridge.me))
    assert (part.zone.currentText(), part.until.text()) == ("Europe/Atlantis", "soon")
    part.discard.click()
    assert (part.zone.currentText() != "Europe/Atlantis", part.wrong.isVisible()) == (True, False)

    # Two who stand in for each other are told so before anything is saved.
    part.cover.setCurrentIndex(part.cover.findData(lea))
    part.save.click()
    sitting.engine_works()
    part.who.setCurrentIndex(part.who.findData(lea))
    part.cover.setCurrentIndex(part.cover.findData(bridge.me))
    assert "in a circle" in part.problems["cover"].text()
    assert not part.save.isEnabled()
    assert bridge.cache.team().of(lea).shifts.week == ALWAYS


def test_who_is_away_until_a_moment_is_told_below_their_name_and_back_with_one_act(
    sitting: Sitting, qtbot: QtBot
) -> None:
    window, bridge = sitting.window, sitting.window.bridge
    side = window.hands.shift
    run = {one.id: one for one in window.registry}
    assert not run["app.back"].when(window.facts())

    window.run(run["app.away"])
    QTest.keyClicks(side.picker.field, "in 2 hours")
    QTest.keyClick(side.picker.field, Qt.Key.Key_Return)
    sitting.engine_works()

    mine = bridge.cache.team().of(bridge.me)
    now = bridge.clock.now()
    away = mine.away_at(now)
    assert away is not None
    assert away.until is not None
    assert timedelta(minutes=118) < away.until - now <= timedelta(hours=2)
    assert window.rail._me.standing is not None
    assert window.rail._me.standing.startswith("Away until ")
    assert window.facts().is_away

    window.run(run["app.back"])
    sitting.engine_works()
    assert bridge.cache.team().of(bridge.me).presence(bridge.clock.now()) is Presence.ON_SHIFT
    assert not window.facts().is_away
    window.hands.undo()
    sitting.engine_works()
    assert window.facts().is_away

    part = shown(sitting)
    assert part.absences.back.isVisible()
    part.absences.back.click()
    typed(part.absences.first, "moon")
    part.absences.add.click()
    assert "no date" in part.absences.problem.text()
    typed(part.absences.first, "2001-01-02")
    part.absences.add.click()
    assert "are over" in part.absences.problem.text()
    typed(part.absences.first, "2101-01-02")
    typed(part.absences.last, "2101-01-01")
    part.absences.add.click()
    assert "other way round" in part.absences.problem.text()
    typed(part.absences.last, "2101-01-09")
    part.absences.add.click()
    sitting.engine_works()
    assert not part.absences.back.isVisible()
    (line,) = part.absences.coming
    (drop,) = line.findChildren(IconButton)
    assert drop.toolTip().startswith("Take away: On holiday from ")
    drop.click()
    sitting.engine_works()
    later = [one for one in bridge.cache.team().of(bridge.me).away if one.begins_at > bridge.clock.now()]
    assert (part.absences.coming, later) == ([], [])
    window.hands.undo()
    sitting.engine_works()
    assert len(part.absences.coming) == 1


def test_the_choice_of_who_is_given_what_shows_what_the_last_days_would_have_been_before_it_counts(
    sitting: Sitting, qtbot: QtBot
) -> None:
    bridge = sitting.window.bridge
    part = shown(sitting).routing
    assert (part.save.isEnabled(), part.preview.text(), part.anybody.isEnabled()) == (False, "", False)

    part.strategy.setCurrentIndex(part.strategy.findData(Strategy.FITTING.value))
    qtbot.waitUntil(lambda: bool(part.preview.text()))
    assert part.preview.text().startswith("Of the last 7 days, as people work now: ")
    assert "Léa " in part.preview.text()
    typed(part.late, "sometime")
    assert not part.save.isEnabled()
    assert "how late" in part.problem.text()
    typed(part.late, "1:30")
    part.save.click()
    sitting.engine_works()

    assert bridge.cache.team().routing == RoutingSettings(Strategy.FITTING, late_min=90)
    assert not part.save.isEnabled()
    sitting.window.hands.undo()
    sitting.engine_works()
    assert bridge.cache.team().routing == RoutingSettings()
    assert part.late.text() == ""
