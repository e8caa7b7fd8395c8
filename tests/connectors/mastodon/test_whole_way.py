"""From the server to the queue and back: the engine, its files and a Mastodon account."""

from __future__ import annotations

import json
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
from socialdesk.model.thread import Kind
from socialdesk.store.able import able
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Protection, create
from socialdesk.support.paths import Workspace
from tests.stand_ins.desktop import Desktop
from tests.stand_ins.mastodon import Mastodon

pytestmark = pytest.mark.anyio


async def test_what_is_said_on_a_server_is_answered_from_the_queue_once(tmp_path: Path) -> None:
    server = Mastodon()
    server.most = 700
    clock = server.clock
    workspace = Workspace(tmp_path / "workspace")
    unlocked = create(workspace, "Test", Protection.PLAIN)
    async with server.serving() as address:
        engine = Engine(unlocked, clock, Registry(), Fetcher(clock))
        desktop = Desktop(engine, Desk(workspace.desk, unlocked.key, write=True), server)
        ann = server.joins("ann", "far.example", "Ann Lee")
        post = server.says(server.brand, "Launch day!")
        head = server.says(ann, "@brand Does it come in green?", to=post)
        server.says(ann, "@brand my order?", visibility="direct")
        unlocked.secrets.put("typed", json.dumps({"token": server.token_for()}))
        await desktop.do(ConnectChannel("mastodon", "token", (("server", address),), "typed"))
        await desktop.read()
        (channel,) = engine.cache.channels()
        assert (channel.handle, channel.state) == ("@brand@home.example", ChannelState.LIVE)
        # What this server takes is what the person who answers is told.
        limit = able(engine.cache)[channel.id, Kind.COMMENT].text
        assert (limit.most, limit.url_length) == (700 - 32, 23)
        threads = desktop.threads()
        assert set(threads) == {head, "dm:ann@far.example"}
        assert threads[head].kind is Kind.COMMENT
        assert threads[head].contact_name == threads["dm:ann@far.example"].contact_name == "Ann Lee"
        assert threads[head].contact_id == threads["dm:ann@far.example"].contact_id

        # The line breaks while the answer leaves; it is found there and shown once.
        server.faults.next(faults.closed(acts=True), method="POST", path="/statuses")
        thread = threads[head]
        command = await desktop.do(
            Reply(thread.id, "Yes, from Monday.", MessageId(thread.last_message_id), not_before=clock.now())
        )
        await engine.outbox.send_due()
        for _ in range(3):
            await desktop.read()
            await engine.outbox.send_due()
        outbound = engine.cache.outbound(command)
        assert outbound is not None
        assert outbound.state is Delivery.SENT
        assert desktop.said(thread) == ["@brand Does it come in green?", "Yes, from Monday."]
        assert [one.text for one in server.statuses.values()].count("@ann@far.example Yes, from Monday.") == 1

        # What is changed and taken back there is changed and taken back here.
        server.edits(head, "@brand Does it come in blue?")
        await desktop.read()
        await desktop.read()
        assert desktop.said(thread)[0] == "@brand Does it come in blue?"
        server.tokens.clear()
        await desktop.read()
        assert engine.cache.channels()[0].state is ChannelState.BAD_CREDENTIALS
        desktop.desk.close()
        await engine.close()
    assert not server.mistakes
