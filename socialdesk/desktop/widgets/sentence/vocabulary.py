"""What a sentence can say: kinds of clauses, each with one whole pattern for so and one for not so, and their blanks.

A pattern is translated as a whole, so that order and agreement are each language's own: "{words}" in it is the blank of
that name. Nothing is glued from pieces but the whole clauses of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from socialdesk.desktop.widgets.sentence.tree import Clause, Values

_BLANK = re.compile(r"\{(\w+)\}")


class Fill(StrEnum):
    """How a blank is filled."""

    ONE = "one"
    """One of the offers, from a menu."""
    MANY = "many"
    """Some of the offers, ticked in a list."""
    TEXT = "text"
    """Written: one text."""
    WORDS = "words"
    """Written: texts with commas between."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One value there is to choose, in words; `mark` is the network's whose sign stands before it."""

    value: str
    words: str
    mark: str = ""


def _nothing_wrong(_values: Values) -> str:
    return ""


def _as_written(text: str) -> Values:
    return (text,) if text else ()


def _joined(values: Values) -> str:
    return ", ".join(values)


@dataclass(frozen=True, slots=True)
class Slot:
    """A blank. `say` gives what was filled in as words inside the sentence."""

    name: str
    fill: Fill
    say: Callable[[Values], str]
    title: str
    """What is asked for, as the name of the card or the field."""
    blank: str
    """What stands there while it is empty."""
    offers: Callable[[], Sequence[Offer]] = tuple
    help: str = ""
    takes_new: bool = False
    """Whether what is not among the offers may be written too."""
    check: Callable[[Values], str] = _nothing_wrong
    """A sentence that says what is wrong with what was written; empty for nothing."""
    may_be_empty: bool = False
    read: Callable[[str], Values] = _as_written
    """What a written text means, with `TEXT`. Raises ValueError with a sentence where it means nothing."""
    write: Callable[[Values], str] = _joined
    """What stands in the field for values."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of clause. Without `unless` it cannot be turned into its contrary."""

    key: str
    words: str
    """What the menu calls it."""
    pattern: str
    unless: str = ""
    slots: tuple[Slot, ...] = ()
    section: str = ""
    """The kinds of one section stand together in the menu."""
    begins: Clause | None = None
    """What a new one is; None for one with empty blanks."""

    def slot(self, name: str) -> Slot | None:
        """A blank of it."""
        return next((one for one in self.slots if one.name == name), None)

    def fresh(self) -> Clause:
        """A new clause of this kind."""
        return self.begins or Clause(self.key)

    def pieces(self, *, is_not: bool) -> list[str | Slot]:
        """The pattern as texts and blanks, in their order."""
        found: list[str | Slot] = []
        for at, piece in enumerate(_BLANK.split(self.unless if is_not and self.unless else self.pattern)):
            slot = self.slot(piece) if at % 2 else None
            if slot is not None:
                found.append(slot)
            elif piece.strip():
                found.append(piece.strip())
        return found

    def sentence(self, clause: Clause) -> str:
        """The clause as it is read."""
        pattern = self.unless if clause.is_not and self.unless else self.pattern

        def filled(match: re.Match[str]) -> str:
            slot = self.slot(match[1])
            return match[0] if slot is None else said(slot, clause)

        return _BLANK.sub(filled, pattern)

    def lacks(self, clause: Clause) -> Slot | None:
        """The first blank that must be filled and is not."""
        return next((one for one in self.slots if not one.may_be_empty and not clause.get(one.name)), None)


def said(slot: Slot, clause: Clause) -> str:
    """What stands in a blank, in words."""
    values = clause.get(slot.name)
    return slot.say(values) if values or slot.may_be_empty else slot.blank


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All there is to say at a place, and the words between."""

    kinds: tuple[Kind, ...]
    name: str
    """What a reader hears the whole is."""
    add: str
    """The words of what adds a clause."""
    empty: str = ""
    """What stands there while nothing is said."""
    may_nest: bool = True
    """Whether clauses may stand in groups and be joined by or."""
    is_one: bool = False
    """Whether it is always just one clause, which can only say something else."""
    most: int = 64
    by_key: dict[str, Kind] = field(init=False, default_factory=dict[str, Kind])

    def __post_init__(self) -> None:
        self.by_key.update((kind.key, kind) for kind in self.kinds)

    def kind(self, key: str) -> Kind | None:
        """A kind of clause."""
        return self.by_key.get(key)
