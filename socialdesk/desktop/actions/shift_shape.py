"""Gives what the window can do about shifts and being away."""

from __future__ import annotations

from typing import Protocol


class ShiftShape(Protocol):
    """See `ShiftSide` in the shell."""

    def ask_away(self) -> None: ...
    def be_back(self) -> None: ...
    def show_people(self) -> None: ...
