"""A Threads account for tests, with a session that is open on it."""

from __future__ import annotations

from datetime import timedelta

from socialdesk.connectors.kit.contract import Session
from socialdesk.model.identifiers import CommandId
from tests.stand_ins.opened import Room
from tests.stand_ins.threads import TOKEN

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
BY = CommandId("c")


async def opened(room: Room, days: int = 30) -> Session:
    signed_in = await room.sign_in("own_token", token=TOKEN)
    return room.open(signed_in.accounts[0], days)
