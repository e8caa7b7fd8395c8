"""Lets a widget follow the look: at once while one sees it, else when it is shown again.

Most places are hidden at any moment, and dressing one costs as much as making it. What has to know its size before it
is shown is caught up with first.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look import theme


def catch_up(widget: QWidget) -> None:
    """Dress now what of a widget and below it waited to be shown."""
    for one in widget.findChildren(Following):
        one.catch_up()


class Following(QObject):
    """Calls `dress` whenever the look changed and `widget` is on the screen. The first dressing is the widget's own."""

    def __init__(self, widget: QWidget, dress: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._dress = dress
        self._is_late = False
        self._dressed_for = theme.in_force()
        theme.signals().changed.connect(self._on_changed)

    @property
    def is_late(self) -> bool:
        """Whether the widget still looks as before."""
        return self._is_late

    def catch_up(self) -> None:
        """Dress now what waited to be shown."""
        if self._is_late:
            self._is_late = False
            self._widget.removeEventFilter(self)
            # Larger and smaller again while nobody looked: it looks as it should.
            if self._dressed_for != theme.in_force():
                self._dress_now()

    def _dress_now(self) -> None:
        self._dressed_for = theme.in_force()
        self._dress()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While Python collects a window, what it knew is gone before Qt stops telling it of the last events.
        if event.type() == QEvent.Type.Show and watched is getattr(self, "_widget", None):
            self.catch_up()
        return False

    def _on_changed(self) -> None:
        if self._widget.isVisible():
            self._dress_now()
        elif not self._is_late:
            self._is_late = True
            self._widget.installEventFilter(self)


def sized(widget: QWidget, measure: Callable[[], object]) -> None:
    """Set sizes of a widget that hold text: now, and again at another size of the text."""
    measure()
    Following(widget, measure)
