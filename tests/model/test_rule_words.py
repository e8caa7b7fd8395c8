"""Words are found in every script, whole or in part, with the accents that count; facts are what messages say."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.condition import All, AnyOf, Condition, Field, Is, Not, holds
from socialdesk.model.message import Attachment
from socialdesk.model.rule import Trigger, When
from socialdesk.model.rule_deciding import Ready
from socialdesk.model.rule_facts import Beyond, Facts, Happened
from socialdesk.model.rule_words import Text, Words
from tests.model.builders import ME, NOON, message, thread
from tests.model.test_rule import rule

WHOLE, PART, EXACT, EXACT_PART = (True, False), (True, True), (False, False), (False, True)
GOLDEN = [
    # English
    (WHOLE, "refund", "I want a REFUND!", True),
    (WHOLE, "refund", "It was refunded", False),
    (PART, "refund", "It was refunded", True),
    (WHOLE, "don't buy", "Please don’t buy", True),
    (WHOLE, "out of stock", "out-of-stock, again", True),
    (WHOLE, "out of stock", "out of the stock", False),
    (WHOLE, "scam", "#scam", True),
    (WHOLE, "scam", "scam_alert", False),
    # French
    (WHOLE, "arnaque", "C’est de l’arnaque", True),
    (WHOLE, "arnaque", "c'est l'arnaque.", True),
    (WHOLE, "l'arnaque", "C’est de l’arnaque !", True),
    (WHOLE, "arnaque", "arnaqueur", False),
    (PART, "arnaque", "arnaqueurs", True),
    (WHOLE, "reçu", "Pas recu", True),
    (WHOLE, "recu", "PAS REÇU", True),
    (EXACT, "reçu", "pas recu", False),
    (EXACT, "reçu", "PAS REÇU", True),
    (EXACT, "reçu", "pas rec\u0327u", True),
    (EXACT_PART, "éco", "RÉCOMPENSE", True),
    (EXACT_PART, "éco", "recompense", False),
    (WHOLE, "cœur", "de tout coeur", True),
    (WHOLE, "aujourd'hui", "Pas aujourd’hui", True),
    (WHOLE, "qu'est", "qu'est-ce que", True),
    # German, Turkish, Greek, Russian, Hindi
    (WHOLE, "straße", "STRASSE", True),
    (WHOLE, "gross", "groß", True),
    (WHOLE, "istanbul", "İSTANBUL", True),
    (WHOLE, "καλός", "ΚΑΛΟΣ", True),
    (WHOLE, "ёлка", "елка", True),
    (WHOLE, "हिन्दी", "मुझे हिन्दी आती है", True),
    (WHOLE, "हिन्द", "मुझे हिन्दी आती है", False),
    # Arabic
    (WHOLE, "طلب", "أين طَلَب؟", True),
    (WHOLE, "احتيال", "هذا إحتيال!", True),
    (WHOLE, "طلب", "طلبي", False),
    (PART, "طلب", "طلبي متأخر", True),
    (WHOLE, "هدية", "هديه", True),
    (EXACT, "هدية", "هديه", False),
    # Japanese, Chinese, Korean, Thai
    (WHOLE, "返金", "返金してください", True),
    (WHOLE, "遅い", "届くのが遅いです。", True),
    (WHOLE, "かき", "かぎ", False),
    (WHOLE, "ﾁｮｺ", "チョコ", True),
    (WHOLE, "退款", "我要退款", True),
    (WHOLE, "환불", "환불 주세요", True),
    (WHOLE, "คืนเงิน", "ขอคืนเงินหน่อย", True),
    # What is no word
    (WHOLE, "🔥", "so good🔥🔥", True),
    (WHOLE, "🔥", "so good", False),
    (PART, "  late   again ", "late again", True),
]


@pytest.mark.parametrize(("how", "wanted", "said", "found"), GOLDEN)
def test_words_are_found_as_their_readers_would(how: tuple[bool, bool], wanted: str, said: str, found: bool) -> None:
    is_blind, is_part = how
    assert bool(Words([wanted], is_blind=is_blind, is_part=is_part).first_in(Text(said, is_blind=is_blind))) is found


FACTS: list[tuple[Field, str, dict[str, Any], bool]] = [
    (Field.ONLY_EMOJI, "yes", {"text": "🎉🎉 😍"}, True),
    (Field.ONLY_EMOJI, "yes", {"text": "🎉 wow"}, False),
    (Field.ONLY_MENTIONS, "yes", {"text": "@ami @lea 😂"}, True),
    (Field.ONLY_MENTIONS, "yes", {"text": "@ami look"}, False),
    (Field.HAS_LINK, "yes", {"text": "see https://a.example/x"}, True),
    (Field.HAS_LINK, "yes", {"text": "see www.a.example"}, True),
    (Field.HAS_LINK, "yes", {"text": "best-deals.shop now"}, True),
    (Field.HAS_LINK, "yes", {"text": "ok.me too"}, True),
    (Field.HAS_LINK, "yes", {"text": "Fine. Thanks."}, False),
    (Field.HAS_LINK, "yes", {"text": "me@a.com"}, False),
    (Field.HAS_LINK, "yes", {"text": "", "attachments": (Attachment("link", "https://a.example"),)}, True),
    (Field.HAS_EMAIL, "yes", {"text": "write to léa.m@a-b.example!"}, True),
    (Field.HAS_EMAIL, "yes", {"text": "@ami at home"}, False),
    (Field.HAS_ORDER_NUMBER, "yes", {"text": "commande 48213"}, True),
    (Field.HAS_ORDER_NUMBER, "yes", {"text": "I have 48213 of them"}, False),
    (Field.HAS_PICTURE, "yes", {"attachments": (Attachment("image", "https://a.example"),)}, True),
    (Field.HAS_PICTURE, "yes", {"attachments": (Attachment("link", "https://a.example"),)}, False),
    (Field.WORDS_AT_LEAST, "3", {"text": "one two three"}, True),
    (Field.WORDS_AT_LEAST, "4", {"text": "one two three"}, False),
    (Field.WORDS_AT_MOST, "4", {"text": "返金して"}, True),
    (Field.WORDS_AT_MOST, "3", {"text": "返金して"}, False),
    (Field.NEW_AUTHOR, "yes", {}, True),
    (Field.REACH, "500", {}, True),
    (Field.REACH, "501", {}, False),
    (Field.OUTSIDE_HOURS, "yes", {}, True),
    (Field.STATUS, "open", {}, True),
    (Field.STATUS, "done", {}, False),
    (Field.STARS, "2", {}, True),
]


def facts(**changes: Any) -> Facts:
    said = message(1, 0, **changes)
    happened = Happened(Trigger.RECEIVED, "m:1", NOON, thread(stars=2), said)
    return Facts(happened, ME, Beyond(lambda: 500, lambda: True, lambda _: False))


def decides(where: Condition, known: Facts) -> bool:
    return bool(list(Ready([rule(where=where)]).decide(known)))


@pytest.mark.parametrize(("field", "value", "changes", "so"), FACTS)
def test_a_fact_of_a_message_is_what_it_says(field: Field, value: str, changes: dict[str, Any], so: bool) -> None:
    one = Is(field, frozenset({value}))
    assert decides(one, facts(**changes)) is so
    assert decides(Not(one), facts(**changes)) is not so


_leaves = st.sampled_from(
    [
        Is(Field.SAYS, frozenset({"late", "lost"})),
        Is(Field.SAYS, frozenset({"not here"})),
        Is(Field.SAYS_PART, frozenset({"ate"})),
        Is(Field.SAYS_EXACTLY, frozenset({"café"})),
        Is(Field.HAS_LINK),
        Is(Field.VIP),
        Is(Field.WORDS_AT_LEAST, frozenset({"3"})),
        Is(Field.KIND, frozenset({"dm"})),
    ]
)
_conditions: st.SearchStrategy[Condition] = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
    ),
    max_leaves=6,
)
_TEXTS = st.lists(st.sampled_from(["late", "lost", "plate", "not", "here", "café", "cafe", "https://a.b"])).map(
    " ".join
)


@given(st.lists(_conditions, min_size=1, max_size=6), _TEXTS)
def test_rules_made_ready_decide_as_their_conditions_say_one_by_one(where: list[Condition], text: str) -> None:
    rules = [rule(f"R{place}", where=one) for place, one in enumerate(where)]
    known = facts(text=text)

    def asked(one: Is) -> bool:
        if one.field in {Field.SAYS, Field.SAYS_PART, Field.SAYS_EXACTLY}:
            is_blind = one.field is not Field.SAYS_EXACTLY
            words = Words(one.values, is_blind=is_blind, is_part=one.field is Field.SAYS_PART)
            return words.first_in(Text(text, is_blind=is_blind)) is not None
        return known.says(one)

    expected = [one.id for one in rules if holds(one.where, known.thread, ME, NOON, asked)]
    assert [one.rule.id for one in Ready(rules).decide(known)] == expected


def test_rules_of_other_channels_and_later_beginnings_are_not_asked_and_one_that_stops_is_the_last() -> None:
    known = facts(text="late")
    first, other = rule("One", stops=True), rule("Two")
    elsewhere = rule("Three", everywhere=False, channels=frozenset({2}), stops=True)
    later = rule("Four", on_from=NOON.replace(hour=13), stops=True)
    asleep = rule("Five", when=When(Trigger.EDITED))
    found = Ready([elsewhere, later, asleep, first, other]).decide(known, NOON)
    assert [one.rule.name for one in found] == ["One"]


def test_a_long_hostile_text_takes_no_time_that_grows_faster_than_it() -> None:
    many = Words([f"word{n} and{n}" for n in range(200)], is_blind=True, is_part=True)
    for hostile in ("a" * 200_000, "a@" * 100_000, "1." * 100_000, "\u0301" * 200_000, "@a " * 60_000):
        assert many.first_in(Text(hostile, is_blind=True)) is None
        known = facts(text=hostile)
        for field in (Field.HAS_LINK, Field.HAS_EMAIL, Field.ONLY_EMOJI, Field.ONLY_MENTIONS, Field.HAS_ORDER_NUMBER):
            known.says(Is(field))
