"""What the page of saved replies can do for an act."""

from __future__ import annotations

from typing import Protocol


class LibraryShape(Protocol):
    """The hands for the reply that is shown there, and the folder that is open."""

    def save(self) -> None: ...
    def duplicate(self) -> None: ...
    def delete(self) -> None: ...
    def rename_folder(self) -> None: ...
