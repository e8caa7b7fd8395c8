"""Keeps the keyboard where it was when what it stands on is built anew: by its name, else by its number in the row.

Without it, Qt hands the keyboard to whatever stands next, and a screen reader is somewhere else after each act.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from socialdesk.support.values import value_class


@value_class(frozen=True, slots=True)
class FocusPlace:
    """Where the keyboard was: the name it was heard by, and its number among what Tab stops at."""

    name: str
    number: int


def focus_place(inside: QWidget | None) -> FocusPlace | None:
    """Where the keyboard is inside of something; None where it is elsewhere."""
    now = QApplication.focusWidget()
    if inside is None or now is None or not inside.isAncestorOf(now):
        return None
    stops = _stops(inside)
    return FocusPlace(_name(now), stops.index(now)) if now in stops else None


def focus_again(inside: QWidget, place: FocusPlace | None) -> None:
    """Give the keyboard back: to what has the same name, else to what has come to stand there."""
    stops = _stops(inside) if place is not None else []
    if place is None or not stops:
        return
    same = [one for one in stops if _name(one) == place.name]
    at = stops[min(place.number, len(stops) - 1)]
    (at if at in same or not same else same[0]).setFocus(Qt.FocusReason.OtherFocusReason)


def _stops(inside: QWidget) -> list[QWidget]:
    every = inside.findChildren(QWidget)
    return [
        one
        for one in every
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled() and one.isVisibleTo(inside)
    ]


def _name(of: QWidget) -> str:
    return of.accessibleName() or (of.text() if isinstance(of, QAbstractButton) else "")
