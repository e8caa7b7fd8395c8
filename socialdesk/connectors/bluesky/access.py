"""Tries what a sign-in allows, each thing for real and without leaving a trace; gives it by the manifest's keys.

Whether writing is allowed cannot be tried without writing: the server says whether the account is open for it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from socialdesk.connectors.bluesky.tokens import Tokens
from socialdesk.connectors.bluesky.wire import Wire
from socialdesk.connectors.kit.contract import Account
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.failure import FailureKind

_UNPROVEN = "handle.invalid"
"""What stands for a handle whose domain does not name the account (AT Protocol, Handle)."""


def account_of(tokens: Tokens, profile: dict[str, Any], mark: str) -> Account:
    """The account of a session, as its profile calls it."""
    return Account(tokens.did, f"@{tokens.handle}", str(profile.get("displayName") or tokens.handle), tokens.pds, mark)


async def called(wire: Wire, mark: str) -> Account | None:
    """The account as it is called now: handles change. None where nobody tells just now."""
    tokens = wire.tokens()
    try:
        profile = await wire.get("app.bsky.actor.getProfile", actor=tokens.did)
    except ConnectorError as error:
        if error.failure.kind is FailureKind.AUTH_EXPIRED:
            raise
        return None
    handle = str(profile.get("handle") or _UNPROVEN)
    return account_of(tokens if handle == _UNPROVEN else replace(tokens, handle=handle), profile, mark)


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
