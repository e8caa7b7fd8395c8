"""What the examination of the connector needs: a world, what is typed to sign in, and what happens then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

from socialdesk.connectors.kit.contract import Action, LikeMessage
from socialdesk.connectors.suite.chirp.stand_in import OTHER, TOKEN, ChirpStandIn
from socialdesk.connectors.suite.scenario import Changes, Scenario


class ChirpScenario(Scenario):
    """Ada writes to the shop."""

    typed: Mapping[str, str] = MappingProxyType({"token": TOKEN})
    wrong: Mapping[str, str] = MappingProxyType({"token": "no-such-token"})
    other: Mapping[str, str] = MappingProxyType({"token": OTHER})
    secrets = (TOKEN, OTHER)

    def __init__(self, folder: Path) -> None:
        self.stand_in = self.world = ChirpStandIn()
        super().__init__(folder)
        self.first = self.world.said("Do you open on Sundays?", ago=timedelta(days=2))
        self.second = self.world.said("The blue one is lovely", ago=timedelta(hours=3))
        # More than a page, so that reading on is tried as well.
        for number in range(60):
            self.world.said(f"Mention {number}", ago=timedelta(hours=1), pictures=["https://img.chirp.example/1.png"])

    def truth(self) -> Mapping[str, str]:
        return {one["id"]: one["text"] for one in self.world.posts.values()}

    async def happen(self) -> Changes:
        said = self.world.said("And on Mondays?")
        self.world.edited(self.second, "The blue one is lovely! 💙")
        self.world.deleted(self.first)
        late = self.world.said("Written on a train, sent at home", ago=timedelta(minutes=90))
        return Changes((said,), (self.second,), (self.first,), (late,))

    def shows(self, action: Action) -> bool | None:
        if isinstance(action, LikeMessage):
            return bool(self.world.posts[action.message_remote_id].get("liked")) is action.on
        return None
