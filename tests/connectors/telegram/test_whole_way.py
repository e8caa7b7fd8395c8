"""From Telegram to the queue and back: the engine, its files and a bot."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from socialdesk.connectors.kit.fetch import Fetcher
from socialdesk.connectors.kit.registry import Registry
from socialdesk.connectors.suite import faults
from socialdesk.engine.host import Engine
from socialdesk.model.channel import ChannelState
from socialdesk.model.command import ConnectChannel, Reply
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import MessageId
from socialdesk.model.thread import Kind, Thread
from socialdesk.store import missing
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Protection, create
from socialdesk.support.paths import Workspace
from tests.stand_ins.desktop import Desktop
from tests.stand_ins.telegram import Telegram
from tests.stand_ins.telegram_world import BOT, TOKEN

pytestmark = pytest.mark.anyio


async def test_what_is_written_to_a_bot_is_answered_from_the_queue_and_never_twice(tmp_path: Path) -> None:
    server = Telegram()
    clock = server.clock
    workspace = Workspace(tmp_path / "workspace")
    unlocked = create(workspace, "Test", Protection.PLAIN)
    async with server.serving() as address:
        engine = Engine(unlocked, clock, Registry(), Fetcher(clock))
        desktop = Desktop(engine, Desk(workspace.desk, unlocked.key, write=True), server)
        ann = server.person("Ann")
        chat, talk = server.chats[ann["id"]], server.group("Talk")
        post = server.posts(server.channel("News", talk), "Launch day!")
        server.says(talk, ann, "Does it come in green?", to=post)
        said = server.says(chat, ann, "my order?")
        unlocked.secrets.put("typed", json.dumps({"token": TOKEN}))
        await desktop.do(ConnectChannel("telegram", "token", (("server", address),), "typed"))
        await desktop.read()
        (channel,) = engine.cache.channels()
        assert (channel.handle, channel.state) == ("@fjell_bot", ChannelState.LIVE)
        threads = desktop.threads()
        direct, comment = threads[str(ann["id"])], threads[f"{talk['id']}:{post['message_id']}:{ann['id']}"]
        assert (direct.kind, comment.kind) == (Kind.DM, Kind.COMMENT)
        assert direct.contact_id == comment.contact_id
        await desktop.read()
        assert not server.updates, "what is stored here is confirmed there"

        async def reply(thread: Thread, text: str) -> Any:
            command = await desktop.do(
                Reply(thread.id, text, MessageId(thread.last_message_id), not_before=clock.now())
            )
            await engine.outbox.send_due()
            for _ in range(3):
                await desktop.read()
                await engine.outbox.send_due()
            return engine.cache.outbound(command)

        assert (await reply(comment, "Yes, from Monday.")).state is Delivery.SENT
        assert desktop.said(comment) == ["Does it come in green?", "Yes, from Monday."]

        # The line breaks while the answer leaves. Telegram does not tell whether it arrived: a person is asked.
        server.faults.next(faults.closed(acts=True), method="POST", path="/sendMessage")
        assert (await reply(direct, "On its way.")).state is Delivery.UNKNOWN
        ours = [one["text"] for one in server.messages.values() if one["from"]["id"] == BOT["id"]]
        assert ours == ["Yes, from Monday.", "On its way."]

        # What is changed there is changed here; after a day away it is told that something may be missing.
        server.edits(said, "my order of Monday?")
        await desktop.read()
        assert desktop.said(direct)[0] == "my order of Monday?"
        maya, bea = server.person("Maya"), server.person("Bea")
        server.says_privately(server.connects(maya), bea, bea, "Hello Maya")
        server.says(server.chats[bea["id"]], bea, "Hello bot")
        await desktop.read()
        threads = desktop.threads()
        with_maya, with_bot = threads[f"business:{maya['id']}:{bea['id']}"], threads[str(bea["id"])]
        policy = engine.cache.reply_policy()
        assert with_maya.last_in_at is not None
        assert policy.closes_at(with_maya) == with_maya.last_in_at + timedelta(hours=24)
        assert policy.closes_at(with_bot) is None
        clock.move(timedelta(hours=30))  # pyright: ignore[reportAttributeAccessIssue] - a clock by hand
        await desktop.read()
        assert any("24 hours" in str(one) for one in missing.gaps(engine.cache, channel.id))
        # In the chats of a personal account a day is all there is; in those with the bot itself there is no end.
        assert (await reply(with_maya, "Too late")).state is Delivery.REJECTED
        assert (await reply(with_bot, "Still in time")).state is Delivery.SENT
        server.tokens.clear()
        await desktop.read()
        assert engine.cache.channels()[0].state is ChannelState.BAD_CREDENTIALS
        desktop.desk.close()
        await engine.close()
    assert not server.mistakes
