"""Filters, orders, saved views and the rail."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from socialdesk.desktop.shell.window import Window
from socialdesk.model.condition import Field, Is, Not
from socialdesk.model.sorting import Sort
from socialdesk.model.view import TEAM
from socialdesk.store import queue_cost

_FRENCH, _VIP = Is(Field.LANGUAGE, frozenset({"fr"})), Is(Field.VIP)
_SOME = (_FRENCH, Not(Is(Field.TAG, frozenset({"Delivery"}))), Is(Field.WAITING, frozenset({"60"})))


def _filter(window: Window) -> None:
    window.hands.go(TEAM)
    window.queue.filter_by(_SOME)
    window.hands.views.filter()


def _chips(window: Window) -> None:
    window.hands.go(TEAM)
    window.queue.filter_by(_SOME)


def _nothing(window: Window) -> None:
    window.queue.filter_by((_FRENCH, _VIP, Is(Field.PRIORITY, frozenset({"low"}))))


def _saving(window: Window) -> None:
    window.hands.go(TEAM)
    window.queue.filter_by((_FRENCH, _VIP))
    window.hands.views.save_as()


def _stars(window: Window) -> None:
    window.hands.go(TEAM)
    window.hands.views.sort_by(Sort.STARS)


def _newest(window: Window) -> None:
    window.hands.go(TEAM)
    window.hands.views.sort_by(Sort.NEWEST)


def _names(window: Window) -> None:
    window.hands.go(TEAM)
    window.hands.views.sort_by(Sort.NAME)


def _reading(window: Window) -> None:
    queue, few = window.queue, queue_cost.FEW
    queue.model._read_beside = lambda *_asked: None  # type: ignore[method-assign]  # the answer never comes
    queue.model._heads.count = lambda *_asked: False  # type: ignore[method-assign]  # nor does the number
    queue_cost.FEW = 0
    queue.filter_by((_FRENCH, _VIP, Is(Field.PRIORITY, frozenset({"low"}))))
    queue_cost.FEW = few


def _hover(window: Window) -> None:
    row = window.queue.list.visualRect(window.queue.model.index(2)).center()
    # Where the pointer stands there already, from a window before, only a move tells this one of it.
    QTest.mouseMove(window.queue.list.viewport(), row + QPoint(4, 0))
    QTest.mouseMove(window.queue.list.viewport(), row)


def _dragged(window: Window) -> None:
    rows = window.queue.list
    start = rows.visualRect(window.queue.model.index(2)).center()
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    line = window.rail.list.visualRect(window.rail.model.index(2)).center()
    there = rows.viewport().mapFromGlobal(window.rail.list.viewport().mapToGlobal(line))
    QTest.mouseMove(rows.viewport(), start + QPoint(30, 0))
    QTest.mouseMove(rows.viewport(), there)


def _icons_alone(window: Window) -> None:
    window.resize(1000, 780)


SCENES = {
    "queue-filter": _filter,
    "queue-chips": _chips,
    "queue-nothing": _nothing,
    "queue-save": _saving,
    "queue-stars": _stars,
    "queue-newest": _newest,
    "queue-names": _names,
    "queue-reading": _reading,
    "queue-hover": _hover,
    "queue-drag": _dragged,
    "rail-icons": _icons_alone,
}
