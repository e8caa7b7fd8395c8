"""Asks what a bot may do, without leaving a trace; gives it by the manifest's keys."""

from __future__ import annotations

from typing import Any

from socialdesk.connectors.kit.failures import failed
from socialdesk.connectors.telegram.failures import SIGN_IN_AGAIN, WEBHOOK
from socialdesk.connectors.telegram.wire import Wire
from socialdesk.model.failure import FailureKind

Granted = tuple[tuple[str, bool], ...]


async def who(wire: Wire) -> dict[str, Any]:
    """The bot itself. Raises ConnectorError."""
    return await wire.call("getMe")


def name_of(me: dict[str, Any]) -> str:
    """What a bot is called."""
    return str(me.get("first_name") or me["username"])


async def tried(wire: Wire, expected: str) -> tuple[dict[str, Any], Granted]:
    """The bot as it is now, and (key, whether it works) of what it may do.

    Raises ConnectorError where nothing can be read: the token is of another bot, or updates go to somebody else.
    """
    me = await who(wire)
    if str(me["id"]) != expected:
        raise failed(FailureKind.AUTH_EXPIRED, SIGN_IN_AGAIN, code="another bot")
    hook = await wire.call("getWebhookInfo")
    if hook.get("url"):
        raise failed(FailureKind.PERMISSION_DENIED, WEBHOOK, code="webhook")
    groups = bool(me.get("can_join_groups")) and bool(me.get("can_read_all_group_messages"))
    granted = (("messages", True), ("groups", groups), ("business", bool(me.get("can_connect_to_business"))))
    return me, granted
