"""Counts and tidies text as platforms and readers see it; draws nothing."""

from __future__ import annotations

from itertools import islice

from socialdesk.support.pattern import pattern

_GRAPHEME = pattern(r"\X")
_NOT_PLAIN = pattern(r"(?:[\x00-\u02FF]?[^\x00-\u02FF]++)++[\x00-\u02FF]?")
_ORDER_NUMBER = pattern(r"(?i)(?:#|\bn[°o]\s?|\border\s|\bcommande\s)(\d{4,8})\b")


def graphemes(text: str) -> int:
    """How many characters a reader sees."""
    if "\r" in text:
        return len(_GRAPHEME.findall(text))
    if text.isascii():
        return len(text)
    # Letters below U+0300 stand for themselves; only what lies around others has to be looked at. Typing asks this.
    found = len(text)
    for run in _NOT_PLAIN.findall(text):
        found += len(_GRAPHEME.findall(run)) - len(run)
    return found


_LOOKED_AT = 20_000
_MOST_OF_ONE = 12
"""The longest emoji people send are of so many code points; more is somebody's joke, and a slow one to draw."""


def first_line(text: str, most: int = 160) -> str:
    """The first line with words, at most `most` graphemes long, each cut where marks are piled on it."""
    if len(text) <= most and text.isprintable():
        # What ends a line cannot be printed, so this is one.
        return text.strip()
    line = next((stripped for raw in text[:_LOOKED_AT].splitlines() if (stripped := raw.strip())), "")
    if len(line) <= most:
        return line
    found = (found.group()[:_MOST_OF_ONE] for found in _GRAPHEME.finditer(line))
    return "".join(islice(found, most))


def order_number(text: str) -> str | None:
    """The first order number a text speaks of, without its sign."""
    found = _ORDER_NUMBER.search(text)
    return found.group(1) if found else None
