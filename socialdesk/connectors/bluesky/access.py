"""Tries what a sign-in allows, each thing for real and without leaving a trace; gives it by the manifest's keys.

Whether writing is allowed cannot be tried without writing: the server says whether the account is open for it.
"""

from __future__ import annotations

from typing import Any

from socialdesk.connectors.bluesky.wire import Wire
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.failure import FailureKind


async def tried(wire: Wire, did: str) -> tuple[tuple[str, bool], ...]:
    """(key, whether it works); what could not be tried just now is left out.

    Raises ConnectorError where the account does not open at all, or nobody answers.
    """
    session = await wire.get("com.atproto.server.getSession")
    is_open = bool(session.get("active", True))
    found = (
        ("read", await _may(wire, "app.bsky.notification.listNotifications", limit=1)),
        ("answer", is_open),
        ("moderate", is_open),
        ("posts", await _may(wire, "app.bsky.feed.getAuthorFeed", actor=did, limit=1)),
        ("messages", await _may(wire, "chat.bsky.convo.listConvos", chat=True, limit=1)),
    )
    return tuple((key, may) for key, may in found if may is not None)


async def _may(wire: Wire, method: str, *, chat: bool = False, **params: Any) -> bool | None:
    """Whether something is allowed; None where it cannot be told: one service may be down while others work."""
    try:
        await wire.get(method, chat=chat, **params)
    except ConnectorError as error:
        match error.failure.kind:
            case FailureKind.PERMISSION_DENIED:
                return False
            case FailureKind.OFFLINE | FailureKind.AUTH_EXPIRED | FailureKind.RATE_LIMITED:
                raise
            case _:
                return None
    return True
