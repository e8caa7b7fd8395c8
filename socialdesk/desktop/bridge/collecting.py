"""Collects garbage on the window's thread alone.

Python collects wherever something is made, on a thread that reads beside the window too. A widget of which only a ring
of references is left would be deleted there, and Qt ends a program whose widgets go on another thread than their own.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from socialdesk.support.clock import Clock

_EVERY_MS = 500
_SHARE = 1_000
"""A look at all there is may take one in so many parts of the time."""


class Collecting(QObject):
    """From when it is made until `stop` nothing is collected by itself; from `start` on it is, between two events."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._clock = clock
        self._not_before_ms = 0.0
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Collect now and then from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Collect what is due by Python's own measure; all there is only where the last such look was long enough ago.

        Python looks at all there is once it grew by a quarter. It does not tell when asked, and such a look is long.
        """
        due = [made > most for made, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if due[2] and (began_ms := self._clock.monotonic_ms()) >= self._not_before_ms:
            gc.collect()
            self._not_before_ms = began_ms + (self._clock.monotonic_ms() - began_ms) * _SHARE
        elif due[1]:
            gc.collect(1)
        elif due[0]:
            gc.collect(0)
