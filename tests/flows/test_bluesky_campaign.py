"""A short campaign on a real network: people write, the brand answers, and the engine is killed at random, for real."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from socialdesk.desktop.bridge.engine_process import BUSY
from tests.campaign.run import ENGINE_INSTANTS
from tests.flows.bluesky_traffic import Traffic
from tests.flows.command_line import Program
from tests.flows.test_bluesky_first_light import connect, everything
from tests.peers.fixtures import BlueskyNetwork

pytestmark = [pytest.mark.flow, pytest.mark.peer_bluesky, pytest.mark.crash]
SEED = 20_261_123
ROUNDS = 7


@pytest.fixture
def talk(bluesky_network: BlueskyNetwork) -> Iterator[Traffic]:
    """A brand and two people on accounts of this test's own."""
    brand, ann, bob = (bluesky_network.new_account(name) for name in ("brand", "ann", "bob"))
    traffic = Traffic(bluesky_network, brand, [ann, bob], SEED)
    traffic.say(traffic.brand, "Our new jacket is here.")
    bluesky_network.settle()
    yield traffic
    traffic.close()


def engine(program: Program, dies_at: str, after: int) -> subprocess.Popen[bytes]:
    """The engine as a process of its own, that dies at an instant of its work."""
    env = os.environ | {"SOCIALDESK_FAILPOINT": f"{dies_at}:{after}"}
    return subprocess.Popen(program.command("engine"), env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.timeout(300)
def test_nothing_is_lost_or_doubled_on_a_real_network_while_the_engine_is_killed(talk: Traffic, tmp_path: Path) -> None:
    dice = random.Random(SEED)
    program = Program.at(tmp_path)
    connect(program, talk)
    program.do("sync", "--once")
    asked = given = 0
    kills: Counter[str] = Counter()
    for _ in range(ROUNDS):
        for _ in range(3):
            asked += 1
            talk.say(dice.choice(talk.people), f"Question {asked}?", to=talk.posts[0])
        talk.network.settle()
        open_threads = [line["id"] for line in program.objects("threads", "--view", "team")]
        running = engine(program, dice.choice(ENGINE_INSTANTS), dice.choice([1, 1, 2]))
        for thread in dice.sample(open_threads, min(3, len(open_threads))):
            # Whoever answers finds the engine running, or dead, or dying under it, or just about to start.
            said = program.run("reply", str(thread), "--text", f"Answer {given + 1}.", "--send-now")
            given += "busy with this workspace" not in said.stderr
        until = time.monotonic() + dice.choice([0.3, 2, 12])
        while running.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        if running.poll() is None:
            running.kill()
            kills["random"] += 1
        else:
            # It ends by itself only when an answer's own engine holds the workspace just then.
            assert running.returncode in {-signal.SIGKILL, BUSY}
            kills["fail-point" if running.returncode == -signal.SIGKILL else "was taken"] += 1
        running.wait()
    assert kills["fail-point"] + kills["random"] > 0

    for _ in range(3):
        program.run("sync", "--once")
        talk.network.settle()
    texts = Counter(post["value"]["text"] for post in talk.brand.own_posts())
    assert [text for text, number in texts.items() if number > 1] == []
    threads, messages = everything(program)
    truth = {uri for uri, ref in talk.truth.items() if "Question" in ref.text}
    assert truth <= messages.keys(), "a question is lost"
    own = [one for one in messages.values() if one["direction"] == "out" and one["text"].startswith("Answer")]
    assert Counter(one["text"] for one in own) == Counter(text for text in texts if text.startswith("Answer"))
    assert {one["state"] for one in own} == {"sent"}
    # Each that was given is there, or it is shown why it is not.
    shown = {line["text"] for line in program.objects("outbox")}
    for number in range(1, given + 1):
        assert f"Answer {number}." in texts or f"Answer {number}." in shown, json.dumps([number, kills], default=str)
    assert threads
