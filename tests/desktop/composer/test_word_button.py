"""The button that names the language of the spelling."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import metrics, theme
from socialdesk.desktop.look.tokens import Theme
from socialdesk.desktop.places.composer.parts import WordButton

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_its_letters_have_their_room_at_every_size_of_the_text_and_afterwards(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, Theme.LIGHT)
    button = WordButton()
    qtbot.addWidget(button)
    button.say("EN", "Spelling: English")
    button.show()
    as_designed = button.width()
    try:
        metrics.set_zoom(1.5)
        theme.apply(qapp, Theme.LIGHT)
        assert button.width() > as_designed
    finally:
        metrics.set_zoom(1.0)
        theme.apply(qapp, Theme.LIGHT)
    assert button.width() == as_designed
