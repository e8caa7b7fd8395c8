"""The page of settings, the sheet of keys, what follows G, keys on buttons, the menus."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from socialdesk.desktop.places.settings.hours_part import HoursPart
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell.window import Window
from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.reply_policy import ReplyPolicy, Target, Unit
from tests.images.rest import settle
from tests.images.scenes import Scene
from tests.waiting import wait_for


def _at(section: Section) -> Scene:
    return lambda window: window.settings.show(section)


def _searched(window: Window) -> None:
    window.settings.show()
    window.settings.page.start_search()
    QTest.keyClicks(window.settings.page.search_field, "system")


def _hours(window: Window) -> None:
    window.settings.show(Section.HOURS)
    part = window.settings.page.findChild(HoursPart)
    assert part is not None
    _looked(part)


def _hours_with_faults(window: Window) -> None:
    """Office hours with a night shift, two days that differ, and two fields that cannot be read."""
    window.settings.show(Section.HOURS)
    part = window.settings.page.findChild(HoursPart)
    assert part is not None
    part.office.click()
    part.zone.setEditText("Europe/Paris")
    part.units["next"].setCurrentIndex(part.units["next"].findData("working_days"))
    _typed(part.amounts["next"], "2")
    _typed(part.week.fields[2], "9-12, 14-18")
    _typed(part.week.fields[4], "22-6")
    _typed(part.week.fields[5], "nine to five")
    part.others.add.click()
    _typed(part.others.rows[0].hours, "10-11:75")
    settle(window)
    window.settings.page._area.ensureWidgetVisible(part.week.fields[6])


def _hours_meant(window: Window) -> None:
    """Office hours that are about to count, seen at their end."""
    window.settings.show(Section.HOURS)
    part = window.settings.page.findChild(HoursPart)
    assert part is not None
    part.office.click()
    for unit in part.units.values():
        unit.setCurrentIndex(unit.findData("open_hours"))
    for amount in part.amounts.values():
        _typed(amount, "4")
    part.zone.setEditText("Europe/Paris")
    _looked(part)
    part.country.setCurrentIndex(part.country.findData("FR"))
    settle(window)
    window.settings.page._area.ensureWidgetVisible(part.save)


def _closed_now(window: Window) -> None:
    """The queue while nobody is there: clocks that stand still say until when."""
    closed = Calendar("UTC", ((), (), (), (), (), (Span(600, 660),), ()))
    window.bridge.policy = ReplyPolicy(closed, *[Target(240, Unit.OPEN_HOURS)] * 2, version=1)
    window.bridge.policy_changed.emit()


def _typed(field: QLineEdit, words: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, words)


def _looked(part: HoursPart) -> None:
    """Until what is read beside is there."""
    wait_for(lambda: not part.is_looking)


def _menus(window: Window) -> None:
    window.key_side.menu_bar.show_always(is_on=True)


SCENES: dict[str, Scene] = {f"settings-{section.value}": _at(section) for section in Section} | {
    "settings-hours": _hours,
    "settings-search": _searched,
    "outside-hours": _closed_now,
    "settings-hours-faults": _hours_with_faults,
    "settings-hours-meant": _hours_meant,
    "key-sheet": lambda window: window.key_side.show_sheet(),
    "chord-hint": lambda window: window.keys.waiting.emit(True),
    "key-hints": lambda window: window.keys.held.emit(True),
    "menu-bar": _menus,
}
