"""A peer's port stays its own between its choice and its server's start, whatever else the machine does meanwhile."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.peers import processes

ROOT = Path(__file__).parents[2]
ASK = "from tests.peers import processes; processes._PORTS = range({0}, {0} + 1); print(processes.free_port())"


def test_a_port_is_promised_once_in_this_process_and_in_those_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    promised: list[socket.socket] = []
    monkeypatch.setattr(processes, "_promised", promised)
    one = processes.free_port()
    monkeypatch.setattr(processes, "_PORTS", range(one, one + 1))
    with pytest.raises(processes.PeerFailed):
        processes.free_port()
    asked = [sys.executable, "-c", ASK.format(one)]
    beside = subprocess.run(asked, check=False, capture_output=True, text=True, cwd=ROOT)
    promised.pop().close()
    assert "no port is free" in beside.stderr
