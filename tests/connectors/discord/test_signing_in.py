"""A bot is connected: its servers, what they allow, its token, which is written nowhere."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from socialdesk.connectors.kit.contract import Intent
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.registry import Registry
from socialdesk.connectors.suite import faults
from socialdesk.connectors.suite.asked import Said
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import HandClock
from tests.connectors.discord.bot import Desk, answer_to, mention
from tests.stand_ins.discord_world import BOT, GUILD, HISTORY, TOKEN, VIEW

pytestmark = pytest.mark.anyio


async def test_each_server_of_the_bot_is_an_account_and_says_what_it_allows(desk: Desk) -> None:
    net = desk.net
    net.guilds["7"] = {"id": "7", "name": "Another", "permissions": str(VIEW | HISTORY)}
    signed_in = await desk.sign_in(f"Bot {TOKEN}", "#Help, feedback ,")
    assert {(one.remote_id, one.name, one.handle) for one in signed_in.accounts} == {
        (GUILD, "Fjell Outdoor", "@fjell"),
        ("7", "Another", "@fjell"),
    }
    assert dict(signed_in.granted) == {"read": True, "content": True, "answer": False, "moderate": False}
    assert json.loads(signed_in.credentials.text)["channels"] == ["help", "feedback"]
    assert TOKEN not in repr(signed_in)
    asked = [one.key for one in Registry().manifest("discord").access]
    assert [key for key, _ in signed_in.granted] == asked

    net.flags = 0
    net.guilds[GUILD]["name"] = "Fjell"
    health = await desk.session.check()
    assert health.account is not None
    assert health.account.name == "Fjell"
    assert dict(health.granted) == {"read": True, "content": False, "answer": True, "moderate": True}
    net.guilds[GUILD]["permissions"] = str(1 << 3)
    assert dict((await desk.session.check()).granted)["moderate"], "an administrator may everything"
    del net.guilds[GUILD]
    failure = (await desk.session.check()).failure
    assert failure is not None
    assert failure.kind is FailureKind.PERMISSION_DENIED


@pytest.mark.parametrize("token", ["hello", "a.b", "a..b", "a.b.c d", "ä.b.c"])
async def test_what_is_no_token_goes_nowhere(desk: Desk, token: str) -> None:
    with pytest.raises(ConnectorError) as told:
        await desk.sign_in(token)
    assert told.value.failure.kind is FailureKind.INVALID
    assert not desk.net.asked


async def test_a_token_that_opens_nothing_and_a_bot_without_a_server_are_told_what_to_do(desk: Desk) -> None:
    with pytest.raises(ConnectorError) as told:
        await desk.sign_in(TOKEN + "x")
    assert told.value.failure.kind is FailureKind.AUTH_EXPIRED
    kept = dict(desk.net.guilds)
    desk.net.guilds.clear()
    with pytest.raises(ConnectorError) as told:
        await desk.sign_in()
    assert "invitation" in told.value.failure.sentence
    desk.net.guilds |= kept
    await desk.begin()
    desk.net.tokens.clear()
    for lost in (desk.keeper.credentials, None):
        desk.keeper.credentials = lost
        with pytest.raises(ConnectorError) as told:
            await desk.read()
        assert told.value.failure.kind is FailureKind.AUTH_EXPIRED


async def test_a_renamed_server_and_a_renamed_bot_are_called_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    await desk.begin()
    before = (await desk.session.check()).account
    assert before is not None
    desk.net.guilds[GUILD]["name"] = "Fjell & Dal"
    monkeypatch.setitem(BOT, "username", "fjell_dal")
    assert (await desk.session.check()).account == replace(before, name="Fjell & Dal", handle="@fjell_dal")


async def test_a_bot_that_was_put_out_or_speaks_a_version_that_was_switched_off_is_told_what_to_do(desk: Desk) -> None:
    await desk.begin()
    kept = dict(desk.net.guilds)
    desk.net.guilds.clear()
    failure = (await desk.session.check()).failure
    assert failure is not None
    assert (failure.kind, "Invite it again" in failure.sentence) == (FailureKind.PERMISSION_DENIED, True)
    desk.net.guilds |= kept
    said = Said(400, {"message": "Invalid API version provided", "code": 50041}).raw()
    desk.net.faults.next(faults.status(400, said), times=9)
    with pytest.raises(ConnectorError) as told:
        await desk.read()
    assert (told.value.failure.kind, told.value.failure.code) == (FailureKind.SUSPENDED, "400 50041")
    assert "Update SocialDesk" in told.value.failure.sentence


async def test_the_token_is_written_nowhere_and_clocks_may_differ(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    net = desk.net
    net.skew = timedelta(minutes=20)
    net.tells_nonces = False
    one = await mention(desk)
    receipt = await desk.do(answer_to(one))
    intent = Intent(answer_to(one), "other", net.clock.now())
    desk.after(minutes=3)
    found = await desk.session.reconcile(intent)
    assert found is not None
    assert found.remote_id == receipt.remote_id
    assert found.at.astimezone(UTC) > datetime(2026, 1, 1, tzinfo=UTC)
    told = [one.getMessage() for one in caplog.records if one.name.startswith("socialdesk")]
    assert any("/messages" in line for line in told)
    secret = TOKEN.rpartition(".")[2]
    assert not any(secret in line for line in [*told, str(one), str(desk.cursors)])
    assert isinstance(net.clock, HandClock)
