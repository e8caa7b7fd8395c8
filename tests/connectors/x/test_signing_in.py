"""Signing in to X, and the token that works once; against the stand-in after X's reference."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import (
    AtBrowser,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.failure import FailureKind
from tests.connectors.x.account import TYPED, signed_in
from tests.stand_ins.at_work import at_work
from tests.stand_ins.x import XStandIn
from tests.stand_ins.x_world import CLIENT_ID, OWN, REDIRECT

pytestmark = pytest.mark.anyio


async def test_a_person_signs_in_and_a_token_that_works_once_is_stored_before_it_is_used(tmp_path: Path) -> None:
    x = XStandIn()
    async with signed_in(x, tmp_path) as desk:
        assert desk.account is not None
        assert (desk.account.remote_id, desk.account.handle, desk.account.name) == (OWN, "@woolco", "Wool & Co")
        assert desk.session is not None
        health = await desk.session.check()
        assert health.failure is None
        assert dict(health.granted) == {"read": True, "answer": True, "hide": True, "messages": True}
        for _ in range(3):
            desk.clock.move(timedelta(hours=3))
            await desk.pull("mentions")
        assert desk.keeper.stored == 3

        x.revoke_all()
        health = await desk.session.check()
        assert health.failure is not None
        assert (health.failure.kind, "Sign in again" in health.failure.sentence) == (FailureKind.AUTH_EXPIRED, True)


@pytest.mark.parametrize(
    ("typed", "error", "kind", "part"),
    [
        ({"dollars_a_day": "lots"}, "", FailureKind.INVALID, "amount in US dollars"),
        ({"dollars_a_day": "NaN"}, "", FailureKind.INVALID, "amount in US dollars"),
        ({"dollars_a_day": "0.05"}, "", FailureKind.INVALID, "at least 0.10"),
        ({}, "access_denied", FailureKind.PERMISSION_DENIED, "not granted"),
        ({"scopes": "users.read offline.access"}, "", FailureKind.PERMISSION_DENIED, "allow everything"),
    ],
)
async def test_what_goes_wrong_at_the_sign_in_is_said_with_the_next_step(
    tmp_path: Path, typed: dict[str, str], error: str, kind: FailureKind, part: str
) -> None:
    x = XStandIn()
    x.scopes = typed.pop("scopes", x.scopes)
    async with at_work("x", x, tmp_path, TYPED | typed) as desk:
        with pytest.raises(ConnectorError) as told:
            await desk.sign_in(x, error)
    assert told.value.failure.kind is kind
    assert part in told.value.failure.sentence


async def test_keys_nobody_knows_and_another_sign_ins_answer_are_refused(tmp_path: Path) -> None:
    x = XStandIn()
    async with at_work("x", x, tmp_path, TYPED) as desk:
        at = await desk.connector.begin("browser", TYPED, REDIRECT, desk.around)
        assert isinstance(at, AtBrowser)
        answer = x.consent(at.url)
        with pytest.raises(ConnectorError, match="state"):
            await desk.connector.finish("browser", at.kept, answer | {"state": "other"}, desk.around)
        other = at.kept.replace(CLIENT_ID, "app-2")
        with pytest.raises(ConnectorError) as told:
            await desk.connector.finish("browser", other, answer, desk.around)
        assert "does not know these keys" in told.value.failure.sentence
