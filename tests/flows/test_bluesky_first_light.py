"""The main job on a real network, from the outside: what was said to the brand is in the queue once, and what the brand
answers is on the network once, whatever dies in between.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.flows.bluesky_traffic import Ref, Traffic
from tests.flows.command_line import Program
from tests.flows.doorway import Doorway
from tests.patience import NEVER_S
from tests.peers.fixtures import BlueskyNetwork, XServer

pytestmark = [pytest.mark.flow, pytest.mark.peer_bluesky]
SEED = 20_261_123


@pytest.fixture
def small_talk(bluesky_network: BlueskyNetwork) -> Iterator[Traffic]:
    """A brand with one post and one question under it, on accounts of this test's own."""
    brand, ann, bob = (bluesky_network.new_account(name) for name in ("brand", "ann", "bob"))
    traffic = Traffic(bluesky_network, brand, [ann, bob], SEED)
    post = traffic.say(traffic.brand, "Our new jacket is here.")
    traffic.say(traffic.people[0], "Is it in stock?", to=post)
    bluesky_network.settle()
    yield traffic
    traffic.close()


def connect(program: Program, traffic: Traffic, server: str | None = None) -> None:
    account = traffic.brand.account
    server = server or traffic.network.pds
    words = ("channel", "add", "bluesky", "--server", server, "--identifier", account.handle, "--password-stdin")
    program.do(*words, typed=account.app_password + "\n")


def everything(program: Program) -> tuple[dict[int, dict[str, Any]], dict[str, dict[str, Any]]]:
    """All threads by id, and all messages the platform has by their address there."""
    threads: dict[int, dict[str, Any]] = {}
    messages: dict[str, dict[str, Any]] = {}
    for line in program.objects("export", "--format", "jsonl"):
        if line["type"] == "thread":
            assert line["id"] not in threads
            threads[line["id"]] = line
        elif line["type"] == "message" and line["external_id"]:
            assert line["external_id"] not in messages, "a message is there twice"
            messages[line["external_id"]] = line
    return threads, messages


def answers(traffic: Traffic, text: str) -> list[dict[str, Any]]:
    """The brand's posts with this text, read from its repository on the network."""
    return [post for post in traffic.brand.own_posts() if post["value"]["text"] == text]


def thread_of(program: Program, post: Ref) -> str:
    """The number of the thread that a post is in."""
    return str(everything(program)[1][post.uri]["thread"])


def test_three_hundred_posts_by_three_people_are_in_the_queue_once_and_in_place(
    bluesky_network: BlueskyNetwork, tmp_path: Path
) -> None:
    brand, ann, bob = (bluesky_network.new_account(name) for name in ("brand", "ann", "bob"))
    traffic = Traffic(bluesky_network, brand, [ann, bob], SEED)
    traffic.talk(300)
    program = Program.at(tmp_path)
    connect(program, traffic)

    program.do("sync", "--once")

    threads, messages = everything(program)
    truth = traffic.truth
    missing = {uri: (ref.kind, ref.depth, ref.text) for uri, ref in truth.items() if uri not in messages}
    assert not missing
    assert not messages.keys() - truth.keys()
    first_of: dict[int, str] = {}
    for uri, ref in truth.items():
        found = messages[uri]
        assert found["text"] == ref.text
        assert datetime.fromisoformat(found["created_at"]) == ref.created_at
        assert found["direction"] == ("out" if ref.author == brand.did else "in")
        thread = threads[found["thread"]]
        assert thread["kind"] == ref.kind
        assert thread["permalink"].endswith(str(ref.thread).rsplit("/", 1)[1])
        assert first_of.setdefault(thread["id"], str(ref.thread)) == ref.thread
    assert len(threads) == len({ref.thread for ref in truth.values()})

    # In triage order: whoever has waited longest comes first, moved up by an hour at most for what they wrote.
    open_threads = program.objects("threads", "--view", "team")
    due = [datetime.fromisoformat(thread["due_at"]) for thread in open_threads if thread["due_at"]]
    assert due
    assert all(one - timedelta(hours=1) <= other for one, other in pairwise(due))
    shown = program.objects("show", str(open_threads[0]["id"]))
    spoken = [line["created_at"] for line in shown if line.get("external_id")]
    assert spoken == sorted(spoken)

    program.do("sync", "--once")
    assert everything(program) == (threads, messages)

    # What was written long ago and comes in late, an edit and a deletion are seen by the next sync.
    late = traffic.say(traffic.people[0], "Written on a train.", mention=True, at=datetime.now(UTC) - timedelta(days=2))
    gone = next(ref for ref in truth.values() if ref.author == ann.did and ref.depth == 0)
    traffic.people[0].delete(gone.uri)
    bluesky_network.settle()
    program.do("sync", "--once")
    messages = everything(program)[1]
    assert messages[late.uri]["text"] == late.text
    assert messages[gone.uri]["deleted_at"]
    traffic.close()


