"""Gives the word lists a judgement looks into: read from files of ours and from what a team wrote down.

However many words there are, looking up one costs the same: single words lie in a dictionary, phrases in a tree.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from socialdesk.model.shield.normal import LONGEST_WORD, Marks, bare, read
from socialdesk.model.shield.own import OwnWord
from socialdesk.model.shield.values import ShieldKind, Strength

MOST_OWN = 5_000
"""Words a team may add."""
LONGEST_PHRASE = 12
_MOST_FORMS = 400
_FIRST_OF_SIGNS = "\u2e80"
"""From here on one sign of a script is a word."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word or phrase of a list stands for."""

    kind: ShieldKind
    strength: Strength
    language: str
    list_name: str
    only: bool = False
    """Whether it counts in a text of its language alone."""
    accents: str = ""
    """How it is written with its accents, where these matter."""
    is_own: bool = False
    alone: bool = False
    """Whether a text of hardly another word is aimed."""


@dataclass(slots=True)
class Node:
    """A place in the tree of phrases."""

    next: dict[str, Node] = field(default_factory=dict[str, "Node"])
    entries: list[Entry] = field(default_factory=list[Entry])


@dataclass(slots=True)
class Lists:
    """All lists together."""

    words: dict[str, list[Entry]] = field(default_factory=dict[str, list[Entry]])
    stems: dict[str, list[Entry]] = field(default_factory=dict[str, list[Entry]])
    """What counts at the beginning of a word, whatever follows."""
    stem_lengths: tuple[int, ...] = ()
    parts: dict[str, list[Entry]] = field(default_factory=dict[str, list[Entry]])
    part_lengths: tuple[int, ...] = ()
    phrases: Node = field(default_factory=Node)
    innocent: Node = field(default_factory=Node)
    masks: dict[tuple[int, str], list[str]] = field(default_factory=dict[tuple[int, str], list[str]])
    """Sure and plain words by length and first letter, for `f*ck`."""
    joined: dict[str, list[Entry]] = field(default_factory=dict[str, list[Entry]])
    """Phrases without their gaps, for what is spelt with a gap after every letter."""
    targets: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    fillers: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    selves: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    keys: set[str] = field(default_factory=set[str])
    """What is found by itself, whatever stands around it."""
    marks: Marks = field(default_factory=lambda: Marks(frozenset(), {}))
    """What single words tell of whether any of this may be in a text."""
    common: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """Words by which a language is told."""


def parse(files: Iterable[str], own: Sequence[OwnWord] = ()) -> Lists:
    """Read the lists of our files, each a text in TOML, and what the team added. Raises ValueError for a wrong file."""
    lists = Lists()
    selves: set[str] = set()
    reporting: set[str] = set()
    for text in files:
        told = tomllib.loads(text)
        language = str(told["language"])
        lists.targets[language] = _set(told.get("targets", ()))
        lists.fillers[language] = _set(told.get("fillers", ()))
        lists.common[language] = _set(told.get("common", ()))
        selves |= _set(told.get("selves", ()))
        reporting |= _set(told.get("reporting", ()))
        for phrase in told.get("innocent", ()):
            for words in spread(phrase):
                _plant(lists.innocent, words, None)
        for one in told["list"]:
            _take(lists, one, language)
    lists.selves, lists.reporting = frozenset(selves), frozenset(reporting)
    for word in own[:MOST_OWN]:
        _take_own(lists, word)
    lists.keys |= {*lists.words, *lists.joined}
    lists.marks = Marks(lists.keys, _keyed(lists.phrases))
    lists.stem_lengths = tuple(sorted({len(stem) for stem in lists.stems}))
    lists.part_lengths = tuple(sorted({len(part) for part in lists.parts}))
    return lists


