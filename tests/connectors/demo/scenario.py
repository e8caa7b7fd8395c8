"""What the examination of the demo network's connector needs: its own made-up world, on one channel with all it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from socialdesk.connectors.demo.content import content
from socialdesk.connectors.demo.world import World
from socialdesk.connectors.kit.contract import (
    Account,
    Action,
    BlockPerson,
    HideMessage,
    LikeMessage,
    MuteThread,
    ReportMessage,
)
from socialdesk.connectors.suite.scenario import Changes, Scenario
from socialdesk.model.thread import Kind


class DemoScenario(Scenario):
    """The channel with the most kinds of threads. People there change nothing they wrote."""

    has_edits = False
    has_server_clock = False
    has_deletions = False
    patience = timedelta(hours=2)

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        kinds: dict[str, set[str]] = {}
        for thread in content().threads.values():
            kinds.setdefault(thread["channel"], set()).add(thread["kind"])
        self.channel = max(sorted(kinds), key=lambda one: len(kinds[one]))
        self.kinds = tuple(Kind(one) for one in sorted(kinds[self.channel]))

    @property
    def world(self) -> World:
        """The world as it stands in its file."""
        return World(self.folder / "world.json", self.clock)

    def account(self, accounts: Sequence[Account]) -> Account:
        return next(one for one in accounts if one.remote_id == self.channel)

    def truth(self) -> Mapping[str, str]:
        return {one.id: one.text for one in self.world.truth(self.channel)}

    async def happen(self) -> Changes:
        before = set(self.truth())
        await self.pass_time(timedelta(hours=2))
        return Changes(tuple(sorted(set(self.truth()) - before)))

    def shows(self, action: Action) -> bool | None:
        match action:
            case LikeMessage(message_remote_id=message, on=on):
                return self.world.is_liked(message) is on
            case HideMessage(message_remote_id=message, on=on):
                return self.world.has("hidden", message) is on
            case BlockPerson(person_remote_id=person, on=on):
                return self.world.has("blocked", person) is on
            case MuteThread(thread_remote_id=thread, on=on):
                return self.world.has("muted", thread) is on
            case ReportMessage(message_remote_id=message):
                return any(one["message"] == message for one in self.world.reports())
            case _:
                return None
