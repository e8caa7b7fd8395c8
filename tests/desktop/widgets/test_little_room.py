"""What says much says it whole where there is little room, and stays inside of its window."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from socialdesk.desktop.widgets.banner import Banner
from socialdesk.desktop.widgets.buttons import Button
from socialdesk.desktop.widgets.chord_hint import ChordHint
from socialdesk.desktop.widgets.plain_text import PlainLabel
from socialdesk.desktop.widgets.popover import Popover
from tests.images.faults import faults


def room(qtbot: QtBot, wide: int, high: int) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(wide, high)
    window.show()
    return window


def test_a_card_that_grows_stays_in_the_window(qtbot: QtBot) -> None:
    window = room(qtbot, 400, 300)
    card = Popover(window, 200, "Card")
    words = PlainLabel("Short", wraps=True)
    card.inside.addWidget(words)
    card.inside.addWidget(Button("Keep"))
    card.show_at(QRect(380, 150, 10, 20))
    below = card.card.y()

    words.setText("Far longer than it was when the card found its place. " * 6)
    card.card.resize(200, card.inside.totalHeightForWidth(200))

    assert card.card.y() < below
    assert window.rect().contains(card.card.geometry())
    assert not list(faults(window))


def test_a_banner_puts_what_can_be_done_below_its_words_where_both_have_no_room(qtbot: QtBot) -> None:
    window = room(qtbot, 900, 300)
    banner = Banner(window)
    acts = (("again", "Try again now"), ("outbox", "Open the outbox"))
    banner.resize(900, banner.sizeHint().height())
    banner.show_words("info", "wifi-slash", "Offline since 16:43.", "What you send waits.", acts)
    low = banner.sizeHint().height()

    banner.resize(300, low)
    QApplication.processEvents()
    assert banner.sizeHint().height() > low
    banner.resize(banner.width(), banner.sizeHint().height())
    QApplication.processEvents()

    lead = banner.findChildren(PlainLabel)[0]
    one, other = (QRect(it.mapTo(banner, it.rect().topLeft()), it.size()) for it in banner.findChildren(Button))
    assert one.top() >= lead.geometry().bottom()
    assert banner.rect().contains(one)
    assert banner.rect().contains(other)
    assert not list(faults(banner))

    banner.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert banner.width() - lead.geometry().right() > 20 + 18, "the icon stands there now"


def test_a_banner_in_one_line_shows_nearly_all_of_its_words(qtbot: QtBot) -> None:
    window = room(qtbot, 1_400, 300)
    banner = Banner(window)
    words = "Keep working: what you send waits in the outbox and goes out, in order, when you are back."
    banner.resize(1_400, banner.sizeHint().height())
    banner.show_words("info", "wifi-slash", "Offline since 16:43.", words, (("again", "Try now"),))
    low = banner.sizeHint().height()
    text = banner.findChildren(PlainLabel)[1]

    for wide in range(1_400, 400, -50):
        banner.resize(wide, low)
        QApplication.processEvents()
        if banner.sizeHint().height() == low:
            assert text.width() > 0.8 * text.sizeHint().width(), wide


def test_what_can_follow_a_key_is_shown_whole_in_a_low_window(qtbot: QtBot) -> None:
    window = room(qtbot, 480, 340)
    hint = ChordHint(window)

    hint.show_choices("G", [(letter, f"Go to a place that is called {letter}") for letter in "MUESWTDORLHA"])

    assert hint.geometry().top() >= -24 + 8, "the shadow may be cut, not the card"
    assert hint.geometry().right() <= window.width() + 24
