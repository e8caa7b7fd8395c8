"""A person connects a real account in the window: the wizard, the secret store, the engine, the network."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.command_line import PASSPHRASE, Program
from tests.patience import NEVER_S
from tests.peers.fixtures import BlueskyNetwork

# A process of its own: the window's loop is joined with Qt's, and pytest's Qt plug-in has one already.
CODE = """
import asyncio, json, sys
from pathlib import Path
import qasync
from PySide6.QtWidgets import QApplication
from socialdesk.desktop.bridge.engine_process import EngineProcess
from socialdesk.desktop.look import theme
from socialdesk.desktop.shell.window import Window
from socialdesk.launch.desktop import make_bridge
from socialdesk.store.protection import Protection, create
from socialdesk.support.paths import Workspace

told = json.loads(sys.stdin.read())
app = QApplication([])
unlocked = create(Workspace(Path(told["folder"])), "W", Protection.PASSPHRASE, told["passphrase"])
bridge = make_bridge(unlocked, is_demo=False)
loop = qasync.QEventLoop(app)
asyncio.set_event_loop(loop)
theme.apply(app)
window = Window(bridge)
window.show()
engine = EngineProcess(unlocked)
engine.start()
bridge.follow.start()
wizard = window.connecting.wizard
outcomes = asyncio.Queue()
settle = wizard.settle
wizard.settle = lambda outcome: (outcomes.put_nowait(outcome), settle(outcome))

async def connect():
    bridge.tasks.start(bridge.follow.keep_connected())
    window.connecting.open()
    for password in told["passwords"]:
        typed = {"server": told["server"], "identifier": told["handle"], "password": password}
        wizard._is_waiting = True
        window.connecting._sign_in("bluesky", "app_password", typed, 30)
        outcome = await outcomes.get()
        print(type(outcome).__name__, getattr(outcome, "sentence", ""))
    print(sum(one.granted for one in outcome.permissions), outcome.missing)
    wizard.picked.emit(tuple(one.id for one in outcome.accounts), 30)
    while not any(channel.state.value == "live" for channel in bridge.channels):
        await asyncio.sleep(0.05)
    print("live")
    await bridge.tasks.stop()

with loop:
    loop.run_until_complete(connect())
    engine.stop()
"""


@pytest.mark.flow
@pytest.mark.peer_bluesky
def test_a_wrong_password_is_told_and_the_right_one_brings_the_channel_to_life(
    bluesky_network: BlueskyNetwork, tmp_path: Path
) -> None:
    account = bluesky_network.new_account("brand")
    told = {
        "folder": str(tmp_path / "workspace"),
        "passphrase": PASSPHRASE,
        "server": bluesky_network.pds,
        "handle": account.handle,
        "passwords": ["wrong-canary", account.app_password],
    }

    done = subprocess.run(
        [sys.executable, "-c", CODE],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        timeout=NEVER_S,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    refused, accepted, allowed, live = done.stdout.splitlines()
    assert refused.startswith("Refused")
    assert "app password" in refused
    assert (accepted.strip(), allowed, live) == ("Accepted", "5 0", "live")
    for file in (tmp_path / "workspace").rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert b"wrong-canary" not in content
            assert account.app_password.encode() not in content
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    program = Program(tmp_path / "workspace", tmp_path / "passphrase")
    assert account.handle in program.do("channel", "list")
