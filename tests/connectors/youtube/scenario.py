"""What the examination of the connector for YouTube needs: one channel, and people who comment below its video."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from socialdesk.connectors.kit.contract import Action, BlockPerson, HideMessage
from socialdesk.connectors.suite.scenario import Changes, Scenario
from tests.stand_ins.google_account import CLIENT_ID, CLIENT_SECRET
from tests.stand_ins.youtube import YouTubeStandIn


class YouTubeScenario(Scenario):
    """Ada and Bo write below a video; one comment is held back, and one is taken for spam."""

    # Edits and deletions of old comments are found by asking in turn, within the units of a day.
    patience = timedelta(hours=2)
    history = timedelta(days=30)

    def __init__(self, folder: Path) -> None:
        # The units of a day are a matter of days, and an examination asks more within a minute.
        self.stand_in = self.world = YouTubeStandIn(units=1_000_000)
        super().__init__(folder)
        self.typed = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "units": "1000000"}
        self.wrong = self.typed | {"client_secret": "nonsense"}
        self.secrets = (CLIENT_SECRET,)
        self.first = self.world.wrote("UCada", "Where do you buy the wool?")
        self.second = self.world.wrote("UCbo", "Lovely", picture="https://yt3.ggpht.com/comment.jpg")
        self.below = self.world.wrote("UCbo", "From a farm, I think", self.first)
        self.world.wrote("UCcy", "Held until somebody looks", status="heldForReview")
        self.world.wrote("UCdi", "Cheap wool at my shop", status="likelySpam")

    async def consent(self, url: str) -> Mapping[str, str]:
        return self.world.consent(url)

    async def refuse(self, url: str) -> Mapping[str, str]:
        return self.world.consent(url, "access_denied")

    def truth(self) -> Mapping[str, str]:
        return {one.id: one.text for one in self.world._all() if one.status != "rejected"}

    async def happen(self) -> Changes:
        await self.pass_time(timedelta(minutes=10))
        said = self.world.wrote("UCada", "And in red?")
        below = self.world.wrote("UCada", "Thank you", self.first)
        self.world.edited(self.second, "Lovely colours")
        self.world.deleted(self.below)
        return Changes((said.id, below.id), (self.second.id,), (self.below.id,))

    def shows(self, action: Action) -> bool | None:
        match action:
            case HideMessage(message_remote_id=message, on=on):
                return all((one.status == "published") is not on for one in self.world._all() if one.id == message)
            case BlockPerson(person_remote_id=person, on=on):
                return (person in self.world.banned) is on
            case _:
                return None

    def revoke(self) -> bool:
        self.world.revoke_all()
        return True

    def expire(self) -> bool:
        self.world.clock.move(timedelta(hours=2))  # pyright: ignore[reportAttributeAccessIssue] - a clock by hand
        return True
