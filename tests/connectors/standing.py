"""An account of a network at work in the engine: the world of a connector's scenario, a workspace, and a person."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socialdesk.connectors.kit.contract import Account, Connector
from socialdesk.connectors.kit.registry import Registry
from socialdesk.connectors.suite.find import find_subject
from socialdesk.connectors.suite.trial import Trial
from socialdesk.engine.host import Engine
from socialdesk.model.channel import Access, Channel
from socialdesk.model.command import Command, ConnectChannel
from socialdesk.model.connecting import AddAccounts, CheckAccess, FinishSignIn, why_refused
from socialdesk.model.identifiers import CommandId, PersonId
from socialdesk.model.message import Message
from socialdesk.model.thread import Status
from socialdesk.model.view import Filter, View
from socialdesk.model.way import WayKind
from socialdesk.store.access import access
from socialdesk.store.conversation import conversation
from socialdesk.store.desk import Desk
from socialdesk.store.protection import Protection, create
from socialdesk.store.queue_page import queue_page
from socialdesk.support.paths import Workspace
from socialdesk.support.secrets import SecretStore

ROOT = Path(__file__).parents[2]
ME = PersonId(1)
EVERYTHING = View("everything", Filter(statuses=frozenset(Status)))
_ROUNDS = 6
"""So often a channel is read until all of it is here: a round ends after some pages."""


class _Only(Registry):
    """A registry that holds one connector."""

    def __init__(self, connector: Connector) -> None:
        super().__init__(())
        self._connector = connector
        self._manifests = {connector.manifest.id: connector.manifest}

    def connector(self, platform: str) -> Connector:
        self.manifest(platform)
        return self._connector


@dataclass
class Standing:
    """A channel of one network, and everything around it."""

    trial: Trial
    engine: Engine
    desk: Desk
    secrets: SecretStore

    @property
    def world(self) -> Any:
        """The scenario, whose world each network has its own."""
        return self.trial.scenario

    @property
    def channel(self) -> Channel:
        """The only channel."""
        (found,) = self.engine.cache.channels()
        return found

    @property
    def access(self) -> Access:
        """What its sign-in allows, and what it missed."""
        found = access(self.engine.cache, self.channel.id)
        assert found is not None
        return found

    async def do(self, command: Command) -> tuple[CommandId, str, Any]:
        """Give a command and let it be decided: its number, its outcome, and what was told."""
        (given,) = self.desk.give([command], ME, self.trial.clock.now())
        self.engine.apply_pending()
        await self.engine.decide_network()
        result = self.engine.cache.result(given.id)
        assert result is not None
        is_told = result.outcome == "accepted" and result.sentence.startswith("{")
        return given.id, result.outcome, json.loads(result.sentence) if is_told else why_refused(result.sentence)[0]

    async def sign_in(self, typed: Mapping[str, str] | None = None) -> str:
        """Sign in as a person does, anew where there is a channel; gives the sentence it was refused with, or ""."""
        way = self.trial.manifest.way(self.world.way)
        assert way is not None
        known = self.engine.cache.channels()
        self.secrets.put("typed", json.dumps(self.trial.typed(typed)))
        comes_back = way.kind is WayKind.BROWSER and not way.is_pasted
        redirect = f"http://127.0.0.1:{way.port or 8400}/callback" if comes_back else ""
        again = known[0].id if known else 0
        begun = ConnectChannel(
            self.trial.manifest.id, way.id, (), "typed", asks=not known, again=again, redirect=redirect
        )
        id_, outcome, told = await self.do(begun)
        if outcome == "accepted" and "url" in told:
            self.secrets.put("answer", json.dumps(dict(await self.world.consent(told["url"]))))
            id_, outcome, told = await self.do(FinishSignIn(id_, "answer"))
        if outcome != "accepted":
            return told
        if not known:
            accounts = [Account(one[0], one[1], one[2], "", one[3]) for one in told["accounts"]]
            _, outcome, told = await self.do(AddAccounts(id_, (self.world.account(accounts).remote_id,)))
            assert outcome == "accepted", told
        return ""

    async def read(self) -> None:
        """Let the time go by that it takes to see what was done there, and read until all of it is here."""
        await self.world.pass_time(self.world.patience)
        before = -1
        for _ in range(_ROUNDS):
            await self.engine.read_channels()
            now = len(self.messages())
            if now == before:
                return
            before = now

    async def check(self) -> None:
        """Ask now what the sign-in allows."""
        await self.do(CheckAccess(self.channel.id))

    def messages(self) -> dict[str, str]:
        """What is here and was not taken back, by its id on the network."""
        found: dict[str, str] = {}
        for thread in queue_page(self.engine.cache, EVERYTHING, ME, None, 500).rows:
            for one in conversation(self.engine.cache, thread.id, None, 500).entries:
                if isinstance(one, Message) and one.external_id and one.deleted_at is None:
                    found[one.external_id] = one.text
        return found


@asynccontextmanager
async def standing(name: str, folder: Path) -> AsyncGenerator[Standing]:
    """A workspace beside the world of a network; nothing is connected yet."""
    own, workspace = folder / "own", Workspace(folder / "workspace")
    own.mkdir()
    subject = find_subject(name, here=ROOT)
    assert subject.scenario is not None
    trial = Trial(subject, subject.scenario(own), own)
    unlocked = create(workspace, "Test", Protection.PLAIN)
    async with trial.serving():
        engine = Engine(unlocked, trial.clock, _Only(trial.connector))
        desk = Desk(workspace.desk, unlocked.key, write=True)
        try:
            yield Standing(trial, engine, desk, unlocked.secrets)
        finally:
            desk.close()
            await engine.close()
