"""What the window can do with saved replies beyond their page."""

from __future__ import annotations

from typing import Protocol


class ReplyShape(Protocol):
    """The hands for saved replies."""

    def import_file(self) -> None: ...
    def export_file(self) -> None: ...
    def run_macro(self, hotkey: int) -> None: ...
    def insert_fitting(self, place: int) -> None: ...
