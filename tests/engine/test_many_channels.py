"""Hundreds of channels on one engine: each is read, none more often than it may be, and nothing piles up."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bench.channels import engine_of, message, steps
from socialdesk.support.clock import HandClock, to_ms
from tests.engine.desk_work import NOON

pytestmark = pytest.mark.anyio
MANY = 60


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
