"""A YouTube channel for tests: what is typed for it, and a session that is open on it."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from socialdesk.connectors.kit.contract import Answer
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from tests.stand_ins.at_work import AtWork, at_work
from tests.stand_ins.google_account import CLIENT_ID, CLIENT_SECRET
from tests.stand_ins.youtube import Comment, YouTubeStandIn

TYPED = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
COMMAND = CommandId("c1")


@asynccontextmanager
async def signed_in(youtube: YouTubeStandIn, folder: Path) -> AsyncGenerator[AtWork]:
    """Signed in, with an open session."""
    async with at_work("youtube", youtube, folder, TYPED) as desk:
        await desk.sign_in(youtube)
        desk.open()
        yield desk


def answer(to: Comment, text: str) -> Answer:
    return Answer(COMMAND, to.parent or to.id, Kind.COMMENT, to.id, text)
