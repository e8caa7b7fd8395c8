"""Decides whose turn it is with what is kept out of sight: nobody looks at more of it than the others who are there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from socialdesk.model.identifiers import PersonId
from socialdesk.model.shift import Staff


def whose_turn(
    people: Iterable[Staff], opened: Mapping[PersonId, int], holds: Mapping[PersonId, int], now: datetime
) -> PersonId | None:
    """Who is given the next kept thread; None where the team takes it, since nobody there has had more than others.

    `opened` is how many each opened today, `holds` how many each has that wait. Until somebody opened one nothing is
    shared out: who deals with them unread needs no relief.
    """
    there = [one.person for one in people if one.capacity > 0 and one.is_there(now)]
    if len(there) < 2 or not any(opened.get(one, 0) for one in there):
        return None
    had = {one: opened.get(one, 0) + holds.get(one, 0) for one in there}
    least = min(there, key=lambda one: (had[one], one))
    return least if had[least] < max(had.values()) else None
