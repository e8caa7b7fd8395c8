"""Decisions of a few lines: whom all are, what a macro does, which words are looked up, which emoji a name means."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from socialdesk.model.answering_all import MOST, everybody, everybody_of
from socialdesk.model.bulk_answer import Recipient as Answered
from socialdesk.model.bulk_answer import Why, prepared
from socialdesk.model.capability import AttachmentLimit, Capabilities, TextLimit, TextUnit
from socialdesk.model.command import AddNote, AddTag, Assign, MarkDone, SetPriority, Snooze
from socialdesk.model.emoji_search import emoji, find, in_order, used
from socialdesk.model.language import words_of
from socialdesk.model.macro import commands_of, span_of
from socialdesk.model.mention import mentioned
from socialdesk.model.message import Direction, Place, Recipient
from socialdesk.model.outgoing import OutgoingPicture, Trouble, trouble_with
from socialdesk.model.person import Person
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When
from socialdesk.model.rule_command import ApproveRule
from socialdesk.model.rule_list import why_not_approved
from socialdesk.model.saved_view import follower, moved, problem
from socialdesk.model.search import understand
from socialdesk.model.snippet import _spoken, _spoken_one_by_one, matches, snippet
from socialdesk.model.spelling import words
from socialdesk.model.thread import Priority, Status
from socialdesk.model.view import Filter, View
from tests.model.builders import LEA, ME, NOON, message, thread

hostile = st.one_of(
    st.text(st.characters(categories=None), max_size=120),
    st.sampled_from(
        ["\0", "\ud800", "e" + "\u0301" * 500, "\u202egnp.exe", "👩‍👩‍👧‍👦" * 40, "ﷺ" * 90, "שלום hello", "İ" * 9]
    ),
)

# To all


def test_an_answer_to_all_goes_to_the_writer_first_and_to_each_once_and_never_to_us() -> None:
    to = (
        Recipient(Place.CC, "C@example.org", "Cy"),
        Recipient(Place.TO, "us@example.org", is_own=True),
        Recipient(Place.TO, "c@example.org"),
        Recipient(Place.TO, "b@example.org"),
    )
    asked = replace(message(1, 0), author_remote_id="a@example.org", recipients=to)

    assert [one.address for one in everybody(asked)] == ["a@example.org", "c@example.org", "b@example.org"]
    ours = replace(asked, direction=Direction.OUT)
    assert [one.address for one in everybody(ours)] == ["c@example.org", "b@example.org"]


def test_who_asks_for_answers_elsewhere_gets_them_there_and_a_copy_stays_a_copy() -> None:
    writer = Recipient(Place.TO, "a@example.org")
    to = (Recipient(Place.ASKED, "list@example.org"), Recipient(Place.CC, "c@example.org"))

    assert everybody_of(writer, to) == (
        Recipient(Place.TO, "list@example.org"),
        Recipient(Place.CC, "c@example.org"),
    )


@pytest.mark.parametrize(("many", "answered"), [(0, 0), (1, 0), (2, 2), (MOST, MOST), (MOST + 1, 0)])
def test_one_person_is_not_all_and_a_mailing_is_answered_to_nobody(many: int, answered: int) -> None:
    to = [Recipient(Place.TO, f"{n}@example.org") for n in range(many)]

    assert len(everybody_of(None, to)) == answered


# Macros


def test_a_macro_does_what_changes_the_thread_first_and_hides_it_last_and_leaves_out_what_is_so() -> None:
    acts = [("done", ""), ("note", "n"), ("assign", "me"), ("tag", "new"), ("tag", "old"), ("priority", "high")]

    assert commands_of(acts, thread(tags=("old",)), ME, NOON) == [
        AddTag(thread().id, "new"),
        SetPriority(thread().id, Priority.HIGH),
        Assign(thread().id, ME),
        AddNote(thread().id, "n"),
        MarkDone(thread().id),
    ]
    is_so = thread(status=Status.DONE, assignee_id=LEA, priority=Priority.HIGH)
    assert commands_of([("done", ""), ("assign", str(LEA)), ("priority", "high")], is_so, ME, NOON) == []


@pytest.mark.parametrize(
    ("value", "until"),
    [("answer", None), ("4h", NOON + timedelta(hours=4)), ("3d", NOON + timedelta(days=3))],
)
def test_a_macro_snoozes_for_a_span_or_until_they_answer(value: str, until: datetime | None) -> None:
    assert commands_of([("snooze", value)], thread(), ME, NOON) == [Snooze(thread().id, until)]
    assert value == "answer" or NOON + span_of(value) == until


# Names


def test_a_note_names_members_by_their_first_name_whatever_its_case() -> None:
    people = [Person(ME, "Noah Weber"), Person(LEA, "Léa Marchand")]

    assert mentioned("@léa and @NOAH: see noah@example.org", people) == (ME, LEA)
    assert mentioned("@lea @nobody @", people) == ()
    assert mentioned("@noah", [Person(ME, "")]) == ()


# Views


@given(st.lists(st.text("abcdef", min_size=1, max_size=2), unique=True, min_size=1, max_size=6), st.data())
def test_a_view_goes_before_another_and_back_where_it_was(ids: list[str], data: st.DataObject) -> None:
    one, before = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from([*ids, "", "gone"]))
    now = moved(ids, one, before)

    assert sorted(now) == sorted(ids)
    if before in ids and before != one:
        assert now.index(one) + 1 == now.index(before)
    elif before not in ids:
        assert now[-1] == one
    assert moved(now, one, follower(ids, one)) == ids


# Words


@given(hostile)
@example("l'élève isn't at www.example.org, @ann #tag {first name} A1 USA")
def test_words_to_look_up_stand_where_they_are_said_to_and_are_nothing_but_letters(text: str) -> None:
    for at, word in words(text):
        assert text[at : at + len(word)] == word
        assert len(word) > 1
        assert not any(sign.isdigit() or sign.isspace() or sign in "@#{}/" for sign in word)


def test_links_mentions_fields_and_short_capitals_are_not_looked_up() -> None:
    said = "l'élève isn't at www.example.org, ann@example.org @ann #tag {first name} A1 USA okay"

    assert [word for _, word in words(said)] == ["l'élève", "isn't", "at", "okay"]


@given(hostile)
def test_language_is_told_by_words_alone_and_never_by_much(text: str) -> None:
    told = words_of(text * 20)

    assert len(told) <= 400
    assert not any(sign.isdigit() for sign in told if sign.isascii())


def test_what_is_too_short_to_tell_a_language_by_gives_nothing_but_a_few_signs_do() -> None:
    assert words_of("ok thanks") == ""
    assert words_of("https://example.org/a/very/long/address @somebody #hashtag 12345") == ""
    assert words_of("see https://example.org where is my order?") == "see where is my order?"
    assert words_of("返金をお願い") == "返金をお願い"
    assert words_of("返金") == ""


@given(hostile, hostile)
@example("İstanbul’da kaldı " * 9, "istanbul")
@example("x" * 200 + " delivery late " + "y" * 200, "deliv")
@example("👩\u200d👩\u200d👧", "👩\u200d👧")
def test_a_snippet_is_one_line_and_what_is_lit_lies_in_it(text: str, typed: str) -> None:
    terms = understand(typed, NOON).terms
    part, lit = snippet(text, terms)

    assert not set(part) & set("\n\r\t\v\f\u2028\u2029")
    assert len(part) <= 92
    assert all(at >= 0 and length > 0 and at + length <= len(part) for at, length in lit)
    assert list(lit) == sorted(lit)


def test_a_snippet_shows_the_first_match_wherever_it_stands() -> None:
    part, lit = snippet("x " * 200 + "the DELIVERY is late" + " y" * 200, understand("delivery", NOON).terms)

    assert part.startswith("…") and part.endswith("…")  # noqa: PT018 - one fact
    assert [part[at : at + length] for at, length in lit] == ["DELIVERY"]


@given(
    st.one_of(hostile, st.text(st.sampled_from("aAbé ßİ ś.'_-٣اأة한❤️東\u0301\u0640…"), max_size=40)),
    st.lists(st.text(st.sampled_from("aAbéßİś٣اة한\u0301"), min_size=1, max_size=3), min_size=1, max_size=4),
    st.booleans(),
)
def test_a_text_folded_as_a_whole_lights_what_word_by_word_would(text: str, typed: list[str], ends: bool) -> None:
    terms = understand(" ".join(typed) + ("" if ends else " x"), NOON).terms
    assert list(_spoken(text, terms)) == list(_spoken_one_by_one(text, terms))


def test_letters_that_fold_into_two_light_as_well() -> None:
    text = "Die Straße, dann die STRASSE; strassen"

    assert [text[at : at + length] for at, length in matches(text, understand("strasse die", NOON).terms)] == [
        "Die", "Straße", "die", "STRASSE",
    ]  # fmt: skip


# Emoji

HEART, SAD, CRY = (
    emoji("❤️", [":red_heart:", ":cœur_rouge:"]),
    emoji("😢", [":crying_face:"]),
    emoji("😭", [":loudly_crying_face:"]),
)


def test_an_emoji_is_found_by_the_beginnings_of_its_words_in_both_languages_and_without_accents() -> None:
    known = [CRY, SAD, HEART]

    assert find("cœur", known, []) == find("coeur", known, []) == find("red h", known, []) == [HEART]
    assert find("cry", known, []) == [SAD, CRY]
    assert find("cry", known, ["😭"]) == [CRY, SAD]
    assert find("", known, []) == find("zebra", known, []) == []


@given(st.lists(st.sampled_from("❤😢😭👍"), max_size=40))
def test_what_was_used_last_comes_first_and_once(signs: list[str]) -> None:
    recent: list[str] = []
    for sign in signs:
        recent = used(sign, recent)

    assert recent == list(dict.fromkeys(reversed(signs)))
    assert in_order([HEART, SAD, CRY], recent)[0] in (HEART, SAD, CRY)


# Pictures

LIMIT = AttachmentLimit(2, ("image/png",), 100, 50)
FITS = OutgoingPicture("a", "image/png", 50, 50, 100)


@pytest.mark.parametrize(
    ("pictures", "trouble"),
    [
        ([], None),
        ([FITS, FITS], None),
        ([FITS, FITS, FITS], (2, Trouble.TOO_MANY)),
        ([FITS, replace(FITS, width=51)], (1, Trouble.TOO_LARGE)),
        ([replace(FITS, height=51)], (0, Trouble.TOO_LARGE)),
        ([replace(FITS, size_bytes=101)], (0, Trouble.TOO_HEAVY)),
        ([replace(FITS, media_type="image/gif")], (0, Trouble.WRONG_TYPE)),
    ],
)
def test_a_picture_goes_up_to_each_limit_and_no_further(
    pictures: list[OutgoingPicture], trouble: tuple[int, Trouble] | None
) -> None:
    assert trouble_with(pictures, LIMIT) == trouble


def test_where_none_are_taken_none_go() -> None:
    assert trouble_with([FITS], None) == trouble_with([FITS], replace(LIMIT, most=0)) == (0, Trouble.NOT_TAKEN)


# Who may do what with what is saved


@pytest.mark.parametrize("id_", ["mine", "mine/open", "own/open", "channel:3", ""])
def test_a_view_that_comes_with_the_workspace_is_not_saved_over(id_: str) -> None:
    assert "cannot be changed" in problem(View(id_, Filter(), "Name"), [])
    assert problem(View("own", Filter(), "Name"), []) == ""


def test_whoever_wants_a_rule_switched_on_is_not_the_second_person_who_looks_at_it() -> None:
    wanted = Rule("r", "Hide", When(Trigger.RECEIVED), (Do(Deed.HIDE),), everywhere=True, version=3, asked_by=ME)

    assert "Somebody else has to look" in why_not_approved(wanted, ApproveRule("r", 3), ME)
    assert why_not_approved(wanted, ApproveRule("r", 3), LEA) == ""
    assert "any more" in why_not_approved(wanted, ApproveRule("r", 2), LEA)
    assert "any more" in why_not_approved(replace(wanted, asked_by=None), ApproveRule("r", 3), LEA)


# One text for many


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Hello {name}!", Why.BLANK),
        ("{day: date}", Why.BLANK),
        ("  ", Why.EMPTY),
        ("/thanks", Why.SHORTCUT),
        ("x" * 11, Why.TOO_LONG),
        ("Hello { you", None),
        ("Hello", None),
    ],
)
def test_a_text_that_somebody_wrote_for_one_person_goes_out_only_when_nothing_in_it_is_open(
    text: str, why: Why | None
) -> None:
    can = Capabilities(TextLimit(TextUnit.CODE_POINTS, 12 if why is not Why.TOO_LONG else 10))

    assert prepared(Answered(thread(), own=text), (), None, can).why_not is why
