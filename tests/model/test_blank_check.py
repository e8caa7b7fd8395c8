"""What is typed into a blank is of its kind, however it is written; where its value ends is known."""

from __future__ import annotations

import pytest

from socialdesk.model.blank_check import Wrong, end_of, wrong
from socialdesk.model.saved_reply import BlankType

NUMBER, DATE, LINK, CHOICE = BlankType.NUMBER, BlankType.DATE, BlankType.LINK, BlankType.CHOICE


@pytest.mark.parametrize(
    ("kind", "fits"),
    [
        (NUMBER, ("12", "12,50", "1 284", "1\u202f284,50 €", "€12.50", "-3", "15 %", "48 h", "٣")),
        (DATE, ("17/06", "2026-06-17", "29/02", "06/30/2026", "samedi", "Friday before noon", "17 juin", "le 12")),
        (LINK, ("https://example.org/help?a=1", "example.org", "sub.example.co.uk/x", "http://localhost.test:8080/")),
        (CHOICE, ("S", "m", "Grand")),
        (BlankType.TEXT, ("anything at all", "")),
    ],
)
def test_what_people_write_fits(kind: BlankType, fits: tuple[str, ...]) -> None:
    assert [one for one in fits if wrong(kind, ("S", "M", "Grand"), one) is not None] == []


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        (NUMBER, "soon", Wrong.NUMBER),
        (NUMBER, "twelve", Wrong.NUMBER),
        (NUMBER, "12 parcels", Wrong.NUMBER),
        (DATE, "31/02/2026", Wrong.NO_SUCH_DAY),
        (DATE, "2026-13-01", Wrong.NO_SUCH_DAY),
        (DATE, "asap", Wrong.DATE),
        (LINK, "our page", Wrong.LINK),
        (LINK, "ftp://example.org", Wrong.LINK),
        (LINK, "https://exa mple.org", Wrong.LINK),
        (CHOICE, "XL", Wrong.CHOICE),
    ],
)
def test_what_is_of_another_kind_does_not(kind: BlankType, text: str, why: Wrong) -> None:
    assert wrong(kind, ("S", "M"), text) is why


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (NUMBER, "12,50", "12,50"),
        (NUMBER, "12 and more", "12"),
        (NUMBER, "soon and", ""),
        (DATE, "17/06, then", "17/06"),
        (LINK, "example.org. Bye", "example.org"),
        (CHOICE, "S.", "S"),
        (NUMBER, "12 ", "12"),
    ],
)
def test_behind_its_value_the_sentence_goes_on(kind: BlankType, text: str, value: str) -> None:
    assert text[: end_of(kind, ("S", "M"), text)] == value
