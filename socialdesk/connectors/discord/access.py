"""Asks what a bot may see and do in servers, without leaving a trace; gives it by the manifest's keys."""

from __future__ import annotations

from typing import Any

from socialdesk.connectors.discord.wire import Wire

Granted = tuple[tuple[str, bool], ...]
# docs.discord.com, Permissions: bits of a permission number.
_ADMINISTRATOR = 1 << 3
_BAN = 1 << 2
_READ = 1 << 10 | 1 << 16
_WRITE = 1 << 11
_MANAGE = 1 << 13
_CONTENT = 1 << 18 | 1 << 19
"""Either of two flags of an application: docs.discord.com, Application Flags, GATEWAY_MESSAGE_CONTENT (_LIMITED)."""
_MOST = 200


async def guilds(wire: Wire) -> list[dict[str, Any]]:
    """The servers the bot is in, each with what it may do there. Raises ConnectorError."""
    found: list[dict[str, Any]] = []
    while True:
        after = found[-1]["id"] if found else None
        page: list[dict[str, Any]] = await wire.get("/users/@me/guilds", limit=_MOST, after=after)
        found += page
        if len(page) < _MOST:
            return found


async def granted(wire: Wire, servers: list[dict[str, Any]]) -> Granted:
    """What the bot may do in all of these servers. Raises ConnectorError."""
    flags = int((await wire.get("/applications/@me")).get("flags") or 0)
    may = [int(one.get("permissions") or 0) for one in servers]
    return (
        ("read", _all_have(may, _READ)),
        ("content", bool(flags & _CONTENT)),
        ("answer", _all_have(may, _WRITE)),
        ("moderate", _all_have(may, _MANAGE | _BAN)),
    )


def _all_have(may: list[int], bits: int) -> bool:
    return all(one & _ADMINISTRATOR or one & bits == bits for one in may)
