"""The processes of one running peer: gets command lines, gives servers that are ready and die with their parent.

Knows no particular server. Standard library and Linux only.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

HOST = "127.0.0.1"
UNPRIVILEGED = 65534  # "nobody": PostgreSQL refuses to run as root
_PR_SET_PDEATHSIG = 1
_PORTS = range(15_000, 32_000)
"""Below those that Linux gives to a socket that asks for any (32768 to 60999, ip(7))."""
_promised: list[socket.socket] = []
"""Names in the system's own list of local sockets: it takes them back when this process ends, however it ends."""


class PeerFailed(SystemExit):
    """A peer could not start; the text says what was seen."""


def free_port() -> int:
    """A TCP port for a server that is started a moment later, by another program than this one.

    Nothing else takes it meanwhile: it is none of those that the system gives to whoever asks for any, as every client
    does, and it is promised to no other peer for as long as this process lives.
    """
    for port in random.SystemRandom().sample(_PORTS, len(_PORTS)):
        promise = socket.socket(socket.AF_UNIX)
        try:
            promise.bind(f"\0socialdesk-peer-port-{port}")
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((HOST, port))
        except OSError:
            promise.close()
            continue
        _promised.append(promise)
        return port
    raise PeerFailed("no port is free on this machine")


def run(command: Sequence[str | Path], cwd: Path, env: Mapping[str, str] | None = None) -> None:
    """Run a command to its end; show its output only when it fails."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=cwd, env=env
    )
    if done.returncode:
        sys.stderr.write(done.stdout[-8000:])
        raise PeerFailed(f"failed with {done.returncode}: {' '.join(words)}")


def as_unprivileged(*folders: Path, reach: Sequence[Path] = ()) -> list[str]:
    """The command prefix that gives up root (empty for any other user).

    Hands `folders` to that user first, and makes sure that it can reach them and what is in `reach`.
    """
    if os.getuid() != 0:
        return []
    # Changing the user clears the parent-death signal that `spawn` sets, so setpriv sets it again.
    user = [f"--reuid={UNPRIVILEGED}", f"--regid={UNPRIVILEGED}", "--clear-groups"]
    prefix = ["setpriv", *user, "--pdeathsig=INT", "--"]
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.chown(folder, UNPRIVILEGED, UNPRIVILEGED)
    for path in (*folders, *reach):
        if subprocess.run([*prefix, "test", "-x", path], check=False, cwd="/").returncode:
            raise PeerFailed(f"an ordinary user cannot reach {path}: choose another --state and --install")
    return prefix


class Peer:
    """The processes of one running peer and the folder they live in."""

    def __init__(self, name: str, state: Path) -> None:
        """Take `state` for data and logs, making it when it is not there."""
        self.name, self.state = name, state
        self.processes: list[subprocess.Popen[bytes]] = []
        self._stop_signals: dict[int, signal.Signals] = {}
        state.mkdir(parents=True, exist_ok=True)

    def log(self, label: str) -> Path:
        """The file that holds the output of the process started under this label."""
        return self.state / f"{label}.log"

    def spawn(
        self,
        label: str,
        command: Sequence[str | Path],
        *,
        cwd: Path,
        env: Mapping[str, str] | None = None,
        stop: signal.Signals = signal.SIGTERM,
    ) -> None:
        """Start a process that cannot outlive this one; `stop` is the signal that ends it in good order."""

        def die_with_parent() -> None:
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(stop))

        with self.log(label).open("wb") as out:
            process = subprocess.Popen(
                [str(word) for word in command],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                preexec_fn=die_with_parent,  # noqa: PLW1509 (no thread runs here, and nothing else sets that signal)
                cwd=cwd,
                env=env,
            )
        self.processes.append(process)
        self._stop_signals[process.pid] = stop

    def wait(self, label: str, ready: Callable[[], bool], seconds: float = 120) -> None:
        """Wait until `ready()`; fail at once, showing the log, when a process has ended."""
        deadline = time.monotonic() + seconds
        while not ready():
            dead = [process for process in self.processes if process.poll() is not None]
            if dead or time.monotonic() > deadline:
                self._fail(label, "ended" if dead else "was not ready in time")
            time.sleep(0.05)

    def _fail(self, label: str, what: str) -> NoReturn:
        log = self.log(label)
        sys.stderr.write(log.read_text(errors="replace")[-6000:] if log.exists() else "")
        raise PeerFailed(f"{label} {what}")

    def wait_port(self, label: str, port: int, seconds: float = 60) -> None:
        """Wait until something accepts connections on this port of the loopback address."""

        def accepts() -> bool:
            with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=1):
                return True
            return False

        self.wait(label, accepts, seconds)

    def close(self) -> None:
        """End the processes, the last started first."""
        for process in reversed(self.processes):
            if process.poll() is None:
                process.send_signal(self._stop_signals[process.pid])
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
