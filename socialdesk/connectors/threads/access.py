"""Tries what a sign-in to Threads allows, each thing by reading; gives it by the manifest's keys."""

from __future__ import annotations

from socialdesk.connectors.graph.login import may
from socialdesk.connectors.graph.reading import objects
from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit.errors import ConnectorError

Granted = tuple[tuple[str, bool], ...]


async def tried(graph: Graph) -> Granted:
    """(key, whether it works); what could not be tried just now is left out.

    Raises ConnectorError where the account does not open at all, or nobody answers.
    """
    await graph.get("me", fields="id,username")
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
