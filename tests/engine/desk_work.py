"""A person at a desk, an engine and the stand-in platform on the files of one workspace, moved by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from socialdesk.connectors.kit.fetch import Fetcher
from socialdesk.engine.host import Engine
from socialdesk.model.capability import Idempotency
from socialdesk.model.command import Command, ConnectChannel, Reply
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import CommandId, MessageId, PersonId
from socialdesk.model.message import Message
from socialdesk.model.thread import Status, Thread
from socialdesk.model.view import Filter, View
from socialdesk.store.conversation import conversation
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Protection, Unlocked, create, exists, unlock
from socialdesk.store.queue_page import queue_page
from socialdesk.support.clock import Clock, HandClock
from socialdesk.support.paths import Workspace
from tests.engine.standin import OneConnector, Platform
from tests.patience import NEVER_S

EVERYTHING = View("everything", Filter(statuses=frozenset(Status)))
NOON = datetime(2026, 6, 13, 12, tzinfo=UTC)
ME = PersonId(1)


@dataclass
class Place:
    """Everything of one workspace. Without a clock of its own it moves only by `wait`."""

    unlocked: Unlocked
    platform: Platform
    clock: Clock
    engine: Engine
    desk: Desk
    patience_s: float = NEVER_S
    """How long a server of pictures is waited for, in seconds; what a test does not shorten suits a slow machine."""

    @classmethod
    def at(
        cls,
        folder: Path,
        idempotency: Idempotency = Idempotency.CLIENT_KEY,
        clock: Clock | None = None,
        patience_s: float = NEVER_S,
    ) -> Place:
        """A workspace in `folder` with its engine up, made where there is none."""
        clock = clock or HandClock(NOON)
        folder.mkdir(exist_ok=True)
        workspace = Workspace(folder / "workspace")
        unlocked = unlock(workspace) if exists(workspace) else create(workspace, "Test", Protection.PLAIN)
        platform = Platform(folder / "truth.json", clock, idempotency)
        engine = Engine(unlocked, clock, OneConnector(platform), Fetcher(clock, patience_s=patience_s))
        desk = Desk(workspace.desk, unlocked.key, write=True)
        return cls(unlocked, platform, clock, engine, desk, patience_s)

    async def connect(self) -> None:
        """Sign in to the stand-in."""
        await self.do(ConnectChannel("standin"))
        await self.engine.decide_network()

    async def restart(self) -> None:
        """Let another engine take over, as after the end of a process."""
        await self.engine.close()
        await self.restart_from_closed()

    async def restart_from_closed(self) -> None:
        """Start an engine where there is none."""
        fetcher = Fetcher(self.clock, patience_s=self.patience_s)
        self.engine = Engine(self.unlocked, self.clock, OneConnector(self.platform), fetcher)

    async def close(self) -> None:
        """Close everything."""
        self.desk.close()
        await self.engine.close()

    async def do(self, command: Command) -> CommandId:
        """Give a command and let it be applied."""
        (given,) = self.desk.give([command], ME, self.clock.now())
        self.engine.apply_pending()
        return given.id

    async def reply(self, text: str, thread: Thread | None = None, **changes: Any) -> CommandId:
        """Answer the (only) thread, having read all of it, without an undo window."""
        thread = thread or self.thread()
        values: dict[str, Any] = {"based_on": MessageId(thread.last_message_id), "not_before": self.clock.now()}
        return await self.do(Reply(thread.id, text, **(values | changes)))

    async def read(self) -> None:
        """Read the platform once."""
        await self.engine.read_channels()

    async def send(self) -> int:
        """Send what is due now."""
        return await self.engine.outbox.send_due()

    def wait(self, **span: float) -> None:
        """Let time pass."""
        assert isinstance(self.clock, HandClock)
        self.clock.move(timedelta(**span))

    def threads(self, view: View) -> list[Thread]:
        """What a view shows."""
        return list(queue_page(self.engine.cache, view, ME, None, 200).rows)

    def thread(self, view: View | None = None) -> Thread:
        """The only thread."""
        (thread,) = self.threads(view or EVERYTHING)
        return thread

    def messages(self, thread: Thread) -> list[Message]:
        """What was said in a thread."""
        entries = conversation(self.engine.cache, thread.id, None, 500).entries
        return [entry for entry in entries if isinstance(entry, Message)]

    def standing(self, command: CommandId) -> tuple[Delivery, str]:
        """Where an answer stands."""
        outbound = self.engine.cache.outbound(command)
        assert outbound is not None
        return outbound.state, outbound.state_reason

    def state(self, command: CommandId) -> Delivery:
        """The state of an answer, which its message shows as well; one that was taken back shows nowhere."""
        outbound = self.engine.cache.outbound(command)
        assert outbound is not None
        thread = self.engine.cache.thread(outbound.thread_id)
        assert thread is not None
        shown = [one.state for one in self.messages(thread) if one.command_id == command]
        assert shown == ([] if outbound.state is Delivery.CANCELED else [outbound.state])
        return outbound.state


async def asked(place: Place, text: str = "Is it in stock?") -> Thread:
    """Connect, let Ann ask, read it."""
    await place.connect()
    place.platform.ask("t1", text)
    await place.read()
    return place.thread()
