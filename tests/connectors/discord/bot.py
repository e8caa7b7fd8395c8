"""Gives one bot in one server of the stand-in, for the tests of this folder."""

from __future__ import annotations

import itertools
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from socialdesk.connectors.discord.connector import DiscordConnector
from socialdesk.connectors.discord.session import DiscordSession
from socialdesk.connectors.kit import contract
from socialdesk.connectors.kit.contract import Answer, Intent, Picture, SignedIn, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.registry import Registry
from socialdesk.model.event import MessageSeen
from socialdesk.model.failure import Failure
from socialdesk.model.identifiers import CommandId
from tests.stand_ins.at_work import Kept
from tests.stand_ins.discord import Discord
from tests.stand_ins.discord_world import BOT, GUILD, TOKEN

C = CommandId("01a2-command")
AT = f"<@{BOT['id']}>"
PICTURE = Picture(b"\x89PNG picture \r\n--", "image/png", 800, 600, "A ridge in fog")


class Desk:
    """One bot in one server, connected to the stand-in."""

    def __init__(self, net: Discord, address: str, around: Surroundings) -> None:
        self.net = net
        self.around = around
        manifest = replace(
            Registry().manifest("discord"), hosts={"api": address, "cdn": "https://cdn.example", "gateway": address}
        )
        self.connector = DiscordConnector(manifest)
        self.seen: set[tuple[str, str]] = set()
        self.cursors: dict[str, str | None] = {"messages": None, "dms": None}

    async def sign_in(self, token: str = TOKEN, channels: str = "") -> SignedIn:
        self.signed_in = await self.connector.begin("token", {"token": token, "channels": channels}, "", self.around)
        self.keeper = Kept(self.signed_in.credentials)
        self.session = self.open()
        return self.signed_in

    def open(self, history: timedelta = timedelta(days=30)) -> DiscordSession:
        account = next(one for one in self.signed_in.accounts if one.remote_id == GUILD)
        return self.connector.open(account, self.keeper, self.around, history)

    async def read(self) -> list[Any]:
        """What a round of the engine brings."""
        found: list[Any] = []
        for stream in self.cursors:
            for pulls in itertools.count():
                assert pulls < 10, "it goes on"
                page = await self.session.pull(stream, self.cursors[stream], self.net.now() + timedelta(minutes=5))
                found += page.events
                self.cursors[stream] = page.next_cursor
                assert len(page.next_cursor.encode()) <= 4096
                if not page.has_more:
                    break
        return found

    async def messages(self) -> list[MessageSeen]:
        """What is new in a round: what is read once more within the overlap is left out."""
        found: list[MessageSeen] = []
        for one in await self.read():
            if isinstance(one, MessageSeen) and (one.remote_id, one.version) not in self.seen:
                self.seen.add((one.remote_id, one.version))
                found.append(one)
        return found

    async def begin(self, channels: str = "") -> None:
        """Sign in and read what there is."""
        await self.sign_in(channels=channels)
        await self.read()
        self.after(minutes=1)

    async def do(self, action: contract.Action, key: str = "key") -> contract.Receipt:
        return await self.session.perform(Intent(action, key, self.net.now()))

    async def refused(self, action: contract.Action, key: str = "key") -> Failure:
        with pytest.raises(ConnectorError) as told:
            await self.do(action, key)
        return told.value.failure

    def after(self, **time: float) -> None:
        clock: Any = self.net.clock
        clock.move(timedelta(**time))

    def stored(self, receipt: contract.Receipt) -> dict[str, Any]:
        """What stands there for a receipt."""
        channel, message = receipt.remote_id.split(":")
        return self.net.messages[channel][int(message)]


def answer_to(message: MessageSeen, text: str = "Gladly!", **more: Any) -> Answer:
    return Answer(C, message.thread_remote_id, message.kind, message.remote_id, text, **more)


@asynccontextmanager
async def open_desk(folder: Path, net: Discord | None = None) -> AsyncGenerator[Desk]:
    net = net or Discord()
    http = Http(net.clock)
    async with net.serving() as address:
        try:
            yield Desk(net, address, Surroundings(http, net.clock, folder))
        finally:
            await http.close()
    assert not net.mistakes, net.mistakes


async def mention(desk: Desk, name: str = "Ann") -> MessageSeen:
    """Somebody writes to the bot, and it is read."""
    net = desk.net
    general = next((id_ for id_, one in net.channels.items() if one["name"] == "general"), "") or net.channel("general")
    await desk.begin()
    net.says(general, net.person(name), f"{AT} are you there?")
    (one,) = await desk.messages()
    return one
