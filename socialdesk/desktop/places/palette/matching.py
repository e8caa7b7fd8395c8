"""Gets what was typed and the entries of the palette, gives the best ones with the letters to light up; knows no Qt.

Blind to case and accents. The start of the words beats the start of a word, that beats the middle, that beats
letters in order, and only where nothing of these fits is a slip of the finger forgiven. On equal score the recently
used is first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nsmallest
from itertools import pairwise

FIRST_ROWS = 20
_FORGIVING = 78.0
PREFIXES: Mapping[str, frozenset[str]] = {
    ">": frozenset({"act", "setting"}),
    "@": frozenset({"person", "contact"}),
    "#": frozenset({"tag"}),
    "/": frozenset({"reply"}),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the palette can do or open.

    `kind` is act, view, thread, contact, person, tag, reply, setting or said (a thread by its words). `also`
    are other words it answers to, such as the label in the other language. A `reason` says why it cannot be done now.
    """

    id: str
    kind: str
    words: str
    detail: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    also: tuple[str, ...] = ()
    reason: str = ""
    run: Callable[[], object] | None = field(default=None, compare=False)
    options: Callable[[], Sequence[Entry]] | None = field(default=None, compare=False)
    """What Tab offers in its place."""
    is_everywhere: bool = False
    """Whether an act concerns no thread, so that it stays when none is meant."""

    @property
    def is_enabled(self) -> bool:
        """Whether it can be run now."""
        return not self.reason


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that fits, and the (start, length) stretches of its words that matched, in code points."""

    entry: Entry
    score: float
    lit: tuple[tuple[int, int], ...] = ()


@lru_cache(maxsize=32_768)
def folded(text: str) -> tuple[str, tuple[int, ...]]:
    """The case- and accent-blind form of a text, and for each of its letters the place it came from.

    Remembered: the palette is opened again and again on mostly the same entries.
    """
    if text.isascii():
        return text.lower(), tuple(range(len(text)))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for part in unicodedata.normalize("NFKD", letter.casefold()):
            if not unicodedata.combining(part):
                letters.append(part)
                places.append(place)
    return "".join(letters), tuple(places)


class Matcher:
    """Entries made ready once, so that each key typed is cheap."""

    def __init__(self, entries: Sequence[Entry], recent: Sequence[str] = ()) -> None:
        self._entries = tuple(entries)
        self._forms = [folded(entry.words) for entry in self._entries]
        self._also = [tuple(folded(other)[0] for other in (*entry.also, entry.detail)) for entry in self._entries]
        self._recent = {id_: place for place, id_ in enumerate(recent)}
        self._order = [(not one.is_enabled, self._recency(one)) for one in self._entries]
        self._begins = [_begins(form[0]) for form in self._forms]
        self._last: tuple[frozenset[str] | None, str, Sequence[int]] = (None, "", range(len(self._entries)))
        """What was looked for last, and the places of all that fit it."""

    def find(self, typed: str, most: int = FIRST_ROWS) -> list[Hit]:
        """The best `most` entries for what was typed, those that can't be run now last."""
        kinds = PREFIXES.get(typed[:1])
        query = folded(typed[1:] if kinds else typed)[0].strip()
        ranked: list[tuple[bool, float, int, int]] = []
        words = query.split()
        for place in self._candidates(query, kinds):
            score = self._score(place, query, words)
            if score is not None:
                is_never, recent = self._order[place]
                ranked.append((is_never, -score, recent, place))
        self._last = kinds, query, [place for *_, place in ranked]
        fitting = len(ranked)
        if fitting >= most or len(query) < 4:
            # Which letters matched is asked of those alone that will be seen.
            return [self._hit(place, query) for *_, place in nsmallest(most, ranked)]
        hits = [self._hit(place, query) for *_, place in sorted(ranked)]
        hits += self._forgiven(query, kinds, {hit.entry.id for hit in hits}, most)
        hits.sort(key=lambda hit: (not hit.entry.is_enabled, -hit.score, self._recency(hit.entry)))
        return hits[:most]

    def _recency(self, entry: Entry) -> int:
        return self._recent.get(entry.id, len(self._recent))

    def _candidates(self, query: str, kinds: frozenset[str] | None) -> Sequence[int]:
        """What may fit: where letters were added to what was looked for last, only what fitted that."""
        last_kinds, last, places = self._last
        if kinds == last_kinds and query.startswith(last):
            return places
        return [place for place, entry in enumerate(self._entries) if kinds is None or entry.kind in kinds]

    def _score(self, place: int, query: str, words: Sequence[str]) -> float | None:
        """How well an entry fits, as `_fit` says it; None where it does not."""
        if not query:
            return 0.0
        text = self._forms[place][0]
        if query in text or (len(words) > 1 and all(word in text for word in words)):
            return _of_words(query, text)
        also = self._also[place]
        best = _of_others(query, also)
        if best is not None:
            return best
        # Only a letter that begins a word can be the first of letters in order.
        is_there = query[0] in self._begins[place] and _in_order(query, *self._forms[place])
        return 2.0 + 1 / (1 + len(text)) if is_there else None

    def _hit(self, place: int, query: str) -> Hit:
        hit = _fit(query, self._entries[place], self._forms[place], self._also[place])
        assert hit is not None
        return hit

    def _forgiven(self, query: str, kinds: frozenset[str] | None, known: set[str], most: int) -> list[Hit]:
        from rapidfuzz import fuzz, process

        names = {
            place: form[0]
            for place, (entry, form) in enumerate(zip(self._entries, self._forms, strict=True))
            if entry.id not in known and (kinds is None or entry.kind in kinds)
        }
        found = process.extract(query, names, scorer=fuzz.partial_ratio, score_cutoff=_FORGIVING, limit=most)
        return [Hit(self._entries[place], score / 100) for _, score, place in found]


