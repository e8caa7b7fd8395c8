"""A saved reply that is made of an answer holds nobody's name and no brace that is no field."""

from __future__ import annotations

from socialdesk.model.saved_reply_check import is_sound
from socialdesk.model.saved_reply_making import body_of, shortcut_of, title_of

KNOWN = {
    "first name": "Camille",
    "full name": "Camille Roussel",
    "order": "48213",
    "our name": "Léa",
    "me": "Léa Marchand",
}


def test_what_belongs_to_one_person_becomes_a_field_and_no_part_of_a_word_does() -> None:
    text = "Bonjour Camille, la commande 48213 (Camille Roussel) part demain. {x} 482130, Camilles. Léa"
    body = body_of(text, KNOWN)
    assert body == (
        "Bonjour {first name}, la commande {order} ({full name}) part demain. (x) 482130, Camilles. {our name}"
    )
    assert is_sound(body)
    assert body_of("Just words.", {}) == "Just words."
    assert body_of("Yes, Al.", {"first name": "Al"}) == "Yes, Al."


def test_a_title_and_a_shortcut_are_offered_from_what_it_says() -> None:
    title = title_of("Bonjour Camille, merci ! Votre colis part demain en express. À bientôt", KNOWN)
    assert title == "Votre colis part demain en express"
    assert shortcut_of(title) == "votre-colis"
    assert title_of("", KNOWN) == ""
