"""What Discord documents of its answers is understood; the copies of its pages lie outside of this repository."""

from __future__ import annotations

from typing import Any

import pytest

from socialdesk.connectors.discord import mapping
from socialdesk.connectors.discord.failures import to_error
from socialdesk.connectors.discord.mapping import Channel, Whose
from socialdesk.model.event import MessageSeen
from socialdesk.model.failure import FailureKind
from socialdesk.model.thread import Kind
from tests.connectors.recorded import ours_and

WHOSE = Whose(lambda: "1", "41771983423143937", "https://cdn.example")
MESSAGE: dict[str, Any] = {
    "id": "334385199974967042",
    "channel_id": "290926798999357250",
    "type": 0,
    "timestamp": "2017-07-11T17:27:07.299000+00:00",
    "edited_timestamp": None,
    "author": {"id": "53908099506183680", "username": "Mason", "discriminator": "9999", "avatar": None},
    "content": "Is it blue?",
    "attachments": [],
    "embeds": [],
    "mentions": [],
    "mention_roles": [],
}
REFUSED: dict[str, Any] = {
    "unknown_message": {"status": 404, "body": {"message": "Unknown Message", "code": 10008}},
    "missing_access": {"status": 403, "body": {"message": "Missing Access", "code": 50001}},
    "cannot_dm": {"status": 403, "body": {"message": "Cannot send messages to this user", "code": 50007}},
    "unauthorized": {"status": 401, "body": {"message": "401: Unauthorized", "code": 0}},
}


def test_a_documented_message_is_read_in_a_channel_and_in_a_chat_of_two() -> None:
    for objects in ours_and({"message / Message": MESSAGE}, "discord", "docs-example-objects.json"):
        message = objects["message / Message"]
        whole = Channel(message["channel_id"], "help", is_thread=False, is_whole=True)
        for event, kind in (
            (mapping.to_event(message, whole, WHOSE, {}), Kind.COMMENT),
            (mapping.to_direct(message, message["channel_id"], WHOSE, message["author"]), Kind.DM),
        ):
            assert isinstance(event, MessageSeen)
            assert (event.kind, event.text, event.author.name) == (kind, message["content"], "Mason")
            assert event.created_at == mapping.moment(message["timestamp"])
            assert not event.author.is_own
            assert message["id"] in event.remote_id


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("unknown_message", FailureKind.GONE),
        ("missing_access", FailureKind.PERMISSION_DENIED),
        ("cannot_dm", FailureKind.PERMISSION_DENIED),
        ("unauthorized", FailureKind.AUTH_EXPIRED),
    ],
)
def test_each_documented_refusal_has_its_kind(name: str, kind: FailureKind) -> None:
    for refused in ours_and(REFUSED, "discord", "responses-documented.json"):
        failure = to_error(refused[name]["status"], refused[name]["body"], is_send=True).failure
        assert failure.kind is kind
        assert failure.sentence.endswith(".")
