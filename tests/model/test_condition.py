"""Conditions with and, or and not say of a thread what they say in words, and read back as they were written."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.condition import (
    FLAGS,
    MOST_DEEP,
    OF_THREADS,
    All,
    AnyOf,
    Condition,
    Field,
    Is,
    Not,
    NotACondition,
    holds,
    read,
    written,
)
from socialdesk.model.filter_form import NotAFilter, from_words, to_words
from socialdesk.model.filtering import bare, parts_of, with_parts
from socialdesk.model.identifiers import PersonId
from socialdesk.model.thread import Priority, Status
from socialdesk.model.view import Filter, takes
from tests.model.builders import ME, at, thread

_VALUES = {
    Field.CHANNEL: ["1", "2"],
    Field.KIND: ["dm", "review"],
    Field.LANGUAGE: ["fr", "en"],
    Field.TAG: ["vat", "late", "é"],
    Field.WHOSE: ["mine", "nobody", "2"],
    Field.PRIORITY: ["normal", "urgent"],
    Field.WAITING: ["30", "240"],
    Field.SIGNAL: ["question", "repeated"],
    Field.TOPIC: ["Delivery", "é"],
}
_leaf = st.sampled_from(sorted(OF_THREADS)).flatmap(
    lambda field: (
        st.just(Is(field))
        if field in FLAGS
        else st.frozensets(st.sampled_from(_VALUES[field]), min_size=1).map(lambda values: Is(field, values))
    )
)
conditions = st.recursive(
    _leaf,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
    ),
    max_leaves=6,
)


@given(conditions)
def test_a_condition_reads_back_as_it_was_written(condition: Condition) -> None:
    assert read(json.loads(json.dumps(written(condition)))) == condition
    filter_ = Filter(where=condition)
    assert from_words(to_words(filter_)) == filter_


@given(st.lists(conditions, max_size=4), st.booleans(), st.sampled_from([(), ("vat",), ("é", "late")]))
def test_a_filter_taken_apart_and_put_together_takes_the_same_threads(
    parts: list[Condition], is_vip: bool, tags: tuple[str, ...]
) -> None:
    one = thread(is_vip=is_vip, tags=tags, assignee_id=ME, waiting_since=at(-60), language="fr")
    said = all(holds(part, one, ME, at(0)) for part in parts)
    filter_ = with_parts(bare(frozenset({Status.OPEN})), parts)
    assert takes(filter_, one, ME, at(0)) is said
    again = with_parts(bare(frozenset({Status.OPEN})), parts_of(filter_))
    assert takes(again, one, ME, at(0)) is said


def test_waiting_is_counted_to_the_moment_asked_about() -> None:
    waiting = Is(Field.WAITING, frozenset({"240"}))
    one = thread(waiting_since=at(0))
    assert not holds(waiting, one, ME, at(239))
    assert holds(waiting, one, ME, at(240))
    assert holds(waiting, one, ME), "at some moment it may wait that long"
    assert holds(Not(waiting), one, ME), "and at some moment it may not yet"
    assert holds(Not(waiting), one, ME, at(0) + timedelta(minutes=1))


def test_a_filter_with_two_conditions_on_one_field_asks_for_both() -> None:
    french, english = Is(Field.LANGUAGE, frozenset({"fr"})), Is(Field.LANGUAGE, frozenset({"en"}))
    both = with_parts(with_parts(bare(frozenset({Status.OPEN})), [french]), [english])
    assert not takes(both, thread(language="fr"), ME)
    assert not takes(both, thread(language="en"), ME)


def test_whose_takes_me_nobody_and_members_by_number() -> None:
    some = Is(Field.WHOSE, frozenset({"nobody", "2"}))
    assert holds(some, thread(assignee_id=None), ME)
    assert holds(some, thread(assignee_id=PersonId(2)), ME)
    assert not holds(some, thread(assignee_id=ME), ME)
    assert holds(Is(Field.PRIORITY, frozenset({"urgent"})), thread(priority=Priority.URGENT), ME)


def _deep(times: int) -> Any:
    return ["not", _deep(times - 1)] if times else ["is", "vip", "yes"]


@pytest.mark.parametrize(
    "form",
    [None, [], "vip", ["is"], ["is", "vip"], ["is", "mood", "good"], ["is", "waiting", "long"], ["not"], ["all", 3],
     _deep(MOST_DEEP + 1), ["any", *[["is", "vip", "yes"]] * 65]],
)  # fmt: skip
def test_what_is_no_condition_of_this_version_is_refused(form: Any) -> None:
    with pytest.raises(NotACondition):
        read(form)
    words = json.loads(to_words(Filter())) | {"where": form}
    if form is not None:
        with pytest.raises(NotAFilter):
            from_words(json.dumps(words))
