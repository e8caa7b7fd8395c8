"""Bounds how long a connector is waited for: one that never comes back stops nothing but what was asked of it."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

from socialdesk.connectors.kit.contract import Session

log = logging.getLogger(__name__)
DEADLINE = timedelta(minutes=5)
"""What a connector is told it has for a page."""
MOST_S = DEADLINE.total_seconds() + 60
"""One that does not keep its deadline is not waited for any longer than this, in seconds, whatever it was asked."""


def patience() -> asyncio.Timeout:
    """Breaks off with TimeoutError what takes longer than anybody waits for; to be entered with `async with`."""
    return asyncio.timeout(MOST_S)


async def closed(session: Session, name: str) -> None:
    """Close a session, whatever its connector makes of that; `name` is what the log calls it."""
    try:
        async with patience():
            await session.close()
    except Exception as error:  # noqa: BLE001 - a connector's mistake costs its own line
        log.warning("%s: its session does not close: %s", name, type(error).__name__)
