"""The palette's matcher over 5,000 entries, key by key, against looking for the letters in the bare names."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from bench.ground import Ground
from bench.harness import Figure, from_samples
from socialdesk.desktop.places.palette.matching import Entry, Matcher, folded

ENTRIES = 5_000
_FIRST = ("Camille", "Noah", "Priya", "Inès", "Jonas", "Léa", "Tom", "Élodie", "Marlow", "Dan")
_LAST = ("Roussel", "Snoeck", "Nair", "Aubry", "Eklund", "Marchand", "Okafor", "Öberg", "Hikes", "Whitfield")
_TYPED = ("camille rou", "reponse typ", "xqzw", "snoz", "oberg 12")


def palette(_ground: Ground) -> Iterator[Figure]:
    """Each key that is typed, from the first letter on."""
    names = [f"{_FIRST[n % 10]} {_LAST[n // 10 % 10]} {n}" for n in range(ENTRIES - 2)]
    names += ["Réponse type", "Snooze…"]
    entries = [Entry(str(n), "thread", name, also=("fil",)) for n, name in enumerate(names)]
    matcher = Matcher(entries)
    bare = [folded(name)[0] for name in names]
    keys = [typed[:length] for typed in _TYPED for length in range(1, len(typed) + 1)]
    ours = [_ms(lambda typed=typed: matcher.find(typed)) for typed in keys]
    floor = [_ms(lambda typed=typed: sorted(name for name in bare if typed in name)[:20]) for typed in keys]
    yield from_samples("palette: key to rows", ENTRIES, ours, floor, share=0.95, most=150, most_ms=50)


def _ms(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000
