"""Keeps each channel within what its platform allows: a few acts may go at once, the rest no faster than its budget.

What was given for many at once has its moments already; this is for what piled up while there was no network. Nothing
of it is written down: after a restart a few may go at once again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from socialdesk.model.identifiers import ChannelId
from socialdesk.model.moderation import NEEDS
from socialdesk.model.pacing import Budget, gap

AT_ONCE = 20
"""So many acts may go at once on a channel that was quiet."""
_BUDGETED = {"answer": "reply", "unlike": "like", **NEEDS}


class Pacing:
    """How much each channel did lately."""

    def __init__(self) -> None:
        self._used: dict[ChannelId, datetime] = {}
        """By channel, until when its budget is used up by what went, evenly spread."""

    def free_at(self, channel: ChannelId, budgets: Sequence[Budget], now: datetime) -> datetime:
        """When the channel may do something more; `now` or earlier when it may at once."""
        used, ahead = self._used.get(channel, now), _ahead(budgets)
        if used - now > ahead + timedelta(minutes=1):
            return now  # the clock was set back: what went then does not count any more
        return used - ahead

    def take(self, channel: ChannelId, budgets: Sequence[Budget], act: str, now: datetime) -> None:
        """The channel does something now."""
        used = self._used.get(channel, now)
        if used - now > _ahead(budgets) + timedelta(minutes=1):
            used = now
        self._used[channel] = max(used, now) + gap(budgets, _BUDGETED.get(act, act), share=1.0)


def _ahead(budgets: Sequence[Budget]) -> timedelta:
    return (AT_ONCE - 1) * gap(budgets, "reply", share=1.0)
