"""A connector at work against a stand-in: signed in through the browser as a person would, with an open session."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    AtBrowser,
    Connector,
    Credentials,
    Intent,
    Receipt,
    Session,
    SignedIn,
    Surroundings,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.registry import Registry
from socialdesk.connectors.suite.stand_in import StandIn
from socialdesk.model.event import Event, MessageSeen, PostSeen
from socialdesk.model.failure import Failure
from socialdesk.support.clock import HandClock

REDIRECT = "http://127.0.0.1:8722/callback"


class Consents(Protocol):
    """A stand-in at which a person can say yes."""

    def consent(self, url: str, error: str = "") -> dict[str, str]:
        """What the browser brings back."""
        ...


@dataclass
class Kept:
    """A keeper in memory that notes what is stored."""

    credentials: Credentials | None = None
    stored: int = 0

    def load(self) -> Credentials:
        """The newest. Raises LookupError."""
        if self.credentials is None:
            raise LookupError("none")
        return self.credentials

    def store(self, credentials: Credentials) -> None:
        """Keep these."""
        self.credentials = credentials
        self.stored += 1


@dataclass
class AtWork:
    """One connector, one stand-in, one clock for both."""

    connector: Connector
    around: Surroundings
    clock: HandClock
    typed: Mapping[str, str]
    keeper: Kept = field(default_factory=Kept)
    account: Account | None = None
    cursors: dict[str, str] = field(default_factory=dict[str, str])
    session: Session | None = None

    async def sign_in(self, network: Consents, error: str = "", way: str = "") -> SignedIn:
        """Type, allow in the browser, come back."""
        way = way or self.connector.manifest.ways[0].id
        at = await self.connector.begin(way, self.typed, REDIRECT, self.around)
        assert isinstance(at, AtBrowser)
        signed_in = await self.connector.finish(way, at.kept, network.consent(at.url, error), self.around)
        self.keeper.credentials = signed_in.credentials
        self.account = signed_in.accounts[0]
        return signed_in

    def open(self, history: timedelta = timedelta(days=30)) -> Session:
        """A new session, as after a start of the program."""
        assert self.account is not None
        self.session = self.connector.open(self.account, self.keeper, self.around, history)
        return self.session

    async def pull(self, stream: str) -> list[Event]:
        """Read a stream to its end, as the engine does; its cursor is kept."""
        assert self.session is not None
        events: list[Event] = []
        while True:
            page = await self.session.pull(stream, self.cursors.get(stream), self.clock.now() + timedelta(minutes=5))
            events += page.events
            is_over = not page.has_more or page.next_cursor == self.cursors.get(stream)
            self.cursors[stream] = page.next_cursor
            if is_over:
                return events

    async def messages(self, stream: str) -> dict[str, MessageSeen]:
        """The messages of a stream by their texts."""
        return {one.text: one for one in await self.pull(stream) if isinstance(one, MessageSeen)}

    async def posts(self, stream: str) -> list[PostSeen]:
        """The posts of a stream."""
        return [one for one in await self.pull(stream) if isinstance(one, PostSeen)]

    def intent(self, action: Action) -> Intent:
        """The action as it would be on disk now."""
        assert self.session is not None
        return Intent(action, self.session.reserve(action), self.clock.now())

    async def do(self, action: Action) -> Receipt:
        """Carry an action out."""
        assert self.session is not None
        return await self.session.perform(self.intent(action))

    async def refused(self, action: Action) -> Failure:
        """The failure that an action ends with."""
        try:
            await self.do(action)
        except ConnectorError as error:
            return error.failure
        raise AssertionError("it was done")


@asynccontextmanager
async def at_work(platform: str, network: StandIn, folder: Path, typed: Mapping[str, str]) -> AsyncGenerator[AtWork]:
    """The connector of a platform, with every host of its manifest replaced by the stand-in."""
    clock = network.clock
    assert isinstance(clock, HandClock)
    async with network.serving() as address:
        http = Http(clock)
        connector = Registry().connector(platform)
        hosts = dict.fromkeys(connector.manifest.hosts, address)
        # Every connector of ours takes its manifest first.
        connector = type(connector)(replace(connector.manifest, hosts=hosts))  # type: ignore[call-arg]
        try:
            yield AtWork(connector, Surroundings(http, clock, folder), clock, typed)
        finally:
            await http.close()


def moment(hour: int, minute: int = 0, day: int = 23) -> datetime:
    """A moment of the week the stand-ins live in."""
    from datetime import UTC

    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)
