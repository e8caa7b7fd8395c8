"""Lines that stay open: encrypted but to this machine, and what broke is told."""

from __future__ import annotations

import pytest

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.socket import connected
from socialdesk.connectors.suite.stand_in import StandIn
from socialdesk.model.failure import FailureKind

pytestmark = pytest.mark.anyio


async def failure_of(url: str) -> tuple[FailureKind, str]:
    with pytest.raises(ConnectorError) as told:
        async with connected(url, agent="SocialDesk"):
            pass
    return told.value.failure.kind, told.value.failure.sentence


async def test_only_this_machine_is_spoken_to_in_clear_and_what_broke_is_told() -> None:
    for url in ("ws://network.example/", "http://network.example/", "file:///etc/passwd"):
        assert (await failure_of(url))[0] is FailureKind.INVALID
    assert (await failure_of("ws://127.0.0.1:9/"))[0] is FailureKind.OFFLINE
    nothing = StandIn()
    async with nothing.serving() as address:
        kind, sentence = await failure_of(address.replace("http", "ws"))
    assert kind is FailureKind.TRANSIENT
    assert sentence.startswith("127.0.0.1")
