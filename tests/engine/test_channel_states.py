"""Whatever a network does to an account: the channel says it with a sentence, the rest goes on, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from socialdesk.connectors.kit.contract import Page
from socialdesk.connectors.kit.failures import failed
from socialdesk.model.channel import Channel, ChannelState
from socialdesk.model.command import ConnectChannel
from socialdesk.model.delivery import Delivery
from socialdesk.model.failure import Failure, FailureKind
from socialdesk.store.access import access
from tests.engine.desk_work import Place, asked
from tests.engine.standin import OFFLINE, Fault, StandIn

pytestmark = pytest.mark.anyio
LATER = "The stand-in allows more later."


def channel(place: Place) -> Channel:
    """The only channel."""
    (one,) = place.engine.cache.channels()
    return one


@pytest.mark.parametrize(
    ("kind", "state", "says"),
    [
        (FailureKind.AUTH_EXPIRED, ChannelState.BAD_CREDENTIALS, "It was signed out there. Sign in again."),
        (FailureKind.PERMISSION_DENIED, ChannelState.LIMITED, "It may not read messages. Allow it there."),
        (FailureKind.SUSPENDED, ChannelState.SUSPENDED, "The account has moved. Connect the new one."),
        (FailureKind.OFFLINE, ChannelState.OFFLINE, "It cannot be reached. It is tried again."),
        (FailureKind.RATE_LIMITED, ChannelState.RATE_LIMITED, LATER),
        (FailureKind.TRANSIENT, ChannelState.DELAYED, "It did not answer. It is tried again."),
        (FailureKind.NOT_FOUND, ChannelState.DELAYED, "There is no such account. Look for it there."),
        (FailureKind.INVALID, ChannelState.DELAYED, "SocialDesk could not read this channel properly;"),
    ],
)
async def test_what_stands_against_an_account_is_a_state_with_a_sentence_and_what_is_here_stays(
    place: Place, kind: FailureKind, state: ChannelState, says: str
) -> None:
    await asked(place)
    place.platform.looks.append(failed(kind, says))
    await place.read()

    now = channel(place)
    assert now.state is state
    assert now.state_reason.startswith(says)
    assert place.thread().preview == "Is it in stock?"
    (worker,) = place.engine.workers.all.values()
    assert worker.next_pull > place.clock.now()

    place.wait(hours=2)
    place.platform.ask("t1", "Hello?")
    await place.read()
    assert (channel(place).state, channel(place).state_reason) == (ChannelState.LIVE, "")
    assert place.thread().preview == "Hello?"


async def test_an_account_that_is_closed_is_tried_once_an_hour_and_its_answers_wait_until_it_is_open(
    place: Place,
) -> None:
    closed = failed(FailureKind.SUSPENDED, "This account is suspended. Look at its e-mails.")
    await asked(place)
    place.platform.faults.append(Fault(closed))
    command = await place.reply("Yes.")
    await place.send()
    assert place.state(command) is Delivery.HELD
    assert channel(place).state is ChannelState.SUSPENDED
    (worker,) = place.engine.workers.all.values()
    assert worker.next_pull - place.clock.now() == timedelta(hours=1)

    place.wait(hours=1)
    await place.read()
    await place.send()
    assert place.state(command) is Delivery.SENT


async def test_signed_out_elsewhere_the_gap_is_filled_after_the_next_sign_in_and_all_of_it_counted(
    place: Place,
) -> None:
    place.platform.changes = {"streams": ("all", "rest")}
    await place.restart()
    await asked(place)
    place.platform.signed_out = True
    lost = place.clock.now()
    place.wait(hours=3)
    await place.read()
    known = access(place.engine.cache, channel(place).id)
    assert known is not None
    assert (known.lost_at, known.mended_at) == (lost, None)

    place.platform.ask("t1", "Still there?")
    place.platform.ask("t2", "Hello?")
    place.wait(hours=1)
    await place.do(ConnectChannel("standin", again=channel(place).id))
    await place.engine.decide_network()
    # The second stream is not reached at first: not all is filled yet, and what came counts all the same.
    place.platform.fails_on = {"rest": OFFLINE}
    await place.read()
    known = access(place.engine.cache, channel(place).id)
    assert known is not None
    assert known.mended_at is None

    place.platform.fails_on = {}
    place.wait(minutes=5)
    await place.read()
    known = access(place.engine.cache, channel(place).id)
    assert known is not None
    assert (known.mended_at, known.brought) == (place.clock.now(), 2)
    assert channel(place).state is ChannelState.LIVE


async def test_a_stream_that_must_wait_keeps_neither_the_others_nor_the_trial_of_the_sign_in_waiting(
    place: Place,
) -> None:
    place.platform.changes = {"streams": ("all", "rest")}
    await place.restart()
    await asked(place)
    place.platform.granted = (("read", True),)
    until = place.clock.now() + timedelta(days=2)
    place.platform.fails_on = {"rest": failed(FailureKind.RATE_LIMITED, LATER, retry_at=until)}
    place.platform.looked_for.clear()
    place.wait(hours=25)
    place.platform.ask("t1", "Hello?")
    await place.read()
    assert place.thread().preview == "Hello?"
    assert place.platform.looked_for, "what is known is looked after"
    known = access(place.engine.cache, channel(place).id)
    assert known is not None
    assert known.granted == (("read", True),)
    assert (channel(place).state, channel(place).state_until) == (ChannelState.RATE_LIMITED, until)


async def test_a_renamed_account_renames_its_channel(place: Place) -> None:
    await asked(place)
    place.platform.called = "brand-new.example"
    place.wait(hours=25)
    await place.read()
    assert channel(place).handle == "brand-new.example"


async def test_a_trial_that_finds_the_account_closed_stays_beside_a_reading_that_goes_well(place: Place) -> None:
    await asked(place)
    place.platform.stands_against = Failure(FailureKind.SUSPENDED, "This version is retired. Update SocialDesk.")
    place.wait(hours=25)
    await place.read()
    assert channel(place).state is ChannelState.SUSPENDED
    place.platform.stands_against = None
    place.wait(hours=1)
    await place.read()
    await place.read()
    assert channel(place).state is ChannelState.LIVE


async def test_a_mistake_of_a_connector_in_its_trial_ends_nothing(
    place: Place, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    await asked(place)
    (worker,) = place.engine.workers.all.values()

    async def wrong() -> None:
        raise KeyError("scopes")

    expect_log("the trial of its sign-in failed")
    monkeypatch.setattr(worker.session, "check", wrong)
    place.wait(hours=25)
    await place.read()
    assert channel(place).state is ChannelState.LIVE


async def test_places_that_lead_round_and_round_end_the_round_and_the_rest_is_read_the_next_time(place: Place) -> None:
    await asked(place)
    place.platform.pages.extend(((), "ab"[nth % 2], True) for nth in range(20))
    await place.read()
    assert len(place.platform.pages) == 17, "the third page said nothing that was not there before"

    place.platform.pages.clear()
    place.platform.ask("t1", "Hello?")
    place.wait(minutes=5)
    await place.read()
    assert place.thread().preview == "Hello?"


async def test_a_place_that_is_lost_again_and_again_is_begun_anew_once_in_a_round(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asked(place)
    asked_for: list[str | None] = []

    async def pull(_: StandIn, _stream: str, cursor: str | None, _deadline: object) -> Page:
        asked_for.append(cursor)
        if len(asked_for) > 20:
            pytest.fail("it asks without end")
        if cursor is not None:
            raise failed(FailureKind.CURSOR_INVALID, "Its places are lost. It is read anew.")
        return Page((), f"page {len(asked_for)}", has_more=True)

    with monkeypatch.context() as patched:
        patched.setattr(StandIn, "pull", pull)
        await place.read()
    assert asked_for[1:] == [None, "page 2"]
    assert channel(place).state is ChannelState.DELAYED
    assert channel(place).state_reason.startswith("SocialDesk could not read this channel properly;")
    assert place.thread().preview == "Is it in stock?"
