"""Tokens are renewed once, in time, and stored before they are used; an answer of another sign-in opens nothing."""

from __future__ import annotations

import asyncio
import json
from base64 import urlsafe_b64decode
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from urllib.parse import parse_qs, urlsplit

import pytest

from socialdesk.connectors.google.oauth import _with_end, end_of
from socialdesk.connectors.graph.lasting import Lasting
from socialdesk.connectors.kit.contract import AtBrowser, Credentials
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.kit.oauth import (
    TokenKeeping,
    Tokens,
    authorize_url,
    code_in,
    fresh_state,
    pkce,
    tokens_in,
)
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import HandClock

pytestmark = pytest.mark.anyio
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ENDS = NOON + timedelta(hours=1)


class Kept:
    """A keeper that notes what is stored."""

    def __init__(self, tokens: Tokens | None) -> None:
        self.text = tokens.credentials().text if tokens else None
        self.stored: list[str] = []

    def load(self) -> Credentials:
        if self.text is None:
            raise LookupError
        return Credentials(self.text)

    def store(self, credentials: Credentials) -> None:
        self.text = credentials.text
        self.stored.append(Tokens.read(credentials).access)


class Server:
    """Renews; refuses a refresh token that it has seen before."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.failure: ConnectorError | None = None

    async def renew(self, old: Tokens) -> Tokens:
        await asyncio.sleep(0)
        assert old.refresh not in self.seen
        self.seen.append(old.refresh)
        if self.failure is not None:
            raise self.failure
        number = len(self.seen)
        return Tokens(f"access {number}", f"refresh {number}", NOON + timedelta(hours=3))


def keeping(tokens: Tokens | None, at: datetime) -> tuple[TokenKeeping, Kept, Server]:
    kept, server = Kept(tokens), Server()
    return TokenKeeping(kept, HandClock(at), server.renew, "Network"), kept, server


def test_the_challenge_is_the_hash_of_a_verifier_that_nobody_guesses() -> None:
    verifier, challenge = pkce()
    assert urlsafe_b64decode(challenge + "=") == sha256(verifier.encode()).digest()
    assert len({verifier, *(pkce()[0] for _ in range(20)), *(fresh_state() for _ in range(20))}) == 41
    assert len(verifier) >= 43


def test_an_address_carries_what_is_not_empty_and_keeps_what_its_endpoint_has() -> None:
    url = authorize_url("https://example.com/oauth?v=2", {"scope": "a b&c", "login_hint": "", "state": "é"})
    assert parse_qs(urlsplit(url).query) == {"v": ["2"], "scope": ["a b&c"], "state": ["é"]}


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ({"state": "other", "code": "c"}, FailureKind.INVALID),
        ({"code": "c"}, FailureKind.INVALID),
        ({"state": "s"}, FailureKind.INVALID),
        ({"state": "s", "error": "access_denied"}, FailureKind.PERMISSION_DENIED),
        ({"state": "s", "error": "server_error"}, FailureKind.TRANSIENT),
        ({"state": "s", "error": "invalid_scope", "code": "c"}, FailureKind.INVALID),
        ({"state": "other", "error": "access_denied"}, FailureKind.INVALID),
    ],
)
def test_an_answer_without_its_state_or_code_opens_nothing(answer: dict[str, str], kind: FailureKind) -> None:
    with pytest.raises(ConnectorError) as told:
        code_in(answer, "s", "Network")
    assert told.value.failure.kind is kind
    assert code_in({"state": "s", "code": "c"}, "s", "Network") == "c"


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, {"error": "invalid_grant"}, FailureKind.AUTH_EXPIRED),
        (401, {"error": "invalid_client"}, FailureKind.INVALID),
        (400, {"error": {"message": "Facebook says it so"}}, FailureKind.AUTH_EXPIRED),
        (200, {"error": "bad_verification_code"}, FailureKind.AUTH_EXPIRED),
        (429, {}, FailureKind.RATE_LIMITED),
        (503, None, FailureKind.TRANSIENT),
        (200, None, FailureKind.TRANSIENT),
        (200, {"token_type": "bearer"}, FailureKind.TRANSIENT),
    ],
)
def test_what_a_token_endpoint_refuses_has_a_kind_and_tells_no_secret(
    status: int, body: object, kind: FailureKind
) -> None:
    said = Answer(status, {}, b"<html>" if body is None else json.dumps(body).encode())
    with pytest.raises(ConnectorError) as told:
        tokens_in(said, Http(HandClock(NOON)), "Network", "https://example.com/token", NOON)
    assert told.value.failure.kind is kind
    assert told.value.failure.sentence.endswith(".")


def test_renewed_tokens_keep_what_the_answer_does_not_name_and_show_no_secret() -> None:
    said = Answer(200, {}, b'{"access_token": "new-canary", "expires_in": "3600"}')
    old = Tokens("old", "refresh-canary", None, "read", {"account": "7"})
    new = tokens_in(said, Http(HandClock(NOON)), "Network", "https://example.com/token", NOON, old=old)
    assert new == Tokens("new-canary", "refresh-canary", ENDS, "read", {"account": "7"})
    assert Tokens.read(new.credentials()) == new
    assert "canary" not in repr((new, new.credentials(), AtBrowser("https://example.com", "canary")))
    for text in ("", "{}", "[]", '{"access": 1}'):
        with pytest.raises(LookupError):
            Tokens.read(Credentials(text))


@pytest.mark.parametrize("told", [10**20, "9" * 5_000, 1e308, "soon", [], {"a": 1}, None, 0, ""])
def test_an_end_that_is_no_time_is_one_that_nobody_knows(told: object) -> None:
    said = {"access_token": "new", "expires_in": told, "refresh_token_expires_in": told}
    assert Tokens("old").after(said, NOON).expires_at is None
    assert Lasting("old").after(said, NOON).expires_at is None
    assert end_of(_with_end(Tokens("old"), said, NOON)) is None


async def test_tokens_are_renewed_shortly_before_they_end_by_one_request_for_all_who_wait() -> None:
    early, kept, server = keeping(Tokens("a", "r", ENDS), ENDS - timedelta(minutes=3))
    assert (await early.fresh()).access == "a"
    assert (kept.stored, server.seen) == ([], [])

    late, kept, server = keeping(Tokens("a", "r", ENDS), ENDS - timedelta(minutes=1))
    found = await asyncio.gather(*(late.fresh() for _ in range(5)))
    assert {one.access for one in found} == {"access 1"}
    assert (kept.stored, server.seen) == (["access 1"], ["r"])
    assert (await late.renewed(Tokens("a"))).access == "access 1", "somebody else has renewed them meanwhile"
    assert (await late.renewed(found[0])).access == "access 2", "the platform took them no more"


async def test_what_cannot_be_renewed_asks_for_a_sign_in_and_a_failed_renewal_changes_nothing() -> None:
    for tokens in (None, Tokens("a", "", ENDS)):
        gone, _, _ = keeping(tokens, ENDS)
        with pytest.raises(ConnectorError) as told:
            await gone.fresh()
        assert told.value.failure.kind is FailureKind.AUTH_EXPIRED

    broken, kept, server = keeping(Tokens("a", "r", ENDS), ENDS)
    server.failure = ConnectorError(told.value.failure)
    with pytest.raises(ConnectorError):
        await broken.fresh()
    assert (kept.stored, broken.newest().access) == ([], "a")
    assert (await keeping(Tokens("for ever"), ENDS)[0].fresh()).access == "for ever"
