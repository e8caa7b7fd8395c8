"""Decides which emoji a typed name means: in English and French at once, blind to accents, what was used last first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from socialdesk.model.saved_reply import plain

MOST = 8
RECENT_KEPT = 24
_KINDS = (
    (0x1F600, 0x1F64F),
    (0x1F910, 0x1F97A),
    (0x1F440, 0x1F4AF),
    (0x2600, 0x27BF),
    (0x1F300, 0x1F43F),
    (0x1F4B0, 0x1FAFF),
    (0x1F10D, 0x1F1E5),
)
"""Blocks of Unicode in the order they are looked through; what is in none, flags among them, comes last."""


@dataclass(frozen=True, slots=True)
class Emoji:
    """An emoji with the names it goes by, the reader's own language first."""

    sign: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    """Every word of every name, plain."""


def emoji(sign: str, names: Iterable[str]) -> Emoji:
    """An emoji from names as ":red_heart:" or "red heart"."""
    spoken = tuple(dict.fromkeys(name.strip(":").replace("_", " ") for name in names))
    words = tuple(dict.fromkeys(word for name in spoken for word in _words(name)))
    return Emoji(sign, spoken, words)


def find(typed: str, known: Sequence[Emoji], recent: Sequence[str], most: int = MOST) -> list[Emoji]:
    """The emoji whose names hold every typed word's beginning; recent ones first, then the shortest names."""
    wanted = _words(typed.replace("_", " "))
    if not wanted:
        return []
    places = {sign: place for place, sign in enumerate(recent)}
    whole = " ".join(wanted)
    found: list[tuple[int, int, int, int, Emoji]] = []
    for order, one in enumerate(known):
        if not all(any(word.startswith(part) for word in one.words) for part in wanted):
            continue
        names = [_plain(name) for name in one.names]
        likeness = 0 if whole in names else 1 if any(name.startswith(whole) for name in names) else 2
        shortest = min(len(name) for name in names)
        found.append((places.get(one.sign, RECENT_KEPT), likeness, shortest, order, one))
    found.sort(key=lambda each: each[:4])
    return [each[4] for each in found[:most]]


def in_order(known: Iterable[Emoji], recent: Sequence[str]) -> list[Emoji]:
    """All of them: recent ones first, then faces, people and hearts, signs, nature and things; flags at the end."""
    places = {sign: place for place, sign in enumerate(recent)}
    return sorted(known, key=lambda one: (places.get(one.sign, RECENT_KEPT), _kind(one.sign), one.sign))


def _kind(sign: str) -> int:
    first = ord(sign[0])
    return next((place for place, (low, high) in enumerate(_KINDS) if low <= first <= high), len(_KINDS))


def used(sign: str, recent: Sequence[str]) -> list[str]:
    """The recent ones after one more use."""
    return [sign, *(one for one in recent if one != sign)][:RECENT_KEPT]


def _plain(text: str) -> str:
    """As it is typed on most keyboards: without accents, and without letters that are two in one, as in cœur."""
    return plain(text).replace("œ", "oe").replace("æ", "ae")


def _words(text: str) -> list[str]:
    return [word for word in _plain(text).replace("’", " ").replace("'", " ").replace("-", " ").split() if word]
