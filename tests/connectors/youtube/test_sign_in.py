"""Signing in to YouTube: in the browser, renewed, and what goes wrong on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.failure import FailureKind
from tests.connectors.youtube.account import TYPED
from tests.stand_ins.at_work import at_work
from tests.stand_ins.google_account import CLIENT_SECRET
from tests.stand_ins.youtube import OWN, YouTubeStandIn

pytestmark = pytest.mark.anyio


async def test_a_person_signs_in_in_the_browser_and_the_token_is_renewed_before_it_ends(tmp_path: Path) -> None:
    youtube = YouTubeStandIn()
    youtube.is_testing = True
    async with at_work("youtube", youtube, tmp_path, TYPED) as desk:
        signed = await desk.sign_in(youtube)
        account = signed.accounts[0]
        assert (account.remote_id, account.handle, account.name) == (OWN, "@woolco", "Wool & Co")
        assert dict(signed.granted) == {"read": True, "answer": True, "moderate": True}
        assert signed.expires_at == desk.clock.now() + timedelta(seconds=604_799), "an app in Testing ends after 7 days"
        assert CLIENT_SECRET not in repr(signed)
        session = desk.open()
        health = await session.check()
        assert health.failure is None
        assert health.expires_at == signed.expires_at
        youtube.title = "Wool & Company"
        assert (await session.check()).account == replace(account, name="Wool & Company")

        youtube.wrote("UCa", "Is it warm?")
        desk.clock.move(timedelta(hours=2))
        assert "Is it warm?" in await desk.messages("comments")
        assert desk.keeper.stored == 1, "one renewal, stored before it was used"
        assert not [one for one in youtube.asked if one.path.endswith("commentThreads") and not one.headers]

        await session.sign_out()
        assert not youtube.tokens
        await session.sign_out()
        health = await session.check()
        assert health.failure
        assert health.failure.kind is FailureKind.AUTH_EXPIRED
        assert "Testing" in health.failure.sentence
    assert not youtube.mistakes


@pytest.mark.parametrize(
    ("wrong", "kind", "part"),
    [
        ("client id", FailureKind.INVALID, "apps.googleusercontent.com"),
        ("secret", FailureKind.INVALID, "do not belong together"),
        ("units", FailureKind.INVALID, "number such as"),
        ("denied", FailureKind.PERMISSION_DENIED, "not granted"),
        ("unticked", FailureKind.PERMISSION_DENIED, "tick every box"),
        ("no channel", FailureKind.AUTH_EXPIRED, "no YouTube channel"),
    ],
)
async def test_what_goes_wrong_at_the_sign_in_is_said_with_the_next_step(
    tmp_path: Path, wrong: str, kind: FailureKind, part: str
) -> None:
    youtube = YouTubeStandIn()
    typed = dict(TYPED)
    match wrong:
        case "client id":
            typed["client_id"] = "wool"
        case "secret":
            typed["client_secret"] = "other"
        case "units":
            typed["units"] = "many"
        case "unticked":
            youtube.unticked = True
        case "no channel":
            youtube.has_channel = False
        case _:
            pass
    async with at_work("youtube", youtube, tmp_path, typed) as desk:
        with pytest.raises(ConnectorError) as caught:
            await desk.sign_in(youtube, "access_denied" if wrong == "denied" else "")
    assert caught.value.failure.kind is kind
    assert part in caught.value.failure.sentence
