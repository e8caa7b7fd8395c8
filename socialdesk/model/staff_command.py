"""Gives the intended acts on how the team works: shifts and skills, being away, and how threads are given out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, TypeAlias

from socialdesk.model.identifiers import PersonId


@dataclass(frozen=True, slots=True)
class SetStaff:
    """Say how a member works. `staff` is in the form of `staff_form`."""

    name: ClassVar[str] = "set_staff"
    person: PersonId
    staff: str
    based_on: int = -1
    """The revision that was changed; another one that came meanwhile is not overwritten. -1 for whatever is there."""


@dataclass(frozen=True, slots=True)
class BeAway:
    """A member is away from now, or from `not_before`, until a moment, or with None until they are back."""

    name: ClassVar[str] = "be_away"
    person: PersonId
    until: datetime | None
    why: str = "other"
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class BeBack:
    """A member is back: every absence of theirs that holds ends now; or the one to come is dropped that begins then."""

    name: ClassVar[str] = "be_back"
    person: PersonId
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class SetRouting:
    """Choose how threads are given out. `routing` is in the form of `staff_form.routing_written`."""

    name: ClassVar[str] = "set_routing"
    routing: str


Staffing: TypeAlias = SetStaff | BeAway | BeBack | SetRouting
