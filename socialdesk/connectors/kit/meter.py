"""Counts what one piece of work asks of servers, and keeps what they say is left; knows neither who asks nor why.

Whoever wants to know sets a `Meter` for the task at work; requests made below it, and in tasks begun by it, are noted.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

Limit = tuple[str, str]
"""A host, and what of its limits is meant: an account, a kind of call; "" where it has one for all."""


@dataclass(frozen=True, slots=True)
class Left:
    """What a server said it allows in its present window."""

    limit: int
    remaining: int
    until: datetime


@dataclass(slots=True)
class Meter:
    """What was asked, and what was said of it."""

    asked: dict[Limit, int] = field(default_factory=dict[Limit, int])
    """How many requests were made, by what they count under."""
    left: dict[Limit, Left] = field(default_factory=dict[Limit, Left])
    """Where the server said it: what is left after the last of them."""

    def note(self, limit: Limit, left: Left | None) -> None:
        """A request was answered."""
        self.asked[limit] = self.asked.get(limit, 0) + 1
        if left is not None:
            self.left[limit] = left


_meter: ContextVar[Meter | None] = ContextVar("meter", default=None)


@contextmanager
def metering() -> Generator[Meter]:
    """Count what is asked inside."""
    meter = Meter()
    before = _meter.set(meter)
    try:
        yield meter
    finally:
        _meter.reset(before)


def note(limit: Limit, left: Left | None) -> None:
    """A request was answered; whoever counts hears it."""
    meter = _meter.get()
    if meter is not None:
        meter.note(limit, left)
