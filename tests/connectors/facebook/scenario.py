"""A Page among people who write to it in every way, for the examination of the connector."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

from socialdesk.connectors.kit.contract import (
    Action,
    AnswerPrivately,
    BlockPerson,
    DeleteMessage,
    HideMessage,
    LikeMessage,
    RemoveMessage,
)
from socialdesk.connectors.suite.asked import Said
from socialdesk.connectors.suite.scenario import Changes, Scenario
from tests.stand_ins.facebook import Facebook
from tests.stand_ins.facebook_world import APP, PAGE, SECRET

CODES = {401: (190, 0), 403: (200, 0), 404: (100, 33), 410: (100, 33), 429: (4, 0)}
"""How Meta says it: the status alone says little there."""


class FacebookScenario(Scenario):
    """People write below a post, on the Page, in Messenger, and recommend it."""

    keeps_descriptions = False
    typed: Mapping[str, str] = MappingProxyType({"token": f"page-token-{PAGE}"})
    wrong: Mapping[str, str] = MappingProxyType({"token": "nonsense"})
    other: Mapping[str, str] = MappingProxyType({"token": "page-token-100200301"})
    browser: Mapping[str, str] = MappingProxyType({"app_id": APP, "app_secret": SECRET})
    secrets = (f"page-token-{PAGE}", "user-token", "app-secret")
    secret_in_address = "Meta tells of a token only to who names it in a parameter (debug_token)."

    def __init__(self, folder: Path) -> None:
        self.stand_in = self.world = Facebook()
        super().__init__(folder)
        world = self.world
        self.post = world.posted("New boots")
        self.first = world.commented(self.post, "501", "How much are they?")
        self.second = world.commented(self.post, "502", "The blue ones are lovely")
        self.third = world.commented(self.post, "503", "Are they waterproof?")
        self.visit = world.posted("Lovely shop", by="504")
        self.story = world.recommended("505", "Best boots of my life")
        self.message = world.wrote("501", "Are you open on Sundays?")
        photo = {"type": "photo", "media": {"image": {"src": "https://cdn.example/photo"}}}
        world.commented(self.post, "506", "Like this one", attachment=photo)
        for n in range(120):
            world.commented(self.post, str(600 + n), f"Number {n}")

    def truth(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for id_, one in self.world.nodes.items():
            match one["kind"]:
                case "Comment" | "Message":
                    found[id_] = one["message"]
                case "Post" if one["edge"] == "feed" and one["from"]["id"] != PAGE:
                    found[f"post:{id_}"] = one["message"]
                case "Recommendation":
                    found[f"review:{one['open_graph_story']['id']}"] = one["review_text"]
                case _:
                    continue
        return found

    async def happen(self) -> Changes:
        world = self.world
        said = (
            world.commented(self.post, "507", "And on Mondays?"),
            world.wrote("502", "Hello"),
            f"post:{world.posted('I was here', by='508')}",
        )
        world.edited(self.second, "The blue ones are lovely!")
        world.deleted(self.third)
        return Changes(said, (self.second,), (self.third,))

    def shows(self, action: Action) -> bool | None:
        nodes = self.world.nodes
        match action:
            case LikeMessage(message_remote_id=id_, on=on):
                id_ = id_.removeprefix("post:").removeprefix("review:")
                return (id_ in self.world.liked or id_ in self.world.reactions) is on
            case HideMessage(message_remote_id=id_, on=on):
                return nodes[id_.removeprefix("post:")].get("is_hidden", False) is on
            case RemoveMessage(message_remote_id=id_) | DeleteMessage(message_remote_id=id_):
                return id_.removeprefix("post:") not in nodes
            case BlockPerson(person_remote_id=id_, on=on):
                return (id_ in self.world.kept_out) is on
            case AnswerPrivately(text=text):
                return self.count(text) > 0
            case _:
                return None

    def refusal(self, status: int) -> Said:
        return self.world.error(*CODES.get(status, (2, 0)), status=status)

    async def pass_time(self, span: timedelta) -> None:
        # Edits change nothing that is listed: what lies below a post is read again every quarter of an hour.
        await super().pass_time(max(span, timedelta(minutes=16)))
