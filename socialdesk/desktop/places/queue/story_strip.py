"""Shows above the queue what many people ask at once, one line a story; pressing one selects all who ask it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.pace import Pace
from socialdesk.desktop.places.queue.folding import about, said_of
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.story import LEAST
from socialdesk.model.thread import Thread
from socialdesk.store.cache import Changes
from socialdesk.store.stories import Story

tr = QCoreApplication.translate
MOST = 3
"""So many stories are shown; a fourth wave at once is no news to anybody."""
LOOK_MS = 2_000


class StoryStrip(QWidget):
    """The stories of the view that is shown, as far as they are not folded into a row of the queue."""

    found = Signal(object)
    """What many people ask was looked up."""

    def __init__(
        self, bridge: Bridge, takes: Callable[[Thread], bool], select: Callable[[Sequence[ThreadId]], None]
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._takes = takes
        self._select = select
        self._found: Sequence[Story] = ()
        self.is_folded: Callable[[int], bool] = lambda _story: False
        self.fold: Callable[[int], bool] = lambda _story: False
        """Fold a story that was unfolded."""
        self.is_off: Callable[[], bool] = lambda: False
        """Whether the list shows something else than the view, as what a search found."""
        self.shown: list[tuple[str, tuple[ThreadId, ...]]] = []
        """The words and threads of each line."""
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(12, 6, 12, 6)
        self._rows.setSpacing(4)
        self._soon = Pace(self.look, LOOK_MS, self)
        self.hide()
        bridge.follow.changed.connect(self._on_changed)
        bridge.submit.given.connect(self.show_view)

    def rest(self) -> None:
        """Look no more: the files are about to close."""
        self._soon.stop()

    def look(self) -> None:
        """Ask the file anew, beside the window's own thread."""
        self._bridge.many.stories(self._on_found)

    def of(self, thread: ThreadId) -> tuple[ThreadId, ...]:
        """All who ask what a thread asks, as far as the view holds them."""
        return next((ids for _, ids in self.shown if thread in ids), ())

    def show_view(self, _given: object = None) -> None:
        """Show what of the stories the view holds, with what is pending on top."""
        lines: list[tuple[str, tuple[ThreadId, ...]]] = []
        folds: list[int] = []
        for story in () if self.is_off() else self._found:
            if story.is_quiet or self.is_folded(story.id):
                continue
            kept = [one for thread in story.threads if self._takes(one := self._bridge.submit.folded(thread))]
            people = len({one.contact_id if one.contact_id is not None else -one.id for one in kept})
            if people >= LEAST and len(lines) < MOST:
                lines.append((said_of(people, about(kept)), tuple(one.id for one in kept)))
                folds.append(story.id)
        if lines == self.shown:
            return
        self.shown = lines
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for (words, ids), story in zip(lines, folds, strict=True):
            made = Button(words, Kind.SECONDARY, icon="chats", wide=True)
            made.setToolTip(tr("bulk", "Fold or select all who ask it (Shift+X on one of them selects)"))
            made.clicked.connect(partial(self._on_pressed, story, ids))
            self._rows.addWidget(made)
        self.setVisible(bool(lines))

    def _on_pressed(self, story: int, ids: Sequence[ThreadId], _is_on: bool = False) -> None:
        if not self.fold(story):
            self._select(ids)

    def _on_changed(self, changes: Changes) -> None:
        if changes.threads or changes.is_incomplete:
            self._soon.ask_later()

    def _on_found(self, found: Sequence[Story]) -> None:
        self._found = found
        self.found.emit(found)
        self.show_view()
