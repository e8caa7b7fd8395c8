"""The demo network shows what is done to what people write there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.demo.content import content
from socialdesk.connectors.demo.session import DemoSession
from socialdesk.connectors.demo.world import World
from socialdesk.connectors.kit.contract import (
    Action,
    BlockPerson,
    HideMessage,
    Intent,
    MuteThread,
    RemoveMessage,
    ReportMessage,
)
from socialdesk.connectors.kit.manifest import read_manifest
from socialdesk.model.identifiers import CommandId
from socialdesk.model.moderation import ReportReason
from socialdesk.model.thread import Kind
from socialdesk.support.clock import HandClock

pytestmark = pytest.mark.anyio
MANIFEST = read_manifest(Path("socialdesk/connectors/demo/manifest.toml"))
BORN = datetime(2026, 6, 13, 12, tzinfo=UTC)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Net:
    """One channel of the network, and a comment that somebody left there."""

    def __init__(self, folder: Path) -> None:
        self.clock = HandClock(BORN)
        self.world = World(folder / "world.json", self.clock)
        self.channel, self.thread = next(
            (thread["channel"], key) for key, thread in content().threads.items() if thread["kind"] == "comment"
        )
        self.session = DemoSession(MANIFEST, self.world, self.channel, self.clock)

    @property
    def comment(self) -> str:
        return f"{self.thread}/1"

    def shown(self) -> set[str]:
        return {one.id for one in self.world.public(self.channel)}

    async def do(self, action: Action) -> bool:
        """Carry it out, twice, as after a lost answer; gives whether it can be seen."""
        intent = Intent(action, self.session.reserve(action), self.clock.now())
        assert await self.session.reconcile(intent) is None
        await self.session.perform(intent)
        await self.session.perform(intent)
        return await self.session.reconcile(intent) is not None


@pytest.fixture
def net(tmp_path: Path) -> Net:
    return Net(tmp_path)


C = CommandId("c")


async def test_what_is_hidden_is_out_of_the_publics_sight_and_comes_back(net: Net) -> None:
    assert await net.do(HideMessage(C, net.comment, net.thread, on=True))
    assert net.comment not in net.shown()
    assert net.comment in {one.id for one in net.world.truth(net.channel)}

    assert await net.do(HideMessage(C, net.comment, net.thread, on=False))
    assert net.comment in net.shown()


async def test_what_is_removed_is_gone(net: Net) -> None:
    assert await net.do(RemoveMessage(C, net.comment, net.thread))

    assert await net.session.gone([net.comment]) == [net.comment]


async def test_nothing_arrives_any_more_from_somebody_who_is_blocked_until_they_are_let_in(net: Net) -> None:
    late = [
        (number, arrival)
        for number, arrival in enumerate(content().arrivals, 1)
        if content().threads.get(arrival.get("thread", "")) and arrival.get("from", "contact") == "contact"
    ]
    number, arrival = late[0]
    thread = content().threads[arrival["thread"]]
    channel, arrived = thread["channel"], f"{arrival['thread']}/a{number}"
    person = f"{channel}:{thread['contact']['handle']}"
    net.session = DemoSession(MANIFEST, net.world, channel, net.clock)

    assert await net.do(BlockPerson(C, person, on=True))
    net.clock.move(timedelta(seconds=arrival["after"] + 1))
    assert arrived not in {one.id for one in net.world.truth(channel)}

    assert await net.do(BlockPerson(C, person, on=False))
    assert arrived in {one.id for one in net.world.truth(channel)}


async def test_a_report_reaches_the_moderators_once(net: Net) -> None:
    assert await net.do(ReportMessage(C, net.comment, ReportReason.SPAM, "The third time today."))

    (report,) = net.world.reports()
    assert (report["message"], report["reason"], report["text"]) == (net.comment, "spam", "The third time today.")


async def test_a_muted_thread_is_known_there(net: Net) -> None:
    assert await net.do(MuteThread(C, net.thread, Kind.COMMENT, on=True))
    assert net.world.has("muted", net.thread)
