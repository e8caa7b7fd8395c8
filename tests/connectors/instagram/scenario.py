"""An account of Instagram among people who write to it in every way, for the examination of the connector."""

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
from socialdesk.model.thread import Kind
from tests.stand_ins.instagram import Instagram
from tests.stand_ins.instagram_world import APP, OTHER_TOKEN, SECRET, THROUGH_PAGE

CODES = {401: (190, 0), 403: (200, 0), 404: (100, 33), 410: (100, 33), 429: (4, 0)}
"""How Meta says it: the status alone says little there."""


class InstagramScenario(Scenario):
    """People write below media, tag the account, and send messages; signed in to through the Page, which can more."""

    keeps_descriptions = False
    way = "page_token"
    typed: Mapping[str, str] = MappingProxyType({"token": THROUGH_PAGE})
    wrong: Mapping[str, str] = MappingProxyType({"token": "nonsense"})
    other: Mapping[str, str] = MappingProxyType({"token": OTHER_TOKEN})
    browser: Mapping[str, str] = MappingProxyType(
        {"app_id": APP, "app_secret": SECRET, "redirect": "https://brand.example/back"}
    )
    kinds = (Kind.COMMENT, Kind.DM)
    """Without mentions: what is answered below media of somebody else cannot be read back there."""
    secrets = (THROUGH_PAGE, "fb-user-token", "ig-secret")
    secret_in_address = "Meta tells of a token only to who names it in a parameter (debug_token)."
    has_edits = False

    def __init__(self, folder: Path) -> None:
        self.stand_in = self.world = Instagram()
        super().__init__(folder)
        world = self.world
        self.post = world.posted("New boots")
        self.first = world.commented(self.post, "501", "How much are they?")
        self.second = world.commented(self.post, "502", "The blue ones are lovely")
        world.commented(self.post, "503", "Yes!", parent=self.second)
        for n in range(60):
            world.commented(self.post, str(600 + n), f"Number {n}")
        world.posted("Found these with @ridgehill", by="maya", edge="tags")
        world.wrote("501", "Are you open on Sundays?")
        world.wrote("501", "Like this", attachments={"data": [{"image_data": {"url": "https://cdn.example/m"}}]})

    def truth(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for id_, one in self.world.nodes.items():
            match one["kind"]:
                case "Comment":
                    found[id_] = one["text"]
                case "Message":
                    found[id_] = one["message"]
                case "Media" if one["edge"] == "tags":
                    found[f"media:{id_}"] = one["caption"]
                case _:
                    continue
        return found

    async def happen(self) -> Changes:
        world = self.world
        said = (
            world.commented(self.post, "507", "And on Mondays?"),
            world.commented(self.post, "508", "Indeed", parent=self.second),
            world.wrote("502", "Hello"),
            f"media:{world.posted('Again', by='maya', edge='tags')}",
        )
        world.deleted(self.first)
        return Changes(said, (), (self.first,))

    def shows(self, action: Action) -> bool | None:
        nodes = self.world.nodes
        match action:
            case LikeMessage(message_remote_id=id_, on=on):
                return ("reactions" in nodes[id_]) is on
            case HideMessage(message_remote_id=id_, on=on):
                return nodes[id_]["hidden"] is on
            case RemoveMessage(message_remote_id=id_) | DeleteMessage(message_remote_id=id_):
                return id_ not in nodes
            case BlockPerson(person_remote_id=id_, on=on):
                return (id_ in self.world.kept_out) is on
            case AnswerPrivately(text=text):
                return self.count(text) > 0
            case _:
                return None

    def refusal(self, status: int) -> Said:
        return self.world.error(*CODES.get(status, (2, 0)), status=status)

    async def pass_time(self, span: timedelta) -> None:
        # Tags are looked at every quarter of an hour.
        await super().pass_time(max(span, timedelta(minutes=16)))
