"""Decides how long to wait before a channel is read again: gets how things stand, gives a time; knows no clock.

Fast while a person works or a conversation is warm, slow otherwise, and never so fast that what the platform allows
would be used up before its time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

WORKING = timedelta(minutes=5)
"""How long after the last act of a person work is believed to go on."""
WARM = timedelta(minutes=10)
"""How long after something was said on a channel an answer to it is likely."""
QUIET = timedelta(days=1)
"""After so long without a word on a channel nobody expects one."""
SELDOM = timedelta(minutes=15)
"""A wait that grew because nobody is there ends here, save where the platform itself wants a longer one."""
LISTENED = timedelta(minutes=10)
"""Between two reads of a channel that tells by itself when there is something: a look whether it really does."""
AT_ONCE = 8
"""So many channels are read at once when all are due at the same moment."""
APART = timedelta(milliseconds=20)
"""How far apart the others begin then."""
SHARE = 0.8
"""The part of a budget that reading may use; the rest is left for what people send."""


@dataclass(frozen=True, slots=True)
class Interest:
    """How much somebody waits for what a channel brings; each time is how long ago that was, None for never."""

    is_watched: bool
    """Whether a window is open."""
    acted: timedelta | None = None
    """A person did something, on whatever channel."""
    stirred: timedelta | None = None
    """Something came or went on this channel."""
    is_listening: bool = False
    """Whether the platform tells by itself when there is something to read."""


@dataclass(frozen=True, slots=True)
class Room:
    """What is left of one budget until it begins anew, and what one reading of all that share it takes of that."""

    left: float
    until: datetime
    cost: float


def between_pulls(least: timedelta, interest: Interest) -> timedelta:
    """The time between two reads, as far as it follows from who waits; `least` is the platform's word."""
    if interest.is_listening:
        return max(least, LISTENED)
    works = interest.is_watched and interest.acted is not None and interest.acted <= WORKING
    is_warm = interest.stirred is not None and interest.stirred <= WARM
    times = (1 if works or is_warm else 2) if interest.is_watched else (2 if is_warm else 4)
    if interest.stirred is None or interest.stirred >= QUIET:
        times *= 2
    return min(least * times, max(least, SELDOM))


def within(rooms: Iterable[Room], now: datetime) -> timedelta:
    """The least time between two reads with which what is left lasts until the end of every budget's time."""
    return max((_lasting(room, now) for room in rooms if room.until > now), default=timedelta(0))


def _lasting(room: Room, now: datetime) -> timedelta:
    ahead = room.until - now
    if room.cost <= 0:
        return timedelta(0)
    return ahead if room.left <= room.cost else ahead * (room.cost / room.left)


def apart(place: int) -> timedelta:
    """How much later the one at this place (from 0) begins when many are due at the same moment."""
    return APART * max(0, place - AT_ONCE + 1)
