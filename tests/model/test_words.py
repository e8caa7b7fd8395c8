"""What is searched is cut alike on both sides, whatever the script, and nothing that somebody types is an error."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.search import understand
from socialdesk.model.words import LONGEST_WORD, indexed, matching, words

NOW = datetime(2026, 6, 13, 12, tzinfo=UTC)


def finds(text: str, typed: str, *, is_beginning: bool = False) -> bool:
    """Whether SQLite itself finds a text that was indexed by what was typed."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE found USING fts5(text, tokenize='unicode61 remove_diacritics 2', prefix='2 3')")
    db.execute("INSERT INTO found VALUES (?)", (indexed(text),))
    expression = matching(typed, is_beginning=is_beginning)
    hit = bool(expression) and db.execute("SELECT 1 FROM found WHERE found MATCH ?", (expression,)).fetchone()
    db.close()
    return bool(hit)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("C'est l'été à Besançon", "ete"),
        ("Die Straße ist gesperrt", "STRASSE"),
        ("Мой заказ ещё не пришёл", "ЗАКАЗ"),
        ("配送はいつですか", "配送"),
        ("配送はいつですか", "いつ"),
        ("สินค้าถึงเมื่อไหร่", "ถึง"),
        ("أين الطلب", "اين"),
        ("Thanks 🙏🙏", "🙏"),
        ("Order #48213 is late", "48213"),
    ],
)
def test_a_word_is_found_in_its_script_without_case_and_accents(text: str, typed: str) -> None:
    assert finds(text, typed)


@pytest.mark.parametrize(("text", "typed"), [("配送はいつ", "送配"), ("Thanks 🙏", "😡"), ("orders", "order")])
def test_what_is_not_there_is_not_found(text: str, typed: str) -> None:
    assert not finds(text, typed)


@given(st.text(max_size=200))
def test_any_text_can_be_indexed_and_any_text_asked_for(text: str) -> None:
    finds("nothing in particular", text.replace("\0", ""))
    assert all(0 < len(word) <= LONGEST_WORD for word in words(text))


@given(st.lists(st.text("abcdefgéàüßabcжщлαβγ", min_size=1, max_size=12), min_size=1, max_size=8), st.data())
def test_every_word_of_a_text_finds_it_and_so_does_its_beginning(said: list[str], data: st.DataObject) -> None:
    text = " ".join(said)
    one = data.draw(st.sampled_from(said))
    assert finds(text, one)
    assert finds(text, one[: data.draw(st.integers(1, len(one)))], is_beginning=True)


@given(st.text("配送商品届日曜返事あいうエオ", min_size=2, max_size=30), st.data())
def test_every_stretch_of_a_script_without_spaces_is_found(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(begin + 2, len(text)))
    assert finds(text, text[begin:end])


@given(st.text(max_size=300))
def test_whatever_is_typed_is_understood_or_answered_with_a_sentence(typed: str) -> None:
    query = understand(typed, NOW)
    assert isinstance(query.sentence, str)
    for condition in query.conditions:
        assert condition.operator
