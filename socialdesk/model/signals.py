"""Gets what somebody wrote, gives what can be told from it for sure: a question, a complaint in so many words, topics.

Local, and linear in the length of the text. It says which words are there and never what somebody feels.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from socialdesk.model.signal_words import ASKED, COMPLAINTS, ORDER_BEFORE, TOPICS, WordList
from socialdesk.model.triage_policy import Signal
from socialdesk.support.pattern import pattern
from socialdesk.support.values import value_class

LOOKED_AT = 4_000
"""Characters of a text that are looked at."""
MANY_FOLLOWERS = 10_000
"""From how many followers on the reach of who wrote is told of."""
MANY_LIKES = 10
"""From how many likes of one message on it is told of."""
RECENTLY_DAYS = 2
"""Within how many days conversations that one person began are counted together."""


ONCE = "once"
"""Beside the signals: the contact wrote one message that waits. It keeps the count, and shows nowhere."""

_WORD = pattern(r"[\p{L}\p{N}\p{M}]+")
_ADDRESS = pattern(r"(?:https?://|www\.)\S+|(?<!\S)[\w.\-]+\.(?:com|net|org|fr|co|io|be|ch|de|uk|ly|me|shop)(?:/\S*)?")
_EMAIL = pattern(r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{2,63}){1,4}")
_PHONE = pattern(r"(?<![\w+./\-])(?:\+|00|\(?0)\(?\d[\d \u00a0\u202f.\-()/]{6,18}\d(?![\w/])")
_MANY_DIGITS = pattern(r"\d(?:[ .\-]?\d){3}")
_NUMBER = (
    r"(?:(?<![^\W_])(?:WORDS)[\s:#\u00a0.]{0,3}(?:(?:is|est|number|numéro|nr|no|n)[\s:#°º.]{0,3}){0,2}"
    r"(?:[a-z]{1,6}[\-_]?)?\d[\da-z\-]{3,24}(?!\w)|(?<!\d)\d{3}-\d{7}-\d{7}(?!\d))"
)
_ORDER = re.compile(_NUMBER.replace("WORDS", "|".join(sorted(map(str.casefold, ORDER_BEFORE), key=len, reverse=True))))
_DENSE = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]")
_ACCENTS = pattern(r"[\u0300-\u036f]+")
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+")
"""What `_WORD` finds where there are no other letters, in a fraction of the time."""
_MAY_LEAD = re.compile(r"://|www\.|\.(?:com|net|org|fr|co|io|be|ch|de|uk|ly|me|shop)")
"""Whether there may be an address; most texts are done with here."""
_MAY_CALL = re.compile(r"[+0][\d \u00a0\u202f.\-()/]{8}")
"""Whether there may be a telephone number; it begins so."""
_MARKS = "?\uff1f\u061f\u037e\u055e\u2047\u2048\u2049"
_NOT_ENDS = "\u2019\u02bc`\u00b4"


def _folded(text: str) -> str:
    """Without capitals, and with one sign for all that are written for an apostrophe."""
    text = text.casefold()
    for sign in _NOT_ENDS:
        if sign in text:
            text = text.replace(sign, "'")
    return text


@value_class(frozen=True, slots=True)
class Signals:
    """What a text says. `found` are values of `Signal`; `topics` are the names of the lists, in their order."""

    found: frozenset[Signal] = frozenset()
    topics: tuple[str, ...] = ()


class Lexicon:
    """The word lists, made ready: looking a text up costs the same however many words there are."""

    def __init__(self, complaints: WordList, topics: Iterable[WordList]) -> None:
        self.topics = tuple(one.name for one in topics)
        self._plain = _Table()
        self._accented = _Table()
        for list_ in (complaints, *topics):
            table = self._accented if list_.accents else self._plain
            for _, words in list_.words:
                for word in words:
                    table.add(word, list_.name, accents=list_.accents)
        for phrase in ASKED:
            self._plain.add(phrase, _ASKED)

    def names(self, text: str) -> set[str]:
        """The names of the lists of which a text has a word; the one of complaints is empty."""
        told = _folded(text)
        plain = without_accents(told)
        found = self._plain.among(plain)
        if not self._accented.is_empty:
            found |= self._accented.among(unicodedata.normalize("NFC", told))
        return found


_ASKED = "\0asked"
_MOST_MARKS = 8_192
"""How many words are remembered with what they tell."""
_HEAD = 3
"""Beginnings of words are found by so many of their letters; shorter ones by all they have."""


_Phrases = list[tuple[tuple[str, ...], bool, str]]
"""Phrases, each with whether its last word may go on and whose it is."""


class _Mark(NamedTuple):
    """What a word tells: the lists that have it, and the phrases that it begins."""

    names: frozenset[str]
    phrases: _Phrases
    pairs: dict[str, _Phrases]
    """Those of which two words are whole, by the second."""


class _Table(dict[str, _Mark | None]):
    """Words, beginnings, parts and phrases, each with the lists that have it; by word what it tells, found out once."""

    def __init__(self) -> None:
        super().__init__()
        self._words: dict[str, set[str]] = {}
        self._stems: dict[str, list[tuple[str, str]]] = {}
        self._parts: dict[str, set[str]] = {}
        self._phrases: dict[str, _Phrases] = {}
        self._pairs: dict[str, dict[str, _Phrases]] = {}
        """Phrases by their first two words, which few texts have; those in `_phrases` have only one that is whole."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self._words or self._stems or self._parts or self._phrases or self._pairs)

    def add(self, written: str, name: str, *, accents: bool = False) -> None:
        """Take in a word as a person writes it."""
        told = _folded(written)
        told = unicodedata.normalize("NFC", told) if accents else without_accents(told)
        begins, ends = told.startswith("*"), told.endswith("*")
        words: list[str] = _WORD.findall(told)
        if not words:
            return
        if len(words) > 2 or (len(words) == 2 and not ends):
            self._pairs.setdefault(words[0], {}).setdefault(words[1], []).append((tuple(words), ends, name))
        elif len(words) > 1:
            self._phrases.setdefault(words[0], []).append((tuple(words), ends, name))
        elif begins or _DENSE.search(words[0]):
            self._parts.setdefault(words[0], set()).add(name)
        elif ends:
            self._stems.setdefault(words[0][:_HEAD], []).append((words[0], name))
        else:
            self._words.setdefault(words[0], set()).add(name)

    def __missing__(self, word: str) -> _Mark | None:
        stems = self._stems.get(word[:_HEAD], ())
        names = frozenset((*self._words.get(word, ()), *(name for stem, name in stems if word.startswith(stem))))
        phrases, pairs = self._phrases.get(word, []), self._pairs.get(word, {})
        mark = _Mark(names, phrases, pairs) if names or phrases or pairs else None
        if mark is None and word.isdigit():
            return None  # numbers are told once and never again: they are not remembered
        if len(self) >= _MOST_MARKS:
            self.clear()
        self[word] = mark
        return mark

    def among(self, told: str) -> set[str]:
        """The lists that have a word of a text, without capitals and with or without accents as the table is."""
        found: set[str] = set()
        words: list[str] = _ASCII_WORD.findall(told) if told.isascii() else _WORD.findall(told)
        marks = list(map(self.__getitem__, words))
        if any(marks):
            for at, mark in enumerate(marks):
                if mark is None:
                    continue
                names, phrases, pairs = mark
                found |= names
                if pairs and at + 1 < len(words):
                    found |= _followed(words, at, pairs.get(words[at + 1], ()))
                if phrases:
                    found |= _followed(words, at, phrases)
        for part, of_part in self._parts.items():
            if part in told:
                found |= of_part
        return found


