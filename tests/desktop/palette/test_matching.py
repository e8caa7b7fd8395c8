from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.desktop.places.palette.matching import Entry, Matcher, folded

ACTS = [
    Entry("snooze.tomorrow", "act", "Snooze until tomorrow", "Sat 09:00"),
    Entry("snooze.answer", "act", "Snooze until they answer"),
    Entry("go.snoozed", "view", "Snoozed"),
    Entry("reply.snow", "reply", "Snow-proof coating, care advice", "/snowproof"),
    Entry("person.noah", "person", "Noah Snoeck", "assign to Noah"),
    Entry("saved", "act", "Réponse type", also=("Saved reply",)),
    Entry("done", "act", "Mark done", reason="You can read this channel, not answer."),
    Entry("undone", "act", "Done is not the end"),
]


def ids(typed: str, recent: tuple[str, ...] = ()) -> list[str]:
    return [hit.entry.id for hit in Matcher(ACTS, recent).find(typed)]


def test_the_start_of_the_words_beats_the_start_of_a_word() -> None:
    assert ids("sno") == ["go.snoozed", "snooze.tomorrow", "snooze.answer", "reply.snow", "person.noah"]


def test_the_letters_that_matched_are_lit() -> None:
    (hit,) = Matcher([Entry("x", "person", "Noah Snoeck")]).find("sno")

    assert hit.lit == ((5, 3),)


def test_accents_and_case_do_not_matter_and_the_light_stays_in_place() -> None:
    (hit,) = Matcher([Entry("x", "act", "La Réponse type")]).find("REPONSE")

    assert hit.lit == ((3, 7),)


def test_the_other_languages_label_is_found() -> None:
    assert "saved" in ids("saved re")


def test_what_cannot_be_done_now_comes_last() -> None:
    assert ids("done") == ["undone", "done"]


def test_prefixes_choose_the_kind() -> None:
    assert ids("@sno") == ["person.noah"]
    assert ids("/sno") == ["reply.snow"]
    assert set(ids(">")) == {"snooze.tomorrow", "snooze.answer", "saved", "done", "undone"}


def test_initials_find_and_letters_in_the_middle_of_words_do_not() -> None:
    assert ids("sut") == ["snooze.tomorrow", "snooze.answer"]
    assert ids("ooz") == ["go.snoozed", "snooze.tomorrow", "snooze.answer"]


def test_a_slip_of_the_finger_is_forgiven() -> None:
    assert "snooze.tomorrow" in ids("tomorow")


def test_the_recently_used_is_first_among_equals() -> None:
    twins = [Entry("a", "act", "Assign to Léa"), Entry("b", "act", "Assign to Ana")]

    assert [hit.entry.id for hit in Matcher(twins, recent=("b",)).find("assign to")] == ["b", "a"]


@given(st.text(max_size=12), st.text(max_size=30))
def test_what_is_lit_lies_within_the_words(typed: str, words: str) -> None:
    for hit in Matcher([Entry("x", "act", words)]).find(typed):
        assert all(start >= 0 and length > 0 and start + length <= len(words) for start, length in hit.lit)


@given(st.text(max_size=30))
def test_folding_keeps_a_place_for_every_letter(text: str) -> None:
    letters, places = folded(text)

    assert len(letters) == len(places)
    assert list(places) == sorted(places)


def test_letters_that_are_added_look_only_through_what_fitted_before_and_find_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[int] = []
    score = Matcher._score
    monkeypatch.setattr(
        Matcher, "_score", lambda self, place, *more: (looked.append(place), score(self, place, *more))[1]
    )
    going_on = Matcher(ACTS, ("go.snoozed",))
    for typed in ("s", "sn", "sno", "snoo", "snooze ans", "@", "@s", "@sn", "d", ">d", ">do", "sut", "tom snooze"):
        looked.clear()
        found = going_on.find(typed)
        assert found == Matcher(ACTS, ("go.snoozed",)).find(typed), typed
        if typed == "sno":
            assert len(looked) < 2 * len(ACTS)
            first, anew = looked[: len(looked) - len(ACTS)], looked[-len(ACTS) :]
            assert set(first) < set(anew)
