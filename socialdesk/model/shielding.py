"""Gives the acts about what is kept out of sight: deciding, opening, and teaching the lists; commands as values.

They are read, written and folded like any other; they stand apart because they never leave the workspace.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias

from socialdesk.model.identifiers import ThreadId
from socialdesk.model.shield.own import OwnWord
from socialdesk.model.shield.values import ShieldKind


class Teach(StrEnum):
    """What letting a thread through teaches."""

    NOTHING = ""
    WORDS = "words"
    """The words it was kept for are let through from now on."""
    AUTHOR = "author"
    """Who wrote it is let through from now on."""


@dataclass(frozen=True, slots=True)
class LetThrough:
    """Show a thread that is kept out of sight, to everybody."""

    name: ClassVar[str] = "let_through"
    thread: ThreadId
    teach: Teach = Teach.NOTHING


@dataclass(frozen=True, slots=True)
class KeepOutOfSight:
    """Keep a thread out of sight; what it taught is forgotten."""

    name: ClassVar[str] = "keep_out_of_sight"
    thread: ThreadId
    shield: ShieldKind


@dataclass(frozen=True, slots=True)
class CountOpened:
    """The person who gives it opened a kept thread on a day (`2026-11-28`, in their own calendar)."""

    name: ClassVar[str] = "count_opened"
    thread: ThreadId
    day: str


@dataclass(frozen=True, slots=True)
class SetShieldWord:
    """Put a word or phrase on the team's list, or with `on` False take it off. With `allows` it is let through."""

    name: ClassVar[str] = "set_shield_word"
    shield: ShieldKind
    language: str
    text: str
    is_part: bool = False
    accents_matter: bool = False
    allows: bool = False
    on: bool = True

    def word(self) -> OwnWord:
        """What goes on the list."""
        text = " ".join(self.text.split())
        return OwnWord(self.shield, self.language, text, self.is_part, self.accents_matter, self.allows)


@dataclass(frozen=True, slots=True)
class SetShieldAuthor:
    """Let everything of an author through, or with `on` False judge them again."""

    name: ClassVar[str] = "set_shield_author"
    channel: int
    remote_id: str
    author_name: str
    on: bool = True


Shielding: TypeAlias = LetThrough | KeepOutOfSight | CountOpened
ShieldTeaching: TypeAlias = SetShieldWord | SetShieldAuthor
