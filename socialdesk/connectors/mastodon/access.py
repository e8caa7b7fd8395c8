"""Tries what a sign-in allows, each thing for real and without leaving a trace; gives it by the manifest's keys.

Whether writing is allowed cannot be tried without writing: what the token was granted says so, where the server tells.
"""

from __future__ import annotations

from typing import Any

from socialdesk.connectors.kit.contract import Account
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.connectors.kit.parts import as_list, part
from socialdesk.connectors.mastodon.notifications import PATH as NOTIFICATIONS
from socialdesk.connectors.mastodon.notifications import may_be_filtered
from socialdesk.connectors.mastodon.server import Server
from socialdesk.connectors.mastodon.wire import VERIFY, Params, Wire
from socialdesk.model.failure import FailureKind


async def tried(wire: Wire) -> tuple[tuple[str, bool], ...]:
    """(key, whether it works); what could not be tried just now is left out.

    Raises ConnectorError where the account does not open at all, or nobody answers.
    """
    account = await wire.get(VERIFY)
    scopes = await _scopes(wire)
    drops = await may_be_filtered(wire)
    may_write = _has(scopes, "write:statuses")
    blocks, reports, mutes = (_has(scopes, f"write:{one}") for one in ("blocks", "reports", "mutes"))
    found = (
        ("read", await _may(wire, NOTIFICATIONS)),
        ("messages", await _may(wire, "/api/v1/conversations")),
        ("answer", may_write),
        ("moderate", None if blocks is None else blocks and reports and mutes),
        ("here", not moved_to(account)),
        ("seen", not account.get("limited")),
        ("strangers", None if drops is None else not drops),
    )
    return tuple((key, may) for key, may in found if may is not None)


def moved_to(account: dict[str, Any]) -> str:
    """Where an account moved, as `user@domain`; "" for one that did not."""
    return str(part(account, "moved").get("acct") or "")


def account_of(account: dict[str, Any], server: Server, mark: str) -> Account:
    """An account as it is called now; what it is known by is its address, which does not change."""
    acct = server.full(str(account["acct"]))
    name = str(account.get("display_name") or account.get("username") or acct)
    return Account(acct, f"@{acct}", name, server.url, mark)


async def _may(wire: Wire, path: str) -> bool | None:
    """Whether something may be read; None where it cannot be told, or the server has not got it."""
    one: Params = [("limit", "1")]
    try:
        await wire.items(path, one)
    except ConnectorError as error:
        match error.failure.kind:
            case FailureKind.PERMISSION_DENIED:
                return False
            case FailureKind.OFFLINE | FailureKind.AUTH_EXPIRED | FailureKind.RATE_LIMITED:
                raise
            case _:
                return None
    return True


async def _scopes(wire: Wire) -> set[str]:
    """What the token was granted; nothing where nobody tells."""
    scope = wire.keys().scope
    if scope:
        return set(scope.split())
    try:
        said = await wire.get("/api/v1/apps/verify_credentials")
    except ConnectorError as error:
        if error.failure.heals_itself or error.failure.kind is FailureKind.AUTH_EXPIRED:
            raise
        return set()
    return set(map(str, as_list(said.get("scopes"))))


def _has(scopes: set[str], wanted: str) -> bool | None:
    return None if not scopes else bool(scopes & {wanted, wanted.partition(":")[0]})
