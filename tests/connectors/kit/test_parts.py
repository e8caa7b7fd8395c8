"""Taking apart JSON that strangers had a hand in."""

from __future__ import annotations

import pytest

from socialdesk.connectors.kit.parts import count


@pytest.mark.parametrize(
    ("value", "number"),
    [(0, 0), (12, 12), ("12", 12), (-3, 0), (None, None), (True, None), ("many", None), (1.5, None), ([3], None)],
)
def test_how_many_there_are_is_a_whole_number_or_not_known(value: object, number: int | None) -> None:
    assert count({"likes": value}, "likes") == number
    assert count({}, "likes") is None
