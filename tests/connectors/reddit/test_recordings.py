"""What Reddit really answered is understood; the recordings lie outside of this repository."""

from __future__ import annotations

from typing import Any

from socialdesk.connectors.reddit.mapping import to_direct, to_message, to_modmail
from socialdesk.model.event import MessageSeen
from socialdesk.model.thread import Kind
from tests.connectors.recorded import answers

OWN = "bboe"
"""Whose inbox was recorded."""


def things(pattern: str, kind: str) -> list[dict[str, Any]]:
    """The things of a kind in recorded listings."""
    listed = [one for body in answers("reddit", pattern) for one in body.get("data", {}).get("children", ())]
    return [one["data"] for one in listed if one["kind"] == kind]


def test_every_recorded_private_message_is_read() -> None:
    found = things("praw-TestInbox.test_*.json", "t4")
    for one in found:
        event = to_direct(one, OWN)
        assert isinstance(event, MessageSeen)
        assert event.kind is Kind.DM
        assert one["body"] in event.text
        assert event.created_at.timestamp() == one["created_utc"]
    assert len({one["name"] for one in found}) > 30 or not found


def test_every_recorded_mention_and_answer_is_read_or_none_of_ours() -> None:
    found = things("praw-TestInbox.test_mentions.json", "t1")
    known = {one["name"]: one for one in found}
    events = [to_message(one, known, OWN) for one in found]
    read = [one for one in events if isinstance(one, MessageSeen)]
    assert len(read) == len([one for one in events if one is not None])
    assert {one.kind for one in read} <= {Kind.MENTION, Kind.COMMENT}


def test_every_recorded_conversation_with_moderators_is_read() -> None:
    for body in answers("reddit", "praw-TestSubredditModmail.test_conversations.json"):
        for conversation in body.get("conversations", {}).values():
            events = to_modmail(conversation, body["messages"], OWN)
            assert events
            assert all(isinstance(one, MessageSeen) for one in events)
            assert len({one.thread_remote_id for one in events if isinstance(one, MessageSeen)}) == 1
