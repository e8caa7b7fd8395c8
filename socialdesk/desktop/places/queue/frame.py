"""The head and the list of the queue: how one walks among its rows, and how these change under the hand.

Which view they show is the place's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.pace import Pace
from socialdesk.desktop.places.queue.fold_model import FoldedQueue
from socialdesk.desktop.places.queue.folds import Folds
from socialdesk.desktop.places.queue.header import QueueHeader
from socialdesk.desktop.places.queue.laid_rows import THREAD_ROLE
from socialdesk.desktop.places.queue.list import QueueList
from socialdesk.desktop.places.queue.paint import RowDelegate
from socialdesk.desktop.places.queue.selection import Selection
from socialdesk.desktop.places.queue.selection_bar import SelectionBar
from socialdesk.desktop.places.queue.story_strip import StoryStrip
from socialdesk.desktop.places.queue.told import Told
from socialdesk.desktop.widgets.toggle_chip import ToggleChip
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.thread import Thread

if TYPE_CHECKING:
    from socialdesk.desktop.places.queue.empty import NothingHere
    from socialdesk.desktop.places.queue.guest import Guest

_IDLE_MS = 2_000
"""So long after the last move of the hand what was held back comes in."""
_DRAFT_MS = 400


class QueueFrame(QWidget):
    """What the queue is made of. `thread_opened` tells the thread, or None when the list is empty."""

    thread_opened = Signal(object)
    entered = Signal()
    step_chosen = Signal(str)
    """The key of what is done next where nothing is listed."""
    rows_changed = Signal()
    """Rows came, moved or went, and what is open stayed as far as it could."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.model = FoldedQueue(bridge, self)
        self.guest: Guest | None = None
        """What is open though the list does not hold it."""
        self._opened: ThreadId | None = None
        """The thread that was opened last."""
        self._select: ThreadId | None = None
        """What opens once the threads of the view are read."""
        self._is_keeping = False
        self._drafts: dict[ThreadId, str] = {}
        self._draft_soon = Pace(self._show_drafts, _DRAFT_MS, self)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self._when_idle)
        self.setProperty("plane", "list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = QueueHeader()
        self.list = QueueList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(delegate := RowDelegate(bridge, self.model))
        language = QLocale().name()[:2]
        delegate.own_language = language if language.islower() else "en"
        self._delegate = delegate
        self.selection = delegate.selection = Selection(bridge, self.model, self.list, self.open)
        self.selection_bar = SelectionBar(self.selection, self.header)
        self.stories = StoryStrip(bridge, self.model.takes, self.selection.select)
        self.folds = Folds(bridge, self.model, self.list, self._keeping)
        self.folds.is_busy = self._is_busy
        self.stories.is_folded, self.stories.fold = self.folds.is_folded, self.folds.fold_story
        self.stories.is_off = lambda: self.model.is_search
        self.list.double_opened.connect(self.entered)
        self.list.stepped.connect(self.step)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.told = Told(bridge, self.model, self.header, self, self.apply_order)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.stories)
        whole.addWidget(self._stack, 1)

    @cached_property
    def nothing(self) -> NothingHere:
        """What stands in the place of the list where nothing is to be listed; made when that is so."""
        from socialdesk.desktop.places.queue.empty import NothingHere  # most frames have rows

        nothing = NothingHere()
        nothing.cleared.connect(self.clear_filter)
        nothing.search_wanted.connect(self.start_search)
        nothing.chosen.connect(self.step_chosen)
        self._stack.addWidget(nothing)
        for before, after in ((self.list, nothing.clear), (nothing.clear, nothing.search)):
            self.setTabOrder(before, after)
        return nothing

    def clear_filter(self) -> None:
        """Ask for no condition any more."""
        raise NotImplementedError

    def start_search(self) -> None:
        """Show the search field and wait for words."""
        raise NotImplementedError

    @property
    def search_field(self) -> QLineEdit:
        """Where words are looked for."""
        return self.header.search_field

    @property
    def newest(self) -> ToggleChip:
        """Whether the newest of what is found stands first."""
        return self.header.newest

    def held_with(self, thread: ThreadId) -> Sequence[ThreadId]:
        """What goes along when the row of a thread is dragged: all that is selected, if that one is."""
        return self.selection.ids if thread in self.selection else self.model.meant(thread)

    def current(self) -> Thread | None:
        """The open thread, as it looks here; also one that the list does not hold."""
        return self.guest.thread() if self.guest is not None else self._in_list()

    def _in_list(self) -> Thread | None:
        return self.model.thread_at(self.list.currentIndex().row())

    def step(self, by: int) -> None:
        """Open the thread further down or up; from one that the list does not hold, go back to where it stood."""
        thread = self._in_list()
        if self.guest is not None:
            other = self.guest.back()
        else:
            other = self.model.neighbour(thread.id, by) if thread else self.model.first()
        if other is not None:
            self.open(other.id)

    def show_guest(self, thread: ThreadId | None) -> None:
        """A thread that the list does not hold is open now, or with None no thread."""
        self._opened = thread
        if thread is None or (self.guest is not None and self.guest.id == thread):
            self.guest = self.guest if thread is not None else None
            return
        from socialdesk.desktop.places.queue.guest import Guest  # few come, and none with the first frame

        self.guest = Guest(self._bridge, self.model, self.list, thread)

    def open(self, thread: ThreadId) -> bool:
        """Open a thread that is in the list; False when it is not."""
        row = self.model.row_of(thread)
        if row is None:
            return False
        index = self.model.index(row)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def after(self, thread: ThreadId) -> Thread | None:
        """Which thread opens when this one leaves, as it is set: the next, the previous, or none."""
        wanted = self._bridge.settings.get("after_act")
        if wanted == "list":
            return None
        if self.guest is not None and self.guest.id == thread:
            return self.guest.back()
        by = -1 if wanted == "previous" else 1
        return self.model.neighbour(thread, by) or self.model.neighbour(thread, -by)

    def after_all(self, gone: Container[ThreadId]) -> Thread | None:
        """Which thread opens when all these leave: the next that stays, else the one before."""
        here = self.current()
        for by in (1, -1):
            other = here
            while other is not None and other.id in gone:
                other = self.model.neighbour(other.id, by)
            if other is not None:
                return other
        return None

    # Rows change under the hand

    def let_in(self) -> None:
        """Apply the order that was held back; what is open stays open, and where it stood."""
        self._keeping(self.model.let_in)
        self.folds.arrange(at_once=True)

    def apply_order(self) -> None:
        """Apply the order that was held back and look at the top."""
        self.let_in()
        self.list.scrollToTop()

    def draft_changed(self, thread: ThreadId, text: str) -> None:
        """A draft was begun, changed or dropped. While somebody types, their row follows a few times a second."""
        self._drafts[thread] = text
        if text:
            self._draft_soon.ask()
        else:
            self._show_drafts()

    def _tell_opened(self, thread: Thread | None) -> None:
        self._opened = thread.id if thread is not None else None
        self.thread_opened.emit(thread)

    def _show_drafts(self) -> None:
        changed, self._drafts = self._drafts, {}
        for thread, text in changed.items():
            self.model.set_draft(thread, text)

    def _keeping(self, change: Callable[[], None], otherwise: Callable[[], ThreadId | None] = lambda: None) -> None:
        """Change the rows; what is open stays open, or what `otherwise` gives then where it has no row any more."""
        open_ = self.current()
        self._is_keeping = True
        try:
            change()
            wanted = open_.id if open_ is not None and self.model.row_of(open_.id) is not None else otherwise()
            here = self.current()
            if wanted is not None and (here is None or here.id != wanted):
                self.open(wanted)
        finally:
            self._is_keeping = False
        now = self.current()
        if now is not None and open_ is not None and now.id != open_.id:
            self._idle.start()
            self._tell_opened(now)
        self.rows_changed.emit()

    def _following(self, threads: Collection[ThreadId], *, hold_new: bool = False, given: bool = False) -> None:
        """Bring rows up to date; a folded row whose first thread leaves stays open with its next one."""
        fold = self.folds.here()

        def change() -> None:
            self.model.follow(threads, hold_new=hold_new, given=given)
            self.folds.changed(threads)

        here = self.current()
        if fold is not None:
            self._keeping(change, lambda: self.folds.lead(fold.story))
        elif here is not None and here.id in threads and self.model.will_move(here):
            self._keeping(change)  # its row goes elsewhere; the thread stays open
        else:
            change()
        if self.guest is not None and self.guest.has_row:
            self.open(self.guest.id)

    def _is_busy(self) -> bool:
        return self._idle.isActive() or self.underMouse()

    def _when_idle(self) -> None:
        if self.underMouse() and self.model.waiting_above:
            self._idle.start()
            return
        self.let_in()

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        thread: Thread | None = now.data(THREAD_ROLE)
        if thread is None and now.isValid():  # a head: go past it
            step = 1 if now.row() > before.row() else -1
            other = self.model.index(now.row() + step)
            if other.isValid():
                self.list.selectionModel().setCurrentIndex(other, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            return
        if self._is_keeping:
            return
        self.guest = None
        self._idle.start()
        if self.model.is_reading and thread is not None:
            self._select = thread.id
        self._tell_opened(thread)
