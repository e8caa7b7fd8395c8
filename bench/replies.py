"""The picker's search over 5,000 saved replies, key by key, against looking for the letters in the bare shortcuts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from bench.ground import Ground
from bench.harness import Figure, from_samples
from socialdesk.model.identifiers import SavedReplyId
from socialdesk.model.saved_reply import SavedReply
from socialdesk.model.saved_reply_ranking import ranked, worded

REPLIES = 5_000
_WORDS = ("colis", "retard", "échange", "remboursement", "taille", "couture", "boutique", "facture", "express", "zip")
_TYPED = ("express 12", "rembours", "xqzw", "retrad", "échange taille")


def replies(_ground: Ground) -> Iterator[Figure]:
    """Each key that is typed after the slash, from the first letter on."""
    library = [worded(_made(number)) for number in range(REPLIES)]
    bare = [one.shortcut for one in library]
    keys = [typed[:length] for typed in _TYPED for length in range(1, len(typed) + 1)]
    ours = [_ms(lambda typed=typed: ranked(typed, library)) for typed in keys]
    floor = [_ms(lambda typed=typed: sorted(name for name in bare if typed in name)[:50]) for typed in keys]
    yield from_samples("saved replies: key to choices", REPLIES, ours, floor, share=0.95, most=150, most_ms=50)


def _made(number: int) -> SavedReply:
    first, then, last = (_WORDS[number // 10**place % 10] for place in range(3))
    body = f"Bonjour {{first name}}, votre {first} part {{jour: date}}. Pour le {then}, écrivez-nous ; {last} suit. "
    return SavedReply(
        SavedReplyId(number + 1),
        f"{first}-{number}",
        f"{first.capitalize()} et {then}, {last} {number}",
        "Livraison",
        (("fr", body * 3), ("en", body * 3)),
        used=number % 97,
    )


def _ms(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000
