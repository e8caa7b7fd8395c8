"""Gives one bot at work on the stand-in, for the tests of this folder."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from socialdesk.connectors.kit import contract
from socialdesk.connectors.kit.contract import Answer, Intent, Picture, SignedIn, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.registry import Registry
from socialdesk.connectors.telegram.connector import TelegramConnector
from socialdesk.connectors.telegram.session import TelegramSession
from socialdesk.model.event import MessageSeen
from socialdesk.model.failure import Failure
from socialdesk.model.identifiers import CommandId
from tests.stand_ins.at_work import Kept
from tests.stand_ins.telegram import Telegram
from tests.stand_ins.telegram_world import TOKEN

HISTORY = timedelta(days=30)
C = CommandId("01a2-command")
PICTURE = Picture(b"\xff\xd8 some picture \r\n--", "image/jpeg", 800, 600, "A ridge")


class Desk:
    """One bot, connected to the stand-in."""

    def __init__(self, net: Telegram, address: str, around: Surroundings) -> None:
        self.net = net
        self.around = around
        manifest = replace(Registry().manifest("telegram"), hosts={"api": address})
        self.connector = TelegramConnector(manifest)
        self.cursor: str | None = None

    async def sign_in(self, token: str = TOKEN, way: str = "token") -> SignedIn:
        self.signed_in = await self.connector.begin(way, {"token": token}, "", self.around)
        self.keeper = Kept(self.signed_in.credentials)
        self.session = self.open()
        return self.signed_in

    def open(self) -> TelegramSession:
        return self.connector.open(self.signed_in.accounts[0], self.keeper, self.around, HISTORY)

    async def read(self) -> list[Any]:
        """What a round of the engine brings: each page is stored before the next is asked for."""
        found: list[Any] = []
        while True:
            page = await self.session.pull("updates", self.cursor, self.net.now())
            found += page.events
            self.cursor = page.next_cursor
            self.gap = page.gap
            if not page.has_more:
                return found

    async def begin(self) -> None:
        """Sign in and read what there is; what comes now is new."""
        await self.sign_in()
        await self.read()

    async def message(self) -> MessageSeen:
        """The only message that came."""
        (one,) = [event for event in await self.read() if isinstance(event, MessageSeen)]
        return one

    async def do(self, action: contract.Action) -> contract.Receipt:
        return await self.session.perform(Intent(action, "key", self.net.now()))

    async def refused(self, action: contract.Action) -> Failure:
        with pytest.raises(ConnectorError) as told:
            await self.do(action)
        return told.value.failure

    async def answer(self, message: MessageSeen, text: str = "Gladly!", **more: Any) -> contract.Receipt:
        return await self.do(answer_to(message, text, **more))

    def after(self, **time: float) -> None:
        clock: Any = self.net.clock
        clock.move(timedelta(**time))


def answer_to(message: MessageSeen, text: str = "Gladly!", **more: Any) -> Answer:
    return Answer(C, message.thread_remote_id, message.kind, message.remote_id, text, **more)


@asynccontextmanager
async def open_desk(folder: Path) -> AsyncGenerator[Desk]:
    net = Telegram()
    http = Http(net.clock)
    async with net.serving() as address:
        try:
            yield Desk(net, address, Surroundings(http, net.clock, folder))
        finally:
            await http.close()
    assert not net.mistakes, net.mistakes
