"""Direct messages on a Bluesky network, from the outside: read once, answered once, also when the line breaks.

The chat service behind the network's own server is a stand-in (see tests/peers/bluesky): Bluesky publishes none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.flows.bluesky_traffic import Writer
from tests.flows.command_line import Program
from tests.flows.doorway import Doorway
from tests.patience import NEVER_S
from tests.peers.fixtures import BlueskyNetwork

pytestmark = [pytest.mark.flow, pytest.mark.peer_bluesky]


class Talk:
    """A brand and Bob, who writes to it."""

    def __init__(self, network: BlueskyNetwork) -> None:
        self.network = network
        self.brand, self.bob = (
            Writer(network, network.new_account("brand")),
            Writer(network, network.new_account("bob")),
        )
        # By default only people whom the brand follows may write to it; a brand opens its door.
        body = {"repo": self.brand.account.did, "collection": "chat.bsky.actor.declaration", "rkey": "self"}
        record = {"$type": "chat.bsky.actor.declaration", "allowIncoming": "all"}
        self.brand.call("com.atproto.repo.putRecord", {**body, "record": record})
        network.settle()
        for writer in (self.brand, self.bob):
            writer.http.headers["atproto-proxy"] = network.chat_proxy
        found = self.bob.get("chat.bsky.convo.getConvoForMembers", members=self.brand.account.did)
        self.convo = found["convo"]["id"]

    def bob_says(self, text: str) -> dict[str, Any]:
        return self.bob.call("chat.bsky.convo.sendMessage", {"convoId": self.convo, "message": {"text": text}})

    def said_by_brand(self) -> list[str]:
        """The brand's messages as the service has them, the newest first."""
        page = self.bob.get("chat.bsky.convo.getMessages", convoId=self.convo, limit=100)
        return [m["text"] for m in page["messages"] if m["sender"]["did"] == self.brand.account.did]


@pytest.fixture
def talk(bluesky_network: BlueskyNetwork) -> Iterator[Talk]:
    both = Talk(bluesky_network)
    yield both
    both.brand.close()
    both.bob.close()


def connect(program: Program, talk: Talk, server: str | None = None) -> None:
    account = talk.brand.account
    where = ("--server", server or talk.network.pds, "--identifier", account.handle, "--password-stdin")
    program.do("channel", "add", "bluesky", *where, typed=account.app_password + "\n")


def messages(program: Program) -> list[dict[str, Any]]:
    return [line for line in program.objects("export", "--format", "jsonl") if line["type"] == "message"]


def test_messages_are_read_once_and_answered_once(talk: Talk, tmp_path: Path) -> None:
    talk.bob_says("My order 123 is broken 😢")
    program = Program.at(tmp_path)
    connect(program, talk)
    program.do("sync", "--once")
    talk.bob_says("Hello?")
    program.do("sync", "--once")

    (thread,) = program.objects("threads")
    assert thread["kind"] == "dm"
    assert [m["text"] for m in messages(program)] == ["My order 123 is broken 😢", "Hello?"]

    program.do("reply", str(thread["id"]), "--text", "A new one is on its way.", "--send-now", "--wait")
    assert talk.said_by_brand() == ["A new one is on its way."]
    program.do("sync", "--once")
    own = [m for m in messages(program) if m["direction"] == "out"]
    assert [(m["text"], m["state"]) for m in own] == [("A new one is on its way.", "sent")]


def test_a_lost_answer_is_found_in_the_conversation_and_not_sent_again(talk: Talk, tmp_path: Path) -> None:
    talk.bob_says("Anybody there?")
    door = Doorway(talk.network.pds)
    program = Program.at(tmp_path)
    connect(program, talk, door.url)
    program.do("sync", "--once")
    (thread,) = program.objects("threads")
    door.lose_answer_to("chat.bsky.convo.sendMessage")

    program.run("reply", str(thread["id"]), "--text", "Yes, we are.", "--send-now", "--wait")
    assert door.swallowed.wait(NEVER_S)
    program.do("sync", "--once")

    assert talk.said_by_brand() == ["Yes, we are."]
    own = [m for m in messages(program) if m["direction"] == "out"]
    assert [m["state"] for m in own] == ["sent"]
    door.shut()


@pytest.mark.crash
@pytest.mark.parametrize("instant", ["before_request", "after_request", "before_receipt"])
def test_a_message_is_never_doubled_though_the_engine_was_killed(talk: Talk, tmp_path: Path, instant: str) -> None:
    talk.bob_says("Anybody there?")
    program = Program.at(tmp_path)
    connect(program, talk)
    program.do("sync", "--once")
    (thread,) = program.objects("threads")
    point = {"SOCIALDESK_FAILPOINT": f"dispatch.{instant}"}
    killed = program.run("reply", str(thread["id"]), "--text", "Yes.", "--send-now", "--wait", env=point)
    assert killed.returncode == -9, killed

    for _ in range(2):
        program.run("sync", "--once")

    # Without a key of the service a blind repeat could double: what was not sent is shown to a person instead.
    (own,) = [m for m in messages(program) if m["direction"] == "out"]
    sent = talk.said_by_brand()
    assert (len(sent), own["state"]) == ((0, "unknown") if instant == "before_request" else (1, "sent"))


def test_an_app_password_without_messages_still_brings_the_posts(talk: Talk, tmp_path: Path) -> None:
    account = talk.brand.account
    del talk.brand.http.headers["atproto-proxy"]
    session = talk.brand.call(
        "com.atproto.server.createSession", {"identifier": account.handle, "password": account.password}
    )
    talk.brand.http.headers["authorization"] = f"Bearer {session['accessJwt']}"
    made = talk.brand.call("com.atproto.server.createAppPassword", {"name": "posts only", "privileged": False})
    program = Program.at(tmp_path)
    where = ("--server", talk.network.pds, "--identifier", account.handle, "--password-stdin")

    added = program.run("channel", "add", "bluesky", *where, typed=made["password"] + "\n")
    assert added.returncode == 0
    assert "direct messages" in added.stderr
    read = program.run("sync", "--once")

    assert "direct messages" in read.stderr
    assert "limited" in program.do("channel", "list")
