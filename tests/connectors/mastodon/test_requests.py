"""Our requests are such as the published description of Mastodon's API knows; it lies outside of this repository."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

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
from socialdesk.connectors.suite.stand_in import Asked
from socialdesk.model.identifiers import CommandId
from socialdesk.model.moderation import ReportReason
from socialdesk.model.thread import Kind
from tests.stand_ins.mastodon_channel import Channel, connected, picture

pytestmark = pytest.mark.anyio
DESCRIPTION = Path(os.environ.get("SOCIALDESK_RECORDED", "nowhere")).parent / "openapi" / "mastodon.json"
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


def names_in(schema: dict[str, Any], whole: dict[str, Any]) -> set[str]:
    """The fields a body can have, whatever form it takes."""
    if reference := schema.get("$ref"):
        schema = whole["components"]["schemas"][reference.rpartition("/")[2]]
    found = set(schema.get("properties", {}))
    for one in [*schema.get("oneOf", []), *schema.get("allOf", []), *schema.get("anyOf", [])]:
        found |= names_in(one, whole)
    return found


def strange_in(asked: Asked, whole: dict[str, Any]) -> list[str]:
    """What of a request the description does not know."""
    paths = [one for one in whole["paths"] if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", one), asked.path)]
    # A path that is written out goes before one with a part of any name.
    said = next((whole["paths"][one] for one in sorted(paths, key=lambda one: one.count("{"))), {})
    operation = said.get(asked.method.lower())
    if operation is None:
        return [] if asked.path in OLDER else [f"{asked.method} {asked.path}"]
    known = {one["name"] for one in operation.get("parameters", []) if one.get("in") == "query"}
    strange = [f"{asked.path}?{name}" for name in asked.query if name.removesuffix("[]") not in known]
    bodies = operation.get("requestBody", {}).get("content", {}).values()
    fields = {name for body in bodies for name in names_in(body.get("schema", {}), whole)}
    return strange + [f"{asked.path}: {name}" for name in asked.field_names() if name not in fields]


async def test_every_request_of_a_day_is_one_that_the_description_knows(tmp_path: Path) -> None:
    async with connected(tmp_path) as channel:
        await a_day(channel)
        kinds = {(one.method, re.sub(r"\d{5,}", "1", one.path)) for one in channel.server.asked}
    assert len(kinds) >= 26
    if DESCRIPTION.exists():
        whole = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
        assert sorted({text for one in channel.server.asked for text in strange_in(one, whole)}) == []
