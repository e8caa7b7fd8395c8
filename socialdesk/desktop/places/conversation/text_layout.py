"""Gets a plain text, a width and a font, gives it laid out: lines, size, place of every letter; colours come later.

Positions are Qt's, in UTF-16 units: a Python string is never cut by them, so no emoji is ever torn.
"""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from dataclasses import dataclass
from math import ceil
from typing import Final

import regex
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from socialdesk.desktop.look.mirror import placed
from socialdesk.desktop.widgets.text_places import places

_LINK = regex.compile(r"https?://[^\s<>\"“”«»]+", regex.IGNORECASE)
_ENDS_NO_LINK = ".,;:!?…)]}'’"


def is_right_to_left(text: str) -> bool:
    """Whether the first strong letter of a text is written from the right."""
    for letter in text:
        match unicodedata.bidirectional(letter):
            case "R" | "AL":
                return True
            case "L":
                return False
            case _:
                pass
    return False


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a text, at UTF-16 positions."""

    start: int
    end: int
    url: str


def links_in(text: str) -> tuple[Link, ...]:
    """The addresses in a text, without the punctuation that ends a sentence."""
    found: list[Link] = []
    for match in _LINK.finditer(text):
        url = match.group().rstrip(_ENDS_NO_LINK)
        start = places(text[: match.start()])
        found.append(Link(start, start + places(url), url))
    return tuple(found)


class LaidOut:
    """A text on its lines. `width` is that of the widest line; `is_cut` says that lines were left out."""

    def __init__(
        self,
        text: str,
        font: QFont,
        most_px: float,
        line_px: float,
        *,
        most_lines: int | None = None,
        formats: tuple[tuple[int, int, QTextCharFormat], ...] = (),
    ) -> None:
        self.text = text
        self.line_px: Final = line_px
        self.links = links_in(text)
        self.is_right_to_left = is_right_to_left(text)
        # In a layout a paragraph ends with a line separator.
        self._layout = QTextLayout(text.replace("\r\n", "\n").replace("\n", "\u2028"), font)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if self.is_right_to_left else Qt.LayoutDirection.LeftToRight
        )
        option.setAlignment(Qt.AlignmentFlag.AlignRight if self.is_right_to_left else Qt.AlignmentFlag.AlignLeft)
        self._layout.setTextOption(option)
        underlined = QTextCharFormat()
        underlined.setFontUnderline(True)
        ranges = [(link.start, link.end - link.start, underlined) for link in self.links]
        self._layout.setFormats([_range(*one) for one in (*ranges, *formats)])
        self.width = self._break(most_px, most_lines)
        if self.is_right_to_left:
            self._break(self.width, most_lines)
        self.lines = self._layout.lineCount()
        self.height = self.lines * line_px

    def _break(self, most_px: float, most_lines: int | None) -> float:
        widest, y = 0.0, 0.0
        self.is_cut = False
        self._layout.beginLayout()
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            if most_lines is not None and self._layout.lineCount() > most_lines:
                self.is_cut = True
                break
            line.setLineWidth(most_px)
            # Every line has the same height, whatever script or emoji is in it.
            line.setPosition(QPointF(0, y + (self.line_px - line.height()) / 2))
            widest = max(widest, line.naturalTextWidth())
            y += self.line_px
        self._layout.endLayout()
        if self.is_cut and most_lines is not None:
            return self._break_exactly(most_px, most_lines)
        return float(ceil(widest))

    def _break_exactly(self, most_px: float, lines: int) -> float:
        """Lay out so many lines and no more; the rest stays unbroken and undrawn."""
        widest = 0.0
        self._layout.beginLayout()
        for at in range(lines):
            line = self._layout.createLine()
            line.setLineWidth(most_px)
            line.setPosition(QPointF(0, at * self.line_px + (self.line_px - line.height()) / 2))
            widest = max(widest, line.naturalTextWidth())
        self._layout.endLayout()
        return float(ceil(widest))

    def draw(
        self, painter: QPainter, at: QPointF, selections: tuple[tuple[int, int, QTextCharFormat], ...] = ()
    ) -> None:
        """Draw with the painter's pen; `selections` are (start, length, format)."""
        at = placed(painter, QRectF(at.x(), at.y(), self.width, self.height)).topLeft()
        self._layout.draw(painter, at, [_range(*one) for one in selections])

    def position_at(self, x: float, y: float) -> int:
        """The UTF-16 position nearest to a point of the text."""
        if not self.lines:
            return 0
        line = self._layout.lineAt(max(0, min(self.lines - 1, int(y // self.line_px))))
        return line.xToCursor(x)

    def word_at(self, position: int) -> tuple[int, int]:
        """The word around a position, from its start to its end."""
        mode = QTextLayout.CursorMode.SkipWords
        end = self._layout.nextCursorPosition(position, mode)
        return self._layout.previousCursorPosition(end, mode), end

    def link_at(self, x: float, y: float) -> Link | None:
        """The address under a point."""
        if not (0 <= x <= self.width and 0 <= y < self.height):
            return None
        position = self.position_at(x, y)
        return next((link for link in self.links if link.start <= position < link.end), None)


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.start, one.length, one.format = start, length, look
    return one


class LayoutCache:
    """Laid-out texts by (text, width, font), the least used forgotten first."""

    def __init__(self, most: int = 600) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[str, str, int, float, int | None], LaidOut] = OrderedDict()

    def get(self, text: str, font: QFont, most_px: int, line_px: float, most_lines: int | None = None) -> LaidOut:
        """The text laid out, from the cache where it was laid out before."""
        key = (text, font.key(), most_px, line_px, most_lines)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = LaidOut(text, font, most_px, line_px, most_lines=most_lines)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return kept

    def clear(self) -> None:
        """Forget everything: the fonts changed."""
        self._kept.clear()
