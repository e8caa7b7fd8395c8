"""Gets what the contact said and the library, gives saved replies that share words with it; it is all local."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from socialdesk.model.saved_reply import SavedReply, plain
from socialdesk.support.pattern import pattern

_WORD = pattern(r"\p{L}[\p{L}\p{M}'’]{3,}")
_EVERYDAY = """
avec dans pour vous nous votre notre bonjour merci plus cette sont mais donc comme tout tres etre avoir
hello your ours have been this that with from will would there they them what when where which just about
please thanks thank first name
"""
_SAYS_NOTHING = frozenset(_EVERYDAY.split())
ENOUGH = 2.0
"""Below this the words in common are chance."""


def words(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to their stem-like start so that plural and gender do not part them."""
    found = (plain(word.split("’")[-1].split("'")[-1]) for word in _WORD.findall(text))
    return frozenset(word[:6] for word in found if len(word) > 3 and word not in _SAYS_NOTHING)


def fitting(
    said: Iterable[str], tags: Iterable[str], library: Sequence[SavedReply], most: int = 2
) -> tuple[SavedReply, ...]:
    """The replies that fit a thread, the best first; none when only chance words are shared."""
    asked = frozenset[str]().union(*(words(text) for text in said))
    labels = {plain(tag) for tag in tags}
    if not asked and not labels:
        return ()
    vocabulary = [(reply, words(" ".join((reply.title, *(body for _, body in reply.bodies))))) for reply in library]
    spread: dict[str, int] = {}
    for _, of_reply in vocabulary:
        for word in of_reply:
            spread[word] = spread.get(word, 0) + 1
    scored: list[tuple[float, SavedReply]] = []
    for reply, of_reply in vocabulary:
        # A word that few replies hold tells more; the folder stands for what the team calls the matter.
        score = sum(log(1 + len(library) / spread[word]) for word in asked & of_reply)
        if plain(reply.folder) in labels:
            score += ENOUGH
        if score >= ENOUGH:
            scored.append((score * (1 + log(1 + reply.used) / 4), reply))
    scored.sort(key=lambda one: (-one[0], -one[1].used, one[1].shortcut))
    return tuple(reply for _, reply in scored[:most])
