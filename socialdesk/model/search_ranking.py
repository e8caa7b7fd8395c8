"""Decides which of the texts that were found fit best; a pure function of the texts and of what was looked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from socialdesk.model.search import Term

_LOOKED_AT = 4_000
_OFTEN = 3
_SHORT = 40


def scores(texts: Iterable[str], terms: Sequence[Term]) -> list[float]:
    """How well each text fits: the words often, in few others. All are in each, so how rare one is says nothing."""
    looked_for = [term.word for term in terms]
    found: list[float] = []
    for text in texts:
        small = text[:_LOOKED_AT].casefold()
        often = 1
        for word in looked_for:
            often += min(small.count(word), _OFTEN)
        found.append(often / (_SHORT + len(small)))
    return found
