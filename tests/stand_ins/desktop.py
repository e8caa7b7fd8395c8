"""A person at their desk beside a stand-in: the real engine on real files, driven by commands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from socialdesk.connectors.suite.stand_in import StandIn
from socialdesk.engine.host import Engine
from socialdesk.model.command import Command
from socialdesk.model.identifiers import CommandId, PersonId
from socialdesk.model.message import Message
from socialdesk.model.thread import Status, Thread
from socialdesk.model.view import Filter, View
from socialdesk.store.conversation import conversation
from socialdesk.store.desk import Desk
from socialdesk.store.queue_page import queue_page
from socialdesk.support.clock import HandClock

EVERYTHING = View("everything", Filter(statuses=frozenset(Status)))
ME = PersonId(1)


@dataclass
class Desktop:
    """A person, an engine and its files."""

    engine: Engine
    desk: Desk
    server: StandIn

    async def do(self, command: Command) -> CommandId:
        """Give a command, and let it be applied here and on the network."""
        (given,) = self.desk.give([command], ME, self.server.clock.now())
        self.engine.apply_pending()
        await self.engine.decide_network()
        return given.id

    def threads(self) -> dict[str, Thread]:
        """All threads by their ids on the network."""
        rows = queue_page(self.engine.cache, EVERYTHING, ME, None, 200).rows
        return {one.remote_id: one for one in rows}

    def said(self, thread: Thread) -> list[str]:
        """What was said in a thread, the oldest first."""
        entries = conversation(self.engine.cache, thread.id, None, 500).entries
        return [one.text for one in entries if isinstance(one, Message)]

    async def read(self) -> None:
        """Let so much time pass that everything is read again."""
        assert isinstance(self.server.clock, HandClock)
        self.server.clock.move(timedelta(minutes=16))
        await self.engine.read_channels()
