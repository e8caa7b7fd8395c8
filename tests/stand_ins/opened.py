"""Opens connectors on stand-ins, with credentials that are kept for the length of a test."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import AsyncGenerator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    Answer,
    Connector,
    Credentials,
    Intent,
    Page,
    Picture,
    Session,
    SignedIn,
    Surroundings,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.registry import Registry
from socialdesk.connectors.suite.stand_in import StandIn
from socialdesk.model.event import Event, MessageSeen
from socialdesk.model.failure import Failure
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from socialdesk.support.clock import Clock
from socialdesk.support.ids import new_id

FAR = datetime(2100, 1, 1, tzinfo=UTC)
PICTURE = Picture(b"\x89PNG not really", "image/png", 4, 3)


@dataclass
class Kept:
    """A keeper of credentials."""

    credentials: Credentials | None
    stored: list[Credentials] = field(default_factory=list[Credentials])

    def load(self) -> Credentials:
        if self.credentials is None:
            raise LookupError("none")
        return self.credentials

    def store(self, credentials: Credentials) -> None:
        self.credentials = credentials
        self.stored.append(credentials)


@dataclass
class Room:
    """A connector beside the stand-in it speaks to."""

    network: Any
    connector: Connector
    around: Surroundings
    keeper: Kept = field(default_factory=lambda: Kept(None))
    way: str = ""
    """The way to sign in that a test is about."""

    @property
    def clock(self) -> Any:
        """The clock of both."""
        return self.around.clock

    async def sign_in(self, way: str = "token", **typed: str) -> SignedIn:
        """Sign in by typing."""
        signed_in = await self.connector.begin(way, typed, "", self.around)
        assert isinstance(signed_in, SignedIn)
        self.keeper = Kept(signed_in.credentials)
        return signed_in

    def open(self, account: Account, days: int = 30) -> Session:
        """A session."""
        return self.connector.open(account, self.keeper, self.around, timedelta(days=days))

    def intent(self, action: Action) -> Intent:
        """An action as it stands in the attempt record."""
        return Intent(action, new_id(), self.clock.now())


@asynccontextmanager
async def beside(network: StandIn, platform: str) -> AsyncGenerator[Room]:
    """The connector of a platform, all of whose hosts are a stand-in. Ends with a look at the connector's mistakes."""
    clock: Clock = network.clock
    http = Http(clock)
    connector = Registry().connector(platform)
    kept = connector.manifest
    async with network.serving() as address:
        connector.manifest = dataclasses.replace(kept, hosts=dict.fromkeys(kept.hosts, address))
        try:
            with tempfile.TemporaryDirectory() as folder:
                yield Room(network, connector, Surroundings(http, clock, Path(folder)))
        finally:
            await http.close()
    assert not network.mistakes, network.mistakes


async def read(session: Session, stream: str, cursor: str | None = None) -> tuple[list[Event], str]:
    """All a stream has now, and the place to go on from."""
    events: list[Event] = []
    while True:
        page: Page = await session.pull(stream, cursor, FAR)
        events += page.events
        assert len(page.next_cursor) <= 4096
        if not page.has_more:
            return events, page.next_cursor
        assert page.next_cursor != cursor
        cursor = page.next_cursor


def messages(events: list[Event]) -> dict[str, MessageSeen]:
    """The messages among events, by id."""
    return {one.remote_id: one for one in events if isinstance(one, MessageSeen)}


def answer(thread: str, kind: Kind, parent: str, text: str, *pictures: Picture, by: str = "") -> Answer:
    """An answer; `by` is the id of its command."""
    return Answer(CommandId(by or new_id()), thread, kind, parent, text, "", pictures)


async def refused(room: Room, session: Session, action: Action) -> Failure:
    """What stands against an action. Fails where nothing does."""
    return await failure_of(session.perform(room.intent(action)))


async def failure_of(asked: Awaitable[object]) -> Failure:
    """What stands against something. Fails where nothing does."""
    try:
        await asked
    except ConnectorError as error:
        return error.failure
    raise AssertionError("it went well")
