from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import MessageId, ThreadId
from socialdesk.model.last_look import Concern, Look, look
from socialdesk.model.message import Direction, Message

AT = datetime(2026, 6, 12, 9, tzinfo=UTC)
SAID = Message(
    MessageId(1), ThreadId(1), "m1", Direction.OUT, "own", "Maya", "", "Your parcel left Lille.", AT,
    state=Delivery.SENT,
)  # fmt: skip


def test_the_same_words_to_the_same_person_are_pointed_out_with_their_day() -> None:
    assert look("your PARCEL left Lille. ", "Camille Roussel", [SAID]) == Look(Concern.REPEATED, said_at=AT)


@pytest.mark.parametrize(
    "said",
    [
        replace(SAID, text="Merci !"),
        replace(SAID, direction=Direction.IN),
        replace(SAID, deleted_at=AT),
        replace(SAID, external_id=None),
    ],
)
def test_short_words_theirs_and_what_never_arrived_are_no_repetition(said: Message) -> None:
    assert look(said.text, "Camille Roussel", [said]) is None


@pytest.mark.parametrize(
    ("theirs", "ours", "cheer"),
    [
        ("Toujours rien, c'est inadmissible.", "Votre colis part demain 🎉", "🎉"),
        ("The zip is broken again 😡", "Haha, that happens. We send a new one.", "Haha"),
        ("I am so disappointed", "It is on its way!!!", "!!!"),
        ("Merci, c'est parfait !", "Avec plaisir 🎉", ""),
        ("The zip is broken again", "I am sorry. A new one leaves today.", ""),
        ("Is it in stock?", "Yes 🎉", ""),
    ],
)
def test_cheer_to_somebody_who_complains_is_pointed_out(theirs: str, ours: str, cheer: str) -> None:
    said = replace(SAID, direction=Direction.IN, text=theirs)
    assert look(ours, "Camille Roussel", [said]) == (Look(Concern.TONE, name=cheer) if cheer else None)
    # What was answered and thanked for since is no complaint any more.
    thanks = replace(said, id=MessageId(3), text="Thank you, all is fine now.")
    answer = replace(SAID, id=MessageId(2))
    assert look(ours, "Camille Roussel", [said, answer, thanks]) is None


@pytest.mark.parametrize(
    ("text", "name", "concern"),
    [
        ("Hello fucker_99, it left.", "fucker_99", Concern.RUDE_NAME),
        ("Bonjour Salope, il est parti.", "Salope Du 13", Concern.RUDE_NAME),
        ("Hi xX_Killer_Xx!", "xX_Killer_Xx", Concern.NO_NAME),
        ("Dear ACME, it left.", "ACME Tools", Concern.NO_NAME),
        ("Bonjour Camille, il est parti.", "Camille Roussel", None),
        ("Bonjour Camille", "xX_Killer_Xx", None),
        ("It left.", "xX_Killer_Xx", None),
        ("Hi Dickens, it left.", "Dickens Moore", None),
    ],
)
def test_a_name_in_the_greeting_is_looked_at(text: str, name: str, concern: Concern | None) -> None:
    found = look(text, name, [])

    assert (found.concern if found else None) is concern


def test_only_the_most_serious_thing_is_told() -> None:
    text = "Hello fucker_99, your parcel left Lille."

    assert look(text, "fucker_99", [replace(SAID, text=text)]) == Look(Concern.REPEATED, said_at=AT)
