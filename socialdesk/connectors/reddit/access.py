"""Tries what a sign-in to Reddit allows, without leaving a trace; gives it by the manifest's keys."""

from __future__ import annotations

from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.reddit.failures import SIGN_IN_AGAIN
from socialdesk.connectors.reddit.wire import Reddit, Wire
from socialdesk.model.failure import FailureKind

_SUSPENDED = "Reddit has suspended this account. Look at Reddit's message about it, then sign in again."


async def tried(reddit: Reddit, own: str = "") -> tuple[tuple[tuple[str, bool], ...], Wire]:
    """(key, whether it works) and the account, which must be `own` where that is given. Raises ConnectorError."""
    me = await reddit.get("/api/v1/me")
    if me.get("is_suspended"):
        raise failed(FailureKind.SUSPENDED, _SUSPENDED, code="suspended")
    if not me.get("id") or (own and f"t2_{me['id']}" != own):
        raise failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code="other account")
    allowed = set(reddit.tokens().scope.replace(",", " ").split())
    may_read = await _may(reddit, "/message/inbox")
    moderates = bool(me.get("is_mod")) and await _may(reddit, "/api/mod/conversations")
    granted = (
        ("read", may_read),
        ("answer", "*" in allowed or {"submit", "privatemessages"} <= allowed),
        ("moderate", moderates),
    )
    return granted, me


async def _may(reddit: Reddit, path: str) -> bool:
    try:
        await reddit.get(path, limit="1")
    except ConnectorError as error:
        if error.failure.kind is FailureKind.PERMISSION_DENIED:
            return False
        raise
    return True
