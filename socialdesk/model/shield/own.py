"""A word of a team's own for the shield; beside the lists, since whoever gives or keeps one needs none of them."""

from __future__ import annotations

from dataclasses import dataclass

from socialdesk.model.shield.values import ShieldKind


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A word or phrase that a team put on its list, or took off the lists with `allows`."""

    kind: ShieldKind
    language: str
    text: str
    is_part: bool = False
    """Whether it counts inside longer words too."""
    accents_matter: bool = False
    allows: bool = False
