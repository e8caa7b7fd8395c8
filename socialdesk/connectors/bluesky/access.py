"""Tries what a sign-in allows, each thing for real and without leaving a trace; gives it by the manifest's keys.

Whether writing is allowed cannot be tried without writing: the server says whether the account is open for it.
"""

from __future__ import annotations

from typing import Any

from socialdesk.connectors.bluesky.wire import Wire
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.failure import FailureKind


async def tried(wire: Wire, did: str) -> tuple[tuple[str, bool], ...]:
    """(key, whether it works). Raises ConnectorError where the account does not open at all, or nobody answers."""
    session = await wire.get("com.atproto.server.getSession")
    is_open = bool(session.get("active", True))
    return (
        ("read", await _may(wire, "app.bsky.notification.listNotifications", limit=1)),
        ("answer", is_open),
        ("moderate", is_open),
        ("posts", await _may(wire, "app.bsky.feed.getAuthorFeed", actor=did, limit=1)),
        ("messages", await _may(wire, "chat.bsky.convo.listConvos", chat=True, limit=1)),
    )


async def _may(wire: Wire, method: str, *, chat: bool = False, **params: Any) -> bool:
    try:
        await wire.get(method, chat=chat, **params)
    except ConnectorError as error:
        if error.failure.kind is FailureKind.PERMISSION_DENIED:
            return False
        # A new account is unknown to readers for a moment, and a chat service may be down: neither is a refusal.
        if error.failure.kind in (FailureKind.OFFLINE, FailureKind.AUTH_EXPIRED, FailureKind.RATE_LIMITED):
            raise
    return True
