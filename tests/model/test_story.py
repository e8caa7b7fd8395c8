"""Which messages are one story, and which only look like it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialdesk.model.story import LIKENESS, Told, folds, joined, likeness, normalised, signature, unpacked

SAME = {
    "en": (
        "Where is my order 48213? It was due on Monday and nothing has come.",
        "where is my order 99107??? it was due on Monday and nothing came!",
    ),
    "fr": (
        "Où est ma commande n° 48213 ? Elle devait arriver lundi et toujours rien.",
        "ou est ma commande 771 ?! elle devait arriver lundi et toujours rien…",
    ),
    "de": (
        "Wo bleibt meine Bestellung 48213? Sie sollte am Montag kommen, nichts ist da.",
        "WO BLEIBT MEINE BESTELLUNG?? Sie sollte am Montag kommen und nichts ist da",
    ),
    "ar": ("أين طلبي رقم 48213؟ كان من المفترض أن يصل يوم الاثنين", "أَيْنَ طلبي؟ كان من المفترض أن يصل يوم الاثنين!!"),
    "ja": (
        "注文番号48213の商品がまだ届きません。月曜日に届く予定でした。",
        "注文の商品がまだ届きません!月曜日に届く予定でした",
    ),
}
OTHER = {
    "en": "Do you have the blue jacket in a size for children as well?",
    "fr": "Avez-vous la veste bleue en taille enfant dans la boutique de Lyon ?",
    "de": "Gibt es die blaue Jacke auch in einer Größe für Kinder?",
    "ar": "هل لديكم السترة الزرقاء بمقاس للأطفال في المتجر؟",
    "ja": "青いジャケットの子供用サイズはお店にありますか?",
}


def sketch(text: str) -> tuple[int, ...]:
    """The sketch of a text that has one."""
    signed = signature(text)
    assert signed is not None, text
    return signed.sketch


@pytest.mark.parametrize("language", SAME)
def test_the_same_question_in_other_words_and_with_another_number_is_one_story(language: str) -> None:
    one, other = map(signature, SAME[language])
    assert one is not None
    assert other is not None
    assert likeness(one.sketch, other.sketch) >= LIKENESS
    assert set(one.bands) & set(other.bands), "it is never looked at"


@pytest.mark.parametrize("language", SAME)
def test_another_question_is_another_story(language: str) -> None:
    assert likeness(sketch(SAME[language][0]), sketch(OTHER[language])) < LIKENESS / 2


@pytest.mark.parametrize(
    "text", ["", "ok", "Thanks!", "👍👍👍", "@ami @lea", "https://example.org/a-long-address-of-it", "12 345"]
)
def test_what_says_too_little_has_no_signature(text: str) -> None:
    assert signature(text) is None


def test_names_links_and_numbers_do_not_count() -> None:
    assert normalised("Hé @lea, voir https://a.example/x 12 fois: ÇA marche pas!") == "he voir fois ca marche pas"


@given(st.text(max_size=300))
def test_a_signature_is_the_same_each_time_and_survives_being_stored(text: str) -> None:
    signed = signature(text)
    assert signed == signature(text)
    if signed is not None:
        assert unpacked(signed.packed()) == signed.sketch
        assert likeness(signed.sketch, signed.sketch) == 1
        assert all(0 <= band < 1 << 63 for band in signed.bands)


@given(st.text(max_size=300), st.text(max_size=300))
def test_likeness_is_the_same_both_ways_and_a_share(one: str, other: str) -> None:
    first, second = signature(one), signature(other)
    if first is not None and second is not None:
        assert likeness(first.sketch, second.sketch) == likeness(second.sketch, first.sketch)
        assert 0 <= likeness(first.sketch, second.sketch) <= 1


TEXTS = [text for pair in SAME.values() for text in pair] + list(OTHER.values())


def stories(texts: list[str]) -> set[frozenset[str]]:
    """What becomes of texts that come one after the other."""
    told: dict[str, Told] = {}
    for number, text in enumerate(texts, 1):
        found = joined(sketch(text), told.values())
        story = found[0] if found else number
        told = {known: Told(story, one.sketch) if one.story in found else one for known, one in told.items()}
        told[text] = Told(story, sketch(text))
    return {
        frozenset(text for text, one in told.items() if one.story == story)
        for story in {t.story for t in told.values()}
    }


@given(st.permutations(TEXTS))
@settings(max_examples=40)
def test_the_order_in_which_messages_come_makes_no_difference(texts: list[str]) -> None:
    assert stories(texts) == {frozenset(pair) for pair in SAME.values()} | {
        frozenset([text]) for text in OTHER.values()
    }


NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_five_people_within_two_hours_are_folded_in_whatever_order_they_are_told() -> None:
    told = [(person, NOON + person * timedelta(minutes=30)) for person in range(5)]
    assert folds(told)
    assert folds(reversed(told))
    assert not folds(told[1:])


def test_one_person_who_writes_five_times_is_not_many() -> None:
    assert not folds([(1, NOON + number * timedelta(minutes=1)) for number in range(5)])


def test_what_trickles_in_over_days_is_not_folded() -> None:
    assert not folds([(person, NOON + person * timedelta(hours=3)) for person in range(20)])


def test_a_message_between_two_stories_makes_them_one() -> None:
    between = sketch("the quick brown fox jumps over the lazy dog")
    assert joined(between, [Told(7, between), Told(3, between), Told(9, sketch(OTHER["en"]))]) == (3, 7)


def test_a_short_question_without_spaces_is_still_known_with_one_letter_less() -> None:
    assert likeness(sketch("荷物がまだ届きません"), sketch("荷物まだ届きません!!")) >= LIKENESS


def test_a_text_with_another_half_is_another_story() -> None:
    one, other = "Where is my parcel with the blue jacket", "Where is my refund for the broken screen"
    assert 0.1 < likeness(sketch(one), sketch(other)) < LIKENESS