def _followed(words: list[str], at: int, phrases: Iterable[tuple[tuple[str, ...], bool, str]]) -> set[str]:
    return {name for phrase, goes_on, name in phrases if _follows(words, at, phrase, goes_on=goes_on)}


def _follows(words: list[str], at: int, phrase: tuple[str, ...], *, goes_on: bool) -> bool:
    said = tuple(words[at : at + len(phrase)])
    if not goes_on:
        return said == phrase
    return said[:-1] == phrase[:-1] and len(said) == len(phrase) and said[-1].startswith(phrase[-1])


def without_accents(text: str) -> str:
    """The text without accents, capitals left as they are. Vowel signs of other scripts are letters, and stay."""
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFD", text)
    return _ACCENTS.sub("", bare).replace("œ", "oe").replace("æ", "ae")


@lru_cache(maxsize=4)
def lexicon(complaints: WordList = COMPLAINTS, topics: tuple[WordList, ...] = TOPICS) -> Lexicon:
    """The lists made ready; those made last are kept."""
    return Lexicon(complaints, topics)


def signals_of(text: str, lists: Lexicon | None = None) -> Signals:
    """What one message says, by these lists or those a new workspace starts with."""
    lists = lists or lexicon()
    told = text[:LOOKED_AT]
    found = _extracted(told)
    bare = told
    if Signal.LINK in found or Signal.EMAIL in found:
        # What stands in an address is no question and no word.
        bare = _ADDRESS.sub(" ", _EMAIL.sub(" ", told))
    names = lists.names(bare)
    if _ASKED in names or any(mark in bare for mark in _MARKS):
        found.add(Signal.QUESTION)
    if "" in names:
        found.add(Signal.COMPLAINT)
    return Signals(frozenset(found), tuple(name for name in lists.topics if name in names) if names else ())


