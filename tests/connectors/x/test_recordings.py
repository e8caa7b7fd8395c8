"""What X really answered is understood; the recordings lie outside of this repository."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from socialdesk.connectors.kit.parts import parts
from socialdesk.connectors.x import mapping
from socialdesk.connectors.x.failures import problem_of
from socialdesk.connectors.x.mapping import Page
from socialdesk.model.counting import length_of
from socialdesk.model.thread import Kind

FOLDER = os.environ.get("SOCIALDESK_RECORDED", "")
OWN = "1111111111111111111"


def files(pattern: str) -> Iterator[Any]:
    """The recordings of a name."""
    for file in sorted((Path(FOLDER) / "x").glob(pattern)):
        yield json.loads(file.read_text(encoding="utf-8"))


def test_recorded_events_of_posts_are_messages_of_their_writers() -> None:
    if not FOLDER:
        return
    found = {}
    for event in [*files("xaa-event-post.mention.create.json"), *files("xaa-event-post.reply.create.json")]:
        payload, page = event["data"]["payload"], Page(event["data"])
        message = mapping.to_message(payload, page, OWN, is_below_own=False)
        found[event["data"]["event_type"]] = message
        assert message.kind is Kind.MENTION
        assert message.thread_remote_id == f"{payload['conversation_id']}:{payload['author_id']}"
        assert message.created_at.tzinfo is not None
    mention = found["post.mention.create"]
    assert (mention.text, mention.author.name, mention.author.followers) == ("hey @ExampleUser", "OtherUser", 97)
    assert mapping.later(mapping.id_at(mention.created_at), mention.remote_id) == mention.remote_id
    assert len(found) == 2


def test_recorded_answers_of_2022_are_read_though_they_hold_little() -> None:
    if not FOLDER:
        return
    (recorded,) = list(files("tweepy-test_client_get_users_mentions.json"))
    body = recorded[0]["response"]["body"]
    assert len(parts(body, "data")) == 6
    for post in parts(body, "data"):
        assert mapping.text_of(post)
        assert mapping.first_id(post) == post["id"]
    (messages,) = list(files("tweepy-test_manage_and_lookup_direct_messages.json"))
    empty = next(one for one in messages if one["request"]["uri"].endswith("/2/dm_events"))
    assert parts(empty["response"]["body"], "data") == []


def test_the_length_x_counts_is_the_one_x_publishes() -> None:
    if not FOLDER:
        return
    from socialdesk.connectors.kit.registry import Registry

    limit = Registry().manifest("x").capabilities(Kind.COMMENT).text
    assert length_of("https://example.com/" + "a" * 90, limit).used == 23
    assert length_of("\U0001f468\u200d\U0001f469\u200d\U0001f467", limit).used == 2


def test_both_shapes_of_an_error_are_understood() -> None:
    assert problem_of({"errors": [{"code": 88, "message": "Rate limit exceeded"}]}).code == 88
    told = problem_of(
        {"title": "Forbidden", "detail": "no", "type": "https://api.twitter.com/2/problems/client-forbidden"}
    )
    assert told.type.endswith("client-forbidden")
    assert told.words == "no"
    assert problem_of(["nonsense"]).words == ""
