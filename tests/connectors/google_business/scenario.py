"""What the examination of the connector for Google reviews needs: a company's shops, and people who review one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from socialdesk.connectors.suite.scenario import Changes, Scenario
from tests.stand_ins.google_account import CLIENT_ID, CLIENT_SECRET
from tests.stand_ins.google_business import GoogleBusinessStandIn, Review


class GoogleBusinessScenario(Scenario):
    """Ada and Bo review the shop in Lyon."""

    # One reply to each review: another one takes its place.
    answers_replace = True
    patience = timedelta(hours=2)

    def __init__(self, folder: Path) -> None:
        self.stand_in = self.world = GoogleBusinessStandIn()
        super().__init__(folder)
        self.typed = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
        self.wrong = self.typed | {"client_secret": "nonsense"}
        self.secrets = (CLIENT_SECRET,)
        self.first = self.world.wrote("Ada", "The best wool in town", 5)
        self.first.media = [{"thumbnailUrl": "https://lh3.googleusercontent.com/1", "thumbnailLabel": "Wool"}]
        self.second = self.world.wrote("Bo", "Closed when it should be open", 2)
        self.world.replied_there(self.first, "Thank you, Ada")

    async def consent(self, url: str) -> Mapping[str, str]:
        return self.world.consent(url)

    async def refuse(self, url: str) -> Mapping[str, str]:
        return self.world.consent(url, "access_denied")

    def truth(self) -> Mapping[str, str]:
        found = {one.name: one.text for one in self.world.reviews}
        return found | {_reply_name(one): one.reply for one in self.world.reviews if one.reply}

    def make_room(self, message_remote_id: str) -> None:
        for one in self.world.reviews:
            if one.name == message_remote_id:
                one.reply, one.replied = "", None

    async def happen(self) -> Changes:
        await self.pass_time(timedelta(minutes=10))
        said = self.world.wrote("Cy", "Friendly", 4)
        self.world.edited(self.second, "Closed when it should be open, but they wrote to me", 3)
        gone = self._taken_back()
        return Changes((said.name,), (self.second.name,), (gone.name, _reply_name(gone)))

    def _taken_back(self) -> Review:
        self.world.reviews.remove(self.first)
        return self.first

    def revoke(self) -> bool:
        self.world.revoke_all()
        return True

    def expire(self) -> bool:
        self.world.clock.move(timedelta(hours=2))  # pyright: ignore[reportAttributeAccessIssue] - a clock by hand
        return True


def _reply_name(review: Review) -> str:
    """A reply has no name of its own: another one is another message."""
    return f"{review.name}/reply@{review.replied:%Y-%m-%dT%H:%M:%S.%f}789Z"
