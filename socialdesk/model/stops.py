"""Gives the sentences with which an answer is refused for what it is, and reads them again: too late, too long.

They are kept with the message as they were said; whoever shows them says the same in the reader's language.
"""

from __future__ import annotations

from dataclasses import dataclass

from socialdesk.support.pattern import pattern

_LATE = pattern(r"^Too late: answers are taken for (\d+) h only\.")
_LONG = pattern(r"^Longer than ([\d,]+) characters\b")


@dataclass(frozen=True, slots=True)
class TooLate:
    """The platform takes answers for so many hours."""

    hours: int


@dataclass(frozen=True, slots=True)
class TooLong:
    """The platform takes so many characters, counted its way."""

    most: int


def too_late(hours: int) -> str:
    """Said before it is tried."""
    return f"Too late: answers are taken for {hours} h only. Nothing was sent; keep it as a note."


def too_long(most: int, over: int) -> str:
    """Said by the platform, where it counts otherwise than was known."""
    return f"Longer than {most:,} characters, by {over:,}. Nothing was sent; shorten it and send again."


def why(sentence: str) -> TooLate | TooLong | None:
    """What a sentence says; None for one that says something else."""
    if late := _LATE.match(sentence):
        return TooLate(int(late.group(1)))
    if long := _LONG.match(sentence):
        return TooLong(int(long.group(1).replace(",", "")))
    return None
