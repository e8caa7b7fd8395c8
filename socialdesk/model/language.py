"""Decides what of a message its language can be told by, and how sure that has to be."""

from __future__ import annotations

import re

LEAST_SHARE = 0.5
"""How likely a language must be, 0 to 1, to be told: below it nothing is (figures: docs/signals.md)."""
_LEAST_LETTERS = 10
_LEAST_SIGNS = 4
"""A sign of these scripts is a syllable or a word."""
_MOST = 400
"""What comes after these characters changes nothing any more, and costs as much as what came before."""
_NO_WORDS = re.compile(r"https?://\S+|www\.\S+|[@#]\w+|\S+@\S+|&\w+;|[\d_]+")
_MAY_HAVE = re.compile(r"[:@#&\d_]|www\.")
"""Whether any of these may be there."""
_SIGN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")


def words_of(text: str) -> str:
    """What is language in a text: without addresses, names, tags and numbers; "" when that is too little to tell by."""
    told = text[: 2 * _MOST]
    if _MAY_HAVE.search(told) is not None:
        told = _NO_WORDS.sub(" ", told)
    words = " ".join(told.split())[:_MOST]
    # Mostly its beginning has enough.
    if _letters(words[: 2 * _LEAST_LETTERS]) >= _LEAST_LETTERS or _letters(words) >= _LEAST_LETTERS:
        return words
    if len(_SIGN.findall(words)) >= _LEAST_SIGNS:
        return words
    return ""


def _letters(words: str) -> int:
    return sum(map(str.isalpha, words))
