"""Gives new identifiers: sortable by the time they were made, unguessable, unique across machines."""

from __future__ import annotations

import secrets
import time
import uuid


def new_id() -> str:
    """A UUID of version 7 as text: 48 bits of time in milliseconds, then 74 random bits (RFC 9562)."""
    ms = time.time_ns() // 1_000_000
    value = (ms & (1 << 48) - 1) << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))


def random_key() -> bytes:
    """256 random bits, fit to be an encryption key or a token."""
    return secrets.token_bytes(32)


def random_token() -> str:
    """An unguessable text of 43 characters, safe in a URL or a file."""
    return secrets.token_urlsafe(32)


def jitter() -> float:
    """A number from 0.75 to 1.25, so that many who wait the same time do not come back at the same instant."""
    return 0.75 + secrets.randbelow(5001) / 10_000
