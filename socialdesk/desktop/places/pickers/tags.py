"""Shows the tags of a workspace with those of a thread ticked; gives each that is put on or taken off."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.places.pickers.choices import CREATE, Line, tag_lines
from socialdesk.desktop.places.pickers.picker import Picker


class TagPicker(Picker):
    """Which tags are on. It stays open, so that several can be set; Esc leaves. Signal: `tag_toggled(tag, on)`."""

    tag_toggled = Signal(str, bool)

    def __init__(self, window: QWidget) -> None:
        self._known: list[str] = []
        self._on: set[str] = set()
        self._first: frozenset[str] = frozenset()
        super().__init__(window)
        self.name_it(self.tr("Tags"), self.tr("Find or create a tag"))
        self.nothing.setText(self.tr("No tags yet. Type a word to create the first."))

    def open_for(self, known: Collection[str], on: Collection[str], anchor: QRect) -> None:
        """Show it beside `anchor` (in the window's coordinates) for a thread that has the tags `on`."""
        self._known, self._on, self._first = list(known), set(on), frozenset(on)
        self.open_at(anchor)

    def lines(self, typed: str) -> Sequence[Line]:
        return tag_lines(self._known, self._on, typed, self._first)

    def pick(self, line: Line) -> None:
        is_new = line.key.startswith(CREATE) and line.is_on is None
        tag = line.key.removeprefix(CREATE) if is_new else line.key
        is_on = not line.is_on
        if is_on:
            self._on.add(tag)
        else:
            self._on.discard(tag)
        if tag not in self._known:
            self._known.append(tag)
        was_typed = bool(self.field.text())
        self.field.clear()
        at = self.list.currentIndex().row()
        self.refresh(0 if was_typed else at)
        self.tag_toggled.emit(tag, is_on)
