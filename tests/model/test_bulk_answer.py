"""One text for many: how greetings differ."""

from __future__ import annotations

import pytest

from socialdesk.model.bulk_answer import greeted


@pytest.mark.parametrize("language", ["fr", "en", "de", "es", "nl"])
def test_nobody_is_wished_another_time_of_the_day_than_was_written(language: str) -> None:
    hello = {"fr": "Bonjour", "de": "Hallo", "es": "Hola"}.get(language, "Hello")
    said = {greeted(f"{hello} Ana, it leaves", language, place) for place in range(12)}
    assert len(said) >= 3
    assert not [one for one in said if any(word in one for word in ("Bonsoir", "morning", "días", "day", "Tag"))]


def test_a_greeting_of_the_evening_stays_in_its_language() -> None:
    said = {greeted("Bonsoir Ana", language, place) for language in ("fr", "en") for place in range(4)}
    assert said == {"Bonsoir Ana", "Bonjour Ana", "Salut Ana", "Coucou Ana"}
