"""Opening hours, the answers worked out by hand: nights of the clock change in four zones, night shifts, days off."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialdesk.model.calendar import ALL_DAY, ALWAYS, Calendar, Holiday, OtherDay, Span, WorkingTime
from socialdesk.model.hours_words import NotHours, read_hours, write_hours
from socialdesk.model.public_holidays import days

OFFICE = (*((Span(9 * 60, 17 * 60),),) * 5, (), ())
NIGHTS = ((Span(22 * 60, 30 * 60),),) * 7
PARIS, NEW_YORK, LORD_HOWE, KOLKATA = "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"


def wall(zone: str, text: str, fold: int = 0) -> datetime:
    """A moment as the wall clock of a zone says it."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)


def hours(zone: str, week: tuple[tuple[Span, ...], ...] = OFFICE, **more: object) -> WorkingTime:
    return WorkingTime(Calendar(zone, week, **more))  # pyright: ignore[reportArgumentType] - whatever a test names


@pytest.mark.parametrize("zone", [PARIS, NEW_YORK, LORD_HOWE, KOLKATA])
def test_half_an_hour_on_friday_evening_ends_on_monday_to_the_second(zone: str) -> None:
    due = hours(zone).add(wall(zone, "2026-11-27T16:45"), timedelta(minutes=30))

    assert due == wall(zone, "2026-11-30T09:15")


@pytest.mark.parametrize(
    ("zone", "night", "really"),
    [
        (PARIS, "2026-03-28", 7 * 60),  # 2:00 becomes 3:00 in the night to Sunday
        (PARIS, "2026-10-24", 9 * 60),
        (NEW_YORK, "2026-03-07", 7 * 60),
        (NEW_YORK, "2026-10-31", 9 * 60),
        (LORD_HOWE, "2026-10-03", 7 * 60 + 30),  # by half an hour
        (LORD_HOWE, "2026-04-04", 8 * 60 + 30),
        (KOLKATA, "2026-03-28", 8 * 60),  # never changes
        (KOLKATA, "2026-10-24", 8 * 60),
    ],
)
def test_a_night_shift_is_as_long_as_it_really_lasts(zone: str, night: str, really: int) -> None:
    there = hours(zone, NIGHTS)
    begins = wall(zone, f"{night}T22:00")
    ends = wall(zone, f"{date.fromisoformat(night) + timedelta(days=1)}T06:00")

    assert there.worked(begins - timedelta(hours=3), ends + timedelta(hours=3)) == timedelta(minutes=really)
    assert there.add(begins, timedelta(minutes=really)) == ends
    assert there.add(begins, timedelta(minutes=really, seconds=1)) == ends + timedelta(hours=16, seconds=1)


@pytest.mark.parametrize(
    ("zone", "begins", "ends", "day", "opens", "closes"),
    [
        # Skipped times are the moment of the change; of times that come twice the first is meant.
        (PARIS, "02:30", "04:00", "2026-03-29", "2026-03-29T01:00Z", "2026-03-29T02:00Z"),
        (PARIS, "02:30", "04:00", "2026-10-25", "2026-10-25T00:30Z", "2026-10-25T03:00Z"),
        (NEW_YORK, "01:00", "02:30", "2026-03-08", "2026-03-08T06:00Z", "2026-03-08T07:00Z"),
        (NEW_YORK, "00:30", "01:30", "2026-11-01", "2026-11-01T04:30Z", "2026-11-01T05:30Z"),
        (LORD_HOWE, "02:15", "03:00", "2026-10-04", "2026-10-03T15:30Z", "2026-10-03T16:00Z"),
        (LORD_HOWE, "01:45", "02:30", "2026-04-05", "2026-04-04T14:45Z", "2026-04-04T16:00Z"),
    ],
)
def test_hours_around_a_changed_clock(  # noqa: PLR0917 - a row of the table
    zone: str, begins: str, ends: str, day: str, opens: str, closes: str
) -> None:
    there = hours(zone, (read_hours(f"{begins}-{ends}"),) * 7)
    noon = wall(zone, f"{day}T12:00")

    found = there.open_spans(noon - timedelta(hours=13), noon)

    assert found == [(datetime.fromisoformat(opens), datetime.fromisoformat(closes))]


def test_a_day_around_the_clock_has_as_many_hours_as_it_has() -> None:
    there = hours(PARIS, (*(ALL_DAY,) * 6, ()))  # closed on Sundays, so that days count

    spring = wall(PARIS, "2026-03-28T12:00")
    assert there.add(spring, timedelta(hours=13)) == wall(PARIS, "2026-03-30T01:00")
    sundays = hours(PARIS, ((), (), (), (), (), (), ALL_DAY))
    assert sundays.worked(wall(PARIS, "2026-03-28T00:00"), wall(PARIS, "2026-03-31T00:00")) == timedelta(hours=23)
    assert sundays.worked(wall(PARIS, "2026-10-24T00:00"), wall(PARIS, "2026-10-27T00:00")) == timedelta(hours=25)


