"""Several promises in an order: the first that fits counts, a wait on the contact stops its clock, no time is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.calendar import Calendar, Holiday, OtherDay, Span
from socialdesk.model.command import (
    AddTag,
    Assign,
    Given,
    MarkDone,
    RemoveTag,
    Reopen,
    SetPriority,
    Snooze,
    WaitOnContact,
)
from socialdesk.model.condition import All, Field, Is, Not
from socialdesk.model.fold import fold, fold_all, fold_message
from socialdesk.model.identifiers import ChannelId, CommandId
from socialdesk.model.merging import joined
from socialdesk.model.message import Direction
from socialdesk.model.policy_form import NotAPolicy, read, unknown_zones, unsound, written
from socialdesk.model.reply_policy import ALWAYS_A_DAY, Arrival, Promise, ReplyPolicy, Target, Unit
from socialdesk.model.thread import Kind, Priority, Status, Thread
from socialdesk.model.triage import ClockState, reply_clock
from tests.model.builders import LEA, ME, thread
from tests.model.promised import DM, NIGHTS, OFFICE, POLICY, REFUNDS, URGENT, asked, paris, said


def test_the_first_promise_that_fits_counts_and_the_last_is_for_everything_else() -> None:
    morning = asked("2026-06-01T10:00")
    assert (POLICY.of(morning).name, morning.due_at) == ("", paris("2026-06-01T14:00"))
    refund = asked("2026-06-01T16:30", tags=("refund",))
    assert (POLICY.of(refund).name, refund.due_at) == ("Refunds", paris("2026-06-02T09:30"))
    both = asked("2026-06-01T10:00", tags=("refund",), priority=Priority.URGENT)
    assert (POLICY.of(both).name, both.due_at) == ("Urgent", paris("2026-06-01T10:15"))
    late = asked("2026-06-01T21:00")
    assert (POLICY.of(late).name, late.due_at) == ("Nights", paris("2026-06-01T22:30"))
    assert reply_clock(late, paris("2026-06-01T21:30"), POLICY).state is ClockState.PAUSED
    assert POLICY.left(late, paris("2026-06-01T22:10")) == timedelta(minutes=20)


def test_a_tag_or_a_priority_given_late_counts_from_when_they_asked() -> None:
    one = asked("2026-06-01T10:00")
    now = paris("2026-06-01T13:00")
    tagged = POLICY.promised(fold(one, AddTag(one.id, "refund"), now, ME, ME))
    assert (tagged.waiting_since, tagged.due_at) == (one.waiting_since, paris("2026-06-01T11:00"))
    raised = POLICY.promised(fold(tagged, SetPriority(one.id, Priority.URGENT), now, ME, ME))
    assert raised.due_at == paris("2026-06-01T10:15")
    assert POLICY.promised(replace(raised, tags=(), priority=Priority.NORMAL)) == one


def test_waiting_on_the_contact_stops_the_clock_of_a_later_answer_and_what_they_write_lets_it_go_on() -> None:
    policy = ReplyPolicy(OFFICE, Target(60), Target(60))
    one = fold_message(thread(), said(1, paris("2026-06-01T10:00")), policy=policy)
    first = fold(one, WaitOnContact(one.id), paris("2026-06-01T10:10"), ME, ME)
    assert policy.promised(first).due_at == paris("2026-06-01T11:00")  # a first answer never rests
    rests = replace(policy, pauses_first=True)
    assert rests.promised(first).due_at is None

    one = fold_message(one, said(2, paris("2026-06-01T10:30"), Direction.OUT), policy=policy)
    one = fold_message(one, said(3, paris("2026-06-01T11:00")), policy=policy)
    one = policy.promised(fold(one, WaitOnContact(one.id), paris("2026-06-01T11:20"), ME, ME))
    assert one.due_at is None
    assert reply_clock(one, paris("2026-06-01T11:30"), policy).state is ClockState.PAUSED
    assert replace(policy, pauses=False).promised(one).due_at == paris("2026-06-01T12:00")
    back = fold_message(one, said(4, paris("2026-06-01T12:20")), policy=policy)
    assert (back.waiting_since, back.due_at) == (paris("2026-06-01T11:00"), paris("2026-06-01T13:00"))
    # What was late before it was stopped stays late.
    late = policy.promised(fold(back, WaitOnContact(one.id), paris("2026-06-01T13:01"), ME, ME))
    assert late.due_at == paris("2026-06-01T13:00")


def test_only_saying_so_stops_the_clock_and_an_answer_ends_all_of_it() -> None:
    one = fold_message(thread(last_out_at=paris("2026-06-01T09:00")), said(1, paris("2026-06-01T10:00")))
    waits = fold(one, WaitOnContact(one.id), paris("2026-06-01T10:10"), ME, ME)
    assert waits.pauses == ((paris("2026-06-01T10:10"), None),)
    again = fold(waits, Reopen(one.id), paris("2026-06-01T10:15"), ME, ME)
    assert again.pauses == ((paris("2026-06-01T10:10"), paris("2026-06-01T10:15")),)
    assert fold(one, Snooze(one.id, None), paris("2026-06-01T10:10"), ME, ME).pauses == ()
    assert replace(one, status=Status.WAITING).pauses == ()
    answered = fold_message(again, said(2, paris("2026-06-01T10:20"), Direction.OUT))
    assert (answered.pauses, answered.waiting_since) == ((), None)
    # What was known only later, and written before, takes the pause back.
    assert fold_message(waits, said(3, paris("2026-06-01T10:05"))).pauses == ()


_TIMES = st.integers(0, 60 * 24 * 20)
_UNITS = st.sampled_from([Unit.HOURS, Unit.OPEN_HOURS])


@given(_TIMES, st.integers(1, 600), _UNITS, st.lists(st.integers(0, 60 * 24 * 20), max_size=6))
def test_a_pause_gives_back_what_it_took_and_no_more(at: int, amount: int, unit: Unit, moments: list[int]) -> None:
    start = paris("2026-06-01T00:00")
    since = start + timedelta(minutes=at)
    ordered = sorted({one for one in moments if one > at})
    pauses = tuple(
        (start + timedelta(minutes=begins), start + timedelta(minutes=ends))
        for begins, ends in zip(ordered[::2], ordered[1::2], strict=False)
    )
    hours = POLICY.hours
    target = Target(amount, unit)
    due = POLICY.due(since, target, hours, pauses)
    plain = POLICY.due(since, target, hours)
    assert due is not None
    assert plain is not None
    assert due >= plain

    def worked(one: datetime, other: datetime) -> timedelta:
        return other - one if unit is Unit.HOURS else hours.worked(one, other)

    rested = sum((worked(begins, min(ends, due)) for begins, ends in pauses if begins < due), timedelta(0))
    assert worked(since, due) - rested == timedelta(minutes=amount)
    # Two pauses without a moment between them are one.
    split = tuple(
        part
        for begins, ends in pauses
        for middle in [begins + (ends - begins) / 2]
        for part in ((begins, middle), (middle, ends))
    )
    assert POLICY.due(since, target, hours, split) == due


_TARGETS = st.one_of(st.none(), st.builds(Target, st.integers(1, 40), st.sampled_from(Unit)))
_SPECIAL = st.builds(
    Promise,
    st.text("abcdefgh", min_size=1, max_size=8),
    st.sampled_from(
        [URGENT.when, REFUNDS.when, Not(REFUNDS.when), Is(Field.WHOSE, frozenset({"2", "nobody"})), All(())]
    ),
    st.sampled_from(Arrival),
    st.sampled_from([None, OFFICE, NIGHTS]),
    _TARGETS,
    _TARGETS,
    _TARGETS,
    st.sampled_from([None, 50]),
    st.booleans(),
    st.booleans(),
)
_POLICIES = st.builds(
    ReplyPolicy,
    st.sampled_from([Calendar(), OFFICE, NIGHTS]),
    _TARGETS,
    _TARGETS,
    st.just(0),
    _TARGETS,
    st.none(),
    st.booleans(),
    st.booleans(),
    st.lists(_SPECIAL, max_size=3, unique_by=lambda one: one.name.casefold()).map(tuple),
)
_COMMANDS = {
    "done": MarkDone(thread().id),
    "reopen": Reopen(thread().id),
    "wait": WaitOnContact(thread().id),
    "lea": Assign(thread().id, LEA),
    "tag": AddTag(thread().id, "refund"),
    "untag": RemoveTag(thread().id, "refund"),
    "urgent": SetPriority(thread().id, Priority.URGENT),
    "normal": SetPriority(thread().id, Priority.NORMAL),
}
_WORDS = st.sampled_from(["in", "out", *_COMMANDS])
_STEPS = st.lists(st.one_of(_WORDS, _WORDS, _WORDS, _POLICIES), min_size=1, max_size=16)


@given(_STEPS, _POLICIES, st.integers(1, 600))
def test_what_is_kept_up_to_date_is_what_comes_of_the_whole_history_of_tags_waits_and_promises(
    steps: list[str | ReplyPolicy], last: ReplyPolicy, minutes: int
) -> None:
    def told(*, changes: bool) -> Thread:
        """The thread after all of it: under each policy as it came, or from the beginning under the last one."""
        policy = ALWAYS_A_DAY if changes else last
        one, at = thread(), paris("2026-06-01T09:00")
        for number, step in enumerate([*steps, last], 1):
            at += timedelta(minutes=minutes)
            if isinstance(step, ReplyPolicy):
                policy = step if changes else policy
                one = policy.promised(one)
            elif step in _COMMANDS:
                one = policy.promised(fold(one, _COMMANDS[step], at, ME, ME))
            else:
                which = Direction.IN if step == "in" else Direction.OUT
                one = fold_message(one, said(number, at, which), policy=policy)
        return one

    kept = told(changes=True)
    assert kept == told(changes=False)
    assert kept == last.promised(kept)
    assert (kept.waiting_since is None) <= (kept.due_at is None and kept.pauses == ())


@given(_POLICIES)
def test_promises_read_as_they_were_written(policy: ReplyPolicy) -> None:
    assert read(written(policy)) == policy


def test_a_zone_that_vanished_is_named_and_its_hours_go_on_by_utc() -> None:
    own = replace(OFFICE, zone="Moon/Base")
    policy = replace(POLICY, calendar=replace(POLICY.calendar, zone="Europe/Atlantis"))
    policy = replace(policy, special=(replace(URGENT, calendar=own),))
    assert unknown_zones(policy) == ("Europe/Atlantis", "Moon/Base")
    assert read(written(policy)) == policy  # nothing of it is lost
    friday = datetime(2026, 11, 27, 16, 45, tzinfo=UTC)
    assert policy.special[0].hours is not None
    assert policy.due(friday, Target(30, Unit.OPEN_HOURS), policy.special[0].hours) == friday + timedelta(hours=64.5)
    assert unknown_zones(POLICY) == ()


def test_what_an_earlier_version_wrote_is_one_promise_that_rests_on_the_contact() -> None:
    old = {
        "zone": "Europe/Paris",
        "week": [[[540, 1020]]] * 5 + [[], []],
        "other_days": [],
        "country": "",
        "region": "",
        "holidays": [],
        "first": [60, "open_hours"],
        "next": None,
    }
    found = read(json.dumps(old), 3)
    assert found == ReplyPolicy(OFFICE, Target(60, Unit.OPEN_HOURS), None, 3)
    assert (found.special, found.resolution, found.pauses, found.pauses_first) == ((), None, True, False)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(URGENT, name=" "),
        replace(URGENT, name="x" * 61),
        replace(URGENT, name="refunds"),
        replace(URGENT, when=Is(Field.WAITING, frozenset({"30"}))),
        replace(URGENT, when=Not(Is(Field.UNREAD))),
        replace(URGENT, when=Is(Field.WHOSE, frozenset({"mine"}))),
        replace(URGENT, resolution=Target(0)),
        replace(URGENT, warning=100),
        replace(URGENT, calendar=Calendar(week=((),) * 7)),
    ],
)
def test_a_promise_that_cannot_be_meant_is_not_taken(wrong: Promise) -> None:
    policy = replace(POLICY, special=(wrong, REFUNDS))
    assert unsound(policy)
    with pytest.raises(NotAPolicy):
        read(written(policy))


def test_a_share_of_the_time_is_when_it_becomes_soon_where_a_promise_says_so() -> None:
    half = replace(POLICY, special=(replace(URGENT, first=Target(240), warning=50),))
    one = half.promised(asked("2026-06-01T10:00", priority=Priority.URGENT))
    assert reply_clock(one, paris("2026-06-01T11:59"), half).state is ClockState.RUNNING
    assert reply_clock(one, paris("2026-06-01T12:00"), half).state is ClockState.SOON


def test_two_threads_made_one_keep_the_oldest_wait_and_what_the_other_asks_ends_its_rest() -> None:
    policy = ReplyPolicy(OFFICE, Target(60), Target(60))
    before = thread(last_out_at=paris("2026-06-01T09:00"))
    one = fold_message(before, said(1, paris("2026-06-01T10:00")), policy=policy)
    rests = fold(one, WaitOnContact(one.id), paris("2026-06-01T10:10"), ME, ME)
    other = fold_message(replace(before, id=thread().id), said(2, paris("2026-06-01T10:40")), policy=policy)
    for both in (joined(rests, other, policy), joined(other, rests, policy)):
        assert both.waiting_since == paris("2026-06-01T10:00")
        assert both.due_at == paris("2026-06-01T11:30")


def test_what_is_pending_shows_when_it_is_due_by_what_counts() -> None:
    one = asked("2026-06-01T10:00")

    given_ = Given(CommandId("c1"), 1, paris("2026-06-01T10:05"), ME, AddTag(one.id, "refund"))
    assert fold_all(one, [given_], ME, POLICY).due_at == paris("2026-06-01T11:00")


_ZONES = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]


def wall(zone: str, text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("zone", "spans", "at", "target", "due"),
    [
        # Mon-Fri 9-17, half an hour, Friday 16:45, over the weekend on which the clocks change.
        *[
            (zone, "office", f"{friday}T16:45", Target(30, Unit.OPEN_HOURS), f"{monday}T09:15")
            for zone, friday, monday in (
                ("Europe/Paris", "2026-03-27", "2026-03-30"),
                ("Europe/Paris", "2026-10-23", "2026-10-26"),
                ("America/New_York", "2026-03-06", "2026-03-09"),
                ("America/New_York", "2026-10-30", "2026-11-02"),
                ("Australia/Lord_Howe", "2026-04-03", "2026-04-06"),
                ("Australia/Lord_Howe", "2026-10-02", "2026-10-05"),
                ("Asia/Kolkata", "2026-03-27", "2026-03-30"),
            )
        ],
        # Nights of eight hours on the wall clock, ten hours of them: the night of the change is an hour (or half) off.
        ("Europe/Paris", "nights", "2026-03-28T22:00", Target(600, Unit.OPEN_HOURS), "2026-03-30T01:00"),
        ("Europe/Paris", "nights", "2026-10-24T22:00", Target(600, Unit.OPEN_HOURS), "2026-10-25T23:00"),
        ("America/New_York", "nights", "2026-03-07T22:00", Target(600, Unit.OPEN_HOURS), "2026-03-09T01:00"),
        ("America/New_York", "nights", "2026-10-31T22:00", Target(600, Unit.OPEN_HOURS), "2026-11-01T23:00"),
        ("Australia/Lord_Howe", "nights", "2026-10-03T22:00", Target(600, Unit.OPEN_HOURS), "2026-10-05T00:30"),
        ("Australia/Lord_Howe", "nights", "2026-04-04T22:00", Target(600, Unit.OPEN_HOURS), "2026-04-05T23:30"),
        ("Asia/Kolkata", "nights", "2026-03-28T22:00", Target(600, Unit.OPEN_HOURS), "2026-03-30T00:00"),
        # By the real clock a day is 24 hours, whatever the wall clock does.
        ("Europe/Paris", "office", "2026-03-28T12:00", Target(24 * 60), "2026-03-29T13:00"),
        ("Australia/Lord_Howe", "office", "2026-04-04T12:00", Target(24 * 60), "2026-04-05T11:30"),
        # A working day on is the same time on the wall clock, past the weekend and the holiday on Monday.
        ("Europe/Paris", "holiday", "2026-04-03T16:55", Target(1, Unit.WORKING_DAYS), "2026-04-07T16:55"),
        ("Europe/Paris", "holiday", "2026-04-03T16:45", Target(30, Unit.OPEN_HOURS), "2026-04-07T09:15"),
        ("America/New_York", "holiday", "2026-04-05T03:00", Target(1, Unit.WORKING_DAYS), "2026-04-08T09:00"),
        # A shorter day of its own: what is left of it counts, the rest comes on the next.
        ("Asia/Kolkata", "short", "2026-12-24T11:30", Target(60, Unit.OPEN_HOURS), "2026-12-25T09:30"),
    ],
)
def test_when_an_answer_is_due_was_worked_out_by_hand(zone: str, spans: str, at: str, target: Target, due: str) -> None:
    office = Calendar(zone, OFFICE.week)
    calendar = {
        "office": office,
        "nights": Calendar(zone, NIGHTS.week),
        "holiday": replace(office, holidays=(Holiday(datetime(2026, 4, 6, tzinfo=UTC).date(), "Easter Monday"),)),
        "short": replace(office, other_days=(OtherDay(datetime(2026, 12, 24, tzinfo=UTC).date(), (Span(540, 720),)),)),
    }[spans]
    # The same whether it is the promise of all, or one with hours of its own beside others in another zone.
    usual = ReplyPolicy(calendar, target, target)
    own = ReplyPolicy(Calendar("UTC"), None, None, special=(Promise("here", DM, calendar=calendar, first=target),))
    for policy in (usual, own):
        one = fold_message(thread(), said(1, wall(zone, at)), policy=policy)
        assert one.due_at == wall(zone, due)
        assert reply_clock(one, wall(zone, due), policy).state is not ClockState.LATE
        assert reply_clock(one, wall(zone, due) + timedelta(seconds=1), policy).state is ClockState.LATE


def test_a_window_of_some_threads_alone_is_a_clock_of_those_and_of_no_others() -> None:
    windows = ((ChannelId(1), Kind.DM, timedelta(hours=24), "business:"),)
    policy = ReplyPolicy(OFFICE, None, None, windows=windows)
    plain = fold_message(thread(), said(1, paris("2026-11-27T16:45")), policy=policy)
    there = fold_message(replace(thread(), remote_id="business:7:8"), said(1, paris("2026-11-27T16:45")), policy=policy)
    assert (plain.due_at, there.due_at) == (None, paris("2026-11-28T16:45"))


def test_the_window_of_the_platform_is_a_clock_beside_the_promise_and_what_ends_first_is_due() -> None:
    policy = ReplyPolicy(
        OFFICE, Target(240, Unit.OPEN_HOURS), windows=((ChannelId(1), Kind.DM, timedelta(hours=24), ""),)
    )
    one = fold_message(thread(), said(1, paris("2026-11-27T16:45")), policy=policy)  # a Friday
    closes, promised = paris("2026-11-28T16:45"), paris("2026-11-30T12:45")
    assert (one.due_at, policy.closes_at(one), policy.promised_until(one)) == (closes, closes, promised)
    assert policy.is_by_platform(one)
    # By the real clock: nothing stands still on Saturday, and no opening hours are counted.
    saturday = paris("2026-11-28T10:00")
    assert reply_clock(one, saturday, policy).state is ClockState.RUNNING
    assert policy.left(one, saturday) is None
    # Their next message opens the window anew; the promise counts from the oldest still.
    again = fold_message(one, said(2, paris("2026-11-29T20:00")), policy=policy)
    assert (again.due_at, policy.is_by_platform(again)) == (promised, False)
    assert policy.closes_at(again) == paris("2026-11-30T20:00")
    assert reply_clock(again, paris("2026-11-30T08:00"), policy).state is ClockState.PAUSED
    # A wait on the contact stops what was promised, not what the platform does.
    rests = replace(policy, pauses_first=True)
    waits = rests.promised(fold(again, WaitOnContact(one.id), paris("2026-11-29T20:05"), ME, ME))
    assert (waits.due_at, rests.promised_until(waits)) == (paris("2026-11-30T20:00"), None)
    for other in (replace(one, kind=Kind.COMMENT), replace(one, channel_id=ChannelId(2))):
        assert policy.promised(other).due_at == promised
    assert policy == replace(policy, windows=())
