"""One campaign: a brand's day on a bad network with two processes killed under it, then rest, then the truth.

Everything is decided by the seed but the instants that the system's scheduler chooses; a failure keeps its folder.
"""

from __future__ import annotations

import asyncio
import json
import random
import signal
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from socialdesk.engine.host import Engine
from socialdesk.model.command import ConnectChannel
from socialdesk.model.delivery import Delivery
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Protection, create
from socialdesk.support.paths import Workspace
from tests.campaign.check import Promise, broken, is_at_rest, open_questions
from tests.campaign.children import ME, Place, Zygote
from tests.campaign.connector import OneConnector
from tests.campaign.network import Network, Said
from tests.campaign.time import FastClock, now

ENGINE_INSTANTS = (
    "apply.before_commit",
    "dispatch.before_intent",
    "dispatch.after_intent",
    "dispatch.before_request",
    "dispatch.after_request",
    "dispatch.before_receipt",
    "dispatch.before_commit",
    "ingest.before_cursor",
    "ingest.before_commit",
    "ingest.after_commit",
)
HAND_INSTANTS = ("desk.before_commit", "desk.after_commit", "desk.before_retire")
PATIENCE_S = 90.0


@dataclass
class Report:
    """What happened, and which promises did not hold."""

    seed: int
    has_keys: bool
    operations: int = 0
    kills: Counter[str] = field(default_factory=Counter[str])
    faults: Counter[str] = field(default_factory=Counter[str])
    answers: int = 0
    ends: Counter[str] = field(default_factory=Counter[str])
    asked_a_person: int = 0
    broken: list[str] = field(default_factory=list[str])

    def line(self) -> str:
        """One line for people."""
        kills = sum(self.kills.values())
        return (
            f"seed {self.seed} {'with keys' if self.has_keys else 'by look-up'}: {self.operations} operations,"
            f" {kills} kills, {sum(self.faults.values())} faults, {self.answers} answers {dict(self.ends)},"
            f" {self.asked_a_person} asked a person: {'; '.join(self.broken) or 'every promise held'}"
        )


