"""One round trip with an emulator of the Bot API that somebody else wrote: our requests are read, its answers are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import Account, Answer, Credentials, Intent, Surroundings
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.registry import Registry
from socialdesk.connectors.telegram.connector import TelegramConnector
from socialdesk.model.event import MessageSeen
from socialdesk.model.identifiers import CommandId
from socialdesk.support.clock import HandClock
from tests.peers.fixtures import TelegramEmulator

pytestmark = [pytest.mark.anyio, pytest.mark.peer_telegram]
NOON = datetime(2026, 6, 13, 12, tzinfo=UTC)


class Kept:
    """The token, in memory."""

    def __init__(self, token: str) -> None:
        self.credentials = Credentials(f'{{"token": "{token}"}}')

    def load(self) -> Credentials:
        return self.credentials

    def store(self, credentials: Credentials) -> None:
        self.credentials = credentials


async def test_a_message_is_read_and_answered(telegram_emulator: TelegramEmulator, tmp_path: Path) -> None:
    clock = HandClock(NOON)
    http = Http(clock)
    account = Account("666", "@TestNameBot", "Test", telegram_emulator.api, "telegram")
    connector = TelegramConnector(Registry().manifest("telegram"))
    session = connector.open(
        account, Kept(telegram_emulator.token), Surroundings(http, clock, tmp_path), timedelta(days=30)
    )
    person = {"id": 218485655, "first_name": "Ann", "username": "ann"}
    telegram_emulator.says(person, "Is anybody there? 🦆", int(NOON.timestamp()))
    try:
        page = await session.pull("updates", None, NOON)
        (asked,) = [one for one in page.events if isinstance(one, MessageSeen)]
        assert (asked.text, asked.thread_remote_id, asked.created_at) == ("Is anybody there? 🦆", "218485655", NOON)
        answer = Answer(CommandId("c"), asked.thread_remote_id, asked.kind, asked.remote_id, "Yes “here”")
        receipt = await session.perform(Intent(answer, "c", NOON))
    finally:
        await http.close()
    (ours,) = telegram_emulator.answers()
    assert (ours["text"], str(ours["chat_id"])) == ("Yes “here”", "218485655")
    assert receipt.remote_id.startswith("218485655:")
