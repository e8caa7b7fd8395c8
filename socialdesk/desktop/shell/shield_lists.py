"""Opens the word lists of the shield over a window; the card is made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from socialdesk.desktop.places.shield_words.card import WordLists

if TYPE_CHECKING:
    from socialdesk.desktop.shell.parts import Parts


def open_lists(window: Parts) -> WordLists:
    """Show the lists, and give the card."""
    assert isinstance(window, QWidget)
    card = window.findChild(WordLists)
    if card is None:
        card = WordLists(window, window.bridge)
        card.said.connect(window.say)
    card.read()
    card.open_card(card.text)
    return card
