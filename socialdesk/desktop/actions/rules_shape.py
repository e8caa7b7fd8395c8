"""What the window can do about rules, as acts ask it."""

from __future__ import annotations

from typing import Protocol


class RuleShape(Protocol):
    """The hands for rules."""

    def show(self) -> None: ...
    def begin_new(self) -> None: ...
    def save(self) -> None: ...
