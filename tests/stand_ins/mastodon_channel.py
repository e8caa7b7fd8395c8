"""One account of the stand-in for Mastodon, connected: what tests of the connector work with."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from socialdesk.connectors.kit.contract import (
    Action,
    Answer,
    Credentials,
    Intent,
    Picture,
    Receipt,
    SignedIn,
    Surroundings,
)
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.registry import Registry
from socialdesk.connectors.mastodon.connector import MastodonConnector
from socialdesk.connectors.mastodon.session import MastodonSession
from socialdesk.model.event import Event, MessageDeleted, MessageSeen, PostSeen
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from socialdesk.support.clock import HandClock
from tests.stand_ins.mastodon import Mastodon

HISTORY = timedelta(days=30)


class Keeper:
    """Keeps credentials in memory."""

    def __init__(self, credentials: Credentials | None = None) -> None:
        self.credentials = credentials

    def load(self) -> Credentials:
        if self.credentials is None:
            raise LookupError
        return self.credentials

    def store(self, credentials: Credentials) -> None:
        self.credentials = credentials


@dataclass
class Channel:
    """A server, the account's session there, and where its streams stand."""

    server: Mastodon
    clock: HandClock
    connector: MastodonConnector
    around: Surroundings
    keeper: Keeper
    signed_in: SignedIn
    session: MastodonSession
    cursors: dict[str, str | None]

    def again(self, history: timedelta = HISTORY) -> None:
        """As after a restart: a new session, the same places."""
        account = self.signed_in.accounts[0]
        self.session = self.connector.open(account, self.keeper, self.around, history)

    async def pull(self, *streams: str, is_kept: bool = True) -> list[Event]:
        """Read these streams, or all, as far as they go; with `is_kept` False as if nothing of it was stored."""
        events: list[Event] = []
        for stream in streams or ("notifications", "posts", "conversations"):
            cursor = self.cursors.get(stream)
            for _ in range(100):
                page = await self.session.pull(stream, cursor, self.clock.now() + timedelta(minutes=5))
                events += page.events
                moved, cursor = page.next_cursor != cursor, page.next_cursor
                if not page.has_more or not moved:
                    break
            else:
                raise AssertionError("it never ends")
            if is_kept:
                self.cursors[stream] = cursor
        return events

    async def messages(self, *streams: str) -> dict[str, MessageSeen]:
        """The messages of one reading, by id."""
        return messages(await self.pull(*streams))

    def answer(self, parent: str, text: str, *, thread: str = "", kind: Kind = Kind.COMMENT, **more: object) -> Intent:
        """The intent of an answer."""
        pictures = more.get("pictures", ())
        assert isinstance(pictures, tuple)
        return self.intent(Answer(CommandId("c"), thread or parent, kind, parent, text, "en", pictures))

    def intent(self, action: Action) -> Intent:
        """An act as it stands before it leaves."""
        return Intent(action, self.session.reserve(action), self.clock.now())

    async def send(self, parent: str, text: str, *, thread: str = "", kind: Kind = Kind.COMMENT) -> Receipt:
        """Answer at once."""
        return await self.session.perform(self.answer(parent, text, thread=thread, kind=kind))


def picture(data: bytes = b"png", alt: str = "A kettle") -> Picture:
    """Something that passes for a picture."""
    return Picture(data, "image/png", 2, 2, alt)


def messages(events: list[Event]) -> dict[str, MessageSeen]:
    """The messages among events."""
    return {one.remote_id: one for one in events if isinstance(one, MessageSeen)}


def posts(events: list[Event]) -> dict[str, PostSeen]:
    """The posts among events."""
    return {one.remote_id: one for one in events if isinstance(one, PostSeen)}


def gone(events: list[Event]) -> list[str]:
    """What events say is deleted."""
    return [one.remote_id for one in events if isinstance(one, MessageDeleted)]


def connector() -> MastodonConnector:
    """The connector as it is installed."""
    found = Registry().connector("mastodon")
    assert isinstance(found, MastodonConnector)
    return found


@asynccontextmanager
async def surroundings(clock: HandClock, folder: Path) -> AsyncGenerator[Surroundings]:
    """The network and the time."""
    http = Http(clock)
    try:
        yield Surroundings(http, clock, folder)
    finally:
        await http.close()


@asynccontextmanager
async def connected(folder: Path, flavour: str = "mastodon", server: Mastodon | None = None) -> AsyncGenerator[Channel]:
    """A server with the account "brand" signed in by a token."""
    server = server or Mastodon(flavour)
    clock = server.clock
    assert isinstance(clock, HandClock)
    async with server.serving() as address, surroundings(clock, folder) as around:
        found = connector()
        signed_in = await found.begin("token", {"server": address, "token": server.token_for()}, "", around)
        assert isinstance(signed_in, SignedIn)
        keeper = Keeper(signed_in.credentials)
        session = found.open(signed_in.accounts[0], keeper, around, HISTORY)
        yield Channel(server, clock, found, around, keeper, signed_in, session, {})
        assert not server.mistakes, server.mistakes
