"""Keeps a window's geometry, its split, its view and its thread, and begins the next one with them."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.look import metrics
from socialdesk.desktop.places.queue.view import QueuePlace
from socialdesk.desktop.places.rail.view import RailPlace
from socialdesk.model.identifiers import ThreadId
from socialdesk.model.view import BUILT_IN, MINE, View
from socialdesk.store.desk import Desk

GEOMETRY, SPLIT, VIEW, THREAD = "geometry", "split", "view", "thread"
_DIGITS = 19
"""The numbers of threads have fewer."""


def keep(window: QWidget, split: QSplitter, desk: Desk) -> None:
    """Remember how the window stands."""
    desk.set_state(GEOMETRY, bytes(window.saveGeometry().toBase64().data()).decode())
    desk.set_state(SPLIT, bytes(split.saveState().toBase64().data()).decode())


def stand(window: QWidget, split: QSplitter, desk: Desk) -> None:
    """Stand as the last window stood."""
    geometry, kept = desk.state(GEOMETRY), desk.state(SPLIT)
    if geometry:
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
    if kept:
        split.restoreState(QByteArray.fromBase64(kept.encode()))
    else:
        rest = metrics.WINDOW[0] - metrics.RAIL_WIDTH - metrics.QUEUE_WIDTH - metrics.CONTEXT_WIDTH
        split.setSizes([metrics.QUEUE_WIDTH, rest, metrics.CONTEXT_WIDTH])


def begin(rail: RailPlace, queue: QueuePlace, bridge: Bridge) -> None:
    """Show the view and the thread that were shown last."""
    thread = thread_in(bridge.desk.state(THREAD) or "")
    view = _first_view(bridge)
    rail.list.selectionModel().blockSignals(True)
    rail.choose(view.id)
    rail.list.selectionModel().blockSignals(False)
    queue.show_view(view, rail.name(view), select=thread)
    queue.list.setFocus()


def thread_in(kept: str) -> ThreadId | None:
    """The thread that was remembered; None where what was is no number of one."""
    return ThreadId(int(kept)) if kept.isdecimal() and len(kept) < _DIGITS else None


def _first_view(bridge: Bridge) -> View:
    last = bridge.desk.state(VIEW) or MINE.id
    known = {view.id: view for view in (*BUILT_IN, *bridge.views())}
    if not bridge.is_demo and last == MINE.id and not bridge.counts().get(MINE.id):
        return known["unassigned"]  # alone, nothing is assigned yet: start where the work is
    return known.get(last, MINE)
