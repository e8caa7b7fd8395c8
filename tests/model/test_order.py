"""Reasons move a thread up within bounds, and what is told of them is all that moved it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialdesk.model.command import AddTag, Assign, Given, MarkDone, Reopen, SetPriority, ThreadCommand
from socialdesk.model.fold import fold_all
from socialdesk.model.identifiers import CommandId, ThreadId
from socialdesk.model.signals import stored
from socialdesk.model.thread import Priority, Thread
from socialdesk.model.triage import MOST_MOVED_MS, Group, GroupBounds, Move, moves, order_key, placed
from socialdesk.model.triage_policy import MOST_MINUTES, MOVERS, USUAL, Signal, TriagePolicy, Weight
from socialdesk.store.rows import order_at
from tests.model.builders import ME, at, thread

signals = st.dictionaries(st.sampled_from([one.value for one in Signal]), st.integers(1, 50_000), max_size=5)
threads = st.builds(
    lambda found, waits, due, **some: thread(
        waiting_since=at(waits) if waits is not None else None,
        due_at=at(due) if waits is not None and due is not None else None,
        last_in_at=at(waits) if waits is not None else None,
        signals=stored(found),
        **some,
    ),
    signals,
    st.none() | st.integers(-500, 0),
    st.none() | st.integers(-100, 500),
    priority=st.sampled_from(Priority),
    is_vip=st.booleans(),
    shield=st.sampled_from(["", "", "spam"]),
    topics=st.sampled_from([(), ("Delivery",), ("Delivery", "Refund")]),
)
policies = st.builds(
    TriagePolicy,
    st.booleans(),
    st.dictionaries(st.sampled_from([*MOVERS, "topic:Delivery"]), st.sampled_from(Weight)).map(
        lambda some: tuple(some.items())
    ),
    st.sampled_from(MOST_MINUTES),
)
commands = st.lists(
    st.sampled_from(
        [
            SetPriority(ThreadId(7), Priority.HIGH),
            SetPriority(ThreadId(7), Priority.LOW),
            SetPriority(ThreadId(7), Priority.URGENT),
            AddTag(ThreadId(7), "vat"),
            MarkDone(ThreadId(7)),
            Reopen(ThreadId(7)),
            Assign(ThreadId(7), ME),
        ]
    ),
    max_size=4,
)


@given(threads, policies)
@settings(max_examples=150, deadline=None)
def test_what_moves_a_thread_is_told_to_the_minute_and_stays_within_bounds(one: Thread, policy: TriagePolicy) -> None:
    told = moves(one, policy)
    after = placed(one, policy)
    assert after.moved_ms == sum(move.minutes for move in told) * 60_000
    assert 0 <= after.moved_ms <= MOST_MOVED_MS
    assert all(move.minutes > 0 for move in told)
    by_signals = sum(move.minutes for move in told if move.why not in ("high", "urgent"))
    assert by_signals <= policy.most_minutes
    assert placed(after, policy) == after
    if one.waiting_since is None:
        assert (after.signals, after.topics, after.moved_ms) == ("", (), 0)
    if after.due_at is not None:
        assert order_at(after) <= order_at(replace(after, moved_ms=0)), "nothing overdue may sink below its head"


@given(threads, policies, commands)
@settings(max_examples=100, deadline=None)
def test_the_window_puts_a_thread_where_the_engine_will(
    one: Thread, policy: TriagePolicy, given_: list[ThreadCommand]
) -> None:
    pending = [Given(CommandId(str(n)), n, at(n), ME, command) for n, command in enumerate(given_)]
    at_once = placed(fold_all(placed(one, policy), pending, ME), policy)
    step_by_step = placed(one, policy)
    for each in pending:
        step_by_step = placed(fold_all(step_by_step, [each], ME), policy)
    assert at_once == step_by_step
    assert order_at(at_once) == order_at(step_by_step)


@given(st.lists(threads, max_size=6), policies)
@settings(max_examples=60, deadline=None)
def test_the_file_orders_as_the_model_does(some: list[Thread], policy: TriagePolicy) -> None:
    there = [placed(replace(one, id=ThreadId(n)), policy) for n, one in enumerate(some, 1)]
    for before, after in pairwise(sorted(there, key=order_key)):
        assert (order_at(before), before.id) < (order_at(after), after.id)


def test_reasons_stand_in_their_order_with_their_minutes() -> None:
    one = thread(waiting_since=at(0), due_at=at(100), is_vip=True, signals=" question:1 repeated:3 reach:48000")
    assert moves(one, USUAL) == (Move("vip", 30), Move("repeated", 20, 3), Move("question", 10))
    assert moves(replace(one, priority=Priority.URGENT), USUAL)[0] == Move("urgent", 240)
    assert moves(replace(one, priority=Priority.LOW), USUAL) == ()
    assert moves(replace(one, shield="spam"), USUAL) == ()
    assert moves(one, replace(USUAL, by_due_time=True)) == ()
    assert moves(replace(one, waiting_since=None), USUAL) == ()
    short = replace(USUAL, most_minutes=30)
    assert moves(replace(one, is_vip=False), short) == (Move("repeated", 20, 3), Move("question", 10))
    once = replace(one, signals=" question:1 repeated:1")
    assert moves(once, USUAL) == (Move("vip", 30), Move("question", 10)), "who wrote once repeats nothing"
    about = replace(USUAL, weights=(("topic:Refund", Weight.MUCH),))
    assert moves(replace(one, topics=("Refund", "Delivery")), about) == (Move("topic:Refund", 30),)


@pytest.mark.parametrize(("minutes", "is_ahead"), [(-1, False), (0, True), (29, True), (30, False)])
def test_who_stands_with_the_overdue_and_is_not_late_is_known(minutes: int, is_ahead: bool) -> None:
    one = placed(thread(waiting_since=at(-60), due_at=at(minutes), is_vip=True), USUAL)
    bounds = GroupBounds.at(at(0), at(600))
    assert bounds.is_ahead(one) is is_ahead
    in_head = order_at(one) < order_at(thread(waiting_since=at(-1), due_at=at(0)))
    assert in_head is (bounds.group(one.due_at) is Group.OVERDUE or is_ahead)


def test_who_waits_without_a_target_comes_before_who_does_not_and_the_longest_first() -> None:
    old = thread(id=ThreadId(1), waiting_since=at(-60), last_in_at=at(0))
    new = thread(id=ThreadId(2), waiting_since=at(-50), last_in_at=at(-50))
    vip = placed(replace(new, id=ThreadId(3), is_vip=True), USUAL)
    answered = thread(id=ThreadId(4), last_in_at=at(-300), created_at=at(-300))
    late = thread(id=ThreadId(5), waiting_since=at(-600), due_at=at(9000))
    assert [one.id for one in sorted([answered, new, old, vip, late], key=order_at)] == [5, 3, 1, 2, 4]
    assert vip.moved_ms == timedelta(minutes=30) // timedelta(milliseconds=1)
