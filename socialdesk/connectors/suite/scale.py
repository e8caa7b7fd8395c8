"""Gives the quality scale: its levels, what a check is, and what an examination found."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialdesk.connectors.suite.trial import Trial


class Level(StrEnum):
    """How much can be relied on; each level holds all of those before it."""

    BRONZE = "bronze"
    """Reads what is there and survives a bad line; nothing leaks."""
    SILVER = "silver"
    """Keeps up with changes and answers; what leaves, leaves once."""
    GOLD = "gold"
    """All that it offers works, to its limits; what was lost on the way is found again."""
    PLATINUM = "platinum"
    """A person is told what is wrong and what to do next, in every case."""


class Failing(Exception):
    """What a check found wrong, in a sentence."""


class NotApplicable(Exception):
    """Why a check has nothing to look at here, in a sentence."""


class Outcome(StrEnum):
    """What became of a check."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must be so. `fact` says it as a sentence."""

    name: str
    level: Level
    fact: str
    run: Callable[[Trial], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one check; `words` say why where it did not pass."""

    check: Check
    outcome: Outcome
    words: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What an examination found of one connector."""

    connector: str
    version: str
    findings: tuple[Finding, ...]

    @property
    def level(self) -> Level | None:
        """The highest level of which nothing failed, nor of those before it; None when it is not even bronze."""
        reached: Level | None = None
        for level in Level:
            if any(one.outcome is Outcome.FAILED for one in self.of(level)):
                break
            reached = level
        return reached

    def of(self, level: Level) -> tuple[Finding, ...]:
        """The findings of one level."""
        return tuple(one for one in self.findings if one.check.level is level)


CHECKS: dict[str, Check] = {}


def check(
    level: Level, fact: str
) -> Callable[[Callable[[Trial], Awaitable[None]]], Callable[[Trial], Awaitable[None]]]:
    """Put a check on the scale. It raises `Failing` or `NotApplicable`; whatever else it raises is a failure as well."""

    def declared(function: Callable[[Trial], Awaitable[None]]) -> Callable[[Trial], Awaitable[None]]:
        name = function.__name__
        assert name not in CHECKS, name
        CHECKS[name] = Check(name, level, fact, function)
        return function

    return declared
