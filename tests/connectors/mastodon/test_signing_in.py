"""A person comes in through the browser or with a token, and is told in words what stands in the way."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from socialdesk.connectors.kit.contract import AtBrowser, SignedIn, Surroundings
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.mastodon.server import address_of
from socialdesk.connectors.suite import faults
from socialdesk.connectors.suite.stand_in import Asked, Said, StandIn, route
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import HandClock
from tests.stand_ins.mastodon import Mastodon
from tests.stand_ins.mastodon_channel import connected, connector, surroundings

pytestmark = pytest.mark.anyio
REDIRECT = "http://127.0.0.1:4711/callback"


@asynccontextmanager
async def reached(server: StandIn, folder: Path) -> AsyncGenerator[tuple[str, Surroundings]]:
    """A server at its address, and the network to it."""
    clock = server.clock
    assert isinstance(clock, HandClock)
    async with server.serving() as address, surroundings(clock, folder) as around:
        yield address, around


@pytest.mark.parametrize("flavour", ["mastodon", "old", "gotosocial", "takahe"])
async def test_the_browser_leads_to_an_account_on_every_kind_of_server(tmp_path: Path, flavour: str) -> None:
    server = Mastodon(flavour)
    async with reached(server, tmp_path) as (address, around):
        begun = await connector().begin("oauth", {"server": address}, REDIRECT, around)
        assert isinstance(begun, AtBrowser)
        asked = parse_qs(urlsplit(begun.url).query)
        assert ("code_challenge" in asked) is (flavour == "mastodon")
        assert asked["scope"][0].startswith("read:accounts" if flavour == "mastodon" else "read write")
        signed_in = await connector().finish("oauth", begun.kept, server.allow(begun.url), around)
        account = signed_in.accounts[0]
        assert (account.remote_id, account.handle, account.name) == (
            "brand@home.example",
            "@brand@home.example",
            "Brand",
        )
        assert account.server == address
        granted = dict(signed_in.granted)
        assert granted["read"]
        assert granted["answer"]
        assert granted["moderate"]
        assert granted["here"]
        assert granted["seen"]
        assert ("strangers" in granted) is (flavour == "mastodon")
        assert not server.mistakes


async def test_a_code_that_the_server_shows_can_be_pasted_where_no_browser_comes_back(tmp_path: Path) -> None:
    server = Mastodon()
    async with reached(server, tmp_path) as (address, around):
        begun = await connector().begin("pasted", {"server": address}, "", around)
        assert isinstance(begun, AtBrowser)
        assert parse_qs(urlsplit(begun.url).query)["redirect_uri"] == ["urn:ietf:wg:oauth:2.0:oob"]
        assert "state" not in parse_qs(urlsplit(begun.url).query)
        signed_in = await connector().finish("pasted", begun.kept, server.allow(begun.url), around)
        assert signed_in.accounts[0].handle == "@brand@home.example"


async def test_an_answer_of_another_sign_in_a_refusal_and_a_code_that_was_used_open_nothing(tmp_path: Path) -> None:
    server = Mastodon()
    async with reached(server, tmp_path) as (address, around):
        begun = await connector().begin("oauth", {"server": address}, REDIRECT, around)
        assert isinstance(begun, AtBrowser)
        back = server.allow(begun.url)
        cases = [
            (back | {"state": "another"}, FailureKind.INVALID),
            ({"code": back["code"]}, FailureKind.INVALID),
            (server.allow(begun.url, deny=True), FailureKind.PERMISSION_DENIED),
            (back | {"code": "made up"}, FailureKind.AUTH_EXPIRED),
        ]
        for answer, kind in cases:
            with pytest.raises(ConnectorError) as told:
                await connector().finish("oauth", begun.kept, answer, around)
            assert told.value.failure.kind is kind
        assert await connector().finish("oauth", begun.kept, back, around)


async def test_the_keys_of_another_app_are_refused_in_words(tmp_path: Path) -> None:
    server = Mastodon()
    async with reached(server, tmp_path) as (address, around):
        begun = await connector().begin("oauth", {"server": address}, REDIRECT, around)
        assert isinstance(begun, AtBrowser)
        kept = json.dumps(json.loads(begun.kept) | {"client_secret": "wrong"})
        with pytest.raises(ConnectorError) as told:
            await connector().finish("oauth", kept, server.allow(begun.url), around)
        assert told.value.failure.kind is FailureKind.INVALID


@pytest.mark.parametrize(
    "typed",
    [
        "home.example",
        "@brand@home.example",
        "https://home.example/@brand",
        "brand@home.example/",
        " HTTPS://home.example",
    ],
)
def test_a_server_is_found_by_whatever_of_it_a_person_types(typed: str) -> None:
    assert address_of(typed) == "https://home.example"


async def test_accounts_of_a_domain_that_live_on_another_host_are_found_there(tmp_path: Path) -> None:
    home = Mastodon()

    class Domain(StandIn):
        """A website whose accounts live elsewhere."""

        @route("GET", "/.well-known/host-meta", scope=None)
        def meta(self, asked: Asked) -> Said:
            return Said(301, b"", {"location": f"{home.address}/.well-known/host-meta"})

    domain = Domain()
    async with reached(home, tmp_path) as (address, around), domain.serving() as typed:
        signed_in = await connector().begin("token", {"server": typed, "token": home.token_for()}, "", around)
        assert isinstance(signed_in, SignedIn)
        assert signed_in.accounts[0].server == address
        assert not any(one.headers.get("authorization") for one in domain.asked)


@pytest.mark.parametrize(
    ("typed", "kind", "words"),
    [
        ({"token": "wrong"}, FailureKind.AUTH_EXPIRED, "Sign in again"),
        ({"token": "two words"}, FailureKind.INVALID, "Paste"),
        ({"server": "ftp://x"}, FailureKind.INVALID, "address"),
        ({"server": "http://shop.example"}, FailureKind.INVALID, "https"),
        ({"server": "@"}, FailureKind.INVALID, "Type the server"),
    ],
)
async def test_wrong_keys_are_told_with_what_to_do(
    tmp_path: Path, typed: dict[str, str], kind: FailureKind, words: str
) -> None:
    server = Mastodon()
    async with reached(server, tmp_path) as (address, around):
        given = {"server": address, "token": server.token_for()} | typed
        with pytest.raises(ConnectorError) as told:
            await connector().begin("token", given, "", around)
        assert told.value.failure.kind is kind
        assert words in told.value.failure.sentence


async def test_a_server_that_names_a_wrong_token_in_a_way_of_its_own_is_understood(tmp_path: Path) -> None:
    server = Mastodon("takahe")
    async with reached(server, tmp_path) as (address, around):
        with pytest.raises(ConnectorError) as told:
            await connector().begin("token", {"server": address, "token": "wrong"}, "", around)
        assert told.value.failure.kind is FailureKind.AUTH_EXPIRED


async def test_a_website_that_is_no_such_server_is_named_as_that(tmp_path: Path) -> None:
    class Website(StandIn):
        """Knows nothing of the API."""

    async with reached(Website(), tmp_path) as (address, around):
        with pytest.raises(ConnectorError) as told:
            await connector().begin("oauth", {"server": address}, REDIRECT, around)
        assert told.value.failure.code == "not mastodon"


async def test_a_server_that_fails_at_its_newer_word_of_itself_is_asked_for_the_older(tmp_path: Path) -> None:
    server = Mastodon("takahe")
    async with reached(server, tmp_path) as (address, around):
        server.faults.always(faults.html(500), path="/api/v2/instance")
        assert await connector().begin("token", {"server": address, "token": server.token_for()}, "", around)


async def test_what_a_token_does_not_allow_is_found_out_at_the_sign_in(tmp_path: Path) -> None:
    server = Mastodon()
    async with reached(server, tmp_path) as (address, around):
        token = server.token_for("read")
        server.policy = "drop"
        signed_in = await connector().begin("token", {"server": address, "token": token}, "", around)
        assert isinstance(signed_in, SignedIn)
        granted = dict(signed_in.granted)
        assert granted["read"]
        assert not granted["answer"]
        assert not granted["moderate"]
        assert not granted["strangers"]


async def test_a_sign_in_that_was_ended_an_account_that_was_closed_and_one_that_moved_are_told_apart(
    tmp_path: Path,
) -> None:
    async with connected(tmp_path) as channel:
        server, session = channel.server, channel.session
        assert (await session.check()).failure is None
        server.people[server.brand]["moved"] = {"acct": "brand@new.example"}
        moved = (await session.check()).failure
        assert moved is not None
        assert (moved.kind, moved.code) == (FailureKind.PERMISSION_DENIED, "moved")
        assert "@brand@new.example" in moved.sentence
        server.people[server.brand]["limited"] = True
        assert dict((await session.check()).granted)["seen"] is False
        server.closed_account = True
        closed = (await session.check()).failure
        assert closed is not None
        assert (closed.kind, closed.code) == (FailureKind.AUTH_EXPIRED, "403 account")
        server.faults.next(faults.status(403), path="/notifications")
        with pytest.raises(ConnectorError) as told:
            await channel.pull("notifications")
        assert told.value.failure.kind is FailureKind.AUTH_EXPIRED
        server.closed_account = False
        server.faults.next(faults.status(403), path="/notifications")
        with pytest.raises(ConnectorError) as told:
            await channel.pull("notifications")
        assert told.value.failure.kind is FailureKind.PERMISSION_DENIED
        server.tokens.clear()
        with pytest.raises(ConnectorError) as told:
            await channel.pull("notifications")
        assert told.value.failure.kind is FailureKind.AUTH_EXPIRED
        assert "token-" not in repr(told.value.failure)
        channel.keeper.credentials = None
        with pytest.raises(ConnectorError) as told:
            await channel.pull("notifications")
        assert told.value.failure.kind is FailureKind.AUTH_EXPIRED


async def test_signing_out_ends_the_token_on_the_server_where_we_made_it(tmp_path: Path) -> None:
    server = Mastodon()
    async with reached(server, tmp_path) as (address, around):
        begun = await connector().begin("oauth", {"server": address}, REDIRECT, around)
        assert isinstance(begun, AtBrowser)
        signed_in = await connector().finish("oauth", begun.kept, server.allow(begun.url), around)

    async with connected(tmp_path) as channel:
        await channel.session.sign_out()
        assert channel.server.tokens, "a token made by hand is its maker's"
        channel.keeper.credentials = signed_in.credentials
        app = next(iter(server.apps.values()))
        channel.server.apps[app.id] = app
        token = json.loads(signed_in.credentials.text)["access"]
        channel.server.tokens[token] = set()
        text = signed_in.credentials.text.replace(server.address, channel.server.address)
        channel.keeper.credentials = dataclasses.replace(signed_in.credentials, text=text)
        await channel.session.sign_out()
        assert token not in channel.server.tokens


async def test_what_the_server_allows_is_learnt_again_and_kept(tmp_path: Path) -> None:
    async with connected(tmp_path, "gotosocial") as channel:
        await channel.pull()
        before = channel.keeper.load().text
        channel.server.most = 9000
        await channel.session.check()
        assert "9000" in channel.keeper.load().text
        assert "9000" not in before
