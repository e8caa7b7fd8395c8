"""What strangers, or a newer service, make of lists and logs holds up nothing that comes after it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from socialdesk.connectors.bluesky.session import BlueskySession
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.kit.registry import Registry
from socialdesk.model.event import MessageDeleted, MessageSeen, Unreadable
from socialdesk.model.failure import FailureKind
from socialdesk.support.clock import HandClock

pytestmark = pytest.mark.anyio
NOW = datetime(2026, 6, 13, 12, tzinfo=UTC)
OWN, ANN = "did:plc:brand", "did:plc:ann"
MOST_ASKED = 40


def stamp(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Crowd:
    """Mentions of the brand in one and the same millisecond, as whoever writes them can choose, and others around."""

    def __init__(self, same: int) -> None:
        self.times = [NOW - timedelta(hours=1), *[NOW - timedelta(hours=2)] * same]
        self.times += [NOW - timedelta(hours=3, minutes=one) for one in range(120)]
        self.asked = 0

    def post(self, number: int) -> dict[str, Any]:
        feature = {"$type": "app.bsky.richtext.facet#mention", "did": OWN}
        facet = {"index": {"byteStart": 0, "byteEnd": 6}, "features": [feature]}
        at = stamp(self.times[number])
        return {
            "uri": f"at://{ANN}/app.bsky.feed.post/{number}",
            "cid": f"c{number}",
            "author": {"did": ANN, "handle": "ann.example"},
            "record": {"text": "@brand hello", "createdAt": at, "facets": [facet]},
            "indexedAt": at,
        }

    async def get(self, method: str, **said: Any) -> dict[str, Any]:
        self.asked += 1
        match method.rpartition(".")[2]:
            case "getAuthorFeed":
                return {"feed": []}
            case "listNotifications":
                assert self.asked < MOST_ASKED, "it goes round and round"
                before = said.get("cursor")
                older = [n for n, at in enumerate(self.times) if before is None or stamp(at) < before]
                page = older[: said["limit"]]
                found = [self.post(number) | {"reason": "mention"} for number in page]
                return {"notifications": found} | (
                    {"cursor": stamp(self.times[page[-1]])} if len(older) > len(page) else {}
                )
            case "getPostThread":
                return {"thread": {"post": self.post(int(said["uri"].rpartition("/")[2])), "replies": []}}
            case _:
                raise AssertionError(method)


class Log:
    """The chat's log: one conversation that was left since, entries of forms of their own, and what is said after."""

    def __init__(self) -> None:
        view = {"$type": "chat.bsky.convo.defs#messageView", "rev": "1", "sentAt": stamp(NOW), "sender": {"did": ANN}}
        kind = "chat.bsky.convo.defs#log"
        self.entries: list[dict[str, Any]] = [
            {
                "$type": f"{kind}CreateMessage",
                "rev": "1",
                "convoId": "left",
                "message": view | {"id": "m1", "text": "A"},
            },
            {"$type": f"{kind}CreateMessage", "rev": "2", "convoId": "here"},
            {"$type": f"{kind}DeleteMessage", "rev": "3", "convoId": "here", "message": "m0"},
            {"$type": f"{kind}ReadMessage", "rev": "4", "convoId": "here", "message": {"sender": {"did": OWN}}},
            {"$type": f"{kind}Wave", "rev": "5"},
            {
                "$type": f"{kind}CreateMessage",
                "rev": "6",
                "convoId": "here",
                "message": view | {"id": "m2", "text": "B"},
            },
            {"$type": f"{kind}DeleteMessage", "rev": "7", "convoId": "here", "message": {"id": "m3"}},
        ]

    async def get(self, method: str, **said: Any) -> dict[str, Any]:
        match method.rpartition(".")[2]:
            case "getLog":
                return {"logs": self.entries if said["cursor"] == "0" else [], "cursor": "7"}
            case "getConvo" if said["convoId"] == "left":
                raise failed(FailureKind.GONE, "This conversation is no longer on Bluesky.", code="InvalidConvo")
            case "getConvo":
                members = [{"did": OWN, "handle": "brand.example"}, {"did": ANN, "handle": "ann.example"}]
                return {"convo": {"id": said["convoId"], "rev": "1", "members": members}}
            case _:
                raise AssertionError(method)


def opened(line: Any) -> BlueskySession:
    return BlueskySession(Registry().manifest("bluesky"), line, OWN, HandClock(NOW), timedelta(days=30))


async def test_more_mentions_in_one_instant_than_fit_on_a_page_do_not_stop_the_reading() -> None:
    crowd = Crowd(same=250)
    page = await opened(crowd).pull("notifications", None, NOW + timedelta(minutes=5))
    seen = {one.remote_id.rpartition("/")[2] for one in page.events if isinstance(one, MessageSeen)}
    assert {"0", *(str(251 + one) for one in range(120))} <= seen, "what came before and after is all there"
    assert not page.has_more
    few = Crowd(same=99)
    page = await opened(few).pull("notifications", None, NOW + timedelta(minutes=5))
    assert len([one for one in page.events if isinstance(one, MessageSeen)]) == len(few.times), "nothing is skipped"


async def test_a_conversation_that_was_left_and_entries_of_unknown_form_hold_up_no_messages() -> None:
    page = await opened(Log()).pull("dms", '{"v": 1, "log": "0"}', NOW + timedelta(minutes=5))
    said = {one.text: one for one in page.events if isinstance(one, MessageSeen)}
    assert (said["A"].thread_remote_id, said["B"].thread_remote_id) == ("left", "here")
    assert said["A"].author.remote_id == ANN
    assert [one.dedup_key for one in page.events if isinstance(one, Unreadable)] == ["log:2", "log:3", "log:4"]
    assert [one.remote_id for one in page.events if isinstance(one, MessageDeleted)] == ["m3"]
