"""Paints one line of what was said with the words in another weight that a search found in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from socialdesk.desktop.look.fonts import metrics
from socialdesk.desktop.look.mirror import placed
from socialdesk.desktop.look.tokens import font, ink
from socialdesk.desktop.widgets.plain_text import direction_of, one_line
from socialdesk.desktop.widgets.text_places import places

_CUT = "…"


def paint_lit(painter: QPainter, line: QRectF, text: str, lit: Sequence[tuple[int, int]]) -> None:
    """One line of text with the stretches that matched in another weight, whichever way it is written."""
    clean = one_line(text)
    if clean != text:
        # What had to be cleaned has moved: it is shown without the light.
        text, lit = clean, ()
    layout = QTextLayout(text, font(13, 400, tabular=False))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    formats: list[QTextLayout.FormatRange] = []
    for start, length in lit:
        one = QTextLayout.FormatRange()
        one.start = places(text[:start])
        one.length = places(text[start : start + length])
        one.format.setFont(font(13, 650, tabular=False))
        one.format.setForeground(ink("text"))
        formats.append(one)
    layout.setFormats(formats)
    layout.beginLayout()
    laid = layout.createLine()
    layout.endLayout()
    if laid.naturalTextWidth() > line.width() and direction_of(text) is Qt.LayoutDirection.LeftToRight:
        dots = metrics(13, 400, tabular=False).horizontalAdvance(_CUT)
        halves = laid.xToCursor(line.width() - dots)
        short = text.encode("utf-16-le", "replace")[: 2 * halves].decode("utf-16-le", "ignore").rstrip()
        if len(short) + 1 < len(text):
            kept = [(start, min(length, len(short) - start)) for start, length in lit if start < len(short)]
            paint_lit(painter, line, short + _CUT, kept)
            return
    painter.save()
    painter.setClipRect(line)
    painter.setPen(ink("text2"))
    at = placed(painter, QRectF(line.left(), line.top(), laid.naturalTextWidth(), line.height()))
    layout.draw(painter, QPointF(at.left(), line.center().y() - laid.height() / 2))
    painter.restore()
