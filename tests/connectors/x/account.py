"""An account of X at work beside the stand-in, and what is answered there."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from socialdesk.connectors.kit.contract import (
    Answer,
    Picture,
)
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from tests.stand_ins.at_work import AtWork, at_work
from tests.stand_ins.x import XStandIn
from tests.stand_ins.x_world import ANN, CLIENT_ID, OWN

TYPED = {"client_id": CLIENT_ID}
COMMAND = CommandId("c1")


@asynccontextmanager
async def signed_in(x: XStandIn, folder: Path, **typed: str) -> AsyncGenerator[AtWork]:
    """Signed in, with an open session."""
    async with at_work("x", x, folder, TYPED | typed) as desk:
        await desk.sign_in(x)
        desk.open()
        yield desk
    assert not x.mistakes, x.mistakes


def public(x: XStandIn, to: str, text: str, *pictures: Picture, kind: Kind = Kind.MENTION) -> Answer:
    post = x.posts[to]
    return Answer(COMMAND, f"{post.conversation}:{post.author}", kind, to, text, "", pictures)


def direct(text: str, *pictures: Picture, person: str = ANN) -> Answer:
    return Answer(COMMAND, f"{OWN}-{person}", Kind.DM, "1", text, "", pictures)
