"""`sync --once` while another engine works on the workspace: that one reads, and it is told what came of it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Generator
from contextlib import closing
from datetime import UTC, datetime

import pytest

from socialdesk.launch import sync
from socialdesk.launch.saying import DONE, WRONG
from socialdesk.launch.working import Work, working
from socialdesk.model.connecting import PauseChannel
from socialdesk.store import protection
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Protection
from socialdesk.support.clock import HandClock
from tests.launch.terminal import Terminal
from tests.patience import NEVER_S


def came_of_it(terminal: Terminal, now: datetime) -> int:
    """The status where an engine that runs elsewhere does nothing more."""
    unlocked = protection.unlock(terminal.workspace)

    async def waited() -> int:
        with (
            closing(Cache(terminal.workspace.cache, None, write=False)) as cache,
            closing(Desk(terminal.workspace.desk, None, write=True)) as desk,
        ):
            work = Work(unlocked, HandClock(now), cache, desk, engine=None, pipe=None)
            return await asyncio.wait_for(sync._elsewhere(work), NEVER_S)

    return asyncio.run(waited())


@contextlib.contextmanager
def channels_of(terminal: Terminal) -> Generator[list[int]]:
    with closing(Cache(terminal.workspace.cache, None, write=False)) as cache:
        yield [one.id for one in cache.channels()]


def pause(terminal: Terminal, channels: list[int]) -> None:
    async def paused() -> None:
        async with working(protection.unlock(terminal.workspace)) as work:
            await work.give([PauseChannel(one) for one in channels])

    asyncio.run(paused())


def test_a_workspace_without_a_channel_was_not_read(terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    protection.create(terminal.workspace, "Atelier", Protection.PLAIN)
    pause(terminal, [])  # makes its files

    assert came_of_it(terminal, datetime(2026, 11, 30, tzinfo=UTC)) == WRONG
    assert "No channel is connected" in capsys.readouterr().err


def test_nobody_waits_for_a_channel_that_is_paused(demo: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    with channels_of(demo) as channels:
        pause(demo, channels)

    assert came_of_it(demo, datetime(2100, 1, 1, tzinfo=UTC)) == DONE
    assert "Read by the engine that is running." in capsys.readouterr().err
