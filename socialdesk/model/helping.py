"""Decides whom of the team somebody could help who has nothing left: who leaves soon and still has threads open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from socialdesk.model.person import Person
from socialdesk.support.values import value_class

SOON = timedelta(minutes=30)
"""As long before the end of a shift it is time to hand over."""


@value_class(frozen=True, slots=True)
class Leaving:
    """A member whose shift ends in `left`, with the number of their open threads."""

    person: Person
    left: timedelta
    open: int


def who_leaves(people: Iterable[tuple[Person, datetime | None, int]], now: datetime) -> Leaving | None:
    """Of members with the end of their shift and their open threads: who leaves soon with most of them; None if nobody.

    An end that has passed is none: whoever stayed longer says no longer until when.
    """
    found = [
        Leaving(person, ends - now, many)
        for person, ends, many in people
        if ends is not None and timedelta(0) < ends - now <= SOON and many and not person.is_me
    ]
    return max(found, key=lambda one: (one.open, -one.left), default=None)


def end_on_the_wall(until: str | None, here: datetime) -> datetime | None:
    """A time like "17:00" on the day and in the zone of `here`; None for what is no time."""
    hour, _, minute = (until or "").partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and int(hour) < 24 and int(minute) < 60):
        return None
    return here.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
