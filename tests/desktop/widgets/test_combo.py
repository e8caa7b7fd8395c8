"""A choice shows the whole of its words in the room it asks for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import metrics, theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.widgets.combo import Combo


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_a_choice_asks_for_the_room_its_longest_words_take(qtbot: QtBot, qapp: QApplication, zoom: float) -> None:
    metrics.set_zoom(zoom)
    try:
        theme.apply(qapp, Theme.LIGHT)
        window = QWidget()
        qtbot.addWidget(window)
        row = QHBoxLayout(window)
        row.addWidget(QLineEdit(), 1)
        choices = [Combo(window) for _ in range(4)]
        for choice, words in zip(choices, ("any language", "Not at all", "Pas du tout", "menaces"), strict=True):
            choice.addItems([words, "x"])
            row.addWidget(choice)
        window.resize(1_800, 100)
        window.show()

        assert [choice.currentText() for choice in choices if choice.is_cut] == []
        choices[0].setFixedWidth(60)
        assert choices[0].is_cut
    finally:
        metrics.set_zoom(1.0)
        theme.apply(qapp, Theme.LIGHT)


def test_readers_hear_what_a_choice_is_about_now_and_what_is_said_of_it_stays(qtbot: QtBot) -> None:
    choice = Combo()
    qtbot.addWidget(choice)
    choice.setAccessibleName("Put a tag on")
    choice.setAccessibleName("Assign to")
    assert choice.accessibleDescription() == "Assign to"
    choice.setAccessibleDescription("Choose somebody who is there.")
    choice.setAccessibleName("Snooze")

    assert choice.accessibleDescription() == "Choose somebody who is there."