def test_several_spans_a_day_leave_out_the_break_and_those_that_touch_count_once() -> None:
    there = hours(PARIS, ((Span(9 * 60, 12 * 60), Span(14 * 60, 18 * 60)),) * 7)

    assert there.add(wall(PARIS, "2026-06-01T11:30"), timedelta(hours=1)) == wall(PARIS, "2026-06-01T14:30")
    touching = hours(PARIS, ((Span(22 * 60, 24 * 60), Span(0, 6 * 60)),) * 7)
    assert touching.open_spans(wall(PARIS, "2026-06-01T20:00"), wall(PARIS, "2026-06-02T20:00")) == [
        (wall(PARIS, "2026-06-01T22:00"), wall(PARIS, "2026-06-02T06:00"))
    ]


def test_holidays_are_closed_unless_an_exception_opens_them_and_a_night_belongs_to_its_evening() -> None:
    christmas = Holiday(date(2026, 12, 25), "Noël")
    there = hours(PARIS, holidays=(christmas,))
    assert there.add(wall(PARIS, "2026-12-24T16:00"), timedelta(hours=2)) == wall(PARIS, "2026-12-28T10:00")

    opened = hours(PARIS, holidays=(christmas,), other_days=(OtherDay(christmas.day, (Span(10 * 60, 12 * 60),)),))
    assert opened.add(wall(PARIS, "2026-12-24T16:00"), timedelta(hours=2)) == wall(PARIS, "2026-12-25T11:00")
    closed = hours(PARIS, other_days=(OtherDay(date(2026, 12, 24)),))
    assert closed.opening(wall(PARIS, "2026-12-23T18:00")) == wall(PARIS, "2026-12-25T09:00")

    nights = hours(PARIS, NIGHTS, holidays=(christmas,))
    assert nights.is_open(wall(PARIS, "2026-12-25T05:59"))
    assert not nights.is_open(wall(PARIS, "2026-12-25T23:00"))


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("2026-11-26T16:45", "2026-11-27T16:45"),
        ("2026-11-27T16:45", "2026-11-30T16:45"),  # over the weekend
        ("2026-11-29T03:00", "2026-12-01T09:00"),  # counts from Monday 9:00
        ("2026-11-26T20:00", "2026-11-30T09:00"),  # counts from Friday 9:00
    ],
)
def test_a_working_day_ends_at_the_same_time_on_the_next_working_day(asked: str, due: str) -> None:
    assert hours(PARIS).add_days(wall(PARIS, asked), 1) == wall(PARIS, due)


def test_a_working_day_ends_when_a_short_day_closes_and_a_night_counts_for_its_evening() -> None:
    week = (*((Span(9 * 60, 17 * 60),),) * 4, (Span(9 * 60, 13 * 60),), (), ())
    assert hours(PARIS, week).add_days(wall(PARIS, "2026-11-26T16:45"), 1) == wall(PARIS, "2026-11-27T13:00")
    weekdays = (*NIGHTS[:5], (), ())
    asked = wall(PARIS, "2026-11-28T02:00")  # Saturday, in the shift of Friday
    assert hours(PARIS, weekdays).add_days(asked, 1) == wall(PARIS, "2026-12-01T02:00")


def test_what_is_never_open_is_never_due_and_does_not_look_for_ever() -> None:
    there = hours(PARIS, ((),) * 7, other_days=(OtherDay(date(2026, 12, 1), (Span(540, 600),)),))
    asked = wall(PARIS, "2026-11-27T12:00")

    assert there.add(asked, timedelta(hours=1)) == wall(PARIS, "2026-12-01T10:00")
    assert there.add(asked, timedelta(hours=2)) is None
    assert there.opening(wall(PARIS, "2026-12-02T00:00")) is None
    assert there.add_days(asked, 2) is None


def test_public_holidays_are_those_of_the_country_and_of_its_region_in_its_own_language() -> None:
    assert Holiday(date(2026, 7, 14), "Fête nationale") in days("FR", "", [2026])
    good_friday = date(2026, 4, 3)
    assert good_friday not in {one.day for one in days("FR", "", [2026])}
    assert good_friday in {one.day for one in days("FR", "57", [2026])}
    assert days("XX", "", [2026]) == days("FR", "nowhere", [2026]) == days("", "", [2026]) == ()


