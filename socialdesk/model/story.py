"""Decides which messages tell the same story: gets texts, gives signatures, says which are near enough to be one.

Two texts are one story when most of their short stretches of letters are the same; names, links and numbers do not
count, since everybody has an order number of their own. Works on letters, so no language needs a dictionary. Likeness
is between two texts, and a story is all that is joined by it: the order in which they come makes no difference.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterable
from datetime import datetime, timedelta
from zlib import crc32

from socialdesk.model.message import Direction, Message
from socialdesk.model.thread import Priority, Thread
from socialdesk.support.pattern import pattern
from socialdesk.support.values import StrEnum, value_class

WINDOW = timedelta(days=3)
"""How long ago a message may be written to be joined by a new one."""
LEAST = 5
"""From how many people on a story is folded into one row."""
WITHIN = timedelta(hours=2)
"""So many people must have written within this time; what trickles in over days is no wave."""
LIKENESS = 0.6
"""Which share of their stretches two texts have in common at least, to be one story."""

_MOST = 48
"""How many stretches a signature holds: texts of some fifty letters are held whole, longer ones by a fair sample."""
_FEWEST = 6
"""With fewer stretches ("ok thanks") two texts are alike by chance."""
_LONGEST = 2_000
"""Letters of a text that are looked at."""
_BANDS = 6
_BINS = 2 * _BANDS
_MIX = 0x9E3779B97F4A7C15
_WORD = 0xFFFFFFFFFFFFFFFF
_OWN = pattern(r"(?:https?://|www\.)\S+|[@#][\w.\-]+(?:@[\w.\-]+)?|\S+@\S+\.\S+")
_LETTERS = pattern(r"\p{L}+")
_FRIEND = pattern(r"@[\w.\-]+(?:@[\w.\-]+)?")
_SMILEY = pattern(r"[\p{Emoji_Presentation}\p{So}]")
_SILENT = pattern(r"[\s\p{P}\p{So}\p{Sk}\p{Mn}\p{Cf}\p{Emoji_Presentation}]*")
_DENSE = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]")
"""Scripts of which two letters say about as much as five of another."""


@value_class(frozen=True, slots=True)
class Signature:
    """What is kept of a text to find those like it; the text cannot be read from it."""

    sketch: tuple[int, ...]
    """The smallest hashes of its stretches, ascending, each 32 bits."""
    bands: tuple[int, ...]
    """Texts that are alike have one of these in common, at the same place; each 56 bits, with its place."""

    def packed(self) -> bytes:
        """The sketch as it is stored."""
        return array("I", self.sketch).tobytes()


@value_class(frozen=True, slots=True)
class Told:
    """A message that was signed before: of which story it is, and its sketch."""

    story: int
    sketch: tuple[int, ...]


def counts_now(message: Message, now: datetime) -> bool:
    """Whether a message may be what many ask now: history is not, nor our own words, nor what was taken back."""
    is_theirs = message.direction is Direction.IN and message.deleted_at is None
    return is_theirs and message.created_at > now - WINDOW


def may_fold(thread: Thread, now: datetime) -> bool:
    """Whether a thread may stand behind others in one row: who is urgent, late, a VIP or shielded is seen alone."""
    is_late = thread.due_at is not None and thread.due_at <= now
    return not (thread.is_vip or thread.shield or is_late or thread.priority is Priority.URGENT)


class Quiet(StrEnum):
    """What a comment is that says nothing in words."""

    FRIENDS = "friends"
    """It names people and no more."""
    SMILEYS = "smileys"


def quiet(text: str) -> Quiet | None:
    """What a text without a word is; None when it says or asks anything, were it only a question mark."""
    looked_at = text[:_LONGEST]
    bare = _FRIEND.sub(" ", looked_at)
    if "?" in bare or "\uff1f" in bare or _SILENT.fullmatch(bare) is None:
        return None
    if bare != looked_at:
        return Quiet.FRIENDS
    return Quiet.SMILEYS if _SMILEY.search(bare) else None


def unpacked(stored: bytes) -> tuple[int, ...]:
    """The sketch that was stored as these bytes."""
    kept = array("I")
    kept.frombytes(stored)
    return tuple(kept)


def normalised(text: str) -> str:
    """The letters of a text alone: no case, accents, names, links, numbers or signs."""
    bare = unicodedata.normalize("NFKD", _OWN.sub(" ", text[:_LONGEST]).casefold())
    if not bare.isascii():
        bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(_LETTERS.findall(bare))


def signature(text: str) -> Signature | None:
    """The signature of a text, or None when it says too little to be like another by more than chance."""
    letters = normalised(text)
    length = 2 if 2 * len(_DENSE.findall(letters)) > len(letters) else 4
    stretches = {letters[at : at + length] for at in range(len(letters) - length + 1)}
    if len(stretches) < _FEWEST:
        return None
    # A checksum of near texts is near: multiplying spreads it over all bits.
    hashes = sorted({(crc32(one.encode()) * _MIX & _WORD) >> 32 for one in stretches})
    return Signature(tuple(hashes[:_MOST]), _bands(hashes))


def likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Which share of their stretches two texts have in common, 0 to 1; exact for short texts, an estimate for long."""
    mine, theirs = set(one), set(other)
    both = mine & theirs
    if len(mine) < _MOST and len(theirs) < _MOST:
        return len(both) / (len(mine | theirs) or 1)
    looked_at = sorted(mine | theirs)[:_MOST]
    return sum(value in both for value in looked_at) / len(looked_at)


