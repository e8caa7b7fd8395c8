"""Tokens that end are renewed once, and kept before they are used; a proof is of this request and this token."""

from __future__ import annotations

import asyncio
import json
from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import jwt
import pytest
from jwt import PyJWK

from socialdesk.connectors.bluesky.dpop import new_key
from socialdesk.connectors.bluesky.tokens import Tokens
from socialdesk.connectors.bluesky.wire import Wire
from socialdesk.connectors.kit.contract import Credentials
from socialdesk.connectors.kit.held import Held
from socialdesk.connectors.kit.http import Answer
from socialdesk.support.clock import HandClock

pytestmark = pytest.mark.anyio
NOW = datetime(2026, 6, 13, 12, tzinfo=UTC)
PDS = "https://pds.example"
SPENT = Answer(400, {}, b'{"error": "ExpiredToken", "message": "Token has expired"}')


class Server:
    """Takes one access token, and each refresh token once."""

    def __init__(self) -> None:
        self.number = 2
        self.renewals: list[str] = []
        self.kept_at_use: list[str] = []
        self.keeper: Held | None = None

    async def ask(self, verb: str, url: str, *, headers: dict[str, str], **_: Any) -> Answer:
        token = headers["authorization"].removeprefix("Bearer ")
        await asyncio.sleep(0)  # others may ask meanwhile
        if url.endswith("refreshSession"):
            self.renewals.append(token)
            if token != f"r{self.number - 1}":
                return SPENT
            said = {"accessJwt": f"a{self.number}", "refreshJwt": f"r{self.number}", "handle": "brand.example"}
            self.number += 1
            return Answer(200, {}, json.dumps(said).encode())
        if token != f"a{self.number - 1}" or self.number == 2:
            return SPENT
        assert self.keeper is not None
        self.kept_at_use.append(Tokens.read(self.keeper.load()).access)
        return Answer(200, {}, b'{"did": "did:plc:brand"}')


async def test_all_who_find_a_token_spent_at_once_renew_it_once_and_use_what_is_kept() -> None:
    server = Server()
    server.keeper = Held(Tokens(PDS, "did:plc:brand", "brand.example", "a1", "r1").credentials())
    http: Any = server
    wire = Wire(http, server.keeper, HandClock(NOW))
    said = await asyncio.gather(*(wire.get("app.bsky.actor.getProfile", actor="did:plc:brand") for _ in range(5)))
    assert [one["did"] for one in said] == ["did:plc:brand"] * 5
    assert server.renewals == ["r1"]
    assert server.kept_at_use == ["a2"] * 5
    assert Tokens.read(server.keeper.load()).refresh == "r2"


class Proving:
    """Asks for its nonce once, and looks at each proof as RFC 9449 wants it."""

    def __init__(self) -> None:
        self.proofs: list[dict[str, Any]] = []

    async def ask(self, verb: str, url: str, *, headers: dict[str, str], **_: Any) -> Answer:
        proof = headers["dpop"]
        head = jwt.get_unverified_header(proof)
        assert head["typ"] == "dpop+jwt"
        assert "d" not in head["jwk"], "the private part stays here"
        said = jwt.decode(proof, PyJWK(head["jwk"], "ES256").key, algorithms=["ES256"], options={"verify_iat": False})
        self.proofs.append(said)
        assert headers["authorization"] == "DPoP the-token"
        if said.get("nonce") != "n1":
            return Answer(401, {"dpop-nonce": "n1", "www-authenticate": 'DPoP error="use_dpop_nonce"'}, b"{}")
        return Answer(200, {}, b'{"did": "did:plc:brand"}')


async def test_a_proof_is_of_this_request_and_this_token_and_holds_the_nonce_that_was_asked_for() -> None:
    server = Proving()
    http: Any = server
    tokens = Tokens(PDS, "did:plc:brand", "brand.example", "the-token", "r", new_key())
    wire = Wire(http, Held(Credentials(tokens.credentials().text)), HandClock(NOW))
    await wire.get("app.bsky.actor.getProfile", actor="did:plc:brand")
    await wire.get("app.bsky.actor.getProfile", actor="did:plc:brand")
    first, again, other = server.proofs
    digest = urlsafe_b64encode(sha256(b"the-token").digest()).rstrip(b"=").decode()
    for one in server.proofs:
        assert (one["htm"], one["htu"]) == ("GET", f"{PDS}/xrpc/app.bsky.actor.getProfile")
        assert one["ath"] == digest
        assert one["iat"] == int(NOW.timestamp())
    assert "nonce" not in first
    assert again["nonce"] == other["nonce"] == "n1"
    assert len({one["jti"] for one in server.proofs}) == 3
