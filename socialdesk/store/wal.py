"""Brings what a write-ahead file holds into a copy of its database file, also what lies behind a damaged place.

SQLite itself stops at the first frame whose checksum is wrong. Each frame's checksum goes on from that of the one
before, as it is written there: so every frame can be judged alone.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from socialdesk.store.pages import PAGE_BYTES

_HEAD_BYTES, _FRAME_BYTES = 32, 24
_MAGIC = 0x377F0682


def overlay(path: Path, wal: Path) -> bool:
    """Write the newest whole state of each page over `path`; whether a frame was damaged that others follow."""
    waiting: dict[int, bytes] = {}
    broken = skips = False
    with path.open("r+b") as file:
        for number, size_after, page in _frames(wal):
            if page is None:
                broken = True
                continue
            waiting[number] = page
            if size_after:
                skips = skips or broken
                for one, latest in waiting.items():
                    file.seek((one - 1) * PAGE_BYTES)
                    file.write(latest)
                waiting.clear()
    return skips


def skips(wal: Path) -> bool:
    """Whether a frame is damaged behind which others were written to their end."""
    broken = False
    for _, size_after, page in _frames(wal):
        if page is None:
            broken = True
        elif broken and size_after:
            return True
    return False


def _frames(wal: Path) -> Iterator[tuple[int, int, bytes | None]]:
    """The frames of now: page number, the size of the file after a commit or 0, the page or None where damaged."""
    content = wal.read_bytes()
    if len(content) < _HEAD_BYTES:
        return
    magic, _, page_bytes = struct.unpack_from(">III", content)
    if magic & ~1 != _MAGIC or page_bytes != PAGE_BYTES:
        return
    order = ">" if magic & 1 else "<"
    salts = content[16:24]
    before = struct.unpack_from(">II", content, 24)
    step = _FRAME_BYTES + PAGE_BYTES
    for at in range(_HEAD_BYTES, len(content) - step + 1, step):
        head, page = content[at : at + _FRAME_BYTES], content[at + _FRAME_BYTES : at + step]
        number, size_after = struct.unpack_from(">II", head)
        told = struct.unpack_from(">II", head, 16)
        if head[8:16] == salts:
            yield number, size_after, page if told == _sum(order, head[:8] + page, before) else None
        before = told


def _sum(order: str, data: bytes, before: tuple[int, ...]) -> tuple[int, int]:
    one, two = before
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for index in range(0, len(words), 2):
        one = (one + words[index] + two) & 0xFFFFFFFF
        two = (two + words[index + 1] + one) & 0xFFFFFFFF
    return one, two