def joined(sketch: tuple[int, ...], candidates: Iterable[Told]) -> tuple[int, ...]:
    """The stories that a text belongs to, ascending; several are one from now on, under the smallest of their numbers.

    Nothing when it begins one of its own.
    """
    found: set[int] = set()
    for told in candidates:
        # One of a story that is like it is enough.
        if told.story not in found and likeness(sketch, told.sketch) >= LIKENESS:
            found.add(told.story)
    return tuple(sorted(found))


def folds(told: Iterable[tuple[int, datetime]]) -> bool:
    """Whether a story is folded into one row; gets who wrote and when, in any order."""
    recent: dict[int, datetime] = {}
    for person, at in sorted(told, key=lambda one: one[1]):
        recent = {who: when for who, when in recent.items() if at - when <= WITHIN}
        recent[person] = at
        if len(recent) >= LEAST:
            return True
    return False


def _bands(hashes: list[int]) -> tuple[int, ...]:
    """The least hash of each of some bins, two by two; a bin without any borrows from the next that has one."""
    least: list[int | None] = [None] * _BINS
    for value in reversed(hashes):
        # Ascending order is undone, so that the last one written is the least.
        least[value % _BINS] = value
    full: list[int] = []
    for place in range(_BINS):
        found = next(value for step in range(_BINS) if (value := least[(place + step) % _BINS]) is not None)
        full.append(found)
    return tuple(
        place << 48 | ((full[2 * place] * 31 + full[2 * place + 1]) * _MIX & _WORD) >> 16 for place in range(_BANDS)
    )


_WORD_OF_TOPIC = pattern(r"\p{L}{4,}")
_SHARED = 0.6
"""In which share of the texts a word must stand to name what they are about."""


def topic(texts: Iterable[str], most: int = 2) -> tuple[str, ...]:
    """The words that name a story: those most of its texts share, the longest ones, since long words say more.

    In the form and order of the first text that has them; nothing when they share no word.
    """
    shown: dict[str, str] = {}
    seen: dict[str, int] = {}
    many = 0
    for text in texts:
        many += 1
        own = {normalised(word): word.casefold() for word in _WORD_OF_TOPIC.findall(_OWN.sub(" ", text[:_LONGEST]))}
        for bare, word in own.items():
            shown.setdefault(bare, word)
            seen[bare] = seen.get(bare, 0) + 1
    shared = [bare for bare, times in seen.items() if times >= _SHARED * many]
    longest = sorted(shared, key=lambda bare: (-len(bare), -seen[bare], bare))[:most]
    return tuple(shown[bare] for bare in shown if bare in longest)
