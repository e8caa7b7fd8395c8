"""Figures from the fact sheets of the networks, and what holds for every text."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.capability import TextLimit, TextUnit
from socialdesk.model.counting import Length, count, length_of, lengths, never_cut, over_by
from socialdesk.model.splitting import split
from socialdesk.model.text import graphemes

FAMILY = "👨‍👩‍👧‍👦"
BLUESKY = TextLimit(TextUnit.GRAPHEMES, 300, bytes_most=3000)
X = TextLimit(TextUnit.WEIGHTED_280, 280)
MASTODON = TextLimit(TextUnit.GRAPHEMES, 500, url_length=23, mentions_are_local=True)
TELEGRAM = TextLimit(TextUnit.UTF16, 4096)
GOOGLE = TextLimit(TextUnit.BYTES, 4096)
DISCORD = TextLimit(TextUnit.CODE_POINTS, 2000)
THREADS = TextLimit(TextUnit.EMOJI_BYTES, 500)
LONG_LINK = "https://shop.example/orders/48213/parcels?lang=fr&step=3"


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("plain", 5),
        ("é", 1),
        ("e\u0301", 1),  # NFC first
        ("日本", 4),
        ("하이", 4),
        ("—“”", 3),  # U+2010 to U+201F
        ("€", 2),
        (LONG_LINK, 23),
        (f"see {LONG_LINK}.", 28),
        ("example.com/a", 23),
        ("example.com.", 24),
        ("ana@example.com", 15),
        (FAMILY, 2),
        ("👍🏽", 2),
        ("🇫🇷", 2),
        ("🇫🇷🇧🇪", 4),
        ("1️⃣", 2),
        ("❤️", 2),
        ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", 2),
        ("©", 1),
    ],
)
def test_x_weighs_links_scripts_and_emoji(text: str, weight: int) -> None:
    assert count(text, TextUnit.WEIGHTED_280) == weight


def test_mastodon_counts_every_link_alike_and_no_server_of_a_mention() -> None:
    assert length_of(f"@ana@mastodon.example {LONG_LINK}", MASTODON) == Length(28, 500, TextUnit.GRAPHEMES)
    assert length_of("@ana@mastodon.example", MASTODON).used == 4
    assert length_of("ana@mastodon.example", MASTODON).used == 20


def test_bluesky_counts_characters_as_seen_and_bytes_at_once() -> None:
    assert lengths(FAMILY, BLUESKY) == (Length(1, 300, TextUnit.GRAPHEMES), Length(25, 3000, TextUnit.BYTES))
    assert length_of(FAMILY * 120, BLUESKY) == Length(120, 300, TextUnit.GRAPHEMES)
    assert length_of(FAMILY * 121, BLUESKY) == Length(3025, 3000, TextUnit.BYTES)
    assert length_of("x" * 301, BLUESKY) == Length(301, 300, TextUnit.GRAPHEMES)


@pytest.mark.parametrize(
    ("limit", "text", "used"),
    [
        (TELEGRAM, "😀é", 3),
        (GOOGLE, "Très bien 😀", 15),
        (DISCORD, FAMILY, 7),
        (THREADS, "ok 😀", 7),
        (THREADS, "déjà", 4),
    ],
)
def test_others_count_as_their_fact_sheets_say(limit: TextLimit, text: str, used: int) -> None:
    assert length_of(text, limit).used == used


# Everything that is dear to a splitter: words, sentences, links, mentions, piled marks, emoji made of many.
_PIECES = st.lists(
    st.one_of(
        st.text("abc dé.!?\n", min_size=1, max_size=12),
        st.sampled_from([" ", ". ", "\n\n", LONG_LINK, "@ana.bsky.social", "@a@b.example", FAMILY, "🇫🇷", "é", "日本"]),
    ),
    max_size=60,
).map("".join)
_LIMITS = st.sampled_from(
    [
        TextLimit(TextUnit.GRAPHEMES, 70, bytes_most=400),
        TextLimit(TextUnit.WEIGHTED_280, 60),
        TextLimit(TextUnit.UTF16, 80),
        TextLimit(TextUnit.BYTES, 90),
        TextLimit(TextUnit.GRAPHEMES, 40, url_length=23, mentions_are_local=True),
        TextLimit(TextUnit.EMOJI_BYTES, 75),
    ]
)


def _letters(text: str) -> str:
    return "".join(text.split())


@given(_PIECES, _LIMITS, st.booleans())
def test_parts_fit_and_hold_every_letter_in_order(text: str, limit: TextLimit, numbered: bool) -> None:
    parts = split(text, limit, numbered=numbered)
    if not parts:
        assert not text.strip() or any(over_by(text[low:high], limit) for low, high in never_cut(text)) or numbered
        return
    bare = [part.split(" ", 1)[1] for part in parts] if numbered and len(parts) > 1 else list(parts)

    assert all(part.strip() and not over_by(part, limit) for part in parts)
    assert _letters("".join(bare)) == _letters(text)


@given(_PIECES, _LIMITS)
def test_no_border_falls_into_a_link_a_mention_or_a_character(text: str, limit: TextLimit) -> None:
    whole = text.strip()
    at = 0
    inner = {place for low, high in never_cut(whole) for place in range(low + 1, high)}
    for part in split(text, limit)[:-1]:
        at = whole.index(part, at) + len(part)
        assert at not in inner


def test_a_text_is_cut_at_its_sentences_rather_than_its_words() -> None:
    text = "The parcel left Lille today. It comes on Friday before noon. Tell us if it does not."
    limit = TextLimit(TextUnit.GRAPHEMES, 62)

    assert split(text, limit) == (
        "The parcel left Lille today. It comes on Friday before noon.",
        "Tell us if it does not.",
    )
    assert split(text, TextLimit(TextUnit.GRAPHEMES, 40), numbered=True) == (
        "1/3 The parcel left Lille today.",
        "2/3 It comes on Friday before noon.",
        "3/3 Tell us if it does not.",
    )


def test_a_version_number_or_price_ends_no_sentence() -> None:
    assert (
        split("It costs 3.50 euros and comes tomorrow", TextLimit(TextUnit.GRAPHEMES, 20))[0] == "It costs 3.50 euros"
    )


def test_ten_parts_leave_room_for_two_digits() -> None:
    parts = split("word " * 100, TextLimit(TextUnit.GRAPHEMES, 40), numbered=True)

    assert len(parts) >= 10
    assert parts[0].startswith(f"1/{len(parts)} ")
    assert all(not over_by(part, TextLimit(TextUnit.GRAPHEMES, 40)) for part in parts)


def test_a_link_longer_than_a_part_cannot_be_split() -> None:
    assert split(f"see {LONG_LINK} please", TextLimit(TextUnit.GRAPHEMES, 30)) == ()


@given(st.text(st.sampled_from("aé\u0301\u200d👨👩🏽🇫🇷日\u0600क्षि \n\r❤\ufe0f\u1100\u1161"), max_size=40))
def test_counting_around_plain_letters_gives_what_looking_at_every_one_does(text: str) -> None:
    assert graphemes(text) == len(regex.findall(r"\X", text))
