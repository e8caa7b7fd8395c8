"""People rename their accounts: each network is asked what an account is called now, and the channel goes with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from socialdesk.connectors.bluesky.access import called
from socialdesk.connectors.bluesky.tokens import Tokens
from socialdesk.connectors.kit.contract import Account
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.failure import FailureKind
from tests.stand_ins import at_work as stage
from tests.stand_ins import facebook, instagram, threads
from tests.stand_ins.at_work import at_work
from tests.stand_ins.google_account import CLIENT_ID as GOOGLE_ID
from tests.stand_ins.google_account import CLIENT_SECRET
from tests.stand_ins.mastodon_channel import connected
from tests.stand_ins.opened import Room, beside
from tests.stand_ins.x import XStandIn
from tests.stand_ins.x_world import ANN, CLIENT_ID, OWN, REDIRECT
from tests.stand_ins.youtube import YouTubeStandIn

pytestmark = pytest.mark.anyio
APP = {"client_id": GOOGLE_ID, "client_secret": CLIENT_SECRET}


async def _now(room: Room, account: Account) -> Account | None:
    health = await room.open(account).check()
    assert health.failure is None
    return health.account


async def test_a_renamed_page_of_facebook_is_called_anew_and_without_a_name_as_before() -> None:
    network = facebook.Facebook()
    async with beside(network, "facebook") as room:
        account = (await room.sign_in(token="user-token")).accounts[0]
        assert await _now(room, account) == account
        network.nodes[facebook.PAGE] |= {"name": "Ridge, Hill & Dale", "username": "rhd"}
        assert await _now(room, account) == replace(account, name="Ridge, Hill & Dale", handle="@rhd")
        del network.nodes[facebook.PAGE]["username"]
        assert await _now(room, account) == replace(account, name="Ridge, Hill & Dale", handle="Ridge, Hill & Dale")
        network.nodes[facebook.PAGE]["name"] = ""
        assert await _now(room, account) is None


@pytest.mark.parametrize(("way", "token"), [("own_token", instagram.OWN), ("page_token", instagram.THROUGH_PAGE)])
async def test_a_renamed_account_of_instagram_is_called_anew_by_both_ways(way: str, token: str) -> None:
    network = instagram.Instagram()
    async with beside(network, "instagram") as room:
        account = (await room.sign_in(way, token=token)).accounts[0]
        assert await _now(room, account) == account
        for node in network.nodes.values():
            for one in (node, node.get("instagram_business_account", {})):
                if one.get("username") == instagram.NAME:
                    one |= {"username": "dale", "name": "Dale"}
        assert await _now(room, account) == replace(account, name="Dale", handle="@dale")


async def test_a_renamed_account_of_threads_is_called_anew() -> None:
    network = threads.Threads()
    async with beside(network, "threads") as room:
        account = (await room.sign_in("own_token", token=threads.TOKEN)).accounts[0]
        assert await _now(room, account) == account
        network.user |= {"username": "dale", "name": "Dale"}
        assert await _now(room, account) == replace(account, name="Dale", handle="@dale")


async def test_a_renamed_account_of_x_is_called_anew_and_what_names_it_now_is_not_paid_for_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage, "REDIRECT", REDIRECT)
    x = XStandIn()
    async with at_work("x", x, tmp_path, {"client_id": CLIENT_ID}) as desk:
        await desk.sign_in(x)
        session = desk.open()
        assert desk.account is not None
        assert (await session.check()).account == desk.account
        x.people[OWN] = ("wool_shop", "Wool Shop")
        health = await session.check()
        assert health.account == replace(desk.account, handle="@wool_shop", name="Wool Shop")
        x.said(ANN, "@wool_shop in blue?", x.said(OWN, "New jackets"))
        assert await desk.messages("mentions")
        assert not await desk.messages("replies")
    assert not x.mistakes


async def test_the_name_an_account_of_mastodon_shows_may_change(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        server = channel.server
        before = (await channel.session.check()).account
        assert before is not None
        server.people[server.brand]["display_name"] = "Wool Shop"
        assert (await channel.session.check()).account == replace(before, name="Wool Shop")


async def test_a_renamed_channel_of_youtube_is_called_anew(tmp_path: Path) -> None:
    youtube = YouTubeStandIn()
    async with at_work("youtube", youtube, tmp_path, APP) as desk:
        await desk.sign_in(youtube)
        session = desk.open()
        assert desk.account is not None
        assert (await session.check()).account == desk.account
        youtube.title = "Wool Shop"
        assert (await session.check()).account == replace(desk.account, name="Wool Shop")
    assert not youtube.mistakes


class _Line:
    """Bluesky's two lines about an account, as its servers write them."""

    def __init__(self, **profile: str) -> None:
        self.profile = profile
        self.fails: FailureKind | None = None

    def tokens(self) -> Tokens:
        return Tokens("https://pds.example", "did:plc:1", "old.example", "access", "refresh")

    async def get(self, method: str, **asked: Any) -> dict[str, str]:
        assert (method, asked) == ("app.bsky.actor.getProfile", {"actor": "did:plc:1"})
        if self.fails is not None:
            raise failed(self.fails, "No.")
        return self.profile


async def test_a_handle_of_bluesky_may_change_and_one_that_cannot_be_proven_is_not_taken() -> None:
    line: Any = _Line(handle="new.example", displayName="Kettle & Co")
    before = Account("did:plc:1", "@old.example", "Kettle & Co", "https://pds.example", "bluesky")
    assert await called(line, "bluesky") == replace(before, handle="@new.example")
    line.profile = {"handle": "handle.invalid"}
    assert await called(line, "bluesky") == replace(before, name="old.example")
    line.fails = FailureKind.TRANSIENT
    assert await called(line, "bluesky") is None
    line.fails = FailureKind.AUTH_EXPIRED
    with pytest.raises(ConnectorError):
        await called(line, "bluesky")
