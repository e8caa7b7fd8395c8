"""The lines of the assign and tag pickers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from socialdesk.desktop.places.pickers.choices import (
    LineModel,
    Member,
    member_lines,
    tag_lines,
)
from socialdesk.model.identifiers import PersonId
from socialdesk.model.person import Person

LEA, NOAH, MAYA, OMAR = (PersonId(number) for number in (1, 2, 3, 4))
TEAM = [
    Member(Person(LEA, "Léa Marchand", on_shift_until="18:00"), 9),
    Member(Person(NOAH, "Noah Snoeck"), 1),
    Member(Person(MAYA, "Maya Benali", is_me=True, on_shift_until="19:00"), 12),
    Member(Person(OMAR, "Omar Haddad", on_shift_until="20:00"), 4),
]


def test_me_then_the_lightest_on_shift_then_the_others_then_nobody() -> None:
    lines = member_lines(TEAM, LEA, "")

    assert [line.words for line in lines] == [
        "Maya Benali (me)",
        "Omar Haddad",
        "Léa Marchand",
        "Noah Snoeck",
        "Nobody",
    ]
    assert [line.digit for line in lines] == [1, 2, 3, 4, 5]
    assert [line.is_on for line in lines] == [False, False, True, False, False]
    assert lines[1].detail == "until 20:00 · 4 open"
    assert lines[3].detail == "off shift · 1 open"


def test_typing_filters_blind_to_accents_by_any_name() -> None:
    assert [line.key for line in member_lines(TEAM, None, "lea")] == ["1"]
    assert [line.key for line in member_lines(TEAM, None, "sno")] == ["2"]
    assert [line.key for line in member_lines(TEAM, None, "no")] == ["2", "nobody"]


def test_tags_that_are_on_come_first() -> None:
    lines = tag_lines(["Sizing", "Delivery", "Repair"], ["Repair"], "")

    assert [(line.words, line.is_on) for line in lines] == [("Repair", True), ("Delivery", False), ("Sizing", False)]


def test_any_other_word_can_become_a_tag_once() -> None:
    assert [line.key for line in tag_lines(["Délai"], [], "delai")] == ["Délai"]
    assert [line.key for line in tag_lines(["Délai"], [], " late  parcel ")] == ["create:late parcel"]
    assert tag_lines([], [], "") == []


def test_the_tag_whose_name_was_typed_comes_first_then_those_that_begin_like_it() -> None:
    known = ["Oversized", "Resize", "Sizes", "Size"]
    for on in ((), ("Oversized", "Resize")):
        assert [line.words for line in tag_lines(known, on, "size")][:2] == ["Size", "Sizes"]
    keys = [line.key for line in tag_lines(known, ["Resize"], "siz")]
    assert keys == ["Size", "Sizes", "Resize", "Oversized", "create:siz"]
    many = [f"Order {number}" for number in range(200)]
    assert tag_lines(many, many[:50], "order 7")[0].words == "Order 7"


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\u2068\u2069"])
def test_signs_nobody_sees_make_no_tag_and_no_second_one(unseen: str) -> None:
    assert [line.key for line in tag_lines(["Delivery"], [], unseen)] == ["Delivery"]
    assert [line.key for line in tag_lines(["Delivery"], [], f"{unseen}Delivery")] == ["Delivery"]
    assert [line.key for line in tag_lines([], [], f"{unseen}New{unseen}")] == ["create:New"]


def test_a_reader_hears_which_line_is_chosen() -> None:
    model = LineModel()
    model.show(tag_lines(["Repair", "Sizing"], ["Repair"], ""))

    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Repair, chosen now"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Sizing"
