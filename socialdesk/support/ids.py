"""Gives new identifiers: sortable by the time they were made, unguessable, unique across machines.

`secrets` and `uuid` would bring hashing and the shape of the machine along, which the first frame does not need.
"""

from __future__ import annotations

import os
import time
from base64 import urlsafe_b64encode


def new_id() -> str:
    """A UUID of version 7 as text: 48 bits of time in milliseconds, then 74 random bits (RFC 9562)."""
    ms = time.time_ns() // 1_000_000
    chance = int.from_bytes(os.urandom(10))
    value = (ms & (1 << 48) - 1) << 80 | 0x7 << 76 | (chance >> 68) << 64 | 0b10 << 62 | chance & (1 << 62) - 1
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def random_key() -> bytes:
    """256 random bits, fit to be an encryption key or a token."""
    return os.urandom(32)


def random_token() -> str:
    """An unguessable text of 43 characters, safe in a URL or a file."""
    return urlsafe_b64encode(os.urandom(32)).rstrip(b"=").decode("ascii")


def jitter() -> float:
    """A number from 0.75 to 1.25, so that many who wait the same time do not come back at the same instant."""
    return 0.75 + int.from_bytes(os.urandom(4)) / (1 << 33)
