"""Gives how each member works, as values: shifts, languages, skills, capacity, absences, and who answers instead.

Time is an argument. Hours that this machine cannot read, since their zone is not known here, are no hours: such a
member is never taken to be there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cached_property

from socialdesk.model.calendar import Calendar, WorkingTime, is_zone
from socialdesk.model.identifiers import ChannelId, PersonId
from socialdesk.support.values import value_class

CAPACITY = 30
"""How much a member holds at once where nobody said: weight, see `routing.WEIGHTS`."""
SEEN_AHEAD = timedelta(days=15)
"""How far the end of a shift and the next one are looked for; what is further away is not seen yet."""


class Absence(StrEnum):
    """Why somebody is away. It is told to nobody but the team."""

    HOLIDAY = "holiday"
    SICK = "sick"
    TRAINING = "training"
    OTHER = "other"


@value_class(frozen=True, slots=True, order=True)
class Away:
    """From when to when somebody is away; without an end until they say that they are back."""

    begins_at: datetime
    until: datetime | None = None
    reason: Absence = Absence.OTHER

    def covers(self, at: datetime) -> bool:
        """Whether somebody is away at a moment."""
        return self.begins_at <= at and (self.until is None or at < self.until)


@value_class(frozen=True, slots=True)
class Cover:
    """Who answers instead of somebody, and when: always while they are away, or what is late by so many minutes."""

    person: PersonId
    while_away: bool = True
    late_min: int | None = None
    until: datetime | None = None
    """It ends by itself then."""

    def holds(self, at: datetime) -> bool:
        """Whether it has not ended."""
        return self.until is None or at < self.until


class Presence(StrEnum):
    """Whether somebody is there for work."""

    ON_SHIFT = "on_shift"
    OFF_SHIFT = "off_shift"
    AWAY = "away"
    UNREADABLE = "unreadable"
    """Their hours cannot be read on this machine."""


@value_class(frozen=True)
class Staff:
    """How one member works. Where nobody said hours they are there at any; no languages or channels means all of them.

    With a capacity of 0 nothing is given to them by itself.
    """

    person: PersonId
    shifts: Calendar = field(default_factory=Calendar)
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    """Tags and topics, in small letters, whose threads they are good at."""
    channels: tuple[ChannelId, ...] = ()
    capacity: int = CAPACITY
    cover: Cover | None = None
    on_call: bool = False
    """Whether they take turns with what is late."""
    away: tuple[Away, ...] = ()

    @cached_property
    def _hours(self) -> WorkingTime | None:
        return WorkingTime(self.shifts) if is_zone(self.shifts.zone) else None

    def presence(self, at: datetime) -> Presence:
        """Whether they are there."""
        if any(one.covers(at) for one in self.away):
            return Presence.AWAY
        if self._hours is None:
            return Presence.UNREADABLE
        return Presence.ON_SHIFT if self._hours.is_open(at) else Presence.OFF_SHIFT

    def is_there(self, at: datetime) -> bool:
        """Whether they are on shift and not away."""
        return self.presence(at) is Presence.ON_SHIFT

    def away_at(self, at: datetime) -> Away | None:
        """The absence that holds; of several the one that ends last."""
        held = [one for one in self.away if one.covers(at)]
        return max(held, key=lambda one: (one.until is None, one.until or at), default=None)

    def ends(self, at: datetime) -> datetime | None:
        """When the shift ends that a moment lies in, or an absence begins before; None off shift or without an end."""
        if self._hours is None or not self.is_there(at):
            return None
        leaves = [one.begins_at for one in self.away if one.begins_at > at]
        if not self._hours.calendar.is_always_open:
            until = at + SEEN_AHEAD
            leaves += [ends for _, ends in self._hours.open_spans(at, until)[:1] if ends < until]
        return min(leaves, default=None)

    def wall_clock(self, at: datetime) -> datetime:
        """A moment as the clock on their wall says it."""
        return at.astimezone((self._hours or WorkingTime(self.shifts)).zone)

    def worked(self, since: datetime, until: datetime) -> timedelta:
        """For how long they were there from one moment to another: on shift and not away."""
        if self._hours is None:
            return timedelta(0)
        found = self._hours.worked(since, until)
        done = since
        for one in sorted(self.away):
            begins, ends = max(one.begins_at, done), min(one.until or until, until)
            if begins < ends:
                found -= self._hours.worked(begins, ends)
                done = ends
        return found

    def back(self, at: datetime) -> datetime | None:
        """`at` itself while they are there, else when they are next; None when nobody knows."""
        if self._hours is None:
            return None
        for _ in range(len(self.away) + 2):
            away = self.away_at(at)
            if away is not None:
                if away.until is None:
                    return None
                at = away.until
                continue
            opens = self._hours.opening(at)
            if opens is None or opens <= at or self.away_at(opens) is None:
                return opens
            at = opens
        return None

    def changes(self, at: datetime) -> datetime | None:
        """The first moment after `at` at which they come or go; None when they do neither for days."""
        moments = [when for one in self.away for when in (one.begins_at, one.until) if when is not None]
        if self._hours is not None and not self._hours.calendar.is_always_open:
            moments += [when for span in self._hours.open_spans(at, at + SEEN_AHEAD)[:2] for when in span]
        return min((when.astimezone(UTC) for when in moments if at < when < at + SEEN_AHEAD), default=None)


def next_change(people: Iterable[Staff], now: datetime) -> datetime | None:
    """The first moment after `now` at which anybody comes or goes."""
    return min((when for one in people if (when := one.changes(now)) is not None), default=None)


def instead_of(
    people: Mapping[PersonId, Staff], person: PersonId, now: datetime, late_by: timedelta | None = None
) -> PersonId | None:
    """Who answers instead of somebody now, if anybody is there who does.

    `late_by` is how late the thread is. Whoever is away themselves hands on to their own back-up; a circle ends at
    nobody.
    """
    seen = {person}
    at = people.get(person)
    while at is not None and at.cover is not None and at.cover.holds(now):
        cover = at.cover
        is_away = at.presence(now) is Presence.AWAY
        is_late = cover.late_min is not None and late_by is not None and late_by >= timedelta(minutes=cover.late_min)
        if not ((cover.while_away and is_away) or is_late) or cover.person in seen:
            return None
        seen.add(cover.person)
        at = people.get(cover.person)
        if at is not None and at.is_there(now):
            return at.person
    return None


def circle(people: Mapping[PersonId, Staff], person: PersonId, cover: PersonId) -> tuple[PersonId, ...]:
    """The members that would stand in for each other in a circle if `cover` stood in for `person`; empty for none."""
    path = [person]
    at: PersonId | None = cover
    while at is not None:
        path.append(at)
        if at == person:
            return tuple(path)
        if at in path[:-1]:
            return ()
        known = people.get(at)
        at = known.cover.person if known is not None and known.cover is not None else None
    return ()
