"""What Threads really answered, and what Meta saved as an answer, is understood; it lies outside of this repository."""

from __future__ import annotations

import json
from typing import Any

from socialdesk.connectors.graph.errors import to_error
from socialdesk.connectors.graph.reading import moment
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.threads import mapping
from socialdesk.model.event import MessageSeen
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from socialdesk.support.clock import SystemClock
from tests.connectors.recorded import ours_and

REPLY: dict[str, Any] = {
    "id": "17900000000000001",
    "text": "Which blue?",
    "timestamp": "2024-01-01T18:20:00+0000",
    "media_product_type": "THREADS",
    "media_type": "TEXT_POST",
    "username": "ann",
    "is_reply": True,
    "is_reply_owned_by_me": False,
    "root_post": {"id": "17900000000000000"},
    "replied_to": {"id": "17900000000000000"},
    "hide_status": "NOT_HUSHED",
}
SAVED = {
    "Get Threads Replies": {"saved_response": {"data": [REPLY]}},
    "Get a List of All a User's Threads": {"saved_response": {"data": [REPLY | {"is_reply": False}]}},
}
REFUSED = {"error": {"message": "Unsupported get request.", "type": "THApiException", "code": 100, "error_subcode": 33}}


def expect_read(reply: dict[str, Any]) -> None:
    """Fail where a reply is not read as it stands there."""
    event = mapping.to_message(reply, "woolco", "1", Kind.COMMENT, None, "1")
    assert isinstance(event, MessageSeen)
    assert (event.remote_id, event.text) == (reply["id"], reply["text"])
    assert event.created_at == moment(reply["timestamp"])
    assert (mapping.parent_of(reply), mapping.root_of(reply)) == (reply["replied_to"]["id"], reply["root_post"]["id"])
    assert not event.author.is_own
    assert event.author.name
    assert event.attachments == ()


def test_recorded_replies_are_read_below_what_they_answer() -> None:
    for listed in ours_and({"data": [REPLY]}, "threads", "restfb-threads-basic-list-reply.json"):
        for reply in listed["data"]:
            expect_read(reply)
    for saved in ours_and(SAVED, "threads", "postman-saved-responses.json"):
        for reply in saved["Get Threads Replies"]["saved_response"]["data"]:
            expect_read(reply)


def test_saved_posts_become_posts_of_the_account() -> None:
    for saved in ours_and(SAVED, "threads", "postman-saved-responses.json"):
        for post in saved["Get a List of All a User's Threads"]["saved_response"]["data"]:
            seen = mapping.to_post(mapping.as_own(post), post["username"])
            assert (seen.remote_id, seen.text, seen.author.is_own) == (post["id"], post["text"], True)


def test_a_recorded_refusal_is_something_that_is_not_there() -> None:
    clock = SystemClock()
    for said in ours_and(REFUSED, "threads", "restfb-threads-exception.json"):
        answer = Answer(400, {}, json.dumps(said).encode())
        failure = to_error(answer, Http(clock), "Threads", clock.now()).failure
        assert failure.kind in (FailureKind.GONE, FailureKind.NOT_FOUND)
        assert "100/33" in failure.code
