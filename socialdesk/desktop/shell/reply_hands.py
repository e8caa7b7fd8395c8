"""What a window does with saved replies beyond their page."""

from __future__ import annotations

from socialdesk.desktop.shell.parts import Parts


class ReplyHands:
    """See `ReplyShape` of the acts."""

    def __init__(self, window: Parts) -> None:
        self._w = window

    def import_file(self) -> None:
        """Let somebody choose a file, and show what it would change."""
        self._w.show_library()
        self._w.library.transfer.choose()

    def export_file(self) -> None:
        """Let somebody say where the library is written to."""
        self._w.show_library()
        self._w.library.transfer.choose_where()

    def run_macro(self, hotkey: int) -> None:
        """Show what the macro of a key does, ready to be run."""

    def insert_fitting(self, place: int) -> None:
        """Put a reply that fits the open thread into the answer."""
