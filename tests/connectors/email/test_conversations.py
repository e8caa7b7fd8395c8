"""Mails of one conversation find each other, and what one of them quotes of the others is folded."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialdesk.connectors.email import html_text, quoting, threads


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Thanks!\n\nOn Mon, Ann <a@b.c> wrote:\n> x\n> y\n", "Thanks!\n\n[…]"),
        ("Merci\n\nLe lun. 1 juin 2026 à 12:00, Ann <a@b.c>\na écrit :\n\n> x", "Merci\n\n[…]"),
        ("Danke\n\nAm 01.06.26 um 12:00 schrieb Ann:\n> x", "Danke\n\n[…]"),
        ("Hi\n\n-----Original Message-----\nFrom: x\n\nold\nnew?", "Hi\n\n[…]"),
        ("Hi\n\n________________________________\nDe : x <a@b>\nEnvoyé : hier\nÀ : y\nObjet : z\n\nold", "Hi\n\n[…]"),
        ("On Mon Ann <a@b.c> wrote:\n> x\n\nMy answer", "[…]\nMy answer"),
        ("> first?\nyes\n> second?\nno", "> first?\nyes\n> second?\nno"),
        ("> only quoted", "> only quoted"),
        ("I wrote:\nnothing", "I wrote:\nnothing"),
        ("From: me\nwith love", "From: me\nwith love"),
    ],
)
def test_what_is_quoted_is_folded_and_an_answer_between_the_lines_is_kept(text: str, left: str) -> None:
    assert quoting.fold(text, is_answer=True) == left
    assert quoting.fold(text, is_answer=False) == text.strip("\n")


_SAID = [
    "",
    "words",
    "> quoted",
    "> > deeper",
    "On Mon, Ann <a@b.c> wrote:",
    "From: x",
    "Sent: y",
    "To: z",
    "-- ",
    "a:",
]
_LINES = st.lists(st.sampled_from([*_SAID, "-----Original Message-----", html_text.QUOTE_BEGINS]), max_size=14)


@given(_LINES)
@settings(max_examples=150, deadline=None)
def test_folding_only_leaves_out_and_never_all(lines: list[str]) -> None:
    text = "\n".join(lines)
    left = quoting.fold(text, is_answer=True)
    kept = [line for line in left.split("\n") if line and line != quoting.FOLDED]
    given_ = iter(lines)
    assert all(any(line == other for other in given_) for line in kept), "in order, and nothing new"
    assert bool(kept) == any(line.strip() for line in lines if line != html_text.QUOTE_BEGINS)
    if not any(line.startswith((">", "-----", "From", html_text.QUOTE_BEGINS)) for line in lines):
        assert left == text.strip("\n") or left.split() == text.split()


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_every_mail_of_a_conversation_names_the_same_first_one(data: st.DataObject) -> None:
    """Each mail answers any earlier one; whatever is known of them, in whatever order."""
    count = data.draw(st.integers(1, 40))
    trails: list[tuple[str, list[str], list[str]]] = [("0@x", [], [])]
    for number in range(1, count):
        own, references, in_reply_to = trails[data.draw(st.integers(0, number - 1))]
        trail = threads.answering(references, in_reply_to, own)
        assert len(trail) <= threads.MOST_REFERENCES
        assert trail[-1] == own
        trails.append((f"{number}@x", trail, [own]))
    assert {threads.root_of(own, references, parents) for own, references, parents in trails} == {("0@x", "")}


@pytest.mark.parametrize(
    ("subject", "base", "answer"),
    [
        ("Kettle", "Kettle", "Re: Kettle"),
        ("Re: Kettle", "Kettle", "Re: Kettle"),
        ("AW: Re[2]: RE : Kettle", "Kettle", "Re: Kettle"),
        ("Fwd: Kettle", "Kettle", "Re: Fwd: Kettle"),
        ("Recipe: cake", "Recipe: cake", "Re: Recipe: cake"),
        ("", "", "Re:"),
    ],
)
def test_subjects_are_known_again(subject: str, base: str, answer: str) -> None:
    assert threads.base_subject(subject) == base
    assert threads.answer_subject(subject) == answer
