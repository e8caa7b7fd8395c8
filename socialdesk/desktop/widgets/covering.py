"""Lets what lies over a window, and is seen in a small part of it, cost no more than that part as it comes and goes.

Qt paints all that lies under a widget which was shown or hidden. Under a card in the middle of a window that takes the
presses beside it that would be the whole window.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect
from PySide6.QtWidgets import QWidget


def is_shown_just_now(event: QEvent) -> bool:
    """Whether this is what Qt tells a widget that was shown, so that all of it is painted: it may ask for less."""
    return event.type() is QEvent.Type.UpdateLater


def hide_only(over: QWidget, seen: QRect) -> None:
    """Hide a widget, and have only that part of it painted anew in which something of it was seen."""
    under = over.parentWidget()
    if under is None or not over.isVisible():
        over.hide()
        return
    under.update(QRect(over.mapToParent(seen.topLeft()), seen.size()))
    over.setUpdatesEnabled(False)
    try:
        over.hide()
    finally:
        over.setUpdatesEnabled(True)
