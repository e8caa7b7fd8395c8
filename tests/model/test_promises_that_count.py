"""Of several promises it is said which never counts, and by which example one is seen at work."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.condition import All, AnyOf, Condition, Field, Is, Not, holds
from socialdesk.model.condition_cover import covers, never_holds
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.policy_preview import examples, never_counts
from socialdesk.model.reply_policy import Arrival, Promise, ReplyPolicy
from socialdesk.model.thread import Kind, Priority, Thread
from tests.model.builders import ME, thread
from tests.model.promised import AT_NIGHT, DM, POLICY, REFUNDS, URGENT, paris

ANY: Condition = All(())
REVIEW = Is(Field.KIND, frozenset({"review"}))
TALK = Is(Field.KIND, frozenset({"dm", "comment"}))


def test_a_promise_that_never_counts_is_found() -> None:
    def of(*promises: Promise) -> dict[int, int | None]:
        return never_counts(ReplyPolicy(special=promises))

    first = Promise("one", TALK)
    assert of(first, Promise("two", DM)) == {1: 0}
    assert of(first, Promise("two", REVIEW)) == {}
    assert of(first, Promise("two", All((DM, REFUNDS.when)))) == {1: 0}
    assert of(replace(first, arrives=Arrival.OPEN), Promise("two", DM)) == {}
    assert of(Promise("one", ANY), Promise("two", DM), Promise("three", REVIEW)) == {1: 0, 2: 0}
    assert of(Promise("one", All((DM, REVIEW)))) == {0: None}
    assert of(Promise("one", Not(ANY))) == {0: None}


_LEAVES = st.sampled_from(
    [DM, REVIEW, TALK, URGENT.when, REFUNDS.when, Is(Field.TAG, frozenset({"a"})), Is(Field.VIP), ANY]
)
_CONDITIONS = st.recursive(
    _LEAVES,
    lambda part: st.one_of(
        part.map(Not),
        st.lists(part, max_size=3).map(lambda p: All(tuple(p))),
        st.lists(part, max_size=3).map(lambda p: AnyOf(tuple(p))),
    ),
    max_leaves=6,
)
_THREADS = st.builds(
    thread,
    kind=st.sampled_from(Kind),
    priority=st.sampled_from(Priority),
    tags=st.sampled_from([(), ("a",), ("refund",), ("a", "refund")]),
    is_vip=st.booleans(),
    channel_id=st.just(ChannelId(1)),
)


@given(_CONDITIONS, _CONDITIONS, _THREADS)
def test_what_is_said_to_cover_really_does(wide: Condition, narrow: Condition, one: Thread) -> None:
    if covers(wide, narrow) and holds(narrow, one, ME):
        assert holds(wide, one, ME)
    if never_holds(narrow):
        assert not holds(narrow, one, ME)


def test_the_examples_are_those_of_the_promise_that_is_asked_for() -> None:
    now = paris("2026-06-01T10:00")
    assert [one.due for one in examples(POLICY, now, AT_NIGHT)] == [
        paris("2026-06-01T22:30"),
        paris("2026-06-05T22:30"),
        paris("2026-06-07T03:30"),
    ]
