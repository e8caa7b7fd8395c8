"""Reads how the parts of one long answer stand: which of them is the next that may leave."""

from __future__ import annotations

import json
from collections.abc import Iterable

from socialdesk.store.cache import Cache

_NEXT = (
    "SELECT batch, min(part) FROM outbound WHERE batch != '' AND batch IN (SELECT value FROM json_each(?))"
    " AND state NOT IN ('sent', 'seen', 'canceled') GROUP BY batch"
)


def next_parts(cache: Cache, batches: Iterable[str]) -> dict[str, int]:
    """Of each batch the first part that is not through."""
    wanted = sorted({one for one in batches if one})
    if not wanted:
        return {}
    return {batch: part for batch, part in cache.ask(_NEXT, (json.dumps(wanted),))}  # noqa: C416 - rows are no pairs
