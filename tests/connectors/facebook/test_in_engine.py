"""A Page from the sign-in to an answer that stands there, with the real engine and store over a stand-in."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from socialdesk.connectors.kit.fetch import Fetcher
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.kit.registry import Registry
from socialdesk.engine.host import Engine
from socialdesk.model.command import ConnectChannel
from socialdesk.model.connecting import AddAccounts
from socialdesk.model.delivery import Delivery
from socialdesk.model.message import Direction
from socialdesk.model.thread import Kind
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Protection, create
from socialdesk.support.paths import Workspace
from tests.engine.desk_work import EVERYTHING, Place
from tests.stand_ins.facebook import Facebook
from tests.stand_ins.facebook_world import APP, OTHER_PAGE, PAGE, SECRET

pytestmark = pytest.mark.anyio


class AtStandIn(Registry):
    """The installed connectors, whose hosts are all one address."""

    address = ""

    def manifest(self, platform: str) -> Manifest:
        found = super().manifest(platform)
        return dataclasses.replace(found, hosts=dict.fromkeys(found.hosts, self.address))


async def test_a_page_is_picked_read_and_answered_and_a_late_message_is_stopped(tmp_path: Path) -> None:
    network = Facebook()
    post = network.posted("New boots")
    comment = network.commented(post, "501", "How much?")
    network.wrote("502", "Are you open?")
    story = network.recommended("503", "Best boots of my life")
    unlocked = create(Workspace(tmp_path / "workspace"), "Test", Protection.PLAIN)
    async with network.serving() as address:
        registry = AtStandIn()
        registry.address = address
        engine = Engine(unlocked, network.clock, registry, Fetcher(network.clock))
        desk = Desk(unlocked.workspace.desk, unlocked.key, write=True)
        nobody: Any = None
        place = Place(unlocked, nobody, network.clock, engine, desk)
        try:
            unlocked.secrets.put("pending:1", json.dumps({"token": "user-token", "app_secret": SECRET}))
            login = await place.do(ConnectChannel("facebook", "token", (("app_id", APP),), "pending:1", 30, asks=True))
            await engine.decide_network()
            result = engine.cache.result(login)
            assert result is not None
            told = json.loads(result.sentence)
            assert [one[:3] for one in told["accounts"]] == [
                [PAGE, "@ridgehill", "Ridge & Hill"],
                [OTHER_PAGE, "Ridge Repairs", "Ridge Repairs"],
            ]
            await place.do(AddAccounts(login, (PAGE,), 30))
            await engine.decide_network()
            await place.read()

            threads = {one.kind: one for one in place.threads(EVERYTHING)}
            assert {kind: one.remote_id for kind, one in threads.items()} == {
                Kind.COMMENT: comment,
                Kind.DM: network.thread_of("502"),
                Kind.REVIEW: f"review:{story}",
            }
            answers = [
                await place.reply("79 euros", threads[Kind.COMMENT]),
                await place.reply("Until six", threads[Kind.DM]),
                await place.reply("Thank you!", threads[Kind.REVIEW]),
            ]
            while await place.send():
                pass
            assert [place.standing(one)[0] for one in answers] == [Delivery.SENT] * 3
            said = [one["message"] for one in network.nodes.values() if one.get("from", {}).get("id") == PAGE]
            assert said == ["New boots", "79 euros", "Until six", "Thank you!"]

            place.wait(minutes=20)
            await place.read()
            for kind, text in ((Kind.COMMENT, "79 euros"), (Kind.DM, "Until six"), (Kind.REVIEW, "Thank you!")):
                ours = [one.text for one in place.messages(threads[kind]) if one.direction is Direction.OUT]
                assert ours == [text]

            place.wait(hours=25)
            late = await place.reply("Anything else?", {one.kind: one for one in place.threads(EVERYTHING)}[Kind.DM])
            await place.send()
            state, reason = place.standing(late)
            assert state is not Delivery.SENT
            assert reason
            assert "Anything else?" not in {one.get("message") for one in network.nodes.values()}
        finally:
            await place.close()
    assert not network.mistakes
