"""Keeps each channel within what its platform allows, by what the manifest says and what the servers say themselves.

Acts: a few may go at once, the rest no faster than the budget. Reading: so seldom that what is left lasts. What a long
budget has been used for outlives the process.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from socialdesk.connectors.kit.meter import Left, Limit, Meter
from socialdesk.model.identifiers import ChannelId
from socialdesk.model.moderation import NEEDS
from socialdesk.model.pacing import Budget, gap
from socialdesk.model.polling import SHARE, Room, within
from socialdesk.store import budgets as kept
from socialdesk.store.cache import Cache

AT_ONCE = 20
"""So many acts may go at once on a channel that was quiet."""
LONG = timedelta(hours=1)
"""Budgets of at least this time are kept over a restart."""
_SAVED_EVERY = timedelta(minutes=5)
"""So much reading may be forgotten when the process is killed; acts are kept at once."""
_BUDGETED = {"answer": "reply", "unlike": "like", **NEEDS}
READ = "read"


@dataclass(slots=True)
class _Window:
    """One time of a budget: what was used of it."""

    began: datetime
    used: float = 0


class Pacing:
    """How much each channel did lately."""

    def __init__(self, cache: Cache | None = None) -> None:
        """What is to outlive the process is in `cache`."""
        self._cache = cache
        self._used: dict[ChannelId, datetime] = {}
        """By channel, until when its shortest budget is used up by what went, evenly spread."""
        self._windows: dict[tuple[str, timedelta], _Window] = {}
        self._left: dict[Limit, Left] = {}
        self._asks: dict[ChannelId, Mapping[Limit, int]] = {}
        """How many requests the last whole reading of a channel took, by what they count under."""
        self._reads: dict[ChannelId, int] = {}
        """How many pages it took."""
        self._unsaved: set[tuple[str, timedelta]] = set()
        self._saved: datetime | None = None
        if cache is not None:
            for scope, per, began, used in kept.used(cache):
                self._windows[scope, per] = _Window(began, used)

    def free_at(self, channel: ChannelId, budgets: Sequence[Budget], now: datetime) -> datetime:
        """When the channel may do something more; `now` or earlier when it may at once."""
        used, ahead = self._used.get(channel, now), _ahead(budgets)
        # Where the clock was set back, what went then does not count any more.
        free = now if used - now > ahead + timedelta(minutes=1) else used - ahead
        for budget in budgets:
            window = self._window(channel, budget, now)
            if window.used + budget.costs.get("reply", 1) > budget.points:
                free = max(free, window.began + budget.per)
        return free

    def take(self, channel: ChannelId, budgets: Sequence[Budget], act: str, now: datetime) -> None:
        """The channel does something now."""
        used = self._used.get(channel, now)
        if used - now > _ahead(budgets) + timedelta(minutes=1):
            used = now
        what = _BUDGETED.get(act, act)
        self._used[channel] = max(used, now) + gap(budgets, what, share=1.0)
        self._count(channel, budgets, lambda one: one.costs.get(what, 1), now)
        if any(per >= LONG for _, per in self._unsaved):
            self.save(now)

    def read(
        self,
        channel: ChannelId,
        budgets: Sequence[Budget],
        pages: int,
        meter: Meter,
        now: datetime,
        *,
        is_whole: bool,
    ) -> None:
        """A channel was read: so many pages, asked for as the meter says. `is_whole` where that was all its streams."""
        if is_whole:
            self._asks[channel] = dict(meter.asked)
            self._reads[channel] = pages
        self._left.update(meter.left)
        self._count(channel, budgets, lambda one: one.costs.get(READ, 0) * pages, now)

    def forget(self, channel: ChannelId) -> None:
        """A channel is not read any more; what it used of its budgets stays used."""
        self._asks.pop(channel, None)
        self._reads.pop(channel, None)

    def least(self, channel: ChannelId, budgets: Sequence[Budget], now: datetime) -> timedelta:
        """The least time between two readings of the channel with which all of its budgets last."""
        return within([*self._rooms_said(channel), *self._rooms_known(channel, budgets, now)], now)

    def step(self, now: datetime) -> None:
        """Save what was used, now and then."""
        if self._unsaved and (self._saved is None or abs(now - self._saved) >= _SAVED_EVERY):
            self.save(now)

    def save(self, now: datetime) -> None:
        """Save what was used of long budgets."""
        self._saved = now
        unsaved = [key for key in self._unsaved if key[1] >= LONG]
        self._unsaved.clear()
        if self._cache is not None and unsaved:
            with self._cache.change() as change:
                for scope, per in unsaved:
                    window = self._windows[scope, per]
                    change.put_budget_used(scope, per, window.began, window.used)
                change.drop_budgets_used(now)

    def _rooms_said(self, channel: ChannelId) -> list[Room]:
        """What servers said is left, shared out among all channels that ask there."""
        rooms: list[Room] = []
        for limit in self._asks.get(channel, ()):
            left = self._left.get(limit)
            if left is not None:
                cost = sum(asks.get(limit, 0) for asks in self._asks.values())
                rooms.append(Room(left.remaining - left.limit * (1 - SHARE), left.until, cost))
        return rooms

    def _rooms_known(self, channel: ChannelId, budgets: Sequence[Budget], now: datetime) -> list[Room]:
        """What the manifest's budgets leave."""
        rooms: list[Room] = []
        for budget in budgets:
            cost = budget.costs.get(READ, 0)
            if not cost:
                continue
            pages = sum(self._reads.values()) if budget.of else self._reads.get(channel, 1)
            window = self._window(channel, budget, now)
            rooms.append(Room(budget.points * SHARE - window.used, window.began + budget.per, cost * max(pages, 1)))
        return rooms

    def _count(
        self, channel: ChannelId, budgets: Sequence[Budget], cost_of: Callable[[Budget], int], now: datetime
    ) -> None:
        for budget in budgets:
            if cost := cost_of(budget):
                self._window(channel, budget, now).used += cost
                self._unsaved.add((_scope(channel, budget), budget.per))

    def _window(self, channel: ChannelId, budget: Budget, now: datetime) -> _Window:
        """The present time of a budget; it begins with the first use, and anew where the clock was set back."""
        key = (_scope(channel, budget), budget.per)
        window = self._windows.get(key)
        if window is None or not window.began <= now < window.began + budget.per:
            window = self._windows[key] = _Window(now)
        return window


def _scope(channel: ChannelId, budget: Budget) -> str:
    return f"platform:{budget.of}" if budget.of else f"channel:{channel}"


def _ahead(budgets: Sequence[Budget]) -> timedelta:
    return (AT_ONCE - 1) * gap(budgets, "reply", share=1.0)
