"""The clocks of the queue while time passes: one timer, only what changed is painted, and late to the second."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex

from socialdesk.desktop.places.queue import words
from socialdesk.model.condition import Field, Is
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.reply_policy import ALWAYS_A_DAY, Promise, ReplyPolicy, Target
from socialdesk.model.triage import ClockState, next_change, reply_clock
from socialdesk.store.cache import Cache
from socialdesk.support.clock import HandClock
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


def test_a_thread_is_late_to_the_second_and_the_timer_waits_for_just_that(sitting: Sitting, clock: HandClock) -> None:
    queue, bridge = sitting.window.queue, sitting.window.bridge
    one = next(one for one in queue.model._threads if one.due_at and one.due_at > clock.now() + timedelta(hours=2))
    due = clock.now() + timedelta(seconds=40)
    writer = Cache(sitting.unlocked.workspace.cache, sitting.unlocked.key, write=True)
    with writer.change() as change:
        change.put_thread(replace(one, due_at=due, waiting_since=due - timedelta(hours=1)))
    writer.close()
    bridge.follow.look()
    queue._minute.wait()
    assert queue._minute.left_ms <= 40_002
    clock.move(due - clock.now())
    queue._minute._on_time()
    now_ = next(row for row in queue.model._threads if row.id == one.id)
    assert queue.model.clock_of(now_).state is ClockState.SOON
    clock.move(timedelta(seconds=1))
    queue._minute._on_time()
    assert words.clock(queue.model.clock_of(now_)) == "1 min late"


def test_an_hour_forth_or_back_and_a_week_of_sleep_leave_every_label_right(sitting: Sitting, clock: HandClock) -> None:
    model = sitting.window.queue.model
    for span in (timedelta(hours=1), -timedelta(hours=1), timedelta(days=7), -timedelta(days=7)):
        clock.move(span)
        sitting.window.queue._minute._on_time()
        for one in model._threads:
            assert model.clock_of(one) == reply_clock(one, clock.now(), sitting.window.bridge.policy)
        assert model._now == clock.now()


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
    vip = replace(one, is_vip=True, waiting_since=at(-120), due_at=at(120) + timedelta(seconds=80))
    assert next_change([vip], now, policy) == NOON + timedelta(seconds=40)
