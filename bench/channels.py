"""Very many channels on one engine: a round of readings, what rest costs, and what a day leaves in memory.

The network is a stand-in over HTTP that takes 50 ms for each answer, and says what it allows; it runs in a thread of
its own, whose time is not counted. It needs no workspace and is run alone.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import json
import sys
import tempfile
import threading
import time
from array import array
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlcipher3._sqlite3

from bench.harness import HEADER, Figure
from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    AtBrowser,
    CredentialKeeper,
    Health,
    Intent,
    Page,
    Receipt,
    SignedIn,
    Surroundings,
)
from socialdesk.connectors.kit.http import Http
from socialdesk.connectors.kit.manifest import Manifest
from socialdesk.connectors.kit.registry import Registry
from socialdesk.connectors.suite.stand_in import Asked, Said, StandIn, route
from socialdesk.engine.host import Engine
from socialdesk.model.capability import Capabilities, Level, TextLimit, TextUnit
from socialdesk.model.channel import Channel
from socialdesk.model.contact import Author
from socialdesk.model.event import MessageSeen
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.pacing import Budget
from socialdesk.model.thread import Kind
from socialdesk.store.protection import Protection, create
from socialdesk.support.clock import Clock, HandClock, SystemClock, from_ms, to_ms
from socialdesk.support.paths import Workspace
from socialdesk.support.pipe import connect

MANY = 300
LATENCY_S = 0.05
ROUND_MOST_S = 10.0
REST_MOST = 0.25
_DAY_MANY = 30
_SETTLES = 7
"""Hours until all that comes now and then has come once: tidying and second readings every six. Then comes a day."""
_HISTORY = 150
"""Messages of each channel before the day begins; of 300 channels they make a file of more than 16 MB."""
_HOUR_ALLOWS = 30_000
PAGE = 100


class Town(StandIn):
    """A stand-in for a network with one feed for each account. It is no copy of a real one."""

    latency_s = LATENCY_S

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, list[dict[str, Any]]] = {}
        self.reads = 0

    @route("GET", "/feed/{account}", takes=("after",), scope=None)
    def feed(self, asked: Asked) -> Said:
        """What was said to an account after a place, a hundred at a time."""
        self.reads += 1
        after = int(asked.query.get("after", "0"))
        said = self.said.get(asked.parts["account"], [])
        return Said(200, {"said": said[after : after + PAGE], "after": min(len(said), after + PAGE)})

    def headers_for(self, asked: Asked) -> dict[str, str]:
        left = max(0, _HOUR_ALLOWS - self.reads)
        return {"ratelimit-limit": str(_HOUR_ALLOWS), "ratelimit-remaining": str(left), "ratelimit-reset": "3600"}


def message(account: str, number: int, at_ms: int, *, is_whole: bool = False) -> dict[str, Any]:
    """One thing said to an account, as the network tells it; whole with all that networks tell beside it."""
    text = f"Question {number}: when does the parcel of order {number * 7919 % 100_000} come to {account}?"
    who = f"{account}-{number % 50}"
    told: dict[str, Any] = {"id": f"{account}-{number}", "thread": who, "text": text, "at": at_ms}
    return told | _beside(who, told["id"]) if is_whole else told


def _beside(who: str, own: str) -> dict[str, Any]:
    return {
        "version": "1",
        "author": {
            "id": who,
            "handle": f"{who}.example",
            "name": "Ann Lee",
            "avatar": f"https://cdn.town.example/avatars/{who}/8c1f0b7e.jpg",
            "followers": 120,
            "created_at": "2021-03-04T10:11:12.000Z",
            "labels": [],
        },
        "permalink": f"https://town.example/@{who}/{own}",
        "counts": {"likes": 0, "replies": 0, "shares": 0},
        "viewer": {"liked": False, "muted": False, "blocked": False, "can_reply": True, "can_hide": True},
        "entities": {"mentions": [], "links": [], "tags": []},
        "attachments": [],
        "in_reply_to": None,
        "language": None,
        "edited_at": None,
        "visibility": "direct",
    }


class Spoken:
    """All that was said to an account, made anew whenever it is looked at: what the engine keeps is measured here."""

    def __init__(self, account: str) -> None:
        self._account = account
        self._at_ms = array("q")

    def say(self, at_ms: int) -> None:
        """Say one more thing."""
        self._at_ms.append(at_ms)

    def __getitem__(self, part: slice) -> list[dict[str, Any]]:
        numbers = range(len(self._at_ms))[part]
        return [message(self._account, number, self._at_ms[number]) for number in numbers]


def to_event(one: dict[str, Any]) -> MessageSeen:
    """The message as an event; a whole one is kept as it came, as connectors do."""
    raw = json.dumps(one, ensure_ascii=False) if "author" in one else "{}"
    author = Author(one["thread"], f"{one['thread']}.example", "Ann Lee")
    return MessageSeen(
        remote_id=one["id"], version="1", thread_remote_id=one["thread"], kind=Kind.DM, author=author, contact=author,
        text=one["text"], created_at=from_ms(one["at"]), permalink="", raw=raw,
    )  # fmt: skip


def manifest(address: str) -> Manifest:
    """What the town says of itself."""
    budget = Budget(_HOUR_ALLOWS, timedelta(hours=1), {"read": 1}, "town")
    able = Capabilities(TextLimit(TextUnit.GRAPHEMES, 300), {"reply": Level.FULL}, budgets=(budget,))
    return Manifest(
        id="town", name="Town", mark="demo", reads=("Messages",), needs="", default_server="", streams=("feed",),
        min_poll=timedelta(seconds=30), history_has_clocks=True, help="", by_kind={Kind.DM: able},
        hosts={"api": address}, budgets=(budget,),
    )  # fmt: skip


class Visitor:
    """The connector, whose sessions are on one account each; without an address it hears what it is given."""

    def __init__(self, address: str, world: Mapping[str, list[dict[str, Any]] | Spoken]) -> None:
        self.manifest = manifest(address)
        self.world = world

    async def begin(
        self, way: str, typed: Mapping[str, str], redirect: str, around: Surroundings
    ) -> SignedIn | AtBrowser:
        raise AssertionError("the channels are there")

    async def finish(self, way: str, kept: str, answer: Mapping[str, str], around: Surroundings) -> SignedIn:
        raise AssertionError("the channels are there")

    def open(self, account: Account, keeper: CredentialKeeper, around: Surroundings, history: timedelta) -> Visit:
        return Visit(self, account.remote_id, around.http)


class Visit:
    """One account's session."""

    def __init__(self, connector: Visitor, account: str, http: Http) -> None:
        self._connector = connector
        self._account = account
        self._http = http

    def capabilities(self, kind: Kind) -> Capabilities:
        return self._connector.manifest.capabilities(kind)

    async def check(self) -> Health:
        return Health()

    async def pull(self, stream: str, cursor: str | None, deadline: datetime) -> Page:
        address = self._connector.manifest.hosts["api"]
        after = int(cursor or 0)
        if not address:
            said = self._connector.world.get(self._account, list[dict[str, Any]]())[after : after + PAGE]
            return Page(tuple(map(to_event, said)), str(after + len(said)))
        answer = await self._http.ask("GET", f"{address}/feed/{self._account}", params=[("after", str(after))])
        told = answer.json()
        return Page(tuple(map(to_event, told["said"])), str(told["after"]), has_more=len(told["said"]) == PAGE)

    async def gone(self, remote_ids: Sequence[str]) -> Sequence[str]:
        return []

    def reserve(self, action: Action) -> str:
        return action.command

    async def perform(self, intent: Intent) -> Receipt:
        raise AssertionError("nothing is sent")

    async def reconcile(self, intent: Intent) -> Receipt | None:
        return None

    async def close(self) -> None:
        return None

    async def sign_out(self) -> None:
        return None


