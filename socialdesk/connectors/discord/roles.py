"""Knows the roles of one server: what they are called, and which the bot has, so that calling one calls us.

docs.discord.com: Get Guild Roles, Get Guild Member (of oneself; it takes no intent), and `mention_roles` of a message.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from socialdesk.connectors.discord.wire import Wire, understood
from socialdesk.connectors.kit.errors import ConnectorError
from socialdesk.model.failure import FailureKind

_ASKED_EVERY = timedelta(hours=1)


class Roles:
    """The roles as they were asked for last."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.own: frozenset[str] = frozenset()
        """Those of the bot; not the one that everybody has."""
        self._asked_at: datetime | None = None

    async def refresh(self, wire: Wire, guild: str, bot: str) -> None:
        """Ask for them anew, where that was long ago. Raises ConnectorError while they were never known.

        What is read without knowing them would be passed over for good.
        """
        if self._asked_at is not None and wire.now() - self._asked_at < _ASKED_EVERY:
            return
        try:
            with understood():
                listed: list[dict[str, Any]] = await wire.get(f"/guilds/{guild}/roles")
                member: dict[str, Any] = await wire.get(f"/guilds/{guild}/members/{bot}")
                names = {str(one["id"]): str(one["name"]) for one in listed}
                own = frozenset(str(one) for one in member["roles"]) - {guild}
        except ConnectorError as error:
            if self._asked_at is None or error.failure.kind is FailureKind.AUTH_EXPIRED:
                raise
            return
        self.names, self.own, self._asked_at = names, own, wire.now()
