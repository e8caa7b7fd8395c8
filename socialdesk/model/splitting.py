"""Decides where a text that is too long is cut: into parts that each fit, at sentences or words, never inside a link.

Nothing that was written is lost: the parts hold every letter in its order, only the blanks between them go.
"""

from __future__ import annotations

from itertools import pairwise

from socialdesk.model.capability import TextLimit
from socialdesk.model.counting import never_cut, over_by

MOST_PARTS = 99
_SENTENCE_ENDS = frozenset(".!?…。！？")
_CLOSERS = frozenset("\"'”’»)]")
_LEAST_SHARE = 0.5
"""A part ends at a sentence only when that fills so much of it; else at a word."""


def split(text: str, limit: TextLimit, *, numbered: bool = False) -> tuple[str, ...]:
    """The parts of `text`, one when it fits; `numbered` begins each with "1/3 ".

    Empty when it can't be done: a single link or word-like stretch is longer than a part, or there are too many parts.
    """
    whole = text.strip()
    if not whole:
        return ()
    if not over_by(whole, limit):
        return (whole,)
    if not numbered:
        return _cut(whole, limit, 0)
    for digits in (1, 2):
        # "1/9 " takes as much room as "9/9 ", so how many there are need not be known yet.
        parts = _cut(whole, limit, digits)
        if parts and len(str(len(parts))) == digits:
            return tuple(f"{number}/{len(parts)} {part}" for number, part in enumerate(parts, 1))
    return ()


def _cut(text: str, limit: TextLimit, digits: int) -> tuple[str, ...]:
    head = f"{'9' * digits}/{'9' * digits} " if digits else ""
    parts: list[str] = []
    rest = text
    while rest:
        if len(parts) == MOST_PARTS:
            return ()
        if not over_by(head + rest, limit):
            parts.append(rest)
            break
        at = _border(rest, limit, head)
        if not at:
            return ()
        parts.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return tuple(parts)


def _border(text: str, limit: TextLimit, head: str) -> int:
    """Where the first part ends; 0 when not even its first stretch fits."""
    # No platform takes more than a unit for a code point's part: what lies far behind the limit need not be looked at.
    looked_at = text[: _enough(limit)]
    spans = never_cut(looked_at)
    if len(looked_at) < len(text) and spans:
        spans.pop()  # it may go on behind what is looked at
    ends = [end for _, end in spans]
    low, high = 0, len(ends)
    while low < high:  # the last border that fits
        middle = (low + high + 1) // 2
        if over_by(head + text[: ends[middle - 1]].rstrip(), limit):
            high = middle - 1
        else:
            low = middle
    if not low:
        return 0
    most = ends[low - 1]
    borders = ends[:low]
    sentence = _last_sentence(text, borders)
    if sentence >= _LEAST_SHARE * most:
        return sentence
    word = next((end for end in reversed(borders) if text[end : end + 1].isspace() or text[end - 1].isspace()), 0)
    return word if text[:word].strip() else most


def _last_sentence(text: str, borders: list[int]) -> int:
    for before, end in reversed(list(pairwise([0, *borders]))):
        if text[end - 1] == "\n":
            return end
        ends_here = text[end - 1] in _SENTENCE_ENDS or (
            text[end - 1] in _CLOSERS and text[before - 1 : before] in _SENTENCE_ENDS and before > 0
        )
        if ends_here and (not text[end : end + 1] or text[end].isspace()):
            return end
    return 0


def _enough(limit: TextLimit) -> int:
    """How many code points hold the longest part, whatever stands in it: piled marks and long links count as little."""
    return 12 * limit.most + 4_000
