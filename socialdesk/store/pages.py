"""Looks at the pages of a local file one by one: is a key theirs, which are whole. Changes nothing, knows no table.

An encrypted page ends in 16 bytes of initialisation vector and a 64-byte HMAC-SHA512 (SQLCipher 4), whose key follows
from the file's key and its first 16 bytes, the salt.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

PAGE_BYTES = 4096
SALT_BYTES = 16
_RESERVED_BYTES, _IV_BYTES, _MAC_BYTES = 80, 16, 64
_SAMPLE = 64


def mac_key(key: bytes, salt: bytes) -> bytes:
    """What the pages of an encrypted file are signed with."""
    import hashlib  # a start that reads whole files need not wait for it

    return hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)


def is_whole(page: bytes, number: int, signs: bytes) -> bool:
    """Whether an encrypted page is as it was written. Pages are counted from 1."""
    if len(page) != PAGE_BYTES:
        return False
    begin = SALT_BYTES if number == 1 else 0
    end = PAGE_BYTES - _RESERVED_BYTES + _IV_BYTES
    import hmac

    told = hmac.new(signs, page[begin:end] + number.to_bytes(4, "little"), "sha512").digest()
    return hmac.compare_digest(told, page[end : end + _MAC_BYTES])


def has_key(path: Path, key: bytes) -> bool:
    """Whether a page of the file was written with this key: then it is not the key that is wrong."""
    with path.open("rb") as file:
        signs = mac_key(key, file.read(SALT_BYTES))
        count = path.stat().st_size // PAGE_BYTES
        for number in _spread(count):
            file.seek((number - 1) * PAGE_BYTES)
            if is_whole(file.read(PAGE_BYTES), number, signs):
                return True
    return False


def _spread(count: int) -> Iterator[int]:
    """Some pages from all over the file, the first one first."""
    step = max(1, count // _SAMPLE)
    yield from range(1, count + 1, step)


def resigned(page: bytes, number: int, signs: bytes, turn: bytes) -> bytes:
    """An encrypted page whose first block reads as before with the bits of `turn` (16 bytes) turned."""
    end = PAGE_BYTES - _RESERVED_BYTES
    vector = bytes(a ^ b for a, b in zip(page[end : end + _IV_BYTES], turn, strict=True))
    begin = SALT_BYTES if number == 1 else 0
    import hmac

    mac = hmac.new(signs, page[begin:end] + vector + number.to_bytes(4, "little"), "sha512").digest()
    return page[:end] + vector + mac
