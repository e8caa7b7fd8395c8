"""Hiding, blocking, muting and reporting on a real network: the network itself says what became of each."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from socialdesk.connectors.bluesky.connector import BlueskyConnector
from socialdesk.connectors.bluesky.session import BlueskySession
from socialdesk.connectors.kit.contract import (
    Action,
    AnswerPrivately,
    BlockPerson,
    Credentials,
    HideMessage,
    Intent,
    MuteThread,
    Receipt,
    RemoveMessage,
    ReportMessage,
    SignedIn,
    Surroundings,
)
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.manifest import read_manifest
from socialdesk.model.failure import Certainty, FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.moderation import ReportReason
from socialdesk.model.thread import Kind
from socialdesk.support.clock import SystemClock
from tests.flows.bluesky_traffic import Ref, Traffic
from tests.flows.doorway import Doorway
from tests.patience import NEVER_S
from tests.peers.fixtures import BlueskyNetwork

pytestmark = [pytest.mark.flow, pytest.mark.peer_bluesky, pytest.mark.anyio]
MANIFEST = read_manifest(Path("socialdesk/connectors/bluesky/manifest.toml"))
C = CommandId("c")


class Held:
    """Keeps what opens the account."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials

    def load(self) -> Credentials:
        return self._credentials

    def store(self, credentials: Credentials) -> None:
        self._credentials = credentials


class Desk:
    """A brand with a post, Ann's rude answer below it, and the brand's session, whose line can be cut."""

    def __init__(self, network: BlueskyNetwork) -> None:
        self.network = network
        self.traffic = Traffic(network, network.new_account("brand"), [network.new_account("ann")], 1)
        self.post = self.traffic.say(self.traffic.brand, "Our new jacket is here.")
        self.rude = self.traffic.say(self.traffic.people[0], "You thieves.", to=self.post)
        network.settle()
        self.door = Doorway(network.pds)
        self.clock = SystemClock()
        self.http = Http(self.clock)
        self.session: BlueskySession | None = None

    async def sign_in(self, folder: Path) -> None:
        account = self.traffic.brand.account
        around = Surroundings(self.http, self.clock, folder)
        connector = BlueskyConnector(MANIFEST)
        typed = {"server": self.door.url, "identifier": account.handle, "password": account.app_password}
        signed = await connector.begin("app_password", typed, "", around)
        assert isinstance(signed, SignedIn)
        self.session = connector.open(signed.accounts[0], Held(signed.credentials), around, timedelta(days=30))

    def intent(self, action: Action) -> Intent:
        assert self.session is not None
        return Intent(action, self.session.reserve(action), self.clock.now())

    async def do(self, action: Action) -> Receipt:
        """Carry it out twice, as after a lost answer."""
        assert self.session is not None
        intent = self.intent(action)
        await self.session.perform(intent)
        receipt = await self.session.perform(intent)
        self.network.settle()
        return receipt

    async def happened(self, action: Action) -> bool:
        assert self.session is not None
        return await self.session.reconcile(self.intent(action)) is not None

    def gate(self) -> list[str]:
        """Which answers the network hides below the brand's post."""
        found = self.traffic.brand.get(
            "com.atproto.repo.listRecords", repo=self.post.author, collection="app.bsky.feed.threadgate"
        )
        return [uri for record in found["records"] for uri in record["value"].get("hiddenReplies", [])]

    def blocks(self) -> list[str]:
        found = self.traffic.brand.get(
            "com.atproto.repo.listRecords", repo=self.post.author, collection="app.bsky.graph.block"
        )
        return [record["value"]["subject"] for record in found["records"]]

    def seen(self, ref: Ref) -> dict[str, object]:
        """A post as the network shows it to the brand."""
        return self.traffic.brand.get("app.bsky.feed.getPosts", uris=[ref.uri])["posts"][0]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def desk(anyio_backend: str, bluesky_network: BlueskyNetwork, tmp_path: Path) -> AsyncIterator[Desk]:
    made = Desk(bluesky_network)
    await made.sign_in(tmp_path)
    yield made
    await made.http.close()
    made.door.shut()
    made.traffic.close()


async def test_an_answer_below_our_post_is_hidden_once_and_shown_again(desk: Desk) -> None:
    hide = HideMessage(C, desk.rude.uri, desk.rude.uri, on=True)
    assert not await desk.happened(hide)
    await desk.do(hide)
    assert desk.gate() == [desk.rude.uri]
    assert await desk.happened(hide)

    await desk.do(HideMessage(C, desk.rude.uri, desk.rude.uri, on=False))
    assert desk.gate() == []


