"""Lets a window become as small as its screen is, whose scale may be 400 %: no part of it lies beyond the edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from socialdesk.desktop.look import metrics

_LEAST_EVER = QSize(320, 240)
"""A screen of 1280 × 1024 at 400 % has about as much."""


class Room(QObject):
    """Keeps the least size of one window to its screen, also when it is moved to another one."""

    def __init__(self, window: QWidget, least: tuple[int, int] = metrics.WINDOW_LEAST) -> None:
        super().__init__(window)
        self._window = window
        self._least = QSize(*least)
        self.look()
        window.installEventFilter(self)

    def look(self) -> None:
        """As small as the design says, and smaller where the screen is."""
        there = self._window.screen().availableSize()
        self._window.setMinimumSize(self._least.boundedTo(there).expandedTo(_LEAST_EVER))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Show, QEvent.Type.ScreenChangeInternal}:
            self.look()
        return False


def within_screen(window: QWidget) -> None:
    """A window that would be larger than its screen takes what there is."""
    # What is drawn for no eyes has a made-up screen of 800 × 800.
    if QGuiApplication.platformName() != "offscreen":
        window.resize(window.size().boundedTo(window.screen().availableSize()))
