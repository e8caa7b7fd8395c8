"""Tries what a sign-in to Threads allows, each thing by reading; gives it by the manifest's keys."""

from __future__ import annotations

from socialdesk.connectors.graph.login import may
from socialdesk.connectors.graph.reading import Json, objects, word
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit.contract import Account
from socialdesk.connectors.kit.errors import ConnectorError

Granted = tuple[tuple[str, bool], ...]


async def called(graph: Graph) -> Json:
    """The account as it is called now. Raises ConnectorError where it does not open at all, or nobody answers."""
    return await graph.get("me", fields="id,username,name")


def account_of(me: Json, mark: str) -> Account:
    """An account as it said of itself."""
    username = word(me.get("username"))
    name = word(me.get("name")) or username or str(me["id"])
    return Account(str(me["id"]), f"@{username}" if username else "", name, "https://www.threads.com", mark)


async def tried(graph: Graph) -> Granted:
    """(key, whether it works); what could not be tried just now is left out.

    Raises ConnectorError where nobody answers.
    """
    found = (
        ("read", await _may_read(graph)),
        ("mentions", await may(graph, "me/mentions", fields="id", limit=1)),
        # What may publish may ask how much of it is left (Threads API, Rate Limits).
        ("answer", await may(graph, "me/threads_publishing_limit", fields="reply_quota_usage,reply_config")),
    )
    return tuple((key, it) for key, it in found if it is not None)


async def _may_read(graph: Graph) -> bool | None:
    """Whether replies can be read: below the newest post, where there is one."""
    can = await may(graph, "me/threads", fields="id", limit=1)
    if not can:
        return can
    try:
        newest = objects(await graph.get("me/threads", fields="id", limit=1))
    except ConnectorError:
        return None
    return await may(graph, f"{newest[0]['id']}/conversation", fields="id", limit=1) if newest else can
