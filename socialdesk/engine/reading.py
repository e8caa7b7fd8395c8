"""Gives what reading brought: all channels, one of them, and one stream as far as pace and trust depend on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from socialdesk.engine.ingest import Ingested
from socialdesk.model.event import Event, MessageSeen
from socialdesk.model.failure import Failure

LATE = timedelta(minutes=1)
"""What is older than this when it is read should have been told by a platform that tells."""


@dataclass(slots=True)
class SyncReport:
    """What one round brought: by channel name what stood against it, and how much came and went."""

    new: int = 0
    edited: int = 0
    deleted: int = 0
    parked: int = 0
    sent: int = 0
    failures: dict[str, Failure] = field(default_factory=dict[str, Failure])
    channels: int = 0

    def add(self, found: Ingested) -> None:
        """Count what one channel brought."""
        self.new += found.new
        self.edited += found.edited
        self.deleted += found.deleted
        self.parked += found.parked


@dataclass(frozen=True, slots=True)
class Pulled:
    """What one round over all streams brought, and the most serious thing that stood against it."""

    ingested: Ingested
    failure: Failure | None


class Reading:
    """What reading one stream brought, as far as pace and trust depend on it."""

    def __init__(self, since: datetime | None, until: datetime) -> None:
        """New messages of the time between should have been told before; None for `since` where nothing should."""
        self._since = since
        self._until = until
        self.cost = 0
        self.should_have_been_told = False

    def note(self, events: Sequence[Event], cost: int, done: Ingested) -> None:
        """One page was taken."""
        self.cost += cost
        if self._since is not None and done.new:
            self.should_have_been_told = self.should_have_been_told or any(
                isinstance(one, MessageSeen) and not one.author.is_own and self._since < one.created_at < self._until
                for one in events
            )
