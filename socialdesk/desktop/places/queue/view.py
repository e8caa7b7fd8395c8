"""The queue on the screen: which view it shows, what is open in it and what is looked for, with hands on the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.bridge.pace import NextMoment
from socialdesk.desktop.places.queue import words
from socialdesk.desktop.places.queue.frame import QueueFrame
from socialdesk.desktop.places.queue.in_force import InForce, own_parts
from socialdesk.model.condition import Condition
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.sorting import Sort, default_sort
from socialdesk.model.thread import Status
from socialdesk.model.view import MINE, View
from socialdesk.store.cache import Changes
from socialdesk.support.clock import HERE

if TYPE_CHECKING:
    from socialdesk.desktop.places.queue.filter_card import FilterCard
    from socialdesk.desktop.places.queue.filter_words import Said
    from socialdesk.desktop.places.queue.finding import Finding
    from socialdesk.desktop.places.queue.let_through import LetThroughHere
    from socialdesk.desktop.places.queue.shapes import RowShapes
    from socialdesk.desktop.widgets.state_page import Act

tr = words.tr
_SEARCH_MS = 120
_SHAPES_MS = 300
"""A view that is read for longer is stood for by grey shapes; a shorter while would only flicker."""
_MOST_PAGES = 10


class QueuePlace(QueueFrame):
    """The queue with the view it shows: through which status and conditions, in which order, or what a search found."""

    save_wanted = Signal()
    change_wanted = Signal()
    """The saved view that is shown is to ask for what is in force."""
    view_gone = Signal()
    """The saved view that is shown was deleted."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._names: dict[str, str] = {}
        self.in_force = InForce(MINE)
        self._card: FilterCard | None = None
        self._before_search: ThreadId | None = None
        self._let_made: LetThroughHere | None = None
        bridge.settings.changed.connect(self._on_setting)
        self._begin()

    def _begin(self) -> None:
        self._minute = NextMoment(self._now, self.model.next_change, self._on_minute, self)
        self.model.rowsInserted.connect(self._minute.ask)
        self.model.modelReset.connect(self._minute.ask)
        self._bridge.policy_changed.connect(self._minute.ask)
        self._search_soon = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._search_soon.timeout.connect(self._run_search)
        self.shapes: RowShapes | None = None
        """What stands for the rows of a view that is long in being read, once there was such a view."""
        self._shapes_soon = QTimer(self, singleShot=True, interval=_SHAPES_MS)
        self._shapes_soon.timeout.connect(self._show_shapes)
        head = self.header
        head.typed.connect(self._search_soon.start)
        head.searched.connect(self._run_search)
        head.search_left.connect(self.end_search)
        head.list_wanted.connect(self.list.setFocus)
        head.status_chosen.connect(self.show_status)
        head.let_through_chosen.connect(self.show_let_through)
        head.sort_chosen.connect(self.sort_by)
        head.filter_wanted.connect(self.open_filter)
        head.taken_away.connect(self.take_away)
        head.cleared.connect(self.clear_filter)
        head.save_wanted.connect(self.save_wanted)
        head.change_wanted.connect(self.change_wanted)
        self.model.counted.connect(self._tell)
        self.rows_changed.connect(self._tell)
        self.model.read.connect(self._settle)
        self.model.found.connect(self._on_found)
        self._bridge.follow.changed.connect(self._on_changed)
        self._bridge.policy_changed.connect(self.list.viewport().update)
        self._bridge.submit.given.connect(self._on_given)
        self.folds.look = self.stories.look
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
        self.selection.clear()
        self._let.show()

    @cached_property
    def _said(self) -> Said:
        from socialdesk.desktop.places.queue.filter_words import Said  # no condition, no words

        return Said(self._bridge)

    def _in_words(self, part: Condition) -> str:
        return self._said(part)

    @property
    def _let(self) -> LetThroughHere:
        """What was let through; made for the view of what is kept out of sight, which tells how much it is."""
        if self._let_made is None:
            from socialdesk.desktop.places.queue.let_through import LetThroughHere

            self._let_made = LetThroughHere(self._bridge, self.model, self.header)
        return self._let_made

    @property
    def _is_let_through(self) -> bool:
        return self._let_made is not None and self._let_made.is_shown

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
        """Show the card in which filters are put together; of the view, to which a search goes back."""
        if self.is_searching:
            self.end_search()
        if self._card is None:
            from socialdesk.desktop.places.queue.filter_card import FilterCard  # loaded when it is first asked for

            self._card = FilterCard(self.window(), self._bridge)
            self._card.filtered.connect(self._on_filtered)
            self._card.save_wanted.connect(partial(self._leave_card, self.save_wanted))
            self._card.change_wanted.connect(partial(self._leave_card, self.change_wanted))
        button = self.header.filter_button
        corner = button.mapTo(self.window(), button.rect().topLeft())
        self._card.fill(self.in_force)
        self._tell()
        self._card.show_at(QRect(corner, button.size()))

    @property
    def card(self) -> FilterCard | None:
        """The filter card, once it was asked for."""
        return self._card

    def said_in_force(self) -> list[str]:
        """What is in force, in words."""
        return [self._said(part) for part in self.in_force.parts]

    def start_search(self) -> None:
        """Show the search field and wait for words."""
        if not self.is_searching:
            here = self.current()
            self._before_search = here.id if here is not None else None
        self.header.start_search()

    @property
    def is_searching(self) -> bool:
        """Whether the queue is a search: its field stands above the list."""
        return self.header.is_searching

    def end_search(self) -> None:
        """Go back to the view the search began from, and to the thread that was open in it."""
        self.search_field.clear()
        self._leave_search(self.in_force)
        self._show(self._before_search)
        self.list.setFocus()

    # Inside

    def _change(self, wanted: InForce, select: ThreadId | None = None) -> None:
        self.in_force = wanted
        self._show(select)

    def _show(self, select: ThreadId | None) -> None:
        view = self.in_force.view
        self.selection.clear()
        if self._let_made is not None:
            self._let_made.is_shown = False
        QTimer.singleShot(0, self.stories, self.stories.show_view)
        self.header.set_shield(is_on=self.is_shield)
        self.header.set_statuses(view.filter.statuses)
        self.header.set_sort(view.sort)
        self.told.tell_in_force(self.in_force, self._in_words, is_shield=self.is_shield)
        self.model.show(view, select)
        self._select = select
        if self.model.is_reading:
            self._stack.setCurrentWidget(self.list)
            if select is not None:
                self.open(select)
            if self.shapes is None or self.shapes.isHidden():
                self._shapes_soon.start()
            self._tell()
        else:
            self._settle()

    def say_nothing(self, sentence: str, steps: Sequence[Act] = ()) -> None:
        """Nothing is listed, and nothing stands beside the list that says so; an empty sentence takes it away again."""
        if self.model.is_search or self.in_force.parts:
            return  # it says already what is not found
        if sentence:
            self.nothing.show_sentence(sentence, steps)
        self._stack.setCurrentWidget(self.nothing if sentence else self.list)

    def _settle(self) -> None:
        """The threads of the view are there: open the one that is wanted, or the first."""
        self._hide_shapes()
        select, first = self._select, self.model.first()
        stays = self.guest is not None and self.guest.id == select and not self.guest.has_row
        is_filtered = bool(self.in_force.parts)
        if first is None and is_filtered:
            self.nothing.show_filtered(len(self.in_force.parts))
            self._stack.setCurrentWidget(self.nothing)
            self.show_guest(self._opened)  # what was open stays, and acts are on it
        else:
            self._stack.setCurrentWidget(self.list)
        if stays:
            pass  # the list was only read anew beside it
        elif (select is None or not self._open_far(select)) and first is not None:
            self.open(first.id)
        if first is None and not is_filtered and not stays:
            self.guest = None
            self._tell_opened(None)
        self._tell()

    def _show_shapes(self) -> None:
        if not self.model.is_reading or self.model.first() is not None:
            return  # what is here already and fits is shown meanwhile
        if self.shapes is None:
            from socialdesk.desktop.places.queue.shapes import RowShapes  # a quick disk never needs it

            self.shapes = RowShapes(self.list, self._delegate)
        self.shapes.begin()

    def _hide_shapes(self) -> None:
        self._shapes_soon.stop()
        if self.shapes is not None:
            self.shapes.end()

    def _open_far(self, thread: ThreadId) -> bool:
        """Open a thread that may stand some pages down; not so far that it would take a while."""
        found = self._bridge.thread(thread)
        if found is not None and self.model.takes(found):
            for _ in range(_MOST_PAGES):
                if self.model.row_of(thread) is not None or not self.model.has_more:
                    break
                self.model.fetchMore(QModelIndex())
        return self.open(thread)

    def _tell(self) -> None:
        self.told.tell(self.in_force, self._card, self._let.number if self.is_shield else None)

    def _follow_let_through(self) -> None:
        if self._is_let_through and self._let.is_behind:
            self.show_let_through()

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
        if has_any and self._stack.currentWidget() is not self.list:
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

    def _on_filtered(self, parts: tuple[Condition, ...], joins_any: bool) -> None:
        self.filter_by(parts, joins_any=joins_any)
        if not parts and self._card is not None:
            self._card.fill(self.in_force)

    def _leave_card(self, then: SignalInstance) -> None:
        if self._card is not None:
            self._card.leave()
        then.emit()

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
        self._hide_shapes()
        from socialdesk.desktop.places.queue import search_words

        let_through = self._let.number() if self._is_let_through else None
        self.stories.show_view()
        self.header.set_about(search_words.about(finding, let_through))
        if not finding.hits:
            self.nothing.show_sentence(search_words.nothing(finding, let_through))
            self._stack.setCurrentWidget(self.nothing)
            self.show_guest(self._opened)
            return
        self._stack.setCurrentWidget(self.list)
        first = self.model.first()
        if self._in_list() is None and first is not None:
            self.open(first.id)

    def _leave_search(self, wanted: InForce) -> None:
        self._search_soon.stop()  # what was typed a moment ago is wanted no more
        self.in_force = wanted
        self.header.leave_search()
        self.header.set_title(self._names.get(wanted.base.id, self.header.title))
