"""What the queue says of itself: its conditions as chips, how many threads it holds, and what waits above the list."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look.numbers import count as many
from socialdesk.desktop.places.queue import words
from socialdesk.desktop.places.queue.fold_model import FoldedQueue
from socialdesk.desktop.places.queue.header import QueueHeader
from socialdesk.desktop.places.queue.in_force import InForce
from socialdesk.desktop.widgets.buttons import Button, Kind
from socialdesk.model.condition import Condition
from socialdesk.model.thread import Status
from socialdesk.model.view import MINE, with_status

if TYPE_CHECKING:
    from socialdesk.desktop.places.queue.filter_card import FilterCard

tr = words.tr


class Told:
    """The words and numbers of one queue, in its head and on the pill above its list."""

    def __init__(
        self, bridge: Bridge, model: FoldedQueue, header: QueueHeader, over: QWidget, let_in: Callable[[], None]
    ) -> None:
        """`let_in` shows what waits above the list."""
        self._bridge = bridge
        self._model = model
        self._header = header
        self._over = over
        self._let_in = let_in

    @cached_property
    def pill(self) -> Button:
        """What waits above the list; made when something does."""
        pill = Button("", Kind.SECONDARY, icon="arrow-up", parent=self._over)
        pill.setToolTip(tr("queue", "Show them  Home"))
        pill.clicked.connect(self._let_in)
        return pill

    def tell_in_force(self, now: InForce, said: Callable[[Condition], str], *, is_shield: bool) -> None:
        """Show each condition that is in force."""
        any_of = tr("queue", "Any of", "before conditions of which one must hold") if now.joins_any else ""
        # The segments of the shielded view say already what it takes.
        shown = () if is_shield and not now.is_changed else now.parts
        parts = [(part, said(part)) for part in shown]
        can_change = now.is_changed and not now.base.is_built_in
        self._header.show_in_force(parts, any_of=any_of, can_save=now.is_changed, can_change=can_change)

    def tell(self, now: InForce, card: FilterCard | None, let: Callable[[], int] | None) -> None:
        """Show every number; `let` counts what was let through, where what is kept out of sight is shown."""
        counts = self._bridge.counts(now.base) if not now.is_changed else {}
        for status, chip in self._header.chips.items():
            number = counts.get(with_status(now.base, status).id, 0) if counts else None
            is_counted = now.base.shows_count and (status is not Status.DONE or let is not None)
            chip.set_count(number if is_counted else self._finished(now) if status is Status.DONE else None)
            if let is not None and status is Status.WAITING:
                self._header.set_waiting(is_shown=bool(number))
        if let is not None:
            self._header.let_through.set_count(let())
        total = self._model.total
        if card is not None:
            said = tr("queue", "%n thread(s)", "", total) if total < 10_000 else many(total)
            card.tell(tr("filter", "Counting…") if self._model.is_counting else said)
            card.offer_change(on=now.is_changed and not now.base.is_built_in)
        if not self._model.is_search:
            self._header.set_about(self._about(is_shield=let is not None))
            self._tell_waiting()

    def _finished(self, now: InForce) -> int | None:
        """How many of mine I marked done today: told where nothing is left of them."""
        is_empty = not (self._model.total or self._model.is_counting or self._model.is_search)
        if now.base.id != MINE.id or now.is_changed or not is_empty:
            return None
        from socialdesk.store.answered import finished_since  # seldom, and not in the first frame
        from socialdesk.support.clock import local_midnight

        bridge = self._bridge
        return finished_since(bridge.cache, bridge.me, local_midnight(bridge.clock.now())) or None

    def _about(self, *, is_shield: bool) -> str:
        total, late = self._model.total, self._model.late
        if self._model.is_counting:
            return tr("queue", "Counting…", "threads of a view")
        if not total:
            is_open = self._model.view.filter.statuses == frozenset({Status.OPEN}) and not is_shield
            return tr("queue", "nothing open") if is_open else tr("queue", "nothing here")
        if is_shield and self._model.view.filter.statuses == frozenset({Status.OPEN}):
            return tr("queue", "{total} kept out of sight").format(total=many(total))
        if self._model.view.filter.statuses != frozenset({Status.OPEN}):
            return many(total)
        if late:
            if total == 1:
                return tr("queue", "1 open, late")
            return tr("queue", "{total} open, {late} late").format(total=many(total), late=many(late))
        if total == 1:
            return tr("queue", "1 open")
        return tr("queue", "{total} open").format(total=many(total))

    def _tell_waiting(self) -> None:
        waiting = self._model.waiting_above
        if not waiting and "pill" not in self.__dict__:
            return
        self.pill.set_words(tr("queue", "%n new above", "threads that wait above the list", waiting))
        self.pill.setVisible(waiting > 0)
        self.pill.adjustSize()
        self.pill.move((self._over.width() - self.pill.width()) // 2, self._header.height() + 8)
        self.pill.raise_()
