"""The queue on the screen: head and list; tells which thread is open, and keeps hands on the list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.pace import NextMoment, Pace
from socialdesk.desktop.look.numbers import count as many
from socialdesk.desktop.places.queue import words
from socialdesk.desktop.places.queue.empty import NothingHere
from socialdesk.desktop.places.queue.filter_words import Said
from socialdesk.desktop.places.queue.fold_model import FoldedQueue
from socialdesk.desktop.places.queue.folds import Folds
from socialdesk.desktop.places.queue.header import QueueHeader
from socialdesk.desktop.places.queue.in_force import InForce, own_parts
from socialdesk.desktop.places.queue.laid_rows import THREAD_ROLE
from socialdesk.desktop.places.queue.list import QueueList
from socialdesk.desktop.places.queue.paint import RowDelegate
from socialdesk.desktop.places.queue.selection import Selection
from socialdesk.desktop.places.queue.selection_bar import SelectionBar
from socialdesk.desktop.places.queue.story_strip import StoryStrip
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.model.condition import Condition
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.sorting import Sort, default_sort
from socialdesk.model.thread import Status, Thread
from socialdesk.model.view import MINE, View, with_status
from socialdesk.store.cache import Changes
from socialdesk.support.clock import HERE

if TYPE_CHECKING:
    from socialdesk.desktop.places.queue.filter_card import FilterCard
    from socialdesk.desktop.places.queue.finding import Finding
    from socialdesk.desktop.places.queue.guest import Guest

tr = words.tr
_IDLE_MS = 2_000
_SEARCH_MS = 120
_DRAFT_MS = 400


class QueuePlace(QWidget):
    """The place of the queue. `thread_opened` tells the thread, or None when the list is empty."""

    thread_opened = Signal(object)
    entered = Signal()
    save_wanted = Signal()
    view_gone = Signal()
    """The saved view that is shown was deleted."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._names: dict[str, str] = {}
        self._said = Said(bridge)
        self.model = FoldedQueue(bridge, self)
        self.in_force = InForce(MINE)
        self._card: FilterCard | None = None
        self._is_letting_in = False
        self._is_let_through = False
        self._let_shown = 0
        self._select: ThreadId | None = None
        self.guest: Guest | None = None
        """What is open though the list does not hold it."""
        self._told: ThreadId | None = None
        """The thread that was opened last."""
        self.setProperty("plane", "list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = QueueHeader()
        self.search_field, self.newest = self.header.search_field, self.header.newest
        self._chips = self.header.chips
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
        self.stories.is_folded, self.stories.fold = self.folds.is_folded, self.folds.fold_story
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.double_opened.connect(self.entered)
        self.list.stepped.connect(self.step)
        self._pill = Button("", Kind.SECONDARY, icon="arrow-up", parent=self)
        self._pill.hide()
        self._pill.clicked.connect(self.apply_order)
        self.nothing = NothingHere()
        self._nothing = self.nothing.sentence
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.stories)
        whole.addWidget(self._stack, 1)
        bridge.settings.changed.connect(self._on_setting)
        self._begin()

    def _begin(self) -> None:
        self._minute = NextMoment(self._now, self.model.next_change, self._on_minute, self)
        self.model.rowsInserted.connect(self._minute.ask)
        self.model.modelReset.connect(self._minute.ask)
        self._bridge.policy_changed.connect(self._minute.ask)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self._when_idle)
        self._search_soon = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._search_soon.timeout.connect(self._run_search)
        self._drafts: dict[ThreadId, str] = {}
        self._draft_soon = Pace(self._show_drafts, _DRAFT_MS, self)
        head = self.header
        self.search_field.textChanged.connect(self._search_soon.start)
        head.searched.connect(self._run_search)
        head.search_left.connect(self._on_search_left)
        head.list_wanted.connect(self.list.setFocus)
        head.status_chosen.connect(self.show_status)
        head.let_through_chosen.connect(self.show_let_through)
        head.sort_chosen.connect(self.sort_by)
        head.filter_wanted.connect(self.open_filter)
        head.taken_away.connect(self.take_away)
        head.cleared.connect(self.clear_filter)
        head.save_wanted.connect(self.save_wanted)
        self.nothing.cleared.connect(self.clear_filter)
        self.nothing.search_wanted.connect(self.start_search)
        self.model.counted.connect(self._tell)
        self.model.read.connect(self._settle)
        self.model.found.connect(self._on_found)
        self._bridge.follow.changed.connect(self._on_changed)
        self._bridge.policy_changed.connect(self.list.viewport().update)
        self._bridge.submit.given.connect(self._on_given)
        self.folds.look = self.stories.look
        self.folds.is_busy = self._is_busy
        self.folds.changed_rows.connect(self.stories.show_view)
        self.stories.found.connect(self.folds.put)

    # What the shell asks

    @property
    def base(self) -> View:
        """The view that was chosen in the rail."""
        return self.in_force.base

    @property
    def is_shield(self) -> bool:
        """Whether the view is the one of what is kept out of sight, which is seen by what was decided about it."""
        return self.base.filter.shielded is True and len(own_parts(self.base)[0]) == 1

    def show_view(self, view: View, name: str, *, select: ThreadId | None = None) -> None:
        """Show a view from its top, or with a thread of it open; in the order it was last read in."""
        self._names[view.id] = name
        remembered = self._bridge.desk.state(f"sort:{view.id}")
        sort = default_sort(remembered) if remembered else view.sort
        self._leave_search(InForce.of(view, sort))
        self._show(select)

    def show_status(self, status: Status) -> None:
        """Show the same view through another status."""
        self._change(replace(self.in_force, status=status))

    def show_let_through(self) -> None:
        """Show what was kept out of sight and let through, in the place of the view."""
        from socialdesk.desktop.places.queue.finding import LetThroughs

        self._is_let_through = True
        self.selection.clear()
        self.header.set_statuses(frozenset())
        self.header.let_through.setChecked(True)
        pending = tuple(self._let_through_now())
        self._let_shown = self._let_number()
        self.model.find(LetThroughs("", self._bridge.clock.now().astimezone(HERE), pending=pending))

    def _let_through_now(self) -> list[Thread]:
        """What was let through here and is not so in the file yet."""
        pending = self._bridge.submit.pending
        if not pending:
            return []
        from socialdesk.model.shielding import LetThrough  # commands are not loaded for the first frame

        ids = dict.fromkeys(one.command.thread for one in pending if isinstance(one.command, LetThrough))
        kept = [one for one in self._bridge.cache.threads(list(ids)) if one.is_shielded]
        return [one for one in map(self._bridge.submit.folded, kept) if not one.is_shielded]

    def _let_number(self) -> int:
        from socialdesk.store.shield import let_through_count  # for this view alone

        return let_through_count(self._bridge.cache) + len(self._let_through_now())

    def _follow_let_through(self) -> None:
        """Look again where something was let through, or is kept again, while that list is shown."""
        if self._is_let_through and self._let_number() != self._let_shown:
            self.show_let_through()

    def sort_by(self, sort: Sort) -> None:
        """Read this view in another order, now and whenever it is shown."""
        self._bridge.desk.set_state(f"sort:{self.base.id}", sort.value)
        here = self.current()
        self._change(replace(self.in_force, sort=sort), here.id if here else None)

    def filter_by(self, parts: Sequence[Condition], *, joins_any: bool = False) -> None:
        """Take only what fits these conditions; of a saved view instead of its own."""
        here = self.current()
        self._change(replace(self.in_force, parts=tuple(parts), joins_any=joins_any), here.id if here else None)

    def take_away(self, part: Condition) -> None:
        """Ask for one condition fewer."""
        left = self.in_force.without(part)
        self.filter_by(left.parts, joins_any=left.joins_any)

    def clear_filter(self) -> None:
        """Ask for no condition any more."""
        self.filter_by(())

    def open_filter(self) -> None:
        """Show the card in which filters are put together."""
        if self._card is None:
            from socialdesk.desktop.places.queue.filter_card import FilterCard  # loaded when it is first asked for

            self._card = FilterCard(self.window(), self._bridge)
            self._card.filtered.connect(self._on_filtered)
            self._card.save_wanted.connect(self._on_save_wanted)
        button = self.header.filter_button
        corner = button.mapTo(self.window(), button.rect().topLeft())
        self._card.fill(self.in_force)
        self._tell()
        self._card.show_at(QRect(corner, button.size()))

    @property
    def card(self) -> FilterCard | None:
        """The filter card, once it was asked for."""
        return self._card

    def held_with(self, thread: ThreadId) -> Sequence[ThreadId]:
        """What goes along when the row of a thread is dragged: all that is selected, if that one is."""
        return self.selection.ids if thread in self.selection else self.model.meant(thread)

    def said_in_force(self) -> list[str]:
        """What is in force, in words."""
        return [self._said(part) for part in self.in_force.parts]

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
        self._told = thread
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

    def let_in(self) -> None:
        """Apply the order that was held back; what is open stays open, and where it stood."""
        self._keeping(self.model.let_in)
        self.folds.arrange(at_once=True)

    def apply_order(self) -> None:
        """Apply the order that was held back and look at the top."""
        self.let_in()
        self.list.scrollToTop()

    def start_search(self) -> None:
        """Show the search field and wait for words."""
        self.header.start_search()

    def draft_changed(self, thread: ThreadId, text: str) -> None:
        """A draft was begun, changed or dropped. While somebody types, their row follows a few times a second."""
        self._drafts[thread] = text
        if text:
            self._draft_soon.ask()
        else:
            self._show_drafts()

    # Inside

    def _tell_opened(self, thread: Thread | None) -> None:
        self._told = thread.id if thread is not None else None
        self.thread_opened.emit(thread)

    def _show_drafts(self) -> None:
        changed, self._drafts = self._drafts, {}
        for thread, text in changed.items():
            self.model.set_draft(thread, text)

    def _keeping(self, change: Callable[[], None], otherwise: Callable[[], ThreadId | None] = lambda: None) -> None:
        """Change the rows; what is open stays open, or what `otherwise` gives then where it has no row any more."""
        open_ = self.current()
        self._is_letting_in = True
        try:
            change()
            wanted = open_.id if open_ is not None and self.model.row_of(open_.id) is not None else otherwise()
            here = self.current()
            if wanted is not None and (here is None or here.id != wanted):
                self.open(wanted)
        finally:
            self._is_letting_in = False
        now = self.current()
        if now is not None and open_ is not None and now.id != open_.id:
            self._idle.start()
            self._tell_opened(now)
        self._tell()

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

    def _change(self, wanted: InForce, select: ThreadId | None = None) -> None:
        self.in_force = wanted
        self._show(select)

    def _show(self, select: ThreadId | None) -> None:
        view = self.in_force.view
        self.selection.clear()
        self._is_let_through = False
        QTimer.singleShot(0, self.stories, self.stories.show_view)
        self.header.set_shield(is_on=self.is_shield)
        self.header.set_statuses(view.filter.statuses)
        self.header.set_sort(view.sort)
        self._tell_in_force()
        self.model.show(view)
        self._select = select
        if self.model.is_reading:
            self._stack.setCurrentWidget(self.list)
            if select is not None:
                self.open(select)
            self._tell()
        else:
            self._settle()

    def say_nothing(self, sentence: str) -> None:
        """Nothing is listed, and nothing stands beside the list that says so."""
        if self.model.is_search or self.in_force.parts:
            return  # it says already what is not found
        self.nothing.show_sentence(sentence)
        self._stack.setCurrentWidget(self.nothing)

    def _settle(self) -> None:
        """The threads of the view are there: open the one that is wanted, or the first."""
        select, first = self._select, self.model.first()
        stays = self.guest is not None and self.guest.id == select and not self.guest.has_row
        is_filtered = bool(self.in_force.parts)
        if first is None and is_filtered:
            self.nothing.show_filtered(len(self.in_force.parts))
            self._stack.setCurrentWidget(self.nothing)
            self.show_guest(self._told)  # what was open stays, and acts are on it
        else:
            self._stack.setCurrentWidget(self.list)
        if stays:
            pass  # the list was only read anew beside it
        elif (select is None or not self.open(select)) and first is not None:
            self.open(first.id)
        if first is None and not is_filtered and not stays:
            self.guest = None
            self._tell_opened(None)
        self._tell()

    def _tell_in_force(self) -> None:
        now = self.in_force
        any_of = tr("queue", "Any of", "before conditions of which one must hold") if now.joins_any else ""
        # The segments of the shielded view say already what it takes.
        shown = () if self.is_shield and not now.is_changed else now.parts
        parts = [(part, self._said(part)) for part in shown]
        self.header.show_in_force(parts, any_of=any_of, can_save=now.is_changed)

    def _tell(self) -> None:
        counts = self._bridge.counts() if not self.in_force.is_changed else {}
        for status, chip in self._chips.items():
            number = counts.get(with_status(self.base, status).id, 0) if counts else None
            is_counted = self.base.shows_count and (status is not Status.DONE or self.is_shield)
            chip.set_count(number if is_counted else None)
            if self.is_shield and status is Status.WAITING:
                self.header.set_waiting(is_shown=bool(number))
        if self.is_shield:
            self.header.let_through.set_count(self._let_number())
        total, late = self.model.total, self.model.late
        if self._card is not None:
            said = tr("queue", "%n thread(s)", "", total) if total < 10_000 else many(total)
            self._card.tell(tr("filter", "Counting…") if self.model.is_counting else said)
        if self.model.is_search:
            return
        if self.model.is_counting:
            about = tr("queue", "Counting…", "threads of a view")
        elif not total:
            is_open = self.model.view.filter.statuses == frozenset({Status.OPEN}) and not self.is_shield
            about = tr("queue", "nothing open") if is_open else tr("queue", "nothing here")
        elif self.is_shield and self.model.view.filter.statuses == frozenset({Status.OPEN}):
            about = tr("queue", "{total} kept out of sight").format(total=many(total))
        elif self.model.view.filter.statuses != frozenset({Status.OPEN}):
            about = many(total)
        elif late:
            about = tr("queue", "{total} open, {late} late").format(total=many(total), late=many(late))
        else:
            about = tr("queue", "{total} open").format(total=many(total))
        self.header.set_about(about)
        self._tell_waiting()

    def _tell_waiting(self) -> None:
        waiting = self.model.waiting_above
        self._pill.set_words(tr("queue", "%n new above", "threads that wait above the list", waiting))
        self._pill.setToolTip(tr("queue", "Show them  Home"))
        self._pill.setVisible(waiting > 0)
        self._pill.adjustSize()
        self._pill.move((self.width() - self._pill.width()) // 2, self.header.height() + 8)
        self._pill.raise_()

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        thread: Thread | None = now.data(THREAD_ROLE)
        if thread is None and now.isValid():  # a head: go past it
            step = 1 if now.row() > before.row() else -1
            other = self.model.index(now.row() + step)
            if other.isValid():
                self.list.selectionModel().setCurrentIndex(other, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            return
        if self._is_letting_in:
            return
        self.guest = None
        self._idle.start()
        if self.model.is_reading and thread is not None:
            self._select = thread.id
        self._tell_opened(thread)

    def _on_changed(self, changes: Changes) -> None:
        if "view" in changes.others:
            self._follow_view()
        if changes.is_incomplete:
            # We slept longer than the journal reaches back: what is shown is read anew, once.
            self._show_again()
        elif changes.threads:
            busy = self._is_busy()
            self._following(changes.threads, hold_new=busy)
            if busy:
                self._idle.start()
            self._follow_let_through()
        elif changes.others & {"count"}:
            self.model.recount()
        has_any = not (self.model.is_search or self.model.is_reading) and self.model.first() is not None
        if has_any and self._stack.currentWidget() is self.nothing:
            self._stack.setCurrentWidget(self.list)

    def _on_setting(self, key: str) -> None:
        if key == "shield.names":
            self.list.viewport().update()

    def _on_given(self, threads: Sequence[ThreadId]) -> None:
        if threads:
            self._following(threads, given=True)
            self._follow_let_through()
        else:
            self._follow_view()

    def _follow_view(self) -> None:
        """A saved view may have been renamed, changed or deleted, here or elsewhere."""
        base = self.base
        if base.is_built_in:
            return
        now = next((view for view in self._bridge.views() if view.id == base.id), None)
        if now is None:
            if base.id in self._names:
                self.view_gone.emit()
            return
        if now == base:
            return
        if now.name != base.name:
            self._names[now.id] = now.name
            self.header.set_title(now.name)
        fits = InForce.of(now, self.in_force.sort)
        if self.in_force.is_changed and self.in_force.filter != now.filter:
            fits = replace(self.in_force, base=now)
        self.in_force = replace(fits, status=self.in_force.status)
        if not self.model.is_search:
            self._show_again()

    def _show_again(self) -> None:
        if not self.model.is_search:
            here = self.current()
            self._show(here.id if here else None)

    def _now(self) -> datetime:
        return self._bridge.clock.now()

    def _on_minute(self) -> None:
        if self.model.view.filter.depends_on_time and not self._idle.isActive() and not self.underMouse():
            self._show_again()  # who waits long enough changes while nothing happens
        else:
            self.model.tick()

    def _when_idle(self) -> None:
        if self.underMouse() and self.model.waiting_above:
            self._idle.start()
            return
        self.let_in()

    def _on_filtered(self, parts: tuple[Condition, ...], joins_any: bool) -> None:
        self.filter_by(parts, joins_any=joins_any)
        if not parts and self._card is not None:
            self._card.fill(self.in_force)

    def _on_save_wanted(self) -> None:
        if self._card is not None:
            self._card.leave()
        self.save_wanted.emit()

    def _run_search(self) -> None:
        from socialdesk.desktop.places.queue.finding import Finding  # loaded by the first search

        typed = self.search_field.text()
        if not typed.strip():
            self._show(None)
            return
        here = self._bridge.clock.now().astimezone(HERE)
        self.model.find(Finding(typed, here, newest_first=self.newest.isChecked()))

    def _on_found(self, finding: Finding) -> None:
        """A page of what was looked for is there."""
        if not finding.hits:
            nothing = tr("queue", "Nothing matches “{words}”.").format(words=finding.typed)
            if self._is_let_through:
                nothing = tr("queue", "Nothing was let through yet.")
            self.nothing.show_sentence(finding.sentence or nothing)
            self._stack.setCurrentWidget(self.nothing)
            self.show_guest(self._told)
            if self._is_let_through:
                self.header.set_about(tr("queue", "nothing here"))
            return
        self._stack.setCurrentWidget(self.list)
        number = len(finding.hits)
        if self._is_let_through:
            said = tr("queue", "%n let through", "threads", self._let_number())
        elif finding.has_more:
            said = tr("queue", "%n or more found", "", number)
        else:
            said = tr("queue", "%n found", "", number)
        self.header.set_about(f"{said}. {finding.sentence}" if finding.sentence else said)
        first = self.model.first()
        if self._in_list() is None and first is not None:
            self.open(first.id)

    def _on_search_left(self) -> None:
        self.search_field.clear()
        self._leave_search(self.in_force)
        self._show(None)
        self.list.setFocus()

    def _leave_search(self, wanted: InForce) -> None:
        self.in_force = wanted
        self.header.leave_search()
        self.header.set_title(self._names.get(wanted.base.id, self.header.title))