def test_an_answer_is_on_the_network_once_and_under_the_question(small_talk: Traffic, tmp_path: Path) -> None:
    program = Program.at(tmp_path)
    connect(program, small_talk)
    program.do("sync", "--once")
    question = small_talk.posts[-1]
    thread = thread_of(program, question)

    asker = next(one.account for one in small_talk.people if one.account.did == question.author)
    said = f"👋 Yes, @{asker.handle}, in all sizes. @nobody.invalid"
    program.do("reply", thread, "--text", said, "--send-now", "--wait")

    (answer,) = answers(small_talk, said)
    # Who is named there is told; who is nobody there stays words.
    (named,) = answer["value"]["facets"]
    assert named["features"] == [{"$type": "app.bsky.richtext.facet#mention", "did": asker.did}]
    span = said.encode()[named["index"]["byteStart"] : named["index"]["byteEnd"]]
    assert span.decode() == f"@{asker.handle}"
    assert answer["value"]["reply"]["parent"]["uri"] == question.uri
    assert answer["value"]["reply"]["root"]["uri"] == question.root[0]
    small_talk.network.settle()
    program.do("sync", "--once")
    own = [m for m in everything(program)[1].values() if m["direction"] == "out"]
    assert [(m["external_id"], m["state"]) for m in own] == [(answer["uri"], "sent")]


@pytest.mark.crash
@pytest.mark.parametrize("instant", ["before_request", "after_request", "before_receipt"])
def test_an_answer_is_there_once_though_the_engine_was_killed(
    small_talk: Traffic, tmp_path: Path, instant: str
) -> None:
    program = Program.at(tmp_path)
    connect(program, small_talk)
    program.do("sync", "--once")
    thread = thread_of(program, small_talk.posts[-1])

    killed = program.run(
        "reply", thread, "--text", "Yes.", "--send-now", "--wait", env={"SOCIALDESK_FAILPOINT": f"dispatch.{instant}"}
    )
    assert killed.returncode == -9, killed
    assert len(answers(small_talk, "Yes.")) == (0 if instant == "before_request" else 1)

    program.do("sync", "--once")

    assert len(answers(small_talk, "Yes.")) == 1
    small_talk.network.settle()
    program.do("sync", "--once")
    (mine,) = [m for m in everything(program)[1].values() if m["direction"] == "out"]
    assert mine["state"] == "sent"
    assert len(answers(small_talk, "Yes.")) == 1


def test_nothing_is_lost_while_the_server_is_gone(small_talk: Traffic, tmp_path: Path) -> None:
    door = Doorway(small_talk.network.pds)
    program = Program.at(tmp_path)
    connect(program, small_talk, door.url)
    program.do("sync", "--once")
    thread = thread_of(program, small_talk.posts[-1])
    door.shut()
    while_gone = small_talk.say(small_talk.people[1], "Anybody there?", to=small_talk.posts[0])
    small_talk.network.settle()

    refused = program.run("reply", thread, "--text", "One moment.", "--send-now", "--wait")
    assert refused.returncode == 3, refused
    assert program.run("sync", "--once").returncode == 3
    assert [line["state"] for line in program.objects("outbox")] == ["waiting"]
    assert answers(small_talk, "One moment.") == []
    door.open()

    program.do("sync", "--once")

    assert len(answers(small_talk, "One moment.")) == 1
    assert while_gone.uri in everything(program)[1]
    assert program.objects("outbox") == []
    door.shut()


def test_a_lost_answer_of_the_server_does_not_double_the_brands_answer(small_talk: Traffic, tmp_path: Path) -> None:
    door = Doorway(small_talk.network.pds)
    program = Program.at(tmp_path)
    connect(program, small_talk, door.url)
    program.do("sync", "--once")
    thread = thread_of(program, small_talk.posts[-1])
    door.lose_answer_to("com.atproto.repo.putRecord")

    program.run("reply", thread, "--text", "Here it is.", "--send-now", "--wait")
    assert door.swallowed.wait(NEVER_S)
    program.do("sync", "--once")

    assert len(answers(small_talk, "Here it is.")) == 1
    (mine,) = [m for m in everything(program)[1].values() if m["direction"] == "out"]
    assert mine["state"] == "sent"
    door.shut()


@pytest.mark.xvfb
def test_an_answer_typed_in_the_real_window_is_on_the_network_once(
    small_talk: Traffic, x_server: XServer, tmp_path: Path
) -> None:
    program = Program.at(tmp_path)
    connect(program, small_talk)
    program.do("sync", "--once")
    said = tmp_path / "window.log"
    with said.open("wb") as sink:
        window = subprocess.Popen(program.command("desktop"), env=x_server.environment(), stdout=sink, stderr=sink)
    try:
        found = x_server.xdotool("search", "--sync", "--onlyvisible", "--name", "SocialDesk").splitlines()[0]
        x_server.xdotool("windowfocus", "--sync", found)
        # G U: the view Unassigned; Down: its first thread; R: into the answer.
        for key in ("g", "u", "j", "r"):
            x_server.xdotool("key", "--delay", "50", key)
        x_server.xdotool("type", "--delay", "20", "Yes, from the window.")
        x_server.xdotool("key", "ctrl+Return")
        until = time.monotonic() + NEVER_S
        while not answers(small_talk, "Yes, from the window.") and time.monotonic() < until:
            assert window.poll() is None, said.read_text()
            time.sleep(0.5)
    finally:
        window.terminate()
        window.wait(NEVER_S)

    assert len(answers(small_talk, "Yes, from the window.")) == 1
    small_talk.network.settle()
    program.do("sync", "--once")
    assert len(answers(small_talk, "Yes, from the window.")) == 1
