"""Gives the acts on what the workspace keeps on this computer: how much room pictures may take, and tidying at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class LimitPictures:
    """Let all pictures together take at most so many megabytes; those that came first go first."""

    name: ClassVar[str] = "limit_pictures"
    megabytes: int


@dataclass(frozen=True, slots=True)
class TidyNow:
    """Tidy the files now instead of in the next idle moment; the result says what that freed."""

    name: ClassVar[str] = "tidy_now"


Keeping: TypeAlias = LimitPictures | TidyNow
