"""The two processes of the desk as they are killed here: the engine, and the hand that gives commands and drafts.

Both are forked from a process that has loaded everything, so that an end and a new beginning cost no second. What they
run is the product's own: the engine's host, the desk file, the way acts are given.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from socialdesk.connectors.kit import http as kit_http
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.desktop.bridge.submit import Submit
from socialdesk.engine import channel, dispatch, host, languages
from socialdesk.model.command import (
    AddTag,
    Assign,
    CancelReply,
    MarkDone,
    Reply,
    SendNow,
    SettleUnknown,
    ThreadCommand,
)
from socialdesk.model.delivery import Delivery
from socialdesk.model.identifiers import CommandId, MessageId, PersonId
from socialdesk.model.thread import Thread
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk, Draft
from socialdesk.store.protection import unlock_with_key
from socialdesk.support import failpoints
from socialdesk.support.paths import Workspace
from tests.campaign.connector import OneConnector
from tests.campaign.mistakes import MISTAKES
from tests.campaign.time import FastClock, now

ME = PersonId(1)
UNDO = timedelta(seconds=10)


@dataclass(frozen=True)
class Place:
    """Where a child works, and at which instant it shall die by itself (empty: at none)."""

    folder: str
    key: str
    port: int
    has_keys: bool
    dies_at: str = ""
    dies_after: int = 1
    mistake: str = ""


class Zygote:
    """Forks children on demand. Made before there is any event loop, since a loop cannot be shared."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self.pid = os.fork()
        if self.pid == 0:
            ours.close()
            _fork_on_demand(theirs)
        theirs.close()
        self._line = ours.makefile("rw", encoding="utf-8")
        self._socket = ours

    def start(self, kind: str, place: Place, port: int = 0) -> int:
        """A new engine or hand; gives its process id. The hand speaks with whoever listens on `port`."""
        return int(self._ask({"kind": kind, "place": asdict(place), "speak": port}))

    def poll(self, pid: int) -> int | None:
        """How a child ended, negative for a signal; None while it runs."""
        ended = self._ask({"kind": "poll", "pid": pid})
        return None if ended == "runs" else int(ended)

    def kill(self, pid: int) -> None:
        """Kill a child (SIGKILL) and wait until it is gone."""
        self._ask({"kind": "kill", "pid": pid})

    def _ask(self, request: dict[str, Any]) -> str:
        self._line.write(json.dumps(request) + "\n")
        self._line.flush()
        return self._line.readline().strip()

    def close(self) -> None:
        """End the one that forks."""
        self._line.close()
        self._socket.close()
        os.waitpid(self.pid, 0)


async def _rehearse() -> None:
    """Ask once where nobody answers: what the way out loads when it is first gone, no child has to load anew.

    Nor what is known of languages, which takes half a second of a processor: on a busy machine no engine lives so long.
    """
    languages._in_memory[:] = [languages.all_languages()]
    http = kit_http.Http(FastClock())
    with contextlib.suppress(ConnectorError):
        await http.ask("GET", "http://127.0.0.1:9/", timeout_s=1.0)
    await http.close()


def _fork_on_demand(line: socket.socket) -> None:
    asyncio.run(_rehearse())
    stream = line.makefile("rw", encoding="utf-8")
    for asked in stream:
        request = json.loads(asked)
        said: int | str
        match request["kind"]:
            case "poll":
                pid, status = os.waitpid(request["pid"], os.WNOHANG)
                said = os.waitstatus_to_exitcode(status) if pid else "runs"
            case "kill":
                os.kill(request["pid"], signal.SIGKILL)
                said = os.waitpid(request["pid"], 0)[0]
            case _:
                said = os.fork()
                if said == 0:
                    line.close()
                    _run(request)
        stream.write(f"{said}\n")
        stream.flush()
    os._exit(0)


def _run(request: dict[str, Any]) -> None:
    status = 1
    try:
        place = Place(**request["place"])
        if place.dies_at:
            failpoints.instead = _dying(place.dies_at, place.dies_after)
        MISTAKES[place.mistake]()
        asyncio.run(_engine(place) if request["kind"] == "engine" else _hand(place, request["speak"]))
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it is, the one that asked reads it
        import traceback

        (Path(request["place"]["folder"]) / "child.errors").open("a").write(traceback.format_exc())
    finally:
        sys.stderr.flush()
        os._exit(status)


def _dying(name: str, after: int) -> Callable[[str], None]:
    left = after

    def reached(at: str) -> None:
        nonlocal left
        if at == name:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return reached


async def _engine(place: Place) -> None:
    # Waits that are not told by the clock; everything else goes by the campaign's own time.
    host._LONGEST_NAP = timedelta(milliseconds=15)
    channel.jitter = dispatch.jitter = lambda: 1.0
    kit_http.MOST_BYTES = 1_000_000
    workspace = Workspace(Path(place.folder))
    unlocked = unlock_with_key(workspace, bytes.fromhex(place.key))
    engine = host.Engine(unlocked, FastClock(), OneConnector(place.port, has_keys=place.has_keys))
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, engine.stop)
    try:
        await engine.run()
    finally:
        await engine.close()


async def _hand(place: Place, port: int) -> None:
    workspace = Workspace(Path(place.folder))
    key = bytes.fromhex(place.key)
    cache = Cache(workspace.cache, key, write=False)
    desk = Desk(workspace.desk, key, write=True)
    submit = Submit(desk, FastClock(), lambda: ME, lambda: None)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while line := await reader.readline():
        asked = json.loads(line)
        submit.retire(one.command for one in cache.results_of(one.id for one in submit.pending))
        said = _do(cache, desk, submit, asked)
        # Only what is on the disk is told.
        writer.write((json.dumps({"number": asked["number"], **said}) + "\n").encode())
        await writer.drain()


def _do(cache: Cache, desk: Desk, submit: Submit, asked: dict[str, Any]) -> dict[str, Any]:
    found = cache.ask("SELECT id FROM thread WHERE remote_id = ?", (asked["thread"],))
    thread = cache.thread(found[0][0]) if found else None
    if thread is None:
        return {"skipped": True}
    if asked["act"] == "draft":
        desk.set_draft(Draft(thread.id, "reply", asked["text"], now()))
        return {}
    command = _command(thread, asked)
    if isinstance(command, CancelReply | SendNow | SettleUnknown):
        outbound = cache.outbound(command.reply)
        wanted = {"send": Delivery.HELD, "settle": Delivery.UNKNOWN}.get(asked["act"])
        if outbound is None or (wanted is not None and outbound.state is not wanted):
            return {"skipped": True}
    given = submit.give([(thread, command)], label=asked["act"])
    return {"command": given[0].id} if given else {"failed": True}


def _command(thread: Thread, asked: dict[str, Any]) -> ThreadCommand:
    match asked["act"]:
        case "reply":
            return Reply(thread.id, asked["text"], MessageId(thread.last_message_id), now() + UNDO * asked["undo"])
        case "cancel":
            return CancelReply(thread.id, CommandId(asked["command"]))
        case "send":
            return SendNow(thread.id, CommandId(asked["command"]), MessageId(thread.last_message_id))
        case "settle":
            return SettleUnknown(thread.id, CommandId(asked["command"]), asked["arrived"])
        case "assign":
            return Assign(thread.id, ME)
        case "tag":
            return AddTag(thread.id, asked["text"])
        case _:
            return MarkDone(thread.id)
