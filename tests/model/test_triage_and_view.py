from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model import view
from socialdesk.model.condition import Field, Is
from socialdesk.model.fold import fold_message
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.reply_policy import ALWAYS_A_DAY
from socialdesk.model.thread import Kind, Status, Thread
from socialdesk.model.triage import ClockState, Group, GroupBounds, order_key, reply_clock
from tests.model.builders import LEA, ME, NOON, at, message, thread

asked = fold_message(thread(), message(1, 0))
DUE = NOON + timedelta(hours=24)


def test_the_clock_runs_then_warns_then_is_late_to_the_second() -> None:
    lefts = (timedelta(minutes=30, seconds=1), timedelta(minutes=30), timedelta(0))
    states = [reply_clock(asked, DUE - left, ALWAYS_A_DAY).state for left in lefts]

    assert states == [ClockState.RUNNING, ClockState.SOON, ClockState.SOON]
    assert reply_clock(asked, DUE + timedelta(seconds=1), ALWAYS_A_DAY).state is ClockState.LATE


def test_a_short_target_warns_in_its_last_quarter() -> None:
    hour = replace(asked, due_at=at(60))
    states = [reply_clock(hour, at(minute), ALWAYS_A_DAY).state for minute in (44, 45)]

    assert states == [ClockState.RUNNING, ClockState.SOON]


def test_the_label_is_real_time_left() -> None:
    assert reply_clock(asked, DUE - timedelta(minutes=18), ALWAYS_A_DAY).left == timedelta(minutes=18)
    assert reply_clock(asked, DUE + timedelta(minutes=12), ALWAYS_A_DAY).left == timedelta(minutes=12)


def test_an_answered_thread_says_how_long_it_took() -> None:
    from socialdesk.model.message import Direction

    met = fold_message(asked, message(2, 22, Direction.OUT))

    assert reply_clock(met, DUE, ALWAYS_A_DAY).state is ClockState.MET
    assert reply_clock(met, DUE, ALWAYS_A_DAY).left == timedelta(minutes=22)


def test_groups_meet_at_their_bounds() -> None:
    bounds = GroupBounds.at(NOON, NOON + timedelta(hours=12))

    assert [bounds.group(d) for d in (at(-1), at(0), at(59), at(60), at(719), at(720), None)] == [
        Group.OVERDUE,
        Group.WITHIN_THE_HOUR,
        Group.WITHIN_THE_HOUR,
        Group.LATER_TODAY,
        Group.LATER_TODAY,
        Group.TOMORROW_AND_AFTER,
        Group.NO_TARGET,
    ]


def test_late_in_the_evening_the_hour_goes_before_the_day() -> None:
    bounds = GroupBounds.at(NOON, NOON + timedelta(minutes=20))

    assert bounds.group(at(40)) is Group.WITHIN_THE_HOUR
    assert bounds.group(at(61)) is Group.TOMORROW_AND_AFTER


threads = st.builds(
    lambda **changes: replace(thread(), **changes),
    status=st.sampled_from(Status),
    assignee_id=st.sampled_from([None, ME, LEA]),
    kind=st.sampled_from(Kind),
    language=st.sampled_from(["", "en", "fr"]),
    is_vip=st.booleans(),
    shield=st.sampled_from(["", "abuse"]),
    mentions_me=st.booleans(),
    last_out_at=st.sampled_from([None, NOON]),
    channel_id=st.sampled_from([ChannelId(1), ChannelId(2)]),
    due_at=st.one_of(st.none(), st.just(DUE)),
)
VIEWS = (*view.BUILT_IN, *view.FIRST_SAVED, view.channel_view(ChannelId(1)), view.channel_view(ChannelId(2)))


@given(st.lists(threads, max_size=12), st.lists(threads, max_size=12))
def test_counters_kept_by_changes_are_the_counters_counted(before: list[Thread], after: list[Thread]) -> None:
    pairs = list(zip(before, after, strict=False))
    kept: dict[str, int] = {}
    for old, _ in pairs:
        for key in view.counters_of(old, VIEWS, ME):
            kept[key] = kept.get(key, 0) + 1
    for old, new in pairs:
        changes = view.counter_changes(view.counters_of(old, VIEWS, ME), view.counters_of(new, VIEWS, ME))
        for key, by in changes.items():
            kept[key] = kept.get(key, 0) + by

    for one in VIEWS:
        for seen in (one, *(view.with_status(one, status) for status in Status)):
            assert kept.get(seen.id, 0) == sum(view.takes(seen.filter, new, ME) for _, new in pairs)


MOVES = {
    "status": Status.DONE,
    "assignee_id": LEA,
    "kind": Kind.REVIEW,
    "language": "fr",
    "tags": ("press",),
    "is_vip": True,
    "shield": "abuse",
    "mentions_me": True,
    "last_out_at": NOON,
    "channel_id": ChannelId(2),
}


@given(threads)
def test_where_all_views_hold_a_thread_as_before_no_counter_moves(before: Thread) -> None:
    tagged = view.View("tagged", view.Filter(tags=frozenset({"press"})))
    views = (*VIEWS, tagged)
    for name, to in MOVES.items():
        after = replace(before, **{name: to})
        moves = view.counters_of(before, views, ME) != view.counters_of(after, views, ME)
        assert not (moves and view.hold_alike(views, before, after)), name
    assert view.hold_alike(views, before, replace(before, preview="Something else", unread=9, signals=" once:1"))
    # What a view asks besides may look at anything.
    asks = view.View("asked", view.Filter(where=Is(Field.UNREAD)))
    assert not view.hold_alike((*views, asks), before, before)


def test_mine_unassigned_and_team_part_the_open_threads() -> None:
    mine, nobodys, leas = (replace(asked, assignee_id=who) for who in (ME, None, LEA))

    held = {
        v.id: [view.takes(v.filter, t, ME) for t in (mine, nobodys, leas)]
        for v in (view.MINE, view.UNASSIGNED, view.TEAM)
    }

    assert held == {"mine": [True, False, False], "unassigned": [False, True, False], "team": [True, True, True]}


def test_a_chip_of_the_views_own_status_is_the_view() -> None:
    assert view.with_status(view.MINE, Status.OPEN) is view.MINE
    assert view.with_status(view.MINE, Status.DONE).id == "mine/done"


def test_the_triage_order_puts_the_nearest_promise_first_and_ties_to_the_older() -> None:
    late, soon, none = replace(asked, due_at=at(-5)), replace(asked, due_at=at(5)), thread()

    assert sorted([none, soon, late], key=order_key) == [late, soon, none]
