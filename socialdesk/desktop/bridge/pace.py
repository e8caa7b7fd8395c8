"""Does something when it is asked for; under a stream of askings only every so often, the last one included."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer

_LONGEST_MS, _SHORTEST_MS = 60_000, 50


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


class NextMoment(QObject):
    """Does something at the next moment at which anything changes, and then waits for the one after that.

    One timer however much there is to wait for. It never waits for long, so that after a sleep, or when the clock was
    set, all is right within that; the moment itself is asked for anew each time, and nothing is counted.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        until: Callable[[datetime], datetime],
        then: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._until = until
        self._then = then
        self._moment = now()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time)
        self.wait()

    @property
    def left_ms(self) -> int:
        """How long it waits now."""
        return self._timer.interval()

    def wait(self) -> None:
        """Ask for the next moment and wait for it."""
        now = self._now()
        self._moment = self._until(now)
        left = (self._moment - now) / timedelta(milliseconds=1)
        self._timer.start(min(_LONGEST_MS, max(_SHORTEST_MS, round(left) + 1)))

    def ask(self) -> None:
        """What is waited for may be another moment by now: that is looked at in a moment."""
        if self._timer.interval() > _SHORTEST_MS:
            self._timer.start(_SHORTEST_MS)

    def _on_time(self) -> None:
        # Whoever only asked need not act; a clock that was set back or waited out is looked at all the same.
        now = self._now()
        if now >= self._moment or self._moment - now > timedelta(milliseconds=_LONGEST_MS):
            self._then()
        self.wait()
