"""Gives the quality scale: its levels, what a check is, and what an examination found."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """How much can be relied on; each level needs those before it."""

    BRONZE = "bronze"
    """Safe: loses nothing, sends nothing twice, lets no secret out."""
    SILVER = "silver"
    """Reads everything: what is new, late, changed or deleted, with pictures, whatever the clock says."""
    GOLD = "gold"
    """All that it offers works to its limits, and whatever goes wrong is told in a sentence of the right kind."""
    PLATINUM = "platinum"
    """Asks little, and was seen with the network itself: a real server, or what it really answered."""


class Failing(Exception):
    """What a check found wrong, in a sentence."""


class NoSignIn(Failing):
    """Nobody can sign in, so that nothing else can be looked at."""


class NotApplicable(Exception):
    """Why a check has nothing to look at here, in a sentence."""


class NotTried(Exception):
    """What the scenario would have to give for a check, in a sentence."""


class Outcome(StrEnum):
    """What became of a check."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not applicable"
    NOT_TRIED = "not tried"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must be so. `fact` says it as a sentence; `needs_world` is False where the manifest is enough."""

    name: str
    level: Level
    fact: str
    run: Callable[[Any], Awaitable[None]]
    """Takes a `Trial`, which knows this module and is not known by it."""
    needs_world: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one check; `words` say why where it did not pass. `asked` are the requests that were made."""

    check: Check
    outcome: Outcome
    words: str = ""
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What an examination found of one connector."""

    connector: str
    version: str
    findings: tuple[Finding, ...]

    @property
    def level(self) -> Level | None:
        """The highest level of which everything was tried and nothing failed, nor of those before it."""
        reached: Level | None = None
        for level in Level:
            if any(one.outcome in (Outcome.FAILED, Outcome.NOT_TRIED) for one in self.of(level)):
                break
            reached = level
        return reached

    def is_at_least(self, level: Level) -> bool:
        """Whether this level or one above it was reached."""
        levels = list(Level)
        return self.level is not None and levels.index(self.level) >= levels.index(level)

    @property
    def failed(self) -> tuple[Finding, ...]:
        """What did not pass."""
        return tuple(one for one in self.findings if one.outcome is Outcome.FAILED)

    def of(self, level: Level) -> tuple[Finding, ...]:
        """The findings of one level."""
        return tuple(one for one in self.findings if one.check.level is level)


CHECKS: dict[str, Check] = {}
_Function = Callable[[Any], Awaitable[None]]


def check(level: Level, fact: str, *, needs_world: bool = True) -> Callable[[_Function], _Function]:
    """Put a check on the scale. It raises Failing, NotApplicable or NotTried; whatever else it raises is a failure."""

    def declared(function: _Function) -> _Function:
        name = function.__name__
        assert name not in CHECKS, name
        CHECKS[name] = Check(name, level, fact, function, needs_world)
        return function

    return declared
