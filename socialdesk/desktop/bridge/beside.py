"""Reads the cache beside the window's own thread, where an answer can take longer than a frame.

A question is begun once the frame that answers the hand is painted: two threads that both want Python take turns, and
the one that paints would wait for its turn at each call of Qt. Of several questions about the same thing the newest
wins: one that was overtaken is not begun, or broken off, and its answer is never told.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

if TYPE_CHECKING:
    from socialdesk.store.cache import Cache
    from socialdesk.store.protection import Unlocked

_TURN_S = 0.0005
"""How long a thread keeps Python while the window's waits for it. By default it is a third of a frame, at each call of
Qt during which another thread took its turn."""
_Answer = TypeVar("_Answer")


@dataclass(eq=False)
class _Question:
    """What is asked of the file and to whom the answer goes. `failed` is why there is none."""

    topic: str
    read: Callable[[Cache], Any]
    then: Callable[[Any], object]
    answer: Any = None
    failed: Exception | None = None


def take_short_turns() -> None:
    """Have no thread keep Python for long while the window's waits for it."""
    sys.setswitchinterval(_TURN_S)


class Beside(QObject):
    """One more reader of the cache file, on a thread of its own. `failed` tells a sentence for a person."""

    failed = Signal(str)
    _answered = Signal(object)

    def __init__(self, unlocked: Unlocked, parent: QObject | None = None) -> None:
        super().__init__(parent)
        take_short_turns()
        self.waits = False
        """Whether what is asked is not begun yet: two threads that want Python would hold the first frame up."""
        self._unlocked = unlocked
        self._pool = QThreadPool(self, maxThreadCount=1)
        self._cache: Cache | None = None
        self._wanted: dict[str, _Question] = {}
        self._running: _Question | None = None
        self._answered.connect(self._on_answered)
        self._fresh: list[_Question] = []
        self._ripe: list[_Question] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._ripen)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._begin)

    def ask(self, topic: str, read: Callable[[Cache], _Answer], then: Callable[[_Answer], object]) -> None:
        """Read beside, then tell on the window's thread. What was asked of this topic before is forgotten."""
        self.forget(topic)
        self._wanted[topic] = question = _Question(topic, read, then)
        self._fresh.append(question)
        if not self._turn.isActive():
            self._turn.start()

    def begin(self) -> None:
        """Begin with what was asked, and from now on with whatever is."""
        self.waits = False
        self._begin()

    def forget(self, topic: str) -> None:
        """Nobody waits for an answer about this any more."""
        self._wanted.pop(topic, None)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._wanted)

    def close(self) -> None:
        """Break off what goes on and let go of the file."""
        for topic in tuple(self._wanted):
            self.forget(topic)
        self._pool.waitForDone()
        if self._cache is not None:
            self._cache.close()
            self._cache = None

    def _ripen(self) -> None:
        """The turn of the loop in which something was asked is over, but not yet the painting at its end."""
        self._ripe += self._fresh
        self._fresh.clear()
        self._next.start()

    def _begin(self) -> None:
        if self.waits:
            return
        for question in self._ripe:
            if self._wanted.get(question.topic) is question:
                self._pool.start(_Job(self._work, question))
        self._ripe.clear()

    # On the other thread

    def _work(self, question: _Question) -> None:
        self._running = question
        if self._is_overtaken():
            return
        try:
            question.answer = question.read(self._reading())
        except Exception as error:  # noqa: BLE001 - it is told, or raised, on the window's thread
            if self._is_overtaken():
                return  # the driver was told to stop
            question.failed = error
        self._answered.emit(question)

    def _is_overtaken(self) -> bool:
        return self._running is None or self._wanted.get(self._running.topic) is not self._running

    def _reading(self) -> Cache:
        from socialdesk.store.cache import Cache

        if self._cache is None:
            self._cache = Cache(self._unlocked.workspace.cache, self._unlocked.key, write=False)
            self._cache.stop_when(self._is_overtaken)
        return self._cache

    # On the window's thread

    def _on_answered(self, question: _Question) -> None:
        if self._wanted.get(question.topic) is not question:
            return
        del self._wanted[question.topic]
        if question.failed is not None:
            self._tell(question.failed)
        else:
            question.then(question.answer)

    def _tell(self, error: Exception) -> None:
        from socialdesk.store.errors import DamagedFile, StoreError

        if not isinstance(error, StoreError) or isinstance(error, DamagedFile):
            raise error  # here it is heard, and a damaged file mended
        self.failed.emit(error.sentence)


class _Job(QRunnable):
    """One question on its way."""

    def __init__(self, work: Callable[[_Question], None], question: _Question) -> None:
        super().__init__()
        self._work = work
        self._question = question

    def run(self) -> None:
        self._work(self._question)
