"""What an answer costs: a text in which a platform may find a link costs as much as one with a link."""

from __future__ import annotations

import pytest

from socialdesk.model.capability import Price


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("See https://wool.example/x", 200),
        ("See HTTP://WOOL.EXAMPLE", 200),
        ("See wool.example/sale", 200),
        ("See www.wool.example", 200),
        ("See m\u00fcller.de, please", 200),
        ("It is 3.50 a metre.Or so", 200),
        ("It is 3.50 a metre, i.e. little", 15),
        ("Yes. Of course... it is", 15),
        ("", 15),
    ],
)
def test_an_address_without_its_scheme_costs_what_a_link_costs(text: str, cost: int) -> None:
    assert Price(15, 200).of(text) == cost
