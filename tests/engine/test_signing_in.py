"""Signing in through the browser: begun, waited for, finished once; and one sign-in that opens several channels."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from socialdesk.connectors.kit.contract import Credentials
from socialdesk.connectors.kit.oauth import TokenKeeping, Tokens
from socialdesk.connectors.kit.registry import UnknownPlatform
from socialdesk.engine.at_browser import at_browser, browser_secret
from socialdesk.engine.keepers import Keepers, leads_to, shared_name
from socialdesk.engine.logins import open_logins
from socialdesk.launch.protect import sign_ins
from socialdesk.model.channel import ChannelState
from socialdesk.model.command import Command, ConnectChannel, RemoveChannel
from socialdesk.model.connecting import AddAccounts, AllowConnector, DropLogin, FinishSignIn
from socialdesk.model.identifiers import CommandId
from socialdesk.support.secrets import SecretsUnavailable, SessionSecrets
from tests.engine.desk_work import Place, asked
from tests.engine.standin import STATE, StandIn, manifest

pytestmark = pytest.mark.anyio
REDIRECT = "http://127.0.0.1:4711/callback"
OVER = "That sign-in is over. Sign in once more; nothing was changed."


async def decided(place: Place, command: Command) -> tuple[CommandId, str, Any]:
    """Give a command and let it be decided: its number, outcome, and what was told."""
    id_ = await place.do(command)
    await place.engine.decide_network()
    result = place.engine.cache.result(id_)
    assert result is not None
    return id_, result.outcome, json.loads(result.sentence) if result.sentence.startswith("{") else result.sentence


async def begun(place: Place, **more: Any) -> CommandId:
    """Begin at the browser, with an app's keys."""
    secrets = place.unlocked.secrets
    secrets.put("pending:1", '{"client_secret": "hush"}')
    command = ConnectChannel("standin", "oauth", (("client_id", "app"),), "pending:1", redirect=REDIRECT, **more)
    login, outcome, told = await decided(place, command)
    assert (outcome, told) == ("accepted", {"url": f"https://standin.invalid/authorize?state={STATE}"})
    return login


async def came_back(place: Place, login: CommandId, **answer: str) -> tuple[str, Any]:
    """Let the browser bring something back."""
    place.unlocked.secrets.put("pending:2", json.dumps(answer))
    _, outcome, told = await decided(place, FinishSignIn(login, "pending:2"))
    assert place.unlocked.secrets.get("pending:2") is None
    return outcome, told


async def test_the_browser_is_waited_for_over_a_restart_and_what_it_brings_signs_in_once(place: Place) -> None:
    place.platform.accounts = ("brand", "shop")
    login = await begun(place, asks=True)
    secrets = place.unlocked.secrets
    assert (place.platform.redirects, secrets.get("pending:1")) == ([REDIRECT], None)
    assert json.loads(secrets.get(browser_secret(login)) or "") == {"client_id": "app", "client_secret": "hush"}
    assert "hush" not in json.dumps(at_browser(place.engine.cache))

    await place.restart()
    outcome, told = await came_back(place, login, state=STATE, code="c0de")
    assert (outcome, [one[0] for one in told["accounts"]]) == ("accepted", ["brand", "shop"])
    assert (at_browser(place.engine.cache), secrets.get(browser_secret(login))) == ({}, None)
    _, outcome, told = await decided(
        place, AddAccounts(CommandId(next(iter(open_logins(place.engine.cache)))), ("shop",))
    )
    assert (outcome, [one.remote_id for one in place.engine.cache.channels()]) == ("accepted", ["shop"])
    assert json.loads(secrets.get("channel:standin:shop") or "") == {"secret": "hush c0de"}
    assert await came_back(place, login, state=STATE, code="c0de") == ("rejected", OVER)


