"""Decides when nobody is to be called, and when a pause is due; gets the moment, knows no clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

PAUSE = timedelta(minutes=5)
"""Whoever did nothing for so long has had a pause."""
LONG = timedelta(hours=2)
"""After so long without one, a pause is offered."""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """When there are no notices: outside the shift, where `by_shift`, and until a moment that was chosen.

    `days` are the days on which a shift begins, 1 for Monday. A shift that ends before it begins goes over midnight;
    one that begins when it ends lasts the whole day.
    """

    by_shift: bool = False
    begins: time = time(9)
    ends: time = time(18)
    days: frozenset[int] = frozenset({1, 2, 3, 4, 5})
    until: datetime | None = None

    def is_quiet(self, now: datetime, zone: tzinfo) -> bool:
        """Whether nothing may call at this moment."""
        return self.is_chosen(now) or (self.by_shift and not self.is_shift(now, zone))

    def is_chosen(self, now: datetime) -> bool:
        """Whether somebody chose it to be quiet now."""
        return self.until is not None and now < self.until

    def is_shift(self, now: datetime, zone: tzinfo) -> bool:
        """Whether a shift goes on."""
        here = now.astimezone(zone)
        clock, day = here.time(), here.isoweekday()
        if self.begins < self.ends:
            return day in self.days and self.begins <= clock < self.ends
        yesterday = (day - 2) % 7 + 1
        return (day in self.days and clock >= self.begins) or (yesterday in self.days and clock < self.ends)


@dataclass(frozen=True, slots=True)
class Stretch:
    """How long somebody has been at work without a pause."""

    began_at: datetime | None = None
    last_at: datetime | None = None
    offered: bool = False

    def at_work(self, now: datetime) -> Stretch:
        """The same after something was done at `now`."""
        # Where the clock was set back, what was counted before says nothing.
        if self.last_at is None or self.began_at is None or not timedelta(0) <= now - self.last_at < PAUSE:
            return Stretch(now, now)
        return Stretch(self.began_at, now, self.offered)

    @property
    def wants_pause(self) -> bool:
        """Whether to offer one now. It is offered once in a stretch."""
        if self.offered or self.began_at is None or self.last_at is None:
            return False
        return self.last_at - self.began_at >= LONG

    def with_offer(self) -> Stretch:
        """The same after a pause was offered."""
        return Stretch(self.began_at, self.last_at, offered=True)
