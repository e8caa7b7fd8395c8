"""Joins rows that are dragged with the rows of the rail they are dropped on: what it would do is told all the while."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.places.rail.model import Line
from socialdesk.desktop.shell.parts import Parts
from socialdesk.desktop.widgets.drag_card import DragCard
from socialdesk.model.command import Assign, MarkDone
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.view import DONE, MINE, SNOOZED, UNASSIGNED

tr = QCoreApplication.translate


class Dragging(QObject):
    """The drag of one window."""

    def __init__(self, window: Parts, over: QWidget, ask_snooze: Callable[[], None]) -> None:
        super().__init__(over)
        self._w = window
        self._over = over
        self._ask_snooze = ask_snooze
        self.card = DragCard(over)
        rows = window.queue.list
        rows.dragged.connect(self._on_dragged)
        rows.dropped.connect(self._on_dropped)
        rows.drag_left.connect(self._leave)

    def _on_dragged(self, thread: int, at: QPoint) -> None:
        held = self._w.queue.held_with(ThreadId(thread))
        line = self._w.rail.line_at(at)
        words = said(line, len(held))
        self._w.rail.mark_drop(line if words else None)
        shown = words or tr("drag", "%n thread(s)", "", len(held))
        self.card.show_at(self._over.mapFromGlobal(at), shown, can_drop=bool(words))

    def _on_dropped(self, thread: int, at: QPoint) -> None:
        held = self._w.queue.held_with(ThreadId(thread))
        line = self._w.rail.line_at(at)
        self._leave()
        if line is None or not said(line, len(held)):
            return
        if len(held) > 1:
            self._drop_many(line, held)
        elif line.id == SNOOZED.id:
            self._w.queue.open(held[0])
            self._ask_snooze()
        else:
            self._drop(line, held[0])

    def _drop_many(self, line: Line, held: Sequence[ThreadId]) -> None:
        """As by the keys: what a colleague answers is left out and told, thousands are written beside the window."""
        self._w.queue.selection.select(held)
        if line.id == SNOOZED.id:
            self._w.run(self._w.registry["thread.snooze"])
        elif line.id == DONE.id:
            self._w.run(self._w.registry["thread.done"])
        else:
            self._w.bulk.assign(self._w.bridge.me if line.id == MINE.id else None)

    def _drop(self, line: Line, held: ThreadId) -> None:
        bridge = self._w.bridge
        thread = bridge.thread(held)
        if thread is None:
            return
        here = self._w.queue.current()
        following = self._w.queue.after(here.id) if here is not None else None
        command = MarkDone(held) if line.id == DONE.id else Assign(held, bridge.me if line.id == MINE.id else None)
        bridge.submit.give([(thread, command)], done(line, 1))
        has_left = here is not None and self._w.queue.model.row_of(here.id) is None
        if has_left and (following is None or not self._w.queue.open(following.id)):
            self._w.open_thread(None)

    def _leave(self) -> None:
        self.card.hide()
        self._w.rail.mark_drop(None)


def said(line: Line | None, many: int) -> str:
    """What letting go here would do; empty where it does nothing."""
    match line.id if line is not None else "":
        case MINE.id:
            return tr("drag", "Give %n thread(s) to you", "", many)
        case UNASSIGNED.id:
            return tr("drag", "Give %n thread(s) to nobody", "", many)
        case SNOOZED.id:
            return tr("drag", "Snooze %n thread(s) …", "", many)
        case DONE.id:
            return tr("drag", "Mark %n thread(s) done", "", many)
        case _:
            return ""


def done(line: Line, many: int) -> str:
    """What was done, for the undo."""
    match line.id:
        case MINE.id:
            return tr("drag", "%n thread(s) are yours.", "", many)
        case UNASSIGNED.id:
            return tr("drag", "%n thread(s) are nobody’s now.", "", many)
        case _:
            return tr("drag", "%n thread(s) are done.", "", many)
