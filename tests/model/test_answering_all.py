"""Who of all who had a message gets an answer: picked one by one, and never more people by putting texts together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.answering_all import Chosen, narrower, picked, toggled
from socialdesk.model.message import Place, Recipient

ANN, BOB, DAN = "ann@x.example", "Bob@x.example", "dan@x.example"
ALL = tuple(Recipient(Place.TO, one) for one in (ANN, BOB, DAN))
CHOICES = st.none() | st.lists(st.sampled_from([ANN, BOB, DAN, "eve@x.example"]), unique=True).map(tuple)


def who(chosen: Chosen) -> list[str]:
    return [one.address for one in picked(ALL, chosen)]


@pytest.mark.parametrize(
    ("chosen", "address", "then"),
    [
        (None, DAN, (ANN, DAN)),
        ((), DAN, (ANN, BOB)),
        ((ANN, BOB), DAN, ()),
        ((ANN, DAN), DAN.upper(), None),
        ((ANN, DAN), ANN, (DAN,)),
        ((DAN,), DAN, (DAN,)),
        (None, ANN, None),
        (("gone@x.example",), DAN, (ANN, DAN)),
    ],
)
def test_one_is_put_in_or_taken_out_and_somebody_always_stays(chosen: Chosen, address: str, then: Chosen) -> None:
    assert toggled(ALL, chosen, ANN, address) == then


def test_where_we_wrote_the_mail_nobody_gets_it_until_they_are_picked() -> None:
    assert toggled(ALL, None, "", DAN) == (DAN,)
    assert toggled(ALL, (DAN,), "", DAN) == (DAN,)


@given(CHOICES, CHOICES)
def test_two_texts_that_become_one_go_to_nobody_whom_one_of_them_was_not_for(one: Chosen, other: Chosen) -> None:
    both = set(who(narrower(one, other)))
    assert both <= set(who(one))
    assert both <= set(who(other))
    assert narrower(one, one) == one


@given(CHOICES, st.sampled_from([ANN, BOB, DAN]))
def test_taking_out_and_putting_in_again_changes_nothing(chosen: Chosen, address: str) -> None:
    then = toggled(ALL, chosen, ANN, address)
    before, after = set(who(chosen)) or {ANN}, set(who(then)) or {ANN}
    assert after ^ before == ({address} if len(before | {address}) > 1 else set())
