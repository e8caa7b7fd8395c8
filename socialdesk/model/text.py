"""Counts and tidies text as platforms and readers see it; draws nothing."""

from __future__ import annotations

from itertools import islice

from socialdesk.support.pattern import pattern

_GRAPHEME = pattern(r"\X")
_ORDER_NUMBER = pattern(r"(?i)(?:#|\bn[°o]\s?|\border\s|\bcommande\s)(\d{4,8})\b")


def graphemes(text: str) -> int:
    """How many characters a reader sees."""
    if text.isascii() and "\r" not in text:
        return len(text)
    return sum(1 for _ in _GRAPHEME.finditer(text))


_LOOKED_AT = 20_000
_MOST_OF_ONE = 12
"""The longest emoji people send are of so many code points; more is somebody's joke, and a slow one to draw."""


def first_line(text: str, most: int = 160) -> str:
    """The first line with words, at most `most` graphemes long, each cut where marks are piled on it."""
    line = next((stripped for raw in text[:_LOOKED_AT].splitlines() if (stripped := raw.strip())), "")
    if len(line) <= most:
        return line
    found = (found.group()[:_MOST_OF_ONE] for found in _GRAPHEME.finditer(line))
    return "".join(islice(found, most))


def order_number(text: str) -> str | None:
    """The first order number a text speaks of, without its sign."""
    found = _ORDER_NUMBER.search(text)
    return found.group(1) if found else None
