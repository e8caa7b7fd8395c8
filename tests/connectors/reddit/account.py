"""A Reddit account for tests: what is typed for it, and a session that is open on it."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from socialdesk.connectors.kit.contract import Answer
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from tests.stand_ins.at_work import AtWork, at_work
from tests.stand_ins.reddit import CLIENT_ID, RedditStandIn
from tests.stand_ins.reddit_world import Thing

TYPED = {"client_id": CLIENT_ID}
COMMAND = CommandId("c1")


@asynccontextmanager
async def signed_in(reddit: RedditStandIn, folder: Path) -> AsyncGenerator[AtWork]:
    """Signed in, with an open session."""
    async with at_work("reddit", reddit, folder, TYPED) as desk:
        await desk.sign_in(reddit)
        desk.open()
        yield desk
    assert not reddit.mistakes, reddit.mistakes


def answer(to: Thing, text: str, thread: Thing | None = None) -> Answer:
    kind = Kind.DM if to.name.startswith("t4_") else Kind.COMMENT
    return Answer(COMMAND, (thread or to).name, kind, to.name, text)
