"""Guesses how hard a passphrase is to guess; no dictionary, so it errs on the careful side. Pure."""

from __future__ import annotations

import math
from itertools import pairwise

LEAST = 8
"""How many characters a passphrase has at least."""
STEPS = 4
_KINDS = (str.islower, str.isupper, str.isdigit)
_EACH_BITS = 40 / STEPS * 2
_KIND_SIZE, _OTHER_SIZE = 26, 32


def strength(passphrase: str) -> int:
    """0 for one that is too short, then 1 (weak) to 4 (strong)."""
    if len(passphrase) < LEAST:
        return 0
    size = sum(_KIND_SIZE for kind in _KINDS if any(map(kind, passphrase)))
    size += _OTHER_SIZE if any(not one.isalnum() for one in passphrase) else 0
    # What repeats or runs on (aaa, 123, abc) is hardly more than one character.
    fresh = 1 + sum(1 for before, one in pairwise(passphrase) if abs(ord(one) - ord(before)) > 1)
    fresh = min(fresh, 2 * len(set(passphrase)))
    return max(1, min(STEPS, math.floor(fresh * math.log2(max(size, 2)) / _EACH_BITS)))
