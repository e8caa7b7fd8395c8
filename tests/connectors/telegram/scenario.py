"""What the examination of the connector for Telegram needs: a bot, and people who write to it alone and in groups."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from socialdesk.connectors.kit.contract import (
    Action,
    BlockPerson,
    DeleteMessage,
    EditMessage,
    LikeMessage,
    RemoveMessage,
)
from socialdesk.connectors.suite.scenario import Changes, Scenario
from socialdesk.connectors.telegram.names import message_name, to_place
from tests.stand_ins.telegram import Telegram
from tests.stand_ins.telegram_world import BOT, TOKEN

OTHER = "7000002:AAHm-another_secret_of_this_stand_in"


class Unhurried(Telegram):
    """One that counts no messages a minute: time stands still in an examination."""

    def _count(self, chat: int, many: int) -> None:
        pass


class TelegramScenario(Scenario):
    """Ada writes to the bot, Bo asks it in a group, and below a post of a channel people comment."""

    keeps_descriptions = False
    shows_own = False
    has_deletions = False
    has_server_clock = False
    secret_in_address = "The Bot API wants the token in the path: core.telegram.org/bots/api, Making requests."

    def __init__(self, folder: Path) -> None:
        self.stand_in = self.net = Unhurried()
        super().__init__(folder)
        net = self.net
        self.typed = {"token": TOKEN}
        self.wrong = {"token": "7000001:AAHm-wrong"}
        self.secrets = (TOKEN, OTHER)
        self.written: dict[tuple[int, int], dict[str, Any]] = {}
        self.ada, self.bo = net.person("Ada"), net.person("Bo")
        self.group = net.group("Friends of Fjell", username="fjell_friends")
        self.talk = net.group("Talk below posts", username="fjell_talk")
        channel = net.channel("Fjell", self.talk, username="fjell_news")
        self.post = net.posts(channel, "Our new kettle is here")
        self.direct = self._said(net.says(net.chats[self.ada["id"]], self.ada, "Is the kettle loud?"))
        self.asked = self._said(net.says(self.group, self.bo, "@fjell_bot do you ship to Bergen?", **self._named(10)))
        shown = net.file(b"the bytes of a picture")
        photo = [{"file_id": shown, "file_unique_id": "lasting", "width": 90, "height": 60}]
        self._said(net.says(net.chats[self.ada["id"]], self.ada, photo=photo, caption="It leaks here"))
        self.comment = self._said(net.says(self.talk, self.bo, "What a colour!", to=self.post))

    @asynccontextmanager
    async def serving(self) -> AsyncGenerator[Mapping[str, str]]:
        elsewhere = Telegram()
        elsewhere.me |= {"id": 7000002, "username": "other_bot"}
        elsewhere.tokens = {OTHER: set()}
        async with self.net.serving() as address, elsewhere.serving() as other:
            self.other = {"token": OTHER, "server": other}
            yield {"*": address}

    def truth(self) -> Mapping[str, str]:
        return {
            message_name(chat, (number,)): _words(self.net.messages[chat, number, 0])
            for chat, number in self.written
            if (chat, number, 0) in self.net.messages
        }

    async def happen(self) -> Changes:
        net = self.net
        await self.pass_time(timedelta(minutes=1))
        said = self._said(net.says(net.chats[self.ada["id"]], self.ada, "And how heavy?"))
        below = self._said(net.says(self.talk, self.ada, "I want one", to=self.post))
        self.direct = net.edits(self.direct, "Is the kettle very loud?")
        return Changes((self._name(said), self._name(below)), (self._name(self.direct),))

    def count(self, text: str) -> int:
        own = [one for one in self.net.messages.values() if one["from"]["id"] == BOT["id"]]
        return sum(text.strip() in one.get("text", one.get("caption", "")) for one in own)

    def shows(self, action: Action) -> bool | None:
        match action:
            case LikeMessage(message_remote_id=message, on=on):
                place = to_place(message)
                return bool(self.net.reactions.get((place.chat, place.numbers[0]))) is on
            case DeleteMessage(message_remote_id=message) | RemoveMessage(message_remote_id=message):
                place = to_place(message)
                return (place.chat, place.numbers[0], 0) not in self.net.messages
            case EditMessage(message_remote_id=message, text=text):
                place = to_place(message)
                return _words(self.net.messages[place.chat, place.numbers[0], 0]) == text
            case BlockPerson(person_remote_id=person, on=on):
                return any(str(one) == person for _, one in self.net.banned) is on
            case _:
                return None

    def _said(self, message: dict[str, Any]) -> dict[str, Any]:
        self.written[message["chat"]["id"], message["message_id"]] = message
        return message

    def _name(self, message: dict[str, Any]) -> str:
        return message_name(message["chat"]["id"], (message["message_id"],))

    def _named(self, length: int) -> dict[str, Any]:
        return {"entities": [{"type": "mention", "offset": 0, "length": length}]}


def _words(message: dict[str, Any]) -> str:
    return message.get("text") or message.get("caption", "")
