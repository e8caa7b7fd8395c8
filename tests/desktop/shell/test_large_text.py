"""At twice the text size, in the smallest window, words keep the room they need."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialdesk.desktop.look import metrics
from socialdesk.desktop.places.shield_words.card import WordLists
from socialdesk.desktop.settings.setting import Section
from tests.desktop.shell.conftest import Sitting
from tests.desktop.shell.test_hours import shown, typed
from tests.images.faults import faults


@pytest.fixture(autouse=True)
def text_as_designed() -> Iterator[None]:
    yield
    metrics.set_zoom(1.0)


def test_settings_and_word_lists_are_neither_cut_nor_squeezed_in_little_room(sitting: Sitting, qtbot: QtBot) -> None:
    window = sitting.window
    for _ in range(10):
        window.hands.zoom(1)
    window.resize(900, 600)
    window.settings.show(Section.NOTICES)
    QApplication.processEvents()
    assert list(faults(window)) == []

    part = shown(sitting)
    typed(part.week.fields[5], "nine to five")
    QApplication.processEvents()
    label = part.week.problems[5]
    assert label.isVisible()
    qtbot.waitUntil(lambda: not part.is_looking)
    for one in (label, part):
        qtbot.waitUntil(lambda one=one: one.height() >= one.heightForWidth(one.width()))

    window.run(window.registry["shield.words"])
    QApplication.processEvents()
    card = window.findChild(WordLists)
    assert card is not None
    assert list(faults(card)) == []
