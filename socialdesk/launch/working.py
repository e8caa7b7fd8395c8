"""Gives a command line an engine: the one that runs already for the workspace, or one of its own for the moment."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta

from socialdesk.engine.host import Engine
from socialdesk.model.command import Command, Given
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import CommandId, PersonId
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Unlocked
from socialdesk.store.readings import Result
from socialdesk.support.clock import Clock, SystemClock
from socialdesk.support.pipe import Pipe, connect

LOOK_EVERY_S = 0.1


@dataclass(slots=True)
class Work:
    """An open workspace with somebody to do the work: `engine` of our own, or a `pipe` to another."""

    unlocked: Unlocked
    clock: Clock
    cache: Cache
    desk: Desk
    engine: Engine | None
    pipe: Pipe | None

    @property
    def me(self) -> PersonId:
        """Who gives commands here."""
        return next((person.id for person in self.cache.people() if person.is_me), PersonId(0))

    async def give(self, commands: Iterable[Command]) -> list[Given]:
        """Put commands on the disk and let them be applied."""
        given = self.desk.give(commands, self.me, self.clock.now())
        self.poke("commands")
        return given

    def poke(self, word: str) -> None:
        """Wake the engine."""
        if self.engine is not None:
            self.engine.apply_pending()
        elif self.pipe is not None:
            self.pipe.tell({"poke": word})

    async def result(self, command: CommandId, within: timedelta) -> Result | None:
        """What became of a command; None when it is not known in time."""
        until = self.clock.now() + within
        while (found := self.cache.result(command)) is None and self.clock.now() < until:
            if self.engine is not None:
                return None
            await asyncio.sleep(LOOK_EVERY_S)
        return found

    async def delivery(self, command: CommandId, within: timedelta) -> tuple[Delivery, str] | None:
        """Where an answer stands once it does not move by itself any more, or when the time is over."""
        until = self.clock.now() + within
        while True:
            outbound = self.cache.outbound(command)
            settled = outbound is not None and outbound.state not in (Delivery.QUEUED, Delivery.SENDING)
            if settled or self.engine is not None or self.clock.now() >= until:
                return None if outbound is None else (outbound.state, outbound.state_reason)
            await asyncio.sleep(LOOK_EVERY_S)


@contextlib.asynccontextmanager
async def working(unlocked: Unlocked) -> AsyncGenerator[Work]:
    """Open the workspace with an engine. Raises Taken when another one holds it and does not answer."""
    clock = SystemClock()
    pipe = await connect(unlocked.workspace.pipe)
    engine = Engine(unlocked, clock) if pipe is None else None
    async with contextlib.AsyncExitStack() as held:
        if pipe is not None:
            held.push_async_callback(pipe.close)
        if engine is not None:
            held.push_async_callback(engine.close)
            cache = engine.cache
        else:
            cache = held.enter_context(closing(Cache(unlocked.workspace.cache, unlocked.key, write=False)))
        desk = held.enter_context(closing(Desk(unlocked.workspace.desk, unlocked.key, write=True)))
        yield Work(unlocked, clock, cache, desk, engine, pipe)
        desk.retire([result.command for result in cache.results(desk.id, 0)])
