"""Whatever goes wrong with an account, on every network: a state, a sentence with a next step, and nothing lost.

Each is brought about in the world of the connector's scenario, and looked at where a person would see it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from socialdesk.connectors.suite.sentences import wrong_with
from socialdesk.desktop.look import connector_words, language
from socialdesk.model.channel import ChannelState
from socialdesk.model.failure import Failure, FailureKind
from tests.connectors.bluesky import network
from tests.connectors.standing import Standing, standing
from tests.connectors.wrongs import LIVE, OTHERS, WRONGS, signed_out
from tests.flows.bluesky_traffic import Traffic
from tests.peers.fixtures import BlueskyNetwork
from tools.networks import PAGE, written

pytestmark = pytest.mark.anyio
TOLD = written(PAGE.read_text(encoding="utf-8"))
NEEDS = {"email": pytest.mark.peer_mail}
NETWORKS = [pytest.param(one, marks=NEEDS.get(one, ())) for one in sorted(WRONGS)]
WAYS = [pytest.param(name, case, marks=NEEDS.get(name, ())) for name in sorted(WRONGS) for case in WRONGS[name]]
CASES = ("missing permission", "renamed", "suspended", "moved", "old version")


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    language.speak(qapp, "en")


def expect_words(text: str) -> None:
    """A sentence of use to a person, which French has too."""
    assert wrong_with(Failure(FailureKind.PERMISSION_DENIED, text)) == ""
    expect_french(text)


def expect_french(text: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language.speak(app, "fr")
    assert connector_words.sentence(text) != text, f"nobody says in French: {text}"
    language.speak(app, "en")


async def at_work(place: Standing) -> dict[str, str]:
    """Sign in and read; gives what is here."""
    assert await place.sign_in() == ""
    await place.read()
    assert place.channel.state is LIVE, place.channel.state_reason
    here = place.messages()
    assert set(place.world.truth()) <= set(here)
    return here


async def expect_filled(place: Standing, said: set[str]) -> None:
    """Read; what was said meanwhile is here, and all is well."""
    await place.check()
    await place.read()
    assert said - set(place.messages()) == set()
    assert (place.channel.state, place.channel.state_reason) == (LIVE, "")


@pytest.mark.parametrize("name", NETWORKS)
async def test_wrong_keys_open_nothing_and_leave_what_is_there(name: str, tmp_path: Path) -> None:
    async with standing(name, tmp_path) as place:
        expect_words(await place.sign_in(place.world.wrong))
        assert place.engine.cache.channels() == []
        here = await at_work(place)
        expect_words(await place.sign_in(place.world.wrong))
        await expect_filled(place, set(here))


@pytest.mark.parametrize("name", NETWORKS)
async def test_another_accounts_keys_renew_nothing_and_say_whose_they_are(name: str, tmp_path: Path) -> None:
    async with standing(name, tmp_path) as place:
        here = await at_work(place)
        ends = OTHERS[name](place.world) if name in OTHERS else None
        refused = await place.sign_in(place.world.other or None)
        assert f"This channel is {place.channel.handle}" in refused
        expect_words(refused)
        if ends is not None:
            ends()
        await expect_filled(place, set(here))


@pytest.mark.parametrize(("name", "case"), WAYS)
async def test_what_goes_wrong_is_said_and_what_came_meanwhile_is_read_once_it_is_over(
    name: str, case: str, tmp_path: Path
) -> None:
    wrong = WRONGS[name][case]
    async with standing(name, tmp_path) as place:
        here = await at_work(place)
        ends = wrong.happens(place.world)
        await place.check()
        changes = await place.world.happen()
        await place.read()

        now = place.channel
        assert (now.state, wrong.says in now.state_reason) == (wrong.state, True), now.state_reason
        assert (now.state is LIVE) is (now.state_reason == "")
        if now.state_reason:
            expect_words(now.state_reason)
        assert set(wrong.missing) <= set(place.access.missing)
        told = {one.key: one for one in place.trial.manifest.access}
        for key in wrong.missing:
            for text in (told[key].missing, told[key].mend):
                expect_french(text)
        assert wrong.called in ("", now.name, now.handle)
        # What was here is here still: only its writers take anything away.
        assert set(here) - set(place.messages()) <= set(changes.deleted)
        ends()
        await expect_filled(place, {*changes.said, *changes.late})


@pytest.mark.parametrize("name", NETWORKS)
async def test_signed_out_there_the_next_sign_in_fills_the_gap_and_says_how_much_it_brought(
    name: str, tmp_path: Path
) -> None:
    async with standing(name, tmp_path) as place:
        here = await at_work(place)
        # A mailbox that opens no more opens for nobody, so what comes into it comes just before.
        before = await place.world.happen() if place.world.stand_in is None else None
        opens_again = signed_out(place.world)
        changes = before or await place.world.happen()
        await place.read()
        assert place.channel.state is ChannelState.BAD_CREDENTIALS
        expect_words(place.channel.state_reason)
        assert set(place.messages()) == set(here)
        assert place.access.lost_at is not None
        assert place.access.mended_at is None

        opens_again()
        assert await place.sign_in() == ""
        await expect_filled(place, {*changes.said, *changes.late})
        assert place.access.mended_at is not None
        assert place.access.brought >= len({*changes.said, *changes.late})


def test_every_case_of_the_page_is_one_here_or_cannot_be() -> None:
    for name in set(WRONGS) & set(TOLD):
        done = {case for case in CASES if TOLD[name][case][0] == "done"}
        assert done == set(WRONGS[name]), name


@pytest.mark.peer_bluesky
class TestOnBluesky:
    """The network itself."""

    @pytest.fixture(autouse=True)
    def network(self, bluesky_network: BlueskyNetwork) -> Iterator[None]:
        brand, ann = (bluesky_network.new_account(name) for name in ("brand", "ann"))
        traffic = Traffic(bluesky_network, brand, [ann], 1)
        network.use(traffic)
        yield
        network.use(None)
        traffic.close()

    async def test_wrong_keys_and_anothers_open_nothing_and_a_new_name_is_shown(self, tmp_path: Path) -> None:
        async with standing("bluesky", tmp_path) as place:
            expect_words(await place.sign_in(place.world.wrong))
            here = await at_work(place)
            refused = await place.sign_in(place.world.other)
            assert f"This channel is {place.channel.handle}" in refused
            expect_words(refused)
            new = place.channel.handle.removeprefix("@").replace("brand", "named")
            place.world.brand.call("com.atproto.identity.updateHandle", {"handle": new})
            await place.read()
            await place.check()
            assert place.channel.handle == f"@{new}"
            await expect_filled(place, set(here))

    async def test_suspended_it_says_so_and_signed_in_again_the_gap_is_filled(self, tmp_path: Path) -> None:
        async with standing("bluesky", tmp_path) as place:
            here = await at_work(place)
            assert place.world.revoke()
            changes = await place.world.happen()
            await place.read()
            assert place.channel.state is ChannelState.BAD_CREDENTIALS
            assert "suspended" in place.channel.state_reason
            expect_words(place.channel.state_reason)
            assert set(place.messages()) == set(here)

            place.world.traffic.network.take_down(place.world.brand.account.did, applied=False)
            place.world.is_suspended = False
            assert await place.sign_in() == ""
            await expect_filled(place, {*changes.said, *changes.late})
            assert place.access.brought >= len({*changes.said, *changes.late})
