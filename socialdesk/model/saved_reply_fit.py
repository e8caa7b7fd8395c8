"""Decides which saved replies fit a thread: by the words they share, and by what was sent in threads with such words.

Gets counts, gives replies with the reason; knows no text and no store. Nothing is ever inserted because of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

ENOUGH = 0.75
"""Below this share of what a word tells that one reply alone holds, the words in common are chance."""
_TOO_COMMON = 0.4
_LEARNED_WEIGHS = 1.6
_USE_LIFTS = 0.05
_TAG_WEIGHS = 1.6
"""A tag says what a thread is about because somebody or a rule put it there; a word may be there by chance."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one word and one reply: see the table `saved_reply_word`."""

    word: str
    reply: int
    own: int
    learned: int


@dataclass(frozen=True, slots=True)
class Fit:
    """A reply that fits, and why."""

    reply: int
    score: float
    words: tuple[str, ...]
    """The shared words, those that tell most first; they are stems."""
    used: int
    """In how many threads with these words it was sent."""


def fits(asked: Sequence[str], known: Iterable[Known], many: int, most: int = 3) -> tuple[Fit, ...]:
    """The replies that fit the words of a thread, the best first. `many` is the size of the library."""
    wanted = set(asked)
    by_word: dict[str, list[Known]] = {}
    for one in known:
        if one.word in wanted:
            by_word.setdefault(one.word, []).append(one)
    scores: dict[int, float] = {}
    reasons: dict[int, list[tuple[float, str]]] = {}
    used: dict[int, int] = {}
    for word, rows in by_word.items():
        holding = sum(row.own > 0 for row in rows)
        taught = sum(row.learned for row in rows)
        learners = sum(row.learned > 0 for row in rows)
        tells = 0.0 if many > 10 and holding > many * _TOO_COMMON else log(1 + many / max(1, holding))
        hints = log(1 + (many + 1) / max(1, learners))
        is_place = word.startswith("@")
        for row in rows:
            score = 0.0
            if row.own and not is_place:
                score += tells * (0.6 + 0.4 * min(row.own, 4)) * (_TAG_WEIGHS if word.startswith("#") else 1)
            if row.learned:
                # A channel says little of what is asked; it only breaks ties.
                share = row.learned / taught
                score += _LEARNED_WEIGHS * hints * log(1 + row.learned) * share * (0.05 if is_place else 1)
            if score <= 0:
                continue
            scores[row.reply] = scores.get(row.reply, 0.0) + score
            if not is_place:
                reasons.setdefault(row.reply, []).append((score, word))
                used[row.reply] = max(used.get(row.reply, 0), row.learned)
    found = [
        Fit(
            reply,
            score,
            tuple(word for _, word in sorted(reasons[reply], key=lambda one: (-one[0], one[1]))),
            used[reply],
        )
        for reply, score in scores.items()
        if score >= ENOUGH * log(1 + many) and reply in reasons
    ]
    found.sort(key=lambda fit: (-fit.score, fit.reply))
    return tuple(found[:most])


def lifted(score: float, used: int) -> float:
    """A score with how often the reply was used: of two that fit about as well, the one sent more comes first."""
    return score * (1 + _USE_LIFTS * log(1 + used))
