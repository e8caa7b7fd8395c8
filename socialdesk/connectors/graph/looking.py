"""Asks whether things are still there, many in one request. No platform of its own."""

from __future__ import annotations

from collections.abc import Sequence

from socialdesk.connectors.graph.wire import Graph
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.failure import FailureKind

_AT_ONCE = 50
_BELIEVABLE = 3
"""More than so many gone while none is there looks like a permission that was lost, which is said the same way."""
_NOT_THERE = (FailureKind.GONE, FailureKind.NOT_FOUND)


async def gone(graph: Graph, ids: Sequence[str], *, many: bool = True) -> list[str]:
    """Which of these nodes are no longer there; those that cannot be asked about are not among them."""
    missing: list[str] = []
    step = _AT_ONCE if many else 1
    for start in range(0, len(ids), step):
        missing += await _missing(graph, list(ids[start : start + step]))
    return [] if len(missing) == len(ids) > _BELIEVABLE else missing


async def is_gone(graph: Graph, id_: str) -> bool:
    """Whether one node is not there (any more). Raises ConnectorError when that can't be seen."""
    try:
        await graph.get(id_, fields="id")
    except ConnectorError as error:
        if error.failure.kind in _NOT_THERE:
            return True
        raise
    return False


async def passes_over(graph: Graph, error: ConnectorError, kinds: Sequence[FailureKind], account: str) -> None:
    """Go on where one thing cannot be read and the account opens all the same. Raises ConnectorError where it does not.

    A refusal of everything must never look like an account to which nobody writes.
    """
    if error.failure.kind not in kinds:
        raise error
    await graph.get(account, fields="id")


async def _missing(graph: Graph, ids: list[str]) -> list[str]:
    try:
        if len(ids) == 1:
            await graph.get(ids[0], fields="id")
        else:
            # One that is not there fails them all: halved until it stands alone.
            await graph.get("", ids=",".join(ids), fields="id")
    except ConnectorError as error:
        kind = error.failure.kind
        if len(ids) == 1:
            if kind in _NOT_THERE:
                return ids
            if kind in (FailureKind.PERMISSION_DENIED, FailureKind.INVALID):
                return []
            raise
        if kind not in (*_NOT_THERE, FailureKind.PERMISSION_DENIED, FailureKind.INVALID):
            raise
        half = len(ids) // 2
        return [*await _missing(graph, ids[:half]), *await _missing(graph, ids[half:])]
    return []
