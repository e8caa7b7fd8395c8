"""Garbage is collected on the window's thread alone, and only so often."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Thread, get_ident

import pytest
from PySide6.QtWidgets import QApplication

from socialdesk.desktop.bridge.collecting import Collecting
from socialdesk.support.clock import HandClock


class Forgotten:
    """What only the collector finds: a ring of itself. `ended_on` gets the thread that took it apart."""

    def __init__(self, ended_on: list[int]) -> None:
        self.ring = self
        self.ended_on = ended_on

    def __del__(self) -> None:
        self.ended_on.append(get_ident())


@pytest.fixture
def clock() -> HandClock:
    return HandClock(datetime(2026, 6, 18, tzinfo=UTC))


@pytest.fixture
def collecting(qapp: QApplication, clock: HandClock) -> Iterator[Collecting]:
    gc.collect()
    gc.enable()
    made = Collecting(clock, qapp)
    yield made
    made.stop()
    made.deleteLater()


def test_what_was_forgotten_never_ends_on_another_thread(collecting: Collecting) -> None:
    ended_on: list[int] = []
    for _ in range(20):
        Forgotten(ended_on)
    kept: list[list[int]] = []
    beside = Thread(target=lambda: kept.extend([one] for one in range(100_000)))
    beside.start()
    beside.join()
    assert ended_on == []

    collecting.collect()

    assert ended_on == [get_ident()] * 20


def test_it_collects_while_the_loop_runs_and_python_by_itself_afterwards(
    collecting: Collecting, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    looks: list[int] = []
    monkeypatch.setattr(gc, "collect", looks.append)
    monkeypatch.setattr(gc, "get_count", lambda: (10_000, 0, 0))
    assert not gc.isenabled()
    collecting.start()
    collecting._timer.setInterval(0)
    while not looks:
        qapp.processEvents()
    assert set(looks) == {0}

    collecting.stop()

    assert gc.isenabled()
    assert not collecting._timer.isActive()


def test_a_look_at_everything_waits_for_a_thousand_times_as_long_as_the_last_one_took(
    collecting: Collecting, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[int] = []

    def collect(generation: int = 2) -> None:
        looks.append(generation)
        clock.move(timedelta(milliseconds=20))

    monkeypatch.setattr(gc, "collect", collect)
    monkeypatch.setattr(gc, "get_count", lambda: (10_000, 1_000, 1_000))
    for after_s in (0.0, 10.0, 9.0, 1.1):
        clock.move(timedelta(seconds=after_s))
        collecting.collect()

    assert looks == [2, 1, 1, 2]
