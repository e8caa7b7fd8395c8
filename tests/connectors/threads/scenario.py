"""An account of Threads among people who answer and mention it, for the examination of the connector."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

from socialdesk.connectors.kit.contract import Action, DeleteMessage, HideMessage
from socialdesk.connectors.suite.asked import Said
from socialdesk.connectors.suite.scenario import Changes, Scenario
from tests.stand_ins.threads import APP, NAME, OTHER_TOKEN, SECRET, TOKEN, Threads

CODES = {401: (190, 0), 403: (200, 0), 404: (100, 33), 410: (100, 33), 429: (4, 0)}
"""How Meta says it: the status alone says little there."""


class ThreadsScenario(Scenario):
    """People answer below posts, and mention the account elsewhere."""

    typed: Mapping[str, str] = MappingProxyType({"token": TOKEN})
    wrong: Mapping[str, str] = MappingProxyType({"token": "nonsense"})
    other: Mapping[str, str] = MappingProxyType({"token": OTHER_TOKEN})
    browser: Mapping[str, str] = MappingProxyType(
        {"app_id": APP, "app_secret": SECRET, "redirect": "https://brand.example/back"}
    )
    secrets = (TOKEN, OTHER_TOKEN, "th-secret")
    # The list of posts, what was said below a young one, and what waits where something does.
    most_when_quiet = 3
    secret_in_address = "Tokens are renewed and exchanged by a parameter only (refresh_access_token)."

    def __init__(self, folder: Path) -> None:
        self.stand_in = self.world = Threads()
        super().__init__(folder)
        world = self.world
        world.posted("Nobody answered this")
        self.post = world.posted("New boots")
        self.first = world.posted("How much?", by="lee", above=self.post)
        self.second = world.posted("The blue ones are lovely", by="kim", above=self.post)
        self.below = world.posted("Which?", by="ada", above=self.second)
        self.elsewhere = world.posted("Found these @ridgehill", by="maya")
        for n in range(60):
            world.posted(f"Number {n}", by=f"p{n}", above=self.post)
        picture = {"media_type": "IMAGE", "media_url": "https://cdn.example/p"}
        world.posted("Look", by="joe", above=self.post, **picture)
        careful = world.posted("Ask us anything")
        world.approving.add(careful)
        self.waits = world.posted("May I?", by="ann", above=careful)

    def truth(self) -> Mapping[str, str]:
        return {id_: one["text"] for id_, one in self.world.nodes.items() if one["username"] != NAME or one["is_reply"]}

    async def happen(self) -> Changes:
        world = self.world
        said = (
            world.posted("And on Mondays?", by="eve", above=self.post),
            world.posted("All of them", by="kim", above=self.below),
            world.posted("Again @ridgehill", by="maya"),
        )
        world.unseen[self.waits] = "ignored"
        world.edited(self.second, "The blue ones are lovely!")
        world.deleted(self.first)
        return Changes(said, (self.second,), (self.first,))

    def shows(self, action: Action) -> bool | None:
        nodes = self.world.nodes
        match action:
            case HideMessage(message_remote_id=id_, on=on):
                return (nodes[id_]["hide_status"] == "HIDDEN" or id_ in self.world.unseen) is on
            case DeleteMessage(message_remote_id=id_):
                return id_ not in nodes
            case _:
                return None

    def revoke(self) -> bool:
        self.world.made.clear()
        return super().revoke()

    def expire(self) -> bool:
        self.clock.move(timedelta(days=8))  # type: ignore[attr-defined] - a clock by hand
        return True

    def refusal(self, status: int) -> Said:
        return self.world.error(*CODES.get(status, (2, 0)), status=status)

    async def pass_time(self, span: timedelta) -> None:
        # What is answered to answers of ours elsewhere is looked for every ten minutes.
        await super().pass_time(max(span, timedelta(minutes=11)))
