"""Finds words in texts of any script as rules ask for them: whole or in parts, blind to accents or not.

A text is looked at once, however many rules ask. What a rule looks for is plain words, never a pattern, so that the
time it takes grows with the text and the words alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property

import regex

from socialdesk.model.words import ONE_SPELLING, SIGNS

LOOKED_AT = 20_000
"""Characters of one message that rules look at."""
_MARKS = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670]")
"""Accents of Latin, Greek and Cyrillic letters, and the signs of Arabic that are mostly left out."""
_ARABIC = re.compile("[\u0600-\u06ff]")
_PLAIN_WORD = re.compile(r"[a-z0-9_]+")
_WORD = regex.compile(r"[\p{L}\p{N}\p{M}_]+")
_ODD = str.maketrans({"\u2019": "'", "\u02bc": "'", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})


def blind(text: str) -> str:
    """A text without case and accents; letters that are others for their readers stay others."""
    text = text.casefold()
    if text.isascii():
        return text
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text)).translate(_ODD)
    if _ARABIC.search(bare) is not None:
        bare = bare.translate(ONE_SPELLING)
    return unicodedata.normalize("NFC", bare)


def exact(text: str) -> str:
    """A text without case, with its accents in one spelling."""
    text = text.casefold()
    return text if text.isascii() else unicodedata.normalize("NFKC", text).replace("\u2019", "'")


def words_of(text: str) -> list[str]:
    """The words of a text that went through `blind` or `exact`; an apostrophe parts them: l'arnaque are two."""
    return _PLAIN_WORD.findall(text) if text.isascii() else _WORD.findall(text)


class Text:
    """A text as it is looked through: its words, and how they stand side by side."""

    def __init__(self, text: str, *, is_blind: bool) -> None:
        cut = text[:LOOKED_AT]
        self.all = blind(cut) if is_blind else exact(cut)
        self.listed = words_of(self.all)
        self.words = frozenset(self.listed)

    @cached_property
    def in_a_row(self) -> str:
        """The words with one space around each."""
        return f" {' '.join(self.listed)} "


class Words:
    """What a rule looks for in a text."""

    def __init__(self, values: Iterable[str], *, is_blind: bool, is_part: bool) -> None:
        self._is_part = is_part
        self.singles: dict[str, str] = {}
        """Single words, and how the rule wrote them."""
        self._rows: list[tuple[str, str]] = []
        self._parts: list[tuple[str, str]] = []
        for value in sorted(values):
            seen = blind(value) if is_blind else exact(value)
            listed = words_of(seen)
            # Scripts without spaces have no whole words that could be told apart, and emoji are no words.
            if is_part or not listed or SIGNS.search(seen) is not None:
                self._parts.append((" ".join(seen.split()), value))
            elif len(listed) == 1:
                self.singles[listed[0]] = value
            else:
                self._rows.append((f" {' '.join(listed)} ", value))

    @property
    def needed(self) -> frozenset[str] | None:
        """Words of which a text must have one, which is then passed over at once; None where parts of words do."""
        if self._parts:
            return None
        return frozenset((*self.singles, *(row.split()[0] for row, _ in self._rows)))

    def first_in(self, text: Text) -> str | None:
        """The first of them, in the order of the alphabet, that a text says, as the rule wrote it."""
        found = [self.singles[one] for one in self.singles.keys() & text.words]
        found += [value for row, value in self._rows if row in text.in_a_row]
        found += [value for part, value in self._parts if part in text.all]
        return min(found, default=None)
