"""Decides how fast acts may go to one channel: gets its budgets, gives the moments; knows no clock and no platform.

What is given for many at once takes half of a budget and goes evenly. The other half is left for the answers people
write one by one meanwhile.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import datetime, timedelta

from socialdesk.model.identifiers import ChannelId
from socialdesk.support.values import value_class

SHARE = 0.5
"""The part of a budget that acts for many at once may use."""


@value_class(frozen=True, slots=True)
class Budget:
    """What a platform lets one account do in a time: so many points, and what each act costs of them."""

    points: int
    per: timedelta
    costs: Mapping[str, int] = field(default_factory=dict[str, int])
    """By act as a channel's capabilities name it; one that is missing costs one point.

    "read" is one page of a stream; where it is missing, reading is not counted.
    """
    of: str = ""
    """The platform whose channels use it up together; "" where each account has its own."""

    def gap(self, act: str, share: float = 1.0) -> timedelta:
        """The least time between two acts that uses up no more than this share."""
        return self.per * self.costs.get(act, 1) / (self.points * share)

    def most(self, act: str, share: float = 1.0) -> int:
        """How many acts fit into one such time."""
        return max(1, int(self.points * share) // self.costs.get(act, 1))


CAUTIOUS = (Budget(2_400, timedelta(hours=1)),)
"""Where a platform names no budget: twenty acts a minute for many at once, and no burst."""


def gap(budgets: Sequence[Budget], act: str, share: float = SHARE) -> timedelta:
    """The time between two acts of one kind on one channel: evenly within the shortest budget."""
    return min(budgets or CAUTIOUS, key=lambda one: one.per).gap(act, share)


def per_minute(budgets: Sequence[Budget], act: str) -> float:
    """How many acts of one kind go in a minute when they are given for many at once."""
    return timedelta(minutes=1) / gap(budgets, act)


def moments(
    count: int, start: datetime, budgets: Sequence[Budget], act: str, taken: Sequence[datetime] = ()
) -> tuple[datetime, ...]:
    """When so many acts may go on one channel, in order, none before `start`.

    They keep apart from each other and from what is `taken`, the moments of acts that wait there already. Where a
    longer budget is used up, the rest waits for its next time.
    """
    if not count:
        return ()
    apart, known = gap(budgets, act), sorted(taken)
    longer = [
        one for one in budgets or CAUTIOUS if one.gap(act, SHARE) != apart and count + len(known) > one.most(act, SHARE)
    ]
    found: list[datetime] = []
    at = start
    for place in range(count):
        if not longer and (not known or at >= known[-1] + apart):
            # Nothing is in the way from here on: very many are a matter of adding.
            return (*found, *(at + apart * more for more in range(count - place)))
        for one in longer:
            before = bisect_left(known, start + one.per)
            at = max(at, start + (place + before) // one.most(act, SHARE) * one.per)
        at = _free(at, apart, known)
        found.append(at)
        at += apart
    return tuple(found)


def _free(at: datetime, apart: timedelta, known: Sequence[datetime]) -> datetime:
    """The first moment from `at` on that is so far from all that are known."""
    place = bisect_right(known, at - apart)
    while place < len(known) and known[place] < at + apart:
        at = known[place] + apart
        place += 1
    return at


def spread(
    channels: Sequence[ChannelId],
    act: str,
    start: datetime,
    budgets: Mapping[ChannelId, Sequence[Budget]],
    taken: Mapping[ChannelId, Sequence[datetime]],
) -> tuple[datetime, ...]:
    """When each of many acts may go, by the channels they go to, in their order; see `moments`."""
    counts = Counter(channels)
    queues = {
        id_: iter(moments(many, start, budgets.get(id_, ()), act, taken.get(id_, ()))) for id_, many in counts.items()
    }
    return tuple(next(queues[id_]) for id_ in channels)
