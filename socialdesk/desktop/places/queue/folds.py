"""Keeps folded rows up to date: gets what was looked up and what changed, and keeps what is open under the hand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

from socialdesk.desktop.look.metrics import scaled
from socialdesk.desktop.places.queue.laid_rows import FOLD_ROLE
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.story import may_fold
from socialdesk.store.stories import Story

if TYPE_CHECKING:
    from socialdesk.desktop.bridge.bridge import Bridge
    from socialdesk.desktop.places.queue.fold_model import FoldedQueue
    from socialdesk.desktop.places.queue.folding import Fold
    from socialdesk.desktop.places.queue.list import QueueList
    from socialdesk.model.thread import Thread

CARET_ROOM = 44
"""Logical pixels at the end of a row in which a click unfolds it."""
_READ_HERE = 60
SETTING = "fold_stories"


class Folds(QObject):
    """The folding of one queue. `keeping` does something to the rows and keeps what is open, and where it stands."""

    changed_rows = Signal()
    """Something is folded, or unfolded, that was not."""

    def __init__(
        self,
        bridge: Bridge,
        model: FoldedQueue,
        view: QueueList,
        keeping: Callable[[Callable[[], None], Callable[[], ThreadId | None]], None],
    ) -> None:
        super().__init__(view)
        self._bridge = bridge
        self._model = model
        self._list = view
        self._keeping = keeping
        self.look: Callable[[], None] = lambda: None
        """Look up anew what many ask."""
        self.is_busy: Callable[[], bool] = lambda: False
        self._folding = model.folding
        self._folding.is_on = bridge.settings.flag(SETTING)
        self._is_waiting = False
        bridge.settings.changed.connect(self._on_setting)
        view.folded.connect(self._on_wanted)
        view.viewport().installEventFilter(self)

    def put(self, found: Sequence[Story]) -> None:
        """What many people ask was looked up."""
        self._is_waiting = False
        self._folding.put(found)
        self.arrange()

    def changed(self, threads: Iterable[ThreadId]) -> None:
        """These threads are other than they were, here or in the file."""
        among = self._folding.among(threads)
        if len(among) > _READ_HERE:
            # Very many are read beside the window's own thread: until then the rows stand as they were.
            self._is_waiting = True
            self.look()
        elif among and not self._is_waiting:
            self._folding.freshen(self._bridge.cache.threads(among))
            self.arrange()

    def arrange(self, *, at_once: bool = False) -> None:
        """Fold what can be folded; while somebody works only as far as no row goes."""
        if self._model.is_search:
            return
        here = self.current()
        reading = here.id if here is not None else None
        fold = self.here()
        story = fold.story if fold is not None else None
        wanted = self._model.arranged(reading)
        if wanted == self._folding.now:
            return
        hold = self.is_busy() and not at_once
        self._keeping(
            lambda: self._model.fold(wanted, hold=hold), lambda: self.lead(story) if story is not None else None
        )
        self.changed_rows.emit()

    def current(self) -> Thread | None:
        """What is open, as far as it has a row."""
        return self._model.thread_at(self._list.currentIndex().row())

    @property
    def here_id(self) -> ThreadId | None:
        """The thread that is open."""
        current = self.current()
        return current.id if current is not None else None

    def here(self) -> Fold | None:
        """The folded row that is open."""
        current = self.current()
        return self._model.fold_of(current.id) if current is not None else None

    def toggle(self) -> bool:
        """Unfold the row that is open, or fold what it belongs to again; False when there is nothing to fold."""
        return self.unfold() or self.fold()

    def unfold(self) -> bool:
        """Show all that the open row stands for, each in the place it belongs to."""
        fold = self.here()
        if fold is None:
            return False
        self._folding.opened.add(fold.story)
        wanted = self._model.arranged(None)
        self._keeping(lambda: self._model.fold(wanted, hold=False), lambda: fold.lead)
        self.changed_rows.emit()
        return True

    def fold(self) -> bool:
        """Fold what the open thread was unfolded from."""
        current = self.current()
        story = self._folding.story_of(current.id) if current is not None else None
        return story is not None and self.fold_story(story)

    def fold_story(self, story: int) -> bool:
        """Fold a story again and go to its row; False where it was not unfolded, or is too few by now."""
        was_opened = story in self._folding.opened
        self._folding.opened.discard(story)
        wanted = self._model.arranged(None)
        if wanted.of_story(story) is None or wanted == self._folding.now:
            if was_opened:
                self._folding.opened.add(story)
            return False
        self._keeping(lambda: self._model.fold(wanted, hold=False), lambda: self.lead(story))
        self.changed_rows.emit()
        return True

    def alike(self, threads: Collection[ThreadId]) -> frozenset[ThreadId]:
        """All threads of the view that would stand in one row with these; nobody where these ask different things."""
        now = self._bridge.clock.now()
        found = self._bridge.cache.threads(list(self._folding.alike(threads)))
        alike = (one for thread in found if self._model.takes(one := self._bridge.submit.folded(thread)))
        return frozenset(one.id for one in alike if may_fold(one, now))

    def is_folded(self, story: int) -> bool:
        """Whether a story has a row that stands for it."""
        return self._folding.now.of_story(story) is not None

    def lead(self, story: int) -> ThreadId | None:
        """The thread whose row stands for a story."""
        fold = self._folding.now.of_story(story)
        return fold.lead if fold is not None else None

    def _on_setting(self, key: str) -> None:
        if key == SETTING:
            self._folding.is_on = self._bridge.settings.flag(SETTING)
            self._folding.opened.clear()
            self.arrange(at_once=True)

    def _on_wanted(self, is_open: bool) -> None:
        self.unfold() if is_open else self.fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        at = event.position().toPoint()
        index = self._list.indexAt(at)
        if event.button() is not Qt.MouseButton.LeftButton or index.data(FOLD_ROLE) is None:
            return False
        row = self._list.visualRect(index)
        room = scaled(CARET_ROOM)
        is_mirrored = self._list.isRightToLeft()
        is_on_caret = at.x() < row.left() + room if is_mirrored else at.x() > row.right() - room
        if not is_on_caret or event.modifiers():
            return False
        self._list.setCurrentIndex(index)
        self.unfold()
        return True
