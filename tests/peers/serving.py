"""The command line of a peer's start script: gets a name and a way to set it up, gives the READY line and its end.

    READY
    {"peer": NAME, ...what setting up returned...}

It stays in the foreground until SIGINT or SIGTERM, or returns at once with `--detach`. A second start with the same
`--state` finds the first one running and prints the same two lines.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from tests.peers.processes import Peer, PeerFailed

ROOT = Path(__file__).resolve().parent.parent.parent
Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for."""

    state: Path
    install: Path
    port: int
    rate_limits: bool


def folder_of_peers() -> Path:
    """`$SOCIALDESK_PEERS`, else a folder of this user's in the temporary directory.

    A home folder would not do: some servers run as another user, who could not reach it.
    """
    named = os.environ.get("SOCIALDESK_PEERS")
    if named:
        return Path(named)
    folder = Path(tempfile.gettempdir()) / f"socialdesk-peers-{os.getuid()}"
    folder.mkdir(mode=0o755, exist_ok=True)
    if folder.lstat().st_uid != os.getuid():
        raise PeerFailed(f"{folder} belongs to somebody else: name another with SOCIALDESK_PEERS")
    return folder


def running(state: Path) -> Facts | None:
    """What the peer that runs with this state said of itself, or None when there is none."""
    try:
        said: Facts = json.loads((state / "peer.json").read_text())
        started = _started(said["pid"])
    except (OSError, ValueError, KeyError):
        return None
    return said if started == said.get("started") else None


def _started(pid: int) -> str:
    """The kernel's start time of a process: tells it from a later one with the same number."""
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[19]


def _say(facts: Facts) -> None:
    print("READY", flush=True)
    print(json.dumps({key: value for key, value in facts.items() if key != "started"}, ensure_ascii=False), flush=True)


def _parse(name: str, what: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=f"./dev peers {name}", description=what)
    parser.add_argument("--state", type=Path, default=folder_of_peers() / name, help="folder for data and logs")
    parser.add_argument("--install", type=Path, default=folder_of_peers() / "install", help="folder for its packages")
    parser.add_argument("--port", type=int, default=0, help="main port (default: any free one)")
    parser.add_argument("--rate-limits", action="store_true", help="switch the server's own rate limits on")
    parser.add_argument("--owner", type=int, help="end when the process with this number does")
    parser.add_argument("--detach", action="store_true", help="return once it is ready; --stop ends it")
    parser.add_argument("--stop", action="store_true", help="end the peer that runs with this --state")
    return parser.parse_args()


def stop(state: Path) -> None:
    """End the peer that runs with this state, and return when it has ended."""
    facts = running(state)
    if facts:
        os.kill(facts["pid"], signal.SIGTERM)
        while running(state):
            time.sleep(0.05)


def _detach(state: Path, module: str) -> Facts:
    state.mkdir(parents=True, exist_ok=True)
    arguments = [argument for argument in sys.argv[1:] if argument != "--detach"]
    with (state / "start.log").open("wb") as log:
        child = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            cwd=ROOT,
        )
    while not (facts := running(state)):
        if child.poll() is not None:
            raise PeerFailed((state / "start.log").read_text(errors="replace")[-4000:] or "it did not start")
        time.sleep(0.05)
    return facts


def _serve(peer: Peer, setup: Callable[[Peer], Facts], owner: int | None) -> NoReturn:
    def leave(*_: object) -> NoReturn:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)
    owned_since = _started(owner) if owner else ""
    told = peer.state / "peer.json"
    try:
        facts = {"peer": peer.name, **setup(peer)}
        facts |= {"pid": os.getpid(), "started": _started(os.getpid()), "state": str(peer.state)}
        told.write_text(json.dumps(facts))
        _say(facts)
        while all(process.poll() is None for process in peer.processes):
            if owner and not _lives(owner, owned_since):
                raise SystemExit(0)
            time.sleep(0.2)
        raise PeerFailed(f"a process of {peer.name} ended; see the logs in {peer.state}")
    finally:
        try:
            peer.close()
        finally:
            told.unlink(missing_ok=True)


def _lives(pid: int, since: str) -> bool:
    try:
        return _started(pid) == since
    except OSError:
        return False


def main(name: str, module: str, setup: Callable[[Peer, Options], Facts]) -> None:
    """Do what the command line says with the peer of this name, whose start script is `module`."""
    asked = _parse(name, setup.__doc__ or "")
    state: Path = asked.state.resolve()
    if asked.stop:
        stop(state)
    elif facts := running(state):
        _say(facts)
    elif asked.detach:
        _say(_detach(state, module))
    else:
        options = Options(state, asked.install.resolve(), asked.port, asked.rate_limits)
        _serve(Peer(name, state), lambda peer: setup(peer, options), asked.owner)
