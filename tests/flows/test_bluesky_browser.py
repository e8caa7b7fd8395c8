"""Signing in to a Bluesky network in the browser: what the person allows, what goes wrong, and how it ends."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.bluesky.connector import BlueskyConnector
from socialdesk.connectors.bluesky.dpop import new_key
from socialdesk.connectors.bluesky.oauth import LASTS
from socialdesk.connectors.bluesky.tokens import Tokens
from socialdesk.connectors.kit.contract import Answer, AtBrowser, Intent, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.held import Held
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.registry import Registry
from socialdesk.model.event import MessageSeen
from socialdesk.model.failure import FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from socialdesk.support.clock import SystemClock
from tests.flows.bluesky_traffic import Writer
from tests.peers.bluesky.browser import allow, refuse
from tests.peers.fixtures import BlueskyNetwork

pytestmark = [pytest.mark.flow, pytest.mark.peer_bluesky, pytest.mark.anyio]
REDIRECT = "http://127.0.0.1:8400/callback"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def around(tmp_path: Path) -> AsyncGenerator[Surroundings]:
    clock = SystemClock()
    http = Http(clock)
    yield Surroundings(http, clock, tmp_path)
    await http.close()


def connector() -> BlueskyConnector:
    return BlueskyConnector(Registry().manifest("bluesky"))


async def begun(network: BlueskyNetwork, handle: str, around: Surroundings) -> AtBrowser:
    typed = {"identifier": handle, "server": network.pds}
    at = await connector().begin("browser", typed, REDIRECT, around)
    assert isinstance(at, AtBrowser)
    return at


async def test_a_person_allows_it_in_the_browser_and_answers_until_they_sign_out(
    bluesky_network: BlueskyNetwork, around: Surroundings
) -> None:
    brand, ann = bluesky_network.new_account("brand"), Writer(bluesky_network, bluesky_network.new_account("ann"))
    at = await begun(bluesky_network, brand.handle, around)
    signed = await connector().finish("browser", at.kept, await allow(at.url, brand.handle, brand.password), around)
    (account,) = signed.accounts
    assert (account.remote_id, account.handle) == (brand.did, f"@{brand.handle}")
    assert dict(signed.granted) == dict.fromkeys(["read", "answer", "moderate", "posts", "messages"], True)
    assert signed.expires_at is not None
    assert abs(signed.expires_at - around.clock.now() - LASTS) < timedelta(minutes=1)

    name = f"@{brand.handle}"
    feature = {"$type": "app.bsky.richtext.facet#mention", "did": brand.did}
    ann.create(
        {
            "$type": "app.bsky.feed.post",
            "text": f"{name} Do you open on Sundays?",
            "facets": [{"index": {"byteStart": 0, "byteEnd": len(name)}, "features": [feature]}],
            "createdAt": around.clock.now().isoformat().replace("+00:00", "Z"),
        }
    )
    bluesky_network.settle()
    keeper = Held(signed.credentials)
    session = connector().open(account, keeper, around, timedelta(days=2))
    page = await session.pull("notifications", None, around.clock.now() + timedelta(minutes=1))
    (asked,) = [one for one in page.events if isinstance(one, MessageSeen)]
    answer = Answer(CommandId("c1"), asked.thread_remote_id, Kind.MENTION, asked.remote_id, "From ten to four.")
    receipt = await session.perform(Intent(answer, session.reserve(answer), around.clock.now()))
    assert brand.did in receipt.remote_id

    # A token that is spent is renewed, and the new ones are kept before they are used.
    before = Tokens.read(keeper.load())
    keeper.store(replace(before, access=before.access[:-8] + "AAAAAAAA").credentials())
    health = await session.check()
    assert (health.failure, health.expires_at, health.account) == (None, signed.expires_at, account)
    assert Tokens.read(keeper.load()).refresh != before.refresh

    await session.sign_out()
    health = await session.check()
    assert health.failure is not None
    assert health.failure.kind is FailureKind.AUTH_EXPIRED
    ann.close()


async def test_what_is_refused_mixed_up_or_stolen_is_not_let_in(
    bluesky_network: BlueskyNetwork, around: Surroundings
) -> None:
    brand = bluesky_network.new_account("brand")
    at = await begun(bluesky_network, brand.handle, around)
    with pytest.raises(ConnectorError) as told:
        await connector().finish("browser", at.kept, await refuse(at.url), around)
    assert told.value.failure.kind is FailureKind.PERMISSION_DENIED

    at = await begun(bluesky_network, brand.handle, around)
    answer = await allow(at.url, brand.handle, brand.password)
    for changed in ({"state": "other"}, {"iss": "https://elsewhere.example"}):
        with pytest.raises(ConnectorError) as told:
            await connector().finish("browser", at.kept, answer | changed, around)
        assert "another sign-in" in told.value.failure.sentence
    other = at.kept.replace('"did": ""', '"did": "did:plc:somebodyelse"')
    with pytest.raises(ConnectorError) as told:
        await connector().finish("browser", other, answer, around)
    assert "another account" in told.value.failure.sentence
    with pytest.raises(ConnectorError):
        await connector().finish("browser", at.kept, answer, around)  # a code works once

    at = await begun(bluesky_network, brand.handle, around)
    signed = await connector().finish("browser", at.kept, await allow(at.url, brand.handle, brand.password), around)
    stolen = Held(replace(Tokens.read(signed.credentials), key=new_key()).credentials())
    session = connector().open(signed.accounts[0], stolen, around, timedelta(days=2))
    health = await session.check()
    assert health.failure is not None, "tokens without their key open nothing"