async def test_an_answer_of_another_sign_in_leaves_this_one_waiting_and_any_other_ends_it(
    place: Place, expect_log: Callable[[str], None]
) -> None:
    expect_log("signing in failed")
    login = await begun(place)
    outcome, told = await came_back(place, login, state="another", code="c0de")
    assert (outcome, told.split(".")[0]) == ("rejected", "That answer belongs to another sign-in")
    assert login in at_browser(place.engine.cache)

    outcome, told = await came_back(place, login, state=STATE, error="access_denied")
    assert (outcome, told) == (
        "rejected",
        "Stand-in says that the access was not granted. Sign in once more and allow it.",
    )
    assert at_browser(place.engine.cache) == {}

    login = await begun(place)
    outcome, told = await came_back(place, login, state=STATE, code="rude")
    assert (outcome, told) == ("rejected", "SocialDesk could not sign in there. Nothing was changed; try again.")
    assert at_browser(place.engine.cache) == {}


async def test_nobody_waits_longer_than_ten_minutes_and_giving_up_forgets_at_once(place: Place) -> None:
    secrets = place.unlocked.secrets
    login = await begun(place)
    place.wait(minutes=12)
    assert await came_back(place, login, state=STATE, code="c0de") == ("rejected", OVER)
    assert (at_browser(place.engine.cache), secrets.get(browser_secret(login))) == ({}, None)

    login = await begun(place)
    assert browser_secret(login) in sign_ins(place.unlocked)
    _, outcome, _ = await decided(place, DropLogin(login))
    assert (outcome, at_browser(place.engine.cache), secrets.get(browser_secret(login))) == ("accepted", {}, None)
    assert place.platform.revoked == []


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "javascript:alert(1)", "http://far.example/authorize", "https://", "https://a@b.example/"],
)
async def test_only_a_page_is_opened_whatever_a_server_says(place: Place, url: str) -> None:
    place.platform.authorize = url
    _, outcome, told = await decided(place, ConnectChannel("standin", "oauth", redirect=REDIRECT))
    assert (outcome, "no safe page" in told, at_browser(place.engine.cache)) == ("rejected", True, {})


async def test_the_way_back_leads_to_this_computer_or_nowhere(place: Place) -> None:
    _, outcome, told = await decided(place, ConnectChannel("standin", "oauth", redirect="http://far.example/callback"))
    assert (outcome, told) == ("rejected", "The way back from the browser leads elsewhere.")
    _, outcome, _ = await decided(place, ConnectChannel("standin", "oauth"))
    assert (outcome, place.platform.redirects) == ("accepted", [""])


async def test_accounts_of_one_sign_in_share_one_secret_that_goes_with_the_last_of_them(place: Place) -> None:
    place.platform.accounts = ("brand", "shop", "help")
    secrets = place.unlocked.secrets
    sign_in, _, told = await decided(place, ConnectChannel("standin"))
    brand, shop, help_ = told["channels"]
    name = shared_name(sign_in)
    assert {leads_to(secrets, f"channel:standin:{one}") for one in place.platform.accounts} == {name}
    assert name in sign_ins(place.unlocked)

    await decided(place, RemoveChannel(brand))
    assert (place.platform.revoked, secrets.get(name) is None) == ([], False)

    # Signed in anew alone, one has a secret of its own; the last that shares takes the old one along.
    place.platform.accounts = ("shop",)
    await decided(place, ConnectChannel("standin", again=shop))
    assert leads_to(secrets, "channel:standin:shop") == ""
    await decided(place, RemoveChannel(help_))
    assert (place.platform.revoked, secrets.get(name)) == (["help"], None)
    await decided(place, RemoveChannel(shop))
    assert place.platform.revoked == ["help", "shop"]
    assert secrets.get("channel:standin:shop") is None