def _extracted(text: str) -> set[Signal]:
    found: set[Signal] = set()
    if ("." in text or ":" in text) and _MAY_LEAD.search(text) and _ADDRESS.search(text):
        found.add(Signal.LINK)
    if "@" in text and _EMAIL.search(text):
        found.add(Signal.EMAIL)
    if _MANY_DIGITS.search(text):
        if _MAY_CALL.search(text) and _phone(text):
            found.add(Signal.PHONE)
        # In small letters: a pattern that is blind to them takes twice as long.
        if _ORDER.search(text.casefold()):
            found.add(Signal.ORDER_NUMBER)
    return found


def _phone(text: str) -> bool:
    return any(9 <= sum(map(str.isdigit, found.group())) <= 15 for found in _PHONE.finditer(text))


def numbers(stored: str) -> dict[str, int]:
    """The signals of a thread with their numbers, from how they are stored; 1 where there is nothing to count."""
    return {name: int(number) for name, _, number in (one.partition(":") for one in stored.split())}


def number_of(stored_: str, signal: Signal) -> int:
    """The number of one signal of a thread; 0 where it has it not."""
    _, _, rest = stored_.partition(f" {signal.value}:")
    return int(rest.partition(" ")[0]) if rest else 0


def stored(found: dict[str, int]) -> str:
    """How signals are stored: a blank before each, so that each is found by its name."""
    return "".join(f" {name}:{found[name]}" for name in sorted(found))


@lru_cache(maxsize=1024)
def with_message(before: str, said: Signals, *, is_contact: bool) -> str:
    """The signals of a thread after another message of its unanswered ones; the order of messages does not matter."""
    found = numbers(before)
    for signal in said.found:
        found[signal.value] = 1
    if is_contact:
        many = found.pop(ONCE, 0) + found.get(Signal.REPEATED.value, 0) + 1
        found[Signal.REPEATED.value if many > 1 else ONCE] = many
    else:
        found[Signal.OTHERS.value] = found.get(Signal.OTHERS.value, 0) + 1
    return stored(found)


def with_numbers(before: str, **given: int) -> str:
    """The signals of a thread with these set, each to a number; 0 takes one out."""
    found = numbers(before)
    for name, number in given.items():
        if number:
            found[name] = number
        else:
            found.pop(name, None)
    return stored(found)


def joined_topics(before: tuple[str, ...], more: tuple[str, ...], order: tuple[str, ...]) -> tuple[str, ...]:
    """The topics of two messages together, in the order of the lists."""
    if not more or more == before:
        return before
    both = {*before, *more}
    return tuple(name for name in order if name in both)
