"""What a sign-in to Bluesky allows, and how far back is read after a time away; over a wire of the test's own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from socialdesk.connectors.bluesky.access import tried
from socialdesk.connectors.bluesky.failures import to_error
from socialdesk.connectors.bluesky.session import BlueskySession
from socialdesk.connectors.bluesky.tokens import Tokens
from socialdesk.connectors.bluesky.wire import Wire
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.held import Held
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.kit.registry import Registry
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import HandClock

pytestmark = pytest.mark.anyio
NOW = datetime(2026, 6, 13, 12, tzinfo=UTC)


class Line:
    """Answers everything, save what is told to fail."""

    def __init__(self, **fails: FailureKind) -> None:
        self.fails = fails
        self.session: dict[str, Any] = {"active": True}

    async def get(self, method: str, **_: Any) -> dict[str, Any]:
        kind = self.fails.get(method.rpartition(".")[2])
        if kind is not None:
            raise failed(kind, "No.")
        return self.session


async def test_what_is_refused_is_missing_and_what_could_not_be_tried_is_left_out() -> None:
    line: Any = Line(listConvos=FailureKind.PERMISSION_DENIED, getAuthorFeed=FailureKind.TRANSIENT)
    assert dict(await tried(line, "did:1")) == {"read": True, "answer": True, "moderate": True, "messages": False}
    line.session = {"active": False}
    assert dict(await tried(line, "did:1"))["answer"] is False

    for kind in (FailureKind.AUTH_EXPIRED, FailureKind.OFFLINE):
        cut: Any = Line(listNotifications=kind)
        with pytest.raises(ConnectorError):
            await tried(cut, "did:1")


def test_an_account_that_moved_to_another_server_is_told_to_sign_in_again() -> None:
    said = Answer(401, {}, b'{"error": "AccountDeactivated", "message": "Account is deactivated"}')
    failure = to_error(said, Http(HandClock(NOW))).failure
    assert failure.kind is FailureKind.AUTH_EXPIRED
    assert "moved to another server, sign in again" in failure.sentence


class Left:
    """A server that an account has left, and the directory that tells where it lives, or anything else."""

    def __init__(self, document: bytes) -> None:
        self.document = document

    async def ask(self, verb: str, url: str, **said: Any) -> Answer:
        if url == "https://plc.example/did:plc:brand":
            return Answer(200, {}, self.document)
        assert url.startswith("https://old.example/xrpc/")
        return Answer(401, {}, b'{"error": "AccountDeactivated", "message": "Account is deactivated"}')


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (b'{"service": [{"id": "#atproto_pds", "serviceEndpoint": "https://new.example/"}]}', "moved to new.example"),
        (b'{"service": [{"id": "#atproto_pds", "serviceEndpoint": "https://old.example"}]}', "is deactivated here"),
        (b'{"service": []}', "is deactivated here"),
        (b'{"service": [7]}', "is deactivated here"),
        (b"<html>", "is deactivated here"),
    ],
)
async def test_where_an_account_moved_to_is_said_as_far_as_the_directory_tells(document: bytes, said: str) -> None:
    http: Any = Left(document)
    tokens = Tokens("https://old.example", "did:plc:brand", "brand.example", "a", "r")
    wire = Wire(http, Held(tokens.credentials()), HandClock(NOW), "https://plc.example")
    for asked in (wire.get("app.bsky.actor.getProfile", actor="did:plc:brand"), wire.renew()):
        with pytest.raises(ConnectorError) as left:
            await asked
        assert left.value.failure.kind is FailureKind.AUTH_EXPIRED
        assert said in left.value.failure.sentence


@pytest.mark.parametrize(("away", "days"), [(None, 30), (timedelta(minutes=1), 3), (timedelta(days=40), 40.25)])
async def test_after_a_time_away_all_of_it_is_read(away: timedelta | None, days: float) -> None:
    line: Any = Line()
    session = BlueskySession(Registry().manifest("bluesky"), line, "did:1", HandClock(NOW), timedelta(days=30))
    state = {} if away is None else {"read_at": (NOW - away).isoformat()}

    assert session._reach(state, NOW) == timedelta(days=days)