class Campaign:
    """A workspace, its two processes, and the network."""

    def __init__(self, seed: int, folder: Path, zygote: Zygote, *, mistake: str = "") -> None:
        self.dice = random.Random(f"campaign {seed}")
        self.network = Network(seed, has_keys=self.dice.random() < 0.5)
        self.report = Report(seed, self.network.has_keys)
        self.promised = Promise()
        self._zygote = zygote
        self._workspace = Workspace(folder / "workspace")
        self._mistake = mistake
        self._place: Place | None = None
        self._pids: dict[str, int] = {}
        self._hand: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._came: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
        self._speak = 0
        self._number = 0

    async def run(self, operations: int) -> Report:
        """Let it all go wrong for so many operations, come to rest, and compare with the truth."""
        await self.network.start()
        server = await asyncio.start_server(self._on_hand, "127.0.0.1", 0)
        self._speak = server.sockets[0].getsockname()[1]
        try:
            await self._begin()
            for _ in range(operations):
                await self._step()
            self.report.operations = operations
            await self._rest()
        finally:
            for kind in list(self._pids):
                self._kill(kind, "end")
            server.close()
            await self.network.stop()
        self.report.faults = self.network.faults
        return self.report

    async def _begin(self) -> None:
        unlocked = create(self._workspace, "Campaign", Protection.PASSPHRASE, "campaign")
        assert unlocked.key is not None
        registry = OneConnector(self.network.port, has_keys=self.network.has_keys)
        engine = Engine(unlocked, FastClock(), registry)
        desk = Desk(self._workspace.desk, unlocked.key, write=True)
        desk.give([ConnectChannel("standin")], ME, now())
        engine.apply_pending()
        await engine.decide_network()
        desk.close()
        await engine.close()
        self._place = Place(
            str(self._workspace.folder),
            unlocked.key.hex(),
            self.network.port,
            self.network.has_keys,
            mistake=self._mistake,
        )

    async def _step(self) -> None:
        dice = self.dice
        await self._keep_alive()
        match dice.choices(
            ["ask", "edit", "remove", "native", "reply", "send", "draft", "cancel", "triage", "kill", "wait"],
            [10, 4, 3, 2, 22, 6, 14, 4, 10, 2, 23],
        )[0]:
            case "ask":
                ago = dice.choice([0, 0, 0, 90_000, 86_400_000])
                self.network.ask(self._thread(), f"question {len(self.network.said)}", ago)
            case "edit" if found := self._of_network(own=False):
                self.network.edit(found, f"{found.text} edited {found.version}")
            case "remove" if found := self._of_network(own=False):
                self.network.remove(found)
            case "native":
                self.network.post(self._thread(), f"native {len(self.network.said)}", "")
            case "reply":
                text = f"answer {self._number + 1}"
                await self._ask_hand("reply", text=text, undo=dice.choice([0, 0, 1]))
            case "send" if self.promised.given:
                # What was stopped is read and meant after all.
                command = dice.choice(sorted(self.promised.given))
                await self._ask_hand("send", command=command, thread=self.promised.given[command].thread)
            case "draft":
                await self._ask_hand("draft", text=f"draft {self._number + 1}")
            case "cancel" if self.promised.given:
                command = dice.choice(sorted(self.promised.given))
                await self._ask_hand("cancel", command=command, thread=self.promised.given[command].thread)
            case "triage":
                await self._ask_hand(dice.choice(["assign", "tag", "done"]), text=f"tag {dice.randrange(5)}")
            case "kill":
                self._kill(dice.choice(list(self._pids)), "random")
            case _:
                pass
        await asyncio.sleep(dice.choice([0, 0.001, 0.004, 0.02]))

    def _thread(self) -> str:
        return f"t{self.dice.randrange(30)}"

    def _of_network(self, *, own: bool) -> Said | None:
        there = [one for one in self.network.said.values() if one.own is own and one.gone_ms is None]
        return self.dice.choice(there) if there else None

    # The two processes

    async def _keep_alive(self, *, faultless: bool = False) -> None:
        assert self._place is not None
        for kind, instants in (("engine", ENGINE_INSTANTS), ("hand", HAND_INSTANTS)):
            if self._runs(kind):
                continue
            dies = "" if faultless or self.dice.random() < 0.2 else self.dice.choice(instants)
            # The hand passes its instants at every act, the engine some only now and then.
            after = self.dice.choice([1, 1, 2, 3, 6]) if kind == "engine" else self.dice.randrange(5, 60)
            place = replace(self._place, dies_at=dies, dies_after=after)
            self._pids[kind] = self._zygote.start(kind, place, self._speak)
            if kind == "hand":
                self._hand = await self._came.get()
            else:
                await self._has_asked()

    def _runs(self, kind: str) -> bool:
        """Whether this process still runs; how one ended is written down once."""
        pid = self._pids.get(kind)
        ended = None if pid is None else self._zygote.poll(pid)
        if ended is not None:
            del self._pids[kind]
            name = "fail-point" if ended == -signal.SIGKILL else f"ended {ended}"
            self.report.kills[f"{kind}, {name}"] += 1
            if ended != -signal.SIGKILL:
                self.report.broken.append(f"the {kind} ended by itself with {ended}: see child.errors")
        return kind in self._pids

    async def _has_asked(self) -> None:
        """Let an engine that was started ask the network once, or die on the way there.

        Operations take their own time and not the machine's: a busy one would have all of them over, and every engine
        killed, before the first of them had begun.
        """
        loop = asyncio.get_running_loop()
        before, until = self.network.asked, loop.time() + PATIENCE_S
        while self.network.asked == before and self._runs("engine") and loop.time() < until:  # noqa: ASYNC110 - a process tells nobody
            await asyncio.sleep(0.002)

    def _kill(self, kind: str, why: str) -> None:
        pid = self._pids.pop(kind)
        self._zygote.kill(pid)
        if why != "end":
            self.report.kills[f"{kind}, {why}"] += 1

    def _on_hand(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._came.put_nowait((reader, writer))

    async def _ask_hand(self, act: str, **words: Any) -> dict[str, Any] | None:
        """Let the hand act; None when it died on the way, and nobody was told that it is done."""
        self._number += 1
        asked = {"number": self._number, "act": act, "thread": self._thread(), **words}
        self.promised.asked(asked)
        assert self._hand is not None
        reader, writer = self._hand
        try:
            writer.write((json.dumps(asked) + "\n").encode())
            await writer.drain()
            if self.dice.random() < 0.02:
                self._kill("hand", "while acting")
            line = await reader.readline()
        except ConnectionError:
            line = b""
        if not line:
            return None
        said = json.loads(line)
        self.promised.told(asked, said)
        return said

    # The end

    async def _rest(self) -> None:
        """No fault any more: wait until nothing moves, answer what only a person can, and compare."""
        self.network.fault_share = 0.0
        for kind in list(self._pids):
            self._kill(kind, "end")
        await self._keep_alive(faultless=True)
        key = bytes.fromhex(self._place.key) if self._place else b""
        cache = Cache(self._workspace.cache, key, write=False)
        try:
            loop = asyncio.get_running_loop()
            until = loop.time() + PATIENCE_S
            settled: set[str] = set()
            while not is_at_rest(cache, self.network, self.promised) and loop.time() < until:
                await self._keep_alive(faultless=True)
                for command, thread, text in open_questions(cache):
                    if command not in settled:
                        # A person looks on the platform and says what is true.
                        arrived = self.network.posts()[text] > 0
                        said = await self._ask_hand("settle", command=command, thread=thread, arrived=arrived)
                        if said and "command" in said:
                            settled.add(command)
                await asyncio.sleep(0.02)
            self._kill("engine", "end")
            self._kill("hand", "end")
            desk = Desk(self._workspace.desk, key, write=False)
            self.report.broken += broken(cache, desk, self.network, self.promised)
            desk.close()
            self.report.asked_a_person = len(settled)
            self.report.answers = len(self.promised.given)
            for outbound in cache.ask("SELECT state FROM outbound"):
                self.report.ends[Delivery(outbound[0]).value] += 1
        finally:
            cache.close()
