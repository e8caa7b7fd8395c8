"""What is told of a text is in the text: words of the lists, questions, numbers, addresses; accents by choice."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialdesk.model import signals as told
from socialdesk.model.signal_words import COMPLAINTS, TOPICS, WordList
from socialdesk.model.signals import (
    Lexicon,
    Signals,
    joined_topics,
    lexicon,
    numbers,
    signals_of,
    stored,
    with_message,
    with_numbers,
)
from socialdesk.model.triage_form import NotATriage, Wrong, read, words_in, written, wrong_with, wrong_word
from socialdesk.model.triage_policy import Signal, TriagePolicy, Weight

Q, C, LINK, EMAIL = Signal.QUESTION, Signal.COMPLAINT, Signal.LINK, Signal.EMAIL
PHONE, ORDER = Signal.PHONE, Signal.ORDER_NUMBER


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Where is my parcel?", {Q}),
        ("please tell me how can i change it", {Q}),
        ("Est-ce que vous livrez dimanche", {Q}),
        ("これは何ですか？", {Q}),
        ("اين طلبي؟", {Q}),
        ("Lovely, thank you", set()),
        ("see https://shop.example/a?b=c", {LINK}),
        ("write to a.b@example.org", {EMAIL}),
        ("mail jo@example.co.uk, not @brand", {EMAIL}),
        ("C’est l’arnaque", {C}),
        ("C'est L'ARNAQUE", {C}),
        ("un carnaquel rien à voir", set()),
        ("call 06 12 34 56 78", {PHONE}),
        ("call +44 20 7946 0958", {PHONE}),
        ("order no. 4820011", {ORDER}),
        ("commande n° AB-482001", {ORDER}),
        ("#4820011", {ORDER}),
        ("402-1234567-1234567", {ORDER}),
        ("I paid 2026 in 2025", set()),
    ],
)
def test_a_text_has_the_signals_that_are_in_it(text: str, found: set[Signal]) -> None:
    assert signals_of(text).found == found


def test_a_word_is_found_whole_begun_inside_as_a_phrase_and_with_its_accents_by_choice() -> None:
    lists = Lexicon(
        WordList(""),
        (
            WordList("whole", (("en", ("art",)),)),
            WordList("begun", (("en", ("refund*",)),)),
            WordList("inside", (("fr", ("*rembours*",)), ("ja", ("返金",)))),
            WordList("phrase", (("en", ("money back", "give up*")),)),
            WordList("strict", (("fr", ("reçu",)),), accents=True),
            WordList("blind", (("fr", ("reçu",)),)),
        ),
    )
    for text, topics in {
        "modern art!": ("whole",),
        "party": (),
        "refunded REFUNDS": ("begun",),
        "prerefund": (),
        "non-remboursable, l’irremboursé": ("inside",),
        "すぐに返金してください": ("inside",),
        "my MONEY\nback": ("phrase",),
        "give upward": ("phrase",),
        "money is back": (),
        "bien reçu": ("strict", "blind"),
        "bien recu": ("blind",),
        "bien re\u0063\u0327u": ("strict", "blind"),
    }.items():
        assert signals_of(text, lists).topics == topics, text


_SPOKEN = ["give", "up", "money", "back", "refund", "refunds", "art", "ART", "non-remboursé", "48", "é"]


@given(st.lists(st.sampled_from(_SPOKEN), max_size=8))
@settings(max_examples=200, deadline=None)
def test_words_are_found_as_they_are_when_each_list_is_looked_for_in_the_whole_text(words: list[str]) -> None:
    lists = {"whole": "art", "begun": "refund*", "inside": "*rembours*", "phrase": "money back", "on": "give up*"}
    lists |= {"three": "up money back", "once more": "art*"}
    patterns = {"whole": r"\bart\b", "begun": r"\brefund", "inside": "rembours", "phrase": r"\bmoney\W+back\b"}
    patterns |= {"on": r"\bgive\W+up", "three": r"\bup\W+money\W+back\b", "once more": r"\bart"}
    lexicon = Lexicon(WordList(""), tuple(WordList(name, (("en", (word,)),)) for name, word in lists.items()))
    text = " ".join(words)
    assert lexicon.names(text) == {name for name, one in patterns.items() if re.search(one, text.lower())}


def test_what_is_remembered_of_words_is_bounded_and_forgetting_it_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = ("where is my parcel", "I want a refund for the order", "une arnaque", "thanks", "can you tell me how")
    before = [signals_of(text) for text in texts]
    monkeypatch.setattr(told, "_MOST_MARKS", 2)
    assert [signals_of(text, Lexicon(COMPLAINTS, TOPICS)) for text in texts] == before


def test_a_number_is_found_whole_begun_and_in_a_phrase() -> None:
    words = {"whole": "404", "begun": "503*", "phrase": "24 7 help"}
    lists = Lexicon(WordList(""), tuple(WordList(name, (("en", (word,)),)) for name, word in words.items()))
    for text, found in {
        "error 404": {"whole"},
        "5033 and 4040": {"begun"},
        "24/7 help": {"phrase"},
        "12": set(),
    }.items():
        assert lists.names(text) == found, text


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_whatever_is_written_is_told_of(text: str) -> None:
    found = signals_of(text)
    assert set(found.topics) <= {one.name for one in TOPICS}


said = st.builds(
    Signals,
    st.frozensets(st.sampled_from([Q, C, LINK])),
    st.sampled_from([(), ("Delivery",), ("Refund", "Delivery")]),
)


@given(st.lists(st.tuples(said, st.booleans()), max_size=4))
@settings(max_examples=40, deadline=None)
def test_the_order_in_which_messages_come_makes_no_difference(messages: list[tuple[Signals, bool]]) -> None:
    order = lexicon().topics
    outcomes: set[tuple[str, tuple[str, ...]]] = set()
    for way in itertools.permutations(messages):
        signals = ""
        topics: tuple[str, ...] = ()
        for one, is_contact in way:
            signals = with_message(signals, one, is_contact=is_contact)
            topics = joined_topics(topics, one.topics, order)
        outcomes.add((signals, tuple(sorted(topics))))
    assert len(outcomes) == 1
    found = numbers(next(iter(outcomes))[0])
    mine = sum(is_contact for _, is_contact in messages)
    assert found.get("repeated", found.get("once", 0)) == mine
    assert found.get("others", 0) == len(messages) - mine
    assert stored(found) == next(iter(outcomes))[0]


def test_a_number_is_set_and_taken_out_again() -> None:
    once = with_numbers(" question:1", reach=48_000, elsewhere=0)
    assert once == " question:1 reach:48000"
    assert with_numbers(once, reach=0) == " question:1"


def test_a_choice_reads_back_as_it_was_written() -> None:
    strict = WordList("Été", (("fr", ("soldes", "*promo*")), ("en", ("sale",))), accents=True)
    policy = TriagePolicy(
        weights=(("vip", Weight.LITTLE), ("topic:Été", Weight.MUCH)),
        most_minutes=120,
        own_complaints=COMPLAINTS,
        own_topics=(strict,),
        version=3,
    )
    assert read(written(policy), 3) == policy
    assert read(written(TriagePolicy())) == TriagePolicy()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"weights": 1}', written(TriagePolicy(most_minutes=61))])
def test_what_is_no_choice_is_refused(text: str) -> None:
    with pytest.raises(NotATriage):
        read(text)


def test_what_is_wrong_with_a_word_is_said_of_that_word() -> None:
    for word, wrong in {
        "refund": None, "*ok": Wrong.TOO_SHORT, "返*": None, "re*fund": Wrong.STAR_INSIDE, "!!": Wrong.NO_LETTER,
        "a" * 61: Wrong.TOO_LONG, "*": Wrong.NO_LETTER,
    }.items():  # fmt: skip
        assert wrong_word(word) is wrong, word
    twice = (WordList("Delivery"), WordList("delivery"))
    assert wrong_with(TriagePolicy(own_topics=twice)) == (Wrong.SAME_NAME, "Delivery")
    assert wrong_with(TriagePolicy(own_topics=(WordList(" "),))) == (Wrong.NO_NAME, " ")
    assert words_in("refund*, money  back\n\nrefund*") == ("refund*", "money back")
