"""Does something when it is asked for; under a stream of askings only every so often, the last one included."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Pace(QObject):
    """One act and the least time between its ends and beginnings, in milliseconds."""

    def __init__(self, act: Callable[[], object], least_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self._is_wanted = False
        self._timer = QTimer(self, singleShot=True, interval=least_ms)
        self._timer.timeout.connect(self._on_time)

    def ask(self) -> None:
        """Act now, or as soon as the time since the last one has passed."""
        if self._timer.isActive():
            self._is_wanted = True
        else:
            self._run()

    def ask_later(self) -> None:
        """Act when the time has passed, not within whatever goes on now."""
        self._is_wanted = True
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Forget what was asked for."""
        self._is_wanted = False
        self._timer.stop()

    def _on_time(self) -> None:
        if self._is_wanted:
            self._run()

    def _run(self) -> None:
        self._is_wanted = False
        self._timer.start()
        self._act()
        self._timer.start()  # counted from its end: a slow act leaves room for others
