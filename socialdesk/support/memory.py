"""Lets the system have large pieces of memory back as soon as nobody needs them; where it does so anyway, nothing."""

from __future__ import annotations

import ctypes
import sys

_M_MMAP_THRESHOLD = -3
_LARGE_BYTES = 4 * 2**20


def give_large_back() -> bool:
    """Let pieces of 4 MB and more be given back the moment they are freed; whether there was anything to say.

    The C library of most Linux systems begins to keep pieces of any size up to 32 MB once the first of that size was
    freed, in a heap of each thread that ever had one (its manual, mallopt: M_MMAP_THRESHOLD).
    """
    if sys.platform != "linux":
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and mallopt(_M_MMAP_THRESHOLD, _LARGE_BYTES) == 1
