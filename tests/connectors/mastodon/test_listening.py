"""What a Mastodon server tells by itself only says what to read now; nothing is taken from it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import Listener
from socialdesk.connectors.kit.errors import ConnectorError
from tests.patience import NEVER_S
from tests.stand_ins.mastodon_channel import Channel, connected, gone

pytestmark = pytest.mark.anyio


class Ear:
    """Listens, and gives what it heard one by one."""

    def __init__(self, channel: Channel) -> None:
        self._heard: asyncio.Queue[str] = asyncio.Queue()
        self.task = asyncio.create_task(channel.session.listen(self._heard.put_nowait))

    async def next(self) -> str:
        return await asyncio.wait_for(self._heard.get(), NEVER_S)

    def is_quiet(self) -> bool:
        return self._heard.empty()


async def test_what_is_told_names_the_stream_to_read_and_what_changed_is_looked_at(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        assert isinstance(channel.session, Listener)
        ann = server.joins("ann")
        changes, goes = server.says(ann, "@brand one"), server.says(ann, "@brand two")
        await channel.pull()
        ear = Ear(channel)
        assert await ear.next() == ""
        server.pushes("notification", {"id": "9"})
        assert await ear.next() == "notifications"
        server.pushes("conversation", {"id": "9"})
        assert await ear.next() == "conversations"
        for event, payload in (
            ("filters_changed", ""),
            ("update", {"account": {"id": ann}}),
            ("update", "no json"),
            ("delete", "31"),
            ("status.update", {}),
        ):
            server.pushes(event, payload)
        server.pushes("update", {"account": {"id": server.brand}})
        assert await ear.next() == "posts"
        channel.clock.move(timedelta(seconds=1))
        server.edits(changes, "@brand other words")
        server.pushes("status.update", {"id": changes, "content": "forged"})
        assert await ear.next() == "posts"
        server.deleted(goes)
        server.pushes("delete", goes)
        assert await ear.next() == "posts"
        # Told of and not true: what still stands there stays.
        server.pushes("delete", changes)
        assert await ear.next() == "posts"
        events = await channel.pull("posts")
        assert gone(events) == [goes]
        assert [getattr(one, "text", "") for one in events if getattr(one, "remote_id", "") == changes] == [
            "@brand other words"
        ]
        assert ear.is_quiet()
        server.events.put_nowait(b"")
        await asyncio.wait_for(ear.task, NEVER_S)


async def test_a_server_that_tells_nothing_is_read_as_before(tmp_path: Path) -> None:
    async with connected(tmp_path, "gotosocial") as channel:
        channel.server.missing.add("/api/v1/streaming/user")
        ear = Ear(channel)
        with pytest.raises(ConnectorError) as told:
            await ear.task
        assert told.value.failure.code == "refused_stream:404"
        assert ear.is_quiet()
        channel.server.says(channel.server.joins("ann"), "@brand hello")
        assert await channel.pull("notifications")


async def test_listening_ends_at_once_when_it_is_cancelled(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        ear = Ear(channel)
        assert await ear.next() == ""
        ear.task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await ear.task
