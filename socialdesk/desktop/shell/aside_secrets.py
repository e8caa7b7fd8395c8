"""Puts secrets aside in the secret store for a command about to be given, and forgets those that wait in vain."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from socialdesk.store.pending_secrets import let_go, new_name, orphans
from socialdesk.support.secrets import SecretsUnavailable

if TYPE_CHECKING:
    from socialdesk.desktop.bridge.bridge import Bridge


async def put_aside(bridge: Bridge, secret: Mapping[str, str]) -> str:
    """Keep a secret under a name of its own. Raises SecretsUnavailable."""
    name = new_name(bridge.desk, bridge.clock.now())
    # A keyring may ask its owner first, and blocks meanwhile.
    await asyncio.to_thread(bridge.unlocked.secrets.put, name, json.dumps(dict(secret)))
    return name


async def forget(bridge: Bridge, names: list[str]) -> None:
    """Delete secrets whose command never came; the next start tries again where that fails."""
    for name in names:
        try:
            await asyncio.to_thread(bridge.unlocked.secrets.delete, name)
        except SecretsUnavailable:
            return
        let_go(bridge.desk, [name])


async def forget_orphans(bridge: Bridge) -> None:
    """What an earlier run of the program left behind."""
    await forget(bridge, orphans(bridge.desk, bridge.clock.now()))
