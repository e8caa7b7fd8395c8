"""Cuts the stretch of a text that shows why it was found, and says where to light it; draws nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from socialdesk.model.search import Term, folded
from socialdesk.model.words import SIGNS

_WORD = regex.compile(r"[\p{L}\p{N}\p{M}]+")
_WIDE = 90
"""About how many characters are shown."""
_BEFORE = 30
_LOOKED_AT = 20_000
_SHORT = 4_000
"""A text no longer than this is folded as a whole; of a longer one the first match is found before its end is read."""
_ONE_LINE = str.maketrans(dict.fromkeys("\n\r\t\v\f\u2028\u2029", " "))
_UNFIT = "\0"
_LETTERS = 20_000
"""So many are remembered: more than all that people write with in one workspace."""


class _Flat(dict[int, str]):
    """Each letter as it is compared, everything between words as a space: what stands where stays where it is."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = folded(letter) if _WORD.fullmatch(letter) else " "
        if len(self) >= _LETTERS:
            self.clear()
        # What folds into more letters, or into none, would move all that follows.
        self[code] = flat = plain if len(plain) == 1 else _UNFIT
        return flat


_FLAT = _Flat()


def snippet(text: str, terms: Sequence[Term]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The stretch of `text` around the first word that matches, in one line, and the (start, length) of every match."""
    looked_at = text if len(text) <= _LOOKED_AT else text[:_LOOKED_AT]
    if len(text) <= _WIDE:
        lit = tuple(matches(text, terms))
        if not lit or lit[0][0] <= _BEFORE:
            return text.translate(_ONE_LINE), lit
    first = next(matches(looked_at, terms), None)
    start = 0
    if first is not None and first[0] > _BEFORE:
        start = looked_at.rfind(" ", 0, first[0] - _BEFORE // 2) + 1
        start = max(start, first[0] - _BEFORE)
    part = looked_at[start : start + _WIDE]
    lead = "…" if start else ""
    lit = tuple((at + len(lead), length) for at, length in matches(part, terms))
    return lead + part.translate(_ONE_LINE) + ("…" if start + _WIDE < len(text) else ""), lit


def matches(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """The (start, length) of everything in `text` that is one of the terms, in order."""
    signs, spoken = _apart(tuple(terms))
    found: list[tuple[int, int]] = []
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            found.append((at, len(sign)))
            at = text.find(sign, at + len(sign))
    if found:
        yield from sorted((*found, *_spoken(text, spoken)))
    elif spoken:
        yield from _spoken(text, spoken)


@lru_cache(maxsize=64)
def _apart(terms: tuple[Term, ...]) -> tuple[tuple[str, ...], tuple[Term, ...]]:
    """What of some terms is found as it stands, and what as a word."""
    signs = tuple(term.word for term in terms if SIGNS.fullmatch(term.word))
    return signs, tuple(term for term in terms if not SIGNS.fullmatch(term.word))


def _spoken(text: str, terms: tuple[Term, ...]) -> Iterator[tuple[int, int]]:
    looked_for = _looked_for(terms) if len(text) <= _SHORT else None
    if looked_for is not None:
        flat = text.translate(_FLAT)
        if _UNFIT not in flat:
            for found in looked_for.finditer(f" {flat} "):
                yield found.start(), found.end() - found.start() - 1
            return
    yield from _spoken_one_by_one(text, terms)


@lru_cache(maxsize=64)
def _looked_for(terms: tuple[Term, ...]) -> re.Pattern[str] | None:
    """What finds the terms in a text of plain letters and spaces, with the space before; None where it cannot."""
    # What is left of a sign, such as what joins two of them, is no word and is found nowhere.
    words = [term for term in terms if _WORD.fullmatch(term.word)]
    if not words:
        return None
    ways = "|".join(re.escape(term.word) + ("[^ ]*" if term.is_beginning else "") for term in words)
    return re.compile(f" (?:{ways})(?= )")


def _spoken_one_by_one(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    whole = {term.word for term in terms}
    beginnings = tuple(term.word for term in terms if term.is_beginning)
    for word in _WORD.finditer(text):
        plain = folded(word[0])
        if plain in whole or (beginnings and plain.startswith(beginnings)):
            yield word.start(), word.end() - word.start()
