"""Signing in to Instagram by its own way and through Facebook, and tokens renewed in time; over a stand-in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest

from socialdesk.connectors.kit.contract import AtBrowser, Credentials, SignedIn
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from tests.stand_ins.instagram import Instagram
from tests.stand_ins.instagram_world import APP, ME, OWN, OWN_SCOPES, PAGE, SECRET, THROUGH_PAGE
from tests.stand_ins.opened import FAR, Kept, Room, beside, failure_of

pytestmark = pytest.mark.anyio
DAY = timedelta(days=1)
APP_TYPED = {"app_id": APP, "app_secret": SECRET, "redirect": "https://brand.example/back"}


async def finished(room: Room, way: str, **typed: str) -> SignedIn:
    begun = await room.connector.begin(way, APP_TYPED | typed, "", room.around)
    assert isinstance(begun, AtBrowser)
    asked = dict(parse_qsl(urlsplit(begun.url).query))
    assert SECRET not in begun.url + repr(begun)
    assert asked["scope"]
    room.network.codes["c0de"] = asked["redirect_uri"]
    answer = {"code": "c0de" + ("#_" if way == "own" else ""), "state": asked["state"]}
    signed_in = await room.connector.finish(way, begun.kept, answer, room.around)
    room.keeper = Kept(signed_in.credentials)
    return signed_in


async def test_each_way_opens_the_same_account_and_says_until_when() -> None:
    network = Instagram()
    async with beside(network, "instagram") as room:
        network.ends_at = datetime(2027, 2, 1, tzinfo=UTC)
        sixty = room.clock.now() + 60 * DAY
        for signed_in, ends in (
            (await room.sign_in("own_token", token=OWN), sixty),
            (await room.sign_in("page_token", token="fb-user-token", app_id=APP, app_secret=SECRET), network.ends_at),
            (await room.sign_in("page_token", token=THROUGH_PAGE), network.ends_at),
            (await finished(room, "own"), sixty),
            (await finished(room, "facebook"), network.ends_at),
        ):
            (account,) = signed_in.accounts
            assert (account.remote_id, account.handle, account.name) == (ME, "@ridgehill", "Ridge & Hill")
            told = dict(signed_in.granted)
            assert told.pop("answer", True) is True
            assert told == {"read": True, "messages": True, "tags": True}
            assert signed_in.expires_at == ends
            room.keeper = Kept(signed_in.credentials)
            health = await room.open(account).check()
            assert (health.failure, health.expires_at) == (None, ends)


async def test_a_token_of_instagrams_own_is_renewed_every_week_and_kept_before_it_is_used() -> None:
    network = Instagram()
    async with beside(network, "instagram") as room:
        session = room.open((await finished(room, "own")).accounts[0])
        room.clock.move(6 * DAY)
        await session.pull("comments", None, FAR)
        assert not room.keeper.stored
        room.clock.move(2 * DAY)
        await session.pull("comments", None, FAR)
        assert len(room.keeper.stored) == 1
        assert set(network.tokens) & set(network.made) == {"ig-token-1001"}
        health = await session.check()
        assert health.expires_at == room.clock.now() + 60 * DAY

        # What cannot be renewed now still opens what it opened, and is tried again later.
        room.clock.move(8 * DAY)
        network.refuse_next("/refresh_access_token", 2)
        before = len(network.asked)
        await session.pull("messages", None, FAR)
        await session.pull("messages", None, FAR)
        renewals = [one for one in network.asked[before:] if one.path == "/refresh_access_token"]
        assert len(renewals) == 1


async def test_a_token_too_young_to_be_renewed_is_taken_and_renewed_a_day_later() -> None:
    network = Instagram()
    async with beside(network, "instagram") as room:
        network.made[OWN] = room.clock.now()
        signed_in = await room.sign_in("own_token", token=OWN)
        assert signed_in.expires_at is None
        room.clock.move(26 * timedelta(hours=1))
        await room.open(signed_in.accounts[0]).check()
        assert len(room.keeper.stored) == 1


async def test_what_stands_in_the_way_of_a_sign_in_is_told_with_a_next_step() -> None:
    network = Instagram()
    async with beside(network, "instagram") as room:
        for way, typed, says in (
            ("own_token", {}, "Paste an access token"),
            ("own_token", {"token": "half"}, "paste it whole"),
            ("page_token", {"token": "half"}, "paste it whole"),
            ("own", {"app_id": APP}, "App secret"),
            ("own", APP_TYPED | {"redirect": "http://127.0.0.1"}, "begin with https"),
            ("facebook", APP_TYPED | {"redirect": "http://127.0.0.1"}, "begin with https"),
        ):
            assert says in (await failure_of(room.connector.begin(way, typed, "", room.around))).sentence
        for way in ("own", "facebook"):
            begun = await room.connector.begin(way, APP_TYPED, "", room.around)
            assert isinstance(begun, AtBrowser)
            state = dict(parse_qsl(urlsplit(begun.url).query))["state"]
            for answer, says in (
                ({"code": "spent", "state": state}, "used before"),
                ({"code": "c", "state": "another"}, "another sign-in"),
                ({"error": "access_denied", "state": state}, "not granted"),
            ):
                failure = await failure_of(room.connector.finish(way, begun.kept, answer, room.around))
                assert says in failure.sentence
            network.apps[APP] = "changed"
            failure = await failure_of(
                room.connector.finish(way, begun.kept, {"code": "c", "state": state}, room.around)
            )
            assert "do not belong together" in failure.sentence
            network.apps[APP] = SECRET
        del network.nodes[PAGE]["instagram_business_account"]
        failure = await failure_of(room.sign_in("page_token", token="fb-user-token"))
        assert "Behind none of the Pages" in failure.sentence


async def test_what_a_sign_in_does_not_allow_is_told_by_its_keys() -> None:
    network = Instagram()
    async with beside(network, "instagram") as room:
        session = room.open((await finished(room, "own")).accounts[0])
        network.commented(network.posted("Boots"), "501", "How much?")
        assert dict((await session.check()).granted)["people"] is True
        network.has_advanced_access = False
        assert dict((await session.check()).granted)["people"] is False
        network.tokens[OWN] = OWN_SCOPES - {"instagram_business_manage_messages"}
        assert dict((await session.check()).granted)["messages"] is False
        network.usage = {"facebook-api-version": "v27.0"}
        failure = (await session.check()).failure
        assert failure is not None
        assert "Update SocialDesk" in failure.sentence
        del network.tokens[OWN]
        failure = (await session.check()).failure
        assert failure is not None
        assert failure.kind is FailureKind.AUTH_EXPIRED


async def test_without_a_readable_sign_in_everything_asks_for_a_new_one() -> None:
    async with beside(Instagram(), "instagram") as room:
        account = (await room.sign_in("page_token", token="fb-user-token")).accounts[0]
        for kept in (
            None,
            Credentials("no"),
            Credentials("[]"),
            Credentials('{"behind": 3}'),
            Credentials('{"token": 3}'),
        ):
            room.keeper = Kept(kept)
            session = room.open(account)
            for stream in ("comments", "messages", "tags"):
                assert (await failure_of(session.pull(stream, None, FAR))).kind is FailureKind.AUTH_EXPIRED
            assert (await session.check()).failure is not None
            assert session.capabilities(Kind.DM).reply_window == DAY
