"""Decides which stretches of a text are words to be looked up: no links, mentions, tags, numbers or single letters."""

from __future__ import annotations

from collections.abc import Iterator

from socialdesk.support.pattern import pattern

_TOKEN = pattern(
    r"https?://\S+|(?<![\p{L}\p{N}])www\.\S+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|[@#/][\p{L}\p{N}_][\p{L}\p{N}_.@-]*"
    r"|\{[^{}]*\}|[\p{L}\p{M}\p{N}_]*[\p{N}_][\p{L}\p{M}\p{N}_]*|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+"
    r"|(?P<word>[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*)"
)
_MOST = 40
"""Longer than any word of a dictionary; looking it up would only take time."""


def words(text: str) -> Iterator[tuple[int, str]]:
    """The words of a text that a dictionary should know, with where each begins."""
    for found in _TOKEN.finditer(text):
        word = found.group("word")
        if word is not None and 1 < len(word) <= _MOST and not (word.isupper() and len(word) <= 5):
            yield found.start(), word
