"""A picture that the server does not take stays behind and is told; the text and the other pictures go."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from socialdesk.connectors.bluesky.session import BlueskySession
from socialdesk.connectors.kit.contract import Answer, Intent, Picture
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.registry import Registry
from socialdesk.model.failure import FailureKind
from socialdesk.model.identifiers import CommandId
from socialdesk.model.thread import Kind
from socialdesk.support.clock import HandClock

pytestmark = pytest.mark.anyio
NOW = datetime(2026, 6, 13, 12, tzinfo=UTC)
PARENT = "at://did:plc:ann/app.bsky.feed.post/1"


class Strict:
    """Stands in for a server that takes no picture beginning with "bad"; no real one can be told which to refuse."""

    def __init__(self) -> None:
        self.written: list[dict[str, Any]] = []

    async def get(self, method: str, **said: Any) -> dict[str, Any]:
        assert (method, said) == ("app.bsky.feed.getPosts", {"uris": [PARENT]})
        return {"posts": [{"uri": PARENT, "cid": "c1", "author": {}, "record": {}}]}

    async def upload(self, data: bytes, media_type: str) -> dict[str, Any]:
        if data.startswith(b"bad"):
            raise failed(FailureKind.INVALID, "It is broken.")
        return {"$type": "blob", "mimeType": media_type, "size": len(data)}

    async def post(self, method: str, body: dict[str, Any]) -> dict[str, Any]:
        assert method == "com.atproto.repo.putRecord"
        self.written.append(body["record"])
        return {"uri": "at://did:plc:brand/app.bsky.feed.post/k", "cid": "c2"}


async def sent(text: str, *pictures: bytes) -> tuple[str, list[dict[str, Any]]]:
    """What the receipt says was left behind, and the records that were written."""
    server: Any = Strict()
    session = BlueskySession(
        Registry().manifest("bluesky"), server, "did:plc:brand", HandClock(NOW), timedelta(days=30)
    )
    shown = tuple(Picture(data, "image/jpeg", 320, 200, "A seam") for data in pictures)
    answer = Answer(CommandId("c"), PARENT, Kind.COMMENT, PARENT, text, pictures=shown)
    receipt = await session.perform(Intent(answer, "k", NOW))
    return receipt.left_behind, server.written


async def test_the_text_goes_with_the_pictures_that_are_taken_and_says_how_many_are_not() -> None:
    left_behind, (record,) = await sent("Like this.", b"good", b"bad one")
    assert left_behind == "Sent without it: The picture was not taken. It is broken."
    assert [image["image"]["size"] for image in record["embed"]["images"]] == [4]

    left_behind, (record,) = await sent("Like this.", b"bad one", b"bad two")
    assert left_behind == "Sent, but 2 pictures were not taken. It is broken."
    assert "embed" not in record


async def test_without_text_nothing_goes_where_no_picture_is_taken() -> None:
    with pytest.raises(ConnectorError) as refused:
        await sent("", b"bad one")
    assert refused.value.failure.sentence == "It is broken. Nothing was sent."
