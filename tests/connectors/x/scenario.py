"""What the examination of the connector for X needs: a stand-in with more mentions than fit on one page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

from socialdesk.connectors.kit.contract import Action, AnswerPrivately, BlockPerson, HideMessage
from socialdesk.connectors.suite.scenario import Changes, Scenario
from tests.stand_ins.x import XStandIn
from tests.stand_ins.x_world import ANN, BEN, CLIENT_ID, OWN


class XScenario(Scenario):
    """Ann and Ben write to the shop, below its post and elsewhere, and in private."""

    typed: Mapping[str, str] = MappingProxyType({"client_id": CLIENT_ID, "dollars_a_day": "500"})
    wrong: Mapping[str, str] = MappingProxyType({"client_id": "nobody", "dollars_a_day": "500"})

    patience = timedelta(minutes=20)

    def __init__(self, folder: Path) -> None:
        self.stand_in = self.world = XStandIn()
        super().__init__(folder)
        world = self.world
        self.post = world.said(OWN, "New jackets", ago=timedelta(hours=9))
        for number in range(110):
            world.said(ANN, f"@woolco question {number}", ago=timedelta(minutes=400 - number))
        self.comment = world.said(ANN, "@woolco in blue?", self.post, ago=timedelta(minutes=50))
        self.mention = world.said(BEN, "Hello @woolco", ago=timedelta(minutes=40))
        picture = {"media_key": "3_1", "type": "photo", "url": "https://pbs.example/1.jpg", "alt_text": "a torn sleeve"}
        world.said(BEN, "@woolco look", media=[picture], ago=timedelta(minutes=35))
        world.wrote(ANN, "And when?", ago=timedelta(minutes=30))

    async def consent(self, url: str) -> Mapping[str, str]:
        return self.world.consent(url)

    async def refuse(self, url: str) -> Mapping[str, str]:
        return self.world.consent(url, "access_denied")

    def truth(self) -> Mapping[str, str]:
        public = {
            one.history[0]: _plain(one.text, is_answer=bool(one.parent))
            for one in self.world.posts.values()
            if one.author != OWN or one.parent
        }
        return public | {f"dm:{one['id']}": one["text"] for one in self.world.events}

    async def happen(self) -> Changes:
        world = self.world
        said = world.said(BEN, "@woolco and on Mondays?")
        direct = f"dm:{world.wrote(BEN, 'In private')}"
        world.edited(self.mention, "Hello again @woolco")
        world.deleted(self.comment)
        late = world.said(ANN, "@woolco written on a train")
        return Changes((said, direct, late), (self.mention,), (self.comment,))

    def shows(self, action: Action) -> bool | None:
        match action:
            case HideMessage(message_remote_id=message, on=on):
                return self.world.posts[message].hidden is on
            case AnswerPrivately(text=text):
                return any(one["sender_id"] == OWN and one["text"] == text for one in self.world.events)
            case BlockPerson(person_remote_id=person, on=on):
                return (person in self.world.blocked) is on
            case _:
                return None

    def revoke(self) -> bool:
        self.world.revoke_all()
        return True

    def expire(self) -> bool:
        self.world.tokens.clear()
        return True


def _plain(text: str, *, is_answer: bool) -> str:
    words = text.split(" ")
    while is_answer and words and words[0].startswith("@"):
        words.pop(0)
    return " ".join(words)
