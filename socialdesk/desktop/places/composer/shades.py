"""Gives the colours and the rhythm of the text field, from the look."""

from __future__ import annotations

from PySide6.QtGui import QFont, QPen, QTextCharFormat

from socialdesk.desktop.look.fonts import font
from socialdesk.desktop.look.tokens import ink

RHYTHM = 124
"""The height of a line in hundredths of the font's own: 21 pixels at 14, and in step with every text size."""


def strong() -> QFont:
    """The font of blanks and filled variables."""
    return font(14, 600, tabular=False)


def blank() -> QTextCharFormat:
    """An open blank."""
    shade = QTextCharFormat()
    shade.setForeground(ink("soon"))
    shade.setBackground(ink("soonTint"))
    return shade


def blank_pen() -> QPen:
    """The dashes around an open blank."""
    pen = QPen(ink("soon"), 1.2)
    pen.setDashPattern([3, 2])
    return pen


def filled() -> QTextCharFormat:
    """A variable that was filled from the conversation."""
    shade = QTextCharFormat()
    shade.setForeground(ink("good"))
    shade.setBackground(ink("goodTint"))
    return shade