async def test_channels_of_one_sign_in_renew_its_tokens_once_and_each_finds_the_new_ones(place: Place) -> None:
    secrets = SessionSecrets()
    keepers = Keepers(secrets)
    first = Tokens("old", "works once", place.clock.now())
    keepers.keep("1", "standin", ("brand", "shop"), first.credentials(), ())
    spent: list[str] = []

    async def renew(tokens: Tokens) -> Tokens:
        assert tokens.refresh not in spent
        spent.append(tokens.refresh)
        await asyncio.sleep(0)
        return Tokens(f"new {len(spent)}", f"after {len(spent)}")

    sessions = [
        TokenKeeping(keepers.of("standin", one), place.clock, renew, "Stand-in") for one in ("brand", "shop", "brand")
    ]
    found = await asyncio.gather(*(one.fresh() for one in sessions))
    assert ([one.access for one in found], spent) == (["new 1"] * 3, ["works once"])
    assert Tokens.read(Keepers(secrets).of("standin", "shop").load()).access == "new 1"

    # An old session that still renews does not write over a newer sign-in.
    old = keepers.of("standin", "shop")
    old.load()
    keepers.keep("2", "standin", ("shop",), Credentials("newer"), ("brand", "shop"))
    old.store(Credentials("late"))
    alone = keepers.of("standin", "shop")
    assert alone.load().text == "newer"
    keepers.keep("3", "standin", ("shop",), Credentials("newest"), ("brand", "shop"))
    alone.store(Credentials("late"))
    assert alone.load().text == "late"
    assert Keepers(secrets).of("standin", "shop").load().text == "newest"


async def test_a_connector_of_somebody_else_runs_when_allowed_and_reaches_no_more_than_that(place: Place) -> None:
    registry = place.engine._registry
    own = manifest(place.platform.idempotency)

    def connector(platform: str) -> StandIn:
        if not registry.allows(registry.manifest(platform)):
            raise UnknownPlatform("Nobody allowed it.")
        return StandIn(place.platform)

    registry.connector = connector
    _, outcome, told = await decided(place, ConnectChannel("standin"))
    assert (outcome, told) == ("rejected", "Nobody allowed it.")
    await place.do(AllowConnector("standin", own.reach))
    _, outcome, _ = await decided(place, ConnectChannel("standin"))
    assert outcome == "accepted"

    more = replace(own, hosts={"api": "https://elsewhere.example"})
    assert not registry.allows(more)
    assert registry.allows(own)


async def test_a_connector_that_breaks_at_everything_takes_nothing_else_down(
    place: Place, expect_log: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    await asked(place)
    (channel,) = place.engine.cache.channels()
    expect_log("opens no session")
    worker = place.engine.workers.all[channel.id]
    await worker.close()

    def opened(*_: object) -> StandIn:
        raise ZeroDivisionError

    monkeypatch.setattr(StandIn, "open", opened)
    await place.read()
    (channel,) = place.engine.cache.channels()
    assert (channel.state, channel.state_reason) == (
        ChannelState.SUSPENDED,
        "The connector of this channel is broken. Update or remove it.",
    )
    _, outcome, _ = await decided(place, RemoveChannel(channel.id))
    assert outcome == "accepted"
    assert place.unlocked.secrets.get("channel:standin:brand") is None


def test_what_is_renewed_while_the_keyring_is_locked_is_kept_until_it_is_open_and_not_used_before() -> None:
    class Lockable(SessionSecrets):
        is_locked = False

        def put(self, name: str, value: str) -> None:
            if self.is_locked:
                raise SecretsUnavailable("The keyring is locked. Unlock it.")
            super().put(name, value)

    secrets = Lockable()
    keepers = Keepers(secrets)
    keepers.keep("s", "standin", ["shop"], Credentials("old"), [])
    keeper = keepers.of("standin", "shop")
    assert keeper.load().text == "old"
    secrets.is_locked = True
    with pytest.raises(SecretsUnavailable):
        keeper.store(Credentials("new"))
    for one in (keeper, keepers.of("standin", "shop")):
        with pytest.raises(SecretsUnavailable):
            one.load()
    assert secrets.get("channel:standin:shop") == "old"
    secrets.is_locked = False
    assert keepers.of("standin", "shop").load().text == "new"
    assert secrets.get("channel:standin:shop") == "new"

    # A sign-in that another took the place of is not written over that.
    secrets.is_locked = True
    with pytest.raises(SecretsUnavailable):
        keeper.store(Credentials("newer"))
    secrets.is_locked = False
    keepers.keep("t", "standin", ["shop"], Credentials("other"), [])
    assert keeper.load().text == "newer"
    assert secrets.get("channel:standin:shop") == "other"
