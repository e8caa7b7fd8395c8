"""Topics are called as the window speaks, and kept under one name."""

from __future__ import annotations

import pytest

from socialdesk.desktop.widgets import topic_words
from socialdesk.desktop.widgets.topic_words import skills_shown, skills_typed, topic_of

_FRENCH = {"Delivery": "Livraison", "Refund": "Remboursement"}


@pytest.fixture(autouse=True)
def _french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topic_words, "tr", lambda _context, text: _FRENCH.get(text, text))


def test_a_topic_of_a_new_workspace_is_called_in_the_language_of_the_window_and_a_teams_own_as_it_wrote_it() -> None:
    assert topic_words.topic_words("Delivery") == "Livraison"
    assert topic_words.topic_words("Ateliers\n") == "Ateliers"
    assert [topic_of(one) for one in ("Livraison", "Ateliers", "Delivery")] == ["Delivery", "Ateliers", "Delivery"]


def test_what_somebody_is_good_at_is_found_by_both_names_of_a_topic_and_shown_as_it_was_typed() -> None:
    kept = skills_typed(["Livraison", "VIP"])
    assert kept == ("livraison", "delivery", "vip")
    assert skills_shown(kept) == ["livraison", "vip"]
    assert skills_typed(skills_shown(kept)) == kept
    assert skills_shown(("delivery",)) == ["delivery"]
