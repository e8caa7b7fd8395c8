"""Gives the plain values that the connect wizard is handed: platforms, permissions, and how a sign-in ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from socialdesk.model.way import Way


@dataclass(frozen=True, slots=True)
class Platform:
    """One card of the first step. `reads` and `needs` are words; so are those of its ways, in the person's language."""

    id: str
    name: str
    mark: str
    reads: str
    needs: str
    ways: tuple[Way, ...] = ()
    not_yet: str = ""
    """Why it cannot be connected yet, as a sentence; "" where it can."""
    asks_first: str = ""
    """What is asked before its code runs for the first time; "" where nothing is."""
    known: Mapping[str, str] = field(default_factory=dict[str, str])
    """What is filled in beforehand, by field: what was typed the last time and is no secret."""
    known_way: str = ""
    """The way that was taken the last time."""

    @property
    def asks_nothing(self) -> bool:
        """Whether no form is needed: the demo network."""
        return bool(self.ways) and self.ways[0].asks_nothing


@dataclass(frozen=True, slots=True)
class Permission:
    """One thing the sign-in allows, in words with why; when it is missing, `why` says what will not work.

    `mend` says how to get it.
    """

    words: str
    why: str
    granted: bool = True
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Pickable:
    """An account that the sign-in opens. One that is connected already cannot be picked again."""

    id: str
    name: str
    handle: str
    mark: str
    is_connected: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """The platform let us in, as `signed_in_as`. `lasts_days` is None where the access has no end of its own.

    Then `lasts` may say how that is meant.
    """

    signed_in_as: str
    permissions: tuple[Permission, ...] = ()
    lasts_days: int | None = None
    lasts: str = ""
    accounts: tuple[Pickable, ...] = ()

    @property
    def is_all_here(self) -> bool:
        """Whether every account is connected already, so that there is nothing to do."""
        return bool(self.accounts) and all(one.is_connected for one in self.accounts)

    @property
    def missing(self) -> int:
        """How many permissions were not given."""
        return sum(not permission.granted for permission in self.permissions)

    @property
    def mend(self) -> str:
        """How to get what is missing."""
        return " ".join(dict.fromkeys(one.mend for one in self.permissions if not one.granted and one.mend))


@dataclass(frozen=True, slots=True)
class Again:
    """Signing in again for a channel: its account, and since when nothing came in, in words; "" for a renewal."""

    handle: str
    server: str = ""
    since: str = ""


class Turn(StrEnum):
    """Who can do something about a failure."""

    YOU = "you"
    ADMIN = "admin"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class Refused:
    """The sign-in failed: a sentence with the next step, and whose turn it is."""

    sentence: str
    turn: Turn = Turn.YOU
    field: str = ""
    """The key of the field it is about; "" where it is about no single one."""


Outcome = Accepted | Refused
