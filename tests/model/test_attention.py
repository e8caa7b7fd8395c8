"""What calls for somebody, under a clock that is turned by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialdesk.model.attention import BETWEEN, BETWEEN_DUE, Attention, Call, Notice, Rules, Why, hidden, shown_text
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.quiet import LONG, PAUSE, QuietHours, Stretch

NOON = datetime(2026, 6, 18, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def call(n: int, why: Why = Why.GIVEN, *, at: datetime = NOON, names_me: bool = False) -> Call:
    return Call(f"{why}:{n}", why, at, ThreadId(n), f"Person {n}", due_at=at + n * MINUTE, names_me=names_me)


def test_one_call_is_told_by_name_and_several_as_one_summary_a_minute_later() -> None:
    attention = Attention()
    attention.hear(call(1))
    first = attention.due(NOON, is_quiet=False)
    assert first is not None
    assert not first.is_summary

    for n in range(2, 8):
        attention.hear(call(n))
    assert attention.due(NOON + BETWEEN - SECOND, is_quiet=False) is None
    summary = attention.due(NOON + BETWEEN, is_quiet=False)

    assert summary is not None
    assert summary.count == 6
    assert summary.earliest_due == NOON + 2 * MINUTE


def test_the_same_is_told_once() -> None:
    attention = Attention()
    assert attention.hear(call(1))
    attention.due(NOON, is_quiet=False)

    assert not attention.hear(call(1))
    assert attention.due(NOON + MINUTE, is_quiet=False) is None


def test_what_only_falls_due_is_told_at_most_every_ten_minutes() -> None:
    attention = Attention()
    attention.hear(call(1, Why.DUE))
    assert attention.due(NOON, is_quiet=False) is not None
    attention.hear(call(2, Why.DUE))
    attention.hear(call(3, Why.DUE))

    assert attention.due(NOON + BETWEEN_DUE - SECOND, is_quiet=False) is None
    later = attention.due(NOON + BETWEEN_DUE, is_quiet=False)
    assert later is not None
    assert later.count == 2


def test_what_was_handled_before_it_was_told_is_never_told() -> None:
    attention = Attention()
    attention.hear(call(1))
    attention.hear(call(2))
    attention.settle(lambda one: one.thread == ThreadId(1))
    notice = attention.due(NOON, is_quiet=False)

    assert notice is not None
    assert [one.thread for one in notice.calls] == [ThreadId(2)]


def test_a_notice_goes_away_when_the_last_of_its_threads_was_handled() -> None:
    attention = Attention()
    for n in (1, 2):
        attention.hear(call(n))
    notice = attention.due(NOON, is_quiet=False)
    assert notice is not None

    assert attention.settle(lambda one: one.thread == ThreadId(1)) == []
    assert [gone.id for gone in attention.settle(lambda one: one.thread == ThreadId(2))] == [notice.id]
    assert attention.badge == 0


def test_in_quiet_hours_only_an_incident_that_names_me_passes_and_the_rest_is_one_summary_after() -> None:
    attention = Attention()
    for n in range(1, 5):
        attention.hear(call(n))
    attention.hear(call(5, Why.INCIDENT))
    assert attention.due(NOON, is_quiet=True) is None

    attention.hear(call(6, Why.INCIDENT, names_me=True))
    passed = attention.due(NOON, is_quiet=True)
    assert passed is not None
    assert [one.thread for one in passed.calls] == [ThreadId(6)]
    after = attention.due(NOON + BETWEEN, is_quiet=False)
    assert after is not None
    assert after.count == 5


def test_a_digest_comes_a_whole_span_after_the_start_and_counts_no_badge() -> None:
    attention = Attention(Rules(digest=timedelta(minutes=30)))
    assert not attention.wants_digest(NOON)
    assert not attention.wants_digest(NOON + timedelta(minutes=29))
    assert attention.wants_digest(NOON + timedelta(minutes=30))
    attention.digest(14, NOON + timedelta(minutes=30))
    notice = attention.due(NOON + timedelta(minutes=30), is_quiet=False)

    assert notice is not None
    assert notice.count == 14
    assert attention.badge == 0


def test_what_is_switched_off_is_counted_and_not_told() -> None:
    attention = Attention(Rules(mine=False, trouble=False))
    attention.hear(call(1, Why.MENTION))
    attention.hear(call(2, Why.TROUBLE))

    assert attention.due(NOON, is_quiet=False) is None
    assert attention.badge == 2


def test_a_thread_that_calls_for_two_reasons_counts_once_and_what_is_about_no_thread_by_itself() -> None:
    attention = Attention()
    troubles = [replace(call(n, Why.TROUBLE), thread=None) for n in (1, 2)]
    for one in (call(1), call(1, Why.MENTION), call(2), *troubles):
        attention.hear(one)

    assert attention.badge == 4
    told = attention.due(NOON, is_quiet=False)
    assert told is not None
    assert [one.why for one in told.calls] == [Why.GIVEN, Why.GIVEN, Why.TROUBLE, Why.TROUBLE]
    assert told.count == 4


def test_of_very_many_calls_the_newest_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socialdesk.model.attention.MOST_REMEMBERED", 3)
    attention = Attention()
    for n in (1, 2, 3):
        attention.hear(call(n))
    assert not attention.hear(call(1))
    attention.hear(call(4))
    assert not attention.hear(call(2))
    assert attention.hear(call(1)), "the oldest gave way"


def test_text_is_shown_only_where_it_is_asked_for_and_never_of_what_is_hidden() -> None:
    told = replace(call(1), text="where is my parcel")

    assert shown_text(told, Rules()) == ""
    assert shown_text(told, Rules(text=True)) == "where is my parcel"
    assert shown_text(hidden(told), Rules(text=True)) == ""
    assert hidden(told).name == ""


@pytest.mark.parametrize(("rules", "heard"), [(Rules(sound=True), False), (Rules(sound=True, hidden_sound=True), True)])
def test_what_is_kept_out_of_sight_makes_a_sound_only_where_it_may(rules: Rules, heard: bool) -> None:
    attention = Attention(rules)
    attention.hear(hidden(call(1, Why.MENTION)))
    notice = attention.due(NOON, is_quiet=False)
    assert notice is not None
    assert notice.sound is heard

    attention.hear(hidden(call(2, Why.MENTION)))
    attention.hear(call(3, Why.MENTION))
    both = attention.due(NOON + BETWEEN, is_quiet=False)
    assert both is not None
    assert (both.is_summary, both.sound) == (True, True)


@st.composite
def days(draw: st.DrawFn) -> list[tuple[int, str, int]]:
    step = st.tuples(st.integers(0, 400), st.sampled_from(["hear", "settle", "quiet", "loud"]), st.integers(1, 12))
    return draw(st.lists(step, max_size=80))


@settings(max_examples=150, deadline=None)
@given(days(), st.sampled_from(list(Why)))
def test_whatever_happens_notices_keep_their_distance_tell_nothing_twice_and_nothing_settled(
    steps: list[tuple[int, str, int]], why: Why
) -> None:
    attention, now, is_quiet = Attention(Rules(digest=timedelta(minutes=30))), NOON, False
    told: list[tuple[datetime, Notice]] = []
    settled: set[str] = set()
    for wait_s, what, n in steps:
        now += timedelta(seconds=wait_s)
        match what:
            case "hear":
                attention.hear(call(n, why if n % 2 else Why.DUE, at=NOON, names_me=n == 1))
            case "settle":
                settled |= {one.key for one in attention.open if one.thread == ThreadId(n)}
                attention.settle(lambda one, n=n: one.thread == ThreadId(n))
            case _:
                is_quiet = what == "quiet"
        notice = attention.due(now, is_quiet=is_quiet)
        if notice is not None:
            told.append((now, notice))
            assert not {one.key for one in notice.calls} & settled
            assert not is_quiet or all(one.names_me for one in notice.calls)

    assert all(b - a >= BETWEEN for (a, _), (b, _) in pairwise(told))
    only_due = [at for at, notice in told if any(one.why is Why.DUE for one in notice.calls)]
    assert all(b - a >= BETWEEN_DUE for a, b in pairwise(only_due))
    keys = [one.key for _, notice in told for one in notice.calls]
    assert len(keys) == len(set(keys))
    assert len({notice.id for _, notice in told}) == len(told)


PARIS = ZoneInfo("Europe/Paris")


def here(day: int, clock: str) -> datetime:
    return datetime.combine(date(2026, 6, day), time.fromisoformat(clock), PARIS)


def test_outside_the_shift_it_is_quiet_and_on_days_off_all_day() -> None:
    hours = QuietHours(by_shift=True)

    assert not hours.is_quiet(here(18, "09:00"), PARIS)  # a Thursday
    assert hours.is_quiet(here(18, "18:00"), PARIS)
    assert hours.is_quiet(here(20, "12:00"), PARIS)  # a Saturday
    assert not QuietHours().is_quiet(here(20, "12:00"), PARIS)


def test_a_shift_over_midnight_belongs_to_the_day_it_begins() -> None:
    hours = QuietHours(by_shift=True, begins=time(22), ends=time(6), days=frozenset({5}))

    assert not hours.is_quiet(here(19, "23:00"), PARIS)  # Friday night
    assert not hours.is_quiet(here(20, "05:59"), PARIS)
    assert hours.is_quiet(here(20, "23:00"), PARIS)
    assert hours.is_quiet(here(19, "05:00"), PARIS)


def test_quiet_until_wins_over_the_shift_and_ends() -> None:
    hours = QuietHours(until=here(18, "15:00"))

    assert hours.is_quiet(here(18, "14:59"), PARIS)
    assert not hours.is_quiet(here(18, "15:00"), PARIS)


def test_a_pause_is_offered_once_after_two_hours_and_again_after_a_pause() -> None:
    stretch, now = Stretch(), NOON
    while now - NOON < LONG:
        stretch = stretch.at_work(now)
        assert not stretch.wants_pause
        now += MINUTE
    stretch = stretch.at_work(now)
    assert stretch.wants_pause
    stretch = stretch.with_offer()
    assert not stretch.at_work(now + MINUTE).wants_pause

    fresh = stretch.at_work(now + PAUSE)
    assert fresh.began_at == now + PAUSE
    assert not fresh.offered


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=1)])
def test_a_clock_that_was_set_back_makes_nobody_wait_for_what_calls(back: timedelta) -> None:
    attention = Attention(rules=Rules(digest=timedelta(minutes=30)))
    attention.wants_digest(NOON)
    attention.hear(call(1, Why.DUE))
    assert attention.due(NOON, is_quiet=False) is not None
    now = NOON - back
    attention.hear(call(2, Why.DUE, at=now))

    told = attention.due(now, is_quiet=False)
    assert told is not None
    assert [one.thread for one in told.calls] == [ThreadId(2)]
    assert not attention.wants_digest(now)
    assert attention.digest_since == now
    assert attention.wants_digest(now + timedelta(minutes=30))


def test_a_stretch_of_work_begins_anew_where_the_clock_was_set_back() -> None:
    stretch = Stretch().at_work(NOON).at_work(NOON - timedelta(days=1))

    assert stretch == Stretch(NOON - timedelta(days=1), NOON - timedelta(days=1))
