"""Cuts the stretch of a text that shows why it was found, and says where to light it; draws nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from socialdesk.model.search import Term, folded
from socialdesk.model.words import SIGNS

_WORD = regex.compile(r"[\p{L}\p{N}\p{M}]+")
_WIDE = 90
"""About how many characters are shown."""
_BEFORE = 30
_LOOKED_AT = 20_000


def snippet(text: str, terms: Sequence[Term]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The stretch of `text` around the first word that matches, in one line, and the (start, length) of every match."""
    looked_at = text[:_LOOKED_AT]
    first = next(matches(looked_at, terms), None)
    start = 0
    if first is not None and first[0] > _BEFORE:
        start = looked_at.rfind(" ", 0, first[0] - _BEFORE // 2) + 1
        start = max(start, first[0] - _BEFORE)
    part = looked_at[start : start + _WIDE]
    lead = "…" if start else ""
    lit = tuple((at + len(lead), length) for at, length in matches(part, terms))
    return lead + _one_line(part) + ("…" if start + _WIDE < len(text) else ""), lit


def matches(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """The (start, length) of everything in `text` that is one of the terms, in order."""
    spoken = [term for term in terms if not SIGNS.fullmatch(term.word)]
    found: list[tuple[int, int]] = []
    for term in terms:
        if term not in spoken:
            at = text.find(term.word)
            while at >= 0:
                found.append((at, len(term.word)))
                at = text.find(term.word, at + len(term.word))
    if not found and not spoken:
        return
    if found:
        found += _spoken(text, spoken)
        yield from sorted(found)
    else:
        yield from _spoken(text, spoken)


def _spoken(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    whole = {term.word for term in terms}
    beginnings = tuple(term.word for term in terms if term.is_beginning)
    for word in _WORD.finditer(text):
        plain = folded(word[0])
        if plain in whole or (beginnings and plain.startswith(beginnings)):
            yield word.start(), word.end() - word.start()


def _one_line(text: str) -> str:
    return "".join(" " if letter in "\n\r\t\v\f\u2028\u2029" else letter for letter in text)
