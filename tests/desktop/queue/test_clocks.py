"""The clocks of the queue while time passes: one timer, only what changed is painted, and late to the second."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from socialdesk.desktop.places.queue import words
from socialdesk.desktop.places.queue.heads import sections
from socialdesk.model.calendar import Calendar, Span
from socialdesk.model.condition import Field, Is
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.reply_policy import ALWAYS_A_DAY, Promise, ReplyPolicy, Target, Unit
from socialdesk.model.sorting import Sort
from socialdesk.model.triage import ClockState, Group, next_change, reply_clock
from socialdesk.store.cache import Cache
from socialdesk.support.clock import HandClock, local_midnight
from tests.desktop.shell.conftest import Sitting
from tests.model.builders import NOON, at, thread


@pytest.fixture
def clock(sitting: Sitting) -> HandClock:
    """The demo by a clock that is moved by hand, on a full minute."""
    bridge = sitting.window.bridge
    made = HandClock(bridge.clock.now().replace(second=0, microsecond=0))
    bridge.clock = made
    sitting.window.queue.model.tick()
    return made


def looks(sitting: Sitting) -> dict[ThreadId, tuple[str, str]]:
    """What the rows say of time at this moment."""
    bridge = sitting.window.bridge
    now = bridge.clock.now()
    return {
        one.id: (words.clock(reply_clock(one, now, bridge.policy)), words.age(one, now))
        for one in sitting.window.queue.model._threads
    }


def test_only_rows_whose_words_changed_are_painted(sitting: Sitting, clock: HandClock) -> None:
    model = sitting.window.queue.model
    model.tick()
    seen: set[ThreadId] = set()

    def on_change(first: QModelIndex, last: QModelIndex) -> None:
        rows = (model.thread_at(row) for row in range(first.row(), last.row() + 1))
        seen.update(one.id for one in rows if one is not None)

    model.dataChanged.connect(on_change)
    before, painted = looks(sitting), 0
    for _ in range(30):
        clock.move(timedelta(seconds=2))
        seen.clear()
        model.tick()
        after = looks(sitting)
        assert seen <= {id_ for id_ in after if after[id_] != before.get(id_)}
        before, painted = after, painted + len(seen)
    assert 0 < painted <= 2 * len(before)  # in a minute each of its two words changes once


def test_a_thread_is_late_to_the_second_and_the_timer_waits_for_just_that(
    sitting: Sitting, clock: HandClock, qtbot: QtBot
) -> None:
    queue, bridge, panel = sitting.window.queue, sitting.window.bridge, sitting.window.context
    one = next(one for one in queue.model._threads if one.due_at and one.due_at > clock.now() + timedelta(hours=2))
    due = clock.now() + timedelta(seconds=40)
    writer = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    with writer.change() as change:
        change.put_thread(replace(one, due_at=due, waiting_since=due - timedelta(hours=1)))
    writer.close()
    bridge.follow.look()
    queue.open(one.id)
    qtbot.waitUntil(lambda: panel._thread is not None and panel._thread.id == one.id and panel.waiting.card is not None)
    for timer in (queue._minute, panel.waiting.minutes):
        timer.wait()
        assert timer.left_ms <= 40_002
    clock.move(due - clock.now())
    queue._minute._on_time()
    panel.waiting.minutes._on_time()
    assert panel.waiting.card is not None
    assert panel.waiting.card.face.state == "soon"
    now_ = next(row for row in queue.model._threads if row.id == one.id)
    assert queue.model.clock_of(now_).state is ClockState.SOON
    clock.move(timedelta(seconds=1))
    queue._minute._on_time()
    panel.waiting.minutes._on_time()
    assert words.clock(queue.model.clock_of(now_)) == "1 min late"
    assert (panel.waiting.card.face.state, panel.waiting.card.face.label) == ("late", "1 min late")


def test_an_hour_forth_or_back_and_a_week_of_sleep_leave_every_label_right(sitting: Sitting, clock: HandClock) -> None:
    model = sitting.window.queue.model
    for span in (timedelta(hours=1), -timedelta(hours=1), timedelta(days=7), -timedelta(days=7)):
        clock.move(span)
        sitting.window.queue._minute._on_time()
        for one in model._threads:
            assert model.clock_of(one) == reply_clock(one, clock.now(), sitting.window.bridge.policy)
        assert model._now == clock.now()


def test_a_machine_that_moves_to_another_zone_says_another_hour_of_the_same_moment(
    moved_to: Callable[[str], None],
) -> None:
    three, due = datetime(2031, 6, 11, 3, tzinfo=UTC), datetime(2031, 6, 11, 12, tzinfo=UTC)
    closed = ReplyPolicy(Calendar("UTC", ((Span(720, 780),),) * 7), Target(60, Unit.OPEN_HOURS))
    stopped = thread(due_at=due, waiting_since=three - timedelta(hours=1))
    said: list[tuple[str, object]] = []
    for zone in ("Asia/Kolkata", "America/New_York", "Australia/Lord_Howe"):
        moved_to(zone)
        shown = reply_clock(stopped, three, closed)
        assert (shown.state, shown.left) == (ClockState.PAUSED, timedelta(hours=9))
        said.append((words.clock(shown), sections(Sort.TRIAGE, three).of_thread(stopped)))
    # In New York it is still the evening before: what is due at eight is due tomorrow.
    assert said == [
        ("Outside hours, due 17:30", Group.LATER_TODAY),
        ("Outside hours, due Wed 8:00", Group.TOMORROW_AND_AFTER),
        ("Outside hours, due 22:30", Group.LATER_TODAY),
    ]


@pytest.mark.parametrize(
    ("zone", "now", "midnight"),
    [
        ("Europe/Paris", "2026-03-29T00:30Z", "2026-03-29T22:00Z"),  # before and after the change of that day
        ("Europe/Paris", "2026-03-29T12:00Z", "2026-03-29T22:00Z"),
        ("Europe/Paris", "2026-10-24T22:30Z", "2026-10-25T23:00Z"),
        ("Europe/Paris", "2026-10-25T12:00Z", "2026-10-25T23:00Z"),
        ("America/New_York", "2026-03-08T05:30Z", "2026-03-09T04:00Z"),
        ("America/New_York", "2026-11-01T04:30Z", "2026-11-02T05:00Z"),
        ("Australia/Lord_Howe", "2026-10-03T14:00Z", "2026-10-04T13:00Z"),
        ("Australia/Lord_Howe", "2026-04-04T14:00Z", "2026-04-05T13:30Z"),
        ("Asia/Kolkata", "2026-03-29T00:30Z", "2026-03-29T18:30Z"),
    ],
)
def test_today_ends_at_midnight_also_on_the_day_on_which_the_clocks_change(
    moved_to: Callable[[str], None], zone: str, now: str, midnight: str
) -> None:
    moved_to(zone)
    at_, ends = datetime.fromisoformat(now), datetime.fromisoformat(midnight)
    cut = sections(Sort.TRIAGE, at_)
    before, after = (thread(due_at=ends + timedelta(seconds=late), waiting_since=at_) for late in (-1, 0))

    assert (cut.of_thread(before), cut.of_thread(after)) == (Group.LATER_TODAY, Group.TOMORROW_AND_AFTER)
    assert local_midnight(at_).astimezone().hour == 0
    assert local_midnight(at_) <= at_ < local_midnight(at_, 1) == ends


def test_the_next_change_is_the_minute_or_before_it_what_becomes_soon_or_late() -> None:
    now = NOON + timedelta(seconds=10)
    policy = ReplyPolicy(special=(Promise("x", Is(Field.VIP), first=Target(240), warning=50),))
    one = thread(waiting_since=NOON - timedelta(hours=1), due_at=now + timedelta(seconds=5))
    assert next_change([], now, policy) == at(1)
    assert next_change([replace(one, due_at=None), replace(one, due_at=at(300))], now, policy) == at(1)
    assert next_change([one], now, policy) == now + timedelta(seconds=5, milliseconds=1)
    assert next_change([one], now + timedelta(seconds=5), policy) == now + timedelta(seconds=5, milliseconds=1)
    assert next_change([replace(one, due_at=now)], now + timedelta(seconds=1), policy) == at(1)
    soon = replace(one, due_at=now + timedelta(minutes=30, seconds=20), waiting_since=NOON - timedelta(hours=9))
    assert next_change([soon], now, ALWAYS_A_DAY) == now + timedelta(seconds=20)
    assert next_change([soon], now + timedelta(seconds=20), ALWAYS_A_DAY) == at(1), "what is soon already changes later"
    vip = replace(one, is_vip=True, waiting_since=at(-120), due_at=at(120) + timedelta(seconds=80))
    assert next_change([vip], now, policy) == NOON + timedelta(seconds=40)
