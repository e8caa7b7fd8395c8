"""From Discord to the queue and back: the engine, its files and a bot in one server."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.fetch import Fetcher
from socialdesk.connectors.kit.registry import Registry
from socialdesk.connectors.suite import faults
from socialdesk.engine.host import Engine
from socialdesk.model.channel import ChannelState
from socialdesk.model.command import ConnectChannel, Reply
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import MessageId
from socialdesk.model.message import Message
from socialdesk.model.thread import Kind
from socialdesk.store.conversation import conversation
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Protection, create
from socialdesk.support.paths import Workspace
from tests.stand_ins.desktop import Desktop
from tests.stand_ins.discord import Discord
from tests.stand_ins.discord_world import BOT, GUILD, TOKEN

pytestmark = pytest.mark.anyio


async def test_what_is_said_in_a_server_is_answered_from_the_queue_once(tmp_path: Path) -> None:
    server = Discord()
    clock = server.clock
    workspace = Workspace(tmp_path / "workspace")
    unlocked = create(workspace, "Test", Protection.PLAIN)
    async with server.serving() as address:
        registry = Registry()
        hosts = {"api": address, "cdn": "https://cdn.example", "gateway": address}
        registry._manifests["discord"] = replace(registry.manifest("discord"), hosts=hosts)
        engine = Engine(unlocked, clock, registry, Fetcher(clock))
        desktop = Desktop(engine, Desk(workspace.desk, unlocked.key, write=True), server)
        ann = server.person("Ann")
        general, help_ = server.channel("general"), server.channel("help")
        asked = server.says(general, ann, f"<@{BOT['id']}> does it come in green?", ago=timedelta(minutes=5))
        told = server.says(help_, ann, "It leaks", ago=timedelta(minutes=4))
        unlocked.secrets.put("typed", json.dumps({"token": TOKEN}))
        await desktop.do(ConnectChannel("discord", "token", (("channels", "help"),), "typed"))
        await desktop.read()
        (channel,) = engine.cache.channels()
        assert (channel.handle, channel.name, channel.state) == ("@fjell", "Fjell Outdoor", ChannelState.LIVE)
        threads = desktop.threads()
        mention, comment = (threads[f"{GUILD}:{one}:{ann['id']}"] for one in (general, help_))
        assert (mention.kind, comment.kind) == (Kind.MENTION, Kind.COMMENT)

        # The line breaks while the answer leaves; it is found there and shown once.
        server.faults.next(faults.closed(acts=True), method="POST", path="/messages")
        command = await desktop.do(
            Reply(mention.id, "Yes, from Monday.", MessageId(mention.last_message_id), not_before=clock.now())
        )
        await engine.outbox.send_due()
        for _ in range(3):
            await desktop.read()
            await engine.outbox.send_due()
        outbound = engine.cache.outbound(command)
        assert outbound is not None
        assert outbound.state is Delivery.SENT
        assert desktop.said(mention) == ["@Fjell does it come in green?", "Yes, from Monday."]
        assert [one["content"] for one in server.messages[general].values()].count("Yes, from Monday.") == 1

        # What is changed and taken back there is changed and taken back here.
        server.edits(asked, f"<@{BOT['id']}> does it come in blue?")
        server.deletes(told)
        await desktop.read()
        assert desktop.said(mention)[0] == "@Fjell does it come in blue?"
        entries = conversation(engine.cache, comment.id, None, 500).entries
        assert [one.deleted_at is not None for one in entries if isinstance(one, Message)] == [True]
        server.tokens.clear()
        await desktop.read()
        assert engine.cache.channels()[0].state is ChannelState.BAD_CREDENTIALS
        desktop.desk.close()
        await engine.close()
    assert not server.mistakes
