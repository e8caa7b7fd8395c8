"""What the examination of connectors reads and answers on the stand-in for Mastodon."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

from socialdesk.connectors.kit.contract import (
    Action,
    AnswerPrivately,
    BlockPerson,
    LikeMessage,
    MuteThread,
    ReportMessage,
)
from socialdesk.connectors.suite.scenario import Changes, Scenario
from tests.stand_ins.mastodon import Mastodon

TOKEN, OTHER = "t0k3n-of-the-brand", "t0k3n-of-somebody-else"


class MastodonScenario(Scenario):
    """Ann and Bob write to the brand in every way there is."""

    way = "token"
    typed: Mapping[str, str] = MappingProxyType({"server": "", "token": TOKEN})
    wrong: Mapping[str, str] = MappingProxyType({"server": "", "token": "nonsense"})
    other: Mapping[str, str] = MappingProxyType({"server": "", "token": OTHER})
    browser: Mapping[str, str] = MappingProxyType({"server": ""})
    secrets = (TOKEN, OTHER)

    def __init__(self, folder: Path) -> None:
        self.stand_in = self.world = Mastodon()
        super().__init__(folder)
        world = self.world
        allowed = world.tokens.pop(world.token_for())
        world.tokens |= {TOKEN: set(allowed), OTHER: set(allowed)}
        world.owners[OTHER] = world.joins("other")
        self.ann, self.bob = world.joins("ann", "far.example", "Ann Lee"), world.joins("bob")
        self.post = world.says(world.brand, "Launch day!", at=self._ago(hours=50))
        for number in range(45):
            world.says(self.ann, f"@brand Question {number}", to=self.post, at=self._ago(hours=48, minutes=-number))
        self.first = world.says(self.bob, "@brand a mention", at=self._ago(hours=5))
        self.second = world.says(self.bob, "@brand Is it green?", to=self.post, at=self._ago(hours=4))
        world.says(self.ann, "So do I", to=self.second, at=self._ago(hours=3))
        world.says(self.ann, "@brand my order?", visibility="direct", at=self._ago(hours=2))
        shown = {"id": "1", "type": "image", "url": "https://far.example/1.png", "description": "A kettle"}
        world.says(self.ann, "@brand look at this", media=[shown], at=self._ago(hours=1))

    def _ago(self, **span: float) -> Any:
        return self.world.time() - timedelta(**span)

    def truth(self) -> Mapping[str, str]:
        return {
            id_: self._text(one.text, is_own=one.author == self.world.brand)
            for id_, one in self.world.statuses.items()
            if one.author != self.world.brand or one.to is not None
        }

    def _text(self, text: str, *, is_own: bool) -> str:
        short = re.sub(r"(@\w+)@[\w.-]+\w", r"\1", text)
        return re.sub(r"^(@\w+\s)+", "", short) if is_own else short

    async def happen(self) -> Changes:
        world = self.world
        said = world.says(self.ann, "@brand And on Mondays?", to=self.post)
        private = world.says(self.bob, "@brand psst", visibility="direct")
        quiet = world.says(self.bob, "Nobody is named here", to=self.post)
        world.edits(self.second, "@brand Is it blue?")
        world.deleted(self.first)
        world.pushes("notification", {})
        late = world.says(self.ann, "@brand Written on a train", at=self._ago(minutes=90))
        return Changes((said, private, quiet), (self.second,), (self.first,), (late,))

    def shows(self, action: Action) -> bool | None:
        world = self.world
        match action:
            case LikeMessage(message_remote_id=id_):
                return world.statuses[id_].favourited is action.on
            case BlockPerson(person_remote_id=acct):
                blocked = {world.full(world.people[one]) for one in world.blocked}
                return (acct in blocked) is action.on
            case AnswerPrivately(message_remote_id=id_, text=text):
                found = [one for one in world.statuses.values() if one.to == id_ and one.visibility == "direct"]
                return any(one.text.endswith(text) for one in found)
            case ReportMessage(message_remote_id=id_):
                return any(id_ in one["status_ids"] for one in world.reports)
            case MuteThread():
                return any(one.muted for one in world.statuses.values()) is action.on
            case _:
                return None
