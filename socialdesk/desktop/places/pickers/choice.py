"""Shows a few named choices, each with a digit; gives the key of the one picked, and knows not what they are about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.places.pickers.choices import Line, folded
from socialdesk.desktop.places.pickers.picker import Picker


class ChoicePicker(Picker):
    """Asks for one of a few lines that whoever asks gives; it is made once and asks many things."""

    def __init__(self, window: QWidget) -> None:
        self._lines: tuple[Line, ...] = ()
        self._chosen: Callable[[str], None] | None = None
        super().__init__(window)

    def ask(self, name: str, lines: Sequence[Line], chosen: Callable[[str], None], anchor: QRect) -> None:
        """Show `lines` beside `anchor` under `name`; `chosen` hears the key of the one picked, once."""
        self._lines = tuple(replace(line, digit=place) for place, line in enumerate(lines, 1))
        self._chosen = chosen
        self.name_it(name, name)
        self.nothing.setText(self.tr("Nothing here has this name."))
        self.open_at(anchor)

    def lines(self, typed: str) -> Sequence[Line]:
        wanted = folded(typed.strip())
        return [line for line in self._lines if wanted in folded(line.words)]

    def pick(self, line: Line) -> None:
        self.leave()
        chosen, self._chosen = self._chosen, None
        if chosen is not None:
            chosen(line.key)
