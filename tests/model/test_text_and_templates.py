from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.capability import Capabilities, Level, TextLimit, TextUnit
from socialdesk.model.counting import count, over_by
from socialdesk.model.delivery import CANCELABLE, IN_OUTBOX, Delivery, may_become
from socialdesk.model.identifiers import SavedReplyId
from socialdesk.model.saved_reply import BlankType, Piece, SavedReply, fill, first_name, has_hole, plain
from socialdesk.model.snooze import Choice, offers
from socialdesk.model.text import first_line, graphemes, order_number

FAMILY = "👨‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "unit", "length"),
    [
        (FAMILY, TextUnit.GRAPHEMES, 1),
        (FAMILY, TextUnit.BYTES, 25),
        (FAMILY, TextUnit.UTF16, 11),
        ("é", TextUnit.GRAPHEMES, 1),
        ("日本", TextUnit.WEIGHTED_280, 4),
        ("see https://example.com/a/very/long/path ok", TextUnit.WEIGHTED_280, 30),
        ("plain", TextUnit.GRAPHEMES, 5),
        ("a\r\nb", TextUnit.GRAPHEMES, 3),
    ],
)
def test_a_text_is_counted_as_the_platform_counts_it(text: str, unit: TextUnit, length: int) -> None:
    assert count(text, unit) == length


def test_bytes_can_be_too_many_when_characters_are_not() -> None:
    limit = TextLimit(TextUnit.GRAPHEMES, 300, bytes_most=3000)

    assert over_by("x" * 300, limit) == 0
    assert over_by("x" * 301, limit) == 1
    assert over_by(FAMILY * 121, limit) == 25


@given(st.text(max_size=40))
def test_the_first_line_is_never_longer_than_asked(text: str) -> None:
    assert graphemes(first_line(text, 10)) <= 10
    assert "\n" not in first_line(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("commande #48213)", "48213"),
        ("order 5521 please", "5521"),
        ("n° 77812", "77812"),
        ("call 48213", None),
        ("", None),
    ],
)
def test_an_order_number_is_read_only_where_the_text_calls_it_one(text: str, number: str | None) -> None:
    assert order_number(text) == number


def test_a_template_fills_what_is_known_and_leaves_blanks_for_the_rest() -> None:
    pieces = fill(
        "Bonjour {first name}, arrivée {day: date}, {colour: choice(bleu, gris)} {Order}",
        {"first name": "Camille", "order": "48213"},
    )

    assert pieces == (
        Piece("Bonjour "),
        Piece("Camille", variable="first name"),
        Piece(", arrivée "),
        Piece("day", blank=BlankType.DATE),
        Piece(", "),
        Piece("colour", blank=BlankType.CHOICE, values=("bleu", "gris")),
        Piece(" "),
        Piece("48213", variable="Order"),
    )


@given(st.text(max_size=60))
def test_no_template_text_is_lost(body: str) -> None:
    plain_parts = "".join(piece.text for piece in fill(body, {}) if piece.blank is None)

    assert has_hole(body) or plain_parts == body


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Camille Roussel", "Camille"),
        ("marlow.hikes", ""),
        ("🔥Jo", ""),
        ("NIKE", ""),
        ("Zoë", "Zoë"),
        ("", ""),
        ("jo", ""),
        ("Jean-Luc P", "Jean-Luc"),
    ],
)
def test_only_what_looks_like_a_first_name_is_used_as_one(name: str, first: str) -> None:
    assert first_name(name) == first


def test_the_nearest_language_is_chosen() -> None:
    both = SavedReply(SavedReplyId(1), "hi", "Hi", "", (("fr", "Salut"), ("en", "Hi")))

    assert both.body("fr") == ("fr", "Salut")
    assert both.body("de") == ("en", "Hi")
    assert SavedReply(SavedReplyId(2), "x", "X", "", (("fr", "Salut"),)).body("en") == ("fr", "Salut")


def test_matching_is_blind_to_case_and_accents() -> None:
    assert plain("RÉPONSE") == plain("reponse")


def test_snooze_follows_the_readers_zone_and_skips_the_weekend() -> None:
    paris = ZoneInfo("Europe/Paris")
    friday = datetime(2026, 10, 23, 16, 0, tzinfo=paris)  # the clocks go back on the Sunday

    found = {
        offer.choice: offer.until and offer.until.astimezone(paris).strftime("%a %H:%M")
        for offer in offers(friday, paris)
    }

    assert found == {
        Choice.IN_ONE_HOUR: "Fri 17:00",
        Choice.THIS_EVENING: "Fri 18:00",
        Choice.TOMORROW_MORNING: "Sat 09:00",
        Choice.NEXT_WORKING_DAY: "Mon 09:00",
        Choice.WHEN_THEY_ANSWER: None,
        Choice.PICK: None,
    }


def test_an_evening_that_has_come_is_not_offered() -> None:
    paris = ZoneInfo("Europe/Paris")

    assert Choice.THIS_EVENING not in {o.choice for o in offers(datetime(2026, 10, 23, 18, 30, tzinfo=paris), paris)}


@pytest.mark.parametrize("final", [Delivery.RECEIVED, Delivery.SENT, Delivery.SEEN, Delivery.CANCELED])
def test_what_has_come_to_its_end_never_goes_back_to_the_outbox(final: Delivery) -> None:
    assert not any(may_become(final, then) for then in IN_OUTBOX)


def test_what_may_be_on_the_platform_cannot_be_taken_back() -> None:
    assert not CANCELABLE & {Delivery.SENDING, Delivery.SENT, Delivery.UNKNOWN}
    assert all(may_become(state, Delivery.CANCELED) for state in CANCELABLE)


def test_an_act_that_is_not_declared_is_unsupported() -> None:
    some = Capabilities(
        TextLimit(TextUnit.GRAPHEMES, 300), {"reply": Level.FULL, "like": Level.PARTIAL, "hide": Level.FORBIDDEN}
    )

    assert [some.can(act) for act in ("reply", "like", "hide", "block")] == [True, True, False, False]
