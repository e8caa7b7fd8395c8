"""Finds whom a note names: "@noah" is the member whose first name that is."""

from __future__ import annotations

from collections.abc import Iterable

from socialdesk.model.identifiers import PersonId
from socialdesk.model.person import Person
from socialdesk.support.pattern import pattern

_MENTION = pattern(r"@([\p{L}\p{M}'’-]+)")


def mentioned(text: str, people: Iterable[Person]) -> tuple[PersonId, ...]:
    """The members a text names."""
    named = {found.group(1).casefold() for found in _MENTION.finditer(text)}
    return tuple(one.id for one in people if one.name and one.name.split(maxsplit=1)[0].casefold() in named)
