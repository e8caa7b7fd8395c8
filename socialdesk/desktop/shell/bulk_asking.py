"""Shows one preview at a time over a window, and hands back what was agreed to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from socialdesk.desktop.places.bulk.preview import Asked, PreviewSheet

MOST = 1_000
"""So many threads go into one preview at most; for more a person looks at each no longer."""
Agreed = Callable[[Sequence[int], str, str], None]
"""Told the places that are taken, the choice and the text."""


class Asking:
    """The preview of one window; made when it is first wanted."""

    def __init__(self, window: object) -> None:
        self._w = window
        self._sheet: PreviewSheet | None = None
        self._then: Agreed | None = None

    @property
    def sheet(self) -> PreviewSheet:
        """The sheet that shows what an act on many would do; made when it is first asked for."""
        if self._sheet is None:
            assert isinstance(self._w, QWidget)
            self._sheet = PreviewSheet(self._w)
            self._sheet.agreed.connect(self._on_agreed)
        return self._sheet

    @property
    def is_open(self) -> bool:
        """Whether the sheet is shown."""
        return self._sheet is not None and self._sheet.isVisible()

    def ask(self, asked: Asked, then: Agreed) -> None:
        """Show it; `then` hears what was agreed to, and nothing when somebody leaves it."""
        self._then = then
        self.sheet.ask(asked)

    def _on_agreed(self, places: Sequence[int], choice: str, text: str) -> None:
        then, self._then = self._then, None
        if then is not None:
            then(places, choice, text)
