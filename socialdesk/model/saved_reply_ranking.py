"""Gets what was typed after the slash and the library, gives the replies that fit with the letters to light up.

Blind to case and accents. A shortcut that begins with what was typed comes first, then a title with it, then the body,
then what is merely like it; among equals the one that was sent in such threads, then the one that is used more. What
somebody should have looked at again comes last, save where its whole shortcut was typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import nsmallest

from socialdesk.model.saved_reply import SavedReply, plain

_FORGIVING = 72.0
_WHOLE = 101.0
MOST = 50
_NOTHING: Mapping[int, float] = {}


@dataclass(frozen=True, slots=True)
class Choice:
    """A reply that fits; `lit` is how many letters of its shortcut, from the start, were typed."""

    reply: SavedReply
    score: float
    lit: int = 0
    why: str = ""
    """Why it is suggested, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A reply with what it is found by, made plain once: that costs more than a thousand comparisons."""

    reply: SavedReply
    shortcut: str
    title: str
    begins: str
    """The words of the title, each after a blank."""
    tags: tuple[str, ...]
    body: str
    name: str
    """Shortcut and title, for what is merely like them."""

    def of(self, reply: SavedReply) -> Worded:
        """The same words for a reply that says the same."""
        return replace(self, reply=reply)


def worded(reply: SavedReply) -> Worded:
    """What a reply is found by."""
    shortcut, title = plain(reply.shortcut), plain(reply.title)
    begins = f" {' '.join(title.split())}"
    return Worded(
        reply,
        shortcut,
        title,
        begins,
        tuple(plain(tag) for tag in reply.tags),
        "\n".join(plain(body) for _, body in reply.bodies),
        f"{shortcut}{begins}",
    )


def rank(typed: str, library: Iterable[SavedReply], most: int = MOST) -> tuple[Choice, ...]:
    """`ranked` for a library that is looked through once."""
    return ranked(typed, [worded(reply) for reply in library], most)


def ranked(
    typed: str,
    library: Sequence[Worded],
    most: int = MOST,
    *,
    fits: Mapping[int, float] = _NOTHING,
    today: date | None = None,
) -> tuple[Choice, ...]:
    """The replies that fit what was typed, the best first; the whole library by use when nothing was.

    `fits` says of replies by number how well they fit the thread; `today` is the day of whoever reads.
    """
    wanted = plain(typed.strip().removeprefix("/"))
    found: list[Choice] = []
    if wanted:
        rest: list[Worded] = []
        words, begins = wanted.split(), f" {wanted}"
        for one in library:
            choice = _plain_match(wanted, begins, words, one)
            if choice is not None:
                found.append(choice)
            else:
                rest.append(one)
        if len(wanted) >= 3 and len(found) < most:
            found.extend(_nearly(wanted, rest, most))
    else:
        found = [Choice(one.reply, 0.0) for one in library]

    def place(choice: Choice) -> tuple[bool, float, float, int, str]:
        reply = choice.reply
        is_late = today is not None and choice.score != _WHOLE and reply.is_expired(today)
        fit = fits.get(reply.id, 0.0)
        return is_late, -choice.score, -fit, -reply.used, reply.shortcut

    return tuple(nsmallest(most, found, key=place))


def _nearly(wanted: str, rest: Sequence[Worded], most: int) -> Iterable[Choice]:
    from rapidfuzz import fuzz, process

    names = [one.name for one in rest]
    near = process.extract(wanted, names, scorer=fuzz.partial_ratio, score_cutoff=_FORGIVING, limit=most)
    return [Choice(rest[at].reply, float(round(score / 10))) for _, score, at in near]


def _plain_match(wanted: str, begins: str, words: Sequence[str], one: Worded) -> Choice | None:
    if one.shortcut.startswith(wanted):
        return Choice(one.reply, _WHOLE if one.shortcut == wanted else 100.0, len(wanted))
    if one.title.startswith(wanted):
        return Choice(one.reply, 80.0)
    if begins in one.begins:
        return Choice(one.reply, 70.0)
    if wanted in one.shortcut:
        return Choice(one.reply, 60.0)
    if one.tags and any(tag.startswith(wanted) for tag in one.tags):
        return Choice(one.reply, 55.0)
    if _has_all(one.title, words):
        return Choice(one.reply, 50.0)
    if len(wanted) >= 3 and _has_all(one.body, words):
        return Choice(one.reply, 30.0)
    return None


def _has_all(text: str, words: Sequence[str]) -> bool:
    for word in words:  # noqa: SIM110 - a generator for each of thousands of texts costs more than the looking
        if word not in text:
            return False
    return True
