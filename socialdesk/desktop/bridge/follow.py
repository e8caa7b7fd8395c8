"""Follows the journal of the cache: woken by pokes of the engine and by a slow timer, tells which rows changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from socialdesk.desktop.bridge.pace import Pace
from socialdesk.desktop.bridge.submit import Submit
from socialdesk.store.cache import Cache
from socialdesk.store.desk import Desk
from socialdesk.store.errors import DamagedFile, StoreError
from socialdesk.support.paths import Workspace

if TYPE_CHECKING:
    from socialdesk.support.pipe import Pipe

SLOW_MS = 1_000
LEAST_MS = 60
"""While an engine takes in thousands of messages a second it pokes a hundred times; as often a frame would be late."""
BEAT_MS, SILENT_BEATS = 15_000, 6
"""How often the engine is asked whether it is alive, and after how many of these without any word of it it is not."""
MOST = 800
"""Journal entries of one look: what is more waits for the next one, so that keys and frames come in between."""


class Follow(QObject):
    """The reader of the journal."""

    changed = Signal(object)
    """A `Changes`."""
    results = Signal(object)
    """A list of `Result` of own commands."""
    asked_to_show = Signal()
    silent = Signal()
    """The engine is there, and has answered nothing for a minute and a half."""

    def __init__(self, cache: Cache, desk: Desk, submit: Submit, workspace: Workspace) -> None:
        super().__init__()
        self._cache = cache
        self._desk = desk
        self._submit = submit
        self._workspace = workspace
        self._at = cache.journal_end()
        self._pipe: Pipe | None = None
        self._timer = QTimer(self, interval=SLOW_MS)
        self._timer.timeout.connect(self.look)
        self._soon = Pace(self.look, LEAST_MS, self)
        self._unanswered = 0
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self.ask_alive)

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()
        self._beat.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._beat.stop()
        self._soon.stop()

    def poke(self, word: str = "commands") -> None:
        """Tell the engine that there is something to do; losing this loses nothing."""
        if self._pipe is not None:
            self._pipe.tell({"poke": word})

    def ask_alive(self) -> None:
        """Ask the engine for any word. Questions are counted, not seconds: while the machine sleeps nobody asks."""
        if self._pipe is None:
            return
        self._unanswered += 1
        if self._unanswered > SILENT_BEATS:
            self._unanswered = 0
            self.silent.emit()
        self.poke("alive")

    def _on_poke(self) -> None:
        """The engine has something new: it answers an act while the frame of that act is still being painted.

        So it is read a moment later, and what several pokes tell of is read at once.
        """
        self._soon.ask_later()

    def look(self) -> None:
        """Read the journal on from where it was read last."""
        try:
            changes = self._cache.changes(self._at, MOST)
        except DamagedFile:
            raise  # whoever hears of it lets the file be mended
        except StoreError:
            return
        if changes.seq == self._at:
            return
        is_behind = changes.seq - self._at >= MOST
        self._at = changes.seq
        if "result" in changes.others or self._submit.first_pending(1):
            done = self._cache.results_of(self._submit.first_pending(2 * MOST))
            if done:
                self._submit.retire(one.command for one in done)
                self.results.emit(done)
        self.changed.emit(changes)
        if is_behind:
            self._soon.ask_later()

    async def keep_connected(self) -> None:
        """Hold the pipe to the engine, and connect again whenever it was lost."""
        import asyncio

        from socialdesk.support.pipe import connect

        while True:
            pipe = await connect(self._workspace.pipe)
            if pipe is None:
                await asyncio.sleep(0.2)
                continue
            self._pipe = pipe
            self._unanswered = 0
            pipe.tell({"poke": "commands"})
            try:
                while (poke := await pipe.next()) is not None:
                    self._unanswered = 0
                    if poke["poke"] == "show":
                        self.asked_to_show.emit()
                    if poke["poke"] != "alive":
                        self._on_poke()
            finally:
                self._pipe = None
                await pipe.close()