class TownOnly(Registry):
    """A registry that holds the town and nothing else."""

    def __init__(self, address: str, world: Mapping[str, list[dict[str, Any]] | Spoken]) -> None:
        super().__init__(())
        self._visitor = Visitor(address, world)
        self._manifests["town"] = self._visitor.manifest

    def connector(self, platform: str) -> Visitor:
        self.manifest(platform)
        return self._visitor


def engine_of(
    folder: Path,
    clock: Clock,
    many: int,
    address: str = "",
    world: Mapping[str, list[dict[str, Any]] | Spoken] | None = None,
) -> Engine:
    """An engine with so many channels, never read yet."""
    unlocked = create(Workspace(folder / "town"), "Town", Protection.PLAIN)
    engine = Engine(unlocked, clock, TownOnly(address, world if world is not None else {}))
    with engine.cache.change() as change:
        for number in range(many):
            name = f"a{number}"
            channel = Channel(ChannelId(0), "town", "demo", name, name, name, "")
            change.put_channel(channel, connected_at=clock.now(), clocks_from=None, history_days=30)
    return engine


async def steps(engine: Engine, clock: HandClock, span: timedelta) -> int:
    """Let a span pass, from one thing that is due to the next; gives how many rounds that took."""
    end, rounds = clock.now() + span, 0
    while clock.now() < end:
        engine._round()
        while tasks := engine.beside.running():
            await asyncio.gather(*tasks)
            await asyncio.sleep(0)
        rounds += 1
        clock.move(max(timedelta(milliseconds=100), min(engine.next_due() or end, end) - clock.now()))
    return rounds


