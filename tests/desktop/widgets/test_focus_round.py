"""Tab goes round among the stops of what covers the window, in both directions."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.widgets.focus_round import go_round


def test_tab_goes_round_and_begins_at_the_end_it_comes_from(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    first, second, third = stops = [QPushButton(name) for name in ("First", "Second", "Third")]
    for stop in stops:
        row.addWidget(stop)
    window.show()
    window.setFocus()

    assert go_round(stops, None, forward=True) is first
    assert go_round(stops, None, forward=False) is third, "backwards from nowhere it is the last, not the one before"
    assert window.focusWidget() is third
    assert go_round(stops, window.focusWidget(), forward=True) is first
    assert go_round(stops, first, forward=True) is second
    assert go_round(stops, first, forward=False) is third
    assert go_round([], first, forward=True) is None
