"""Draws the pictures of the made-up network: gets what one shows, gives a landscape in flat colours as a PNG.

Nobody took these pictures. The same words give the same picture; no two are quite alike.
"""

from __future__ import annotations

import hashlib
import math
import zlib

WIDTH, HEIGHT = 480, 320
_Colour = tuple[int, int, int]


def picture(alt: str) -> bytes:
    """A PNG file for the description of a picture."""
    seed = hashlib.sha256(alt.encode()).digest()
    sky_top, sky_low = _colour(seed[0], 0.55), _colour(seed[0] + 12, 0.85)
    hills = [_colour(seed[1] + 9 * near, 0.62 - 0.14 * near) for near in range(3)]
    sun = (seed[2] / 255 * 0.6 + 0.2) * WIDTH, HEIGHT * (0.18 + seed[3] / 255 * 0.2), 22 + seed[4] % 18
    tops = [[_hill(column, seed[5 + near], near) for column in range(WIDTH)] for near in range(3)]
    rows = bytearray()
    for y in range(HEIGHT):
        part = y / HEIGHT
        sky = bytes(round(a + (b - a) * part) for a, b in zip(sky_top, sky_low, strict=True))
        row = bytearray(sky * WIDTH)
        half = sun[2] ** 2 - (y - sun[1]) ** 2
        if half > 0:
            low, high = round(sun[0] - math.sqrt(half)), round(sun[0] + math.sqrt(half))
            row[3 * low : 3 * high] = bytes((255, 248, 220)) * (high - low)
        for near, colour in enumerate(hills):
            for begin, end in _spans(tops[near], y):
                row[3 * begin : 3 * end] = bytes(colour) * (end - begin)
        rows += b"\0" + row
    head = WIDTH.to_bytes(4, "big") + HEIGHT.to_bytes(4, "big") + bytes((8, 2, 0, 0, 0))
    chunks = (b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _hill(column: int, seed: int, near: int) -> int:
    wave = math.sin(column / (90 - 18 * near) + seed) + 0.5 * math.sin(column / 37 + seed * 3)
    return round(HEIGHT * (0.5 + 0.16 * near) - 22 * wave)


def _spans(tops: list[int], y: int) -> list[tuple[int, int]]:
    """Where a hill stands in a row, as begins and ends."""
    found: list[tuple[int, int]] = []
    begin: int | None = None
    for column, top in enumerate(tops):
        if top <= y and begin is None:
            begin = column
        elif top > y and begin is not None:
            found.append((begin, column))
            begin = None
    return found if begin is None else [*found, (begin, WIDTH)]


def _colour(seed: int, light: float) -> _Colour:
    angle = (seed % 256) / 256 * math.tau
    waves = (math.sin(angle), math.sin(angle + 2.1), math.sin(angle + 4.2))
    return (
        round(255 * light * (0.8 + 0.2 * waves[0])),
        round(255 * light * (0.8 + 0.2 * waves[1])),
        round(255 * light * (0.8 + 0.2 * waves[2])),
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
