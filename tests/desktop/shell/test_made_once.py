"""What was made once is shown again, and what nobody asked for is not made."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

from socialdesk.desktop.places.keysheet.sheet import KeySheet
from socialdesk.desktop.settings.setting import Section
from tests.desktop.shell.conftest import Sitting


def _below(place: QWidget) -> set[int]:
    for _ in range(3):
        QApplication.processEvents()
    return {shiboken6.getCppPointer(one)[0] for one in place.findChildren(QWidget)}


def _lines(sheet: KeySheet) -> int:
    return sum(bool(one.toolTip()) for one in sheet._area.widget().findChildren(QWidget))


def test_settings_and_keys_that_stood_there_are_shown_again_without_a_new_widget(sitting: Sitting) -> None:
    window = sitting.window
    window.settings.show(Section.APPEARANCE)
    page = window.settings.page
    made = _below(page)
    window.going.back()
    window.bridge.settings.put("density", "compact")
    window.settings.show(Section.APPEARANCE)
    assert _below(page) == made
    row = page.row("density")
    assert row is not None
    assert row.control.property("currentText") == "Compact"
    page.search_field.setText("density")
    page.search_field.clear()
    assert page.row("theme") is not None  # what was found gave way to the whole section
    window.going.back()

    sheet = window.key_side.sheet
    window.hands.show_keys()
    sheet.words()
    made = _below(sheet)
    sheet.leave()
    window.hands.show_keys()
    assert _below(sheet) == made
    sheet.leave()


def test_of_the_keys_those_that_are_seen_are_made_first(sitting: Sitting) -> None:
    sheet = sitting.window.key_side.sheet
    sitting.window.hands.show_keys()
    at_once, everything = _lines(sheet), len(sheet.words())
    assert 0 < at_once < everything
    assert _lines(sheet) == everything
    sheet.leave()


def test_the_wizard_is_made_when_somebody_connects_a_channel(sitting: Sitting) -> None:
    connecting = sitting.window.connecting
    assert not connecting.is_open
    assert "wizard" not in vars(connecting)
    connecting.elsewhere = None
    connecting.open()
    assert connecting.is_open
    connecting.wizard.leave()
    assert not connecting.is_open
