"""Maps what Reddit says of an error to a kind, a certainty and a sentence; decides by the name, then by the status.

Reddit tells errors in three shapes: with status 200 as `{"json": {"errors": [[name, words, field]]}}`, as
`{"reason": name, "explanation": …}`, and as `{"message": …, "error": status, "reason": …}`.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed, transient
from socialdesk.connectors.kit.http import Answer, Http
from socialdesk.connectors.kit.parts import as_list, part
from socialdesk.model.failure import Certainty, FailureKind

SIGN_IN_AGAIN = "Reddit wants a new sign-in. Connect the channel again; your answers wait for it."
GONE = "That is no longer on Reddit. Nothing was sent."
_NOT_HERE = "Reddit does not let this account write there. Nothing was sent."
_REFUSED = "Reddit does not allow this account to do that. Open it on Reddit with this account to see why."
_NOT_THERE = "That is not on Reddit, or not for this account. Open it on Reddit to see what became of it."
_SLOWER = "Reddit allows more later. It goes on by itself."
_BY_NAME: dict[str, tuple[FailureKind, str]] = {
    "DELETED_COMMENT": (FailureKind.GONE, GONE),
    "DELETED_LINK": (FailureKind.GONE, GONE),
    "DELETED_THING": (FailureKind.GONE, GONE),
    "TOO_OLD": (FailureKind.WINDOW_CLOSED, "Reddit has archived this post: nobody can answer or vote there any more."),
    "THREAD_LOCKED": (FailureKind.PERMISSION_DENIED, "Moderators have locked this post. Nothing was sent."),
    "COMMENT_LOCKED": (FailureKind.PERMISSION_DENIED, "Moderators have locked this comment. Nothing was sent."),
    "USER_BLOCKED": (FailureKind.PERMISSION_DENIED, "One of you has blocked the other, so this cannot be sent."),
    "SOMETHING_IS_BROKEN_USER_BLOCKED": (
        FailureKind.PERMISSION_DENIED,
        "One of you has blocked the other, so this cannot be sent.",
    ),
    "USER_BLOCKED_MESSAGE": (
        FailureKind.PERMISSION_DENIED,
        "This person takes no messages from this account. Answer them in public instead; nothing was sent.",
    ),
    "NOT_WHITELISTED_BY_USER_MESSAGE": (
        FailureKind.PERMISSION_DENIED,
        "This person takes messages only from people they chose. Answer them in public instead.",
    ),
    "SUBREDDIT_NOTALLOWED": (FailureKind.PERMISSION_DENIED, _NOT_HERE),
    "USER_DOESNT_EXIST": (FailureKind.GONE, "This account is no longer on Reddit. Nothing was sent."),
    "private": (FailureKind.PERMISSION_DENIED, "This subreddit is private, and this account is no member of it."),
    "banned": (FailureKind.PERMISSION_DENIED, "Reddit has closed this subreddit. Nothing was sent."),
    "quarantined": (FailureKind.PERMISSION_DENIED, "This subreddit is quarantined; open it on Reddit first."),
    "TOO_LONG": (FailureKind.INVALID, "Reddit finds this too long. Nothing was sent; shorten it."),
    "NO_TEXT": (FailureKind.INVALID, "The answer is empty. Nothing was sent."),
}
_SPAN = re.compile(r"(\d+) (millisecond|second|minute|hour)")
_UNITS = {"millisecond": 0.001, "second": 1, "minute": 60, "hour": 3600}


def to_error(answer: Answer, http: Http, now: datetime, *, is_send: bool) -> ConnectorError | None:
    """The error in an answer; None where there is none."""
    said = answer.object() or {}
    name, words, wait_s = _named(said)
    if answer.status < 300 and not name:
        return None
    code = f"{answer.status} {name}".strip()
    if name == "RATELIMIT":
        return failed(FailureKind.RATE_LIMITED, _SLOWER, code=code, retry_at=now + _wait(words, wait_s))
    if answer.status == 429:
        return failed(FailureKind.RATE_LIMITED, _SLOWER, code=code, retry_at=http.retry_at(answer))
    if name in _BY_NAME:
        kind, sentence = _BY_NAME[name]
        return failed(kind, sentence, code=code)
    if answer.status >= 500 or name.startswith("SOMETHING_IS_BROKEN"):
        return transient("Reddit", code, Certainty.UNKNOWN if is_send else Certainty.NOT_SENT)
    if answer.status == 401 or "invalid_token" in answer.headers.get("www-authenticate", ""):
        return failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code=code)
    if answer.status == 403:
        return failed(
            FailureKind.PERMISSION_DENIED,
            _REFUSED,
            code=code,
        )
    if answer.status == 404:
        return failed(
            FailureKind.NOT_FOUND,
            _NOT_THERE,
            code=code,
        )
    if 300 <= answer.status < 400:
        # A subreddit that is not there leads to the search.
        return failed(
            FailureKind.NOT_FOUND,
            _NOT_THERE,
            code=code,
        )
    return failed(
        FailureKind.INVALID, "Reddit did not accept this. Nothing was sent; change it and try again.", code=code
    )


def _named(said: dict[str, Any]) -> tuple[str, str, float]:
    """The name of an error, its words, and the seconds that it asks to wait."""
    if isinstance(said.get("json"), dict):
        envelope = part(said, "json")
        first = as_list(next(iter(as_list(envelope.get("errors"))), None))
        if first:
            wait: Any = envelope.get("ratelimit")
            seconds = float(wait) if isinstance(wait, int | float) else 0.0
            return _word(first[0]) or "unnamed", str(first[1]) if len(first) > 1 else "", seconds
        return "", "", 0
    if said.get("reason") and (said.get("error") or said.get("explanation")):
        return _word(said["reason"]), str(said.get("explanation") or ""), 0
    return "", "", 0


def _wait(words: str, told_s: float) -> timedelta:
    """How long to wait: as told in seconds, else as the words say; ten minutes where neither does."""
    if told_s > 0:
        return timedelta(seconds=min(told_s, 86_400))
    match = _SPAN.search(words)
    if match is None:
        return timedelta(minutes=10)
    return timedelta(seconds=max(1.0, min(86_400.0, int(match[1]) * _UNITS[match[2]])))


def _word(value: Any) -> str:
    """A name is a word; anything longer may hold what we sent, and goes into no log."""
    return value if isinstance(value, str) and value.isidentifier() and len(value) < 60 else ""
