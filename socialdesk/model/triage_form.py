"""Reads and writes in one form what moves threads and the word lists, and says what is wrong with a list."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from socialdesk.model.signal_words import LONGEST_WORD, MOST_TOPICS, MOST_WORDS, WordList
from socialdesk.model.triage_policy import MOST_MINUTES, MOVERS, TOPIC, TriagePolicy, Weight


class NotATriage(ValueError):
    """A written choice that this version cannot read, or that makes no sense."""


class Wrong(StrEnum):
    """What is wrong with a word list."""

    NO_NAME = "no_name"
    SAME_NAME = "same_name"
    TOO_MANY_TOPICS = "too_many_topics"
    TOO_MANY_WORDS = "too_many_words"
    TOO_LONG = "too_long"
    NO_LETTER = "no_letter"
    TOO_SHORT = "too_short"
    """A part of a word so short that it is found nearly everywhere."""
    STAR_INSIDE = "star_inside"


def written(policy: TriagePolicy) -> str:
    """The written form."""
    return json.dumps(
        {
            "by_due_time": policy.by_due_time,
            "weights": {mover: int(weight) for mover, weight in policy.weights if weight},
            "most_minutes": policy.most_minutes,
            "complaints": None if policy.own_complaints is None else _list(policy.own_complaints),
            "topics": None if policy.own_topics is None else [_list(one) for one in policy.own_topics],
        },
        ensure_ascii=False,
    )


def read(text: str, version: int = 0) -> TriagePolicy:
    """Read what `written` wrote. Raises NotATriage for anything else."""
    try:
        found: dict[str, Any] = json.loads(text)
        complaints, topics = found["complaints"], found["topics"]
        policy = TriagePolicy(
            bool(found["by_due_time"]),
            tuple((str(mover), Weight(int(weight))) for mover, weight in dict(found["weights"]).items()),
            int(found["most_minutes"]),
            None if complaints is None else _to_list(complaints),
            None if topics is None else tuple(map(_to_list, topics)),
            version,
        )
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise NotATriage(f"not a choice of this version: {type(error).__name__}") from error
    known = all(mover in MOVERS or mover.startswith(TOPIC) for mover, _ in policy.weights)
    if not known or policy.most_minutes not in MOST_MINUTES or wrong_with(policy) is not None:
        raise NotATriage("a choice that makes no sense")
    return policy


def wrong_with(policy: TriagePolicy) -> tuple[Wrong, str] | None:
    """The first thing that is wrong with the lists, and the word or name it is about."""
    topics = policy.own_topics or ()
    names = [one.name for one in topics]
    if len(topics) > MOST_TOPICS:
        return Wrong.TOO_MANY_TOPICS, ""
    for name in names:
        if not name.strip() or len(name) > LONGEST_WORD:
            return Wrong.NO_NAME if not name.strip() else Wrong.TOO_LONG, name
        if [one.casefold() for one in names].count(name.casefold()) > 1:
            return Wrong.SAME_NAME, name
    lists = [*topics, *([policy.own_complaints] if policy.own_complaints is not None else ())]
    for list_ in lists:
        for _, words in list_.words:
            if len(words) > MOST_WORDS:
                return Wrong.TOO_MANY_WORDS, list_.name
            for word in words:
                if (wrong := wrong_word(word)) is not None:
                    return wrong, word
    return None


def wrong_word(word: str) -> Wrong | None:
    """What is wrong with one word as it is written."""
    bare = word.strip().removeprefix("*").removesuffix("*")
    letters = sum(map(str.isalnum, bare))
    if "*" in bare:
        return Wrong.STAR_INSIDE
    if not letters:
        return Wrong.NO_LETTER
    if len(word) > LONGEST_WORD:
        return Wrong.TOO_LONG
    # A sign of Chinese or Japanese says as much as a short word.
    if "*" in word and letters < _SHORTEST_PART and bare.isascii():
        return Wrong.TOO_SHORT
    return None


_SHORTEST_PART = 3


def words_in(text: str) -> tuple[str, ...]:
    """The words of a field, one a line or with commas between them, each once."""
    parts = (" ".join(one.split()) for line in text.splitlines() for one in line.split(","))
    return tuple(dict.fromkeys(one for one in parts if one))


def _list(one: WordList) -> dict[str, Any]:
    return {"name": one.name, "words": {language: list(words) for language, words in one.words}, "accents": one.accents}


def _to_list(found: Any) -> WordList:
    words = tuple(
        (str(language), tuple(str(word) for word in words)) for language, words in dict(found["words"]).items()
    )
    return WordList(str(found["name"]), words, bool(found["accents"]))
