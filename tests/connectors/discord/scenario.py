"""What the examination of the connector for Discord needs: a bot, its server, and people who write there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

from socialdesk.connectors.discord.names import message_name, to_message
from socialdesk.connectors.kit.contract import Account, Action, BlockPerson, DeleteMessage, LikeMessage, RemoveMessage
from socialdesk.connectors.suite.asked import Asked, Said
from socialdesk.connectors.suite.scenario import Changes, Scenario
from socialdesk.connectors.suite.stand_in import route
from socialdesk.model.thread import Kind
from tests.stand_ins.discord import Discord
from tests.stand_ins.discord_world import BOT, GUILD, TOKEN

OTHER = "MTk4NjIyNDgzNDcxOTI1MjQ5.Cl2FMQ.another-made-up-secret-of-this-one"
ELSEWHERE = "41771983423143999"
AT = f"<@{BOT['id']}>"


class TwoBots(Discord):
    """One that counts no messages a second, for time stands still in an examination, and knows a second bot."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens[OTHER] = set()

    def _count_send(self, channel: str) -> None:
        pass

    @route("GET", "/users/@me/guilds", takes=("limit", "after", "before"))
    def my_guilds(self, asked: Asked) -> Said:
        if asked.token == OTHER:
            return Said(200, [{"id": ELSEWHERE, "name": "Elsewhere", "permissions": "8"}])
        return super().my_guilds(asked)


class DiscordScenario(Scenario):
    """Ada asks the bot something in a channel, Bo and others write where every word is for us."""

    typed: Mapping[str, str] = MappingProxyType({"token": TOKEN, "channels": "help"})
    wrong: Mapping[str, str] = MappingProxyType({"token": TOKEN + "x", "channels": ""})
    other: Mapping[str, str] = MappingProxyType({"token": OTHER, "channels": ""})
    secrets = (TOKEN, OTHER)
    # A chat of two is known only once it was begun here.
    kinds = (Kind.MENTION, Kind.COMMENT)

    def __init__(self, folder: Path) -> None:
        self.stand_in = self.net = TwoBots()
        super().__init__(folder)
        net = self.net
        self.ada, self.bo = net.person("Ada"), net.person("Bo")
        self.general, self.help = net.channel("general"), net.channel("help")
        self.asked = net.says(self.general, self.ada, f"{AT} do you ship to Bergen?", ago=timedelta(hours=3))
        net.says(self.general, self.bo, "What weather", ago=timedelta(hours=2))
        self.comment = net.says(self.help, self.bo, "My kettle leaks", ago=timedelta(hours=1))
        self.second = net.says(
            self.help, self.ada, "So does mine", ago=timedelta(minutes=50), attachments=[net.file(b"picture")]
        )
        for number in range(130):
            net.says(self.help, self.ada, f"Word {number}", ago=timedelta(days=2, minutes=number))

    def account(self, accounts: Sequence[Account]) -> Account:
        return next(one for one in accounts if one.remote_id in (GUILD, ELSEWHERE))

    def truth(self) -> Mapping[str, str]:
        ours = [self.net.messages[self.help], self._spoken()]
        return {
            message_name(one["channel_id"], one["id"]): one["content"].replace(AT, "@Fjell")
            for there in ours
            for one in there.values()
        }

    def _spoken(self) -> dict[int, dict[str, Any]]:
        """What of the other channel is to us: what names the bot, and what it answered."""
        here = self.net.messages[self.general]
        return {id_: one for id_, one in here.items() if AT in one["content"] or one["author"]["id"] == BOT["id"]}

    async def happen(self) -> Changes:
        net = self.net
        await self.pass_time(timedelta(minutes=5))
        said = net.says(self.general, self.bo, f"{AT} and to Oslo?")
        await net.tells("MESSAGE_CREATE", said)
        net.edits(self.comment, "My kettle leaks badly")
        net.deletes(self.second)
        await self.pass_time(timedelta(minutes=5))
        below = net.says(self.help, self.ada, "A third one")
        return Changes((_name(said), _name(below)), (_name(self.comment),), (_name(self.second),))

    def count(self, text: str) -> int:
        everything = [one for there in self.net.messages.values() for one in there.values()]
        return sum(text.strip() in one["content"] for one in everything)

    def shows(self, action: Action) -> bool | None:
        match action:
            case LikeMessage(message_remote_id=message, on=on):
                channel, id_ = to_message(message)
                return ((channel, int(id_)) in self.net.reactions) is on
            case DeleteMessage(message_remote_id=message) | RemoveMessage(message_remote_id=message):
                channel, id_ = to_message(message)
                return int(id_) not in self.net.messages[channel]
            case BlockPerson(person_remote_id=person, on=on):
                return (person in self.net.banned) is on
            case _:
                return None


def _name(message: dict[str, Any]) -> str:
    return message_name(message["channel_id"], message["id"])
