"""Signing in to Pages of Facebook: by token and in the browser, and what stands in the way; over a stand-in."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlsplit

import pytest

from socialdesk.connectors.kit.contract import AtBrowser, Credentials
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from tests.stand_ins.facebook import Facebook
from tests.stand_ins.facebook_world import APP, OTHER_PAGE, PAGE, SECRET
from tests.stand_ins.opened import Kept, Room, beside, failure_of

pytestmark = pytest.mark.anyio
APP_TYPED = {"app_id": APP, "app_secret": SECRET}
LOOPBACK = "http://127.0.0.1:4711/callback"
ALL_WELL = {"read": True, "answer": True, "messages": True, "reviews": True, "ads": True}


async def test_a_token_opens_each_page_by_a_token_of_its_own() -> None:
    async with beside(Facebook(), "facebook") as room:
        room.network.ends_at = datetime(2027, 2, 1, tzinfo=UTC)
        signed_in = await room.sign_in(token="user-token", **APP_TYPED)

        assert [(one.remote_id, one.handle, one.name) for one in signed_in.accounts] == [
            (PAGE, "@ridgehill", "Ridge & Hill"),
            (OTHER_PAGE, "Ridge Repairs", "Ridge Repairs"),
        ]
        assert dict(signed_in.granted) == ALL_WELL
        assert signed_in.expires_at == room.network.ends_at
        assert "token" not in repr(signed_in)
        for account in signed_in.accounts:
            health = await room.open(account).check()
            assert (health.failure, dict(health.granted), health.expires_at) == (None, ALL_WELL, room.network.ends_at)


async def test_the_token_of_one_page_opens_that_page() -> None:
    async with beside(Facebook(), "facebook") as room:
        signed_in = await room.sign_in(token=f"page-token-{PAGE}")

        assert [one.remote_id for one in signed_in.accounts] == [PAGE]
        assert (await room.open(signed_in.accounts[0]).check()).failure is None


async def test_every_call_proves_the_apps_secret() -> None:
    async with beside(Facebook(), "facebook") as room:
        room.network.secret = SECRET
        signed_in = await room.sign_in(token="user-token", **APP_TYPED)
        assert (await room.open(signed_in.accounts[0]).check()).failure is None

        assert "app secret does not belong" in (await failure_of(room.sign_in(token="user-token"))).sentence


async def returned(room: Room, way: str = "oauth", **typed: str) -> tuple[AtBrowser, dict[str, str]]:
    begun = await room.connector.begin(way, APP_TYPED | typed, "" if way == "pasted" else LOOPBACK, room.around)
    assert isinstance(begun, AtBrowser)
    asked = dict(parse_qsl(urlsplit(begun.url).query))
    assert SECRET not in begun.url
    assert SECRET not in repr(begun)
    room.network.codes["c0de"] = asked["redirect_uri"]
    return begun, {"code": "c0de", "state": asked["state"]}


async def test_the_browser_brings_a_code_that_becomes_lasting_tokens() -> None:
    async with beside(Facebook(), "facebook") as room:
        begun, answer = await returned(room)
        asked = dict(parse_qsl(urlsplit(begun.url).query))
        assert urlsplit(begun.url).path == "/v26.0/dialog/oauth"
        assert (asked["client_id"], asked["redirect_uri"]) == (APP, "http://localhost:4711/callback")
        assert {"pages_messaging", "pages_read_user_content"} <= set(asked["scope"].split(","))

        signed_in = await room.connector.finish("oauth", begun.kept, answer, room.around)
        assert [one.remote_id for one in signed_in.accounts] == [PAGE, OTHER_PAGE]
        grants = [
            one.form().get("grant_type") for one in room.network.asked if one.path.endswith("/oauth/access_token")
        ]
        assert grants == [None, "fb_exchange_token"]


async def test_business_login_asks_by_its_configuration_and_a_published_app_by_its_own_address() -> None:
    async with beside(Facebook(), "facebook") as room:
        begun, answer = await returned(room, "pasted", config_id="77", redirect="https://brand.example/back")
        asked = dict(parse_qsl(urlsplit(begun.url).query))

        assert (asked["config_id"], asked["redirect_uri"], "scope" in asked) == (
            "77",
            "https://brand.example/back",
            False,
        )
        assert (await room.connector.finish("oauth", begun.kept, answer, room.around)).accounts


@pytest.mark.parametrize(
    ("answer", "kind", "says"),
    [
        ({"state": "another"}, FailureKind.INVALID, "another sign-in"),
        ({"error": "access_denied", "code": ""}, FailureKind.PERMISSION_DENIED, "not granted"),
        ({"code": "spent"}, FailureKind.INVALID, "used before"),
    ],
)
async def test_what_the_browser_brings_back_wrongly_is_told(
    answer: dict[str, str], kind: FailureKind, says: str
) -> None:
    async with beside(Facebook(), "facebook") as room:
        begun, good = await returned(room)
        failure = await failure_of(room.connector.finish("oauth", begun.kept, good | answer, room.around))
        assert failure.kind is kind
        assert says in failure.sentence


@pytest.mark.parametrize("typed", [{"app_id": "1"}, {"app_secret": "another"}])
async def test_keys_of_another_app_are_told(typed: dict[str, str]) -> None:
    async with beside(Facebook(), "facebook") as room:
        begun, answer = await returned(room, **typed)
        assert (
            "App settings, Basic"
            in (await failure_of(room.connector.finish("oauth", begun.kept, answer, room.around))).sentence
        )
        if typed.get("app_id"):
            assert (
                "App settings, Basic"
                in (await failure_of(room.sign_in(token="user-token", **APP_TYPED | typed))).sentence
            )


async def test_what_is_empty_or_wrong_is_said_before_anything_is_opened() -> None:
    async with beside(Facebook(), "facebook") as room:
        for way, typed, says in (
            ("token", {}, "Paste an access token"),
            ("oauth", {"app_id": APP}, "App secret"),
            ("pasted", APP_TYPED | {"redirect": "http://brand.example"}, "begin with https"),
            ("token", {"token": "half a tok"}, "paste it whole"),
        ):
            assert says in (await failure_of(room.connector.begin(way, typed, LOOPBACK, room.around))).sentence
        for page in (PAGE, OTHER_PAGE):
            del room.network.nodes[page]
        assert "opens no Page" in (await failure_of(room.sign_in(token="user-token"))).sentence


async def test_what_a_sign_in_does_not_allow_is_told_by_its_keys() -> None:
    network = Facebook()
    page_token = f"page-token-{PAGE}"
    async with beside(network, "facebook") as room:
        network.tokens[page_token] = {"pages_read_engagement", "pages_read_user_content"}
        network.nodes[PAGE]["tasks"] = ["MESSAGING"]
        told = dict((await room.sign_in(token="user-token", **APP_TYPED)).granted)
        assert told == ALL_WELL | {"answer": False, "messages": False, "ads": False}

        post = network.posted("New boots")
        network.commented(post, "501", "How much?")
        account = (await room.sign_in(token="user-token")).accounts[0]
        assert dict((await room.open(account).check()).granted)["people"] is True
        network.has_advanced_access = False
        assert dict((await room.open(account).check()).granted)["people"] is False
        network.tokens[page_token] = set()
        assert dict((await room.open(account).check()).granted)["read"] is False


async def test_an_ended_sign_in_and_a_retired_version_stand_in_the_health() -> None:
    network = Facebook()
    async with beside(network, "facebook") as room:
        account = (await room.sign_in(token="user-token")).accounts[0]
        network.usage = {"facebook-api-version": "v27.0"}
        failure = (await room.open(account).check()).failure
        assert failure is not None
        assert (failure.kind, "Update SocialDesk" in failure.sentence) == (FailureKind.PERMISSION_DENIED, True)

        del network.tokens[f"page-token-{PAGE}"]
        failure = (await room.open(account).check()).failure
        assert failure is not None
        assert failure.kind is FailureKind.AUTH_EXPIRED

        for kept in (None, Credentials("not json"), Credentials("[]"), Credentials('{"pages": 3}')):
            room.keeper = Kept(kept)
            failure = (await room.open(account).check()).failure
            assert failure is not None
            assert failure.kind is FailureKind.AUTH_EXPIRED


async def test_human_agent_lengthens_the_time_in_which_messages_are_answered() -> None:
    async with beside(Facebook(), "facebook") as room:
        hours: list[float] = []
        for typed in ({}, {"human_agent": "Yes"}):
            account = (await room.sign_in(token="user-token", **typed)).accounts[0]
            window = room.open(account).capabilities(Kind.DM).reply_window
            assert window is not None
            hours.append(window.total_seconds() / 3600)
        assert hours == [24, 168]
        room.keeper = Kept(None)
        assert room.open(dataclasses.replace(account)).capabilities(Kind.DM).reply_window is not None
