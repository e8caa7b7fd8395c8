"""The blanks of a text as properties of its letters: what they ask for, and the forms they are kept and shown in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QTextCharFormat, QTextFormat

from socialdesk.desktop.places.composer import shades
from socialdesk.desktop.widgets.text_places import places
from socialdesk.model.blank_check import Wrong, wrong
from socialdesk.model.saved_reply import BlankType, Piece

BLANK = int(QTextFormat.Property.UserProperty) + 1
FILLED = int(QTextFormat.Property.UserProperty) + 2


@dataclass(frozen=True, slots=True)
class Blank:
    """An open blank: where it is, what it asks for, what it takes and offers."""

    start: int
    length: int
    hint: str
    type: BlankType = BlankType.TEXT
    values: tuple[str, ...] = ()
    about: str = ""
    """What it wants, where its name does not say it."""
    typed: str = ""
    """What stands there and does not fit; empty while nothing was typed."""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + self.length

    def as_kept(self) -> tuple[Any, ...]:
        """Its form in a draft."""
        return (self.start, self.length, self.hint, self.type.value, list(self.values), self.about)

    @property
    def wrong(self) -> Wrong | None:
        """What is wrong with what was typed; None while nothing was."""
        return wrong(self.type, self.values, self.typed) if self.typed else None

    @classmethod
    def from_kept(cls, kept: Sequence[Any]) -> Blank:
        """Read what `as_kept` wrote."""
        start, length, hint, kind, values, *about = kept
        offered = tuple(str(value) for value in values)
        return cls(int(start), int(length), str(hint), BlankType(kind), offered, str(about[0]) if about else "")


def format_of(piece: Piece) -> QTextCharFormat:
    """The form in which a piece of a saved reply stands in the text."""
    look = QTextCharFormat()
    length = places(piece.text)
    if piece.blank is not None:
        look.setProperty(BLANK, list(Blank(0, length, piece.text, piece.blank, piece.values, piece.hint).as_kept()))
        look.setFont(shades.strong())
    elif piece.variable:
        look.setProperty(FILLED, list(Blank(0, length, piece.text).as_kept()))
        look.setFont(shades.strong())
    return look
