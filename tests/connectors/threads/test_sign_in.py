"""Signing in to Threads, and its token renewed in time; over a stand-in."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest

from socialdesk.connectors.kit.contract import AtBrowser, Credentials
from socialdesk.model.failure import FailureKind
from tests.stand_ins.opened import FAR, Kept, beside, failure_of
from tests.stand_ins.threads import APP, ME, SCOPES, SECRET, TOKEN, Threads

pytestmark = pytest.mark.anyio
DAY = timedelta(days=1)
TYPED = {"app_id": APP, "app_secret": SECRET, "redirect": "https://brand.example/back"}
ALL = {"read": True, "mentions": True, "answer": True}


async def test_a_token_and_the_browser_open_the_account_for_sixty_days() -> None:
    network = Threads()
    async with beside(network, "threads") as room:
        pasted = await room.sign_in("own_token", token=TOKEN)
        begun = await room.connector.begin("own", TYPED, "", room.around)
        assert isinstance(begun, AtBrowser)
        asked = dict(parse_qsl(urlsplit(begun.url).query))
        assert SECRET not in begun.url + repr(begun)
        assert set(asked["scope"].split(",")) == SCOPES
        network.codes["c0de"] = asked["redirect_uri"]
        answer = {"code": "c0de#_", "state": asked["state"]}
        returned = await room.connector.finish("own", begun.kept, answer, room.around)
        for signed_in in (pasted, returned):
            (account,) = signed_in.accounts
            assert (account.remote_id, account.handle, account.name) == (ME, "@ridgehill", "Ridge & Hill")
            assert dict(signed_in.granted) == ALL
            assert signed_in.expires_at == room.clock.now() + 60 * DAY

        session = room.open(account)
        room.keeper = Kept(returned.credentials)
        session = room.open(account)
        room.clock.move(8 * DAY)
        health = await session.check()
        assert (health.failure, health.expires_at) == (None, room.clock.now() + 60 * DAY)
        assert len(room.keeper.stored) == 1


async def test_what_stands_in_the_way_is_told_with_a_next_step() -> None:
    network = Threads()
    async with beside(network, "threads") as room:
        for way, typed, says in (
            ("own_token", {}, "Paste an access token"),
            ("own_token", {"token": "half"}, "paste it whole"),
            ("own", {"app_id": APP}, "App secret"),
            ("own", TYPED | {"redirect": "http://localhost"}, "begin with https"),
        ):
            assert says in (await failure_of(room.connector.begin(way, typed, "", room.around))).sentence
        begun = await room.connector.begin("own", TYPED, "", room.around)
        assert isinstance(begun, AtBrowser)
        state = dict(parse_qsl(urlsplit(begun.url).query))["state"]
        for answer, says in (
            ({"code": "spent", "state": state}, "used before"),
            ({"code": "c", "state": "another"}, "another sign-in"),
            ({"error": "access_denied", "state": state}, "not granted"),
        ):
            failure = await failure_of(room.connector.finish("own", begun.kept, answer, room.around))
            assert says in failure.sentence
        network.apps.clear()
        failure = await failure_of(room.connector.finish("own", begun.kept, {"code": "c", "state": state}, room.around))
        assert "do not belong together" in failure.sentence


async def test_what_is_not_allowed_and_a_sign_in_that_ended_are_told() -> None:
    network = Threads()
    async with beside(network, "threads") as room:
        account = (await room.sign_in("own_token", token=TOKEN)).accounts[0]
        network.posted("Boots")
        session = room.open(account)
        for token in network.tokens:
            network.tokens[token] = {"threads_basic"}
        assert dict((await session.check()).granted) == {"read": False, "mentions": False, "answer": False}
        network.tokens.clear()
        failure = (await session.check()).failure
        assert failure is not None
        assert failure.kind is FailureKind.AUTH_EXPIRED
        for kept in (None, Credentials("no"), Credentials("[]"), Credentials('{"token": 3}')):
            room.keeper = Kept(kept)
            session = room.open(account)
            assert (await failure_of(session.pull("replies", None, FAR))).kind is FailureKind.AUTH_EXPIRED
            assert (await session.check()).failure is not None
