"""A bot is connected: its token, another program that holds it, a revoked one; it is written nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.registry import Registry
from socialdesk.connectors.suite import faults
from socialdesk.model.failure import FailureKind
from tests.connectors.telegram.bot import Desk, answer_to
from tests.stand_ins.telegram_world import TOKEN

pytestmark = pytest.mark.anyio


async def test_a_token_opens_its_bot_and_says_what_it_may_do(desk: Desk) -> None:
    desk.net.me |= {"can_read_all_group_messages": False}
    signed_in = await desk.sign_in()
    (account,) = signed_in.accounts
    assert (account.remote_id, account.handle, account.name) == ("7000001", "@fjell_bot", "Fjell")
    assert dict(signed_in.granted) == {"messages": True, "groups": False, "business": True}
    assert TOKEN in signed_in.credentials.text
    assert TOKEN not in repr(signed_in)
    desk.net.me |= {"username": "fjell_shop_bot"}
    health = await desk.session.check()
    assert health.failure is None
    assert health.granted == signed_in.granted
    assert health.account == replace(account, handle="@fjell_shop_bot"), "people rename their bots"
    asked = [one.key for one in Registry().manifest("telegram").access]
    assert [key for key, _ in signed_in.granted] == asked


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("hello", FailureKind.INVALID),
        ("123456:", FailureKind.INVALID),
        ("123456:ABC/../x/getMe?ABCDE", FailureKind.INVALID),
        (TOKEN.replace("7000001", "7000002"), FailureKind.AUTH_EXPIRED),
    ],
)
async def test_what_is_no_token_is_told_so_and_goes_nowhere(desk: Desk, token: str, kind: FailureKind) -> None:
    with pytest.raises(ConnectorError) as told:
        await desk.sign_in(token)
    assert told.value.failure.kind is kind
    assert "@BotFather" in told.value.failure.sentence
    assert len(desk.net.asked) == (kind is FailureKind.AUTH_EXPIRED)


async def test_a_bot_that_speaks_to_another_program_is_taken_over_only_when_asked(desk: Desk) -> None:
    desk.net.webhook = "https://shop.example/hook"
    with pytest.raises(ConnectorError, match="webhook"):
        await desk.sign_in()
    assert desk.net.webhook
    ann = desk.net.person("Ann")
    desk.net.says(desk.net.chats[ann["id"]], ann, "Waiting since this morning")
    await desk.sign_in(way="take_over")
    assert not desk.net.webhook
    assert (await desk.message()).text == "Waiting since this morning"
    desk.net.webhook = "https://shop.example/hook"
    failure = (await desk.session.check()).failure
    assert failure is not None
    assert failure.kind is FailureKind.PERMISSION_DENIED
    with pytest.raises(ConnectorError, match="webhook"):
        await desk.read()


async def test_a_revoked_token_asks_for_a_new_one_and_so_does_one_that_is_gone(desk: Desk) -> None:
    await desk.begin()
    secret = desk.keeper.credentials
    desk.net.tokens.clear()
    for lost in (secret, None):
        desk.keeper.credentials = lost
        with pytest.raises(ConnectorError) as told:
            await desk.read()
        assert told.value.failure.kind is FailureKind.AUTH_EXPIRED
        assert "@BotFather" in told.value.failure.sentence


async def test_the_token_is_written_nowhere(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    net = desk.net
    ann = net.person("Ann")
    await desk.begin()
    key = net.file(b"picture")
    net.says(net.chats[ann["id"]], ann, "Hi", photo=[{"file_id": key, "file_unique_id": "u", "width": 9, "height": 9}])
    one = await desk.message()
    await desk.session.media(one.remote_id, 0, one.attachments[0].url, afresh=False)
    net.faults.next(faults.status(502), path="sendMessage")
    told = [str(await desk.refused(answer_to(one)))]
    net.faults.next(faults.closed(), path="getUpdates")
    with pytest.raises(ConnectorError) as broken:
        await desk.read()
    told += [str(broken.value), repr(broken.value), desk.cursor or "", str(one), one.raw]
    told += [one.getMessage() for one in caplog.records if one.name.startswith("socialdesk")]
    assert any("/bot…/getUpdates" in one for one in told)
    secret = TOKEN.partition(":")[2]
    assert not any(secret in one for one in told)
