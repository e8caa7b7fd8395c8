from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from socialdesk.desktop.places.saved_replies.knowledge import filled, known, open_blanks, pieces_of
from socialdesk.model.identifiers import ChannelId, PersonId, SavedReplyId, ThreadId
from socialdesk.model.person import Person
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_ranking import rank, ranked, worded
from socialdesk.model.thread import Kind, Status, Thread


def saved(number: int, shortcut: str, title: str, body: str = "…", used: int = 0, **bodies: str) -> SavedReply:
    return SavedReply(SavedReplyId(number), shortcut, title, "Delivery", tuple((bodies or {"en": body}).items()), used)


LIBRARY = [
    saved(1, "express", "Parcel stuck, express resend", used=64),
    saved(2, "expires", "Voucher about to expire", used=18),
    saved(3, "sorry", "Sorry for the wait", "We are late, and you waited.", used=90),
    saved(4, "reponse", "Réponse à un avis", used=2),
]


def found(typed: str) -> list[str]:
    return [choice.reply.shortcut for choice in rank(typed, LIBRARY)]


def test_nothing_typed_shows_the_library_by_use() -> None:
    assert found("") == ["sorry", "express", "expires", "reponse"]


def test_a_shortcut_that_begins_with_it_comes_first_and_says_which_letters_matched() -> None:
    assert found("exp") == ["express", "expires"]
    assert rank("/exp", LIBRARY)[0].lit == 3


def test_titles_and_bodies_are_found_too_after_shortcuts() -> None:
    assert found("voucher") == ["expires"]
    assert found("waited") == ["sorry"]


def test_accents_and_case_do_not_matter() -> None:
    assert found("RÉPON") == found("repon") == ["reponse"]


def test_a_slip_of_the_finger_is_forgiven() -> None:
    assert found("vuocher")[0] == "expires"


def test_what_fits_nothing_finds_nothing() -> None:
    assert found("zzzz") == []


def thread(name: str = "Camille Roussel", **more: Any) -> Thread:
    at = datetime(2026, 6, 13, 9, 2, tzinfo=UTC)
    return Thread(
        ThreadId(1),
        ChannelId(1),
        Kind.DM,
        "r",
        "",
        None,
        name,
        "camille.rsl",
        Status.OPEN,
        at,
        at,
        None,
        at,
        None,
        **more,
    )


ME = Person(PersonId(1), "Maya Benali", is_me=True)
EXPRESS = saved(
    1, "express", "…", fr="Bonjour {first name}, votre commande {order} arrive {jour de livraison: date}. {our name}",
    en="Hello {first name}, it comes {day: date}.",
)  # fmt: skip


def test_what_the_thread_knows_is_filled_and_the_rest_is_blank() -> None:
    facts = known(thread(), None, None, ME, ["rien", "(commande #48213). Le suivi"])
    pieces = pieces_of(EXPRESS, "fr", facts)

    assert "".join(piece.text for piece in pieces) == (
        "Bonjour Camille, votre commande 48213 arrive jour de livraison. Maya"
    )
    assert (open_blanks(pieces), filled(pieces)) == (1, 3)


def test_a_name_that_is_no_first_name_leaves_a_neutral_greeting_and_no_hole() -> None:
    pieces = pieces_of(EXPRESS, "en", known(thread("xX_hiker_Xx"), None, None, ME, []))

    assert "".join(piece.text for piece in pieces) == "Hello, it comes day."
    assert open_blanks(pieces) == 1


def test_a_text_that_began_with_the_name_begins_with_its_next_word() -> None:
    body = saved(1, "x", "…", "{first name}, we are sorry.")

    assert "".join(piece.text for piece in pieces_of(body, "en", {})) == "We are sorry."


def test_an_order_nobody_spoke_of_is_a_blank() -> None:
    assert open_blanks(pieces_of(EXPRESS, "fr", known(thread(), None, None, ME, []))) == 2


def test_the_order_is_also_known_from_a_tag() -> None:
    assert known(thread(tags=("Order 48213",)), None, None, ME, [])["order"] == "48213"


def test_among_equals_what_was_sent_in_such_threads_comes_first() -> None:
    library = [worded(one) for one in LIBRARY]
    assert [one.reply.shortcut for one in ranked("exp", library, fits={2: 3.0})] == ["expires", "express"]
    assert ranked("express", library, fits={2: 3.0})[0].reply.shortcut == "express"


def test_what_is_to_be_looked_at_comes_last_unless_its_whole_shortcut_is_typed() -> None:
    library = [worded(replace(one, review_on="2026-01-01" if one.id == 1 else "")) for one in LIBRARY]
    today = date(2026, 6, 17)
    assert [one.reply.shortcut for one in ranked("exp", library, today=today)] == ["expires", "express"]
    assert ranked("express", library, today=today)[0].reply.shortcut == "express"


def test_a_language_of_another_country_is_nearer_than_english() -> None:
    reply = saved(1, "x", "X", en="Hello", pt="Olá")
    assert reply.body("pt-BR") == ("pt", "Olá")
    assert reply.speaks("pt-BR")
    assert not reply.speaks("fr")


def test_the_day_is_written_as_the_language_of_the_text_writes_it() -> None:
    facts = known(thread(), None, None, ME, [], today=date(2026, 6, 17))
    reply = saved(1, "x", "X", fr="Le {today}, {full name} : {me}.", en="On {today}, {full name}: {me}.")

    french = "".join(piece.text for piece in pieces_of(reply, "fr", facts))
    assert french == "Le mercredi 17 juin 2026, Camille Roussel : Maya Benali."
    # What it lacks is offered in English: the day is in English too.
    english = "".join(piece.text for piece in pieces_of(reply, "de", facts))
    assert english == "On Wednesday, June 17, 2026, Camille Roussel: Maya Benali."


def test_a_display_name_that_is_no_name_of_two_leaves_a_blank() -> None:
    for name in ("camille.rsl", "Camille", "Camille 🌸", "BEST SHOP", "Camille R0ussel"):
        (piece,) = pieces_of(saved(1, "x", "X", en="{full name}"), "en", known(thread(name), None, None, ME, []))
        assert piece.is_open, name
