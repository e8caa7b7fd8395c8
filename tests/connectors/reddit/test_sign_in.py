"""Signing in to Reddit: in the browser, renewed, and what goes wrong on the way."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.suite import faults
from socialdesk.model.failure import FailureKind
from tests.connectors.reddit.account import TYPED
from tests.stand_ins.at_work import at_work
from tests.stand_ins.reddit import RedditStandIn
from tests.stand_ins.reddit_world import OWN

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("secret", ["", "shh"])
async def test_a_person_signs_in_in_the_browser_and_the_token_is_renewed(tmp_path: Path, secret: str) -> None:
    reddit = RedditStandIn()
    reddit.secret = secret
    typed = TYPED | ({"client_secret": secret} if secret else {})
    async with at_work("reddit", reddit, tmp_path, typed) as desk:
        signed = await desk.sign_in(reddit)
        account = signed.accounts[0]
        assert (account.remote_id, account.handle) == ("t2_own1", f"u/{OWN}")
        assert dict(signed.granted) == {"read": True, "answer": True, "moderate": True}
        session = desk.open()
        assert (await session.check()).failure is None
        assert reddit.asked[-1].headers["user-agent"].endswith(f"(by /u/{OWN})")
        desk.clock.move(timedelta(hours=25))
        await desk.pull("inbox")
        assert desk.keeper.stored == 1, "one renewal, stored before it was used"

        reddit.is_suspended = True
        health = await session.check()
        assert health.failure
        assert "suspended" in health.failure.sentence
        await session.sign_out()
        ended = await session.check()
        assert ended.failure
        assert ended.failure.kind is FailureKind.AUTH_EXPIRED
    assert not reddit.mistakes


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ("keys", FailureKind.INVALID),
        ("denied", FailureKind.PERMISSION_DENIED),
        ("not approved", FailureKind.PERMISSION_DENIED),
    ],
)
async def test_what_goes_wrong_at_the_sign_in_is_said(tmp_path: Path, wrong: str, kind: FailureKind) -> None:
    reddit = RedditStandIn()
    typed = TYPED | ({"client_secret": "wrong"} if wrong == "keys" else {})
    async with at_work("reddit", reddit, tmp_path, typed) as desk:
        if wrong == "not approved":
            reddit.faults.next(faults.status(403, b'{"message": "Forbidden", "error": 403}'))
        with pytest.raises(ConnectorError) as caught:
            await desk.sign_in(reddit, "access_denied" if wrong == "denied" else "")
    assert caught.value.failure.kind is kind
