"""`telegram-test-api`, an emulator of the Telegram Bot API on loopback: `./dev peers telegram`.

A weak one: it forgets an update as soon as it was answered, whatever offset is asked for, and checks nothing.
"""

from __future__ import annotations

from pathlib import Path

from tests.peers import installs, serving
from tests.peers.processes import HOST, Peer, free_port

HERE = Path(__file__).resolve().parent
PACKAGES = {"telegram-test-api": "4.2.1"}
TOKEN = "123456:TEST-token"


def setup(peer: Peer, options: serving.Options) -> serving.Facts:
    """Start an emulator of the Telegram Bot API on loopback, with one bot."""
    node, env = installs.node(options.install)
    packages = installs.npm(options.install / "telegram", PACKAGES, env, HERE / "package-lock.json")
    port = options.port or free_port()
    given = f"{{ host: '{HOST}', port: {port}, storeTimeout: 3600 }}"
    peer.spawn("telegram", [node, "-e", f"new (require('telegram-test-api'))({given}).start()"], cwd=packages)
    peer.wait_port("telegram", port)
    return {"api": f"http://{HOST}:{port}", "token": TOKEN}


if __name__ == "__main__":
    serving.main("telegram", "tests.peers.telegram.start", setup)
