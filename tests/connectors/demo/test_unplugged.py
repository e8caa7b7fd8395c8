"""The demo network with its plug pulled out: nothing can be reached, and nothing is half done."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from socialdesk.connectors.demo.content import content
from socialdesk.connectors.demo.session import DemoSession
from socialdesk.connectors.demo.world import World
from socialdesk.connectors.kit.contract import Intent, LikeMessage
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.manifest import read_manifest
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.support.clock import HandClock

pytestmark = pytest.mark.anyio
MANIFEST = read_manifest(Path("socialdesk/connectors/demo/manifest.toml"))
BORN = datetime(2026, 6, 13, 12, tzinfo=UTC)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def test_with_the_plug_out_nothing_is_read_or_done_and_with_it_in_again_all_is(tmp_path: Path) -> None:
    clock = HandClock(BORN)
    world = World(tmp_path / "world.json", clock)
    channel, thread = next((thread["channel"], key) for key, thread in content().threads.items())
    session = DemoSession(MANIFEST, world, channel, clock)
    liking = Intent(LikeMessage(CommandId("c"), f"{thread}/1", on=True), "k", BORN)
    plug = tmp_path / "offline"
    plug.touch()

    for asked in (session.check(), session.pull("all", None, BORN), session.perform(liking), session.reconcile(liking)):
        with pytest.raises(ConnectorError) as refused:
            await asked
        assert refused.value.failure.kind is FailureKind.OFFLINE
        assert refused.value.failure.certainty is Certainty.NOT_SENT
    assert not world.is_liked(f"{thread}/1")

    plug.unlink()
    await session.perform(liking)
    assert world.is_liked(f"{thread}/1")
    assert (await session.pull("all", None, BORN)).events
