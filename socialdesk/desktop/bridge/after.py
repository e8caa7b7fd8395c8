"""Does something once the frame that answers the hand was painted: what stands beside it need not hold it up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class AfterPaint(QObject):
    """One act, put off and done once however often it is asked for.

    It waits for two turns of the loop: the first ends with the painting of what the hand did, and only then `rest_ms`
    begins to run. A timer alone would be due within that turn where reading and laying out took as long as it.
    """

    def __init__(self, act: Callable[[], object], rest_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._turn.timeout.connect(self._rest.start)
        self._rest.timeout.connect(self._run)

    def ask(self) -> None:
        """Act later; what was asked for before begins to wait anew."""
        self._rest.stop()
        self._turn.start()

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be done."""
        return self._turn.isActive() or self._rest.isActive()

    def stop(self) -> None:
        """Forget what was asked for."""
        self._turn.stop()
        self._rest.stop()

    def _run(self) -> None:
        self._act()
