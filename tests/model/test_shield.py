"""The judgement of a text: what is kept out of sight, what never is, and that no text makes it slow."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from socialdesk.model.shield import normal
from socialdesk.model.shield.exchange import read_back, written
from socialdesk.model.shield.judge import judge, may_be_kept
from socialdesk.model.shield.lists import Lists, is_one_letter, parse, spread
from socialdesk.model.shield.normal import LOOKED_AT, read
from socialdesk.model.shield.own import OwnWord
from socialdesk.model.shield.values import (
    Level,
    Reason,
    ShieldKind,
    Verdict,
    reasons_from_json,
    reasons_to_json,
)
from socialdesk.support.resources import resource


@cache
def files() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted(resource("shield").glob("*.toml")))


@cache
def ours() -> Lists:
    return parse(files())


def judged(text: str, language: str = "") -> Verdict | None:
    return judge(text, ours(), language)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You are such a pathetic idiot", ShieldKind.ABUSE),
        ("you idiots, where is my order?", ShieldKind.ABUSE),
        ("va te faire enculer", ShieldKind.ABUSE),
        ("Vous êtes des voleurs", ShieldKind.ABUSE),
        ("espèce d'abruti", ShieldKind.ABUSE),
        ("I will kill you", ShieldKind.THREAT),
        ("I'm going to fucking kill you", ShieldKind.THREAT),
        ("I know where you live", ShieldKind.THREAT),
        ("je vais te tuer", ShieldKind.THREAT),
        ("on sait où tu habites", ShieldKind.THREAT),
        ("go back to your country", ShieldKind.SLUR),
        ("sale arabe", ShieldKind.SLUR),
        ("kill yourself", ShieldKind.HARASSMENT),
        ("Va crever", ShieldKind.HARASSMENT),
        ("send me nudes", ShieldKind.SEXUAL),
        ("envoie des nudes", ShieldKind.SEXUAL),
        ("Congratulations you have won a prize! claim your prize at http://x.test", ShieldKind.SCAM),
        ("DM me on whatsapp to earn $5000 daily with bitcoin trading", ShieldKind.SCAM),
        ("Félicitations vous avez gagné un iPhone, cliquez ici", ShieldKind.SCAM),
        ("Subscribe to my channel and I will subscribe back", ShieldKind.SPAM),
        ("abonne-toi à ma chaîne", ShieldKind.SPAM),
        ("@a1 @b2 @c3 @d4 @e5 @f6 @g7 @h8 look", ShieldKind.SPAM),
        ("Best offer of the year here\n" * 5, ShieldKind.SPAM),
    ],
)
def test_what_hurts_is_kept_out_of_sight(text: str, kind: ShieldKind) -> None:
    found = judged(text)
    assert found is not None
    assert found.kind is kind
    assert found.reasons


@pytest.mark.parametrize(
    "text",
    [
        "This jacket is damn good",
        "I'm dying to get it",
        "killer product",
        "My wife is going to kill me when she sees the bill",
        "Scunthorpe, Penistone, Essex and Sussex",
        "My assessment of the class: a classic cocktail",
        "I'm such an idiot, I ordered the wrong size",
        "He called me a bitch and you did nothing about it",
        'Somebody wrote "faggot" under my photo',
        "This fucking app doesn't work",
        "Your service is shit, I want a refund",
        "useless",
        "There is a chink in the armour of this lock",
        "Our Maine coon loves it",
        "Is it fire retardant?",
        "pros and cons of the icon",
        "j'ai du retard sur ma commande",
        "le retard de livraison",
        "Retard important sur la ligne",
        "un bon conseil pour une salopette",
        "mon ordinateur et une dispute",
        "C'est de la merde votre produit",
        "putain ça marche pas",
        "t'es mort de rire",
        "ma chatte est stérilisée",
        "Liebe FDP, was ist los?",
        "con una pequeña donación",
        "Marhaba, kif el hal?",
        "Please check my account, I can not claim my voucher",
        "❤️❤️❤️ 👨‍👩‍👧‍👦 bravo",
        "می‌خواهم سفارش بدهم",
        "नमस्ते, मेरा ऑर्डर कहाँ है",
        "",
    ],
)
def test_what_is_innocent_is_shown(text: str) -> None:
    assert judged(text) is None


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("f u c k  y o u", "spaced"),
        ("s.a.l.o.p.e", "spaced"),
        ("fuuuuuuck you", "repeated"),
        ("f*ck you", "masked"),
        ("sh1thead", "leet"),
        ("a$$hole", "leet"),
        ("connаrd", "lookalike"),
        ("f\u200bu\u200bc\u200bk\u200b\u200b you", "hidden"),
    ],
)
def test_a_disguised_word_is_the_word(text: str, how: str) -> None:
    found = judged(text)
    assert found is not None
    assert found.level is Level.VERY_LIKELY
    assert how in {reason.how for reason in found.reasons}


def test_accents_and_wide_letters_are_no_disguise() -> None:
    assert judged("fück yoü") is not None
    assert judged("ｆｕｃｋ ｙｏｕ") is not None
    assert judged("𝐟𝐮𝐜𝐤 𝐲𝐨𝐮") is not None


def test_a_reason_says_where() -> None:
    text = "Hello there 👋, you are a moron"
    found = judged(text)
    assert found is not None
    assert [text[one.start : one.end] for one in found.reasons] == ["moron"]


def test_the_language_of_the_platform_counts_where_the_words_do_not_tell() -> None:
    assert judged("ntm") is None
    assert judged("ntm", "fr") is not None
    assert judged("FDP Landtag", "de") is None


def test_reasons_read_back_as_they_were_written_and_hold_no_words() -> None:
    found = judged("you are a moron")
    assert found is not None
    written = reasons_to_json(found.reasons)
    assert reasons_from_json(written) == found.reasons
    assert "moron" not in written
    assert reasons_from_json('[{"kind": "unheard of"}, {"rule": "x"}]') == ()
    assert Reason("list", ShieldKind.ABUSE) in reasons_from_json('[{"rule": "list", "kind": "abuse"}]')


def test_words_of_the_team_count_as_it_says() -> None:
    own = (
        OwnWord(ShieldKind.ABUSE, "en", "gribble"),
        OwnWord(ShieldKind.SPAM, "en", "zorb", is_part=True),
        OwnWord(ShieldKind.SLUR, "fr", "grumé", accents_matter=True),
        OwnWord(ShieldKind.THREAT, "en", "meet me at the old mill"),
        OwnWord(ShieldKind.ABUSE, "en", "moron", allows=True),
    )
    lists = parse(files(), own)
    assert judge("what a gribble", lists) is not None
    assert judge("what a gribbler", lists) is None
    assert judge("get zorbing now", lists) is not None
    assert judge("quel grumé", lists) is not None
    assert judge("quel grume", lists) is None
    found = judge("Meet me at the OLD mill!", lists)
    assert found is not None
    assert found.reasons[0].rule == "own_list"
    assert judge("you are a moron", lists) is None


def test_a_word_of_the_team_for_one_language_is_left_alone_in_another() -> None:
    lists = parse(files(), (OwnWord(ShieldKind.ABUSE, "fr", "chat"), OwnWord(ShieldKind.ABUSE, "", "gribble")))

    assert judge("tu es un gros chat", lists) is not None
    assert judge("can we chat about the order?", lists) is None
    assert judge("chat", lists, "fr-FR") is not None
    assert judge("chat", lists, "en") is None
    assert judge("chat", lists) is not None, "where nobody knows the language it counts"
    for language in ("", "en", "fr"):
        assert judge("gribble", lists, language) is not None


@pytest.mark.parametrize("text", ["c++", "C", " x ", "é!"])
def test_nothing_is_kept_for_a_single_letter(text: str) -> None:
    for is_part in (False, True):
        own = OwnWord(ShieldKind.ABUSE, "", text, is_part=is_part)
        lists = parse((), (own,))
        assert is_one_letter(own)
        for said in ("c'est x, é", "vitamin c", text):
            assert judge(said, lists) is None
    assert read_back(f"abuse; -; whole; {text}")[1] != ()
    sign = OwnWord(ShieldKind.ABUSE, "", "滚")
    assert not is_one_letter(sign)
    assert judge("滚", parse((), (sign,))) is not None


def test_choices_in_a_phrase_are_spread() -> None:
    assert spread("i (will|am going to) (~|really) go") == [
        ("i", "will", "go"),
        ("i", "will", "really", "go"),
        ("i", "am", "going", "to", "go"),
        ("i", "am", "going", "to", "really", "go"),
    ]


HOSTILE = some.text(
    alphabet=some.one_of(
        some.sampled_from("fuck you.*-_@$!|1034 \n\t\u200b\u0301\u0430\u043e\u202e#/:"),
        some.characters(codec=None),
    ),
    max_size=400,
)


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
@example("*" * 300)
@example("@" * 300)
@example("a." * 200)
@example("\ud800 fuck you")
@example("\0\0fuck\0 you")
def test_no_text_breaks_it_and_reasons_lie_inside_it(text: str) -> None:
    found = judged(text)
    for reason in found.reasons if found is not None else ():
        assert 0 <= reason.start <= reason.end <= len(text)


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
@example("f u c k you")
@example("sh1t, fuuuuck, id\u00edot")
@example("I kn0w where you live")
def test_what_the_first_look_passes_over_has_nothing_in_it(text: str) -> None:
    # With any beginning of a word in a list, every text is read in full.
    in_full = replace(ours(), stems={"\ue000\ue000": []})
    assert judged(text) == judge(text, in_full)


def test_what_is_remembered_of_words_is_bounded_and_forgetting_it_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = ("you are dead meat", "I kn0w where you l1ve", "order here now", "a b c", "fuuuuck", "when does it come?")
    before = [may_be_kept(text, ours()) for text in texts]
    assert len(set(before)) == 2
    monkeypatch.setattr(normal, "_MOST_MARKS", 2)
    fresh = parse(files())
    assert [may_be_kept(text, fresh) for text in texts] == before
    assert len(fresh.marks) <= 2


def test_a_number_counts_where_it_is_listed_and_is_not_remembered_elsewhere() -> None:
    lists = parse(files(), (OwnWord(ShieldKind.ABUSE, "en", "1488"), OwnWord(ShieldKind.ABUSE, "en", "say 420 now")))
    texts = ("order 48213", "they wrote 1488", "say 420 now", "order 777", "4 2 0")
    assert [judge(text, lists) is not None for text in texts] == [False, True, True, False, False]
    in_full = replace(lists, stems={"\ue000\ue000": []})
    assert [judge(text, in_full) for text in texts] == [judge(text, lists) for text in texts]
    assert "48213" not in lists.marks


@settings(max_examples=60, deadline=None)
@given(some.text(alphabet="fuckyoaei nrsalp.*@1$\u200b", min_size=1, max_size=12))
def test_the_work_grows_with_the_length_and_no_faster(piece: str) -> None:
    """Counted in words and finds, not in time: a text ten times as long has about ten times as much to look at."""
    short, long = read(piece * 20), read(piece * 200)
    assert len(long.words) <= 12 * len(short.words) + 24
    assert sum(len(word.forms) for word in long.words) <= 12 * sum(len(word.forms) for word in short.words) + 24


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a.",
        "f u c k ",
        "*",
        "@a ",
        "a@",
        "www.",
        "http://",
        "fuck ",
        "i will ",
        "\u0301",
        "a\u200b",
        "1",
        "\n",
        "a-b_",
    ],
)
def test_of_a_long_text_of_one_piece_no_more_is_looked_at_than_of_any(piece: str) -> None:
    told = read(piece * (1_000_000 // len(piece)))
    assert len(told.words) <= LOOKED_AT
    assert len(told.joined) <= LOOKED_AT
    assert sum(len(word.forms) for word in told.words) <= 8 * LOOKED_AT
    judged(piece * (1_000_000 // len(piece)))


def test_what_stands_behind_a_very_long_text_is_not_looked_at() -> None:
    assert judged("x " * LOOKED_AT + "you are a moron") is None


def test_the_teams_words_are_written_and_read_back() -> None:
    words = (
        OwnWord(ShieldKind.ABUSE, "en", "some word"),
        OwnWord(ShieldKind.SPAM, "", "promo; now", is_part=True, accents_matter=True),
        OwnWord(ShieldKind.SLUR, "fr", "mot", allows=True),
    )
    assert read_back(written(words)) == (words, ())


def test_a_line_that_is_no_entry_is_named_by_its_number() -> None:
    found, wrong = read_back("# head\n\nabuse; en; whole; ok\nnonsense\nabuse; en; loudly; x\nabuse; en; whole; !!!\n")
    assert [word.text for word in found] == ["ok"]
    assert [one.number for one in wrong] == [4, 5, 6]


@given(some.text(max_size=300))
def test_no_list_that_is_brought_in_breaks_it(text: str) -> None:
    words, _ = read_back(text)
    parse((), words)
