"""Gets what was typed after the slash and the library, gives the replies that fit with the letters to light up.

Blind to case and accents. A shortcut that begins with what was typed comes first, then a title with it, then the body,
then what is merely like it; among equals the one that is used more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socialdesk.model.saved_reply import SavedReply, plain

_FORGIVING = 72.0
MOST = 50


@dataclass(frozen=True, slots=True)
class Choice:
    """A reply that fits; `lit` is how many letters of its shortcut, from the start, were typed."""

    reply: SavedReply
    score: float
    lit: int = 0


def rank(typed: str, library: Sequence[SavedReply], most: int = MOST) -> tuple[Choice, ...]:
    """The replies that fit what was typed, the best first; the whole library by use when nothing was."""
    wanted = plain(typed.strip().removeprefix("/"))
    if not wanted:
        by_use = sorted(library, key=lambda reply: (-reply.used, reply.shortcut))
        return tuple(Choice(reply, 0.0) for reply in by_use[:most])
    found: list[Choice] = []
    rest: list[tuple[SavedReply, str]] = []
    for reply in library:
        choice = _plain_match(wanted, reply)
        if choice is not None:
            found.append(choice)
        else:
            rest.append((reply, f"{plain(reply.shortcut)} {plain(reply.title)}"))
    if len(wanted) >= 3 and len(found) < most:
        from rapidfuzz import fuzz, process

        near = process.extract(
            wanted, [words for _, words in rest], scorer=fuzz.partial_ratio, score_cutoff=_FORGIVING, limit=most
        )
        found.extend(Choice(rest[at][0], score / 10) for _, score, at in near)
    found.sort(key=lambda choice: (-choice.score, -choice.reply.used, choice.reply.shortcut))
    return tuple(found[:most])


def _plain_match(wanted: str, reply: SavedReply) -> Choice | None:
    shortcut, title = plain(reply.shortcut), plain(reply.title)
    if shortcut.startswith(wanted):
        # The library's own order of use decides among those, save that the whole word is meant.
        return Choice(reply, 101.0 if shortcut == wanted else 100.0, len(wanted))
    if title.startswith(wanted):
        return Choice(reply, 80.0)
    if any(word.startswith(wanted) for word in title.split()):
        return Choice(reply, 70.0)
    if wanted in shortcut:
        return Choice(reply, 60.0)
    if any(plain(tag).startswith(wanted) for tag in reply.tags):
        return Choice(reply, 55.0)
    words = wanted.split()
    if all(word in title for word in words):
        return Choice(reply, 50.0)
    if len(wanted) >= 3 and any(all(word in plain(body) for word in words) for _, body in reply.bodies):
        return Choice(reply, 30.0)
    return None
