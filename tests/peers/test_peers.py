"""The peers do what their README says: tests that build on them may rely on it."""

from __future__ import annotations

import os

import httpx
import pytest

from tests.peers.fixtures import BlueskyNetwork, SecretService, XServer

STORE_AND_READ = """
import keyring
assert type(keyring.get_keyring()).__module__ == "keyring.backends.SecretService"
keyring.set_password("SocialDesk test", "bluesky:did:plc:abc", "sécret-日本")
print(keyring.get_password("SocialDesk test", "bluesky:did:plc:abc"))
"""


@pytest.mark.peer_bluesky
def test_an_account_of_ones_own_can_post_and_the_network_shows_it(bluesky_network: BlueskyNetwork) -> None:
    account = bluesky_network.new_account("writer")
    xrpc = f"{bluesky_network.pds}/xrpc"
    with httpx.Client(timeout=30, trust_env=False) as http:
        signed_in = http.post(
            f"{xrpc}/com.atproto.server.createSession",
            json={"identifier": account.handle, "password": account.app_password},
        ).json()
        http.headers["authorization"] = f"Bearer {signed_in['accessJwt']}"
        record = {"$type": "app.bsky.feed.post", "text": "Bonjour", "createdAt": "2026-11-23T10:00:00.000Z"}
        body = {"repo": account.did, "collection": "app.bsky.feed.post", "record": record}
        made = http.post(f"{xrpc}/com.atproto.repo.createRecord", json=body).json()
        bluesky_network.settle()
        shown = http.get(f"{xrpc}/app.bsky.feed.getPosts", params={"uris": made["uri"]}).json()

    assert [post["record"]["text"] for post in shown["posts"]] == ["Bonjour"]


@pytest.mark.peer_bluesky
def test_the_network_is_reached_on_this_machine_alone(bluesky_network: BlueskyNetwork) -> None:
    addresses = (bluesky_network.pds, bluesky_network.appview, bluesky_network.control)

    assert {httpx.URL(address).host for address in addresses} <= {"localhost", "127.0.0.1"}
    assert set(bluesky_network.accounts) == {"brand", "ann", "bob"}


@pytest.mark.peer_secret_service
def test_a_process_beside_the_secret_service_keeps_a_secret(secret_service: SecretService) -> None:
    done = secret_service.python(STORE_AND_READ)

    assert (done.returncode, done.stdout.strip()) == (0, "sécret-日本"), done.stderr


@pytest.mark.peer_secret_service
def test_a_locked_secret_service_says_so(secret_service: SecretService) -> None:
    done = secret_service.python(STORE_AND_READ, locked=True)

    assert done.returncode == 1
    assert "KeyringLocked" in done.stderr


@pytest.mark.xvfb
def test_an_x_server_of_ones_own_answers(x_server: XServer) -> None:
    assert x_server.display != os.environ.get("DISPLAY")
    assert x_server.xdotool("getdisplaygeometry") == "1600 1000"
