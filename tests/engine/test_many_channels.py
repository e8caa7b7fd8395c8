"""Hundreds of channels on one engine: each is read, none more often than it may be, and nothing piles up."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bench.channels import Spoken, engine_of, message, steps
from socialdesk.connectors.kit.meter import Meter
from socialdesk.support.clock import HandClock, to_ms
from tests.engine.desk_work import NOON

pytestmark = pytest.mark.anyio
MANY = 60


def open_files() -> int:
    """How many files and lines this process has open, where the system tells."""
    told = Path("/proc/self/fd")
    return len(list(told.iterdir())) if told.exists() else 0


async def test_hours_of_many_channels_leave_no_objects_files_threads_or_tasks_behind(tmp_path: Path) -> None:
    clock = HandClock(NOON)
    world = {f"a{number}": Spoken(f"a{number}") for number in range(MANY)}
    engine = engine_of(tmp_path, clock, MANY, "", world)

    async def hours(many: int) -> tuple[Counter[type], int, int, int, int]:
        for _ in range(many):
            for spoken in world.values():
                spoken.say(to_ms(clock.now()))
            await steps(engine, clock, timedelta(hours=1))
        engine._languages.let_go()
        gc.collect()
        kinds = Counter(map(type, gc.get_objects()))
        return kinds, sum(kinds.values()), open_files(), threading.active_count(), len(asyncio.all_tasks())

    # What is loaded once is loaded, and what is kept of the last of each is kept.
    before, held, files, threads, tasks = await hours(2)
    after, holds, *others = await hours(3)
    assert engine.cache.ask("SELECT count(*) FROM message") == [(5 * MANY,)]
    # Three messages, some sixty readings of each channel: whatever is kept of one of them is more than this.
    # The loop itself lets go of timers that were called off a hundred at a time, each with its context.
    assert holds - held < 3 * MANY + 600, list((after - before).most_common(9))
    ours = {kind: many for kind, many in (after - before).items() if kind.__module__.startswith("socialdesk")}
    ours.pop(Meter, None)
    assert max(ours.values(), default=0) < MANY, ours
    assert others == [files, threads, tasks]
    await engine.close()


async def test_many_channels_are_each_read_as_often_as_they_should_be_and_nothing_piles_up(
    tmp_path: Path,
) -> None:
    clock, world = HandClock(NOON), dict[str, list[dict[str, Any]]]()
    engine = engine_of(tmp_path, clock, MANY, "", world)
    for number in range(MANY):
        world[f"a{number}"] = [message(f"a{number}", one, to_ms(NOON) - 1000 * one) for one in range(number % 3)]
    said = sum(map(len, world.values()))

    began = clock.now()
    while any(worker._whole is None for worker in engine.workers.all.values()) or not engine.workers.all:
        await steps(engine, clock, timedelta(milliseconds=200))
    assert clock.now() - began < timedelta(seconds=10), "a whole round begins within that time"
    assert engine.cache.ask("SELECT count(*) FROM message") == [(said,)]

    pages = engine._pacing._windows["platform:town", timedelta(hours=1)].used
    await steps(engine, clock, timedelta(minutes=6))
    pages = engine._pacing._windows["platform:town", timedelta(hours=1)].used - pages
    # Nobody is there: every minute where something was said, every two minutes elsewhere.
    assert 3 * MANY <= pages <= 6 * MANY
    assert engine.beside.running() == []
    assert engine.cache.ask("SELECT count(*) FROM message") == [(said,)]
    await engine.close()
