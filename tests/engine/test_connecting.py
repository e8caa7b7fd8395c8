"""A sign-in from the first try to the last day: picked, checked, ended, renewed, paused, left."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest

from socialdesk.connectors.kit.contract import Intent
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import offline, transient
from socialdesk.engine.logins import login_secret, open_logins
from socialdesk.model.channel import Access, Channel, ChannelState
from socialdesk.model.command import Command, ConnectChannel
from socialdesk.model.connecting import AddAccounts, CheckAccess, DropLogin, LeaveChannel, PauseChannel
from socialdesk.model.delivery import Delivery
from socialdesk.model.failure import Certainty, Failure, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.store.access import accesses
from tests.engine.desk_work import EVERYTHING, Place, asked
from tests.engine.standin import SIGNED_OUT, StandIn

pytestmark = pytest.mark.anyio


async def decided(place: Place, command: Command) -> tuple[CommandId, str, Any]:
    """Give a command and let it be decided: its number, outcome, and what was told."""
    id_ = await place.do(command)
    await place.engine.decide_network()
    result = place.engine.cache.result(id_)
    assert result is not None
    return id_, result.outcome, json.loads(result.sentence) if result.sentence.startswith("{") else result.sentence


def channel(place: Place) -> Channel:
    (found,) = place.engine.cache.channels()
    return found


def access(place: Place) -> Access:
    return accesses(place.engine.cache)[channel(place).id]


async def test_of_several_accounts_only_the_picked_ones_become_channels(place: Place) -> None:
    place.platform.accounts = ("brand", "shop", "help")
    place.platform.granted = (("read", True), ("messages", False))
    place.platform.ends_at = place.clock.now() + timedelta(days=60)
    place.unlocked.secrets.put("pending:1", '{"password": "the password"}')
    login, outcome, told = await decided(place, ConnectChannel("standin", "", (), "pending:1", asks=True))

    assert (outcome, [one[0] for one in told["accounts"]]) == ("accepted", ["brand", "shop", "help"])
    assert told["granted"] == [["read", True], ["messages", False]]
    assert place.engine.cache.channels() == []
    assert place.unlocked.secrets.get("pending:1") is None

    _, outcome, _ = await decided(place, AddAccounts(login, ("shop", "help"), 7))
    found = place.engine.cache.channels()
    assert [one.remote_id for one in found] == ["shop", "help"]
    assert place.engine.cache.connected(found[0].id).history_days == 7
    assert accesses(place.engine.cache)[found[0].id].missing == ("messages",)
    assert (open_logins(place.engine.cache), place.unlocked.secrets.get(login_secret(login))) == ({}, None)

    _, outcome, told = await decided(place, AddAccounts(login, ("brand",)))
    assert (outcome, told) == ("rejected", "That sign-in is over. Sign in once more; nothing was changed.")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (offline("brand.example", "dns"), "brand.example cannot be reached. Check the network, then try again."),
        (
            transient("Stand-in", "502", Certainty.NOT_SENT),
            "Stand-in did not answer properly. Nothing was changed; try again.",
        ),
    ],
)
async def test_what_a_sign_in_could_not_do_is_the_persons_to_try_again(
    place: Place, monkeypatch: pytest.MonkeyPatch, error: ConnectorError, told: str
) -> None:
    async def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(StandIn, "begin", fails)
    assert (await decided(place, ConnectChannel("standin")))[1:] == ("rejected", told)


async def test_a_sign_in_given_up_or_walked_away_from_is_revoked_and_forgotten(place: Place) -> None:
    first, _, _ = await decided(place, ConnectChannel("standin", asks=True))
    await decided(place, DropLogin(first))
    assert place.platform.revoked == ["brand"]

    second, _, _ = await decided(place, ConnectChannel("standin", asks=True))
    place.wait(hours=2)
    await decided(place, CheckAccess(7))
    assert place.platform.revoked == ["brand", "brand"]
    assert place.unlocked.secrets.get(login_secret(second)) is None


async def test_an_ended_sign_in_is_renewed_by_its_own_account_only_and_what_it_missed_comes_in(place: Place) -> None:
    await asked(place)
    seen_at = place.clock.now()
    place.wait(minutes=30)
    place.platform.looks.append(SIGNED_OUT)
    await place.read()
    assert channel(place).state is ChannelState.BAD_CREDENTIALS
    login, _, told = await decided(place, ConnectChannel("standin", asks=True))
    assert [one[-1] for one in told["accounts"]] == [False], "who connects it anew signs in again by that"
    await decided(place, DropLogin(login))
    place.platform.revoked.clear()
    assert (access(place).lost_at, access(place).mended_at) == (seen_at, None)
    place.platform.ask("t1", "Are you there?")
    place.platform.ask("t2", "Hello?")
    place.wait(hours=3)

    place.platform.accounts = ("other",)
    _, outcome, told = await decided(place, ConnectChannel("standin", again=channel(place).id))
    assert outcome == "rejected"
    assert told.startswith("That is the sign-in of other.example. This channel is brand.example:")
    assert (place.platform.revoked, channel(place).state) == (["other"], ChannelState.BAD_CREDENTIALS)

    place.platform.accounts = ("brand", "shop")
    _, outcome, told = await decided(place, ConnectChannel("standin", again=channel(place).id))
    assert (outcome, told["channels"]) == ("accepted", [channel(place).id])
    await place.read()
    assert channel(place).state is ChannelState.LIVE
    assert access(place).mended_at == place.clock.now()
    assert access(place).brought == 2
    _, _, told = await decided(place, ConnectChannel("standin", asks=True))
    assert [one[-1] for one in told["accounts"]] == [True, False]


async def test_access_is_tried_again_each_day_and_when_asked(place: Place) -> None:
    await asked(place)
    place.platform.granted = (("messages", False),)
    await place.read()
    assert access(place).missing == ()
    place.wait(days=1)
    place.platform.ends_at = place.clock.now() + timedelta(days=5)
    await place.read()
    assert access(place).missing == ("messages",)
    assert access(place).ends_soon(place.clock.now())

    place.platform.granted = (("messages", True),)
    _, outcome, _ = await decided(place, CheckAccess(channel(place).id))
    assert (outcome, access(place).missing) == ("accepted", ())
    place.platform.signed_out = True
    _, outcome, told = await decided(place, CheckAccess(channel(place).id))
    assert (outcome, told) == ("rejected", "Sign in again.")


async def test_what_a_trial_of_the_sign_in_finds_stays_said_while_reading_goes_on_until_a_trial_goes_well(
    place: Place,
) -> None:
    await asked(place)
    place.wait(days=1)
    moved = Failure(FailureKind.PERMISSION_DENIED, "This account has moved. Connect the new one.")
    place.platform.stands_against = moved
    await place.read()
    place.platform.ask("t2", "Hello?")
    place.wait(minutes=5)
    await place.read()
    assert len(place.threads(EVERYTHING)) == 2
    assert (channel(place).state, channel(place).state_reason) == (ChannelState.LIMITED, moved.sentence)

    place.platform.stands_against = None
    place.wait(hours=1)
    await place.read()
    assert channel(place).state is ChannelState.LIVE


async def test_a_paused_channel_is_neither_read_nor_sent_to_until_it_goes_on(place: Place) -> None:
    await asked(place)
    await place.do(PauseChannel(channel(place).id))
    answer = await place.reply("Yes.")
    place.platform.ask("t2", "Hello?")
    await place.read()
    await place.send()
    assert (len(place.threads(EVERYTHING)), place.state(answer)) == (1, Delivery.QUEUED)
    _, outcome, _ = await decided(place, CheckAccess(channel(place).id))
    assert outcome == "rejected"

    await place.do(PauseChannel(channel(place).id, on=False))
    await place.read()
    await place.send()
    assert (len(place.threads(EVERYTHING)), place.state(answer)) == (2, Delivery.SENT)


async def test_leaving_waits_can_be_taken_back_and_then_signs_out(place: Place) -> None:
    await asked(place)
    id_ = channel(place).id
    at = place.clock.now() + timedelta(seconds=10)
    await place.do(LeaveChannel(id_, at))
    await place.do(LeaveChannel(id_, on=False))
    assert channel(place).state is ChannelState.CONNECTING

    await place.do(LeaveChannel(id_, at))
    await place.engine.lead_out()
    assert (channel(place).state, place.platform.revoked) == (ChannelState.LEAVING, [])
    place.wait(seconds=11)
    await place.engine.lead_out()
    assert (channel(place).state, place.platform.revoked) == (ChannelState.DISCONNECTED, ["brand"])
    assert place.unlocked.secrets.get("channel:standin:brand") is None
    assert len(place.threads(EVERYTHING)) == 1

    late = await place.do(LeaveChannel(id_, on=False))
    result = place.engine.cache.result(late)
    assert result is not None
    assert result.outcome == "rejected"

    await decided(place, ConnectChannel("standin", again=id_))
    await place.do(LeaveChannel(id_, place.clock.now(), erase=True))
    await place.engine.lead_out()
    assert (place.engine.cache.channels(), place.threads(EVERYTHING)) == ([], [])


@pytest.mark.parametrize("broken_off", ["waiting", "closing"])
async def test_at_its_end_the_engine_closes_also_the_session_that_a_new_sign_in_took_the_place_of(
    place: Place, monkeypatch: pytest.MonkeyPatch, broken_off: str
) -> None:
    await asked(place)
    on_the_wire, closing, never = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def hangs(_: Intent) -> None:
        on_the_wire.set()
        await never.wait()

    async def closes(session: StandIn) -> None:
        closing.set()
        if session.platform.closed or broken_off == "waiting":
            session.platform.closed += 1
            return
        session.platform.closed = 1
        await never.wait()

    monkeypatch.setattr(StandIn, "close", closes)
    if broken_off == "waiting":
        place.platform.on_perform = hangs
        await place.reply("Yes.")
        place.engine.beside.watch(place.engine.outbox.start_due()[0])
        await on_the_wire.wait()
    place.platform.closed = 0
    place.engine.workers.part(channel(place).id)
    if broken_off == "closing":
        await closing.wait()
    assert place.engine.workers.all == {}
    await place.engine.beside.end()
    await place.engine.close()
    assert place.platform.closed == (1 if broken_off == "waiting" else 2), "once whole"
    await place.restart_from_closed()
