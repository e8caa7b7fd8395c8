"""Gives what is known of how complete a channel is: second readings and what they found, stretches that are missing."""

from __future__ import annotations

from datetime import datetime

from socialdesk.support.values import value_class


@value_class(frozen=True, slots=True)
class Audit:
    """What a second reading of the last days found that should have been there: `looked` events were compared."""

    at: datetime
    since: datetime
    looked: int
    new: int
    edited: int
    deleted: int


@value_class(frozen=True, slots=True)
class Gap:
    """A stretch of a stream that could not be read."""

    id: int
    stream: str
    start: datetime | None
    end: datetime | None
    sentence: str