async def _live(folder: Path, address: str, town: Town) -> list[Figure]:
    """The first round, and 40 s of rest with a window open."""
    engine = engine_of(folder, SystemClock(), MANY, address)
    began, spent = time.perf_counter(), time.thread_time()
    running = asyncio.create_task(engine.run())
    place = Workspace(folder / "town").pipe
    while (pipe := await connect(place)) is None:  # noqa: ASYNC110 - the file appears in its own time
        await asyncio.sleep(0.01)
    while town.reads < MANY:  # noqa: ASYNC110 - the server counts in a thread of its own
        await asyncio.sleep(0.01)
    round_s = time.perf_counter() - began
    print(f"the round took {time.thread_time() - spent:.2f} s of processor time", file=sys.stderr)
    await asyncio.sleep(20)
    town.reads, began, spent = 0, time.perf_counter(), time.thread_time()
    await asyncio.sleep(40)
    rest = (time.thread_time() - spent) / (time.perf_counter() - began)
    reads = town.reads
    print(f"{reads} readings in 40 s of rest", file=sys.stderr)
    spent = time.thread_time()
    http = Http(SystemClock())
    for _ in range(100):
        answer = await http.ask("GET", f"{address}/feed/a1", params=[("after", "0")])
        answer.json()
    floor = (time.thread_time() - spent) / 100 * reads / 40
    await http.close()
    await pipe.close()
    engine.stop()
    await running
    await engine.close()
    at_once = MANY * LATENCY_S / 6
    return [
        Figure(
            "a round of readings", MANY, "s", round_s, at_once, round_s / at_once, "<= 10 s", round_s <= ROUND_MOST_S
        ),
        Figure("a core at rest", MANY, "share", rest, floor, rest / floor, "<= 0.25", rest <= REST_MOST),
    ]


async def _day(folder: Path, many: int) -> Figure:
    """What a day of a clock by hand leaves in memory, something being said on every channel each hour."""
    clock = HandClock(datetime.fromisoformat("2026-11-28T09:00:00+00:00"))
    world = {f"a{number}": Spoken(f"a{number}") for number in range(many)}
    # What SQLite keeps of the file grows with it up to its bound of 16 MB: it is full before the day begins.
    for spoken in world.values():
        for number in range(_HISTORY):
            spoken.say(to_ms(clock.now()) - 60_000 * (_HISTORY - number))
    engine = engine_of(folder, clock, many, "", world)
    held: list[int] = []
    for hour in range(_SETTLES + 24):
        for spoken in world.values():
            spoken.say(to_ms(clock.now()))
        await steps(engine, clock, timedelta(hours=1))
        # 70 MB for telling languages are let go after two minutes without a text: how long an hour takes must not tell.
        engine._languages.let_go()
        engine.cache.ask("SELECT count(*) FROM message WHERE text LIKE '%nobody says this%'")
        gc.collect()
        held.append(_memory())
        print(
            f"hour {hour}: {held[-1] / 2**20:.1f} MB, of which {_of_the_file() / 2**20:.2f} MB SQLite's;"
            f" {len(gc.get_objects()):,} objects, {len(asyncio.all_tasks())} tasks, {threading.active_count()} threads,"
            f" {_open_files()} files",
            file=sys.stderr,
        )
    await engine.close()
    before, after = held[_SETTLES - 1] / 2**20, held[-1] / 2**20
    return Figure("memory after a day", many, "MB", after, before, after / before, "<= 1.02", after <= 1.02 * before)


def _open_files() -> int:
    """How many files and lines this process has open."""
    return len(list(Path("/proc/self/fd").iterdir()))


def _of_the_file() -> int:
    """Bytes that SQLite has taken, which is nearly all pages of the files."""
    used = ctypes.CDLL(sqlcipher3._sqlite3.__file__).sqlite3_memory_used
    used.restype = ctypes.c_int64
    return int(used())


def _memory() -> int:
    """Bytes of this process that are in memory."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096


def day(*, short: bool) -> int:
    """A day of all channels, five minutes of processor time; with `short` of a tenth of them."""
    print(HEADER)
    with tempfile.TemporaryDirectory() as folder:
        print(asyncio.run(_day(Path(folder), _DAY_MANY if short else MANY)).line(), flush=True)
    return 0


def main() -> int:
    """Take the figures and print them."""
    from bench.wire import wire  # which asks what is here

    print(HEADER)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "day").mkdir()
        print(asyncio.run(_day(Path(folder) / "day", _DAY_MANY)).line(), flush=True)
        town = Town()
        with town.beside() as address:
            (Path(folder) / "live").mkdir()
            for figure in asyncio.run(_live(Path(folder) / "live", address, town)):
                print(figure.line(), flush=True)
            for figure in wire(Path(folder), address, town):
                print(figure.line(), flush=True)
    return 0
