"""Shows contacts that may be the same person, and everybody by name; gives the one that was picked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.places.pickers.choices import Line
from socialdesk.desktop.places.pickers.picker import Picker
from socialdesk.desktop.widgets.avatar import initials

Find = Callable[[str], Sequence[tuple[str, str, str]]]


class PeoplePicker(Picker):
    """Who is the same person. Signal: `chosen` with the key of a contact."""

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        self._find: Find = lambda _typed: ()
        super().__init__(window)
        self.name_it(self.tr("The same person as"), self.tr("Find a contact by name"))

    def open_for(self, find: Find, anchor: QRect) -> None:
        """Show it beside `anchor`; `find` gives (key, name, detail) of the contacts that fit what was typed."""
        self._find = find
        self.open_at(anchor)

    def lines(self, typed: str) -> Sequence[Line]:
        self.nothing.setText(
            self.tr("Nobody is called that.") if typed.strip() else self.tr("Type the name of a contact.")
        )
        return [
            Line(key, name, detail, initials=initials(name), seed=name, digit=place if place <= 9 else 0)
            for place, (key, name, detail) in enumerate(self._find(typed), 1)
        ]

    def pick(self, line: Line) -> None:
        self.leave()
        self.chosen.emit(line.key)