def _begins(text: str) -> str:
    """The letters that begin a word in a text, and its first."""
    return text[:1] + "".join(letter for before, letter in pairwise(text) if not before.isalnum())


def _of_words(query: str, text: str) -> float:
    """How well a text fits that has the query in it, or each of its words."""
    at = text.find(query)
    # Of two that start alike the shorter is meant: "Snooze" before "Snooze, pick a time".
    shorter = 1 / (1 + len(text))
    if at < 0:
        return 6.0 + shorter
    if at == 0:
        return 10.0 + shorter
    return (8.0 if not text[at - 1].isalnum() or " " + query in text else 5.0) + shorter


def _of_others(query: str, also: tuple[str, ...]) -> float | None:
    """How well other words fit that an entry answers to."""
    if not any(query in other for other in also):
        return None
    return 4.0 if any(other.startswith(query) or " " + query in other for other in also) else 3.0


def _fit(query: str, entry: Entry, form: tuple[str, tuple[int, ...]], also: tuple[str, ...]) -> Hit | None:
    if not query:
        return Hit(entry, 0.0)
    text, places = form
    at = text.find(query)
    if at > 0 and text[at - 1].isalnum():
        at = max(at, text.find(" " + query) + 1)
    if at >= 0:
        return Hit(entry, _of_words(query, text), (_lit(places, at, len(query)),))
    words = query.split()
    if len(words) > 1 and all(word in text for word in words):
        return Hit(entry, _of_words(query, text), tuple(_lit(places, text.find(word), len(word)) for word in words))
    score = _of_others(query, also)
    if score is not None:
        return Hit(entry, score)
    lit = _in_order(query, text, places)
    return Hit(entry, 2.0 + 1 / (1 + len(text)), lit) if lit else None


def _lit(places: tuple[int, ...], at: int, length: int) -> tuple[int, int]:
    first, last = places[at], places[at + length - 1]
    return first, last - first + 1


def _in_order(query: str, text: str, places: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Letters of the query in their order, each at the start of a word or right after the one before; else nothing."""
    found: list[tuple[int, int]] = []
    at = 0
    for letter in query:
        step = at
        while step < len(text) and not (text[step] == letter and (step == at or not text[step - 1].isalnum())):
            step += 1
        if step == len(text):
            return ()
        found.append((places[step], 1))
        at = step + 1
    return tuple(found)
