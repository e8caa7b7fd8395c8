"""The palette in a window: opened on the thread or the selection at hand, with what was chosen lately in front."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.actions.registry import Facts
from socialdesk.desktop.places.palette.palette import Palette
from socialdesk.desktop.shell.bulk_hands import Bulk
from socialdesk.desktop.shell.hands import WindowHands
from socialdesk.desktop.shell.parts import Parts

if TYPE_CHECKING:
    from socialdesk.desktop.places.palette.matching import Entry

_MOST_RECENT = 30


class Host(Parts, Protocol):
    """What it needs of its window."""

    palette_card: Palette
    hands: WindowHands

    @property
    def bulk(self) -> Bulk:
        """What is done to all that is selected."""
        ...

    def facts(self) -> Facts:
        """What is so at this moment."""
        ...


class PaletteSide(QObject):
    """One for each window."""

    def __init__(self, window: Host) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self.recent: list[str] = []
        """The ids of what was chosen, the latest first."""
        window.palette_card.chosen.connect(self._on_chosen)

    def open(self, typed: str = "") -> None:
        """Show the palette as if this was typed already."""
        from socialdesk.desktop.shell.palette_entries import called, entries, said

        window = self._window
        thread = window.queue.current()
        about = "" if thread is None or thread.is_shielded else thread.contact_name
        about = window.bulk.words if window.bulk.is_on else about
        found = entries(window, window.hands, window.facts())
        more, later = partial(called, window), partial(said, window)
        window.palette_card.open_with(found, about, self.recent, typed, more, later=later)

    def _on_chosen(self, entry: Entry) -> None:
        self.recent = [entry.id, *(one for one in self.recent if one != entry.id)][:_MOST_RECENT]
        if entry.run is not None:
            entry.run()