# ------------------------------------------------------------------------------------------------------- properties

_SPANS = st.lists(
    st.tuples(st.integers(0, 95), st.integers(1, 96)).map(lambda one: Span(one[0] * 15, (one[0] + one[1]) * 15)),
    max_size=3,
).map(tuple)
_CALENDARS = st.builds(
    Calendar,
    zone=st.sampled_from([PARIS, NEW_YORK, LORD_HOWE, KOLKATA, "UTC", "America/Sao_Paulo"]),
    week=st.one_of(st.just(ALWAYS), st.tuples(*[_SPANS] * 7)),
    other_days=st.lists(
        st.builds(OtherDay, st.dates(date(2026, 3, 20), date(2026, 4, 10)), _SPANS),
        max_size=3,
        unique_by=lambda one: one.day,
    ).map(tuple),
    holidays=st.lists(st.builds(Holiday, st.dates(date(2026, 3, 20), date(2026, 4, 10)), st.just("x")), max_size=3).map(
        tuple
    ),
)
_MOMENTS = st.integers(0, 21 * 24 * 60).map(
    lambda minute: datetime(2026, 3, 20, tzinfo=UTC) + timedelta(minutes=minute)
)
_AMOUNTS = st.integers(1, 5 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


@given(_CALENDARS, _MOMENTS, _MOMENTS, _MOMENTS)
def test_what_counts_adds_up_wherever_it_is_cut_so_the_number_of_ticks_changes_nothing(
    calendar: Calendar, one: datetime, other: datetime, third: datetime
) -> None:
    there = WorkingTime(calendar)
    first, middle, last = sorted((one, other, third))

    assert there.worked(first, middle) + there.worked(middle, last) == there.worked(first, last)
    spans = there.open_spans(first, last)
    assert sum((ends - begins for begins, ends in spans), timedelta(0)) == there.worked(first, last) <= last - first
    assert all(before[1] < after[0] for before, after in pairwise(spans))
    assert all(there.is_open(begins) and not (ends < last and there.is_open(ends)) for begins, ends in spans)


@given(_CALENDARS, _MOMENTS, _AMOUNTS, _AMOUNTS)
def test_adding_is_the_inverse_of_counting_and_may_stop_and_go_on_anywhere(
    calendar: Calendar, at: datetime, one: timedelta, other: timedelta
) -> None:
    there = WorkingTime(calendar)
    due = there.add(at, one)
    if due is None:
        assert there.add(at, one + other) is None
        return

    assert there.worked(at, due) == one
    assert there.worked(at, due - timedelta(seconds=1)) < one  # and no earlier moment will do
    assert there.add(due, other) == there.add(at, one + other)


@given(_CALENDARS, _MOMENTS, _MOMENTS, _AMOUNTS, st.integers(1, 4))
def test_who_asks_later_is_never_promised_an_earlier_answer(
    calendar: Calendar, one: datetime, other: datetime, amount: timedelta, days_on: int
) -> None:
    there = WorkingTime(calendar)
    sooner, later = sorted((one, other))
    dues = [(there.add(at, amount), there.add_days(at, days_on)) for at in (sooner, later)]

    for before, after in zip(*dues, strict=True):
        assert before is None or after is None or before <= after


@given(_CALENDARS, _MOMENTS, _AMOUNTS)
def test_waiting_while_it_is_closed_costs_nothing(calendar: Calendar, at: datetime, amount: timedelta) -> None:
    there = WorkingTime(calendar)
    opens = there.opening(at)

    assert opens is None or there.add(opens, amount) == there.add(at, amount)


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("9-12, 14:00–18:30", (Span(540, 720), Span(840, 1110))),
        ("9h–12h30 et 14h–18h", (Span(540, 750), Span(840, 1080))),
        ("22–6", (Span(1320, 1800),)),
        ("22:00-24:00", (Span(1320, 1440),)),
        ("18-0", (Span(1080, 1440),)),
        ("14-18, 9-14", (Span(540, 1080),)),  # those that touch are one
        ("24 h", ALL_DAY),
        (" Fermé ", ()),
        ("", ()),
    ],
)
def test_hours_are_read_as_people_write_them_and_what_is_written_reads_the_same(
    typed: str, spans: tuple[Span, ...]
) -> None:
    assert read_hours(typed) == spans
    assert read_hours(write_hours(spans)) == spans


@pytest.mark.parametrize("typed", ["nine to five", "9", "25-26", "9:75-10", "9-9", "24-2", "9-12 14-18"])
def test_what_is_no_list_of_hours_is_told_by_its_part(typed: str) -> None:
    with pytest.raises(NotHours) as told:
        read_hours(typed)
    assert told.value.part in typed
