"""Our requests are such as the published description of Mastodon's API knows; it lies outside of this repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from socialdesk.connectors.kit.contract import (
    AnswerPrivately,
    AtBrowser,
    BlockPerson,
    DeleteMessage,
    LikeMessage,
    MuteThread,
    ReportMessage,
)
from socialdesk.model.identifiers import CommandId
from socialdesk.model.moderation import ReportReason
from socialdesk.model.thread import Kind
from tests.connectors.described import description
from tests.stand_ins.mastodon_channel import Channel, connected, picture

pytestmark = pytest.mark.anyio
OLDER = {"/api/v1/instance"}
"""Told of elsewhere in the documentation, and left out of the description."""
ID = CommandId("c")


async def a_day(channel: Channel) -> None:
    """Everything a session can ask."""
    server, session = channel.server, channel.session
    ann = server.joins("ann", "far.example")
    post = server.says(server.brand, "Launch day!")
    head = server.says(ann, "@brand Green?", to=post)
    private = server.says(ann, "@brand psst", visibility="direct")
    await channel.pull()
    await session.check()
    await session.gone([head, private])
    answer = channel.answer(head, "Yes.", pictures=(picture(),))
    own = (await session.perform(answer)).remote_id
    await session.reconcile(answer)
    await session.media(head, 0, "", afresh=True)
    for action in (
        AnswerPrivately(ID, head, head, "Here."),
        LikeMessage(ID, head, on=True),
        LikeMessage(ID, head, on=False),
        BlockPerson(ID, "ann@far.example", on=True),
        BlockPerson(ID, "ann@far.example", on=False),
        ReportMessage(ID, head, ReportReason.SPAM, "Spam"),
        MuteThread(ID, "dm:ann@far.example", Kind.DM, on=True),
        MuteThread(ID, head, Kind.COMMENT, on=False),
        DeleteMessage(ID, own, head),
    ):
        intent = channel.intent(action)
        await session.perform(intent)
        if not isinstance(action, ReportMessage):
            await session.reconcile(intent)
    channel.again()
    await channel.session.perform(channel.intent(BlockPerson(ID, "ann@far.example", on=True)))
    begun = await channel.connector.begin("oauth", {"server": server.address}, "http://127.0.0.1:1/cb", channel.around)
    assert isinstance(begun, AtBrowser)
    signed_in = await channel.connector.finish("oauth", begun.kept, server.allow(begun.url), channel.around)
    channel.keeper.credentials = signed_in.credentials
    await channel.session.sign_out()


async def test_every_request_of_a_day_is_one_that_the_description_knows(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        await a_day(channel)
        kinds = {(one.method, re.sub(r"\d{5,}", "1", one.path)) for one in channel.server.asked}
    assert len(kinds) >= 26
    told = description("mastodon")
    if told is not None:
        asked = [one for one in channel.server.asked if one.path not in OLDER]
        assert sorted({words for one in asked for words in told.asked(one)}) == []
