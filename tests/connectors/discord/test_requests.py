"""Our requests, and the answers of our stand-in, are such as Discord's published description says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import (
    Action,
    AnswerPrivately,
    BlockPerson,
    DeleteMessage,
    Intent,
    LikeMessage,
    RemoveMessage,
)
from socialdesk.connectors.suite.stand_in import Asked, Said
from tests.connectors.described import description
from tests.connectors.discord.bot import AT, PICTURE, C, Desk, answer_to, open_desk
from tests.stand_ins.discord import Discord

pytestmark = pytest.mark.anyio
GATEWAY = "/"
"""A web socket: the description is of what is asked by HTTP."""


class Telling(Discord):
    """One that keeps what it answered."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[Asked, Said]] = []

    async def answer(self, asked: Asked) -> Said:
        said = await super().answer(asked)
        self.said.append((asked, said))
        return said


async def a_day(desk: Desk) -> None:
    """Everything a session can ask."""
    net = desk.net
    ann = net.person("Ann")
    general, help_ = net.channel("general"), net.channel("help")
    await desk.begin("help")
    net.says(general, ann, f"{AT} are you there?")
    net.says(help_, ann, "My tent leaks", attachments=[net.file(b"picture")])
    one, two, *_ = await desk.messages()
    await desk.session.check()
    await desk.session.gone([one.remote_id, two.remote_id])
    receipt = await desk.do(answer_to(one, "Look", pictures=(PICTURE,)), "k1")
    await desk.session.reconcile(Intent(answer_to(one, "Look"), "k1", net.now()))
    actions: list[Action] = [
        LikeMessage(C, one.remote_id, on=True),
        LikeMessage(C, one.remote_id, on=False),
        AnswerPrivately(C, one.remote_id, one.thread_remote_id, "Between us"),
        DeleteMessage(C, receipt.remote_id, one.thread_remote_id),
        RemoveMessage(C, two.remote_id, two.thread_remote_id),
        BlockPerson(C, ann["id"], on=True, thread_remote_id=one.thread_remote_id),
        BlockPerson(C, ann["id"], on=False, thread_remote_id=one.thread_remote_id),
    ]
    for number, action in enumerate(actions):
        desk.after(seconds=10)
        await desk.do(action, f"a{number}")
        await desk.session.reconcile(Intent(action, f"a{number}", net.now()))
    await desk.read()


async def test_every_request_and_answer_of_a_day_is_as_described(tmp_path: Path) -> None:
    net = Telling()
    async with open_desk(tmp_path, net) as desk:
        await a_day(desk)
    kinds = {(one.method, re.sub(r"\d{5,}", "1", one.path)) for one, _ in net.said}
    assert len(kinds) >= 15
    told = description("discord")
    if told is not None:
        there = [(asked, said) for asked, said in net.said if asked.path != GATEWAY]
        assert sorted({words for asked, _ in there for words in told.asked(asked)}) == []
        assert sorted({words for asked, said in there for words in told.answered(asked, said)}) == []
