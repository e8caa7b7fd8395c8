"""What X says no with: each refusal has a kind, a certainty, and a sentence with a next step."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from socialdesk.connectors.kit.http import Answer
from socialdesk.connectors.x.failures import to_error
from socialdesk.model.failure import Certainty, FailureKind

LATER = datetime(2026, 6, 13, 13, tzinfo=UTC)
PROBLEM = "https://api.x.com/2/problems/"


@pytest.mark.parametrize(
    ("status", "said", "kind", "part"),
    [
        (401, {"title": "Unauthorized"}, FailureKind.AUTH_EXPIRED, "Connect the channel again"),
        (401, {"errors": [{"code": 89, "message": "Invalid or expired token"}]}, FailureKind.AUTH_EXPIRED, "again"),
        (402, {"type": f"{PROBLEM}credits"}, FailureKind.RATE_LIMITED, "Add some"),
        (403, {"detail": "Your account is suspended."}, FailureKind.SUSPENDED, "Open X in the browser"),
        (
            403,
            {"errors": [{"code": 326, "message": "Temporarily locked."}]},
            FailureKind.SUSPENDED,
            "X",
        ),
        (403, {"type": f"{PROBLEM}client-forbidden"}, FailureKind.PERMISSION_DENIED, "console"),
        (403, {"detail": "You cannot send a Direct Message to this user."}, FailureKind.PERMISSION_DENIED, "messages"),
        (403, {"detail": "You have not been mentioned or otherwise engaged"}, FailureKind.PERMISSION_DENIED, "on X"),
        (403, {"detail": "No."}, FailureKind.PERMISSION_DENIED, "does not allow"),
        (404, {"type": f"{PROBLEM}resource-not-found"}, FailureKind.GONE, "no longer on X"),
        (400, {"type": f"{PROBLEM}invalid-request"}, FailureKind.INVALID, "did not take this"),
        (429, {"type": f"{PROBLEM}usage-capped"}, FailureKind.RATE_LIMITED, "Change the plan"),
        (429, {}, FailureKind.RATE_LIMITED, "by itself"),
        (503, {}, FailureKind.TRANSIENT, "X"),
    ],
)
def test_each_refusal_of_x_has_a_kind_and_a_sentence(
    status: int, said: dict[str, Any], kind: FailureKind, part: str
) -> None:
    failure = to_error(Answer(status, {}, json.dumps(said).encode()), LATER, is_send=True).failure
    assert (failure.kind, part in failure.sentence) == (kind, True), failure.sentence
    assert failure.sentence.endswith(".")
    unsure = kind is FailureKind.TRANSIENT
    assert failure.certainty is (Certainty.UNKNOWN if unsure else Certainty.NOT_SENT)
    assert (failure.retry_at == LATER) is (kind is FailureKind.RATE_LIMITED)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (410, b"{}"),
        (410, b"<html>"),
        (404, b""),
        (404, b"<html>"),
        (403, b'{"errors": [{"code": 251, "message": "This endpoint has been retired"}]}'),
    ],
)
def test_an_interface_that_x_turned_off_asks_for_a_newer_socialdesk_and_is_no_deleted_post(
    status: int, body: bytes
) -> None:
    failure = to_error(Answer(status, {}, body), LATER, is_send=False).failure
    assert failure.kind is FailureKind.PERMISSION_DENIED
    assert "Update SocialDesk" in failure.sentence
