"""Tells how much each member looked at of what is kept out of sight, and how much of it waits with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from socialdesk.model.identifiers import PersonId

Ask: TypeAlias = Callable[[str, tuple[Any, ...]], Iterable[Any]]
"""What runs a statement and gives its rows."""
OPENED = (
    "SELECT person.id, shield_open.n FROM person CROSS JOIN shield_open"
    " ON shield_open.person_id = person.id AND shield_open.day = ?"
)
HOLDS = (
    "SELECT assignee_id, count(*) FROM thread INDEXED BY thread_shielded WHERE shield != '' AND status = 'open'"
    " AND assignee_id IS NOT NULL GROUP BY assignee_id"
)


def exposure(ask: Ask, day: str) -> tuple[dict[PersonId, int], dict[PersonId, int]]:
    """By member how many kept threads they opened on a day (`2026-11-29`), and how many open ones they have."""
    opened = {PersonId(person): many for person, many in ask(OPENED, (day,))}
    holds = {PersonId(person): many for person, many in ask(HOLDS, ())}
    return opened, holds
