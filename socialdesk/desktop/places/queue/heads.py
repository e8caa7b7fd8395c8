"""Counts what stands under each head of the queue: in the file beside the window where that takes long, here on top."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.model.sorting import Heading, Sort
from socialdesk.model.triage import Group, GroupBounds
from socialdesk.model.view import MINE, View, takes
from socialdesk.store.queue_cost import are_few
from socialdesk.store.queue_page import Sections, ahead_of_time, section_counts
from socialdesk.support.clock import local_midnight

if TYPE_CHECKING:
    from socialdesk.store.cache import Cache

_TOPIC = "heads"


def sections(sort: Sort, now: datetime) -> Sections:
    """The sections of an order as they are now."""
    return Sections.of(sort, GroupBounds.at(now, local_midnight(now, 1)), local_midnight(now))


class Heads:
    """The numbers of one view. `told` is called when they come later than they were asked for."""

    def __init__(self, bridge: Bridge, told: Callable[[], object]) -> None:
        self._bridge = bridge
        self._told = told
        self._view, self._now = MINE, bridge.clock.now()
        self._in_file: dict[Heading, int] | None = None
        self._late_in_file: int | None = None
        self._ahead_in_file = 0
        self.counts: dict[Heading, int] = {}
        """How many threads are under each head; empty while nothing is known."""
        self.late = 0
        """How many of them are late."""
        self.ahead = 0
        """How many stand with the overdue ones and are not, since they were moved up."""

    @property
    def is_known(self) -> bool:
        """Whether the view was counted."""
        return self._in_file is not None

    def number(self, heading: Heading) -> int | None:
        """How many are under a head; None while that is not known."""
        return self.counts.get(heading, 0) if self._in_file is not None else None

    def forget(self) -> None:
        """Another view is shown."""
        self._in_file = self._late_in_file = None
        self.counts = {}
        self.late = self.ahead = 0
        if self._bridge.has_read_beside:
            self._bridge.beside.forget(_TOPIC)

    def count(self, view: View, now: datetime) -> bool:
        """Count in the file, at once where that is quick; False when the numbers come later."""
        self._view, self._now = view, now
        me, cut = self._bridge.me, sections(view.sort, now)
        overdue = sections(Sort.TRIAGE, now).only(Group.OVERDUE)

        def read(cache: Cache) -> tuple[dict[Heading, int], int | None, int]:
            counts = section_counts(cache, view, me, cut, now)
            late = None
            if view.sort is not Sort.TRIAGE:
                late = section_counts(cache, replace(view, sort=Sort.TRIAGE), me, overdue, now)[Group.OVERDUE]
            in_head = counts.get(Group.OVERDUE, 0) if late is None else late
            return counts, late, ahead_of_time(cache, view, me, now) if in_head else 0

        if are_few(self._bridge.cache):
            self._in_file, self._late_in_file, self._ahead_in_file = read(self._bridge.cache)
            self.move()
            return True
        self._bridge.beside.ask(_TOPIC, read, self._on_counted)
        return False

    def move(self) -> None:
        """What is pending here is in the heads at once, not when the engine has written it."""
        if self._in_file is None:
            return
        cut, me = sections(self._view.sort, self._now), self._bridge.me
        self.counts = dict(self._in_file)
        self.ahead = self._ahead_in_file
        bounds = GroupBounds.at(self._now, self._now)
        for moved in self._bridge.overlay.threads():
            for one, by in ((moved.before, -1), (moved.after, 1)):
                if takes(self._view.filter, one, me, self._now):
                    heading = cut.of_thread(one)
                    self.counts[heading] = max(0, self.counts.get(heading, 0) + by)
                    self.ahead += by * bounds.is_ahead(one)
        in_head = self.counts.get(Group.OVERDUE, 0) if self._late_in_file is None else self._late_in_file
        self.ahead = max(0, min(self.ahead, in_head))
        self.late = in_head - self.ahead

    def _on_counted(self, counted: tuple[dict[Heading, int], int | None, int]) -> None:
        self._in_file, self._late_in_file, self._ahead_in_file = counted
        self.move()
        self._told()
