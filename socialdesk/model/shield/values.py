"""Gives what a judgement says: of which kind a text is, how likely, and because of what; knows no list."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from socialdesk.support.values import StrEnum, value_class


class ShieldKind(StrEnum):
    """What a text is kept out of sight for; the gravest comes first."""

    THREAT = "threat"
    SLUR = "slur"
    HARASSMENT = "harassment"
    SEXUAL = "sexual"
    ABUSE = "abuse"
    SCAM = "scam"
    SPAM = "spam"


LET_THROUGH = "let_through"
"""What a person decided about a message that was kept."""
_KINDS = {kind.value: kind for kind in ShieldKind}
GRAVITY = {kind: place for place, kind in enumerate(ShieldKind)}
"""The smaller, the graver."""


def kind_of(word: str) -> ShieldKind | None:
    """The kind of this name; None for a word this version does not know."""
    return _KINDS.get(word)


class Level(StrEnum):
    """How certain a judgement is. Never a percentage: nobody could say what one per cent less would mean."""

    LIKELY = "likely"
    VERY_LIKELY = "very_likely"


class Strength(StrEnum):
    """What one find of a list is worth."""

    SURE = "sure"
    """Enough alone, and then very likely."""
    PLAIN = "plain"
    """Enough alone."""
    AIMED = "aimed"
    """Enough when it is said to somebody."""
    HINT = "hint"
    """Several are enough, or one beside a link."""


@value_class(frozen=True, slots=True)
class Reason:
    """One thing that speaks for a judgement.

    `rule` is a stable word: `list`, `own_list` or a pattern's name. `start` and `end` say where in the text it stands,
    both 0 for what is about the whole. `how` tells in what disguise: leet, lookalike, spaced, repeated, masked, hidden.
    """

    rule: str
    kind: ShieldKind
    language: str = ""
    list_name: str = ""
    start: int = 0
    end: int = 0
    how: str = ""


@value_class(frozen=True, slots=True)
class Verdict:
    """A text that is kept out of sight."""

    kind: ShieldKind
    level: Level
    reasons: tuple[Reason, ...]


def reasons_to_json(reasons: Iterable[Reason]) -> str:
    """The written form of reasons. It holds places, no words."""
    return json.dumps([asdict(reason) for reason in reasons], ensure_ascii=False)


def reasons_from_json(text: str) -> tuple[Reason, ...]:
    """Read what `reasons_to_json` wrote; what this version does not know is left out."""
    found: list[Reason] = []
    for one in json.loads(text):
        try:
            fields: dict[str, Any] = {**one, "kind": ShieldKind(one["kind"])}
            found.append(Reason(**fields))
        except (ValueError, KeyError, TypeError):
            continue
    return tuple(found)