def _keyed(root: Node) -> dict[str, dict[str, list[frozenset[str]]]]:
    """The words of each phrase under that one of them which the fewest phrases have, and under the next such one."""
    found: set[frozenset[str]] = set()
    waiting: list[tuple[Node, frozenset[str]]] = [(root, frozenset())]
    while waiting:
        node, words = waiting.pop()
        if node.entries and words:
            found.add(words)
        waiting += [(following, words | {word}) for word, following in node.next.items()]
    many = Counter(word for words in found for word in words)
    keyed: dict[str, dict[str, list[frozenset[str]]]] = {}
    for words in found:
        key, *others = sorted(words, key=lambda word: (many[word], word))
        keyed.setdefault(key, {}).setdefault(others[0] if others else key, []).append(words)
    return keyed


def spread(phrase: str) -> list[tuple[str, ...]]:
    """The word sequences of a phrase with choices: `i (will|am going to) go` gives two. `~` stands for nothing."""
    done: list[tuple[str, ...]] = [()]
    rest = phrase
    while rest:
        before, opened, rest = rest.partition("(")
        words = _cut(before)
        done = [(*one, *words) for one in done]
        if opened:
            inside, _, rest = rest.partition(")")
            choices = [() if choice.strip() == "~" else _cut(choice) for choice in inside.split("|")]
            done = [(*one, *choice) for one in done for choice in choices][:_MOST_FORMS]
    return [one for one in done if 0 < len(one) <= LONGEST_PHRASE]


def _cut(text: str) -> tuple[str, ...]:
    return tuple(word.forms[0] for word in read(text).words)


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(bare(word) for word in words)


def _take(lists: Lists, one: Mapping[str, Any], language: str) -> None:
    entry = Entry(
        ShieldKind(one["kind"]),
        Strength(one["strength"]),
        language,
        str(one["name"]),
        only=bool(one.get("only", False)),
        alone=bool(one.get("alone", False)),
    )
    for text in " ".join(one.get("words", ())).split():
        word = bare(text)
        if word.endswith("*"):
            lists.stems.setdefault(word[:-1], []).append(entry)
        else:
            _add_word(lists, word, entry)
    for phrase in one.get("phrases", ()):
        for words in spread(phrase):
            _add_phrase(lists, words, entry)


def _add_word(lists: Lists, word: str, entry: Entry) -> None:
    lists.words.setdefault(word, []).append(entry)
    if entry.strength in {Strength.SURE, Strength.PLAIN} and len(word) > 3:
        _mask(lists, word)


def _mask(lists: Lists, word: str) -> None:
    known = lists.masks.setdefault((len(word), word[0]), [])
    if word not in known:
        known.append(word)


def _add_phrase(lists: Lists, words: tuple[str, ...], entry: Entry) -> None:
    _plant(lists.phrases, words, entry)
    if entry.strength is Strength.SURE and len(words[0]) > 3:
        _mask(lists, words[0])
    if entry.strength is not Strength.HINT and len(words) > 1:
        lists.joined.setdefault("".join(words), []).append(entry)


def _plant(root: Node, words: Sequence[str], entry: Entry | None) -> None:
    node = root
    for word in words:
        node = node.next.setdefault(word, Node())
    node.entries.append(entry if entry is not None else _INNOCENT)


_INNOCENT = Entry(ShieldKind.ABUSE, Strength.HINT, "", "innocent")


def is_one_letter(own: OwnWord) -> bool:
    """Whether nothing but one letter of an alphabet is left of a word as it is looked for, as of `c++`.

    Kept out of sight for it would be every text with "c'est" or "vitamin C".
    """
    words = _cut(own.text)
    return not own.allows and len(words) == 1 and len(words[0]) == 1 and words[0] < _FIRST_OF_SIGNS


def _take_own(lists: Lists, own: OwnWord) -> None:
    words = _cut(own.text)
    if not 0 < len(words) <= LONGEST_PHRASE or is_one_letter(own):
        return
    if own.allows:
        _plant(lists.innocent, words, None)
        return
    accents = own.text.casefold().strip() if own.accents_matter else ""
    entry = Entry(own.kind, Strength.PLAIN, own.language, "", accents=accents, is_own=True)
    word, *more = words
    if more:
        _add_phrase(lists, words, entry)
    elif own.is_part and len(word) <= LONGEST_WORD:
        lists.parts.setdefault(word, []).append(entry)
    else:
        _add_word(lists, word, entry)
