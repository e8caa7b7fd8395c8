"""When an answer is due: which target counts, what the clock shows outside hours, and that history alone decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.calendar import ALWAYS, Calendar, OtherDay, Span
from socialdesk.model.command import Assign, MarkDone, Reopen, SetPriority, Snooze
from socialdesk.model.fold import fold, fold_message
from socialdesk.model.message import Direction
from socialdesk.model.policy_form import NotAPolicy, read, unsound, written
from socialdesk.model.reply_policy import ALWAYS_A_DAY, ReplyPolicy, Target, Unit
from socialdesk.model.thread import Priority, Thread
from socialdesk.model.triage import ClockState, reply_clock
from tests.model.builders import LEA, ME, message, thread

PARIS = ZoneInfo("Europe/Paris")
OFFICE = Calendar("Europe/Paris", (*((Span(9 * 60, 17 * 60),),) * 5, (), ()))
HALF_AN_HOUR = ReplyPolicy(OFFICE, Target(30, Unit.OPEN_HOURS), Target(2, Unit.WORKING_DAYS))


def paris(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS).astimezone(UTC)


def said(number: int, at: datetime, direction: Direction = Direction.IN):  # noqa: ANN201 - a message
    return replace(message(number, 0, direction), created_at=at)


def test_friday_evening_is_breached_a_second_after_a_quarter_past_nine_on_monday() -> None:
    asked = fold_message(thread(), said(1, paris("2026-11-27T16:45")), policy=HALF_AN_HOUR)
    due = paris("2026-11-30T09:15")

    assert asked.due_at == due
    assert reply_clock(asked, due, HALF_AN_HOUR).state is ClockState.SOON
    assert reply_clock(asked, due + timedelta(seconds=1), HALF_AN_HOUR).state is ClockState.LATE


def test_outside_hours_the_clock_stands_still_and_says_what_is_due_then() -> None:
    asked = fold_message(thread(), said(1, paris("2026-11-27T16:45")), policy=HALF_AN_HOUR)
    saturday = paris("2026-11-28T12:00")

    shown = reply_clock(asked, saturday, HALF_AN_HOUR)
    assert (shown.state, shown.due) == (ClockState.PAUSED, asked.due_at)
    assert HALF_AN_HOUR.left(asked, saturday) == timedelta(minutes=15)
    assert HALF_AN_HOUR.left(asked, paris("2026-11-27T16:55")) == timedelta(minutes=20)
    by_the_clock = replace(HALF_AN_HOUR, first=Target(60 * 24 * 3))
    there = by_the_clock.promised(asked)
    assert reply_clock(there, saturday, by_the_clock).state is ClockState.RUNNING
    assert by_the_clock.left(there, saturday) is None


def test_the_first_answer_has_a_target_of_its_own_and_again_when_all_was_done() -> None:
    asked = fold_message(thread(), said(1, paris("2026-06-01T10:00")), policy=HALF_AN_HOUR)
    answered = fold_message(asked, said(2, paris("2026-06-01T10:20"), Direction.OUT), policy=HALF_AN_HOUR)
    again = fold_message(answered, said(3, paris("2026-06-01T11:00")), policy=HALF_AN_HOUR)
    closed = fold(again, MarkDone(again.id), paris("2026-06-01T12:00"), ME, ME)
    anew = fold_message(closed, said(4, paris("2026-06-09T10:00")), policy=HALF_AN_HOUR)

    assert asked.due_at == paris("2026-06-01T10:30")
    assert (answered.due_at, again.due_at) == (None, paris("2026-06-03T11:00"))
    # What was done without an answer needed none: the wait begins anew.
    assert (anew.waiting_since, anew.due_at) == (paris("2026-06-09T10:00"), paris("2026-06-09T10:30"))


def test_neither_snoozing_nor_assigning_nor_opening_again_gives_time() -> None:
    asked = fold_message(thread(), said(1, paris("2026-06-01T10:00")), policy=HALF_AN_HOUR)
    now = paris("2026-06-01T10:10")
    for command in (
        Snooze(asked.id, now + timedelta(days=2)),
        Assign(asked.id, LEA),
        SetPriority(asked.id, Priority.LOW),
        MarkDone(asked.id),
        Reopen(asked.id),
    ):
        asked = fold(asked, command, now, ME, ME)
        assert HALF_AN_HOUR.promised(asked).due_at == paris("2026-06-01T10:30")


def test_without_a_target_nothing_is_due_and_the_usual_one_is_a_day_at_any_hour() -> None:
    asked = fold_message(thread(), said(1, paris("2026-03-28T12:00")))

    assert asked.due_at == paris("2026-03-28T12:00") + timedelta(hours=24)
    assert replace(HALF_AN_HOUR, first=None).promised(asked).due_at is None


def test_nobody_is_late_by_an_import() -> None:
    now = paris("2026-06-02T12:00")
    assert ALWAYS_A_DAY.in_time_since(now) == now - timedelta(hours=24)
    assert ReplyPolicy(first=Target(120), next=Target(600)).in_time_since(now) == now - timedelta(hours=2)
    assert ReplyPolicy(first=Target(5)).in_time_since(now) == now
    for policy in (ALWAYS_A_DAY, HALF_AN_HOUR):
        since = policy.in_time_since(now)
        due = policy.due(since, policy.first)
        assert due is not None
        assert due >= now


# One history: who said what when, what was done in between, and how often the policy changed meanwhile.
_POLICIES = st.builds(
    ReplyPolicy,
    st.sampled_from(
        [
            Calendar(),
            OFFICE,
            replace(OFFICE, zone="Asia/Kolkata", other_days=(OtherDay(paris("2026-06-03T12:00").date()),)),
        ]
    ),
    *[st.one_of(st.none(), st.builds(Target, st.integers(1, 40), st.sampled_from(Unit)))] * 2,
)
_STEPS = st.lists(
    st.one_of(st.sampled_from(["in", "out", "done", "snooze", "assign", "reopen"]), _POLICIES), min_size=1, max_size=14
)


@given(_STEPS, _STEPS, _POLICIES, st.integers(1, 600))
def test_what_is_kept_up_to_date_is_what_comes_of_the_whole_history(
    before: list[str | ReplyPolicy], after: list[str | ReplyPolicy], last: ReplyPolicy, minutes: int
) -> None:
    def told(changes: bool) -> Thread:
        """The thread after all of it: under each policy as it came, or from the beginning under the last one."""
        policy = ALWAYS_A_DAY if changes else last
        one, at = thread(), paris("2026-06-01T09:00")
        for number, step in enumerate([*before, last, *(step for step in after if isinstance(step, str))], 1):
            at += timedelta(minutes=minutes)
            match step:
                case "in" | "out":
                    which = Direction.IN if step == "in" else Direction.OUT
                    one = fold_message(one, said(number, at, which), policy=policy)
                case "done":
                    one = fold(one, MarkDone(one.id), at, ME, ME)
                case "snooze":
                    one = fold(one, Snooze(one.id, at + timedelta(days=1)), at, ME, ME)
                case "assign":
                    one = fold(one, Assign(one.id, LEA), at, ME, ME)
                case "reopen":
                    one = fold(one, Reopen(one.id), at, ME, ME)
                case ReplyPolicy() if changes:
                    policy = step
                    one = policy.promised(one)
                case _:
                    pass
        return one

    kept = told(changes=True)
    assert kept == told(changes=False)
    assert kept == last.promised(kept)


@given(_POLICIES)
def test_a_policy_reads_as_it_was_written(policy: ReplyPolicy) -> None:
    assert read(written(policy)) == policy


@pytest.mark.parametrize(
    "wrong",
    [
        Calendar(week=((),) * 7),
        Calendar(week=ALWAYS[:6]),
        Calendar(week=((Span(540, 700), Span(600, 720)), *((),) * 6)),
        Calendar(week=((Span(1320, 1800),), (Span(300, 600),), *((),) * 5)),  # the night reaches into the next morning
        Calendar(week=((Span(540, 540),), *((),) * 6)),
        Calendar(other_days=(OtherDay(paris("2026-06-03T12:00").date()),) * 2),
    ],
)
def test_hours_that_cannot_be_meant_are_not_taken(wrong: Calendar) -> None:
    assert unsound(ReplyPolicy(wrong))
    with pytest.raises(NotAPolicy):
        read(written(ReplyPolicy(wrong)))


@pytest.mark.parametrize("target", [Target(0), Target(-5), Target(10**9), Target(61, Unit.WORKING_DAYS)])
def test_a_target_that_cannot_be_meant_is_not_taken(target: Target) -> None:
    assert unsound(ReplyPolicy(first=target))


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"zone": 3}', written(ALWAYS_A_DAY).replace("hours", "moons")]
)
def test_what_is_no_policy_is_told(text: str) -> None:
    with pytest.raises(NotAPolicy):
        read(text)
