"""Gives the members of the team: who writes, assigns and is assigned."""

from __future__ import annotations

from socialdesk.model.identifiers import PersonId
from socialdesk.support.values import StrEnum, value_class


class Role(StrEnum):
    """What a member may do: read only, answer, lead, or all."""

    AGENT = "agent"
    LEAD = "lead"
    ADMIN = "admin"
    AUDITOR = "auditor"


@value_class(frozen=True, slots=True)
class Person:
    """A member of the team. `is_me` holds for exactly one of them on a desktop."""

    id: PersonId
    name: str
    role: Role = Role.AGENT
    is_me: bool = False
    on_shift_until: str | None = None
    """The wall-clock end of today's shift as "HH:MM" in the person's own zone, or None off shift."""
