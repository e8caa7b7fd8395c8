"""A first download longer than its deadline comes in parts, and no part is read twice or passed over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from socialdesk.connectors.bluesky.session import BlueskySession
from socialdesk.connectors.kit.contract import Page
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.registry import Registry
from socialdesk.model.event import MessageSeen
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import HandClock

pytestmark = pytest.mark.anyio
NOW = datetime(2026, 6, 13, 12, tzinfo=UTC)
STAMP = "2026-06-13T11:00:00.000Z"
OWN = "did:plc:brand"
MANY = 7


def post(number: int) -> dict[str, Any]:
    """A post that mentions the brand."""
    mention = {"$type": "app.bsky.richtext.facet#mention", "did": OWN}
    facet = {"index": {"byteStart": 0, "byteEnd": 6}, "features": [mention]}
    return {
        "uri": f"at://did:plc:ann/app.bsky.feed.post/{number}",
        "cid": f"c{number}",
        "author": {"did": "did:plc:ann", "handle": "ann.example"},
        "record": {"text": "@brand hello", "createdAt": STAMP, "facets": [facet]},
        "indexedAt": STAMP,
    }


class Slow:
    """A network with some mentions and conversations, on which the clock moves with every request."""

    def __init__(self, clock: HandClock, step: timedelta) -> None:
        self._clock = clock
        self._step = step
        self.asked: list[str] = []
        self.fails_at: int | None = None

    async def get(self, method: str, **said: Any) -> dict[str, Any]:
        self._clock.move(self._step)
        name = method.rpartition(".")[2]
        self.asked.append(name)
        if self.fails_at == len(self.asked):
            raise failed(FailureKind.TRANSIENT, "It broke.")
        match name:
            case "getAuthorFeed":
                return {"feed": []}
            case "listNotifications":
                seen = [post(number) | {"reason": "mention"} for number in range(MANY)]
                return {"notifications": seen}
            case "getPostThread":
                number = int(said["uri"].rpartition("/")[2])
                return {"thread": {"post": post(number), "replies": []}}
            case "getLog":
                return {"cursor": "log1", "logs": []}
            case "listConvos":
                members = [{"did": OWN, "handle": "brand.example"}, {"did": "did:plc:ann", "handle": "ann.example"}]
                ids = range(MANY) if said.get("status") == "accepted" else range(0)
                return {"convos": [{"id": f"c{number}", "rev": "1", "members": members} for number in ids]}
            case "getMessages":
                view = {"$type": "chat.bsky.convo.defs#messageView", "rev": "1", "text": "Hi", "sentAt": STAMP}
                return {"messages": [view | {"id": f"m-{said['convoId']}", "sender": {"did": "did:plc:ann"}}]}
            case _:
                raise AssertionError(method)


def opened(step: timedelta) -> tuple[BlueskySession, Slow, HandClock]:
    """A session that has read nothing yet."""
    clock = HandClock(NOW)
    line: Any = Slow(clock, step)
    return BlueskySession(Registry().manifest("bluesky"), line, OWN, clock, timedelta(days=30)), line, clock


async def whole(session: BlueskySession, stream: str, clock: HandClock, cursor: str | None = None) -> list[Page]:
    """All pages until there is no more."""
    pages: list[Page] = []
    while not pages or pages[-1].has_more:
        assert not pages or pages[-1].next_cursor != cursor, "the engine would stop here"
        cursor = pages[-1].next_cursor if pages else cursor
        pages.append(await session.pull(stream, cursor, clock.now() + timedelta(minutes=5)))
    return pages


def seen(pages: list[Page]) -> list[str]:
    """The messages of all pages."""
    return sorted(one.remote_id for page in pages for one in page.events if isinstance(one, MessageSeen))


@pytest.mark.parametrize("stream", ["notifications", "dms"])
async def test_a_reading_that_takes_longer_than_its_deadline_comes_in_parts(stream: str) -> None:
    session, line, clock = opened(timedelta(seconds=80))
    pages = await whole(session, stream, clock)
    quick, quick_line, quick_clock = opened(timedelta(0))
    at_once = await whole(quick, stream, quick_clock)

    assert len(at_once) == 1 < len(pages)
    assert seen(pages) == seen(at_once)
    assert len(seen(pages)) == MANY
    assert line.asked == quick_line.asked, "nothing is asked for twice"
    assert len(await whole(session, stream, clock, pages[-1].next_cursor)) == 1


@pytest.mark.parametrize("stream", ["notifications", "dms"])
async def test_what_was_read_before_a_failure_is_read_again(stream: str) -> None:
    session, line, clock = opened(timedelta(0))
    line.fails_at = 6
    with pytest.raises(ConnectorError):
        await whole(session, stream, clock)
    assert len(seen(await whole(session, stream, clock))) == MANY
