"""Places in a text as Qt counts them, in units of UTF-16: a character beyond the first plane takes two of them.

Half of such a character, which a field can hold for a moment, is one place.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QTextLine


def places(text: str) -> int:
    """How many places a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, start: int, end: int) -> str:
    """The part of a text between two places; a character of which only half lies there is left out."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "ignore")


def x_at(line: QTextLine, place: int) -> float:
    """Where a place stands on a line of a layout, in its pixels."""
    found: Any = line.cursorToX(place)
    # PySide6 gives (x, place) or x alone, by version.
    return float(found[0]) if isinstance(found, tuple) else float(found)
