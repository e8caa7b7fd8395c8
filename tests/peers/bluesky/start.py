"""The official AT Protocol development network on loopback, with three accounts: `./dev peers bluesky`."""

from __future__ import annotations

import json
import os
import shutil
import urllib.request
from pathlib import Path
from typing import Any

from tests.peers import installs, serving
from tests.peers.processes import HOST, Peer, free_port

HERE = Path(__file__).resolve().parent
PACKAGES = {"@atproto/dev-env": "0.6.7"}
ACCOUNTS = ("brand", "ann", "bob")


def _call(url: str, body: dict[str, Any], token: str | None = None) -> dict[str, Any]:
    headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {token}"} if token else {})
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read() or b"{}")


def _account(pds: str, name: str) -> dict[str, str]:
    handle, password = f"{name}.test", f"{name}-main-password"
    wanted = {"handle": handle, "email": f"{name}@example.com", "password": password}
    made = _call(f"{pds}/xrpc/com.atproto.server.createAccount", wanted)
    app_password = {"name": "SocialDesk", "privileged": True}
    app = _call(f"{pds}/xrpc/com.atproto.server.createAppPassword", app_password, made["accessJwt"])
    return {"handle": handle, "did": made["did"], "password": password, "appPassword": app["password"]}


def setup(peer: Peer, options: serving.Options) -> serving.Facts:
    """Start the official AT Protocol development network on loopback, with three accounts."""
    node, env = installs.node(options.install)
    packages = installs.npm(options.install, PACKAGES, env, HERE / "package-lock.json")
    for name in ("network.mjs", "chat.mjs", "loopback.cjs"):  # beside node_modules, where imports are looked up
        shutil.copyfile(HERE / name, packages / name)

    ports = {name: free_port() for name in ("plc", "appview", "ozone", "chat", "control")}
    ports["pds"] = options.port or free_port()
    database = installs.postgres(peer, options.install, env)
    config = ports | {"postgres": database, "rateLimits": options.rate_limits}
    scratch = peer.state / "tmp"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    own = {"PEER_CONFIG": json.dumps(config), "REDIS_HOST": "unused", "LOG_ENABLED": "false", "TMPDIR": str(scratch)}
    command = [node, "--require", "./loopback.cjs", "network.mjs"]
    peer.spawn("network", command, cwd=packages, env=os.environ | env | own)
    peer.wait("network", lambda: '"ready":true' in peer.log("network").read_text(errors="replace"))

    pds = f"http://localhost:{ports['pds']}"
    accounts = {name: _account(pds, name) for name in ACCOUNTS}
    control = f"http://{HOST}:{ports['control']}"
    _call(f"{control}/settle", {})
    return {
        "pds": pds,
        "plc": f"http://localhost:{ports['plc']}",
        "appview": f"http://localhost:{ports['appview']}",
        "ozone": f"http://localhost:{ports['ozone']}",
        "chatProxy": "did:web:api.bsky.chat#bsky_chat",
        "control": control,
        "accounts": accounts,
    }


if __name__ == "__main__":
    serving.main("bluesky", "tests.peers.bluesky.start", setup)
