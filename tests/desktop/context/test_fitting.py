from __future__ import annotations

from socialdesk.desktop.places.context.fitting import fitting
from socialdesk.model.identifiers import SavedReplyId
from socialdesk.model.saved_reply import SavedReply


def saved(number: int, shortcut: str, folder: str, **bodies: str) -> SavedReply:
    return SavedReply(SavedReplyId(number), shortcut, shortcut, folder, tuple(bodies.items()))


LIBRARY = [
    saved(
        1, "express", "Delivery", fr="Votre commande est bloquée. Un nouveau colis part en express.", en="A new parcel"
    ),
    saved(2, "size", "Sizing", fr="La veste taille normalement.", en="The jacket fits true to size."),
    saved(3, "thanks", "Praise", fr="Merci beaucoup pour votre message.", en="Thank you for your message."),
]


def found(*said: str, tags: tuple[str, ...] = ()) -> list[str]:
    return [reply.shortcut for reply in fitting(said, tags, LIBRARY)]


def test_words_in_common_find_the_reply() -> None:
    assert found("Ma commande n’avance pas, le colis est perdu ?") == ["express"]


def test_greetings_and_thanks_are_no_words_in_common() -> None:
    assert found("Bonjour, merci beaucoup") == []


def test_the_folder_named_as_a_tag_finds_it_too() -> None:
    assert found("?", tags=("Sizing",)) == ["size"]


def test_nothing_said_fits_nothing() -> None:
    assert found() == []