async def test_below_a_post_of_somebody_else_nothing_can_be_hidden(desk: Desk) -> None:
    theirs = desk.traffic.say(desk.traffic.people[0], "My own post.", mention=True)
    desk.network.settle()

    with pytest.raises(ConnectorError) as refused:
        await desk.do(HideMessage(C, theirs.uri, theirs.uri, on=True))

    assert refused.value.failure.kind is FailureKind.PERMISSION_DENIED
    assert "only below your own posts" in refused.value.failure.sentence


async def test_a_person_is_blocked_once_and_let_in_again_also_when_another_app_blocked_them(desk: Desk) -> None:
    ann = desk.rude.author
    await desk.do(BlockPerson(C, ann, on=True))
    assert desk.blocks() == [ann]
    assert await desk.happened(BlockPerson(C, ann, on=True))

    await desk.do(BlockPerson(C, ann, on=False))
    assert desk.blocks() == []

    desk.traffic.brand.create({"subject": ann, "createdAt": "2026-01-01T00:00:00.000Z"}, "app.bsky.graph.block")
    desk.network.settle()
    await desk.do(BlockPerson(C, ann, on=False))
    assert desk.blocks() == []


async def test_a_thread_is_muted_and_unmuted(desk: Desk) -> None:
    for on in (True, False):
        await desk.do(MuteThread(C, desk.rude.uri, Kind.COMMENT, on=on))

        viewer = desk.seen(desk.rude)["viewer"]
        assert isinstance(viewer, dict)
        assert bool(viewer.get("threadMuted")) is on
        assert await desk.happened(MuteThread(C, desk.rude.uri, Kind.COMMENT, on=on))


async def test_a_lost_answer_is_looked_up_and_nothing_is_hidden_twice(desk: Desk) -> None:
    assert desk.session is not None
    intent = desk.intent(HideMessage(C, desk.rude.uri, desk.rude.uri, on=True))
    desk.door.lose_answer_to("hiddenReplies")

    with pytest.raises(ConnectorError) as lost:
        await desk.session.perform(intent)

    assert desk.door.swallowed.wait(NEVER_S)
    assert lost.value.failure.certainty is Certainty.UNKNOWN
    assert await desk.session.reconcile(intent) is not None
    assert desk.gate() == [desk.rude.uri]


async def test_whether_a_report_arrived_cannot_be_seen_and_nobody_deletes_what_others_wrote(desk: Desk) -> None:
    with pytest.raises(ConnectorError) as blind:
        await desk.happened(ReportMessage(C, desk.rude.uri, ReportReason.ABUSE, "She insults us."))
    assert not blind.value.failure.heals_itself

    with pytest.raises(ConnectorError) as refused:
        await desk.do(RemoveMessage(C, desk.rude.uri, desk.rude.uri))
    assert refused.value.failure.kind is FailureKind.PERMISSION_DENIED


async def test_a_post_is_answered_privately_where_its_writer_takes_messages_of_strangers(desk: Desk) -> None:
    assert desk.session is not None
    ann, brand = desk.traffic.people[0], desk.traffic.brand
    first = AnswerPrivately(C, desk.rude.uri, desk.rude.uri, "What happened? Write to us here.")
    for of, words in (("none", "takes no messages"), ("following", "only from people they follow")):
        ann.takes_messages(of)
        desk.network.settle()
        with pytest.raises(ConnectorError) as refused:
            await desk.session.perform(desk.intent(first))
        assert refused.value.failure.kind is FailureKind.PERMISSION_DENIED
        assert words in refused.value.failure.sentence
        assert not await desk.happened(first), "and no conversation was begun for it"
    assert ann.messages_of(brand) == []

    ann.takes_messages("all")
    desk.network.settle()
    assert not await desk.happened(first)
    assert (await desk.session.perform(desk.intent(first))).remote_id == ""
    assert await desk.happened(first)
    # The door that closes later does not close a conversation that there is.
    ann.takes_messages("none")
    desk.network.settle()
    second = AnswerPrivately(C, desk.rude.uri, desk.rude.uri, "Are you there?")
    await desk.session.perform(desk.intent(second))
    assert ann.messages_of(brand) == [second.text, first.text]
    assert desk.seen(desk.post)["replyCount"] == 1, "in public nothing was said"


async def test_a_lost_private_answer_is_found_in_the_conversation(desk: Desk) -> None:
    assert desk.session is not None
    ann, brand = desk.traffic.people[0], desk.traffic.brand
    ann.takes_messages("all")
    desk.network.settle()
    intent = desk.intent(AnswerPrivately(C, desk.rude.uri, desk.rude.uri, "What happened?"))
    desk.door.lose_answer_to("chat.bsky.convo.sendMessage")

    with pytest.raises(ConnectorError) as lost:
        await desk.session.perform(intent)

    assert desk.door.swallowed.wait(NEVER_S)
    assert lost.value.failure.certainty is Certainty.UNKNOWN
    assert await desk.session.reconcile(intent) is not None
    assert ann.messages_of(brand) == ["What happened?"]
