"""Which letters of a conversation are selected: by dragging, by a double click, or since they were found.

At most one row has any. Points come as the viewport has them, or as their row was placed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QListView

from socialdesk.desktop.places.conversation.geometry import Geometry
from socialdesk.desktop.places.conversation.hits import Hits
from socialdesk.desktop.places.conversation.model import ConversationModel
from socialdesk.desktop.places.conversation.paint import Chosen
from socialdesk.desktop.places.conversation.rows import Key, Row
from socialdesk.desktop.places.conversation.text_layout import LaidOut
from socialdesk.desktop.widgets.text_places import cut, places


class ChosenText:
    """Goes with one list."""

    def __init__(
        self,
        view: QListView,
        model: ConversationModel,
        hits: Hits,
        geometry: Geometry,
        room: Callable[[], int],
    ) -> None:
        """`room` tells the width that rows are placed in."""
        self._view = view
        self._model = model
        self._hits = hits
        self._geometry = geometry
        self._room = room
        self._chosen: tuple[Key, Chosen] | None = None
        self._dragged: Key | None = None
        """The row in which the mouse was pressed on words."""

    def of(self, key: Key) -> Chosen | None:
        """The selected letters of a row."""
        return self._chosen[1] if self._chosen is not None and self._chosen[0] == key else None

    @property
    def is_any(self) -> bool:
        """Whether at least one letter is selected."""
        return self._chosen is not None and self._chosen[1].start != self._chosen[1].end

    def text(self) -> str:
        """What is selected; empty where nothing is."""
        if self._chosen is None:
            return ""
        at = self._model.row_of(self._chosen[0])
        text = self._text_of(self._model.rows[at]) if at is not None else None
        low, high = sorted((self._chosen[1].start, self._chosen[1].end))
        return cut(text.text, low, high) if text is not None else ""

    def forget(self) -> None:
        """Other rows are shown: of them nothing is selected."""
        self._chosen = None

    def press(self, hit: tuple[Row, QPointF] | None) -> None:
        """The mouse was pressed on a point of a row, or on none: what was selected is so no longer."""
        self._choose(None)
        self._dragged = None
        if hit is not None and self._hits.is_on_text(*hit):
            self._dragged = hit[0].key
            letter = self._hits.letter(*hit)
            if letter is not None:
                self._choose((hit[0].key, Chosen(letter, letter)))

    def drag(self, point: QPointF) -> bool:
        """The mouse moved; whether it is dragged over words."""
        if self._dragged is None or self._chosen is None:
            return False
        at = self._model.row_of(self._dragged)
        if at is not None:
            row = self._model.rows[at]
            letter = self._hits.letter(row, self._hits.inside(point, self._model.index(at)))
            if letter is not None:
                self._choose((row.key, Chosen(self._chosen[1].start, letter)))
        return True

    def release(self) -> None:
        """The mouse was let go."""
        self._dragged = None

    def take_word(self, row: Row, inside: QPointF) -> None:
        """Select the word at a point of a row."""
        letter = self._hits.letter(row, inside)
        text = self._text_of(row)
        if letter is not None and text is not None:
            self._choose((row.key, Chosen(*text.word_at(letter))))

    def take_found(self, row: Row, find: Callable[[str], tuple[int, int] | None]) -> None:
        """Select the (start, length) that `find` gives of the text of a row."""
        text = self._text_of(row)
        found = find(text.text) if text is not None else None
        if text is not None and found is not None:
            begin, end = (places(text.text[:place]) for place in (found[0], sum(found)))
            self._choose((row.key, Chosen(begin, end)))

    def _text_of(self, row: Row) -> LaidOut | None:
        return self._geometry.place(row, self._room()).text

    def _choose(self, chosen: tuple[Key, Chosen] | None) -> None:
        touched = {one[0] for one in (self._chosen, chosen) if one is not None}
        self._chosen = chosen
        for key in touched:
            at = self._model.row_of(key)
            if at is not None:
                self._view.update(self._model.index(at))
