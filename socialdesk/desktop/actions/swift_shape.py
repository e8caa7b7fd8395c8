"""What the window can do with one key that otherwise takes two."""

from __future__ import annotations

from typing import Protocol


class SwiftShape(Protocol):
    """The hands for acts that join two."""

    def tomorrow(self) -> None: ...
    def like_and_done(self) -> None: ...
